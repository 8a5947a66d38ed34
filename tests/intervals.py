"""Events for intervals.icu: their workouts follow the site's notation and say what the plan says."""

import json
import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from harness import LANGUAGES, ROOT, hillplan, in_folder, run_tests, tests_of, write

PROFILES = [os.path.join(ROOT, "plans", name, "profile.yaml")
            for name in ("first-marathon", "mountain-50k", "three-days-half", "monday-ten")]
NOT_RUN = ("cross", "strength", "drills")
KEYS = ["category", "start_date_local", "type", "name", "description", "external_id"]
# - [words] AMOUNT [PACE Pace]: words have no digits, and so cannot be taken for an amount.
LINE = re.compile(r"- (?:(?P<cue>[^\d\n%]+) )?(?P<amount>(?:\d+h)?(?:\d+m)?(?:\d+s)?|\d+mtr|\d+(?:\.\d+)?(?:km|mi))"
                  r"(?: (?P<fast>[\d:]+)(?:-(?P<slow>[\d:]+))?/(?P<unit>km|mi) Pace)?")


def plan_and_events(profile, *arguments):
    status, plan, messages = hillplan("generate", profile, "-f", "json")
    assert status == 0, messages
    status, events, messages = hillplan("generate", profile, "-f", "intervals", *arguments)
    assert status == 0, messages
    return json.loads(plan), json.loads(events)


def runs_of(plan):
    return [(day["date"], number, session) for week in plan["weeks"] for day in week["days"]
            for number, session in enumerate(day.get("sessions", []), 1)
            if session["kind"] not in NOT_RUN]


def seconds(clock):
    total = 0
    for part in clock.split(":"):
        total = total * 60 + int(part)
    return total


def read_line(line):
    """A line of a workout as a step of a plan: its length, and its pace if it has one."""
    match = LINE.fullmatch(line)
    assert match and match["amount"], line
    amount = match["amount"]
    if amount.endswith("mtr"):
        length = ("m", int(amount[:-3]))
    elif amount[-2:] in ("km", "mi"):
        length = (amount[-2:], float(amount[:-2]))
    else:
        parts = re.fullmatch(r"(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?", amount)
        length = ("s", sum(int(part or 0) * unit for part, unit in zip(parts.groups(), (3600, 60, 1))))
    pace = match["fast"] and [seconds(match["fast"]), seconds(match["slow"] or match["fast"])]
    return length, pace, match["unit"]


def read_workout(text):
    """The steps of a workout; a repeat, apart from what is around it, as (times, steps)."""
    steps = []
    for block in re.split(r"\n\n", text.rstrip("\n")) if text else []:
        first, *rest = block.split("\n")
        times = re.fullmatch(r"(\d+)x", first)
        if times:
            steps.append((int(times[1]), [read_line(line) for line in rest]))
        else:
            steps += [read_line(line) for line in [first] + rest]
    return steps


def expected(session, units):
    def step(one):
        length = ("m", one["distance_m"]) if "distance_m" in one else ("s", one["duration_s"])
        return length, one.get("pace"), one.get("pace") and units

    if "steps" in session:
        return [(one["repeat"], [step(inner) for inner in one["steps"]]) if "repeat" in one
                else step(one) for one in session["steps"]]
    if "distance" not in session and "duration_s" not in session:
        return []
    length = (units, session["distance"]) if "distance" in session else ("s", session["duration_s"])
    return [(length, session.get("pace"), session.get("pace") and units)]


def test_each_run_is_an_event_with_the_steps_of_the_plan():
    for profile in PROFILES:
        plan, events = plan_and_events(profile)
        runs = runs_of(plan)
        assert len(events) == len(runs)
        for event, (date, _, session) in zip(events, runs):
            assert list(event) == KEYS, event
            assert (event["category"], event["type"]) == ("WORKOUT", "Run")
            assert event["start_date_local"] == date + "T00:00:00"
            assert event["name"] == session["title"]
            assert read_workout(event["description"]) == expected(session, plan["units"]), (event, session)


def test_workouts_follow_the_notation_in_every_language():
    for language in LANGUAGES:
        plan, events = plan_and_events(PROFILES[1], "--language", language)
        for event, (_, _, session) in zip(events, runs_of(plan)):
            assert read_workout(event["description"]) == expected(session, plan["units"]), event


@in_folder
def test_ids_stay_when_a_plan_is_edited_and_differ_between_plans(folder):
    ids = [[event["external_id"] for event in plan_and_events(profile)[1]] for profile in PROFILES]
    every = [one for of_plan in ids for one in of_plan]
    assert len(set(every)) == len(every)
    assert all(re.fullmatch(r"hillplan-[0-9a-f]{16}-20\d\d-\d\d-\d\d-\d", one) for one in every)
    plan, _ = plan_and_events(PROFILES[0])
    runs_of(plan)[3][2]["title"] = "Something else"
    edited = write(folder, "plan.json", json.dumps(plan))
    status, out, messages = hillplan("print", edited, "-f", "intervals")
    assert status == 0, messages
    assert [event["external_id"] for event in json.loads(out)] == ids[0]
    assert json.loads(out)[3]["name"] == "Something else"


if __name__ == "__main__":
    run_tests(tests_of(globals()))
