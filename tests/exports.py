"""Plans as CSV and iCalendar, read by other programs' readers."""

import csv
import datetime
import io
import json
import os
import re
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.path.append("/usr/lib/python3/dist-packages")  # Debian's, where python3 is another one
import icalendar
from harness import LANGUAGES, ROOT, hillplan, in_folder, run_tests, tests_of, write

PROFILES = [os.path.join(ROOT, "plans", name, "profile.yaml")
            for name in ("first-marathon", "mountain-50k", "three-days-half")]
NOT_RUN = ("cross", "strength", "drills")

# A plan whose texts are as awkward as texts get.
AWKWARD = '=HYPERLINK("http://x"), \\x; "quoted"\nand – ünïcödé ' + "ø" * 80


def export(path, form, command="generate"):
    status, out, messages = hillplan(command, path, "-f", form, text=False)
    assert status == 0, messages
    assert hillplan(command, path, "-f", form, text=False)[1] == out, "other bytes"
    return out


def plan_of(profile):
    return json.loads(export(profile, "json"))


def days_of(plan):
    return [day for week in plan["weeks"] for day in week["days"]]


def events_of(out):
    return icalendar.Calendar.from_ical(out).walk("VEVENT")


def rows_of(out):
    return list(csv.DictReader(io.StringIO(out.decode("utf-8-sig"), newline=""), strict=True))


def main_session(day):
    sessions = day.get("sessions", [])
    runs = [s for s in sessions if s["kind"] not in NOT_RUN]
    races = [s for s in runs if s["kind"] in ("race", "tune_up")]
    return (races + runs + sessions + [{}])[0]


def awkward_plan(folder):
    plan = plan_of(PROFILES[0])
    session = main_session(days_of(plan)[1])
    session.update(title=AWKWARD, notes=[AWKWARD], reasons=[{"rule": "r", "text": AWKWARD}])
    path = os.path.join(folder, "plan.json")
    with open(path, "w", encoding="utf-8") as file:
        json.dump(plan, file, ensure_ascii=False)
    return path, session


def test_csv_has_one_row_a_day_with_the_plan_s_numbers():
    for profile in PROFILES:
        plan = plan_of(profile)
        rows, days = rows_of(export(profile, "csv")), days_of(plan)
        assert [row["date"] for row in rows] == [day["date"] for day in days]
        for row, day in zip(rows, days):
            session = main_session(day)
            assert row["kind"] == session.get("kind", "rest")
            for column, key in (("distance_" + plan["units"], "distance"),
                                ("climb_m", "climb_m"), ("descent_m", "descent_m")):
                assert (float(row[column]) if row[column] else None) == session.get(key), row
            others = [s["title"] for s in day.get("sessions", []) if s is not session]
            assert all(title in row["also"] for title in others), row


def test_csv_ends_lines_as_rfc_4180_says_and_no_cell_is_a_formula():
    with tempfile.TemporaryDirectory() as folder:
        path, session = awkward_plan(folder)
        out = export(path, "csv", "print")
        assert out.startswith(b"\xef\xbb\xbf") and out.endswith(b"\r\n")
        rows = rows_of(out)
        assert rows[1]["title"] == "'" + session["title"] and rows[1]["notes"].startswith("'" + AWKWARD)
        assert not any(cell[:1] in "=+-@\t\r" for row in rows for cell in row.values() if cell)


def test_csv_weeks_has_one_row_a_week_and_one_column_a_day():
    for profile in PROFILES:
        plan = plan_of(profile)
        rows = rows_of(export(profile, "csv-weeks"))
        assert len(rows) == len(plan["weeks"])
        for row, week in zip(rows, plan["weeks"]):
            assert row["start"] == week["start"]
            assert float(row["total_" + plan["units"]]) == week["distance"]
            for day in week["days"]:
                cell = row[datetime.date.fromisoformat(day["date"]).strftime("%A")]
                titles = [session["title"] for session in day.get("sessions", [])]
                assert all(title in cell for title in titles) and (titles or cell == "Rest")


def test_a_title_with_a_number_does_not_hide_the_distance():
    with tempfile.TemporaryDirectory() as folder:
        plan = plan_of(PROFILES[0])
        session = main_session(days_of(plan)[1])
        session.update(title="VO2 by loop 2")
        path = os.path.join(folder, "plan.json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump(plan, file)
        expected = re.compile(rf"VO2 by loop 2,( moderate,)? {session['distance']:g} km")
        assert expected.search(export(path, "csv-weeks", "print").decode("utf-8-sig"))
        assert any(expected.fullmatch(event["SUMMARY"])
                   for event in events_of(export(path, "ics", "print")))


def test_what_plans_of_others_do_not_say_is_not_made_up():
    with tempfile.TemporaryDirectory() as folder:
        plan = os.path.join(folder, "plan.csv")
        with open(plan, "w", encoding="utf-8") as file:
            file.write("date,title\n2027-01-04,5 km easy\n2027-01-05,6 x 400 m\n2027-01-11,9 km easy\n")
        out = os.path.join(folder, "out.ics")
        status, told, messages = hillplan("fix", plan, "-o", out)
        assert status == 0 and "{" not in told, messages
        with open(out, "rb") as file:
            weeks = [str(event["SUMMARY"]) for event in events_of(file.read())
                     if str(event["SUMMARY"]).startswith("Week")]
        assert weeks == ["Week 1, more than 5 km", "Week 2, 9 km"], weeks
        out = os.path.join(folder, "out.csv")
        assert hillplan("fix", plan, "-f", "csv-weeks", "-o", out)[0] == 0
        with open(out, "rb") as file:
            assert [row["total_km"] for row in rows_of(file.read())] == ["", "9"]


def test_calendars_have_an_all_day_event_a_session_and_one_a_week():
    for profile in PROFILES:
        plan = plan_of(profile)
        events = events_of(export(profile, "ics"))
        sessions = [(day["date"], s) for day in days_of(plan) for s in day.get("sessions", [])]
        weeks = [event for event in events if "X-HILLPLAN-WEEK" in event]
        runs = [event for event in events if "X-HILLPLAN-WEEK" not in event]
        assert len(weeks) == len(plan["weeks"]) and len(runs) == len(sessions)
        for event, (date, session) in zip(runs, sessions):
            assert event["dtstart"].dt.isoformat() == date and session["title"] in event["summary"]
            assert str(event["x-hillplan-kind"]) == session["kind"]
        for event in events:
            assert type(event["dtstart"].dt) is datetime.date
            assert event["dtend"].dt - event["dtstart"].dt == datetime.timedelta(days=1)
            assert event["transp"] == "TRANSPARENT"
            assert event["dtstamp"].dt.date().isoformat() == plan["weeks"][0]["start"]
        races = [event for event in events if event["summary"].startswith("RACE: ")]
        assert [event["dtstart"].dt.isoformat() for event in races] == [plan["race"]["date"]]


def test_uids_differ_between_plans_and_days_and_stay_when_a_day_is_edited():
    with tempfile.TemporaryDirectory() as folder:
        edited = [str(event["uid"]) for event in events_of(
            export(awkward_plan(folder)[0], "ics", "print"))]
    plans = [[str(event["uid"]) for event in events_of(export(profile, "ics"))]
             for profile in PROFILES]
    assert edited == plans[0]
    every = [uid for plan in plans for uid in plan]
    assert len(set(every)) == len(every)


def test_calendar_texts_are_escaped_once_and_folded_at_75_octets():
    with tempfile.TemporaryDirectory() as folder:
        path, session = awkward_plan(folder)
        out = export(path, "ics", "print")
        event = next(event for event in events_of(out) if "ünïcödé" in event["summary"])
        assert event["summary"].startswith(session["title"])
        assert event["x-hillplan-title"] == session["title"]
        assert event["description"].count(AWKWARD) == 3  # what it is, the note, the reason
    lines = out.split(b"\r\n")
    assert max(map(len, lines)) <= 75 and b"\n" not in b"".join(lines)
    for line in lines:
        line.decode("utf-8")  # no character is cut
    name = re.search(r"X-WR-CALNAME:(.*)\r\n", export(PROFILES[0], "ics").decode())[1]
    assert re.fullmatch(r"Example Marathon: \d+ weeks, and \d to recover", name), name


def test_week_grids_and_bare_calendars_are_kept_by_the_runner_they_were_made_for():
    for profile in PROFILES:
        calendar = re.sub(rb"\r\nX-HILLPLAN-[^\r]*", b"", export(profile, "ics").replace(b"\r\n ", b""))
        for text, name in ((export(profile, "csv-weeks"), "plan.csv"), (calendar, "plan.ics")):
            with tempfile.TemporaryDirectory() as folder:
                path = os.path.join(folder, name)
                with open(path, "wb") as file:
                    file.write(text)
                status, out, messages = hillplan("check", path, "--runner", profile)
                assert (status, messages) == (0, ""), (profile, name, out, messages)


def test_no_rule_is_broken_for_want_of_a_runner():
    for profile in PROFILES:
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "plan.csv")
            with open(path, "wb") as file:
                file.write(export(profile, "csv"))
            status, out, messages = hillplan("check", path)
        assert (status, messages) == (0, ""), (profile, out, messages)
        assert "not judged: climb-progression: week" in out, out


def test_descriptions_tell_steps_and_reasons():
    text = export(PROFILES[0], "ics")
    described = [str(event.get("description", "")) for event in events_of(text)]
    assert any("Steps: " in one for one in described)
    assert any(re.search(r"Why: [a-z-]+: ", one) for one in described)


# ---- languages and times ----

def week_totals(out):
    """The totals of a table with a row a week."""
    rows = rows_of(out)
    column = next(name for name in rows[0] if name.startswith("total_"))
    return [float(row[column]) for row in rows]


def read_back(path, profile):
    """The totals of the weeks as hillplan reads them from a file."""
    status, out, messages = hillplan("fix", path, "--runner", profile, "-f", "csv-weeks", "-o", "-",
                                     text=False)
    assert status == 0, (path, messages)
    return week_totals(out)


@in_folder
def test_in_every_language_the_sums_are_those_of_the_plan(folder):
    for profile in PROFILES[1:]:
        plan = plan_of(profile)
        document = write(folder, "plan.json", json.dumps(plan))
        totals = [week["distance"] for week in plan["weeks"]]
        for language in LANGUAGES:
            for form, name in (("csv", "a.csv"), ("ics", "c.ics")):
                path = os.path.join(folder, name)
                status, _, messages = hillplan("print", document, "-f", form, "-o", path,
                                               "--language", language)
                assert status == 0, messages
                assert read_back(path, profile) == totals, (language, form)
            with open(path, "rb") as file:
                events = events_of(file.read())
            sums = [round(sum(float(str(event["X-HILLPLAN-DISTANCE"]).split()[0]) for event in events
                              if "X-HILLPLAN-DISTANCE" in event
                              and week["start"] <= event["dtstart"].dt.isoformat() <= week["days"][6]["date"]
                              and event["x-hillplan-kind"] != "race"), 2) for week in plan["weeks"]]
            assert sums == totals, language


def test_titles_steps_and_reasons_are_in_the_language():
    profile = PROFILES[0]
    english = {str(event["SUMMARY"]) for event in events_of(export(profile, "ics"))}
    for language in LANGUAGES:
        if language == "en":
            continue
        for form in ("ics", "csv", "csv-weeks"):
            status, out, messages = hillplan("generate", profile, "-f", form, "--language", language)
            assert status == 0, messages
            out = out.replace("\r\n ", "")
            told = re.sub(r"X-HILLPLAN-[^\r]*", "", out)
            for word in (r"Rest\b", "Easy run", "Steps:", "Why:", "recover ", "cool down", "Week 1,"):
                assert not re.search(r"\b" + word, told), (language, form, word)
        summaries = {str(event["SUMMARY"]) for event in events_of(
            hillplan("generate", profile, "-f", "ics", "--language", language)[1])}
        same = {one for one in english & summaries if not one.startswith("Week ")}  # Dutch
        assert not same, (language, same)


def test_with_a_time_sessions_begin_then_and_take_their_duration():
    for profile in PROFILES:
        plan = plan_of(profile)
        status, out, messages = hillplan("generate", profile, "-f", "ics", "--time", "06:45")
        assert status == 0, messages
        events = {str(event["uid"])[:10]: event for event in events_of(out)}
        for day in days_of(plan):
            begin = datetime.datetime.fromisoformat(day["date"] + "T06:45:00")
            for number, session in enumerate(day.get("sessions", []), 1):
                event = events[day["date"].replace("-", "") + f"-{number}"]
                duration = datetime.timedelta(seconds=session.get("duration_s", 0))
                assert event["dtstart"].dt == begin and event["dtend"].dt == begin + duration, event
                assert event["dtstart"].dt.tzinfo is None
                begin += duration
        weeks = [event for event in events_of(out) if "X-HILLPLAN-WEEK" in event]
        assert all(type(event["dtstart"].dt) is datetime.date for event in weeks)
        all_day = events_of(export(profile, "ics"))
        assert [event["uid"] for event in all_day] == [event["uid"] for event in events_of(out)]
    for wrong in ("7", "25:00", "7 am"):
        status, _, messages = hillplan("generate", PROFILES[0], "-f", "ics", "--time", wrong)
        assert status == 2 and "should be a time of day like 07:00" in messages, messages


@in_folder
def test_a_replan_updates_the_events_that_a_calendar_holds(folder):
    old, new = os.path.join(folder, "old.yaml"), os.path.join(folder, "new.yaml")
    assert hillplan("generate", PROFILES[0], "-o", old)[0] == 0
    before = events_of(hillplan("print", old, "-f", "ics")[1])
    today = before[60]["dtstart"].dt
    first = today - datetime.timedelta(days=9)
    status, _, messages = hillplan("replan", old, "--today", today.isoformat(), "--missed",
                                   f"{first}..{today - datetime.timedelta(days=1)}:illness", "-o", new)
    assert status == 0, messages
    for arguments in ((), ("--time", "18:00"), ("--language", "de")):
        after = {str(event["uid"]): event for event in events_of(
            hillplan("print", new, "-f", "ics", *arguments)[1])}
        assert {str(event["uid"]) for event in before} <= set(after)
        cancelled = [event for event in after.values() if event.get("status") == "CANCELLED"]
        assert cancelled or len(after) >= len(before)
        for event in before:
            later = after[str(event["uid"])]
            if event["dtstart"].dt >= today and "X-HILLPLAN-WEEK" not in event:
                assert later["sequence"] == 1, later


# ---- Markdown ----

def markdown_tables(text):
    """The tables of a Markdown text, as lists of rows of cells; what is escaped is plain again."""
    tables, rows = [], []
    for line in text.splitlines() + [""]:
        if line.startswith("|"):
            cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
            rows.append([re.sub(r"\\(.)", r"\1", cell.replace("<br>", "\n")) for cell in cells])
        elif rows:
            assert re.fullmatch(r"-+:?", rows[1][0]) and len({len(row) for row in rows}) == 1, rows
            tables.append([rows[0]] + rows[2:])
            rows = []
    return tables


def number(cell):
    return float(re.match(r"[\d.,]+", cell)[0].replace(",", ".")) if cell else None


def check_markdown(text, plan, in_feet=False):
    """Each number of the tables is the plan's; a day's sum and a week's are told alike."""
    overview, *weeks = markdown_tables(text)
    assert len(overview) - 1 == len(weeks) == len(plan["weeks"])
    for row, table, week in zip(overview[1:], weeks, plan["weeks"]):
        assert int(row[0]) == week["number"]
        assert number(row[3]) == week["distance"], (row, week["distance"])
        sessions = [s for day in week["days"] for s in day.get("sessions", [])]
        rows = [row for row in table[1:] if row[2]]
        assert len(rows) == len(sessions)
        assert sum(bool(row[0]) for row in table[1:]) == len(week["days"])
        runs = [row for row, s in zip(rows, sessions) if "distance" in s and s["kind"] != "race"]
        assert abs(sum(number(row[2]) for row in runs) - week["distance"]) < 0.005, week["number"]
        for row, session in zip(rows, sessions):
            if "distance" in session:
                assert number(row[2]) == session["distance"], row
            for column, key in ((3, "climb_m"), (4, "descent_m")):
                told = number(row[column])
                assert told == (session.get(key) if told is None or not in_feet
                                else round(session[key] / 0.3048)), row
            lines = row[5].split("\n") if row[5] else []
            assert len(lines) == bool(session.get("steps")) + len(session.get("notes", [])), row


def test_markdown_tables_hold_the_plan_s_numbers():
    for profile in PROFILES:
        check_markdown(export(profile, "md").decode(), plan_of(profile))
        status, out, messages = hillplan("generate", profile, "-f", "md", "--language", "de")
        assert status == 0 and "## Überblick" in out, messages
        check_markdown(out, plan_of(profile))
    miles = os.path.join(ROOT, "plans/monday-ten/profile.yaml")
    assert plan_of(miles)["units"] == "mi"
    check_markdown(export(miles, "md").decode(), plan_of(miles), in_feet=True)


def test_markdown_shows_texts_as_they_are():
    title = "a|b *c* _d_ <i>e</i> \\ `f` [g](h)\n# &lt;"
    plan = plan_of(PROFILES[0])
    main_session(days_of(plan)[1]).update(title=title, notes=[AWKWARD])
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "plan.json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump(plan, file, ensure_ascii=False)
        text = export(path, "md", "print").decode()
    cells = [row for table in markdown_tables(text)[1:] for row in table]
    assert any(title.replace("\n", " ") in row[1] for row in cells)
    assert any(AWKWARD in row[5] for row in cells)


def test_the_ending_of_the_file_chooses_the_format():
    with tempfile.TemporaryDirectory() as folder:
        for ending, form in ((".csv", "csv"), (".ics", "ics"), (".md", "md")):
            path = os.path.join(folder, "plan" + ending)
            assert hillplan("generate", PROFILES[0], "-o", path)[0] == 0
            with open(path, "rb") as file:
                assert file.read() == export(PROFILES[0], form)


if __name__ == "__main__":
    run_tests(tests_of(globals()))
