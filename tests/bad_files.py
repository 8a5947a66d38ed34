"""Files with mistakes, and what is said of them: NAME.expected beside each NAME.yaml, .gpx and so on.

A new case is a file in one of the folders below; --update writes what is said now. The seeds of the
fuzz targets are read as well: of them .expected holds the exit status and all that is printed.
"""

import glob
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from harness import ROOT, assert_expected, hillplan, run_tests

BAD = {"bad-profiles": ["generate"], "bad-plans": ["check"], "bad-courses": ["course"]}
SEEDS = {"fuzz/csv_file": ["check"], "fuzz/calendar_file": ["check"], "fuzz/schedule_file": ["check"],
         "fuzz/gpx_file": ["course"]}


def said_of(folder, command, name):
    """All that is said of a file, which is named as it is seen from its folder."""
    status, out, messages = hillplan(*command, name, cwd=folder)
    if os.path.relpath(folder, os.path.join(ROOT, "tests")) in BAD:
        assert (status, out) == (2, ""), (status, out)
        return messages
    assert status in (0, 1, 2), status
    return f"exit status {status}\n{out}{messages}"


def file_test(folder, command, name):
    def test():
        assert_expected(os.path.join(folder, os.path.splitext(name)[0] + ".expected"),
                        said_of(folder, command, name))

    test.__name__ = os.path.relpath(os.path.join(folder, name), ROOT)
    return test


def tests_of_folder(folder, command):
    folder = os.path.join(ROOT, "tests", folder)
    names = sorted(os.path.basename(path) for path in glob.glob(os.path.join(folder, "*.*"))
                   if not path.endswith(".expected"))
    assert names, f"{folder} is empty"
    return [file_test(folder, command, name) for name in names]


run_tests([test for folder, command in (BAD | SEEDS).items()
           for test in tests_of_folder(folder, command)])
