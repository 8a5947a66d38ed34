"""hillplan replan --log: what became of each day, what counts of it, and what is told of a log that
does not fit."""

import csv
import json
import os
import random
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from command_line import in_folder, plan_document, read, write
from harness import ROOT, hillplan, run_tests, tests_of
from replan import AFTER_FLU, FLU, assert_past_is_kept, days_of, replan

NOT_RUN = ("cross", "strength", "drills")
FIRST_FLU, LAST_FLU = FLU.split(":", maxsplit=1)[0].split("..")
AT_LAST = "2027-02-25"
KEYS = ("kind", "title", "distance", "duration_s", "climb_m", "descent_m", "steps", "reasons")


def is_run(session):
    return session["kind"] not in NOT_RUN


def runs_of(plan, until, share=lambda session: 1):
    """The plan's runs before a day as a log has them, each with a share of its distance."""
    return [[date, session["distance"] * share(session), session.get("climb_m"),
             session.get("descent_m")]
            for date, day in days_of(plan).items() if date < until
            for session in day.get("sessions", []) if is_run(session)]


def write_log(folder, runs, name="runs.csv"):
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["date", "distance_km", "climb", "descent"])
        table.writerows([date, f"{distance:.2f}", *hills] for date, distance, *hills in runs)
    return path


def future(plan, today):
    """What is to be run from a day on."""
    return {date: [{key: session.get(key) for key in KEYS} for session in day.get("sessions", [])]
            for date, day in days_of(plan).items() if date >= today}


def distances(plan):
    return [week["distance"] for week in plan["weeks"]]


def plan_and_path(folder):
    path = write(folder, "plan.json", plan_document("json"))
    return json.loads(read(path)), path


@in_folder
def test_a_log_of_what_was_planned_changes_nothing(folder):
    plan, path = plan_and_path(folder)
    chance = random.Random(1)
    for share in (lambda _: 1, lambda _: chance.uniform(0.94, 1.06)):
        log = write_log(folder, runs_of(plan, AT_LAST, share))
        after, told = replan(path, AT_LAST, "--log", log)
        assert told.endswith("No day changes.\n"), told
        assert_past_is_kept(plan, after, "9999")
        marks = {day.get("status") for date, day in days_of(after).items() if date < AT_LAST}
        assert marks == {"done", None}, marks
    facts = after["replanned"][0]["log"]
    runs = runs_of(plan, AT_LAST)
    assert (facts["files"], facts["runs"], facts["first"], facts["last"]) == \
        (1, len(runs), runs[0][0], runs[-1][0]), facts


@in_folder
def test_a_gap_in_the_log_is_what_missed_tells(folder):
    plan, path = plan_and_path(folder)
    today = "2027-02-16"
    runs = [run for run in runs_of(plan, today) if not FIRST_FLU <= run[0] <= LAST_FLU]
    by_log, messages = replan(path, today, "--log", write_log(folder, runs))
    assert "no reason is told, so they count as illness" in messages, messages
    by_hand, _ = replan(path, today, "--missed", FLU)
    assert future(by_log, today) == future(by_hand, today)
    assert by_log["breaks"] == by_hand["breaks"]
    assert [day.get("status") for day in days_of(by_log).values()] == \
        [day.get("status") for day in days_of(by_hand).values()]
    # Both may tell it, and the reason is that of --missed.
    both, _ = replan(path, today, "--log", write_log(folder, runs), "--missed",
                     FLU.replace("illness", "holiday"))
    assert both["breaks"][0]["reason"] == "holiday", both["breaks"]


@in_folder
def test_missed_runs_are_in_a_row_though_a_run_day_between_them_was_free(folder):
    plan, path = plan_and_path(folder)
    plan["week"]["run_days"] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    sunday, tuesday = "2027-01-24", "2027-01-26"
    days_of(plan)[tuesday]["sessions"][0].update(distance=6, duration_s=2340)
    for week in plan["weeks"]:
        week.pop("distance")
    path = write(folder, "every-day.json", json.dumps(plan))
    runs = [run for run in runs_of(plan, AT_LAST) if not sunday <= run[0] <= tuesday]
    by_log, _ = replan(path, AT_LAST, "--log", write_log(folder, runs))
    by_hand, _ = replan(path, AT_LAST, "--missed", f"{sunday}..{tuesday}")
    assert by_log["breaks"] == by_hand["breaks"] and by_log["breaks"][0]["days"] == 3, (
        by_log["breaks"], by_hand["breaks"])
    assert future(by_log, AT_LAST) == future(by_hand, AT_LAST)


@in_folder
def test_running_more_than_planned_is_no_licence_for_more(folder):
    plan, path = plan_and_path(folder)
    log = write_log(folder, runs_of(plan, AT_LAST, lambda _: 1.4))
    new_path = os.path.join(folder, "new.json")
    status, told, messages = hillplan("replan", path, "--today", AT_LAST, "--log", log, "-o",
                                      new_path)
    assert (status, messages) == (0, ""), messages
    after = json.loads(read(new_path))
    grown = [week for week, (was, now) in enumerate(zip(distances(plan), distances(after)), 1)
             if now > was]
    assert not grown and "Otherwise than planned: " in told, (grown, told)
    day = days_of(after)["2027-01-17"]
    assert day["status"] == "changed", day
    assert day["run"][0]["distance"] == round(day["sessions"][0]["distance"] * 1.4, 2), day
    status, found, messages = hillplan("check", new_path)
    assert status == 0, (found, messages)
    # The longest run of late was far too long; those to come are no longer for it.
    long_runs = [max((s["distance"] for s in day.get("sessions", []) if s["kind"] == "long"),
                     default=0) for day in days_of(after).values()]
    assert long_runs == [max((s["distance"] for s in day.get("sessions", [])
                              if s["kind"] == "long"), default=0) for day in days_of(plan).values()]


@in_folder
def test_a_run_that_nobody_planned_is_extra_and_counts_for_rest(folder):
    plan, path = plan_and_path(folder)
    rest = next(date for date, day in days_of(plan).items()
                if date > "2027-02-17" and not day.get("sessions"))
    today = f"{rest[:8]}{int(rest[8:]) + 1:02}"
    runs = runs_of(plan, today) + [[rest, 12, 900, 900]]
    after, _ = replan(path, today, "--log", write_log(folder, sorted(runs)))
    day = days_of(after)[rest]
    assert day["status"] == "extra" and day["run"][0]["descent_m"] == 900, day
    assert_past_is_kept(plan, after, today)
    for ahead in range(3):
        date = f"{today[:8]}{int(today[8:]) + ahead:02}"
        for session in filter(is_run, days_of(after)[date].get("sessions", [])):
            assert session["effort"] == "easy" and session["terrain"] in ("flat", "rolling"), (
                date, session)


@in_folder
def test_a_run_on_another_day_is_moved(folder):
    plan, path = plan_and_path(folder)
    today = "2027-01-18"
    runs = [["2027-01-11", *run[1:]] if run[0] == "2027-01-12" else run
            for run in runs_of(plan, today)]
    after, told = replan(path, today, "--log", write_log(folder, runs))
    assert told.endswith("No day changes.\n") and "on another day: 1;" in told, told
    was, on = days_of(after)["2027-01-12"], days_of(after)["2027-01-11"]
    assert was["status"] == "moved" and was["run"][0]["moved_to"] == "2027-01-11", was
    assert on["status"] == "extra" and on["run"][0]["moved_from"] == "2027-01-12", on
    # The same of a shorter run by far, or three days off: missed there, and extra here.
    runs = [["2027-01-11", 3, None, None] if run[0] == "2027-01-12" else run
            for run in runs_of(plan, today)]
    after, _ = replan(path, today, "--log", write_log(folder, runs))
    assert days_of(after)["2027-01-12"]["status"] == "missed"
    assert days_of(after)["2027-01-11"]["status"] == "extra"


@in_folder
def test_a_run_of_today_makes_today_past(folder):
    plan, path = plan_and_path(folder)
    today = "2027-01-17"
    assert days_of(plan)[today]["sessions"][0]["kind"] == "long"
    runs = runs_of(plan, today) + [[today, 9, 30, 30]]
    after, _ = replan(path, today, "--log", write_log(folder, runs))
    assert days_of(after)[today]["status"] == "changed"
    assert days_of(after)[today]["sessions"] == days_of(plan)[today]["sessions"]
    assert after["replanned"][0]["date"] == "2027-01-18"


@in_folder
def test_the_same_log_changes_nothing_the_second_time(folder):
    plan, path = plan_and_path(folder)
    today, chance = "2027-02-16", random.Random(2)
    runs = [run for run in runs_of(plan, today, lambda _: chance.uniform(0.6, 1.3))
            if not FIRST_FLU <= run[0] <= LAST_FLU and chance.random() < 0.9]
    log = write_log(folder, runs)
    after, _ = replan(path, today, "--log", log)
    path = write(folder, "new.json", json.dumps(after))
    again, told = replan(path, today, "--log", log)
    assert again == after and told.endswith("No day changes.\n"), told


@in_folder
def test_every_kind_of_table_marks_the_same(folder):
    """The fixtures hold the same runs; a plan in their time has the same days by all of them."""
    profile = read(os.path.join(ROOT, "plans/first-marathon/profile.yaml")).decode()
    profile = profile.replace("start: 2026-12-28", "start: 2026-10-19")
    path = os.path.join(folder, "plan.json")
    source = write(folder, "profile.yaml", profile)
    status, _, messages = hillplan("generate", source, "-o", path, "-f", "json", "--today",
                                   "2026-10-01")
    assert status == 0, messages
    days = {}
    for name in sorted(os.listdir(os.path.join(ROOT, "tests/logs"))):
        if not name.endswith(".csv"):
            continue
        after, _ = replan(path, "2026-11-23", "--log", os.path.join(ROOT, "tests/logs", name),
                          "--time-zone", "Europe/Berlin", "--log-units",
                          "mi" if name.endswith("-mi.csv") else "km")
        days[name] = [day.get("status") for day in days_of(after).values()]
    assert len(days) == 11 and len({str(marks) for marks in days.values()}) == 1, days


@in_folder
def test_logs_that_do_not_fit_are_told_with_what_to_do(folder):
    plan, path = plan_and_path(folder)
    early = write_log(folder, [["2026-06-01", 10, 0, 0]], "early.csv")
    ends = write_log(folder, runs_of(plan, FIRST_FLU), "ends.csv")
    bad = write(folder, "bad.csv", "date,distance_km\n2027-01-05,far\n")
    before = sorted(os.listdir(folder))
    for log, arguments, expected in [
        (early, [], "there is no run from the plan's first day 2026-12-28 to --today 2027-02-13"),
        (ends, [], "the last run is on 2027-02-02, 11 days before --today"),
        (ends, [], "--missed 2027-02-03..2027-02-12:illness"),
        (ends, ["--missed", "2027-01-03..2027-01-04"],
         "--missed: 2027-01-03..2027-01-04 holds a run, that of 2027-01-03 in the log"),
        (bad, [], "bad.csv:2:12: error: "),
        (os.path.join(folder, "none.csv"), [], "none.csv: error: "),
    ]:
        status, out, messages = hillplan("replan", path, "--today", AFTER_FLU, "--log", log,
                                         *arguments, "-o", os.path.join(folder, "out.yaml"))
        assert status in (2, 4) and out == "" and expected in messages, (log, status, messages)
    assert sorted(os.listdir(folder)) == before
    assert hillplan("replan", path, "--today", AFTER_FLU, "--log", ends, "--missed", FLU)[0] == 0


if __name__ == "__main__":
    run_tests(tests_of(globals()))
