"""How viewers and readers aloud meet the PDF: reading order, bookmarks, page labels, no complaints."""

import datetime
import json
import os
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from harness import ROOT, hillplan, run_tests, tests_of

EXAMPLE = os.path.join(ROOT, "plans/first-marathon/profile.yaml")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December")
FOLDER = tempfile.TemporaryDirectory()
PDF = os.path.join(FOLDER.name, "plan.pdf")
PLAN = json.loads(hillplan("generate", EXAMPLE, "-f", "json")[1])
assert hillplan("generate", EXAMPLE, "-o", PDF) == (0, "", "")


def output(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def bookmarks():
    """(title, page) of each."""
    outline = json.loads(output("qpdf", "--json", "--json-key=outlines", PDF))["outlines"]
    return [(entry["title"], entry["destpageposfrom1"]) for entry in outline]


def main_runs():
    """Each day's run, by date; on the day of a race that, and not what is run around it."""
    for week in PLAN["weeks"]:
        for day in week["days"]:
            runs = [session for session in day.get("sessions", [])
                    if session["kind"] not in ("strength", "drills", "cross", "run_walk")]
            if runs:
                races = [run for run in runs if run["kind"] in ("race", "tune_up")]
                yield datetime.date.fromisoformat(day["date"]), (races + runs)[0]


def test_each_page_has_its_bookmark_and_its_number():
    pages = int(re.search(r"Pages:\s+(\d+)", output("pdfinfo", PDF)).group(1))
    assert [page for _, page in bookmarks()] == list(range(1, pages + 1)), bookmarks()
    labels = json.loads(output("qpdf", "--json", "--json-key=pagelabels", PDF))["pagelabels"]
    assert [(label["index"], label["label"]) for label in labels] == [(0, {"/S": "/D", "/St": 1})]
    for page in range(1, pages + 1):
        text = output("pdftotext", "-layout", "-f", str(page), "-l", str(page), PDF, "-")
        assert f"page {page} of {pages}" in text, text[-300:]


def test_months_read_day_by_day():
    """In the order of the content: date, session, distance of a day before those of the next."""
    pages = [page for title, page in bookmarks() if title.split()[0] in MONTHS]
    text = output("pdftotext", "-raw", "-f", str(pages[0]), "-l", str(pages[-1]), PDF, "-")
    read = 0
    for date, session in main_runs():
        cell = re.compile(rf"\b{date.day}(?: [^\W\d]+)?\n{session['distance']:g}\n")
        found = cell.search(text)
        assert found, (date, text)
        text = text[found.end():]
        read += 1
    assert read > 80, read


def test_months_tell_days_to_go():
    text = output("pdftotext", "-raw", PDF, "-")
    race = datetime.date.fromisoformat(PLAN["race"]["date"])
    for week in PLAN["weeks"]:
        to_go = (race - datetime.date.fromisoformat(week["start"])).days
        told = re.search(rf"^−{to_go} d\n{week['number']}$", text, re.M)
        assert bool(told) == (to_go > 0), (week["number"], to_go)


def test_months_tell_on_which_days_the_legs_mend():
    mountains = os.path.join(ROOT, "plans/mountain-50k/profile.yaml")
    pages = os.path.join(FOLDER.name, "mountain.pdf")
    assert hillplan("generate", mountains, "-o", pages)[0] == 0
    plan = json.loads(hillplan("generate", mountains, "-f", "json")[1])
    mending = sum("legs_mend" in day for week in plan["weeks"] for day in week["days"])
    text = output("pdftotext", "-raw", pages, "-")
    assert text.count("legs mend") >= mending > 4, mending


def test_the_race_is_told_beside_the_week_that_leaves_it_out():
    text = output("pdftotext", "-layout", PDF, "-")
    assert len(re.findall(r"race \+42\.2 km", text)) >= 2, "overview, month and week of the race"


def test_no_viewer_complains():
    for command in (("pdftotext", PDF, "-"), ("pdfinfo", PDF), ("qpdf", "--check", PDF),
                    ("mutool", "draw", "-q", "-F", "txt", "-o", os.devnull, PDF)):
        done = subprocess.run(command, capture_output=True, text=True)
        complaints = [line for line in done.stderr.splitlines()
                      if line != "warning: ICC support is not available"]
        assert done.returncode == 0 and not complaints, (command, complaints)


run_tests(tests_of(globals()))
