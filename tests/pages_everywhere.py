"""Pages of many runners, papers and languages: every word in its place, and none cut.

pages_everywhere.py once     each archetype, paper and language once, and as many random runners
pages_everywhere.py pairs    each archetype in each language, on the paper whose turn it is
pages_everywhere.py all      each archetype in each language on each paper
"""

import glob
import itertools
import json
import multiprocessing
import os
import re
import subprocess
import sys
import tempfile
import traceback

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from harness import LANGUAGES, PROGRAM, ROOT, hillplan, options, run_tests
from pdf_check import check_distances, check_file, check_words

RANDOM_RUNNERS = os.path.join(os.path.dirname(PROGRAM), "random_runners")
PAPERS = options("print")["paper"][2]
LARGE_PAPERS = ("a4", "letter", "a3")
LARGE_LEAST, LARGE_DISTANCE = 14, 18  # points
PAGES = [page for page in options("print")["pages"][2] if page != "all"]
LONG_NAME = "Maximiliane Wolkenstein-Hohenfels von und zu Niederschönhausen-Άγιος"
LONG_RACE = "Internationaler Drei-Länder-Panoramamarathon Oberstaufen–Αλεξανδρούπολη"


def stated_least(paper):
    """The least size of type that the standard look states for a paper, in points."""
    with open(os.path.join(ROOT, "templates/pages/standard.yaml"), encoding="utf-8") as file:
        return float(re.search(rf"^  {paper}: {{.*?\bleast: ([\d.]+)", file.read(), re.M)[1])


def make_pdf(command, source, paper, language, pdf, *options):
    """Prints a plan, or the plan of a profile; None where that profile has no plan."""
    status, _, messages = hillplan(command, source, "-o", pdf, "--paper", paper,
                                   "--language", language, *options)
    assert status == 0 or (command == "generate" and status == 3), messages
    return pdf if status == 0 else None


def assert_sound(findings):
    found = list(findings)
    assert not found, "\n".join(found)


def archetype_test(profile, paper, language):
    def test():
        with tempfile.TemporaryDirectory() as folder:
            # The pace band of the race page is small on large papers, too.
            pages = [page for page in PAGES if page != "race" or paper != "a3"]
            pdf = make_pdf("generate", profile, paper, language, os.path.join(folder, "plan.pdf"),
                           "--pages", ",".join(pages))
            check = check_file if paper == PAPERS[0] else check_words
            assert_sound(check(pdf, stated_least(paper), may_cut=False))

    test.__name__ = f"{os.path.relpath(profile, ROOT)} on {paper} in {language}"
    return test


def large_test(profile, paper, language):
    """Large print: nothing is smaller than the look says, nothing is cut, no distance is missing."""
    def test():
        with tempfile.TemporaryDirectory() as folder:
            plan = os.path.join(folder, "plan.json")
            status, _, messages = hillplan("generate", profile, "-o", plan)
            assert status == 0, messages
            pdf = make_pdf("print", plan, paper, language, os.path.join(folder, "plan.pdf"),
                           "--large", "--pages", ",".join(PAGES))
            assert_sound(check_words(pdf, LARGE_LEAST, may_cut=False))
            with open(plan, encoding="utf-8") as file:
                assert_sound(check_distances(pdf, json.load(file), LARGE_DISTANCE))

    test.__name__ = f"{os.path.basename(profile)} in large print on {paper} in {language}"
    return test


def with_long_names(profile):
    profile = re.sub(r"^  name: .*", f"  name: {LONG_NAME}", profile, count=1, flags=re.M)
    return re.sub(r"^race:\n  name: .*", f"race:\n  name: {LONG_RACE}", profile, flags=re.M)


def random_test(number):
    """One of the random runners, on the paper and in the language whose turn it is."""
    def test():
        paper, language = PAPERS[number % len(PAPERS)], LANGUAGES[number % len(LANGUAGES)]
        large = ["--large"] if number % 11 == 0 and paper in LARGE_PAPERS else []
        with tempfile.TemporaryDirectory() as folder:
            profile = os.path.join(folder, "profile.yaml")
            shown = subprocess.run([RANDOM_RUNNERS, "--show", str(number)], capture_output=True,
                                   check=True).stdout.decode()
            with open(profile, "w", encoding="utf-8") as file:
                file.write(with_long_names(shown))
            pdf = make_pdf("generate", profile, paper, language, os.path.join(folder, "plan.pdf"),
                           *large)
            assert_sound(check_words(pdf, LARGE_LEAST if large else 0) if pdf else [])

    test.__name__ = f"random runner {number}"
    return test


def outcome(number):
    """What is wrong with a test of TESTS; None where nothing is."""
    try:
        TESTS[number]()
    except Exception:  # told by the test that reports
        return traceback.format_exc(limit=-1)
    return None


def reporter(test, wrong):
    def report():
        assert wrong is None, wrong
    report.__name__ = test.__name__
    return report


def turns(*lists):
    """As many tuples as the longest list has items, so that each item of each list is in one."""
    longest = max(map(len, lists))
    return [tuple(values[turn % len(values)] for values in lists) for turn in range(longest)]


def pairs(first, second, third):
    """Each of the first with each of the second, and with both each of the third that is shorter."""
    return [(one, third[(i + j) % len(third)], other)
            for i, one in enumerate(first) for j, other in enumerate(second)]


ARCHETYPES = sorted(glob.glob(os.path.join(ROOT, "tests/golden/archetypes/*.yaml"))
                    + [os.path.join(ROOT, "plans/mountain-50k/profile.yaml")])
COMBINATIONS = {
    "once": (turns(ARCHETYPES, PAPERS, LANGUAGES), turns(ARCHETYPES[:3], LARGE_PAPERS, ["en"]), 10),
    "pairs": (pairs(ARCHETYPES, LANGUAGES, PAPERS), pairs(ARCHETYPES, ["en", "el"], LARGE_PAPERS), 60),
    "all": (list(itertools.product(ARCHETYPES, PAPERS, LANGUAGES)),
            list(itertools.product(ARCHETYPES, LARGE_PAPERS, ["en", "el"])), 300),
}
PLAIN, LARGE, COUNT = COMBINATIONS[sys.argv[1] if len(sys.argv) > 1 else "pairs"]
TESTS = [archetype_test(*values) for values in PLAIN] + [large_test(*values) for values in LARGE]
TESTS += [random_test(number) for number in range(1, COUNT + 1)]
with multiprocessing.get_context("fork").Pool() as processes:
    OUTCOMES = processes.map(outcome, range(len(TESTS)), chunksize=1)
run_tests([reporter(test, wrong) for test, wrong in zip(TESTS, OUTCOMES)])
