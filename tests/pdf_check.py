#!/usr/bin/env python3
"""Checks what can be checked of PDFs without looking at them: tests/pdf_check.py FILE.pdf...

Every word is inside its page's margins and clear of every other word; all fonts are embedded and
their text can be copied; the file is well formed. Needs pdftotext, pdffonts and qpdf. Exits 1
where something is wrong, naming file, page and words.
"""
import re
import subprocess
import sys
import xml.etree.ElementTree as tree

MARGIN = 12 / 25.4 * 72  # points
TOLERANCE = 0.5
# A word's box is as high as its font's tallest letters need, 1.36 type sizes. Ink of plain text
# starts about a quarter below its top and ends (with descenders) just above its bottom.
AIR_ABOVE, AIR_BELOW = 0.26, 0.06


def run(*command):
    """Exit status, standard output and standard error of a command."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


class Word:
    """A word and the box of its ink."""

    def __init__(self, element):
        self.text = element.text or ""
        top, bottom = float(element.get("yMin")), float(element.get("yMax"))
        height = bottom - top
        self.left, self.right = float(element.get("xMin")), float(element.get("xMax"))
        self.top, self.bottom = top + AIR_ABOVE * height, bottom - AIR_BELOW * height

    def overlaps(self, other):
        return (self.left + TOLERANCE < other.right and other.left + TOLERANCE < self.right
                and self.top + TOLERANCE < other.bottom and other.top + TOLERANCE < self.bottom)

    def is_within(self, width, height):
        least = MARGIN - TOLERANCE
        return (self.left >= least and self.top >= least
                and self.right <= width - least and self.bottom <= height - least)


def check_page(page, number):
    words = [Word(element) for element in page.findall(".//{*}word")]
    width, height = float(page.get("width")), float(page.get("height"))
    if not words:
        yield f"page {number}: no text at all"
    for word in words:
        if not word.is_within(width, height):
            yield f"page {number}: '{word.text}' is outside the margins"
    words.sort(key=lambda word: word.top)
    for index, word in enumerate(words):
        for other in words[index + 1:]:
            if other.top >= word.bottom:
                break
            if word.overlaps(other):
                yield f"page {number}: '{word.text}' and '{other.text}' overlap"


def check_words(path):
    status, output, messages = run("pdftotext", "-bbox", path, "-")
    if status or messages:
        yield f"pdftotext: {messages.strip() or status}"
    if status:
        return
    output = re.sub(r"<title>.*?</title>", "", output, flags=re.DOTALL)  # not escaped there
    pages = list(tree.fromstring(output).findall(".//{*}page"))
    if not pages:
        yield "no pages"
    for number, page in enumerate(pages, 1):
        yield from check_page(page, number)


def check_fonts(path):
    status, output, messages = run("pdffonts", path)
    if status or messages:
        yield f"pdffonts: {messages.strip() or status}"
    lines = output.splitlines()[2:]
    if not status and not lines:
        yield "no fonts"
    for line in lines:
        name, (embedded, _, unicode) = line.split()[0], line.split()[-5:-2]
        if embedded != "yes":
            yield f"the font {name} is not embedded"
        if unicode != "yes":
            yield f"the font {name} has no ToUnicode map: its text can't be copied"


def check_file(path):
    yield from check_words(path)
    yield from check_fonts(path)
    status, output, messages = run("qpdf", "--check", path)
    if status:
        yield f"qpdf: {(messages or output).strip()}"


def main(paths):
    if not paths:
        print("usage: tests/pdf_check.py FILE.pdf...", file=sys.stderr)
        return 2
    found = 0
    for path in paths:
        for message in check_file(path):
            print(f"{path}: {message}")
            found += 1
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
