"""Faults: each n-th allocation, read, open, write, close, fsync, rename and mkstemp fails once.

usage: faults.py COUNT   spreads COUNT faults evenly over the calls of all commands

However a call fails, the run ends with status 4, or as it would have without; no crash, and what it
was to write is what stood there before or what it should be, with nothing beside it.
"""

import collections
import concurrent.futures
import os
import shutil
import subprocess
import sys
import tempfile

FOLDER = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(FOLDER))
from harness import PROGRAM, ROOT, hillplan

CALLS = ("malloc", "read", "open", "write", "close", "fsync", "rename", "mkstemp")
HALF = 0.5  # of the faults are in memory, the rest in all other calls
BEFORE = b"what stood there before\n"
COURSE = os.path.join(ROOT, "plans/net-downhill-marathon/course.gpx")

# Each with the file that it writes, or None.
COMMANDS = [
    ("generate profile.yaml -o out", "-f pdf", "out"),
    ("generate profile.yaml --rules own.lua -o out", "-f yaml", "out"),
    ("generate profile.yaml", "-f json", None),
    ("print plan.yaml -o out", "-f pdf", "out"),
    ("print plan.yaml -o out", "-f ics", "out"),
    ("print plan.yaml -o out", "-f csv", "out"),
    ("check plan.yaml", "-f json", None),
    ("check plan.ics", "", None),
    ("check plan.csv", "", None),
    ("fix broken.yaml -o out", "-f yaml", "out"),
    ("replan plan.yaml --today 2027-02-01 -o out", "-f yaml", "out"),
    ("explain plan.yaml week 3", "", None),
    ("course course.gpx", "", None),
]

RULE = """local one = hillplan.use("one")
return { api = 1, id = "x-own", title = "Own", level = "should", why = "To be read.",
    allow = function(day) return one.yes(day), "never said" end }
"""


def prepare(folder):
    """What the commands read."""
    shutil.copy(COURSE, os.path.join(folder, "course.gpx"))
    shutil.copy(os.path.join(os.path.dirname(COURSE), "profile.yaml"), folder)
    for name, text in (("own.lua", RULE), ("one.lua", "return { yes = function() return true end }\n")):
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(text)
    assert hillplan("generate", "profile.yaml", "-o", "plan.yaml", cwd=folder)[0] == 0
    for form in ("csv", "ics"):
        assert hillplan("print", "plan.yaml", "-o", "plan." + form, cwd=folder)[0] == 0
    with open(os.path.join(folder, "plan.yaml"), encoding="utf-8") as file:
        plan = file.read()
    with open(os.path.join(folder, "broken.yaml"), "w", encoding="utf-8") as file:
        file.write(plan.replace("kind: easy", "kind: tempo", 3))
    subprocess.run(["gcc", "-shared", "-fPIC", "-O1", "-o", os.path.join(folder, "fail_nth.so"),
                    os.path.join(FOLDER, "fail_nth.c"), "-ldl"], check=True)


class Trial:
    """A command in a folder of its own."""

    def __init__(self, source, command):
        self.source = source
        self.words = (command[0] + " " + command[1]).split()
        self.out = command[2]
        self.shim = os.path.join(source, "fail_nth.so")

    def run(self, **faults):
        """Gives status, standard output, messages, the bytes of the file, and what is left beside."""
        with tempfile.TemporaryDirectory() as folder:
            for name in os.listdir(self.source):
                os.symlink(os.path.join(self.source, name), os.path.join(folder, name))
            names = set(os.listdir(folder)) | ({self.out} if self.out else set())
            if self.out:
                with open(os.path.join(folder, self.out), "wb") as file:
                    file.write(BEFORE)
            done = subprocess.run([PROGRAM, *self.words], cwd=folder, capture_output=True,
                                  timeout=120, check=False,
                                  env={**os.environ, "LD_PRELOAD": self.shim, **faults})
            written = None
            if self.out:
                with open(os.path.join(folder, self.out), "rb") as file:
                    written = file.read()
            beside = set(os.listdir(folder)) - names
        return done.returncode, done.stdout, done.stderr, written, beside

    def count(self, call):
        with tempfile.NamedTemporaryFile() as number:
            self.run(FAULT_CALL=call, FAULT_COUNT=number.name)
            return int(number.read() or 0)


def judge(trial, whole, call, at):
    """What a fault led to: 4, no effect, or what is wrong."""
    status, out, messages, written, beside = trial.run(FAULT_CALL=call, FAULT_AT=str(at))
    if status < 0:
        return f"crash: signal {-status}"
    if beside:
        return f"damage: leaves {sorted(beside)}"
    if trial.out and written not in (BEFORE, whole[3]):
        return f"damage: {len(written)} bytes in the file"
    if status == 4 and messages:
        return "4"
    if (status, out, written) == (whole[0], whole[1], whole[3]):
        return "no effect"
    return f"status {status}: {messages.decode(errors='replace')[:200]}"


def faults_of(trial, shares):
    """(call, n) spread evenly over the calls, as many as `shares` gives each kind."""
    for call in CALLS:
        number = trial.count(call)
        tries = min(number, shares[call])
        for i in range(tries):
            yield call, 1 + (2 * i + 1) * number // (2 * tries)


def main():
    count = int(sys.argv[1])
    told = collections.Counter()
    failed = 0
    with tempfile.TemporaryDirectory() as source, \
            concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        prepare(source)
        each = count / len(COMMANDS)
        shares = {call: max(1, round(each * (1 - HALF) / 7)) for call in CALLS}
        shares["malloc"] = max(1, round(each * HALF))
        trials = [Trial(source, command) for command in COMMANDS]
        wholes = list(pool.map(Trial.run, trials))
        for trial, whole in zip(trials, wholes):
            assert whole[0] in (0, 1), (trial.words, whole)
        found = list(pool.map(lambda trial: list(faults_of(trial, shares)), trials))
        spare = count - sum(map(len, found))  # of calls that are fewer than their share: memory
        if spare > 0:
            shares["malloc"] += spare // len(trials) + 1
            found = list(pool.map(lambda trial: list(faults_of(trial, shares)), trials))
        jobs = [(trial, whole, call, at) for trial, whole, faults in zip(trials, wholes, found)
                for call, at in faults]
        for job, outcome in zip(jobs, pool.map(lambda job: judge(*job), jobs)):
            trial, _, call, at = job
            told[call, outcome.split(":")[0].split(" ")[0]] += 1
            if outcome not in ("4", "no effect"):
                failed += 1
                print(f"FAILED {' '.join(trial.words)}: {call} {at}: {outcome}")
    print(f"{'call':8} {'tried':>6} {'crash':>6} {'damage':>7} {'wrong':>6} {'4':>6} {'none':>6}")
    for call in CALLS:
        row = {kind: told[call, kind] for kind in ("crash", "damage", "status", "4", "no")}
        print(f"{call:8} {sum(row.values()):6} {row['crash']:6} {row['damage']:7} "
              f"{row['status']:6} {row['4']:6} {row['no']:6}")
    print(f"{len(jobs) - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()
