"""Time and memory of whole commands, in turn, so that ratios hold while the machine's speed drifts."""

import datetime
import os
import re
import statistics
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from harness import PROGRAM, ROOT
from measure import measure

RUNS = 21
WEEKS = (18, 36, 72)
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


def main(build):
    with tempfile.TemporaryDirectory() as folder:
        pdf, words = os.path.join(folder, "plan.pdf"), os.path.join(folder, "words.txt")
        plan, floor = os.path.join(folder, "plan.yaml"), os.path.join(build, "floor")
        subprocess.run(["gcc", "-O2", "-o", floor, os.path.join(ROOT, "tests/bench/floor.c"), "-lhpdf"],
                       check=True)
        for out in (pdf, plan):
            subprocess.run([PROGRAM, "generate", PROFILE, "-o", out], check=True)
        subprocess.run(["pdftotext", "-layout", pdf, words], check=True)
        with open(words, encoding="utf-8") as file:
            pages = file.read().count("\f")
        medians = compare({
            "libharu alone, same words": [floor, words, os.path.join(folder, "floor.pdf")],
            "plan to PDF": [PROGRAM, "print", plan, "-o", pdf],
            "profile to PDF": [PROGRAM, "generate", PROFILE, "-o", pdf],
            "profile to text": [PROGRAM, "generate", PROFILE, "-f", "text", "-o", "/dev/null"],
        })
        print(f"{pages} pages, {os.path.getsize(pdf) / 1000:.0f} kB; medians of {RUNS} runs in turn")
        base = medians["libharu alone, same words"]
        for name, (time, memory) in medians.items():
            print(f"{name:28} {time:7.1f} ms  {time / base[0]:5.2f} x   {memory:6.1f} MB")
        planning(folder)


main(sys.argv[1])
