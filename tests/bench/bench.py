"""Time and memory of whole commands, in turn, so that ratios hold while the machine's speed drifts."""

import datetime
import os
import re
import statistics
import struct
import subprocess
import sys
import tempfile
import zlib

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from harness import PROGRAM, ROOT
from measure import measure

RUNS = 21
WEEKS = (18, 36, 72)
NEW_PAGE = "page"
OPERATORS = f"{NEW_PAGE} l m re S s f h W n q Q cm w j d rg RG BT ET Tf Td Tj".split()
MOST_VALUES = 6
FLOOR = "libharu alone, same marks"
PROFILE = os.path.join(ROOT, "plans/first-marathon/profile.yaml")


def compare(commands):
    """Medians by name, of runs made in turn after a warm-up."""
    results = {name: [] for name in commands}
    for turn in range(RUNS + 1):
        for name, command in commands.items():
            result = measure(command)
            if turn:
                results[name].append(result)
    return {name: [statistics.median(column) for column in zip(*rows)]
            for name, rows in results.items()}


def planning(folder):
    """Plans of one runner for so many weeks, without pages: the time grows with the weeks."""
    with open(PROFILE, encoding="utf-8") as file:
        profile = file.read()
    race = datetime.date.fromisoformat(re.search(r"date: ([0-9-]+)\n  distance: marathon", profile)[1])
    monday = race - datetime.timedelta(race.weekday())
    commands = {}
    for weeks in WEEKS:
        path = os.path.join(folder, f"{weeks}.yaml")
        start = monday - datetime.timedelta(7 * (weeks - 1))
        with open(path, "w", encoding="utf-8") as file:
            file.write(re.sub(r"(?m)^start: .*", f"start: {start}", profile))
        commands[weeks] = [PROGRAM, "generate", path, "-f", "text", "-o", "/dev/null"]
    for weeks, (time, _) in compare(commands).items():
        print(f"profile to plan, {weeks} weeks {time:8.1f} ms  {time / weeks:5.2f} ms a week")


def pages_of(pdf):
    """The operators of each page of a PDF, a line each."""
    with open(pdf, "rb") as file:
        content = file.read()
    for found in re.finditer(rb"stream\r?\n", content):
        try:
            stream = zlib.decompress(content[found.end():content.index(b"endstream", found.end())])
        except (zlib.error, ValueError):
            continue
        if b" Tj\n" in stream:
            yield stream.decode("ascii").splitlines()


def packed(line):
    """One operator as tests/bench/floor.c reads it."""
    *values, name = line.split()
    text = b""
    if name == "Tj":
        text, values = bytes.fromhex(values[0][1:-1]).decode("utf-16-be").encode() + b"\0", []
    elif name == "Tf":
        values[0] = values[0][len("/F"):]
    elif name == "d":
        values = [values[0] != "[]"]
    values = [float(value) for value in values]
    values += [0] * (MOST_VALUES - len(values))
    return struct.pack("II6f", OPERATORS.index(name), len(text), *values) + text


def write_marks(pdf, path):
    """Packs all that a PDF's pages show; gives how many pages they are."""
    pages = list(pages_of(pdf))
    with open(path, "wb") as file:
        for page in pages:
            file.write(packed(NEW_PAGE))
            for line in page:
                file.write(packed(line) if line else b"")
    return len(pages)


def main(build):
    with tempfile.TemporaryDirectory() as folder:
        pdf, marks = os.path.join(folder, "plan.pdf"), os.path.join(folder, "marks")
        plan, floor = os.path.join(folder, "plan.yaml"), os.path.join(build, "floor")
        subprocess.run(["gcc", "-O2", "-o", floor, os.path.join(ROOT, "tests/bench/floor.c"), "-lhpdf"],
                       check=True)
        for out in (pdf, plan):
            subprocess.run([PROGRAM, "generate", PROFILE, "-o", out], check=True)
        pages = write_marks(pdf, marks)
        weeks_alone = [PROGRAM, "print", plan, "--pages", "weeks", "-o", os.path.join(folder, "weeks.pdf")]
        subprocess.run(weeks_alone, check=True)
        weeks = sum(1 for _ in pages_of(weeks_alone[-1]))
        medians = compare({
            FLOOR: [floor, marks, os.path.join(folder, "floor.pdf")],
            "plan to PDF": [PROGRAM, "print", plan, "-o", pdf],
            f"plan to PDF, {weeks} pages": weeks_alone,
            "plan read and judged": [PROGRAM, "print", plan, "-f", "text", "-o", "/dev/null"],
            "profile to PDF": [PROGRAM, "generate", PROFILE, "-o", pdf],
            "profile to text": [PROGRAM, "generate", PROFILE, "-f", "text", "-o", "/dev/null"],
        })
        print(f"{pages} pages, {os.path.getsize(pdf) / 1000:.0f} kB; medians of {RUNS} runs in turn")
        base = medians[FLOOR]
        for name, (time, memory) in medians.items():
            print(f"{name:28} {time:7.1f} ms  {time / base[0]:5.2f} x   {memory:6.1f} MB")
        planning(folder)


main(sys.argv[1])
