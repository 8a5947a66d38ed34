"""Random runners at the command line: the same bytes from every process, and JSON that adds up.

random_profiles.py COUNT     plans and judges so many of the runners of random_runners
"""

import datetime
import json
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from harness import PROGRAM, hillplan, run_tests

RANDOM_RUNNERS = os.path.join(os.path.dirname(PROGRAM), "random_runners")


def hundredths(value):
    return round(value * 100)


def assert_sums(plan):
    """Days add up to weeks, dates follow each other."""
    date = datetime.date.fromisoformat(plan["weeks"][0]["start"])
    for number, week in enumerate(plan["weeks"], 1):
        assert week["number"] == number and len(week["days"]) == 7
        sums = {"distance": 0, "climb_m": 0, "descent_m": 0}
        for day in week["days"]:
            assert day["date"] == date.isoformat()
            date += datetime.timedelta(days=1)
            for session in day.get("sessions", []):
                if session["kind"] in ("race", "cross", "strength", "drills"):
                    continue
                sums["distance"] += hundredths(session["distance"])
                sums["climb_m"] += session.get("climb_m", 0)
                sums["descent_m"] += session.get("descent_m", 0)
        assert hundredths(week["distance"]) == sums["distance"], (number, week["distance"], sums)
        assert week.get("climb_m", 0) == sums["climb_m"], number
        assert week.get("descent_m", 0) == sums["descent_m"], number


def judge(folder, number):
    """Plans one runner in two processes, and has a third check the plan."""
    path, plan_path = os.path.join(folder, "profile.yaml"), os.path.join(folder, "plan.json")
    with open(path, "wb") as file:
        file.write(subprocess.run([RANDOM_RUNNERS, "--show", str(number)], capture_output=True,
                                  check=True).stdout)
    status, text, messages = hillplan("generate", path, "-f", "json")
    assert status in (0, 3), (status, messages)
    assert hillplan("generate", path, "-f", "json") == (status, text, messages), "not deterministic"
    if status == 3:
        assert "week " in messages and text == "", messages
        return
    assert_sums(json.loads(text))
    with open(plan_path, "w", encoding="utf-8") as file:
        file.write(text)
    status, report, messages = hillplan("check", plan_path, "-f", "json")
    assert status == 0 and json.loads(report)["kept"], (report, messages)
    assert messages == "", messages


def runner_test(number):
    def test():
        with tempfile.TemporaryDirectory() as folder:
            judge(folder, number)

    test.__name__ = f"runner {number}"
    return test


run_tests([runner_test(number) for number in range(int(sys.argv[1]))])
