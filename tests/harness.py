"""What the Python tests share: running hillplan, and counting what holds."""

import os
import subprocess
import sys
import traceback

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PROGRAM = os.environ.get("HILLPLAN", os.path.join(ROOT, "build", "release", "hillplan"))


def hillplan(*arguments, cwd=ROOT, program=PROGRAM, text=True, stdin=None):
    """Runs hillplan; gives (exit status, standard output, standard error)."""
    done = subprocess.run([program, *arguments], cwd=cwd, capture_output=True, timeout=120,
                          input=stdin)
    if text:
        return done.returncode, done.stdout.decode(), done.stderr.decode()
    return done.returncode, done.stdout, done.stderr.decode()


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
