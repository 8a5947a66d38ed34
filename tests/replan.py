"""hillplan replan as a runner meets it: what stays, what comes, what is told, and what is refused."""

import csv
import io
import json
import os
import re
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from command_line import EXAMPLE, in_folder, plan_document, read, write
from harness import LANGUAGES, hillplan, run_tests, tests_of

FLU = "2027-02-03..2027-02-12:illness"
AFTER_FLU = "2027-02-13"
MARKS = ("status", "run")


def days_of(plan):
    return {day["date"]: day for week in plan["weeks"] for day in week["days"]}


def replan(path, today, *arguments):
    status, text, messages = hillplan("replan", path, "--today", today, *arguments, "-o", "-", "-f",
                                      "json")
    assert status == 0, messages
    return json.loads(text), messages


def assert_past_is_kept(before, after, today):
    old, new = days_of(before), days_of(after)
    for date, day in old.items():
        if date < today:
            left = {key: value for key, value in new[date].items() if key not in MARKS}
            assert left == {k: v for k, v in day.items() if k not in MARKS}, (day, new[date])


def past_rows(path):
    """The table's rows before the day after the flu, without what the week is for: its rest may be
    for something else."""
    text = hillplan("print", path, "-f", "csv", "-o", "-")[1]
    return [row[:3] + row[5:] for row in csv.reader(io.StringIO(text))
            if row and row[0].startswith("202") and row[0] < AFTER_FLU]


@in_folder
def test_a_plan_that_was_followed_does_not_change(folder):
    path = write(folder, "plan.json", plan_document("json"))
    before = json.loads(read(path))
    for today in ("2026-12-29", "2027-01-04", "2027-02-25", "2027-04-20"):
        status, told, messages = hillplan("replan", path, "--today", today)
        assert (status, messages) == (0, "") and told.endswith("No day changes.\n"), (told, messages)
        after, told = replan(path, today)
        assert_past_is_kept(before, after, "9999")
        assert after["replanned"] == [{"date": today}] and "No day changes.\n" in told, told
        marks = {day.get("status") for date, day in days_of(after).items() if day.get("sessions")
                 and date < today}
        assert marks == {"done"}, marks
    assert json.loads(read(path)) == before


@in_folder
def test_after_illness_the_weeks_come_back_in_steps(folder):
    path, new_path = write(folder, "plan.yaml", plan_document()), os.path.join(folder, "new.yaml")
    before = json.loads(plan_document("json"))
    status, told, messages = hillplan("replan", path, "--today", AFTER_FLU, "--missed", FLU, "-o",
                                      new_path)
    assert (status, messages) == (0, ""), messages
    assert re.match(r"Until Friday 2027-02-12: 26 runs done, 7 missed \([67][\d.]+ km\).\n"
                    "Days off: 2027-02-03 to 2027-02-12, illness, 10 days. This costs [\\d.]+ km[.]\n",
                    told), told
    assert re.search(r"^Back at the level of before \([\d.]+ km\) in week 10[.]$", told, re.M), told
    assert re.search(r"^\d+ days changed, none before today", told, re.M), told
    assert hillplan("check", new_path)[0] == 0
    after, _ = replan(path, AFTER_FLU, "--missed", FLU)
    assert_past_is_kept(before, after, AFTER_FLU)
    pause, = after["breaks"]
    assert (pause["first"], pause["last"], pause["days"], pause["reason"]) == (
        "2027-02-03", "2027-02-12", 10, "illness"), pause
    # Lost is what was missed, and what the weeks up to the race hold less.
    missed = sum(session.get("distance", 0) for day in days_of(after).values()
                 if day.get("status") == "missed" for session in day["sessions"])
    less = sum(old["distance"] - new["distance"] for old, new in zip(before["weeks"], after["weeks"])
               if old["start"] <= before["race"]["date"])
    assert abs(pause["lost"] - missed - less) < 0.001, (pause, missed, less)
    assert f"{{10}} days off cost {{{pause['lost']:g} km}} in all." in after["verdict"]["text"]
    assert days_of(after)["2027-02-04"]["status"] == "missed"
    assert after["made_from"] == before["made_from"] and after["weeks"][7]["kind"] == "return"
    assert [week.get("percent") for week in after["weeks"]][6:11] == [60, 60, 80, 100, None]
    assert past_rows(new_path) == past_rows(path) and past_rows(path)
    # Followed from there on, it stays.
    told = hillplan("replan", new_path, "--today", "2027-03-01")[1]
    assert told.endswith("No day changes.\n"), told


@in_folder
def test_a_single_easy_run_is_no_loss(folder):
    path = write(folder, "plan.json", plan_document("json"))
    easy = next(date for date, day in days_of(json.loads(read(path))).items() if date > "2027-01-12"
                and [s.get("session") for s in day.get("sessions", [])] == ["recovery-run"])
    today = easy[:8] + f"{int(easy[8:]) + 1:02}"
    status, told, messages = hillplan("replan", path, "--today", today, "--missed", easy)
    assert (status, messages) == (0, "") and told.endswith("No day changes.\n"), (told, messages)
    after, _ = replan(path, today, "--missed", easy)
    assert days_of(after)[easy]["status"] == "missed" and "breaks" not in after
    # For a reason it is a day off all the same.
    after, _ = replan(path, today, "--missed", easy + ":injury")
    assert after["breaks"][0]["reason"] == "injury", after["breaks"]


@in_folder
def test_a_locked_day_stays(folder):
    plan = json.loads(plan_document("json"))
    locked = next(day for date, day in days_of(plan).items() if date > "2027-02-16" and
                  [s["kind"] for s in day.get("sessions", [])] == ["easy"])
    locked["locked"] = True
    path = write(folder, "plan.json", json.dumps(plan))
    after, _ = replan(path, AFTER_FLU, "--missed", FLU)
    assert days_of(after)[locked["date"]] == locked
    locked["sessions"][0].update(distance=60, duration_s=20000)
    for week in plan["weeks"]:
        week.pop("distance")
    status, out, messages = hillplan("replan", write(folder, "plan.json", json.dumps(plan)),
                                     "--today", AFTER_FLU, "-o", "-")
    assert status in (1, 3) and out == "", (status, messages)


@in_folder
def test_days_off_without_a_reason_count_as_illness_and_it_is_said(folder):
    path = write(folder, "plan.json", plan_document("json"))
    after, messages = replan(path, AFTER_FLU, "--missed", FLU.split(":", maxsplit=1)[0])
    assert "no reason is told, so they count as illness" in messages, messages
    assert after["breaks"][0]["reason"] == "illness"


@in_folder
def test_a_plan_without_its_origin_is_made_anew_all_the_same(folder):
    plan = json.loads(plan_document("json"))
    plan.pop("made_from")
    path = write(folder, "plan.json", json.dumps(plan))
    after, messages = replan(path, "2027-02-25")
    assert "does not say what it was made from (made_from)" in messages, messages
    changed = [date for date, day in days_of(plan).items()
               if [s.get("distance") for s in day.get("sessions", [])] !=
               [s.get("distance") for s in days_of(after)[date].get("sessions", [])]]
    assert not changed, changed


@in_folder
def test_what_cannot_be_made_anew_is_told_with_what_to_do(folder):
    path = write(folder, "plan.yaml", plan_document())
    table = write(folder, "plan.csv", hillplan("print", path, "-f", "csv", "-o", "-")[1])
    before = sorted(os.listdir(folder))
    for arguments, expected in [
        ([path], "replan needs --today DATE"),
        ([path, "--today", "2026-12-01"], "--today: 2026-12-01 is before the plan"),
        ([path, "--today", "2026-12-01"], "make a new one with hillplan generate"),
        ([path, "--today", "2027-08-01"], "--today: 2027-08-01 is after the race"),
        ([path, "--today", AFTER_FLU, "--missed", "flu"], "--missed: 'flu' should be a date"),
        ([path, "--today", AFTER_FLU, "--missed", "2027-02-12..2027-02-03"],
         "has its last date before the first; swap them"),
        ([path, "--today", AFTER_FLU, "--missed", "2027-02-03:ilness"],
         "; did you mean 'illness'?"),
        ([path, "--today", AFTER_FLU, "--missed", "2026-02-03"], "2026-02-03 is not in the plan"),
        ([path, "--today", AFTER_FLU, "--missed", "2027-03-03"], "2027-03-03 is not before today"),
        ([path, "--today", AFTER_FLU, "-o", path], "the output would overwrite what is being read here: the plan;"),
        ([table, "--today", AFTER_FLU], "is no plan document"),
        ([EXAMPLE, "--today", AFTER_FLU], "this is no plan document"),
    ]:
        status, out, messages = hillplan("replan", *arguments)
        assert (status, out) == (2, "") and expected in messages, (arguments, out, messages)
    _, _, messages = hillplan("replan", path, "--today", AFTER_FLU, "--missed", "2026-02-03",
                              "--missed", "2027-03-03")
    assert messages.count("error:") == 2, messages
    assert sorted(os.listdir(folder)) == before


@in_folder
def test_fix_and_check_point_to_replan_after_missed_days(folder):
    plan = json.loads(plan_document("json"))
    before = [week["distance"] for week in plan["weeks"]]
    first, last = FLU.split(":", maxsplit=1)[0].split("..")
    for date, day in days_of(plan).items():
        if first <= date <= last:
            day.pop("sessions", None)
    for week in plan["weeks"]:
        for key in ("distance", "climb_m", "descent_m"):
            week.pop(key)
    path, out = write(folder, "plan.json", json.dumps(plan)), os.path.join(folder, "out.yaml")
    advice = f"hillplan replan {path} --today {AFTER_FLU} --missed {FLU}"
    status, told, messages = hillplan("fix", path, "-o", out)
    assert (status, told) == (3, "") and not os.path.exists(out), (status, told)
    assert "nothing is shortened: there is no run from 2027-02-03 to 2027-02-12" in messages
    assert messages.endswith(advice + "\n"), messages
    status, _, messages = hillplan("check", path)
    assert status == 1 and messages.endswith(advice + "\n"), messages
    # Which helps: the weeks come back, where fix would have left them small.
    after, _ = replan(path, AFTER_FLU, "--missed", FLU)
    assert max(week["distance"] for week in after["weeks"]) >= 0.9 * max(before)
    # One day without a run is another matter.
    plan = json.loads(plan_document("json"))
    for week in plan["weeks"]:
        week.pop("distance")
    days_of(plan)[first]["sessions"] = []
    assert hillplan("fix", write(folder, "plan.json", json.dumps(plan)))[0] == 0


@in_folder
def test_the_changes_are_told_in_the_language_of_the_plan(folder):
    english = hillplan("replan", write(folder, "plan.yaml", plan_document()), "--today", AFTER_FLU,
                       "--missed", FLU)[1]
    sentences = [line for line in english.splitlines() if not line.startswith("  ")]
    for language in LANGUAGES:
        if language == "en":
            continue
        text = plan_document().replace("  language: en", f"  language: {language}")
        status, told, messages = hillplan("replan", write(folder, "plan.yaml", text), "--today",
                                          AFTER_FLU, "--missed", FLU)
        assert (status, messages) == (0, ""), messages
        same = set(sentences) & set(told.splitlines())
        assert not {line for line in same if not line.startswith("week ")}, (language, same)
        assert " days" not in told and "before" not in told, (language, told[:600])


@in_folder
def test_the_overview_tells_breaks_and_steps_in_every_language(folder):
    for language in LANGUAGES:
        path = os.path.join(folder, f"{language}.yaml")
        text = plan_document().replace("  language: en", f"  language: {language}")
        told = hillplan("replan", write(folder, "plan.yaml", text), "--today", AFTER_FLU,
                        "--missed", FLU, "-o", path)[1]
        pause, level = told.splitlines()[1:3]
        assert pause.endswith(".") and level.endswith("."), told
        pdf = os.path.join(folder, f"{language}.pdf")
        status, _, messages = hillplan("print", path, "--pages", "overview", "-o", pdf)
        assert (status, messages) == (0, ""), messages
        page = " ".join(subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True,
                                       capture_output=True, text=True).stdout.split())
        for words in (pause, level):
            assert " ".join(words.split()) in page, (language, words, page)
        steps = re.findall(r"\b(60|80|100) ?%", page)
        assert set(steps) == {"60", "80", "100"}, (language, page)


if __name__ == "__main__":
    run_tests(tests_of(globals()))
