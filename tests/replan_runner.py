"""hillplan replan --runner and days edited by hand: what has changed of the runner, and what stays."""

import json
import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from command_line import EXAMPLE, in_folder, plan_document, read, write
from harness import hillplan, run_tests, tests_of
from replan import AFTER_FLU, FLU, assert_past_is_kept, days_of, replan

TODAY = "2027-02-25"
RACE = "2027-05-02"


def profile(folder, *changes):
    """The example's profile with texts replaced."""
    text = read(EXAMPLE).decode()
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return write(folder, "profile.yaml", text)


def plan_and_path(folder):
    path = write(folder, "plan.json", plan_document("json"))
    return json.loads(read(path)), path


def write_plan(folder, plan):
    """A plan that was edited; its sums are left to the days."""
    for week in plan["weeks"]:
        for key in ("distance", "climb_m", "descent_m"):
            week.pop(key, None)
    return write(folder, "edited.json", json.dumps(plan))


def easy_day(plan, after):
    return next(day for date, day in days_of(plan).items() if date > after and
                [session["kind"] for session in day.get("sessions", [])] == ["easy"])


def distances(plan):
    return [week["distance"] for week in plan["weeks"]]


@in_folder
def test_the_same_profile_changes_nothing(folder):
    plan, path = plan_and_path(folder)
    for runner in (EXAMPLE, write(folder, "race.yaml",
                                  f"race: {{date: {RACE}, distance: marathon}}\n")):
        after, told = replan(path, TODAY, "--runner", runner)
        assert told.endswith("No day changes.\n"), (runner, told)
        assert after["made_from"] == plan["made_from"] and after["title"] == plan["title"]


@in_folder
def test_a_new_recent_race_gives_new_paces(folder):
    plan, path = plan_and_path(folder)
    runner = profile(folder, ('time: "49:30"', 'time: "47:30"'))
    after, told = replan(path, TODAY, "--runner", runner)
    assert "No day changes" not in told, told
    assert_past_is_kept(plan, after, TODAY)
    for pace in ("marathon", "threshold", "interval", "repetition"):
        assert after["paces"][pace] < plan["paces"][pace], pace
    threshold = [step["steps"][0]["pace"][0] for date, day in days_of(after).items() if date >= TODAY
                 for session in day.get("sessions", []) if session["kind"] == "tempo"
                 for step in session["steps"] if step.get("repeat")]
    assert threshold and set(threshold) == {after["paces"]["threshold"]}, threshold


@in_folder
def test_a_moved_race_makes_phases_anew(folder):
    plan, path = plan_and_path(folder)
    for date, weeks in (("2027-05-16", 2), ("2027-04-18", -2)):
        runner = profile(folder, (f"date: {RACE}", f"date: {date}"))
        new_path = os.path.join(folder, "new.json")
        status, told, messages = hillplan("replan", path, "--today", TODAY, "--runner", runner,
                                          "-o", new_path)
        assert (status, messages) == (0, ""), messages
        assert f"The race is on {date}, before on {RACE}.\n" in told, told
        after = json.loads(read(new_path))
        assert_past_is_kept(plan, after, TODAY)
        assert len(after["weeks"]) == len(plan["weeks"]) + weeks and after["race"]["date"] == date
        assert [(entry["date"], entry.get("anew")) for entry in after["replanned"]] == \
            [(TODAY, True)], after["replanned"]
        sessions = days_of(after)[date]["sessions"]
        assert [session["kind"] for session in sessions] == ["race"], sessions
        # Nobody starts from less than they run, nor from more than a tenth beyond it.
        now = next(i for i, week in enumerate(after["weeks"]) if week["start"] > TODAY)
        level = max(distances(plan)[now - 5:now])
        assert 0.85 * level < distances(after)[now] <= 1.1 * level, (level, distances(after))
        assert hillplan("check", new_path)[0] == 0
        # Followed from there, with and without the profile, it stays.
        for arguments in ([], ["--runner", runner]):
            told = hillplan("replan", new_path, "--today", "2027-03-18", *arguments)[1]
            assert told.endswith("No day changes.\n"), told


def events(path):
    """The events of a plan's calendar by UID: the lines of each."""
    status, text, messages = hillplan("print", path, "-f", "ics", "-o", "-")
    assert status == 0, messages
    found = {}
    for event in text.replace("\r\n ", "").split("BEGIN:VEVENT")[1:]:
        lines = dict(line.split(":", 1) for line in event.strip().splitlines() if ":" in line)
        assert lines["UID"] not in found, lines
        found[lines["UID"]] = lines
    return found


@in_folder
def test_a_calendar_of_a_plan_made_anew_updates_that_of_before(folder):
    plan, path = plan_and_path(folder)
    before = events(path)
    for date in ("2027-05-16", "2027-04-18"):
        runner = profile(folder, (f"date: {RACE}", f"date: {date}"))
        after, _ = replan(path, TODAY, "--runner", runner)
        new_path = write(folder, "new.json", json.dumps(after))
        now = events(new_path)
        assert set(before) <= set(now), sorted(set(before) - set(now))[:5]
        for uid, event in before.items():
            day = uid[:4] + "-" + uid[4:6] + "-" + uid[6:8]
            is_over = day < TODAY and (uid[9:13] != "week" or day <= "2027-02-15")
            assert not is_over or now[uid] == event, (event, now[uid])
            if not is_over:
                assert (now[uid]["SEQUENCE"], now[uid]["DTSTAMP"]) == ("1", "20270225T000000Z")
        live = {uid for uid, event in now.items() if event.get("STATUS") != "CANCELLED"}
        days = sum(len(day.get("sessions", [])) for day in days_of(after).values())
        assert len(live) == days + len(after["weeks"]) and len(live) < len(now)
        # Back again: what was cancelled is there, in a newer revision.
        again, _ = replan(new_path, "2027-03-04", "--runner", profile(folder))
        assert set(events(write(folder, "again.json", json.dumps(again)))) >= set(now)
    assert all("SEQUENCE" not in event for event in before.values())


@in_folder
def test_a_race_is_not_moved_to_where_nothing_can_be_planned(folder):
    _, path = plan_and_path(folder)
    for date, expected in (
            ("2027-03-03", "is less than 10 days after --today 2027-02-25; a race can be moved to "
                           "2027-03-07 or later"),
            ("2027-02-01", "is before --today 2027-02-25"),
            ("2032-02-01", "make a new plan with hillplan generate")):
        runner = write(folder, "race.yaml", f"race: {{date: {date}, distance: marathon}}\n")
        out = os.path.join(folder, "out.yaml")
        status, told, messages = hillplan("replan", path, "--today", TODAY, "--runner", runner,
                                          "-o", out)
        assert status in (2, 3) and told == "" and expected in messages, (date, status, messages)
        assert not os.path.exists(out)


@in_folder
def test_other_run_days_hold_from_today_on(folder):
    plan, path = plan_and_path(folder)
    days = re.search(r"run_days: (\[.*?\])", read(EXAMPLE).decode())[1]
    runner = profile(folder, (f"run_days: {days}", "run_days: [tue, thu, sat, sun]"),
                     ("  quality: [wed, thu]", "  quality: [thu]"))
    after, _ = replan(path, TODAY, "--runner", runner)
    assert_past_is_kept(plan, after, TODAY)
    races = [after["race"]["date"]] + [race["date"] for race in after.get("tune_up_races", [])]
    for week in after["weeks"]:
        for number, day in enumerate(week["days"]):
            runs = [s for s in day.get("sessions", []) if s["kind"] not in ("strength", "drills")]
            if day["date"] >= TODAY and runs and day["date"] not in races:
                assert number in (1, 3, 5, 6), day


@in_folder
def test_days_off_to_come_make_nothing_anew_but_their_weeks(folder):
    plan, path = plan_and_path(folder)
    runner = profile(folder, ("  starts_on: mon",
                              "  unavailable: [2027-03-22..2027-03-26]\n  starts_on: mon"))
    after, _ = replan(path, TODAY, "--runner", runner)
    assert "anew" not in after["replanned"][0] and after["breaks"][0]["first"] >= "2027-03-22"
    for was, now in zip(plan["weeks"][:12], after["weeks"]): # one week less to grow in
        assert was["phase"] == now["phase"] and abs(was["distance"] - now["distance"]) <= 1, now
    # What the log told of days off remains, and the race may move besides.
    ill, _ = replan(path, AFTER_FLU, "--missed", FLU)
    after, _ = replan(write(folder, "ill.json", json.dumps(ill)), TODAY, "--runner", runner)
    assert len(after["breaks"]) == 2 and after["breaks"][0] == ill["breaks"][0], after["breaks"]


@in_folder
def test_what_was_before_the_plan_stays_and_that_is_said(folder):
    plan, path = plan_and_path(folder)
    weeks = re.search(r"recent_weeks: (\[.*?\])", read(EXAMPLE).decode())[1]
    runner = profile(folder, (weeks, "[55, 60, 61, 66]"))
    after, messages = replan(path, TODAY, "--runner", runner)
    assert "runner.recent_weeks are those before the plan, which stay as they were" in messages
    assert after["made_from"] == plan["made_from"] and distances(after) == distances(plan)


@in_folder
def test_a_session_of_ones_own_stays(folder):
    plan, _ = plan_and_path(folder)
    mine = easy_day(plan, TODAY)
    mine["sessions"][0].update(title="Run with Anna", distance=9)
    after, messages = replan(write_plan(folder, plan), TODAY)
    assert days_of(after)[mine["date"]] == mine
    assert f"{mine['date']} was edited by hand (Run with Anna), and stays as it is" in messages
    again, _ = replan(write(folder, "again.json", json.dumps(after)), TODAY)
    assert distances(again) == distances(after)


@in_folder
def test_no_old_note_or_reason_survives_on_a_day_made_anew(folder):
    plan, _ = plan_and_path(folder)
    mine = easy_day(plan, TODAY)
    mine["sessions"][0].update(notes=["An old note."],
                               reasons=[{"rule": "hard-easy", "text": "an old reason"}])
    after, _ = replan(write_plan(folder, plan), TODAY)
    assert "An old note." not in json.dumps(after) and "an old reason" not in json.dumps(after)


@in_folder
def test_a_day_of_ones_own_that_breaks_a_rule_is_told_and_nothing_written(folder):
    for change in ({"locked": True}, {}):
        plan, _ = plan_and_path(folder)
        mine = easy_day(plan, TODAY)
        mine.update(change)
        mine["sessions"][0].update(distance=60, duration_s=20000, title="A very long run")
        out = os.path.join(folder, "out.yaml")
        status, told, messages = hillplan("replan", write_plan(folder, plan), "--today", TODAY,
                                          "-o", out)
        assert (status, told) == (1, "") and not os.path.exists(out), (status, messages)
        assert f"{mine['date']} of week " in messages and "is yours" in messages, messages


if __name__ == "__main__":
    run_tests(tests_of(globals()))
