"""A runner's story, as plans/when-life-comes-between.md tells it: a plan, three weeks by their log
with a run that was missed, the flu, a race that is moved by two weeks, and what is printed."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from command_line import EXAMPLE, read
from harness import ROOT, hillplan, run_tests
from replan import days_of
from replan_log import distances, future, is_run, runs_of, write_log

MISSED = "2027-01-13"                           # a run of the third week
FLU = ("2027-01-27", "2027-02-05")              # ten days from the fifth
BY_LOG, AFTER_FLU, MOVED = "2027-01-18", "2027-02-06", "2027-02-22"
RACE, NEW_RACE = "2027-05-02", "2027-05-16"
PAGES = os.environ.get("STORY_PAGES")           # a folder to keep the pages in, to look at them


class Story:
    """The files of a runner in a folder, and what became of them step by step."""

    def __init__(self, folder):
        self.folder = folder
        self.told = {}
        self.plans = {}
        self.run("generate", EXAMPLE, "-o", self.path("plan.json"), name="plan")
        runs = [run for run in runs_of(self.plans["plan"], BY_LOG) if run[0] != MISSED]
        self.replan("log", BY_LOG, "plan", "--log", write_log(folder, runs, "runs.csv"))
        self.replan("flu", AFTER_FLU, "log", "--missed", "..".join(FLU) + ":illness")
        with open(self.path("moved.yaml"), "w", encoding="utf-8") as file:
            file.write(read(EXAMPLE).decode().replace(f"date: {RACE}", f"date: {NEW_RACE}"))
        self.replan("moved", MOVED, "flu", "--runner", self.path("moved.yaml"))

    def path(self, name):
        return os.path.join(self.folder, name)

    def run(self, *arguments, name):
        status, self.told[name], messages = hillplan(*arguments)
        assert (status, messages) == (0, ""), (arguments, messages)
        self.plans[name] = json.loads(read(self.path(f"{name}.json")))

    def replan(self, name, today, before, *arguments):
        self.run("replan", self.path(f"{before}.json"), "--today", today, *arguments, "-o",
                 self.path(f"{name}.json"), name=name)
        status, found, _ = hillplan("check", self.path(f"{name}.json"))
        assert status == 0, (name, found)
        for date, day in days_of(self.plans[before]).items():
            if date < today:
                mine = {key: value for key, value in days_of(self.plans[name])[date].items()
                        if key not in ("status", "run")}
                theirs = {key: value for key, value in day.items() if key not in ("status", "run")}
                assert mine == theirs, (mine, theirs)


STORY = {}


def story():
    if not STORY:
        STORY["folder"] = tempfile.TemporaryDirectory()
        STORY["story"] = Story(STORY["folder"].name)
    return STORY["story"]


def test_one_missed_run_is_no_reason_to_plan_anew():
    told = story().told["log"]
    assert told.startswith("Until Sunday 2027-01-17: 14 runs done, 1 missed (7 km).\n"), told
    assert days_of(story().plans["log"])[MISSED]["status"] == "missed"
    was, now = distances(story().plans["plan"]), distances(story().plans["log"])
    assert all(new <= old and new >= 0.95 * old for old, new in zip(was, now)), (was, now)


def test_after_the_flu_the_weeks_come_back_in_steps():
    plan, told = story().plans["flu"], story().told["flu"]
    assert "Days off: 2027-01-27 to 2027-02-05, illness, 10 days. This costs " in told, told
    level = max(distances(plan)[2:4])
    week = next(i for i, week in enumerate(plan["weeks"]) if week["start"] > AFTER_FLU)
    assert distances(plan)[week] <= 0.6 * level and distances(plan)[week + 1] <= 0.8 * level
    assert distances(plan)[week + 2] >= 0.95 * level, distances(plan)
    first = [day for date, day in sorted(days_of(plan).items()) if date >= AFTER_FLU][:5]
    for session in (session for day in first for session in day.get("sessions", [])):
        assert session["kind"] in ("easy", "strength"), session
    # A tune-up race and lighter weeks leave few weeks to grow in, but it does grow beyond the level.
    assert max(distances(plan)[week + 3:]) >= 1.05 * level, distances(plan)


def test_two_weeks_more_are_used():
    flu, moved = story().plans["flu"], story().plans["moved"]
    assert f"The race is on {NEW_RACE}, before on {RACE}.\n" in story().told["moved"]
    assert len(moved["weeks"]) == len(flu["weeks"]) + 2
    now = next(i for i, week in enumerate(moved["weeks"]) if week["start"] >= MOVED)
    assert max(distances(moved)[now:]) > max(distances(flu)[now:]), (distances(flu),
                                                                     distances(moved))
    assert [s["kind"] for s in days_of(moved)[NEW_RACE]["sessions"]] == ["race"]
    assert not [s for s in days_of(moved)[RACE].get("sessions", []) if s["kind"] == "race"]
    assert [entry["date"] for entry in moved["replanned"]] == [BY_LOG, AFTER_FLU, MOVED]
    assert moved["breaks"] == flu["breaks"] and moved["made_from"] == flu["made_from"]


def assert_weeks_tell_what_was_run(text):
    for week in story().plans["moved"]["weeks"]:
        planned = week["distance"]
        run = sum(session["distance"] for day in week["days"] if day.get("status") != "missed"
                  for session in day.get("sessions", [])
                  if is_run(session) and session["kind"] != "race")
        amount = f"{planned:g} km" if run == planned else f"{run:g} / {planned:g} km"
        heading = next(line for line in text.splitlines() if week["start"] in line)
        assert f"  {amount}  " in heading, (heading, amount)


def test_what_is_printed_tells_what_became_of_the_days():
    path = story().path("plan.pdf")
    status, _, messages = hillplan("print", story().path("moved.json"), "-o", path)
    assert (status, messages) == (0, ""), messages
    text = subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True,
                          text=True).stdout
    for words in ("Sun 16 May 2027", "missed", "missed: Illness", "done", "Illness"):
        assert words in text, words
    status, text, _ = hillplan("print", story().path("moved.json"), "-f", "text", "-o", "-")
    missed = sum(day.get("status") == "missed" for day in days_of(story().plans["moved"]).values())
    assert status == 0 and text.count("          missed") == missed > 5, missed
    assert_weeks_tell_what_was_run(text)
    if PAGES:
        subprocess.run(["pdftoppm", "-png", "-r", "60", path, os.path.join(PAGES, "story")],
                       check=True)


def test_followed_to_the_end_it_stays():
    plan = story().plans["moved"]
    for today in ("2027-03-08", "2027-04-14", "2027-05-15"):
        log = write_log(story().folder, [run for run in runs_of(plan, today) if not (
            run[0] == MISSED or FLU[0] <= run[0] <= FLU[1])], "later.csv")
        told = hillplan("replan", story().path("moved.json"), "--today", today, "--log", log)[1]
        assert told.endswith("No day changes.\n"), (today, told)
        assert any(is_run(s) for day in plan["weeks"][-1]["days"] for s in day.get("sessions", []))


def test_the_guide_tells_the_same_story():
    """Its commands, in the order of the text, beside the files that they need."""
    guide = os.path.join(ROOT, "plans", "when-life-comes-between.md")
    commands = re.findall(r"^    hillplan (.*)$", read(guide).decode(), re.M)
    with tempfile.TemporaryDirectory() as folder:
        for name, source in (("profile.yaml", EXAMPLE), ("runs.csv", story().path("runs.csv")),
                             ("moved.yaml", story().path("moved.yaml"))):
            shutil.copy(source, os.path.join(folder, name))
        for command in commands:
            status, _, messages = hillplan(*command.split(), cwd=folder)
            assert (status, messages) == (0, ""), (command, status, messages)
        plan = hillplan("print", os.path.join(folder, "spring.yaml"), "-f", "json", "-o", "-")[1]
    assert future(json.loads(plan), MOVED) == future(story().plans["moved"], MOVED)


if __name__ == "__main__":
    run_tests([test_the_guide_tells_the_same_story,
               test_one_missed_run_is_no_reason_to_plan_anew,
               test_after_the_flu_the_weeks_come_back_in_steps,
               test_two_weeks_more_are_used,
               test_what_is_printed_tells_what_became_of_the_days,
               test_followed_to_the_end_it_stays])
