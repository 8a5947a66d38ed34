"""The example rules at work: each plans a runner it fits, and the plan holds what the rule asks for.

What a plan should hold is said here once more, in Python, so that a rule that does nothing is seen.
"""

import datetime
import json
import os
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from harness import ROOT, hillplan, run_tests

FOLDER = os.path.join(ROOT, "scripts/examples")
NOT_RUN = ("cross", "strength", "drills")

PROFILE = """\
start: {start}
runner:
  name: Example Runner
  recent_weeks: [{recent}]
  recent_race: {{distance: 10k, time: "48:00"}}
race:
  name: Example Race
  date: {race}
  distance: {distance}
  climb_m: {climb}
  descent_m: {climb}
week:
  run_days: [{days}]
  long_run: sat
hills:
  access: any
"""
MARATHON = {"start": "2027-01-04", "race": "2027-05-02", "distance": "marathon", "climb": 300,
            "recent": "44, 46, 48, 48", "days": "mon, tue, wed, thu, sat, sun"}
SUMMER = {**MARATHON, "start": "2027-05-31", "race": "2027-10-03"}
TEN = {**MARATHON, "distance": "10k", "climb": 100}
MIDWEEK = {**TEN, "days": "tue, wed, thu, sat"}
ULTRA = {**MARATHON, "distance": "50k", "climb": 1800, "recent": "60, 62, 64, 64"}


def days_of(plan):
    return [(week, datetime.date.fromisoformat(day["date"]), day.get("sessions", []))
            for week in plan["weeks"] for day in week["days"]]


def runs(sessions):
    return [session for session in sessions
            if session["kind"] not in NOT_RUN + ("race", "tune_up")]


def is_hard(sessions):
    return any(session.get("effort") == "hard" and session["kind"] not in ("race", "tune_up")
               for session in sessions)


def is_long(sessions):
    return any(session["kind"] == "long" for session in sessions)


def no_hills_on_monday(plan):
    return not any(date.weekday() == 0 and any(
        session["kind"] in ("uphill", "downhill") or session["terrain"] in
        ("uphill", "downhill", "hilly") for session in runs(sessions))
        for _, date, sessions in days_of(plan))


def run_club(plan):
    return all(runs(sessions) for week, date, sessions in days_of(plan)
               if date.weekday() == 1 and week["phase"] in ("base", "build", "peak"))


def heat_months(plan):
    return all(run["duration_s"] <= 120 * 60 for _, date, sessions in days_of(plan)
               if 6 <= date.month <= 8 for run in runs(sessions))


def masters_recovery(plan):
    hard = [date for _, date, sessions in days_of(plan) if is_hard(sessions)]
    return all((after - before).days >= 3 for before, after in zip(hard, hard[1:]))


def return_after_injury(plan):
    return all(run["distance"] <= 10 and run["descent_m"] <= 100 and run["effort"] != "hard"
               for week, _, sessions in days_of(plan) if week["number"] <= 4
               for run in runs(sessions))


def back_to_back(plan):
    days = days_of(plan)
    return all(runs(sessions) for (_, _, before), (week, _, sessions) in zip(days, days[1:])
               if is_long(before) and week["number"] % 2 == 0 and week["phase"] in ("build", "peak"))


def shift_work(plan):
    return not any(is_hard(sessions) or is_long(sessions)
                   for number, (_, _, sessions) in enumerate(days_of(plan)) if number % 8 <= 2)


def treadmill_winter(plan):
    return all(run["descent_m"] <= 60 for _, date, sessions in days_of(plan)
               if date.month in (11, 12, 1, 2) and date.weekday() < 5 for run in runs(sessions))


def nine_percent_by_time(plan):
    times = []
    for week in plan["weeks"]:
        time = sum(run["duration_s"] for day in week["days"]
                   for run in day.get("sessions", []) if run["kind"] not in NOT_RUN + ("race",))
        if times and time > max(times[-4:]) * 1.09:
            return False
        times.append(time)
    return True


def vert_budget(plan):
    return all(week["climb_m"] <= 1200 and week["descent_m"] <= 900 for week in plan["weeks"])


def hill_weeks(plan):
    weeks = [week for week in plan["weeks"]
             if week["phase"] in ("build", "peak") and week["kind"] != "lighter"]
    kinds = [{run["kind"] for day in week["days"] for run in runs(day.get("sessions", []))}
             for week in weeks if week["number"] % 2 == 0]
    return all(week["climb_m"] >= 0.95 * 300 or any(fact["what"] == "wish" for fact in week.get("gave_up", []))
               for week in weeks) and all("uphill" in kind for kind in kinds)


# A runner it fits, and whether the plan without the rule breaks it.
EXAMPLES = {
    no_hills_on_monday: (TEN, True),
    run_club: (MARATHON, False),
    heat_months: (SUMMER, True),
    masters_recovery: (MIDWEEK, True),
    return_after_injury: (MARATHON, True),
    back_to_back: (ULTRA, False),
    shift_work: (MARATHON, True),
    treadmill_winter: (ULTRA, True),
    nine_percent_by_time: (MARATHON, True),
    vert_budget: (ULTRA, True),
    hill_weeks: (MARATHON, True),
}


def make_plan(profile, *arguments):
    status, out, messages = hillplan("generate", profile, "-f", "json", *arguments)
    assert status == 0, messages
    return json.loads(out)


def example_test(holds, runner, matters):
    name = holds.__name__.replace("_", "-")

    def test():
        with tempfile.TemporaryDirectory() as folder:
            profile = os.path.join(folder, "profile.yaml")
            with open(profile, "w", encoding="utf-8") as file:
                file.write(PROFILE.format(**runner))
            plan = make_plan(profile, "--rules", os.path.join(FOLDER, name + ".lua"))
            assert holds(plan), "the plan does not hold what the rule asks for"
            assert not any(entry["rule"] == name for entry in plan.get("gave_way", [])), name
            if matters:
                assert not holds(make_plan(profile)), "the plan is the same without the rule"
    test.__name__ = name
    return test


def test_no_example_is_forgotten():
    there = sorted(os.path.splitext(name)[0] for name in os.listdir(FOLDER))
    assert there == sorted(holds.__name__.replace("_", "-") for holds in EXAMPLES), there
    assert there == sorted(os.path.splitext(name)[0]
                           for name in os.listdir(os.path.join(ROOT, "tests/rules/examples")))


run_tests([example_test(holds, *wanted) for holds, wanted in EXAMPLES.items()]
          + [test_no_example_is_forgotten])
