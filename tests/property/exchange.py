"""Plans through CSV and iCalendar and back: the same verdicts, and none that the facts don't carry.

exchange.py COUNT     takes so many of the plans of random_runners there and back
"""

import json
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from harness import PROGRAM, hillplan, run_tests

RANDOM_RUNNERS = os.path.join(os.path.dirname(PROGRAM), "random_runners")
FORMATS = ("csv", "ics")
# Rules that read the steps of sessions, which neither format carries.
BY_STEPS = {"easy-share", "run-walk"}


def verdicts(path, *arguments):
    """For each rule the set of (week, date, text) of what is broken; and the rules not judged."""
    status, out, messages = hillplan("check", path, "-f", "json", *arguments)
    assert status in (0, 1), (path, messages)
    broken, unjudged = {}, set()
    for finding in json.loads(out)["findings"]:
        if finding["status"] in ("broken", "gave_way"):
            broken.setdefault(finding["rule"], set()).add(
                (finding["week"], finding["date"], finding["text"]))
        elif finding["status"] == "not_judged":
            unjudged.add(finding["rule"])
    return broken, unjudged, messages


def break_plan(plan, number):
    """Makes one run of a plan much longer, and another one hard: so that rules are broken. A plan
    that holds nothing but races stays as it is."""
    runs = [session for week in plan["weeks"] for day in week["days"]
            for session in day.get("sessions", [])
            if session["kind"] not in ("race", "tune_up", "cross", "strength", "drills")]
    if not runs:
        return
    runs[number % len(runs)]["distance"] += 10
    runs[(7 * number + 3) % len(runs)]["effort"] = "hard"


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def export(folder, plan):
    """The plan in each format. It is printed without rules, since print refuses broken plans."""
    document = os.path.join(folder, "without-rules.json")
    write(document, json.dumps({**plan, "rules": []}))
    for form in FORMATS:
        path = os.path.join(folder, "plan." + form)
        status, _, messages = hillplan("print", document, "-o", path)
        assert status == 0, messages
        yield path


def compare(folder, number):
    """Takes a plan there and back; gives the number of its breaches, None where there is no plan."""
    profile = os.path.join(folder, "profile.yaml")
    write(profile, subprocess.run([RANDOM_RUNNERS, "--show", str(number)], capture_output=True,
                                  check=True, text=True).stdout)
    status, text, messages = hillplan("generate", profile, "-f", "json")
    if status == 3:
        return None
    assert status == 0, messages
    plan = json.loads(text)
    del plan["rules"]
    plan.pop("gave_way", None)
    if number % 2:
        break_plan(plan, number)
    document = os.path.join(folder, "plan.json")
    write(document, json.dumps(plan))
    expected, unjudged, _ = verdicts(document, "--runner", profile)
    for path in export(folder, plan):
        got, lost, messages = verdicts(path, "--runner", profile)
        assert lost <= unjudged | BY_STEPS, (number, path, lost)
        for rule in set(expected) | set(got):
            if rule not in BY_STEPS:
                assert got.get(rule, set()) == expected.get(rule, set()), (
                    number, path, rule, got.get(rule), expected.get(rule), messages)
    return sum(map(len, expected.values()))


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    breaches = []

    def of_runner(number):
        def test():
            with tempfile.TemporaryDirectory() as folder:
                breaches.append(compare(folder, number))
        test.__name__ = f"runner {number}"
        return test

    def test_plans_were_broken_and_kept():
        told = [count for count in breaches if count is not None]
        assert len(told) > count // 2 and 0 in told and max(told) > 0, breaches

    run_tests([of_runner(number) for number in range(count)] + [test_plans_were_broken_and_kept])


if __name__ == "__main__":
    main()
