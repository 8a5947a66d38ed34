"""What the gates cost of profile to PDF: instructions of the one run that has them all, by callgrind.

The gates: what is told or printed is cleaned, memory is there or the run ends, scripts have a
budget, files that were read are known. Their share is exact, and the same on any machine.
"""

import os
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from harness import PROGRAM, ROOT

MOST_PERCENT = 2
PROFILE = os.path.join(ROOT, "plans/first-marathon/profile.yaml")
# With all that they call; and those that stand before a library's function, by themselves.
WHOLE = ("text_append_told", "files_read_note", "files_read_role", "files_read_note_named",
         "budget_take_bytes", "budget_give_bytes", "budget_spend", "budget_left", "clock_now",
         "clock_gettime")
ALONE = ("malloc", "calloc", "realloc", "or_fail")


def instructions(out, inclusive):
    """(function, instructions) of the program's own functions, and of clock_gettime()."""
    told = subprocess.run(["callgrind_annotate", "--threshold=100", "--show-percs=no",
                           f"--inclusive={inclusive}", out], check=True, capture_output=True).stdout.decode()
    total = int(re.search(r"([\d,]+) +PROGRAM TOTALS", told)[1].replace(",", ""))
    rows = re.findall(r"^ *([\d,]+) +\S*?:([\w.@]+)(?:'\d+)? \[(\S+)\]", told, re.M)
    return total, [(name.split("@")[0], int(count.replace(",", ""))) for count, name, where in rows
                   if where.endswith("/hillplan") or name.startswith("clock_gettime")]


def main():
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "callgrind")
        subprocess.run(["valgrind", "-q", "--tool=callgrind", f"--callgrind-out-file={out}", PROGRAM,
                        "generate", PROFILE, "-o", os.path.join(folder, "plan.pdf")], check=True,
                       capture_output=True)
        total, whole = instructions(out, "yes")
        _, alone = instructions(out, "no")
    gates = {}
    for names, rows in ((WHOLE, whole), (ALONE, alone)):
        for name, count in rows:
            if name in names:
                gates[name] = max(gates.get(name, 0), count)
    if "clock_now" in gates:
        gates.pop("clock_gettime", None)  # it is within
    assert {"text_append_told", "malloc", "budget_take_bytes"} <= set(gates), gates
    for name, count in sorted(gates.items(), key=lambda gate: -gate[1]):
        print(f"gates: {name:28} {100 * count / total:6.3f} %")
    percent = 100 * sum(gates.values()) / total
    print(f"gates of profile to PDF: {percent:.2f} % of {total / 1e6:.0f} million instructions")
    sys.exit(0 if percent < MOST_PERCENT else 1)


main()
