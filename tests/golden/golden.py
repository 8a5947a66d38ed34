"""Expected plans: plans/NAME/plan.txt, each example profile's plan as text; archetypes.txt, a
table of the weeks of the profiles in archetypes/; flat-or-downhill.diff, what a course changes; and
version-1/, plans of the first format and what they say.
With --update they are written anew."""

import difflib
import glob
import json
import os
import re
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from harness import ROOT, hillplan, run_tests

GOLDEN = os.path.join(ROOT, "tests", "golden")


def assert_expected(path, text):
    """The text is that of the file, or becomes it."""
    if "--update" in sys.argv:
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
    with open(path, encoding="utf-8") as file:
        expected = file.read()
    difference = "\n".join(difflib.unified_diff(expected.splitlines(), text.splitlines(), path,
                                                "now", lineterm="", n=1))
    assert not difference, "\n" + difference


def golden_test(profile):
    expected_path = os.path.join(os.path.dirname(profile), "plan.txt")

    def test():
        status, text, messages = hillplan("generate", profile, "-f", "text")
        assert status == 0, messages
        assert_expected(expected_path, text)
        assert all(len(line) <= 100 for line in text.splitlines())

    test.__name__ = os.path.relpath(expected_path, ROOT)
    return test


def sessions_of(week):
    return [session for day in week["days"] for session in day.get("sessions", [])]


def longest_run(week):
    """Of any kind but races, in the plan's unit."""
    return max((session["distance"] for session in sessions_of(week)
                if "distance" in session and session["kind"] not in ("race", "tune_up")), default=0)


def hard_days(week):
    """Days with a hard session or a tune-up race; the goal race is not counted."""
    return sum(any(session["kind"] == "tune_up" or
                   session.get("effort") == "hard" and session["kind"] != "race"
                   for session in day.get("sessions", [])) for day in week["days"])


def archetype_table(path):
    """The weeks of one profile's plan, a line each."""
    status, text, messages = hillplan("generate", path, "-f", "json")
    name = os.path.splitext(os.path.basename(path))[0]
    assert status == 0, f"{name}: {messages}"
    plan = json.loads(text)
    lines = [f"{name}: {plan['verdict']['level']}, in {plan['units']}",
             "week  phase     kind      distance   long  climb  descent  hard days"]
    for week in plan["weeks"]:
        lines.append(f"{week['number']:4}  {week['phase']:8}  {week['kind']:8}  "
                     f"{week['distance']:8}  {longest_run(week):5}  {week['climb_m']:5}  "
                     f"{week['descent_m']:7}  {hard_days(week):9}")
    return "\n".join(lines) + "\n"


def archetypes_are_as_expected():
    profiles = sorted(glob.glob(os.path.join(GOLDEN, "archetypes", "*.yaml")))
    assert_expected(os.path.join(GOLDEN, "archetypes.txt"),
                    "\n".join(archetype_table(path) for path in profiles))


def weeks_in_short(path):
    """Each week's descent and its sessions that are more than an easy run."""
    status, text, messages = hillplan("generate", path, "-f", "json")
    assert (status, messages) == (0, ""), messages
    plan = json.loads(text)
    for week in plan["weeks"]:
        sessions = [f"{session['session']} −{session['descent_m']} m"
                    for session in sessions_of(week)
                    if "descent_m" in session and session["kind"] not in ("easy", "race")]
        yield f"{week['number']:2}  {week['descent_m']:4} m  {', '.join(sessions)}"


def a_course_changes_the_plan():
    """The same runner, on the net-downhill course and in a flat race."""
    course = os.path.join(ROOT, "plans/net-downhill-marathon/profile.yaml")
    with open(course, encoding="utf-8") as file:
        profile = file.read()
    with tempfile.NamedTemporaryFile("w", suffix=".yaml", encoding="utf-8") as flat:
        flat.write(re.sub("  course: .*", "  climb_m: 0\n  descent_m: 0", profile))
        flat.flush()
        plans = [list(weeks_in_short(path)) for path in (flat.name, course)]
    difference = list(difflib.unified_diff(*plans, "flat", "net-downhill", lineterm="", n=0))
    changed = [line for line in difference if re.match(r"\+ ?\d", line)]
    assert len(changed) >= 6 and any("long-hilly" in line for line in changed), changed
    assert_expected(os.path.join(GOLDEN, "flat-or-downhill.diff"),
                    "".join(line + "\n" for line in difference if line[:2] != "@@"))


def plans_of_version_1_say_what_they_said():
    """Texts without marks are told as they stand, braces and all; what is written is version 2."""
    for path in sorted(glob.glob(os.path.join(GOLDEN, "version-1/*.yaml"))):
        expected = path.replace(".yaml", ".txt")
        status, text, messages = hillplan("print", path, "-f", "text", "-o", "-")
        assert (status, messages) == (0, ""), messages
        assert_expected(expected, text)
        status, again, messages = hillplan("print", path, "-f", "yaml", "-o", "-")
        assert (status, messages) == (0, "") and again.startswith("hillplan: 2\n"), messages
        with tempfile.NamedTemporaryFile("w", suffix=".yaml", encoding="utf-8") as file:
            file.write(again)
            file.flush()
            assert hillplan("print", file.name, "-f", "text", "-o", "-")[1] == text


if __name__ == "__main__":
    profiles = sorted(glob.glob(os.path.join(ROOT, "plans/*/profile.yaml")))
    run_tests([golden_test(path) for path in profiles] + [
        archetypes_are_as_expected, a_course_changes_the_plan, plans_of_version_1_say_what_they_said])
