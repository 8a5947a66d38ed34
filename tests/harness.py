"""What the Python tests share: running hillplan, and counting what holds."""

import difflib
import glob
import os
import re
import resource
import subprocess
import sys
import tempfile
import traceback

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PROGRAM = os.environ.get("HILLPLAN", os.path.join(ROOT, "build", "release", "hillplan"))
LANGUAGES = sorted(os.path.basename(path).split(".")[1]
                   for path in glob.glob(os.path.join(ROOT, "templates/pages/text.*.yaml")))


def hillplan(*arguments, cwd=ROOT, program=PROGRAM, text=True, stdin=None):
    """Runs hillplan; gives (exit status, standard output, standard error)."""
    done = subprocess.run([program, *arguments], cwd=cwd, capture_output=True, timeout=120,
                          input=stdin)
    if text:
        return done.returncode, done.stdout.decode(), done.stderr.decode()
    return done.returncode, done.stdout, done.stderr.decode()


def cost_of(*arguments, most_seconds):
    """Runs hillplan in silence; gives (exit status, or less than 0; seconds of the processor; peak
    memory in bytes)."""
    child = os.fork()
    if child == 0:
        nowhere = os.open("/dev/null", os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        resource.setrlimit(resource.RLIMIT_CPU, (most_seconds, most_seconds))
        os.execv(PROGRAM, [PROGRAM, *arguments])
    _, status, usage = os.wait4(child, 0)
    return (os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime,
            usage.ru_maxrss * 1024)


def commands():
    """The names of the commands, as the program tells them."""
    return re.findall(r"^  (\w+) +\S", hillplan("--help")[1], re.M)


def options(command):
    """The rows of a command's help: name -> (letter, value, words that it may be)."""
    rows, told = {}, ""
    for line in hillplan(command, "--help")[1].split("usage: ")[1].splitlines():
        row = re.match(r"  (?:-(\w), |    )--([a-z-]+) ?(\S+)? {2,}(.*)", line)
        word = re.match(r" {31}(\S+) ", line)
        if row:
            words, told = [], ""
            rows[row[2]] = (row[1], row[3], words)
        if word:
            words.append(word[1])
        elif rows:
            told += " " + (row[4] if row else line.strip())
            listed = re.search(r": ([\w, -]+ or \w+)$", told)
            words.extend(re.split(", | or ", listed[1]) if listed else [])
    return rows


def assert_expected(path, text):
    """The text is that of the file, or becomes it with --update."""
    if "--update" in sys.argv:
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
    with open(path, encoding="utf-8") as file:
        expected = file.read()
    difference = "\n".join(difflib.unified_diff(expected.splitlines(), text.splitlines(), path,
                                                "now", lineterm="", n=1))
    assert text == expected, "\n" + difference


def in_folder(test):
    """Runs a test with a new folder as its argument."""
    def run():
        with tempfile.TemporaryDirectory() as folder:
            test(folder)
    run.__name__ = test.__name__
    return run


def write(folder, name, text):
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def run_tests(tests):
    """Runs functions named after what holds, prints the failures and the count, and exits."""
    passed = failed = 0
    for test in tests:
        try:
            test()
            passed += 1
        except Exception:
            failed += 1
            print(f"FAILED {test.__name__}")
            traceback.print_exc(limit=-1, file=sys.stdout)
            if "TEST_FAIL_FAST" in os.environ:
                break
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


def tests_of(module):
    """The functions of a test file whose names begin with test_, in their order."""
    return [value for name, value in module.items() if name.startswith("test_")]
