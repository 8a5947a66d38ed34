"""Pages of many runners, papers and languages: every word in its place, and none cut.

pages_everywhere.py [COUNT]    the archetypes, and so many random runners with long names
"""

import concurrent.futures
import glob
import os
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from harness import PROGRAM, ROOT, hillplan, run_tests

RANDOM_RUNNERS = os.path.join(os.path.dirname(PROGRAM), "random_runners")
PAPERS = ("a4", "letter", "a5", "a3")
LANGUAGES = sorted(os.path.basename(path).split(".")[1]
                   for path in glob.glob(os.path.join(ROOT, "templates/pages/text.*.yaml")))
LONG_NAME = "Maximiliane Wolkenstein-Hohenfels von und zu Niederschönhausen-Άγιος"
LONG_RACE = "Internationaler Drei-Länder-Panoramamarathon Oberstaufen–Αλεξανδρούπολη"


def print_plan(plan, paper, language, pdf):
    status, _, messages = hillplan("print", plan, "-o", pdf, "--paper", paper,
                                   "--language", language)
    assert status == 0 and messages == "", messages


def check(pdf):
    done = subprocess.run([sys.executable, os.path.join(ROOT, "tests/pdf_check"), pdf],
                          capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def assert_nothing_is_cut(pdf):
    words = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True).stdout
    cut = [line for line in words.splitlines() if line.rstrip().endswith("…")]
    assert not cut, (os.path.basename(pdf), sorted(set(cut))[:8])


def archetype_test(profile, language):
    def test():
        with tempfile.TemporaryDirectory() as folder:
            plan = os.path.join(folder, "plan.yaml")
            status, _, messages = hillplan("generate", profile, "-o", plan)
            assert status == 0, messages
            for paper in PAPERS:
                pdf = os.path.join(folder, paper + ".pdf")
                print_plan(plan, paper, language, pdf)
                check(pdf)
                assert_nothing_is_cut(pdf)

    test.__name__ = f"{os.path.basename(profile)} in {language}"
    return test


def with_long_names(profile):
    profile = re.sub(r"^  name: .*", f"  name: {LONG_NAME}", profile, count=1, flags=re.M)
    return re.sub(r"^race:\n  name: .*", f"race:\n  name: {LONG_RACE}", profile, flags=re.M)


def random_test(number):
    """One of the random runners, on the paper and in the language whose turn it is."""
    def test():
        paper, language = PAPERS[number % len(PAPERS)], LANGUAGES[number % len(LANGUAGES)]
        with tempfile.TemporaryDirectory() as folder:
            profile, plan = os.path.join(folder, "profile.yaml"), os.path.join(folder, "plan.yaml")
            shown = subprocess.run([RANDOM_RUNNERS, "--show", str(number)], capture_output=True,
                                   check=True).stdout.decode()
            with open(profile, "w", encoding="utf-8") as file:
                file.write(with_long_names(shown))
            status, _, messages = hillplan("generate", profile, "-o", plan)
            assert status in (0, 3), messages
            if status == 0:
                pdf = os.path.join(folder, "plan.pdf")
                print_plan(plan, paper, language, pdf)
                check(pdf)

    test.__name__ = f"random runner {number}"
    return test


def in_parallel(tests):
    """Runs them on all processors; gives tests that only report."""
    def outcome(test):
        try:
            test()
        except Exception as error:  # told by the test that reports
            return error
        return None

    def reporter(test, error):
        def report():
            if error:
                raise error
        report.__name__ = test.__name__
        return report

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        outcomes = list(pool.map(outcome, tests))
    return [reporter(test, error) for test, error in zip(tests, outcomes)]


COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 300
ARCHETYPES = sorted(glob.glob(os.path.join(ROOT, "tests/golden/archetypes/*.yaml")))
run_tests(in_parallel(
    [archetype_test(profile, language) for profile in ARCHETYPES
     for language in ("en", "de", "el") if language in LANGUAGES]
    + [random_test(number) for number in range(1, COUNT + 1)]))
