"""Days off of each kind: what every plan with them keeps, and what some of them are told."""

import datetime
import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from harness import hillplan, in_folder, run_tests, tests_of, write

PROFILE = """\
start: 2026-12-28
units: km
runner:
  recent_weeks: [39, 40, 41, 42]
  longest_recent_run: 15
  recent_race: {distance: 10k, time: "49:30"}
race: {date: 2027-05-02, distance: marathon, climb_m: 400, descent_m: 400}
tune_up_races: [{date: 2027-03-28, distance: half}]
week:
  run_days: [tue, wed, thu, sat, sun]
  long_run: sun
  unavailable: [%s]
hills: {access: any}
"""
RUN_DAYS = (1, 2, 3, 5, 6)
RACE, TUNE_UP = "2027-05-02", "2027-03-28"
RACES = ("race", "tune_up")
NOT_RUN = ("cross", "strength", "drills")
LATE = "isn't finished before the taper"
SATURDAYS = [datetime.date(2027, 1, 9) + n * datetime.timedelta(weeks=2) for n in range(8)]
WEEKENDS = [f"{day}..{day + datetime.timedelta(days=1)}" for day in SATURDAYS]


def off(first, last, reason):
    return f"{{from: {first}, to: {last}, reason: {reason}}}"


# Entries of the profile; days of the breaks that follow; what the verdict tells.
CASES = {
    "over the year's end": ([off("2026-12-29", "2027-01-04", "holiday")], [7], ""),
    "before week 1": ([off("2026-12-14", "2026-12-27", "illness")], [14], ""),
    "four weeks before week 1": ([off("2026-11-28", "2026-12-27", "injury")], [31], ""),
    "over day 1": ([off("2026-12-19", "2027-01-06", "illness")], [19], ""),
    "single dates": (["2027-01-13", "2027-02-06", "2027-02-28"], [1, 1, 2], ""),
    "every second weekend": (WEEKENDS, [3] * len(WEEKENDS), ""),
    "a break within a return": ([off("2027-01-25", "2027-02-05", "illness"),
                                 off("2027-02-16", "2027-02-21", "injury")], [11, 7], ""),
    "a day off within a return": ([off("2027-01-25", "2027-02-05", "illness"), "2027-02-16"],
                                  [11, 1], ""),
    "a tune-up race inside": ([off("2027-03-22", "2027-03-31", "holiday")], [9], ""),
    "in the taper": ([off("2027-04-13", "2027-04-22", "illness")], [11], LATE),
    "over race week's eve": ([off("2027-04-29", "2027-05-01", "holiday")], [3], ""),
    "five weeks": ([off("2027-01-18", "2027-02-21", "injury")], [35], ""),
}


def runs_of(day):
    return [session for session in day.get("sessions", []) if session["kind"] not in NOT_RUN]


def training(runs):
    return sum(run["distance"] for run in runs if run["kind"] != "race")


def is_off(plan, date):
    return any(pause["first"] <= date <= pause["last"] for pause in plan["breaks"])


def assert_cut_weeks(name, plan):
    """Each week before the race has its share of the largest before it and 10 %, and no run in it
    is longer than all before; races aside."""
    most, longest = 42, 15
    for week in plan["weeks"]:
        days = [day for day in week["days"] if day["date"] < RACE]
        open_days = sum(datetime.date.fromisoformat(day["date"]).weekday() in RUN_DAYS
                        and not is_off(plan, day["date"]) for day in week["days"])
        runs = [run for day in days for run in runs_of(day)]
        trained = [run for run in runs if run["kind"] not in RACES]
        if open_days < len(RUN_DAYS) and len(runs) == len(trained):
            share = 1.1 * most * open_days / len(RUN_DAYS)
            assert training(runs) <= share + 0.02, (name, week["number"], training(runs), share)
            assert all(run["distance"] <= longest for run in trained), (name, week["number"])
        most = max(most, training(runs))
        longest = max([longest] + [run["distance"] for run in runs])
    biggest = max(training(run for day in week["days"] for run in runs_of(day))
                  for week in plan["weeks"])
    assert biggest >= 42, (name, biggest)


@in_folder
def test_plans_with_days_off_of_every_kind_keep_what_is_promised(folder):
    for name, (entries, lengths, told) in CASES.items():
        path = write(folder, "profile.yaml", PROFILE % ", ".join(entries))
        out = os.path.join(folder, "plan.json")
        status, _, messages = hillplan("generate", path, "-f", "json", "-o", out)
        assert status == 0, (name, messages)
        status, findings, _ = hillplan("check", out)
        assert status == 0, (name, findings)
        with open(out, encoding="utf-8") as file:
            plan = json.load(file)
        assert [pause["days"] for pause in plan["breaks"]] == lengths, (name, plan["breaks"])
        for day in (day for week in plan["weeks"] for day in week["days"]):
            kinds = [run["kind"] for run in runs_of(day)]
            if is_off(plan, day["date"]):
                assert set(kinds) <= set(RACES), (name, day)
            assert ("race" in kinds) == (day["date"] == RACE), (name, day)
            assert ("tune_up" in kinds) == (day["date"] == TUNE_UP), (name, day)
        assert_cut_weeks(name, plan)
        verdict = plan["verdict"]["text"]
        assert (LATE in verdict) == (told == LATE), (name, verdict)


if __name__ == "__main__":
    run_tests(tests_of(globals()))
