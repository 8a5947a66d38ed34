"""Broken and hostile calendars: what is dropped is told, and nothing is counted in silence."""

import json
import os
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from harness import hillplan, run_tests, tests_of

HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\n"
TAIL = "END:VCALENDAR\r\n"
RUN = "SUMMARY:8 km easy"


def event(day, *lines, uid=""):
    return "\r\n".join(("BEGIN:VEVENT", f"UID:{uid or day}", f"DTSTART;VALUE=DATE:2027{day}", *lines,
                        "END:VEVENT", ""))


LONG = event("0130", "SUMMARY:Long run 20 km")


def read(text):
    """Status, the days and texts that read finds, and its messages without the file's name."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "plan.ics")
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        status, out, messages = hillplan("read", path, "-f", "json")
    cells = [(cell["date"][5:].replace("-", ""), cell["text"]) for cell in json.loads(out)["cells"]] \
        if out else []
    return status, sorted(day for day, text in cells if text == RUN[len("SUMMARY:"):]), \
        messages.replace(path, "plan.ics")


# name -> (the calendar, the days of the run, the beginning of the one message; "": none)
TOLD = {
    "a date that there isn't, of RDATE":
        (event("0106", RUN, "RDATE;VALUE=DATE:20270108,20270231") + LONG, ["0106", "0108"],
         "4:1: warning: '8 km easy': RDATE or EXDATE names 1 date that there is not"),
    "a date that there isn't, of EXDATE":
        (event("0106", RUN, "RRULE:FREQ=DAILY;COUNT=2", "EXDATE;VALUE=DATE:20270231") + LONG,
         ["0106", "0107"], "4:1: warning: '8 km easy': RDATE or EXDATE names 1 date that there is not"),
    "EXDATE of another day":
        (event("0106", RUN, "RRULE:FREQ=WEEKLY;COUNT=2", "EXDATE;VALUE=DATE:20270114") + LONG,
         ["0106", "0113"], "4:1: warning: '8 km easy': EXDATE names 1 day that it isn't on"),
    "EXDATE that is no date":
        (event("0106", RUN, "RRULE:FREQ=WEEKLY;COUNT=2", "EXDATE:next week") + LONG,
         ["0106", "0113"], "4:1: warning: '8 km easy' holds what cannot be read, and goes without: "
         "Can't parse as DATE-TIME value in EXDATE"),
    "a list of EXDATE broken in its middle":
        (event("0106", RUN, "RRULE:FREQ=DAILY;COUNT=4", "EXDATE;VALUE=DATE:20270107,x,20270109") + LONG,
         ["0106", "0108"], "4:1: warning: '8 km easy' holds what cannot be read"),
    "UNTIL that is no date":
        (event("0106", RUN, "RRULE:FREQ=WEEKLY;UNTIL=20270231") + LONG, [],
         "4:1: error: '8 km easy' repeats by a rule that is not read"),
    "UNTIL before the first day":
        (event("0106", RUN, "RRULE:FREQ=WEEKLY;UNTIL=20261231") + LONG, ["0106"],
         "4:1: warning: '8 km easy' repeats until a day before its first"),
    "a rule of no times":
        (event("0106", RUN, "RRULE:FREQ=DAILY;COUNT=0") + LONG, [],
         "4:1: error: '8 km easy' repeats by a rule that is not read"),
    "a rule of fewer than no times":
        (event("0106", RUN, "RRULE:FREQ=DAILY;COUNT=-3") + LONG, [],
         "4:1: error: '8 km easy' repeats by a rule that is not read"),
    "a rule by no days":
        (event("0106", RUN, "RRULE:FREQ=DAILY;INTERVAL=0;COUNT=3") + LONG, [],
         "4:1: error: '8 km easy' repeats by a rule that is not read"),
    "two rules":
        (event("0106", RUN, "RRULE:FREQ=DAILY;COUNT=3", "RRULE:FREQ=WEEKLY;COUNT=3") + LONG, [],
         "4:1: error: '8 km easy' repeats by a rule that is not read"),
    "more days than a plan has":
        (event("0106", RUN, "RRULE:FREQ=DAILY;COUNT=2147483647") + LONG, [],
         "4:1: error: '8 km easy' repeats for longer than the 120 weeks of a plan"),
    "until the end of time":
        (event("0106", RUN, "RRULE:FREQ=WEEKLY;UNTIL=21991231") + LONG, [],
         "4:1: error: '8 km easy' repeats for longer than the 120 weeks of a plan"),
    "a day more than a list may have":
        (event("0106", RUN, "RDATE;VALUE=DATE:" + ",".join(
            f"20{year}{month:02d}{day:02d}" for year in (27, 28, 29) for month in range(1, 13)
            for day in range(1, 29))) + LONG, [],
         "4:1: error: '8 km easy' repeats for longer than the 120 weeks of a plan"),
    "days so far apart as dates are":
        (event("0106", RUN, "RDATE;VALUE=DATE:19000101,21991231") + LONG, [],
         "error: spans more than 120 weeks"),
    "twice on a day by RDATE":
        ("BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20270106T070000\r\nRDATE:20270106T180000,20270108T070000\r\n"
         + RUN + "\r\nEND:VEVENT\r\n" + LONG, ["0106", "0108"],
         "4:1: warning: '8 km easy' is on a day twice by RDATE, and counts once"),
    "an instance of a day that isn't one":
        (event("0106", RUN, "RRULE:FREQ=WEEKLY;COUNT=2", uid="a") +
         event("0115", "SUMMARY:9 km easy", "RECURRENCE-ID;VALUE=DATE:20270114", uid="a") + LONG,
         ["0106", "0113"], "10:1: warning: '9 km easy' stands for 2027-01-14 (RECURRENCE-ID), a day "
         "that what repeats isn't on"),
    "a day cancelled that isn't one":
        (event("0106", RUN, "RRULE:FREQ=WEEKLY;COUNT=2", uid="a") +
         event("0114", RUN, "RECURRENCE-ID;VALUE=DATE:20270114", "STATUS:CANCELLED", uid="a") + LONG,
         ["0106", "0113"], "10:1: warning: '8 km easy' stands for 2027-01-14 (RECURRENCE-ID)"),
    "a day cancelled, and taken out as well":
        (event("0106", RUN, "RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE;VALUE=DATE:20270113", uid="a") +
         event("0113", RUN, "RECURRENCE-ID;VALUE=DATE:20270113", "STATUS:CANCELLED", uid="a") + LONG,
         ["0106", "0120"], ""),
    "an instance for all that follow":
        (event("0106", RUN, "RRULE:FREQ=WEEKLY;COUNT=4", uid="a") +
         event("0114", "SUMMARY:9 km easy", "RECURRENCE-ID;VALUE=DATE;RANGE=THISANDFUTURE:20270113",
               uid="a") + LONG, [], "10:1: error: '9 km easy' stands for a day of what repeats, and for "
         "all behind it"),
    "RECURRENCE-ID that is no date":
        (event("0106", RUN, "RRULE:FREQ=WEEKLY;COUNT=2", uid="a") +
         event("0106", RUN, "RECURRENCE-ID:then", uid="a") + LONG, ["0106"],
         "10:1: warning: '8 km easy' holds what cannot be read"),
    "what repeats and is no session":
        (event("0106", "SUMMARY:Ann's birthday", "RRULE:FREQ=WEEKLY;COUNT=2") +
         event("0107", "SUMMARY:Base phase", "DTEND;VALUE=DATE:20270112") + event("0108", RUN) + LONG,
         ["0108"], "4:1: warning: 'Ann's birthday' names no session, and is left out; so are all "
         "events without one that repeat or last some days: 2 in all"),
    "cut off within an event":
        (event("0106", RUN) + "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20270107\r\nSUMMARY:8 k", [],
         "error: the calendar is cut off within an event"),
    "an event without its end":
        (event("0106", RUN).replace("END:VEVENT\r\n", "") + LONG, [],
         "8:1: error: an event within an event, whose END is missing"),
    "to-dos": (event("0106", RUN) + "BEGIN:VTODO\r\nUID:t\r\n" + RUN + "\r\nEND:VTODO\r\n" + LONG,
               ["0106"], "9:1: warning: 1 of its entries is no events"),
    "a message that cancels": ("METHOD:CANCEL\r\n" + event("0106", RUN), [],
                               "4:1: error: a message that cancels its events"),
    "an alarm that repeats": (event("0106", RUN, "BEGIN:VALARM", "TRIGGER:-PT1H", "REPEAT:9",
                                    "RRULE:FREQ=DAILY", "SUMMARY:wake up", "END:VALARM") + LONG,
                              ["0106"], ""),
    "a picture in an event": (event("0106", RUN, "ATTACH;ENCODING=BASE64;VALUE=BINARY:" + "QUJD" * 50000)
                              + LONG, ["0106"], ""),
    "a rule in folded pieces":
        (event("0106", RUN, "R\r\n RULE\r\n :FR\r\n EQ=WEEKLY;\r\n\tCOUNT=2") + LONG, ["0106", "0113"], ""),
}
# What a calendar as a whole may lack.
BARE = {
    "the end": (HEAD + event("0106", RUN) + LONG, ["0106"], "14:1: warning: the calendar is cut off"),
    "the beginning": (event("0106", RUN), [], "1:1: error: is no iCalendar file"),
    "an event behind its end": (HEAD + LONG + TAIL + event("0106", RUN), [],
                                "10:1: error: an event that isn't in a calendar"),
    "nothing: there are two": (HEAD + event("0106", RUN) + TAIL + HEAD + LONG + TAIL, ["0106"], ""),
    "returns": ((HEAD + event("0106", RUN) + LONG + TAIL).replace("\r\n", "\n"), ["0106"], ""),
    "line feeds": ((HEAD + event("0106", RUN) + LONG + TAIL).replace("\r\n", "\r"), [], "error: "),
}


def check(name, text, days, message):
    status, found, messages = read(text)
    assert found == days, (name, found, messages)
    assert status == (2 if "error: " in message else 0), (name, status, messages)
    assert messages.count("\n") == (1 if message else 0), (name, messages)
    assert not message or message in messages, (name, messages)


def test_what_is_dropped_or_counted_is_told():
    for name, (events, days, message) in TOLD.items():
        check(name, HEAD + events + TAIL, days, message)


def test_broken_calendars_are_told_as_such():
    for name, (text, days, message) in BARE.items():
        check(name, text, days, message)


if __name__ == "__main__":
    run_tests(tests_of(globals()))
