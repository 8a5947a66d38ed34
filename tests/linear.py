"""Plans of others: reading takes time and memory in proportion to the file, whatever is in it."""

import os
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from harness import cost_of, run_tests, tests_of

SIZES = (120000, 240000, 480000)  # bytes: each twice the one before
FIXED = 2 * 1024 * 1024
# Bytes of memory for one of the file. `check` reads a plan of which it infers something once more
# while it holds the first, and keeps what the rules answer.
MOST_PER_BYTE = {"read": 20, "check": 40}
MOST_SECONDS = 0.5  # of the processor, and so many more for twice the file
REPEATS = "6 x 400 m + "
DAYS = [f"2027-{month:02d}-{day:02d}" for month in range(1, 5) for day in range(1, 29)]


def calendar(lines):
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + "".join(lines) + "END:VCALENDAR\r\n"


def event(number, *lines):
    return "\r\n".join(["BEGIN:VEVENT", "DTSTART;VALUE=DATE:" + DAYS[number % 112].replace("-", ""),
                        *lines, "END:VEVENT", ""])


# name -> (ending, what makes a text of about so many bytes)
TEXTS = {
    "a long cell": (".csv", lambda n: f'date,session\n2027-01-04,"{REPEATS * (n // 12)}1 km"\n'),
    "many long cells": (".csv", lambda n: "date,session\n" + "".join(
        f'{DAYS[i % 112]},"{REPEATS * 150}1 km"\n' for i in range(n // 1820))),
    "long notes": (".csv", lambda n: "date,session,notes\n" + "".join(
        f'{DAYS[i % 112]},8 km easy,"{"x " * 50}"\n' for i in range(n // 120))),
    "many columns": (".csv", lambda n: "date" + ",session" * (n // 8) + "\n2027-01-04,8 km\n"),
    "empty rows": (".csv", lambda n: "date,session\n" + "\n" * n),
    "many quotes": (".csv", lambda n: 'date,session\n2027-01-04,"' + '""' * (n // 2) + '"\n'),
    "an open quote": (".csv", lambda n: 'date,session\n2027-01-04,"' + "a\n" * (n // 2)),
    "many rows": (".csv", lambda n: "date,session\n" + "".join(
        f"{DAYS[i % 112]},8 km easy\n" for i in range(n // 23))),
    "many events": (".ics", lambda n: calendar(
        event(i, "SUMMARY:8 km easy") for i in range(n // 80))),
    "a long summary": (".ics", lambda n: calendar([event(0, "SUMMARY:" + REPEATS * (n // 12))])),
    "long summaries": (".ics", lambda n: calendar(
        event(i, "SUMMARY:" + REPEATS * 150) for i in range(n // 1870))),
    "many properties": (".ics", lambda n: calendar(
        [event(0, *(f"X-A:{i}" for i in range(n // 10)), "SUMMARY:8 km")])),
    "many repeats": (".ics", lambda n: calendar(
        event(i, "RRULE:FREQ=DAILY;COUNT=100", "SUMMARY:8 km easy") for i in range(n // 110))),
    "repeats for ever": (".ics", lambda n: calendar(
        event(i, "RRULE:FREQ=SECONDLY", "SUMMARY:8 km easy") for i in range(n // 105))),
    "a long summary on many days": (".ics", lambda n: calendar(
        event(i, "RRULE:FREQ=DAILY;COUNT=800", "SUMMARY:8 km easy " + "x" * 50000)
        for i in range(n // 50100))),
    "lists of days": (".ics", lambda n: calendar(
        event(i, "RDATE;VALUE=DATE:" + ",".join(day.replace("-", "") for day in DAYS) * 4,
              "EXDATE;VALUE=DATE:" + "20270101," * 400 + "20270102", "SUMMARY:8 km easy")
        for i in range(n // 8000))),
    "many alarms": (".ics", lambda n: calendar(
        [event(0, "SUMMARY:8 km easy", *["BEGIN:VALARM\r\nTRIGGER:-PT1H\r\nEND:VALARM"] * (n // 42))])),
    "nested components": (".ics", lambda n: "BEGIN:VCALENDAR\r\n" + "BEGIN:VEVENT\r\n" * (n // 14)),
    "folded lines": (".ics", lambda n: calendar([event(0, "SUMMARY:8 km" + "\r\n x" * (n // 4))])),
    "many weeks": (".yaml", lambda n: "weeks:\n" + "".join(
        "  - [8 km, rest, 8 km, rest, 10 km, rest, 20 km]\n" for i in range(n // 50))),
    "a long entry": (".yaml", lambda n: f'weeks:\n  - ["{REPEATS * (n // 12)}"]\n'),
}


def test_reading_is_linear():
    with tempfile.TemporaryDirectory() as folder:
        for name, (ending, make) in TEXTS.items():
            costs = {command: [] for command in MOST_PER_BYTE}
            for size in SIZES:
                path = os.path.join(folder, "plan" + ending)
                with open(path, "w", encoding="utf-8", newline="") as file:
                    file.write(make(size))
                for command, rows in costs.items():
                    rows.append((os.path.getsize(path), *cost_of(command, path, most_seconds=20)))
            for command, rows in costs.items():
                assert_linear(f"{command}: {name}", rows, MOST_PER_BYTE[command])


def assert_linear(name, rows, most):
    for (small, _, seconds, memory), (large, status, more_seconds, more_memory) in zip(rows, rows[1:]):
        per_byte = (more_memory - memory - FIXED) / (large - small)
        assert status in (0, 1, 2), (name, status)
        assert more_seconds <= 3 * seconds + MOST_SECONDS, (name, seconds, more_seconds)
        assert per_byte <= most, f"{name}: {per_byte:.0f} bytes of memory for one of the file"


if __name__ == "__main__":
    run_tests(tests_of(globals()))
