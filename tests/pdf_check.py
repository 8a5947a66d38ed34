#!/usr/bin/env python3
"""Checks what can be checked of PDFs without looking at them: tests/pdf_check.py FILE.pdf...

With --judge FOLDER [OTHER] it judges the PDFs that tests left there as WANTED.NAME.pdf, where WANTED is
what is to be found in it: ok, overlap or margins. The last line is then "N passed, N failed".

Every word is inside its page's margins and clear of every other word; all fonts are embedded and
their text can be copied; the file is well formed. Needs pdftotext, pdffonts and qpdf. Exits 1
where something is wrong, naming file, page and words.
"""
import hashlib
import multiprocessing
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as tree

MARGIN = 12 / 25.4 * 72  # points
TOLERANCE = 0.5
# A word's box is as high as its font's tallest letters need, 1.36 type sizes. Ink of plain text
# starts about a quarter below its top and ends (with descenders) just above its bottom.
AIR_ABOVE, AIR_BELOW = 0.26, 0.06
HEIGHT, ASCENT = 1.36, 1.07  # in type sizes
ROUNDING = 0.02  # of a size


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
        self.size, self.base = height / HEIGHT, top + height / HEIGHT * ASCENT
        self.left, self.right = float(element.get("xMin")), float(element.get("xMax"))
        self.top, self.bottom = top + AIR_ABOVE * height, bottom - AIR_BELOW * height

    def overlaps(self, other):
        return (self.left + TOLERANCE < other.right and other.left + TOLERANCE < self.right
                and self.top + TOLERANCE < other.bottom and other.top + TOLERANCE < self.bottom)

    def is_within(self, width, height):
        least = MARGIN - TOLERANCE
        return (self.left >= least and self.top >= least
                and self.right <= width - least and self.bottom <= height - least)


def check_page(page, number, least):
    words = words_of(page)
    width, height = float(page.get("width")), float(page.get("height"))
    if not words:
        yield f"page {number}: no text at all"
    for word in words:
        if not word.is_within(width, height):
            yield f"page {number}: '{word.text}' is outside the margins"
        if word.size < least - ROUNDING:
            yield f"page {number}: '{word.text}' has {word.size:.2f} of at least {least} points"
    words.sort(key=lambda word: word.top)
    for index, word in enumerate(words):
        for other in words[index + 1:]:
            if other.top >= word.bottom:
                break
            if word.overlaps(other):
                yield f"page {number}: '{word.text}' and '{other.text}' overlap"


def words_of(page):
    return [Word(element) for element in page.findall(".//{*}word")]


def pages_of(path):
    """The pages of a file, and what pdftotext says of it."""
    status, output, messages = run("pdftotext", "-bbox", path, "-")
    if status:
        return [], messages.strip() or str(status)
    output = re.sub(r"<title>.*?</title>", "", output, flags=re.DOTALL)  # not escaped there
    return tree.fromstring(output).findall(".//{*}page"), messages.strip()


def check_words(path, least=0, may_cut=True):
    """Words in their places, none of them smaller than `least` points, and none cut (…)."""
    pages, messages = pages_of(path)
    if messages:
        yield f"pdftotext: {messages}"
    elif not pages:
        yield "no pages"
    for number, page in enumerate(pages, 1):
        yield from check_page(page, number, least)
        for word in words_of(page):
            if word.text.endswith("…") and not may_cut:
                yield f"page {number}: '{word.text}' is cut"


def month_rows(page, least):
    """The weeks of a month page: for each day its number, and the words of at least a size."""
    words = words_of(page)
    title = min(word.base for word in words)
    header = min(word.base for word in words if word.base > title + least)
    weekdays = sorted((word for word in words if abs(word.base - header) < 1),
                      key=lambda word: word.left)[:7]
    width = (weekdays[6].left - weekdays[0].left) / 6
    columns = [[word for word in words
                if word.base > header + 1 and -2 < word.left - weekday.left < width - 2]
               for weekday in weekdays]
    dates = [[word for word in column if re.fullmatch(r"[123]?\d\.?", word.text)
              and word.right > weekday.left + width / 3]
             for column, weekday in zip(columns, weekdays)]
    tops = {round(word.base) for column in dates for word in column
            if word.size >= least - ROUNDING}
    for top in sorted(tops):
        row = [[word for word in column if abs(word.base - top) < 1] for column in dates]
        if all(row):
            yield [(int(date[-1].text.rstrip(".")),
                    {word.text for word in column
                     if word.size >= least - ROUNDING and 1 < word.base - top < 2.5 * least})
                   for date, column in zip(row, columns)]


def amounts(day):
    """How a day's distance may be written."""
    for session in day.get("sessions", []):
        if "distance" in session:
            for digits in (2, 1) if session["distance"] < 100 else (2, 1, 0):
                number = f"{round(session['distance'], digits):.10g}"
                yield from (number, number.replace(".", ","))
        if session["kind"] == "run_walk":
            yield from (f"{session['duration_s'] // 60}", f"{session['duration_s'] // 60}'")


def shows(row, week):
    """True where a row is of the week, and tells the distance of each of its runs."""
    for (number, words), day in zip(row, week["days"]):
        told = set(amounts(day))
        if number != int(day["date"][-2:]) or (told and not told & words):
            return False
    return True


def check_distances(path, plan, least):
    """The distance of every day on the month pages, in at least so many points."""
    rows = [row for page in pages_of(path)[0]
            if float(page.get("width")) > float(page.get("height"))
            for row in month_rows(page, least)]
    for week in plan["weeks"]:
        if not any(shows(row, week) for row in rows):
            yield f"months: not all distances of week {week['number']} have {least} points"


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


def check_file(path, least=0, may_cut=True):
    yield from check_words(path, least, may_cut)
    yield from check_fonts(path)
    status, output, messages = run("qpdf", "--check", path)
    if status:
        yield f"qpdf: {(messages or output).strip()}"


def wrong_with(job):
    """What is wrong with a PDF of which something is wanted; "" if nothing is."""
    wanted, path = job
    found = list(check_file(path))
    if wanted == "ok":
        return "; ".join(found)
    words = {"overlap": "overlap", "margins": "outside the margins"}.get(wanted)
    if words and any(words in message for message in found):
        return ""
    return f"'{wanted}' was wanted, found: {found}"


def pdfs_of(folder):
    """(wanted, digest) of the PDFs in a folder, and their paths."""
    pdfs = {}
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        with open(path, "rb") as file:
            pdfs[name.split(".")[0], hashlib.sha256(file.read()).digest()] = path
    return pdfs


def judge(folder, other=None):
    """Judges the PDFs of a folder, but for those that the other one has with the same bytes: they
    are judged there."""
    pdfs = pdfs_of(folder)
    judged = pdfs_of(other) if other else {}
    jobs = [(key[0], path) for key, path in pdfs.items() if key not in judged]
    with multiprocessing.get_context("fork").Pool() as processes:
        wrong = processes.map(wrong_with, jobs, chunksize=1)
    for (_, path), messages in zip(jobs, wrong):
        if messages:
            print(f"FAILED {path}: {messages}")
    failed = sum(map(bool, wrong))
    print(f"{len(pdfs) - len(jobs)} are judged elsewhere")
    print(f"{len(pdfs) - failed} passed, {failed} failed")
    return 1 if failed else 0


def main(arguments):
    if not arguments or arguments == ["--judge"]:
        print("usage: tests/pdf_check.py FILE.pdf... | --judge FOLDER [OTHER]", file=sys.stderr)
        return 2
    if arguments[0] == "--judge":
        return judge(*arguments[1:])
    found = 0
    for path in arguments:
        for message in check_file(path):
            print(f"{path}: {message}")
            found += 1
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
