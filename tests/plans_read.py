"""What `hillplan read` understands of the plans in import/plans/, each beside what is right of it.

`plans_read.py --write` writes the .expected files anew; git shows what changed.
"""

import os
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from harness import ROOT, hillplan, run_tests, tests_of

FOLDER = os.path.join(ROOT, "tests/import/plans")


def plans():
    return sorted(name for name in os.listdir(FOLDER) if not name.endswith(".expected"))


def read(name):
    status, out, messages = hillplan("read", os.path.join(FOLDER, name))
    return f"exit status {status}\n{out}{messages}".replace(FOLDER + os.sep, "")


def test_plans_are_read_as_people_mean_them():
    wrong = []
    for name in plans():
        with open(os.path.join(FOLDER, name + ".expected"), encoding="utf-8") as file:
            if file.read() != read(name):
                wrong.append(name)
    assert plans() and not wrong, wrong


def test_strictly_nothing_is_inferred_of_sessions():
    for name in plans():
        _, out, _ = hillplan("read", os.path.join(FOLDER, name), "--strict")
        assert "easy (inferred)" not in out and "long (inferred)" not in out, name


def seconds_for(cell, rows):
    """The processor's seconds for a table of so many cells, each as long as one may be."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "plan.csv")
        with open(path, "w", encoding="utf-8") as file:
            file.write("date,title\n" + "".join(
                f"2027-01-{1 + row % 28:02d},\"{(cell * 1000)[:1900]}\"\n" for row in range(rows)))
        before = os.times().children_user
        status, _, messages = hillplan("read", path)
        assert status in (0, 2), messages
        return os.times().children_user - before


def test_reading_is_linear_in_size():
    for cell in ("8 km easy or ", "x(", "5 + ", "AM 6 PM 4 "):
        few, many = seconds_for(cell, 200), seconds_for(cell, 800)
        assert many < 8 * few + 0.2, (cell, few, many)


if __name__ == "__main__":
    if sys.argv[1:] == ["--write"]:
        for plan in plans():
            with open(os.path.join(FOLDER, plan + ".expected"), "w", encoding="utf-8") as file:
                file.write(read(plan))
    else:
        run_tests(tests_of(globals()))
