"""Every odd input of the tests by the program: processor time and memory, and the most of each kind.

Prints a table; fails at an input that takes MOST_SECONDS or MOST_MEGABYTES, or ends by a signal.
"""

import glob
import os
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from harness import ROOT, cost_of, run_tests, tests_of
from linear import TEXTS

MOST_SECONDS = 10.5  # of scripts: the budget of a run; the rest takes a fraction of it
MOST_MEGABYTES = 300  # likewise
LARGE = 1900000  # bytes: plans of others may have 2 MB
PROFILE = os.path.join(ROOT, "plans/first-marathon/profile.yaml")

# kind -> (files, the command's words for one of them)
KINDS = {
    "scripts": ("tests/hostile/*.lua", lambda path: ["generate", PROFILE, "-f", "text", "--rules", path]),
    "profiles": ("tests/bad-profiles/*.yaml", lambda path: ["generate", path, "-f", "text"]),
    "plan documents": ("tests/bad-plans/*.[yj]*", lambda path: ["check", path]),
    "courses": ("tests/bad-courses/*.gpx", lambda path: ["course", path]),
    "courses to be read": ("tests/fuzz/gpx_file/*.gpx", lambda path: ["course", path]),
    "tables": ("tests/fuzz/csv_file/*.csv", lambda path: ["check", path]),
    "calendars": ("tests/fuzz/calendar_file/*.ics", lambda path: ["check", path]),
    "schedules": ("tests/fuzz/schedule_file/*.yaml", lambda path: ["check", path]),
    "logs": ("tests/fuzz/log_file/*", lambda path: ["generate", PROFILE, "-f", "text", "--log", path]),
}


def inputs(folder):
    """(kind, name, words of the command) of each."""
    for kind, (pattern, command) in KINDS.items():
        for path in sorted(glob.glob(os.path.join(ROOT, pattern))):
            if not path.endswith(".expected"):
                yield kind, os.path.basename(path), command(path)
    for name, (ending, make) in TEXTS.items():
        path = os.path.join(folder, name.replace(" ", "-") + ending)
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(make(LARGE))
        yield "plans of others, 1.9 MB", name + ending, ["check", path]


def test_no_odd_input_takes_long_or_much():
    most, wrong = {}, []
    with tempfile.TemporaryDirectory() as folder:
        for kind, name, words in inputs(folder):
            status, seconds, memory = cost_of(*words, most_seconds=60)
            megabytes = memory / 1024 ** 2
            count, slowest, largest = most.get(kind, (0, (0, ""), (0, "")))
            most[kind] = (count + 1, max(slowest, (seconds, name)), max(largest, (megabytes, name)))
            if status not in range(5) or seconds > MOST_SECONDS or megabytes > MOST_MEGABYTES:
                wrong.append(f"{kind}: {name}: status {status}, {seconds:.2f} s, {megabytes:.0f} MB")
    print(f"{'kind':24} {'inputs':>6} {'s':>6} {'slowest':26} {'MB':>5} largest")
    for kind, (count, slowest, largest) in most.items():
        print(f"{kind:24} {count:6} {slowest[0]:6.2f} {slowest[1]:26} {largest[0]:5.0f} {largest[1]}")
    assert not wrong, "\n".join(wrong)


if __name__ == "__main__":
    run_tests(tests_of(globals()))
