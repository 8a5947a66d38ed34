"""Pages as they were: tests/golden/pages.py FOLDER [--update]

Of each sound PDF that the unit tests leave in FOLDER, the digest of every page's drawing (lines,
areas, words and their places, to a tenth of a point) against tests/golden/pages.txt. Other digests
are no mistake by themselves: look at the pages, then `make golden`.
"""

import hashlib
import os
import re
import sys
import zlib

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from harness import ROOT, run_tests

EXPECTED = os.path.join(ROOT, "tests/golden/pages.txt")
STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
DIGITS = 6  # of a digest


def drawings(pdf):
    """The operators and operands of each page, in their order."""
    for found in STREAM.finditer(pdf):
        try:
            text = zlib.decompress(found[1])
        except zlib.error:
            continue
        if re.search(rb"\bBT\n|\bre\n", text) and b"\0" not in text:
            yield text.decode("ascii").split()


def rounded(token):
    return f"{float(token) + 0:.1f}" if re.fullmatch(r"-?[\d.]+", token) else token


def digests(path):
    with open(path, "rb") as file:
        pdf = file.read()
    return [hashlib.sha256(" ".join(map(rounded, drawing)).encode()).hexdigest()[:DIGITS]
            for drawing in drawings(pdf)]


def table(folder):
    names = sorted((name for name in os.listdir(folder) if name.startswith("ok.")),
                   key=lambda name: [int(part) if part.isdigit() else part
                                     for part in name.split(".")])
    return {name[3:-4]: digests(os.path.join(folder, name)) for name in names}


def page_test(name, expected, found):
    def test():
        assert expected, "new; `make golden` takes it down"
        assert found, "gone; `make golden` forgets it"
        assert len(found) == len(expected), f"{len(found)} pages instead of {len(expected)}"
        changed = [number for number, (is_, was) in enumerate(zip(found, expected), 1) if is_ != was]
        assert not changed, f"pages {changed} look different: see build/*/pdfs/ok.{name}.pdf"
    test.__name__ = name
    return test


def main(folder, *options):
    found = table(folder)
    if "--update" in options:
        with open(EXPECTED, "w", encoding="utf-8") as file:
            file.writelines(f"{name}: {' '.join(pages)}\n" for name, pages in found.items())
    with open(EXPECTED, encoding="utf-8") as file:
        rows = dict(line.rstrip("\n").split(": ") for line in file)
    expected = {name: pages.split() for name, pages in rows.items()}
    run_tests([page_test(name, expected.get(name), found.get(name))
               for name in {**expected, **found}])


main(*sys.argv[1:])
