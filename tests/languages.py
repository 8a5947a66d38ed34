#!/usr/bin/env python3
"""Plans in other languages: the same facts as in English, and no word of English."""

import glob
import json
import os
import re
import subprocess
import tempfile

from harness import LANGUAGES, PROGRAM, ROOT, hillplan, run_tests

CASES = sorted(glob.glob(os.path.join(ROOT, "tests/rules/*.lua")))
PROFILES = sorted(glob.glob(os.path.join(ROOT, "plans/*/profile.yaml")))


def numbers(text):
    """The runs of digits: what stands between them is the language's way of writing."""
    return sorted(re.findall(r"(?<![A-Za-z])\d+", text))


def verdict_line(profile, language):
    status, out, messages = hillplan("generate", profile, "-f", "md", "--language", language,
                                     "-o", "-")
    assert status == 0, messages
    lines = [line for line in out.split("\n\n") if line and not line.startswith(("#", "*", "|"))]
    return lines[-1] if len(lines) else ""


def a_tune_up_race_is_in_no_verdict():
    """A week that is the biggest only with its tune-up race is not the biggest of training."""
    with open(os.path.join(ROOT, "plans/first-marathon/profile.yaml"), encoding="utf-8") as file:
        profile = file.read()
    profile = re.sub(r"start: .*", "start: 2027-03-15", profile)
    # The rule makes weeks with a race lighter: without it they can be the biggest.
    profile += "  - {name: Another Half, date: 2027-04-18, distance: half}\nrules: {off: [tune-up]}\n"
    with tempfile.NamedTemporaryFile("w", suffix=".yaml", encoding="utf-8") as file:
        file.write(profile)
        file.flush()
        plan = json.loads(hillplan("generate", file.name, "-f", "json")[1])
        verdict = plan["verdict"]
        assert max(week["distance"] for week in plan["weeks"]) > verdict["peak"], "no week shows it"
        expected = numbers(verdict["text"])
        for language in LANGUAGES:
            line = verdict_line(file.name, language)
            assert numbers(line) == expected, f"{language}: {line}"
        assert f"{{{verdict['peak']:g} km}}" in verdict["text"], verdict


def all_that_rules_say_is_translated():
    with tempfile.TemporaryDirectory() as folder:
        plans = []
        for profile in PROFILES:
            plans.append(os.path.join(folder, os.path.basename(os.path.dirname(profile)) + ".yaml"))
            assert hillplan("generate", profile, "-o", plans[-1])[0] == 0
        for language in LANGUAGES:
            if language == "en":
                continue
            status, missing, messages = hillplan("rules", "messages", "--language", language, *CASES,
                                                 *plans)
            assert (status, missing) == (0, ""), f"{language} lacks\n{missing}{messages}"


def all_words_of_pages_sessions_and_rules_are_translated():
    done = subprocess.run([os.path.join(ROOT, "tests/translations"), PROGRAM], capture_output=True,
                          check=True, text=True)
    assert done.stdout == "", done.stdout


def keys_have_marks_and_no_numbers():
    status, out, messages = hillplan("rules", "messages", *CASES)
    assert status == 0, messages
    keys = out.splitlines()
    assert len(keys) > 100 and keys == sorted(set(keys), key=lambda key: key.encode()), keys
    for key in keys:
        assert not re.search(r"(?<!_)\d", re.sub(r"\{[a-z]+(_\d)?\}", "", key)), key


if __name__ == "__main__":
    run_tests([a_tune_up_race_is_in_no_verdict, all_that_rules_say_is_translated,
               all_words_of_pages_sessions_and_rules_are_translated, keys_have_marks_and_no_numbers])
