"""check for other people's plans: what is read of them, what is said, and what stays unknown."""

import csv
import datetime
import io
import json
import os
import re
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from harness import ROOT, hillplan, run_tests, tests_of

EXAMPLE = os.path.join(ROOT, "plans/first-marathon/profile.yaml")

GRID = """\
Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun
1,rest,5-6 mile easy,6 mi tempo,3 miles easy,Rest,cross-training,8 mile long run
2,rest,5-6 mile easy,4 mile tempo,3 miles easy,off,4 mi hills,10 miles long
3,-,6 mi easy,5 mi tempo,3 mi easy,,downhill 6 miles,14 miles long
4,rest,6 mi tempo,5 mi tempo,3 mi easy,rest,2 mi easy,half marathon race
"""

SCHEDULE = """\
id: example
name: An example
units: mi
type: Half
schedule:
- description: the only week
  workouts:
  - {title: Rest, distance: 0}
  - {title: "{6} easy", distance: 6}
  - {title: "{8} w/ {4} @ LT", distance: 8}
  - {title: Rest}
  - {title: "10-16 miles", distance: 1}
  - {title: "{6:10} long run", distance: [6, 10]}
  - {title: "{13.1} race", distance: 13.1}
"""

# Weeks of 10, 12, 8 and 12 miles: the last one is more than 110 % of the week before, but not of
# the recent peak.
SAWTOOTH = "date,title\n" + "".join(
    f"2027-01-{4 + 7 * week:02d},{miles} mi easy\n"
    for week, miles in enumerate((10, 11, 8, 11)))


def check(text, name, *arguments):
    """Status, report and messages (with the file's name left out) of a plan of that text."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, name)
        with open(path, "wb") as file:
            file.write(text if isinstance(text, bytes) else text.encode())
        status, out, messages = hillplan("check", path, *arguments)
    return status, out.replace(path, name), messages.replace(path, name)


def findings(text, name, *arguments):
    status, out, messages = check(text, name, "-f", "json", *arguments)
    assert status in (0, 1), messages
    return json.loads(out), messages


def broken(text, name, *arguments):
    """(rule, week) of what is broken."""
    return {(f["rule"], f["week"]) for f in findings(text, name, *arguments)[0]["findings"]
            if f["status"] == "broken"}


def week_distance(text, name, *arguments):
    """What weekly-ramp says that week 2 holds, where week 1 is one mile."""
    report = findings(text, name, *arguments)[0]
    return [f["value"] for f in report["findings"] if f["rule"] == "weekly-ramp"
            and "value" in f and not f.get("at_least")]


def cell_distance(cell):
    grid = f'week,mon,tue,wed,thu,fri,sat,sun\n1,1 mi easy,,,,,,\n2,"{cell}",,,,,,\n'
    return week_distance(grid, "plan.csv")


def test_grids_break_rules_by_week_with_numbers_and_weekdays():
    status, out, messages = check(GRID, "grid.csv")
    assert status == 1 and messages == "", messages
    assert "week 3, 34 mi\n" in out
    assert "must: weekly-ramp: 34 mi in the week, 29.7 mi allowed: 110 % of 27 mi" in out
    assert "must: hard-easy: Wednesday: " in out and "downhill-recovery: Sunday: " in out
    assert "2001" not in out, out


def test_plans_without_dates_are_not_judged_by_the_calendar():
    grid = ("week,mon,tue,wed,thu,fri,sat,sun\n1,rest,5 mi easy,rest,5 mi easy,rest,5k race,6 mi tempo\n"
            "2,rest,5 mi easy,6 x 400 m hills,5 mi easy,rest,rest,14 mi long\n")
    _, out, _ = check(grid, "grid.csv")
    assert "after the race of Saturday of week 1 are easy" in " ".join(out.split()), out
    for example in ("heat-months", "treadmill-winter"):
        rule = os.path.join(ROOT, "scripts/examples", example + ".lua")
        report, _ = findings(grid, "grid.csv", "--rules", rule)
        told = [found for found in report["findings"] if found["rule"] == example]
        assert told and all(found["status"] == "not_judged" for found in told), told
        assert "day.date" in told[0]["text"] and "2001" not in str(report), told


def test_distances_of_cells_are_those_of_the_whole_run_or_unknown():
    for cell, distance in (("5-6 mile easy", 6), ("5 to 6 miles", 6), ("8 easy", 8),
                           ("8.5 mi", 8.5), ("8,5 mi", 8.5), ("10 miles w/ 4 @ LT", 10),
                           ("10 miles with 6 x 400 m", 10), ("5K race; 3 mi easy", 3),
                           ("7 mi at 8:30/mi", 7), ("Long run, 9 mi, +200 −200 m", 9),
                           ("6 mi @ 10k pace", 6), ("6 mi pace", 6), ("10 (long)", 10),
                           ("30 tempo", None), ("3 m run", None), ("5 × 1000 m", None), ("6 x 400 m", None),
                           ("2 mi warm-up, 4 mi tempo", None), ("4 mi easy, 4 mi hard", None),
                           ("45 min easy", None)):
        expected = [] if distance is None else [distance]
        got = cell_distance(cell + ("; rest" if distance is None else ""))
        assert got == expected, (cell, got)


TELL = """return { api = 1, id = "tell", title = "Tell", level = "should", why = "Tests.",
    allow = function(day)
        local told = { "rest" }
        local session = day.sessions[1]
        for i, field in ipairs(session and { "kind", "effort", "terrain", "distance", "duration_s" } or {}) do
            told[i] = hillplan.known(session, field) and tostring(session[field]) or "?"
        end
        for _, field in ipairs(session and hillplan.known(session, "is_run") and session.is_run and { "climb_m", "descent_m" } or {}) do
            told[#told + 1] = hillplan.known(session, field) and field .. " " .. session[field] or nil
        end
        return false, table.concat(told, " ")
    end }"""


def told_of_cells(cells):
    """Kind, effort, terrain, hundredths of a km and seconds of each cell, "?" where unknown."""
    text = "date,title\n" + "".join(
        f'{datetime.date(2027, 1, 4) + datetime.timedelta(i)},"{cell}"\n' for i, cell in enumerate(cells))
    with tempfile.TemporaryDirectory() as folder:
        rule = os.path.join(folder, "tell.lua")
        with open(rule, "w", encoding="utf-8") as file:
            file.write(TELL)
        report, messages = findings(text + "2027-04-25,6 km easy", "cells.csv", "--rules", rule,
                                    "--strict")
    by_date = {found["date"]: found["text"] for found in report["findings"] if found["rule"] == "tell"}
    return [by_date[date] for date in sorted(by_date)][:len(cells)], messages


def test_cells_are_read_as_people_mean_them():
    expected = {
        "90' long run": "long ? ? ? 5400", "20 min easy": "easy easy ? ? 1200",
        "1h30 easy": "easy easy ? ? 5400", "1h 30m easy": "easy easy ? ? 5400",
        "1 h 15 min long": "long ? ? ? 4500", "1/2 hour easy": "easy easy ? ? 1800",
        "2 h long": "long ? ? ? 7200", "6 1/2 km easy": "easy easy ? 650 ?",
        "6½ km easy": "easy easy ? 650 ?", "3/4 km easy": "easy easy ? 75 ?",
        "1 000 m": "? ? ? 100 ?", "6 x 800 m with 400 m jog": "intervals hard ? ? ?",
        "8 x 400 m with 200 m walk": "intervals hard ? ? ?",
        "8 km easy with 4 x 20 s strides": "strides easy ? 800 ?",
        "easy 8 km + core": "easy easy ? 800 ?", "core + 8 km easy": "easy easy ? 800 ?",
        "core and weights": "strength ? ? ? ?", "gym 30 min": "strength ? ? ? 1800",
        "6 km or cross train": "? ? ? ? ?", "rest or easy 5 km": "? ? ? ? ?",
        "5 km no hills": "? ? ? 500 ?", "5 km easy, avoid downhill": "easy easy ? 500 ?",
        "8 km easy + 20 min yoga": "easy easy ? 800 ?", "swim, then 8 km easy": "easy easy ? 800 ?",
        "30 min bike + 5 km run": "? ? ? 500 ?", "bike to the run 5 km": "? ? ? ? ?",
        "Long bike ride 60 km": "cross ? ? ? ?", "Long hike 20 km": "cross ? ? ? ?",
        "8 km easy, 5 min walk cool down": "easy easy ? 800 ?", "30 min walk": "cross ? ? ? 1800",
        "Total 12 km incl. 6 km tempo": "tempo hard ? 1200 ?", "Week's long run": "long ? ? ? ?",
        "Off-road long run": "long ? ? ? ?", "Free run": "? ? ? ? ?",
        "Total body strength 30 min": "strength ? ? ? 1800", "Dentist": "? ? ? ? ?",
        "5 x (4 min run 1 min walk)": "run_walk easy ? ? ?", "2 x 20 min easy": "easy easy ? ? ?",
        "10 km @ half marathon effort": "race_pace hard ? 1000 ?", "0": "rest", "0 km": "rest",
        "1/2 marathon": "race hard ? 2110 ?", "VO2: 5 x 1000 m @ 5K": "intervals hard ? ? ?",
        "8 km at 10k": "race_pace hard ? 800 ?", "5 easy and 4 easy": "easy easy ? 900 ?", "5 + 4": "? ? ? 900 ?",
        "5 easy + 6 strides": "strides easy ? 500 ?", "5 km easy & 3 fast": "easy hard ? 800 ?",
        "12 km (600 m climb)": "? ? ? 1200 ? climb_m 600", "D+ 600 m, 12 km": "? ? ? 1200 ? climb_m 600",
        "12 km with 1,000 ft of climbing": "? ? ? 1200 ? climb_m 305", "12 km D+600": "? ? ? 1200 ? climb_m 600",
        "Long 18 km, vert: 500 m, descent 400 m": "long ? ? 1800 ? climb_m 500 descent_m 400",
        "6 x 100 m climb": "intervals hard ? ? ?", "12 km, long descent": "long ? ? 1200 ?",
        "LR 12 km": "long ? ? 1200 ?", "8 km EZ": "easy easy ? 800 ?", "Z2 run 60'": "easy easy ? ? 3600",
        "Rest or easy run": "? ? ? ? ?", "Rest or jog": "? ? ? ? ?", "Rest or XT": "rest",
        "Long 18": "long ? ? 1800 ?", "Easy 5-6": "easy easy ? 600 ?", "Tempo 20": "tempo hard ? ? 1200",
        "45 easy": "easy easy ? ? 2700", "1:30:00 long": "long ? ? ? 5400", "1:30 long": "long ? ? ? 5400",
        "5 1/2:30:00 easy": "easy easy ? 550 ?", "Stretch & strengthen": "cross ? ? ? ?",
        "2 km easy, 6 x 800 m, 2 km easy": "intervals hard ? ? ?", "20 min easy, 8 x 400 m": "intervals hard ? ? ?",
        "Easy 2 km + 5 x 1000 m": "intervals hard ? ? ?", "WU easy, 6 x 800 m, CD": "intervals hard ? ? ?",
        "10 km with 5 x 1 km": "intervals hard ? 1000 ?", "10 km: 5 x 1 km": "intervals hard ? 1000 ?",
        "5 km & 4 x 100 m strides": "strides ? ? 500 ?", "2 km + 6 x 400 m": "intervals hard ? ? ?",
        "45 min easy + drills": "easy easy ? ? 2700", "45 min easy with core": "easy easy ? ? 2700",
        "30 km/1200 m D+": "? ? ? 3000 ? climb_m 1200", "42 km/2500 m": "? ? ? 4200 ?",
        "20 km/800m+": "? ? ? 2000 ? climb_m 800", "2 h/1000 m D+": "? ? ? ? 7200 climb_m 1000",
        "5 mi/8 km easy": "easy easy ? 800 ?", "5 min/km easy": "easy easy ? ? ?",
        "6 + 4 km easy": "easy easy ? 1000 ?", "2 km easy + 40 min tempo": "tempo hard ? ? ?",
        "20 min easy + 40 min tempo": "tempo hard ? ? 3600", "6 x 400, 2 km jog": "intervals hard ? ? ?",
        "4 x 1 km, 2 min rest": "intervals hard ? ? ?", "Fartlek 8 x 1 min on/1 min off": "intervals hard ? ? 960",
        "30 km long run with 20 min tempo": "long hard ? 3000 ?", "Long run with 8 km @ MP": "long hard ? ? ?",
        "40 min incl. 20 min tempo": "tempo hard ? ? 2400", "14 w/ 4 km fast": "? hard ? 1400 ?",
        "8 km easy, 50 min": "easy easy ? 800 3000", "6 km (2 km wu, 2 km tempo, 2 km cd)": "tempo hard ? 600 ?",
        "6 km total: 1 km WU, 4 km tempo, 1 km CD": "tempo hard ? 600 ?",
        "8 km tempo run w/ 15 min WU": "tempo hard ? 800 ?", "1. Easy 5 km": "easy easy ? 500 ?",
        "Register for the race": "rest", "Pick up race packet": "rest",
        "1 week to race!": "rest", "Marathon training: rest": "rest",
        "Half marathon training run 16 km": "? ? ? 1600 ?", "60 long": "long ? ? ? 3600", "Ski 20 km": "cross ? ? ? ?",
        "Rest before race": "rest", "Rest / travel to race": "rest", "no run": "rest",
    }
    told, messages = told_of_cells(list(expected))
    assert told == list(expected.values()), [
        (cell, got) for (cell, want), got in zip(expected.items(), told) if got != want]
    assert "'6 km or cross train' leaves a choice, and counts as unknown" in messages, messages


def test_a_time_of_two_numbers_is_in_hours_where_it_would_be_too_short_for_a_run():
    with tempfile.TemporaryDirectory() as folder:
        rule = os.path.join(folder, "tell.lua")
        with open(rule, "w", encoding="utf-8") as file:
            file.write(TELL)
        report, _ = findings("date,title,distance (km),time\n2027-01-04,easy,10,1:05\n"
                             "2027-01-05,easy,10,55:00\n2027-01-06,easy,10,0:05:00\n",
                             "times.csv", "--rules", rule, "--strict")
    told = {found["date"]: found["text"].split()[-1] for found in report["findings"]
            if found["rule"] == "tell"}
    assert [told[f"2027-01-0{day}"] for day in (4, 5, 6)] == ["3900", "3300", "300"], told


def test_cancelled_events_and_those_of_several_days_are_no_sessions():
    def event(day, summary, *lines):
        return "\r\n".join(("BEGIN:VEVENT", f"UID:{day}", f"DTSTART;VALUE=DATE:202701{day:02d}",
                            f"SUMMARY:{summary}", *lines, "END:VEVENT\r\n"))
    calendar = ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\n" + event(4, "Easy 8 km") +
                event(5, "Long run 20 km", "STATUS:CANCELLED") +
                event(6, "Interval 6 x 800 m", "DTEND;VALUE=DATE:20270109") +
                event(11, "Race week") + event(12, "Race week: 30 km") +
                event(9, "Base phase", "DTEND;VALUE=DATE:20270112") + "END:VCALENDAR\r\n")
    _, out, messages = check(calendar, "plan.ics", "-f", "json")
    assert messages == ("plan.ics:15:1: warning: 'Interval 6 x 800 m' lasts 3 days, and is left "
                        "out; give each day an event of its own\n"
                        "plan.ics:31:1: warning: 'Base phase' names no session, and is left out; so "
                        "are all events without one that repeat or last some days: 1 in all\n"), messages


def events_read(*events):
    """The dates and texts that read finds in a calendar of these events, and what it says."""
    text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\n" + "".join(
        "BEGIN:VEVENT\r\n" + ("" if "UID:" in event else f"UID:{i}\r\n") +
        f"{event}\r\nEND:VEVENT\r\n" for i, event in enumerate(events)) + "END:VCALENDAR\r\n"
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "plan.ics")
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        status, out, messages = hillplan("read", path, "-f", "json")
    cells = [(cell["date"][5:], cell["text"]) for cell in json.loads(out)["cells"]] if out else []
    return status, sorted(cells), messages.replace(path, "plan.ics")


def event_on(day, summary, *lines):
    return "\r\n".join((f"DTSTART;VALUE=DATE:2027{day}", f"SUMMARY:{summary}", *lines))


LONG = event_on("0130", "Long run 20 km")


def test_sessions_that_repeat_are_on_each_of_their_days():
    for lines, days in (
            (["RRULE:FREQ=WEEKLY;COUNT=3"], ["01-06", "01-13", "01-20"]),
            (["RRULE:FREQ=WEEKLY;UNTIL=20270118"], ["01-06", "01-13"]),
            (["rrule:freq=weekly;count=4;byday=WE,FR"], ["01-06", "01-08", "01-13", "01-15"]),
            (["RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=2"], ["01-06", "01-20"]),
            (["RRULE:FREQ=DAILY;INTERVAL=3;COUNT=3"], ["01-06", "01-09", "01-12"]),
            (["RRULE:FREQ=DAILY;COUNT=4;BYDAY=MO,WE"], ["01-06", "01-11", "01-13", "01-18"]),
            (["RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE;VALUE=DATE:20270113"], ["01-06", "01-20"]),
            (["RDATE;VALUE=DATE:20270108,20270112"], ["01-06", "01-08", "01-12"]),
            (["RDATE;VALUE=DATE:20270108", "RDATE;VALUE=DATE:20270106"], ["01-06", "01-08"])):
        status, cells, messages = events_read(event_on("0106", "8 km easy", *lines), LONG)
        assert status == 0 and messages == "", messages
        assert cells == [(day, "8 km easy") for day in days] + [("01-30", "Long run 20 km")], cells


def test_what_repeats_for_ever_ends_with_the_calendar():
    _, cells, messages = events_read(event_on("0106", "8 km easy", "RRULE:FREQ=WEEKLY"), LONG)
    assert [day for day, _ in cells] == ["01-06", "01-13", "01-20", "01-27", "01-30"], cells
    assert messages == ("plan.ics:4:1: warning: '8 km easy' repeats for ever; it is taken up to "
                        "2027-01-30, the calendar's last day\n"), messages


def test_rules_that_are_not_simple_are_refused_with_their_line():
    for lines in (["RRULE:FREQ=MONTHLY;COUNT=4"], ["RRULE:FREQ=WEEKLY;COUNT=4;BYSETPOS=1"],
                  ["RRULE:FREQ=WEEKLY;COUNT=4", "EXRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=2"],
                  ["RRULE:FREQ=WEEKLY;COUNT=4", "exrule:FREQ=WEEKLY;COUNT=2"],
                  ["RRULE:FREQ=WEEKLY;COUNT=4", "EX\r\n RULE:FREQ=WEEKLY;COUNT=2"],
                  ["RRULE:FREQ=WEEKLY;COUNT=4;BYMONTH=1"], ["RRULE:FREQ=WEEKLY;BYDAY=1MO;COUNT=3"],
                  ["RRULE:EVERY=WEEK"]):
        status, _, messages = events_read(LONG, event_on("0106", "8 km easy", *lines))
        assert status == 2 and re.match(r"plan.ics:9:1: error: '8 km easy' repeats by a rule that is "
                                        r"not read .*own\n$", messages), (lines, messages)
        status, _, messages = events_read(LONG, event_on("0106", "Ann's birthday", *lines))
        assert status == 0 and "'Ann's birthday' names no session, and is left out" in messages, messages
    status, _, messages = events_read(event_on("0106", "8 km easy", "RRULE:FREQ=WEEKLY"))
    assert status == 2 and "for ever, and nothing else ends" in messages, messages


def test_of_events_with_one_uid_the_newest_counts():
    def version(day, summary, *lines):
        return event_on(day, summary, "UID:same", *lines)
    for events, expected in (
            ([version("0106", "5 km easy", "SEQUENCE:2"), version("0107", "9 km easy", "SEQUENCE:1")],
             [("01-06", "5 km easy")]),
            ([version("0106", "5 km easy"), version("0106", "9 km easy")], [("01-06", "9 km easy")]),
            ([version("0106", "5 km easy"),
              version("0106", "5 km easy", "SEQUENCE:1", "STATUS:CANCELLED")], []),
            ([version("0106", "8 km easy", "RRULE:FREQ=WEEKLY;COUNT=3"),
              version("0114", "9 km easy", "RECURRENCE-ID;VALUE=DATE:20270113")],
             [("01-06", "8 km easy"), ("01-14", "9 km easy"), ("01-20", "8 km easy")])):
        status, cells, messages = events_read(*events, LONG)
        assert (status, messages) == (0, ""), messages
        assert cells == expected + [("01-30", "Long run 20 km")], cells
    _, cells, messages = events_read(version("0106", "5 km easy"), version("0108", "9 km easy"), LONG)
    assert len(cells) == 2 and "'5 km easy' is left out, as a later event" in messages, messages


def test_times_in_utc_are_told_once():
    calendar = ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\n" + "".join(
        f"BEGIN:VEVENT\r\nUID:{day}\r\nDTSTART:202701{day}T003000Z\r\nSUMMARY:8 km easy\r\nEND:VEVENT\r\n"
        for day in (11, 13)) + "END:VCALENDAR\r\n")
    _, _, messages = check(calendar, "plan.ics")
    assert messages.count("plan.ics:4:1: warning: times in UTC") == messages.count("\n") == 1, messages


def test_sessions_behind_the_number_of_their_week_are_sessions():
    calendar = ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\n" + "".join(
        f"BEGIN:VEVENT\r\nUID:{day}\r\nDTSTART;VALUE=DATE:202701{day}\r\nSUMMARY:{summary}\r\nEND:VEVENT\r\n"
        for day, summary in ((11, "Week 1: 5 km easy"), (12, "Week 1 Day 2: Tempo 6 km"),
                             (13, "Week 1: 50 km"), (18, "Week 2\\, recovery\\, 70 km"),
                             (19, "Week 2 - Tempo 30 km"))) + "END:VCALENDAR\r\n")
    _, out, _ = check(calendar, "plan.ics")
    assert "30 km in the week, 12.1 km allowed: 110 % of 11 km" in out, out


def test_weeks_are_counted_from_the_first_one_that_is_given():
    table = "week,day,miles,notes\n" + "".join(
        f"{week},{day},5,easy\n" for week in (10, 11, 12) for day in ("Mon", "Wed", "Fri"))
    status, out, messages = check(table, "plan.csv")
    assert status == 0 and "not judged: weekly-ramp: week 1: " in out, out
    assert messages == ("plan.csv: warning: begins with week 10, which is told of as week 1; of "
                        "those before nothing is known\n"), messages
    grid = "week,mon,tue,wed,thu,fri,sat,sun\n2,5 mi easy,,,,,,\n2,5 mi easy,,,,,,\n"
    _, _, messages = check(grid, "plan.csv")
    assert messages == ("plan.csv:2:1: warning: the week that is numbered 2 is told of as week 1, "
                        "by its place\n"), messages


BLOCK = GRID.replace("half marathon race", "8 mi easy")
RUNNER = """\
start: 2027-01-04
units: mi
runner: {name: A runner, recent_weeks: [20, 20, 20, 20], longest_recent_run: 8}
race: {date: 2027-05-09, distance: half}
"""


def first_day(text, runner, *arguments):
    """The date of the first week that a rule is told of, and what is said of the beginning."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "runner.yaml")
        with open(path, "w", encoding="utf-8") as file:
            file.write(runner)
        _, out, messages = check(text, "plan.csv", "-f", "json", "--runner", path, *arguments)
    dates = sorted(re.findall(r"20\d\d-\d\d-\d\d", out))
    told = [line for line in messages.splitlines() if "to begin on" in line]
    return dates[0] if dates else None, told


def test_a_plan_without_dates_begins_where_it_is_told():
    without = RUNNER.replace("start: 2027-01-04\n", "")
    day, told = first_day(BLOCK, RUNNER)
    assert day == "2027-01-04" and not told, (day, told)
    day, told = first_day(BLOCK, RUNNER, "--start", "2027-02-01")
    assert day == "2027-02-01" and not told, (day, told)
    day, told = first_day(BLOCK, without)
    assert day == "2027-04-12" and "its last week" in told[0] and "--start" in told[0], (day, told)
    day, told = first_day(GRID, RUNNER)
    assert day == "2027-04-12" and "its race" in told[0], (day, told)
    day, told = first_day(GRID, without)
    assert day == "2027-04-12" and not told, (day, told)


IN_MINUTES = """\
Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun
1,Rest,45 min easy,40 min tempo,30 min easy,Rest,30 min easy,1h30 long
2,Rest,45 min easy,40 min tempo,40 min easy,Rest,40 min easy,1h45 long
3,Rest,60 min easy,60 min tempo,45 min easy,Rest,45 min hills,2h30 long
"""


def test_a_plan_in_minutes_is_judged_in_minutes():
    for arguments in ((), ("--runner", EXAMPLE, "--start", "2027-01-04"), ("--strict",)):
        _, out, _ = check(IN_MINUTES, "plan.csv", *arguments)
        assert "week 3" in out and "6 h in the week, 4 h 57 min allowed" in out, out
        assert "is judged by it" in out and not re.search(r"\d km", out.split("not judged")[0]), out
    _, out, _ = check(IN_MINUTES, "plan.csv", "--runner", EXAMPLE, "--start", "2027-01-04")
    assert re.search(r"session-spike: .*2 h 30 min in a run, 1 h 5[56] min allowed", out), out


def test_fix_mends_a_plan_in_minutes_and_writes_minutes():
    with tempfile.TemporaryDirectory() as folder:
        plan, out = os.path.join(folder, "plan.csv"), os.path.join(folder, "fixed.csv")
        with open(plan, "w", encoding="utf-8") as file:
            file.write(IN_MINUTES)
        status, told, messages = hillplan("fix", plan, "-o", out)
        assert (status, messages) == (0, ""), messages
        assert "2 h 30 min -> Long run 1 h" in told and not re.search(r"\d km", told), told
        with open(out, encoding="utf-8-sig", newline="") as file:
            table = file.read()
        assert not re.search(r"\d km", table), table
        assert "Long run, 1 h" in table or "1:4" in table, table
        assert hillplan("check", out)[0] == 0
        assert hillplan("fix", out)[1].startswith("The plan keeps every must rule")


def test_times_beside_distances_count_by_the_runner_s_pace_alone():
    mixed = IN_MINUTES.replace("45 min easy", "8 km easy")
    _, out, _ = check(mixed, "plan.csv")
    assert "weekly-ramp: weeks 1-3: the plan does not say" in out, out
    _, out, _ = check(mixed, "plan.csv", "--runner", EXAMPLE, "--start", "2027-01-04")
    out = " ".join(out.split())
    assert "12 of 15 runs tell a time alone" in out and "rests on what is inferred" in out, out


def test_what_is_known_is_enough_where_it_breaks_a_rule():
    grid = GRID.replace("14 miles long", "20 miles long").replace("3,-,6 mi easy", "3,-,easy run")
    _, out, _ = check(grid, "plan.csv")
    assert re.search(r"weekly-ramp: at least \d+ mi in the week, [\d.]+ mi allowed", out), out


def test_findings_say_if_they_rest_on_what_is_inferred():
    rows = ["Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun"]
    for week, km in enumerate((40, 44, 48, 52, 57, 62, 50, 58, 63, 69, 75, 40)):
        rows.append(f"{week + 1},Rest,{km // 8} km,{km // 8} km tempo,{km // 8} km,Rest,"
                    f"{km - km // 3 - 3 * (km // 8)} km,{km // 3} km")
    text = "\n".join(rows) + "\n"
    report, _ = findings(text, "plan.csv", "--runner", EXAMPLE, "--start", "2027-01-04")
    told = [f for f in report["findings"] if f["status"] == "broken"]
    assert {"lighter-weeks"} <= {f["rule"] for f in told if f.get("inferred")}, told
    assert {"weekly-ramp"} <= {f["rule"] for f in told if not f.get("inferred")}, told
    report, _ = findings(text, "plan.csv", "--strict", "--runner", EXAMPLE, "--start", "2027-01-04")
    assert not any(f.get("inferred") for f in report["findings"])


def test_what_is_unknown_is_not_judged_and_never_kept():
    report, _ = findings("week,mon,tue,wed,thu,fri,sat,sun\n1,,,,,,6 x 400 m,10 mi\n", "plan.csv")
    unjudged = {f["rule"] for f in report["findings"] if f["status"] == "not_judged"}
    assert {"weekly-ramp", "downhill-recovery", "easy-share", "lighter-weeks"} <= unjudged
    _, out, _ = check("week,mon,tue,wed,thu,fri,sat,sun\n1,,,,,,6 x 400 m,10 mi\n", "plan.csv")
    assert "not judged: downhill-recovery: week 1: the plan does not say" in out
    assert "--runner PROFILE" in out and f"{len(unjudged)} not judged" in out, out
    # Whatever the intervals were, nothing is asked of a run five days later.
    report, _ = findings("week,mon,tue,wed,thu,fri,sat,sun\n1,,5 mi easy,,,,,\n"
                         "2,,6 x 400 m,,,,,10 mi\n", "plan.csv")
    assert 2 not in {f["week"] for f in report["findings"] if f["rule"] == "downhill-recovery"}


def test_both_readings_of_the_ramp_are_told_where_they_differ():
    status, out, _ = check(SAWTOOTH, "plan.csv")
    assert status == 1
    assert "another reading: weekly-ramp: with compare_with = recent_peak nowhere found broken; " \
        "with" in out and "which counts, not kept in week 4" in " ".join(out.split()), out
    report, _ = findings(SAWTOOTH, "plan.csv")
    assert [(r["rule"], r["value"], r["kept"]) for r in report["readings"]
            if r["rule"] == "weekly-ramp"] == [("weekly-ramp", "recent_peak", True)]
    assert "weekly-ramp: with" not in check(SAWTOOTH.replace("8 mi", "11 mi"), "plan.csv")[1]


def test_the_profile_supplies_history_and_rules():
    without, _ = findings(SAWTOOTH, "plan.csv")
    report, messages = findings(SAWTOOTH, "plan.csv", "--runner", EXAMPLE)
    assert any("runner.recent_weeks" in f["text"] for f in without["findings"])
    assert not any("runner.recent_weeks" in f["text"] for f in report["findings"])
    assert "is not within the plan" in messages  # the race of the profile


def test_explain_tells_why_and_source_once_a_rule():
    _, out, _ = check(GRID, "grid.csv", "--explain")
    assert out.count("source: Annie Bothma, 2023") == 1
    assert out.count("\nweekly-ramp: Weekly distance grows") == 1
    report, _ = findings(GRID, "grid.csv", "--explain")
    assert all(rule["title"] and rule["why"] for rule in report["rules"])


def test_schedules_are_read_with_braces_and_ranges():
    status, out, messages = check(SCHEDULE, "plan.yaml", "--runner", EXAMPLE, "--strict",
                                  "--start", "2027-04-26")
    assert status == 1 and "\nweek 1 (2027-04-26), 25 mi" in "\n" + out, out  # 6 + 8 + 1 + 10
    assert messages == ("plan.yaml:12:38: warning: the distance is stated as 1, but '10-16 miles' "
                        "says 16; the stated one counts\n")


def schedules_of_the_guide():
    """The YAML examples of templates/README.md that begin with a comment on schedules."""
    with open(os.path.join(ROOT, "templates/README.md"), encoding="utf-8") as file:
        return re.findall(r"```yaml\n(# a schedule.*?)```", file.read(), re.S)


def test_schedules_of_the_guide_are_read_as_it_says():
    found = schedules_of_the_guide()
    assert len(found) >= 5, len(found)
    for text in found:
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "plan.yaml")
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
            status, out, messages = hillplan("read", path, "-f", "json")
        assert (status, messages) == (0, ""), (text, messages)
        days = {}
        for cell in json.loads(out)["cells"]:
            day = cell.get("date") or f"{cell['week']}-{cell['day']}"
            days.setdefault(day, []).extend(
                (s["kind"], s.get("distance", [None])[-1]) for s in cell.get("sessions", []))
        runs = sorted(day for day in days.values() if day)
        assert runs == [[("easy", 8.0)], [("long", 16.0)], [("tempo", 10.0)]], (text, days)


def test_days_of_schedules_may_be_lists_nothing_or_placed():
    for text, expected in (
            ("weeks:\n- {mon: [5 km easy, 30 min yoga], tue: off, wed: , thu: no, Fri: ~}\n", 2),
            ("plan:\n- {week: 1, day: tue, title: 5 km easy}\n- {week: 2, day: Sunday, workout: 9 mi}\n", 2),
            ("plan:\n  2027-01-04: {workouts: [{title: 5 km easy}, {title: gym}]}\n", 2),
            ("Week 1:\n  Tuesday: 5 km easy\nWeek 2:\n  Tuesday: 6 km easy\n", 2),
            ("units: mi\nweeks:\n- days: [rest, '{6} easy', rest, rest, rest, rest, rest]\n", 1),
            ("unit: miles\nweeks:\n- days: [rest, 6 easy, rest, rest, rest, rest, rest]\n", 1),
            ("- date: 2027-01-04\n  kind: easy\n  distance_km: 8\n  duration: 50 min\n", 1),
            ("training:\n- [off, 5 km easy, off, off, off, off, {distance: [10, 12], type: long}]\n", 2)):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "plan.yaml")
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
            status, out, messages = hillplan("read", path, "-f", "json")
        assert status == 0, (text, messages)
        count = sum(len(cell.get("sessions", [])) for cell in json.loads(out)["cells"])
        assert count == expected, (text, out)


def test_a_stated_range_that_goes_beyond_the_title_s_is_told():
    schedule = SCHEDULE.replace("distance: [6, 10]", "distance: [6, 12]")
    _, _, messages = check(schedule, "plan.yaml")
    assert "the distance is stated as 12, but '6-10 mi long run' says 10; the stated one counts" in messages, messages


def test_tables_of_days_are_read_by_other_headings_too():
    for table in ("Date;Workout;Distance (mi)\n2027-01-04;Easy run;1\n2027-01-11;Easy run;9\n",
                  "date\tdescription\tmiles\n2027-01-04\teasy\t1\n2027-01-11\teasy\t9\n",
                  "week,day,plan\n1,Mon,1 mi easy\n2,Mon,9 mi easy\n",
                  'date,type,distance\r\n2027-01-04,Easy,"1 mi"\r\n2027-01-11,Easy,"9 mi"\r\n'):
        assert ("weekly-ramp", 2) in broken(table, "plan.csv"), table


def test_further_columns_of_words_are_notes():
    rows = rows_written("date,name,description,miles,notes\n2027-01-04,easy run,XC 8k,10,bring spikes\n"
                        "2027-01-05,easy,easy,5,\n2027-01-06,,long run,12,\n")
    told = [(row["title"], row["distance_mi"], row["notes"]) for row in rows[:3]]
    assert told == [("easy run", "10", "XC 8k; bring spikes"), ("easy", "5", ""),
                    ("long run", "12", "")], told


MOST_SIX = """return { api = 1, id = "most-six", title = "Six", level = "must", why = "Tests.",
    limit_week = function() return { runs = { max = 6, because = "six are enough" } } end }"""

SPREADSHEET = """\
Example club; spring;;;;;;;
;;;;;;;;
Week of;M;T;W;T;F;S;S;Coach
1/4/2027;rest;1 mi easy;;;;;;Ann
1/11/2027;rest;1 mi easy;;;;;8 mi easy;Ann
"""


def test_what_is_unclear_is_neither_a_run_nor_rest():
    """A week of six runs and something else: whether that is a seventh run, nobody knows."""
    with tempfile.TemporaryDirectory() as folder:
        rule = os.path.join(folder, "most-six.lua")
        with open(rule, "w", encoding="utf-8") as file:
            file.write(MOST_SIX)
        judge_seventh_cells(rule)


def judge_seventh_cells(rule):
    for cell, status in (("5 km easy", "broken"), ("run", "broken"), ("Dentist", "not_judged"),
                         ("45 min", "broken"), ("run or swim", "not_judged"), ("0", None),
                         ("rest", None), ("bike 20 km", None), ("yoga", None)):
        grid = ("week,mon,tue,wed,thu,fri,sat,sun\n"
                f"1,{cell},5 km easy,5 km easy,5 km easy,5 km easy,5 km easy,8 km long\n")
        report, _ = findings(grid, "plan.csv")
        found = {f["status"] for f in report["findings"] if f["rule"] == "rest-days"}
        assert found == ({status} if status else set()), (cell, found)
        runs = findings(grid, "plan.csv", "--rules", rule)[0]["findings"]
        found = {f["status"] for f in runs if f["rule"] == "most-six"}
        assert found == ({status} if status else set()), (cell, found)


def rows_fixed(text):
    """The rows of a plan of that text, as fix writes them."""
    with tempfile.TemporaryDirectory() as folder:
        plan, out = os.path.join(folder, "plan.csv"), os.path.join(folder, "fixed.csv")
        with open(plan, "w", encoding="utf-8") as file:
            file.write(text)
        assert hillplan("fix", plan, "-o", out)[0] == 0
        with open(out, encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))


def rows_written(text):
    """The same of a plan that breaks no must rule."""
    assert check(text, "plan.csv")[0] == 0
    return rows_fixed(text)


def test_what_is_done_beside_a_run_is_a_session_of_its_own():
    row = rows_written("date,title\n2027-01-04,8 km easy + 20 min yoga and core\n")[0]
    assert (row["title"], row["also"]) == (
        "8 km easy", "cross: 20 min yoga; strength: core"), row


def test_units_are_those_of_headings_cells_or_a_title():
    table = ("Eight weeks (miles),,\ndate,title,Elevation gain (ft)\n2027-01-04,5 easy,\"1,000\"\n"
             "2027-01-05,rest,\n2027-01-06,5 easy,100 m\n")
    rows = {row["date"]: row for row in rows_written(table)}
    assert [(rows[f"2027-01-0{day}"]["distance_mi"], rows[f"2027-01-0{day}"]["climb_m"])
            for day in (4, 6)] == [("5", "305"), ("5", "100")], rows
    _, _, messages = check(table.replace("100 m", "a lot"), "plan.csv")
    assert messages == ("plan.csv:5:19: warning: 'a lot' are no metres or feet; they count as "
                        "unknown\n"), messages


def test_a_stated_distance_settles_no_choice():
    row = rows_written("date,title,km\n2027-01-04,rest or 3 km easy,3\n2027-01-05,8 km easy,8\n")[0]
    assert (row["kind"], row["distance_km"]) == ("", ""), row
    table = "date,kind,title,km\n2027-01-04,easy,rest or 3 km easy,3\n2027-01-05,easy,8 km easy,8\n"
    row = rows_written(table)[0]
    assert (row["kind"], row["distance_km"]) == ("easy", "3"), row
    assert check(table, "plan.csv")[2] == ""


def test_a_distance_without_a_unit_is_in_that_of_its_words():
    table = "date,title,distance\n2027-01-04,5 mi easy,5\n2027-01-05,easy 5 mi,8\n2027-01-06,8 mi long,8\n"
    rows = rows_written(table)
    assert [row["distance_mi"] for row in rows if row["distance_mi"]][:3] == ["5", "8", "8"], rows
    assert check(table, "plan.csv")[2] == (
        "plan.csv:3:22: warning: the distance is stated as 8, but 'easy 5 mi' says 5; the stated one counts\n")


def test_what_fix_writes_of_unknown_runs_is_unknown_again():
    table = ("date,title\n2027-01-04,run\n2027-01-05,8 km easy flat\n2027-01-06,45 min Z2 run\n"
             "2027-01-07,2 mi run or cross\n2027-01-08,45 min\n2027-01-09,Dentist\n")
    with tempfile.TemporaryDirectory() as folder:
        plan, out = os.path.join(folder, "plan.csv"), os.path.join(folder, "fixed.csv")
        with open(plan, "w", encoding="utf-8") as file:
            file.write(table)
        assert hillplan("fix", plan, "-o", out)[0] == 0
        before, after = (json.loads(hillplan("check", path, "-f", "json")[1]) for path in (plan, out))
    assert before["findings"] == after["findings"]


def test_the_profile_s_silence_takes_no_days_and_races_away():
    profile = ("units: km\nrunner: {recent_weeks: [30, 30, 30, 30], longest_recent_run: 12}\n"
               "race: {date: 2027-01-31, distance: half}\n")
    table = ("date,title\n2027-01-18,7 km easy\n2027-01-20,7 km easy\n2027-01-22,3 km easy\n"
             "2027-01-24,10k race\n2027-01-25,5 km easy\n2027-01-31,half marathon race\n")
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "profile.yaml")
        with open(path, "w", encoding="utf-8") as file:
            file.write(profile)
        found = {rule for rule, _ in broken(table, "plan.csv", "--runner", path)}
    assert not found & {"rest-days", "race-day"}, found


def test_fix_loses_no_session_that_changes_places():
    table = ("date,title\n2027-01-04,rest\n2027-01-05,8 km easy flat\n2027-01-06,8 km intervals flat\n"
             "2027-01-07,8 km tempo flat\n2027-01-08,rest\n2027-01-09,6 km easy flat\n"
             "2027-01-10,13 km long easy flat\n")
    titles = sorted(row["title"] for row in rows_fixed(table) if row["title"] not in ("", "rest"))
    assert "8 km tempo flat" in titles and "8 km intervals flat" in titles, titles


def test_fix_tells_no_time_of_a_run_whose_distance_is_unknown():
    table = ("date,title,distance_km,duration,effort\n2027-01-04,rest,,,\n"
             "2027-01-05,8 km easy flat,8,0:48:00,easy\n2027-01-06,6 x 400 m,,,hard\n"
             "2027-01-07,rest,,,\n2027-01-08,5 x 1 km,,,hard\n"
             "2027-01-09,8 km easy flat,8,0:48:00,easy\n2027-01-10,3 x 10 min tempo,,,hard\n")
    times = {row["duration"] for row in rows_fixed(table)}
    assert times <= {"", "0:48:00"}, times


def test_rows_of_sums_and_headings_are_no_weeks():
    grid = ("week,mon,tue,wed,thu,fri,sat,sun\nBase,,,,,,,\n1,,5,,5,,5,10\n2,,5,,5,,5,11\n"
            "Phase 2: peak,,,,,,,\nWeeks 3-4,,,,,,,\n3,,5,,5,,5,12\nTotal,,15,,15,,15,33\n")
    assert broken(grid, "plan.csv", "--runner", EXAMPLE) == broken(
        "\n".join(line for line in grid.splitlines() if line[0] not in "BPTW" or line.startswith("week,")), "plan.csv",
        "--runner", EXAMPLE)
    assert not [rule for rule, _ in broken(grid, "plan.csv") if rule == "weekly-ramp"]
    status, _, messages = check("week,mon,tue,wed,thu,fri,sat/sun\n1,,5,,5,,5\n", "plan.csv")
    assert status == 2 and "no column is headed Sunday" in messages, messages
    two = "week,Monday AM,Monday PM,Tues,Weds,Thurs,Fri,Sat,Sun\n1,rest,,5,,,,,\n2,8 mi,9 mi,5,,,,,\n"
    assert ("weekly-ramp", 2) in broken(two, "plan.csv", "--runner", EXAMPLE)


def test_a_race_with_weeks_behind_it_is_told_to_be_the_goal():
    plan = ("date,title\n2027-01-09,21 km race\n2027-01-16,8 km easy\n2027-01-23,8 km easy\n")
    _, messages = findings(plan, "plan.csv")
    assert messages == ("plan.csv:2:1: warning: '21 km race' is taken for the goal race, as no "
                        "later one is named; --runner PROFILE tells another date\n"), messages
    assert findings(plan.replace("8 km easy\n2027-01-23,8 km easy", "marathon"), "plan.csv")[1] == ""


def test_a_short_race_with_weeks_behind_it_is_a_test_on_the_way():
    plan = "date,title\n" + "".join(
        f"2027-0{month}-{day:02d},{'5 km parkrun' if (month, day) == (1, 16) else '8 km easy'}\n"
        for month, day in ((1, 9), (1, 16), (1, 23), (1, 30), (2, 6)))
    report, messages = findings(plan, "plan.csv")
    assert messages == "" and not [f for f in report["findings"] if f["rule"] == "taper"], report


def judged_in_part(plan, *options):
    """The rules of a plan of eight weeks, by whether they judge some of its weeks."""
    report, _ = findings(plan, "plan.csv", *options)
    weeks = {}
    for found in report["findings"]:
        if found["status"] == "not_judged":
            weeks.setdefault(found["rule"], set()).add(found["week"])
    return [rule for rule in RULES_THAT_JUDGE if len(weeks.get(rule, ())) < 8]


RULES_THAT_JUDGE = (
    "climb-progression downhill-economy downhill-progression downhill-recovery drills easy-share hard-easy "
    "hills-and-flats lighter-weeks long-run race-day race-recovery rest-days return-after-break rolling-load "
    "run-walk session-spike strength taper tune-up weekly-ramp week-shape").split()


def test_most_rules_judge_a_plan_that_tells_kinds_or_distances():
    head = "Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun\n"
    plans = {
        "kinds and distances": ("Rest", "8 km easy", "10 km with 6 x 800 m", "Rest", "8 km tempo", "Rest",
                                "16 km long run"),
        "distances of parts": ("Rest", "8 km easy", "6 x 800 m", "Rest", "8 km tempo", "Rest", "16 km long run"),
        "times": ("Rest", "45 min easy", "20 min tempo, 20 min easy", "Rest", "40 min easy", "Rest", "90 min long run"),
        "steady runs": ("Rest", "8 km easy", "8 km steady", "Rest", "6 x 800 m", "Strength", "16 km long run"),
    }
    for name, week in plans.items():
        plan = head + "".join(",".join((str(number + 1), *week)) + "\n" for number in range(8))
        judged = judged_in_part(plan)
        assert len(judged) >= 16, (name, set(RULES_THAT_JUDGE) - set(judged))
        assert len(judged_in_part(plan, "--strict")) < len(judged), name


def test_tables_are_read_as_spreadsheets_leave_them():
    report, messages = findings(SPREADSHEET, "plan.csv")
    ramp = [f for f in report["findings"] if f["rule"] == "weekly-ramp" and f["status"] == "broken"]
    assert [(f["week"], f["date"], f["value"]) for f in ramp] == [(2, "2027-01-11", 9)], ramp
    assert messages == ("plan.csv:3:1: warning: nothing is read from 'Coach'; templates/words.yaml "
                        "has the headings that are known\n"), messages
    assert findings(SPREADSHEET.replace("Coach", "Notes"), "plan.csv")[1] == ""
    assert broken(SPREADSHEET.replace("1/4/", "04.01.").replace("1/11/", "11.01."), "plan.csv") == \
        broken(SPREADSHEET, "plan.csv")
    _, _, messages = check(SPREADSHEET.replace("1/4/2027", "1/5/2027"), "plan.csv")
    assert "plan.csv:4:1: error: is a Tuesday, but the first column is Monday" in messages, messages
    _, _, messages = check("date,title\n1/4/2027,6 mi easy\n", "plan.csv")
    assert messages == ("plan.csv:2:1: error: '1/4/2027' may have the day or the month first; write "
                        "it like 2027-01-31\n"), messages
    _, messages = findings("date,day,title\n2027-01-04,Tue,6 mi easy\n", "plan.csv")
    assert messages == ("plan.csv:2:12: warning: 2027-01-04 is a Monday, not a Tuesday; the date "
                        "counts\n"), messages


def calendar(*events):
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", *(
        f"BEGIN:VEVENT\r\nUID:{i}\r\nDTSTAMP:20270101T000000Z\r\n{event}\r\nEND:VEVENT"
        for i, event in enumerate(events)), "END:VCALENDAR", ""])


def test_calendars_are_read_by_their_summaries():
    plan = calendar("DTSTART;VALUE=DATE:20270104\r\nSUMMARY:1 mile easy",
                    "DTSTART;VALUE=DATE:20270111\r\nSUMMARY:9 mile e\r\n asy\\, flat",
                    "DTSTART;VALUE=DATE:20270104\r\nDTEND;VALUE=DATE:20270111\r\n"
                    "SUMMARY:Week 1: 50 miles")
    assert ("weekly-ramp", 2) in broken(plan, "plan.ics")
    assert week_distance(plan, "plan.ics") == [9]


def test_hillplan_s_calendar_is_read_by_its_words_alone_where_others_took_the_facts_out():
    _, own, _ = hillplan("generate", EXAMPLE, "-f", "ics")
    unfolded = own.replace("\r\n ", "")
    plain = re.sub(r"\r\nX-HILLPLAN-[^\r]*", "", unfolded)
    text = re.sub(r"(X-HILLPLAN-[A-Z-]+):", r"\1;VALUE=TEXT:", unfolded)
    assert "X-HILLPLAN" not in plain and "KIND;VALUE=TEXT:easy" in text
    for calendar_text in (own, plain, text):
        report, messages = findings(calendar_text, "plan.ics", "--runner", EXAMPLE)
        assert report["kept"] and messages == "", (report, messages)
        unjudged = {f["rule"] for f in report["findings"] if f["status"] == "not_judged"}
        assert "weekly-ramp" not in unjudged, messages


def test_an_event_on_a_day_that_does_not_exist_is_left_out_with_a_warning():
    plan = calendar("DTSTART;VALUE=DATE:20270231\r\nDTEND;VALUE=DATE:20270301\r\nSUMMARY:1 mile easy",
                    "DTSTART;VALUE=DATE:20270104\r\nSUMMARY:6 miles easy")
    _, messages = findings(plan, "plan.ics")
    assert messages == ("plan.ics:4:1: warning: an event without a date that can be read; it is "
                        "left out\n"), messages


def test_mistakes_name_their_place_and_what_to_do():
    event = "DTSTART;VALUE=DATE:20270104\r\nRRULE:FREQ=DAILY\r\nSUMMARY:6 mi"
    for text, name, expected in (
            ("", "p.csv", "p.csv: error: holds no session"),
            ("a,b\n1,2\n", "p.csv", "p.csv:1:1: error: no heading names the days; head the columns of "),
            ("date,title\n4 Jan,6 mi\n", "p.csv", "p.csv:2:1: error: '4 Jan' is no date; write it"),
            ('date,title\n2027-01-04,"6 mi\n', "p.csv", "p.csv:2:12: error: a quote is opened"),
            ('date,title\n2027-01-04,"6" mi\n', "p.csv", "p.csv:2:16: error: text behind"),
            ("date,title\n1970-01-01,6 mi\n2027-01-04,6 mi\n", "p.csv", "more than 120 weeks"),
            ("date,title\n2027-01-04,\xff\n".encode("latin-1"), "p.csv",
             "p.csv:2:12: error: not UTF-8"),
            ("date,title\n2027-01-04,\0\n", "p.csv", "p.csv:2:12: error: a NUL byte"),
            (",".join("x" * 201) + "\n", "p.csv", "more than 200 columns"),
            ("date,title\n" + "2027-01-04,6 mi\n" * 3001, "p.csv", "more than 3000 rows"),
            ("date,title\n" + "2027-01-04,6 mi easy run by the sea\n" * 70000, "p.csv", "p.csv: "),
            (b"date,title\n2027-01-04,6 mi \xc3", "p.csv", "p.csv:2:17: error: not UTF-8"),
            ("hello", "p.ics", "p.ics:1:1: error: is no iCalendar file"),
            (calendar(event), "p.ics", "p.ics:4:1: error: '6 mi' repeats by a rule that is not read"),
            (calendar(), "p.ics", "p.ics: error: holds no session"),
            ("BEGIN:VCALENDAR\n" * 50, "p.ics", "p.ics:11:1: error: components within"),
            ("units: mi\nschedule:\n- workouts: [{title: a}]\n", "p.yaml",
             "p.yaml:3:13: error: week 1 has 1 workouts; a week has seven"),
            ("schedule: 3\n", "p.yaml", "p.yaml:1:1: error: names no days: 'schedule:' should be a list"),
            ("units: mi\nschedule: [\n", "p.yaml", "error: no valid YAML")):
        status, out, messages = check(text, name)
        assert status == 2 and out == "" and expected in messages, (expected, messages)


def test_words_that_nobody_knows_are_warned_of_with_their_place():
    _, messages = findings("date,title\n2027-01-04,6 mi easy\n2027-01-05,xyzzy\n", "plan.csv")
    assert messages.startswith("plan.csv:3:1: warning: 'xyzzy' is not understood"), messages


def test_numbers_that_may_be_minutes_are_asked_about():
    _, messages = findings("date,title\n2027-01-04,18 tempo\n2027-01-05,3 m run\n", "plan.csv")
    assert messages == "".join(
        f"plan.csv:{line}:1: warning: '{title}' may name a distance or a time, and counts as "
        "unknown; write mi, km or min\n" for line, title in ((2, "18 tempo"), (3, "3 m run")))


def test_only_plan_documents_are_printed_and_explained():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "plan.csv")
        with open(path, "w", encoding="utf-8") as file:
            file.write(GRID)
        for command in ("print", "explain"):
            status, _, messages = hillplan(command, path)
            assert status == 2 and "is no plan document; hillplan check judges it" in messages


def test_a_plan_without_a_unit_is_warned_of():
    _, messages = findings("date,title\n2027-01-04,6 easy\n", "plan.csv")
    assert "name no unit and are taken for km" in messages
    assert findings("date,title\n2027-01-04,6 easy\n", "plan.csv", "--runner", EXAMPLE)[1].count(
        "no unit") == 0


def test_fix_tells_changes_of_an_undated_plan_by_weekday_and_retitles_what_it_cuts():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "club.csv")
        with open(path, "w", encoding="utf-8") as file:
            file.write("week,mon,tue,wed,thu,fri,sat,sun\n"
                       "1,rest,5 mile easy,rest,4 mile easy,rest,5 mile easy,9 mile long\n"
                       "2,rest,6 mile easy,rest,5 mile easy,rest,6 mile easy,10 mile long\n")
        status, told, messages = hillplan("fix", path)
        assert (status, messages) == (0, ""), messages
        assert told.startswith("week 2, 27 mi -> 25.3 mi\n"
                               "tue: “6 mile easy” 6 mi -> Easy 5.4 mi\n"
                               "    weekly-ramp: 27 mi in the week, 25.3 mi allowed"), told
        fixed = os.path.join(folder, "fixed.csv")
        assert hillplan("fix", path, "-o", fixed)[0] == 0
        with open(fixed, encoding="utf-8-sig") as file:
            lines = file.read().splitlines()
        assert lines[1].startswith('1,"Rest","5 mile easy","Rest","4 mile easy"'), lines
        assert lines[2].startswith('2,"Rest","Easy, 5.4 mi","Rest"'), lines
        status, out, messages = hillplan("check", fixed)
        assert (status, messages) == (0, ""), (out, messages)
        status, _, messages = hillplan("fix", path, "-o", os.path.join(folder, "fixed.ics"))
        assert status == 2 and "the plan has no dates, and can be written as a table" in messages


def test_a_limit_of_time_is_not_judged_where_the_time_is_left_open():
    rule = """return { api = 1, id = "short", title = "Short", level = "must", why = "Tests.",
        limit_day = function() return { duration_s = { max = 5400, because = "work" } } end }"""
    with tempfile.TemporaryDirectory() as folder:
        script = os.path.join(folder, "short.lua")
        with open(script, "w", encoding="utf-8") as file:
            file.write(rule)
        report, _ = findings("date,title\n2027-01-04,15 miles easy\n2027-01-05,130 min easy\n",
                             "plan.csv", "--rules", script)
    told = [(found["date"], found["status"]) for found in report["findings"]
            if found["rule"] == "short"]
    assert told == [("2027-01-04", "not_judged"), ("2027-01-05", "broken")], told


def test_fix_tells_which_should_rules_its_changes_cost():
    rule = """return { api = 1, id = "least", title = "Least", level = "should", why = "Tests.",
        allow_week = function(week)
            return week.distance >= 1000, "less than " .. hillplan.distance_text(1000) end }"""
    with tempfile.TemporaryDirectory() as folder:
        path, script = os.path.join(folder, "club.csv"), os.path.join(folder, "least.lua")
        for name, text in ((script, rule), (path, "week,mon,tue,wed,thu,fri,sat,sun\n"
                                            "1,3 km easy,,3 km easy,,,,3 km easy\n"
                                            "2,3 km easy,,5 km easy,,,,3 km easy\n")):
            with open(name, "w", encoding="utf-8") as file:
                file.write(text)
        status, told, messages = hillplan("fix", path, "--rules", script)
    assert (status, messages) == (0, ""), messages
    assert "no longer kept in week 2: least (should): less than 10 km\n" in told, told
    assert "week 1: least" not in told, told


def fixed(text, *arguments):
    """The changes that fix tells, as lines, and what check says of the plan that it writes."""
    with tempfile.TemporaryDirectory() as folder:
        plan, out = os.path.join(folder, "plan.csv"), os.path.join(folder, "fixed.csv")
        with open(plan, "w", encoding="utf-8") as file:
            file.write(text)
        status, told, messages = hillplan("fix", plan, "-o", out, *arguments)
        assert status == 0, messages
        changes = [line for line in told.splitlines() if " -> " in line]
        return changes, hillplan("check", out, *arguments)[0]


def test_fix_changes_no_more_than_it_has_to():
    head = "week,mon,tue,wed,thu,fri,sat,sun\n"
    # A race can't be left out; another run can.
    assert fixed(head + "1," + 6 * "3 km easy," + "10 km race\n") == (
        ["week 1, 18 km -> 15 km", "mon: “3 km easy” 3 km -> rest"], 0)
    # What is eased takes neither the title nor the distance of another run.
    assert fixed(head + "1,rest,6 x 400 m,rest,4 mile tempo,5 mile easy,rest,8 km tempo\n"
                 "2,rest,10 mile easy,rest,rest,8 mile easy,rest,7 mile easy\n") == (
        ["week 1, more than 13.97 mi -> more than 13.97 mi", "tue: “6 x 400 m” (hard) -> Easy run"], 0)
    # The rest day that the calendar asks for makes a week small enough: nothing else is cut.
    changes, status = fixed(GRID.replace("off,4 mi hills", "5 mi easy,4 mi hills"), "--runner", EXAMPLE)
    assert status == 0 and [line for line in changes if line.startswith("fri")], changes
    assert len([line for line in changes if line.startswith("week 2")]) == 1, changes


def test_fix_tells_breaches_by_the_numbers_of_the_plan_that_was_given():
    """Not by those of a week in which its longest run is cut already."""
    with tempfile.TemporaryDirectory() as folder:
        plan = os.path.join(folder, "plan.csv")
        with open(plan, "w", encoding="utf-8") as file:
            file.write("week,mon,tue,wed,thu,fri,sat,sun\n"
                       "1,,3 mi easy,4 mi tempo,,3 mi easy,8 mi long,2 mi easy\n"
                       "2,,4 mi easy,6 mi tempo,,3 mi easy,13 mi long,3 mi easy\n"
                       "3,,4 mi easy,3 mi easy,,2 mi easy,,half marathon race\n")
        told = hillplan("fix", plan)[1]
    assert set(re.findall(r"taper: (\S+) mi in the week", told)) == {"29"}, told


def test_every_export_of_ours_is_read_back_whatever_the_races_are_called():
    with open(EXAMPLE, encoding="utf-8") as file:
        profile = file.read()
    with tempfile.TemporaryDirectory() as folder:
        ours, plan = os.path.join(folder, "profile.yaml"), os.path.join(folder, "plan.yaml")
        for name in ('Bay; the "Big Run"', "Lauf, 5 km; 10K", "Rest Day Marathon", "AM or PM",
                     "Run (hilly): 42 / 21", "Half; 10 km easy + strides", "Optional"):
            with open(ours, "w", encoding="utf-8") as file:
                file.write(profile.replace("name: Example Marathon", "name: " + json.dumps(name))
                           .replace("name: Example Half", "name: " + json.dumps("Half " + name)))
            assert hillplan("generate", ours, "-f", "yaml", "-o", plan)[0] == 0
            expected = {}
            for week in json.loads(hillplan("print", plan, "-f", "json", "-o", "-")[1])["weeks"]:
                for day in week["days"]:
                    runs = [float(session["distance"]) for session in day.get("sessions", [])
                            if "distance" in session]
                    expected[day["date"]] = sorted(runs)
            for form, ending in (("csv", "csv"), ("csv-weeks", "csv"), ("ics", "ics")):
                path = os.path.join(folder, "out." + ending)
                assert hillplan("print", plan, "-f", form, "-o", path)[0] == 0
                status, out, messages = hillplan("read", path, "-f", "json")
                assert status == 0, messages
                found, races = {day: [] for day in expected}, []
                for cell in json.loads(out)["cells"]:
                    for session in cell.get("sessions", []):
                        found[cell["date"]] += [session["distance"][1]] if session.get("distance") else []
                        races += [cell["date"]] if session["kind"] in ("race", "tune_up") else []
                assert {day: sorted(runs) for day, runs in found.items()} == expected, (name, form)
                assert races == ["2027-03-28", "2027-05-02"], (name, form, races)
                assert check(open(path, encoding="utf-8", newline="").read(), "out." + ending,
                             "--runner", ours)[0] == 0, (name, form)


def test_fix_tells_each_reason_once_a_week():
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "fixed.csv")
        for name in ("cells-hansons", "table-in-german", "text-after-a-semicolon-as-second-run"):
            plan = os.path.join(ROOT, f"tests/import/plans/{name}.csv")
            status, told, _ = hillplan("fix", plan, "--runner", EXAMPLE, "-o", out, "-f", "csv-weeks")
            weeks = re.split(r"^week ", told, flags=re.M)
            assert status == 0 and len(weeks) > 1, told
            for week in weeks:
                lines = [line for line in week.splitlines() if line.startswith("    ")]
                assert len(lines) == len(set(lines)), week


def sessions_read(path):
    """What read finds: sorted kinds, distances and times by day."""
    status, out, messages = hillplan("read", path, "-f", "json")
    assert status == 0, messages
    days = {}
    for cell in json.loads(out)["cells"]:
        day = cell.get("date") or f"{cell['week']}-{cell['day']}"
        days.setdefault(day, []).extend(
            [s["sport"], s["kind"], (s.get("distance") or [None])[-1], s.get("at_least", False),
             (s.get("duration_s") or [None])[-1]] for s in cell.get("sessions", [])
            if cell["reads"] == "sessions")
    return {day: sorted(sessions, key=str) for day, sessions in days.items() if sessions}


def test_what_fix_writes_reads_back_the_same():
    folder_of_plans = os.path.join(ROOT, "tests/import/plans")
    with tempfile.TemporaryDirectory() as folder:
        first, second = (os.path.join(folder, name) for name in ("first.csv", "second.csv"))
        for name in sorted(os.listdir(folder_of_plans)):
            for form in ("csv", "csv-weeks"):
                if name.endswith(".expected"):
                    continue
                plan = os.path.join(folder_of_plans, name)
                status, _, _ = hillplan("fix", plan, "--start", "2027-01-04", "-o", first, "-f", form)
                if status != 0:
                    continue
                status, _, messages = hillplan("fix", first, "-o", second, "-f", form)
                assert status == 0, (name, form, messages)
                assert sessions_read(first) == sessions_read(second), (name, form)


def test_fix_keeps_the_notes_of_a_table():
    with tempfile.TemporaryDirectory() as folder:
        plan, out = os.path.join(folder, "plan.csv"), os.path.join(folder, "fixed.csv")
        with open(plan, "w", encoding="utf-8") as file:
            file.write('date,title,comments\n2027-01-04,1 mi easy,"slow, with ""Ann"""\n'
                       "2027-01-11,9 mi easy,\n")
        status, told, messages = hillplan("fix", plan, "-o", out)
        assert (status, messages) == (0, "") and told.startswith("week 2, 9 mi -> 1.1 mi\n"), told
        with open(out, encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    assert rows[0]["notes"] == 'slow, with "Ann"' and rows[7]["notes"] == "", rows


def test_fix_writes_a_dated_plan_of_others_as_a_table():
    with tempfile.TemporaryDirectory() as folder:
        path, fixed = os.path.join(folder, "mine.csv"), os.path.join(folder, "fixed.csv")
        with open(path, "w", encoding="utf-8") as file:
            file.write("date,kind,title,distance_km\n")
            for week, distance in enumerate((10, 10, 14)):
                for day in (1, 3, 5):
                    file.write(f"2027-01-{4 + 7 * week + day:02},easy,Easy,{distance}\n")
        assert hillplan("check", path)[0] == 1
        status, told, messages = hillplan("fix", path, "-o", fixed)
        assert (status, messages) == (0, "") and told.startswith("week 3, 42 km -> 33 km\n"), told
        assert hillplan("check", fixed)[0] == 0
        status, _, messages = hillplan("fix", path, "-o", os.path.join(folder, "fixed.yaml"))
        assert status == 2 and "ends in .csv or .ics" in messages, messages


if __name__ == "__main__":
    run_tests(tests_of(globals()))
