"""The program as a runner meets it: commands, messages, exit statuses, what is left on the disk."""

import datetime
import glob
import json
import os
import re
import signal
import stat
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from harness import (PROGRAM, ROOT, commands, hillplan, in_folder, options, run_tests, tests_of,
                     write)

EXAMPLE = os.path.join(ROOT, "plans/first-marathon/profile.yaml")
NOT_RUN = ("cross", "strength", "drills")

FIVE_MISTAKES = """\
units: km
runner:
  recent_weeks: [40, 42, many, 44]
  usual_descent: 80
race:
  date: 2027-02-30
  distance: marathon
week:
  starts_on: moonday
  run_days: [tue, wed, thu, sat, sun]
  run_days: [tue]
"""


def read(path):
    with open(path, "rb") as file:
        return file.read()


def read_all(path):
    """The bytes of a file, or of all files of a folder."""
    if os.path.isdir(path):
        return b"".join(read(os.path.join(path, name)) for name in sorted(os.listdir(path)))
    return read(path)


def plan_document(form="yaml"):
    status, plan, messages = hillplan("generate", EXAMPLE, "-f", form)
    assert status == 0, messages
    return plan


def test_help_names_each_command_in_a_line():
    status, out, _ = hillplan("--help")
    commands = re.findall(r"^  (\w+) +\S.*[.]$", out, re.M)
    assert status == 0 and "fix" in commands and len(commands) == 12, commands
    assert max(len(line) for line in out.splitlines()) <= 100, out


def test_help_and_version_are_everywhere():
    status, text, _ = hillplan("--help")
    assert status == 0
    commands = re.findall(r"^  (\w+) ", text, re.M)
    assert {"generate", "print", "check", "explain", "rules", "new"} <= set(commands)
    for command in commands:
        status, text, messages = hillplan(command, "--help")
        assert (status, messages) == (0, "") and "usage: hillplan " + command in text
        assert hillplan(command, "--version") == hillplan("--version")
    assert re.fullmatch(r"hillplan \d+\.\d+\.\d+\n", hillplan("--version")[1])


def test_bad_usage_exits_2_and_says_what_to_do():
    for arguments, expected in [
        (["generat", EXAMPLE], "choose one of generate, print, check, fix, replan, read, explain, course, "
         "paces, rules, new, keys; did you mean 'generate'?"),
        (["generate", EXAMPLE, "--papr", "a4"], "choose one of --output, --format, --from, --weeks, --time,"),
        (["generate", EXAMPLE, "--papr=a4"], "; did you mean --paper?"),
        (["generate", EXAMPLE, "-o"], "--output needs a value"),
        (["generate", EXAMPLE, "-f", "docx"], "choose one of pdf, yaml, json, text"),
        (["generate", EXAMPLE, "-o", "plan.docx"], "say it with -f"),
        (["generate", EXAMPLE, "--paper", "b4", "-o", "-"], "choose one of a4, letter"),
        (["generate", EXAMPLE, "--large", "--paper", "a5", "-o", "-"],
         "a5 is too small for large print; choose one of these papers: a4, letter, a3"),
        (["generate", EXAMPLE, "--large", "--two-up", "-o", "-"],
         "leave out --large or --two-up"),
        (["generate", EXAMPLE, "--today", "tomorrow", "-o", "-"], "--today: 'tomorrow' is no date"),
        (["generate", EXAMPLE, "two"], "one argument too many"),
        (["check", EXAMPLE, "-f", "xml"], "there is no format 'xml'; choose one of text, json"),
        (["generate", EXAMPLE, "-f", "cvs"], "; did you mean 'csv'?"),
        (["generate", EXAMPLE, "--language", "eng"], "sv; did you mean 'en'?"),
    ]:
        status, out, messages = hillplan(*arguments)
        assert status == 2 and out == "" and expected in messages, (arguments, messages)


def test_usage_and_help_name_the_same_options():
    for command in commands():
        text = hillplan(command, "--help")[1]
        usage = text.split("usage: ")[1].split("\n\n")[0]
        named = [name.strip("-") for name in re.findall(r"\[(--?[a-z-]+)[] ]", usage)]
        assert named == [letter or name for name, (letter, _, _) in options(command).items()], usage
        assert max(map(len, text.splitlines())) <= 100


def test_the_documents_name_what_there_is():
    """README.md and templates/ list formats, pages, papers and languages as the program does."""
    words = {name: row[2] for name, row in options("print").items()}
    texts = {path: read(os.path.join(ROOT, path)).decode()
             for path in ("README.md", "templates/README.md", "templates/profile.yaml")}
    for name, place, before, after in [
        ("pages", "README.md", "`--pages months,weeks,…`", "\n"),
        ("pages", "templates/README.md", "| `pages` |", "\n"),
        ("pages", "templates/profile.yaml", "#  pages: [", "]"),
        ("paper", "README.md", "`--paper a4`", "\n"),
        ("paper", "templates/README.md", "| `papers` | for each of", ": `margin_mm`"),
        ("paper", "templates/profile.yaml", "#  paper: ", "\n"),
        ("language", "templates/profile.yaml", "#  language: ", "\n"),
    ]:
        part = texts[place].split(before)[1].split(after)[0]
        missing = [word for word in words[name] if not re.search(rf"\b{word}\b", before + part)]
        assert not missing, (name, place, missing)
    for name in set(words["format"]) - {"pdf", "yaml", "json", "text"}:
        assert re.search(rf"(plan[.]|-f ){name}\b", texts["README.md"]), name


def test_templates_readme_holds_the_keys():
    status, keys, messages = hillplan("keys")
    assert (status, messages) == (0, "")
    assert keys in read("templates/README.md").decode(), "templates/README.md lacks these:\n" + keys


def test_a_wrong_word_is_told_the_choices_and_the_nearest():
    seen = 0
    for command in commands():
        for name, (_, value, words) in options(command).items():
            if not words:
                continue
            seen += 1
            for word in words:
                wrong = word + "x"
                status, out, messages = hillplan(command, f"--{name}={wrong}")
                assert (status, out) == (2, ""), (command, name, messages)
                noun = re.match("[A-Z]+", value)[0].lower()
                assert f"there is no {noun} '{wrong}'; choose one of {', '.join(words)}" in messages, messages
                assert f"; did you mean '{word}'?" in messages, messages
    assert seen >= 15, seen


def test_values_that_are_no_words_are_checked_too():
    wrong = {"DATE": "2027-02-30", "TIME": "soon", "CLOCK": "7 am", "METRES": "-1"}
    for command in commands():
        for name, (_, value, _) in options(command).items():
            if value in wrong:
                status, out, messages = hillplan(command, f"--{name}={wrong[value]}")
                assert (status, out) == (2, "") and f"--{name}: '{wrong[value]}' " in messages, messages


@in_folder
def test_every_format_is_written_and_chosen_by_its_ending(folder):
    formats = options("print")["format"][2]
    plan = os.path.join(folder, "plan.yaml")
    assert hillplan("generate", EXAMPLE, "-o", plan)[0] == 0
    written = {}
    for name in formats:
        path = os.path.join(folder, "by-name-" + name)
        assert hillplan("print", plan, "-f", name, "-o", path) == (0, "", ""), name
        written[name] = read_all(path)
        assert len(written[name]) > 1000, name
    assert len(set(written.values())) == len(formats)
    _, _, messages = hillplan("print", plan, "-o", "x.docx")
    endings = re.findall(r"[.]\w+", messages.split("use one of ")[1].split(", or")[0])
    chosen = []
    for ending in endings:
        path = os.path.join(folder, "by-ending" + ending)
        assert hillplan("print", plan, "-o", path) == (0, "", ""), ending
        chosen += [name for name in formats if written[name] == read(path)]
    assert len(chosen) == len(endings) and set(formats) - set(chosen) == {"csv-weeks", "fit", "intervals"}, chosen


def test_a_command_without_its_argument_names_what_is_missing():
    for command, missing, usage in [
        ("generate", "a runner's profile", "PROFILE [-o OUT]"),
        ("print", "the file of a plan", "PLAN [-o OUT]"),
        ("check", "the file of a plan", "PLAN [-f FORMAT]"),
        ("fix", "the file of a plan", "PLAN [-o OUT]"),
        ("explain", "the file of a plan", "PLAN [DATE | week N]"),
        ("course", "the GPX file of a course", "FILE.gpx [-o OUT]"),
    ]:
        for options in [], ["--"], ["-f", "json"] if command != "explain" else ["--rules", "x"]:
            status, out, messages = hillplan(command, *options)
            assert (status, out) == (2, "") and messages.startswith(
                f"hillplan: error: {command} needs {missing}; usage: hillplan {command} {usage}"
            ), messages


@in_folder
def test_rules_are_told_by_their_nearest_names(folder):
    profile = os.path.join(ROOT, "plans/first-marathon/profile.yaml")
    for line in (["rules", "show", "weekly-rmp"], ["rules", "trace", profile, "--rule", "weekly-rmp"]):
        status, _, messages = hillplan(*line, cwd=folder)
        assert status == 2 and "no rule 'weekly-rmp'; did you mean 'weekly-ramp'?" in messages, messages
    status, _, messages = hillplan("rules", "lst", cwd=folder)
    assert status == 2 and "'rules lst' is not a whole question; say 'rules list'" in messages, messages


def test_every_rule_says_where_it_comes_from_and_what_speaks_for_it():
    for name in sorted(os.listdir(os.path.join(ROOT, "scripts/rules"))):
        if not name.endswith(".lua"):
            continue
        status, out, messages = hillplan("rules", "show", name[:-len(".lua")])
        assert (status, messages) == (0, "")
        source = re.search(r"^Source: (.+)$", out, re.M)
        assert source, name
        assert re.search(r"\b([Ss]upports?|Neutral|[Ss]peaks against)\b", source[1]), (name, source[1])


@in_folder
def test_a_new_rule_does_not_take_a_built_in_one_s_id(folder):
    status, out, messages = hillplan("rules", "new", "weekly-ramp", cwd=folder)
    assert (status, out) == (2, "") and "give the rule another name" in messages, messages
    assert os.listdir(folder) == []


TYPED = """\
units: km
runner: {recent_weeks: [40, 42, 44, 45], longest_recent_run: 16, recent_race: {distance: 10k, time: "50:00"}}
race: {date: 2027-04-25, distance: DISTANCE}
start: 2027-01-04
week: {starts_on: mon, run_days: [tue, wed, thu, sat, sun], long_run: sun}
print: {paper: a4}
"""

# As plans have it, and as people type it: one thing is meant by all.
MEANT = [
    ("half", "units: km", ("units: KM", "units: Km")),
    ("half", "[tue, wed", ("[Tuesday, WED", "[tues, Wednes", "[TUE, Wed")),
    ("half", "starts_on: mon", ("starts_on: Monday", "starts_on: MON")),
    ("half", "long_run: sun", ("long_run: Sunday", "long_run: Sun")),
    ("half", "paper: a4", ("paper: A4",)),
    ("half", "date: 2027-04-25", ("date: 25.4.2027", "date: 25 April 2027", "date: 4/25/2027",
                                  "date: 25-Apr-27", 'date: "April 25, 2027"', "date: 2027-4-25")),
    ("half", "distance: half", ("distance: Half", "distance: half-marathon", "distance: Half Marathon",
                                "distance: 21.098 km")),
    ("10k", "distance: 10k", ("distance: 10K", "distance: 10 km", "distance: 10km", "distance: 10 kilometers")),
    ("50mi", "distance: 50mi", ("distance: 50 mi", "distance: 50 miles", "distance: 50MI")),
    ("80", "distance: 80", ("distance: 80 km", "distance: 80k")),
]

# What can be two things is told with both, or with the form to write.
NOT_MEANT = [
    ("date: 2027-04-25", "date: 4/5/2027", '"4/5/2027" can be 2027-05-04 or 2027-04-05; write it like that'),
    ("date: 2027-04-25", "date: 32.4.2027", "dates are written like 2027-04-19"),
    ("distance: DISTANCE", "distance: 80 m", "or a number with up to 3 decimals"),
    ("[tue, wed", "[t, wed", '"t" is not one of mon, tue,'),
    ("[tue, wed", "[Tuesdays, wed", '"Tuesdays" is not one of mon, tue,'),
    ("units: km", "name: Anna", 'unknown key "name"; it belongs under runner or race'),
    ("units: km", "long_run: sun", 'unknown key "long_run"; it belongs under week'),
]


@in_folder
def test_what_can_mean_one_thing_alone_is_taken_for_it(folder):
    for distance, written, others in MEANT:
        profile = TYPED.replace("DISTANCE", distance)
        path = write(folder, "typed.yaml", profile)
        expected = hillplan("generate", path, "-f", "yaml", "-o", "-")
        assert expected[0] == 0, expected[2]
        for other in others:
            assert written in profile
            write(folder, "typed.yaml", profile.replace(written, other))
            assert hillplan("generate", path, "-f", "yaml", "-o", "-") == expected, other


@in_folder
def test_what_can_mean_two_things_is_told(folder):
    for written, other, message in NOT_MEANT:
        assert written in TYPED
        profile = TYPED.replace(written, other).replace("DISTANCE", "half")
        status, _, messages = hillplan("generate", write(folder, "typed.yaml", profile), "-o", "-")
        assert status == 2 and message in messages, (other, messages)


@in_folder
def test_options_are_typed_freely_too(folder):
    path = write(folder, "typed.yaml", TYPED.replace("DISTANCE", "half"))
    for written, typed in (("--paper a5 --today 2026-12-01", "--paper A5 --today 1.12.2026"),
                           ("--pages overview,race", "--pages Overview,RACE")):
        outputs = [hillplan("generate", path, *options.split(), "-f", "yaml", "-o", "-")
                   for options in (written, typed)]
        assert outputs[0][0] == 0 and outputs[0] == outputs[1], typed
    status, _, messages = hillplan("generate", path, "--today", "1/12/2026", "-o", "-")
    assert status == 2 and "--today: '1/12/2026' is no date, or can be two" in messages, messages


@in_folder
def test_five_mistakes_give_five_messages_and_leave_no_file(folder):
    path = write(folder, "five.yaml", FIVE_MISTAKES)
    status, out, messages = hillplan("generate", path, "-o", os.path.join(folder, "plan.pdf"))
    lines = messages.splitlines()
    assert status == 2 and out == "" and len(lines) == 5, messages
    places = [re.match(r".*five\.yaml:(\d+):(\d+): error: ", line) for line in lines]
    assert all(places), messages
    assert sorted(int(place[1]) for place in places) == [3, 4, 6, 9, 11], messages
    assert 'did you mean "usual_descent_m"?' in messages
    assert os.listdir(folder) == ["five.yaml"]


FAST_RUNNER = """\
units: UNIT
runner: {recent_weeks: [MEAN, MEAN, MEAN, MEAN], longest_recent_run: LONGEST}
race: {date: 2027-04-25, distance: marathon}
start: 2027-01-04
week: {starts_on: mon, run_days: [mon, tue, wed, thu, fri, sat, sun]WEEK}
"""


def days_of_fast_runner(folder, unit, week):
    mean, longest = ("100", "30") if unit == "km" else ("62", "19")
    path = write(folder, "fast.yaml", FAST_RUNNER.replace("UNIT", unit).replace("MEAN", mean)
                 .replace("LONGEST", longest).replace("WEEK", week))
    status, out, messages = hillplan("generate", path, "-f", "json", "-o", "-")
    assert status == 0, messages
    return [(week["number"], day) for week in json.loads(out)["weeks"] for day in week["days"]]


def runs_of(day):
    return [session for session in day.get("sessions", []) if session["kind"] not in NOT_RUN + ("race",)]


def distances_of_weeks(days):
    sums = {}
    for week, day in days:
        sums[week] = round(sums.get(week, 0) + sum(run["distance"] for run in runs_of(day)), 2)
    return sums


@in_folder
def test_a_day_for_doubles_holds_its_easy_running_in_two_runs(folder):
    for unit, least in ("km", 5), ("mi", 3.1):
        whole = days_of_fast_runner(folder, unit, "")
        for named, fewest in ("mon, tue, wed, thu, fri, sat", 20), ("tue, thu", 12):
            parts = days_of_fast_runner(folder, unit, f", doubles: [{named}]")
            assert distances_of_weeks(parts) == distances_of_weeks(whole)
            doubles = [(day["date"], runs_of(day)) for _, day in parts if len(runs_of(day)) > 1]
            for date, (first, second) in doubles:
                assert datetime.date.fromisoformat(date).strftime("%a").lower() in named, date
                assert first["kind"] == second["kind"] == "easy", date
                assert first["distance"] >= second["distance"] >= least, date
            assert len(doubles) >= fewest, (unit, named, len(doubles))


def test_strength_comes_after_something_hard_and_not_before_it():
    for profile in sorted(glob.glob(os.path.join(ROOT, "plans/*/profile.yaml"))):
        status, out, messages = hillplan("generate", profile, "-f", "json", "-o", "-")
        assert status == 0, messages
        days = [day.get("sessions", []) for week in json.loads(out)["weeks"] for day in week["days"]]
        with_strength = 0
        for day, after in zip(days, days[1:]):
            has_strength = any(session["kind"] == "strength" for session in day)
            is_hard = any(session["effort"] == "hard" and session["kind"] not in NOT_RUN + ("race", "tune_up")
                          for session in after)
            with_strength += has_strength
            assert not (has_strength and is_hard), (profile, after)
        assert with_strength >= 20, profile


@in_folder
def test_the_runner_s_own_limits_hold(folder):
    for unit, most, longest in ("km", 90, 24), ("mi", 56, 15):
        days = days_of_fast_runner(folder, unit, f", most: {most}, longest_run: {longest}")
        runs = [(number, run["distance"]) for number, day in days for run in runs_of(day)]
        assert max(distance for _, distance in runs) <= longest
        sums = [sum(distance for other, distance in runs if other == number) for number, _ in runs]
        assert most - 2 <= max(sums) <= most, max(sums)


@in_folder
def test_all_formats_are_written_and_repeat_byte_for_byte(folder):
    for ending in ["pdf", "yaml", "json", "txt"]:
        out = os.path.join(folder, "plan." + ending)
        written = []
        for _ in range(2):
            status, _, messages = hillplan("generate", EXAMPLE, "-o", out)
            assert status == 0, messages
            written.append(read(out))
        assert written[0] == written[1] and len(written[0]) > 2000
    json.loads(read(os.path.join(folder, "plan.json")))


@in_folder
def test_a_plan_survives_yaml_and_json_and_prints_the_same_pages(folder):
    yaml = write(folder, "plan.yaml", plan_document("yaml"))
    status, as_json, _ = hillplan("print", yaml, "-f", "json", "-o", "-")
    assert status == 0 and as_json == plan_document("json")
    back = write(folder, "plan.json", as_json)
    assert hillplan("print", back, "-f", "yaml", "-o", "-")[1] == plan_document("yaml")
    direct = hillplan("generate", EXAMPLE, "-o", "-", text=False)
    printed = hillplan("print", yaml, "-o", "-", text=False)
    assert direct[0] == printed[0] == 0 and direct[1] == printed[1]


def lengthen_a_run(text, week, more):
    """Adds a distance to the first run without faster parts, but the long one, of a week of a
    YAML plan."""
    lines = text.splitlines(keepends=True)
    inside = easy = False
    for i, line in enumerate(lines):
        number = re.search(r"number: (\d+)", line)
        inside = int(number[1]) == week if number else inside
        if "session: " in line:
            easy = bool(re.search("session: (easy-run|medium-long)", line))
        distance = re.search(r"distance: ([\d.]+)", line)
        if inside and easy and distance:
            lines[i] = line.replace(distance[0], f"distance: {float(distance[1]) + more:.1f}")
            return "".join(lines)
    raise AssertionError("no easy run in that week")


@in_folder
def test_a_hand_edit_of_fifteen_percent_is_caught_with_week_and_numbers(folder):
    weeks = {week["number"]: week["distance"]
             for week in json.loads(plan_document("json"))["weeks"]}
    more = weeks[4] * 1.15 - weeks[5]
    edited = write(folder, "plan.yaml", lengthen_a_run(plan_document("yaml"), 5, more))
    status, out, messages = hillplan("check", edited)
    assert status == 1, out
    broken = re.search(r"^week 5 \(2027-01-25\), .*\n(  .*\n)*?  must: weekly-ramp: (.*)", out, re.M)
    assert broken and f"{weeks[4]:g}" in broken[2] and "10 %" in broken[2], out
    assert "weeks" in messages or "week" in messages  # the stated sum no longer fits
    status, _, messages = hillplan("print", edited, "-o", os.path.join(folder, "plan.pdf"))
    assert status == 1 and "weekly-ramp" in messages
    assert not os.path.exists(os.path.join(folder, "plan.pdf"))


@in_folder
def test_what_the_rules_allow_follows_a_hand_edit(folder):
    mountains = os.path.join(ROOT, "plans/mountain-50k/profile.yaml")
    text = hillplan("generate", mountains, "-f", "json")[1]
    made, bare = json.loads(text), json.loads(text)
    for week in bare["weeks"]:
        assert week["distance_most"] >= week["distance"]
        del week["distance_most"]
        for day in week["days"]:
            day.pop("legs_mend", None)
    path = write(folder, "bare.json", json.dumps(bare))
    status, noted, messages = hillplan("print", path, "-f", "json", "-o", "-")
    assert status == 0 and json.loads(noted) == made, messages
    assert any("legs_mend" in day for week in made["weeks"] for day in week["days"])
    # Week 15 is held against a longer week 14 now.
    made = json.loads(plan_document("json"))
    edited = write(folder, "plan.yaml", lengthen_a_run(plan_document("yaml"), 14, 0.5))
    status, noted, messages = hillplan("print", edited, "-f", "json", "-o", "-")
    assert status == 0, messages
    before, after = (plan["weeks"][14]["distance_most"] for plan in (made, json.loads(noted)))
    assert abs(after - before - 0.55) < 0.001, (before, after)


@in_folder
def test_text_is_a_format_that_may_be_named(folder):
    path = write(folder, "plan.json", plan_document("json"))
    for command in (["check"], ["course", os.path.join(ROOT, "plans/mountain-50k/course.gpx")],
                    ["paces", "--race", "10k", "--time", "45:30"]):
        arguments = command + [path] * (command == ["check"])
        plain = hillplan(*arguments)
        assert plain == hillplan(*arguments, "-f", "text"), command
        assert plain != hillplan(*arguments, "-f", "json"), command


@in_folder
def test_findings_are_json_with_numbers(folder):
    path = write(folder, "plan.json", plan_document("json"))
    status, out, _ = hillplan("check", path, "-f", "json")
    report = json.loads(out)
    assert status == 0 and report["kept"] is True
    for finding in report["findings"]:
        assert "{" not in finding["text"], finding
        between_marks = re.split(r"\{[^}]*\}", finding["message"])
        assert re.fullmatch(".+".join(map(re.escape, between_marks)), finding["text"]), finding
        assert finding["status"] in ("gave_way", "not_judged", "off", "broken")
        assert finding["level"] == "should" or finding["status"] != "broken"


@in_folder
def test_a_custom_rule_changes_the_plan_is_enforced_and_is_named(folder):
    rule = os.path.join(ROOT, "scripts/examples/no-hills-on-monday.lua")
    profile = read(EXAMPLE).decode().replace("[tue, wed, thu, sat, sun]", "[mon, wed, fri, sat]")
    profile = profile.replace("long_run: sun", "long_run: sat").replace("[wed, thu]", "[mon]")
    profile = re.sub(r"tune_up_races:\n.*\n", "", profile)
    path = write(folder, "profile.yaml", profile)
    without = json.loads(hillplan("generate", path, "-f", "json")[1])
    status, text, messages = hillplan("generate", path, "-f", "json", "--rules", rule)
    assert status == 0, messages
    with_rule = json.loads(text)

    def hilly_mondays(plan):
        return [week["days"][0]["date"] for week in plan["weeks"]
                for session in week["days"][0].get("sessions", [])
                if session.get("terrain") in ("uphill", "downhill", "hilly")]

    assert hilly_mondays(without) and not hilly_mondays(with_rule)
    reasons = {reason["rule"] for week in with_rule["weeks"] for day in week["days"]
               for session in day.get("sessions", []) for reason in session.get("reasons", [])}
    assert "no-hills-on-monday" in reasons
    judged = write(folder, "without.json", json.dumps(without))
    status, out, _ = hillplan("check", judged, "--rules", rule)
    assert status == 1 and "must: no-hills-on-monday" in out
    judged = write(folder, "with.json", text)
    status, out, _ = hillplan("check", judged)
    assert status == 0, out  # the plan carries the rule's text


SHORT_WEEKDAYS = """\
return {
    api = 1, id = "short-weekdays", title = "Short on weekdays", level = "must", why = "Work.",
    limit_day = function(day)
        if day.weekday ~= "sat" and day.weekday ~= "sun" then
            return { duration_s = { max = 1800, because = "half an hour before work" } }
        end
    end,
}
"""


@in_folder
def test_a_limit_of_time_holds_for_who_gave_no_race_result(folder):
    rule = write(folder, "short-weekdays.lua", SHORT_WEEKDAYS)
    for unit, seconds in (("km", 390), ("mi", 628)):
        profile = write(folder, "profile.yaml", f"""\
units: {unit}
start: 2027-01-04
runner: {{recent_weeks: [36, 38, 40, 40]}}
race: {{date: 2027-05-02, distance: marathon}}
week: {{run_days: [tue, wed, fri, sat, sun], long_run: sun}}
""")
        status, text, messages = hillplan("generate", profile, "-f", "json", "--rules", rule)
        assert status == 0, messages
        plan = json.loads(text)
        weekdays = [session for week in plan["weeks"] for day in week["days"][:5]
                    for session in day.get("sessions", []) if session["kind"] not in NOT_RUN]
        assert len(weekdays) > 20
        for run in weekdays:
            hilly = run["distance"] + run["climb_m"] / (100 if unit == "km" else 160.9344)
            takes = run["duration_s"] if "steps" in run else hilly * seconds
            assert takes <= 1800 + seconds / 100, run
        assert max(session["distance"] for week in plan["weeks"] for day in week["days"][5:]
                   for session in day.get("sessions", []) if "distance" in session) > 10
        path = write(folder, "plan.json", text)
        status, out, _ = hillplan("check", path)
        assert status == 0 and "not judged" not in out, out
        for session in weekdays:
            del session["duration_s"]
        path = write(folder, "open.json", json.dumps(plan))
        status, out, _ = hillplan("check", path)
        assert status == 0 and "the plan does not say session.duration_s" in out, out


def explain(path, *what):
    """The explanation as one line a statement, whatever was wrapped."""
    status, out, messages = hillplan("explain", path, *what)
    assert status == 0 and messages == "", messages
    assert all(len(line) <= 100 and line == line.rstrip() for line in out.splitlines()), out
    return re.sub(r"\n {6,}", " ", out)


def kind_of_day(day):
    return [session["kind"] for session in day.get("sessions", [])]


@in_folder
def test_explain_tells_of_days_weeks_and_the_whole(folder):
    path = write(folder, "plan.json", plan_document("json"))
    weeks = json.loads(plan_document("json"))["weeks"]
    week = weeks[5]
    long_run = next(day for day in week["days"] if "long" in kind_of_day(day))
    out = explain(path, long_run["date"])
    session = next(s for s in long_run["sessions"] if s["kind"] == "long")
    assert f"  {session['title']}, {session['distance']:g} km" in out, out
    for reason in session["reasons"]:
        assert f"  {reason['rule']} (" in out and "{" not in out, out
        between_marks = re.split(r"\{[^}]*\}", reason["text"])
        assert re.search("[^{}\n]+".join(map(re.escape, between_marks)) + "\n", out), out
    assert "    Why: " in out and "    Source: " in out
    assert re.search(r"At most [\d.]+ km; planned: [\d.]+ km\. [a-z-]+ \(must\): ", out), out
    assert out.split("changed places")[1].count("\n  ") == 6

    rest = next(day for w in weeks for day in w["days"] if not day.get("sessions"))
    out = explain(path, rest["date"])
    assert "\n  Rest\n" in out and "planned" not in out
    assert "not possible. rest-days (must)" in out.split("were here instead")[1], out

    out = explain(path, "week", "6")
    assert out.startswith("Week 6, ") and f"Planned: {week['distance']:g} km" in out
    assert re.search(rf"At most [\d.]+ km; planned: {week['distance']:g} km\. ", out), out

    out = explain(path)
    assert "Verdict: " in out and re.search(r"\(must\), \d+ sessions: ", out), out
    rule = write(folder, "x.lua", 'return { api = 1, id = "x", title = "X", level = "must", '
                 'why = "W.", allow = function(day) return not day.sessions[1] or '
                 'day.sessions[1].kind ~= "long" or day.weekday == "sun", "only here" end }')
    assert "x (must): only here" in explain(path, long_run["date"], "--rules", rule)


def test_every_session_of_the_library_tells_all_of_itself():
    count = 0
    for path in sorted(glob.glob(os.path.join(ROOT, "templates/sessions/*.yaml"))):
        for recipe in read(path).decode().split("\n  - id: ")[1:]:
            keys = set(re.findall(r"^    (\w+):", recipe, re.M))
            name, kind = recipe.split("\n")[0], re.search(r"    kind: (\w+)", recipe)[1]
            assert keys >= {"title", "effort", "purpose", "progress"}, (name, keys)
            assert keys & {"steps", "duration"}, name
            assert kind in NOT_RUN or "terrain" in keys, name
            count += 1
    assert count > 25


def test_a_plan_tells_once_how_a_session_grows():
    notes = [note for week in json.loads(plan_document("json"))["weeks"] for day in week["days"]
             for session in day.get("sessions", []) if session.get("session") == "strides"
             for note in session["notes"]]
    assert notes.count("Grows by one stride each time.") == 1, notes


def test_a_tune_up_race_is_told_how_to_run_and_keeps_its_distance():
    races = [session for week in json.loads(plan_document("json"))["weeks"]
             for day in week["days"] for session in day.get("sessions", [])
             if session["kind"] == "tune_up"]
    assert len(races) == 1 and races[0]["title"] == "Example Half", races
    assert races[0]["session"] == "tune-up-race" and races[0]["distance"] == 21.1, races
    assert "steps" not in races[0] and "rehearsal" in races[0]["notes"][0], races


def race_days(plan):
    """What is run on the days of tune-up races, as (kind, distance)."""
    return [[(session["kind"], session["distance"]) for session in day["sessions"]
             if session["kind"] not in NOT_RUN]
            for week in plan["weeks"] for day in week["days"] if "tune_up" in kind_of_day(day)]


@in_folder
def test_a_tune_up_race_has_a_warm_up_and_a_cool_down_that_count(folder):
    plan = json.loads(plan_document("json"))
    assert race_days(plan) == [[("easy", 1.5), ("tune_up", 21.1), ("easy", 1.5)]], race_days(plan)
    week = next(week for week in plan["weeks"] if "tune_up" in sum(map(kind_of_day, week["days"]), []))
    runs = [session for day in week["days"] for session in day.get("sessions", [])
            if session["kind"] not in NOT_RUN]
    assert abs(sum(run["distance"] for run in runs) - week["distance"]) < 0.01, week
    goal = [s for w in plan["weeks"] for d in w["days"] for s in d.get("sessions", [])
            if d["date"] == plan["race"]["date"] and s["kind"] not in NOT_RUN]
    assert [session["kind"] for session in goal] == ["race"], goal
    text = read(EXAMPLE).decode()
    path = write(folder, "profile.yaml", text)
    for ending in ("csv", "md", "ics", "text"):
        out = hillplan("generate", path, "-f", ending, "-o", "-")[1]
        assert "Warm-up" in out and "Cool-down" in out, ending


@in_folder
def test_a_tune_up_race_stands_alone_where_there_is_no_room_around_it(folder):
    text = read(EXAMPLE).decode()
    rule = 'return {api = 1, id = "own", title = "t", level = "must", why = "w", %s}'
    one_run = rule % 'allow = function(day) if #day.sessions > 1 and day.sessions[2].is_run then return false, "one a day" end end'
    at_home = rule % 'limit_day = function(day) if day.weekday == "sun" and day.week.number == 13 then return {distance = {max = 0, because = "away"}} end end'
    for name, script in (("one.lua", one_run), ("home.lua", at_home)):
        write(folder, name, script)
        path = write(folder, "profile.yaml", text + f"rules: {{scripts: [{name}]}}\n")
        plan = json.loads(hillplan("generate", path, "-f", "json")[1])
        assert race_days(plan) == [[("tune_up", 21.1)]], (name, race_days(plan))
    small = text.replace("[38, 40, 42, 40]", "[16, 16, 16, 16]").replace("2027-03-28", "2027-01-10")
    plan = json.loads(hillplan("generate", write(folder, "small.yaml", small), "-f", "json")[1])
    assert race_days(plan) == [[("tune_up", 21.1)]], race_days(plan)
    beginner = text.replace("[38, 40, 42, 40]", "[0, 0, 0, 0]").replace("longest_recent_run: 17", "longest_recent_run: 2")
    beginner = beginner.replace("2027-03-28, distance: half", "2027-01-24, distance: 5k")
    plan = json.loads(hillplan("generate", write(folder, "begin.yaml", beginner), "-f", "json")[1])
    assert race_days(plan) == [[("tune_up", 5)]], race_days(plan)


FLAT_ULTRA = """\
units: km
runner: {recent_weeks: [70, 72, 68, 74], longest_recent_run: 30, usual_descent_m: 60}
race: {name: Example 50k, date: 2027-06-26, distance: 50k, climb_m: 200, descent_m: 200}
start: 2027-02-15
week: {starts_on: mon, run_days: [tue, wed, thu, fri, sat, sun], long_run: sat}
"""


@in_folder
def test_ultras_hold_long_runs_back_to_back(folder):
    path = write(folder, "profile.yaml", FLAT_ULTRA)
    plan = json.loads(hillplan("generate", path, "-f", "json")[1])
    found = 0
    for week in plan["weeks"]:
        days = [[s.get("session") for s in day.get("sessions", [])] for day in week["days"]]
        kinds = [kind for day in week["days"] for kind in kind_of_day(day)]
        at = [i for i, sessions in enumerate(days) if "back-to-back" in sessions]
        if not at:
            continue
        found += 1
        beside = [days[i] for i in (at[0] - 1, at[0] + 1) if 0 <= i < 7]
        assert week["phase"] in ("build", "peak") and kinds.count("long") == 2, week
        assert any(name.startswith("long-") for day in beside for name in day), days
        assert "downhill" not in kinds, kinds
    assert found >= 2 and "long-run" not in [item["rule"] for item in plan.get("gave_way", [])]


def test_the_shake_out_is_the_last_run_before_the_race():
    plan = json.loads(plan_document("json"))
    race = plan["race"]["date"]
    runs = [session for week in plan["weeks"] for day in week["days"] if day["date"] < race
            for session in day.get("sessions", []) if session["kind"] not in NOT_RUN]
    assert runs[-1]["session"] == "shake-out", runs[-1]
    assert all(runs[-1]["distance"] < run["distance"] for run in runs[-4:-1]
               if run["kind"] == "easy"), runs[-4:]


SHORT = """\
units: km
runner: {recent_weeks: [20, 20, 22, 20], recent_race: {distance: 5k, time: "27:00"}}
race: {date: 2027-06-06, distance: marathon}
start: 2027-03-22
"""


@in_folder
def test_what_a_short_verdict_says_would_do_does(folder):
    def verdict(text):
        return json.loads(hillplan("generate", write(folder, "p.yaml", text), "-f", "json")[1])["verdict"]
    short = verdict(SHORT)
    assert short["level"] == "short", short
    weeks = int(re.search(r"The same race \{(\d+)\} weeks later", short["text"])[1])
    later = datetime.date(2027, 6, 6) + datetime.timedelta(weeks=weeks)
    distance = re.search(r"a race of \{(\d+) km\} would", short["text"])[1]
    for change in (("2027-06-06", str(later)), ("marathon", distance)):
        other = verdict(SHORT.replace(*change))
        assert other["level"] != "short" and "would be in reach" not in other["text"], other


@in_folder
def test_the_verdict_tells_what_days_off_cost(folder):
    def plan_with(first, last):
        away = f"  unavailable: [{{from: {first}, to: {last}, reason: illness}}]\n  quality: "
        text = read(EXAMPLE).decode().replace("  quality: ", away)
        return json.loads(hillplan("generate", write(folder, "p.yaml", text), "-f", "json")[1])
    whole = json.loads(hillplan("generate", EXAMPLE, "-f", "json")[1])
    plan = plan_with("2027-02-01", "2027-02-10")
    lost = (sum(week["distance"] for week in whole["weeks"][:18]) -
            sum(week["distance"] for week in plan["weeks"][:18]))
    cost = re.search(r"\{9\} days off cost \{([\d.]+) km\} in all", plan["verdict"]["text"])
    assert abs(float(cost[1]) - lost) < 0.001, (plan["verdict"], lost)
    pause, = plan["breaks"]
    assert abs(pause["lost"] - lost) < 0.001, (pause, lost)
    assert pause["level"] == max(week["distance"] for week in plan["weeks"][3:5]), pause
    assert pause["longest"] == max(
        session["distance"] for week in plan["weeks"][1:5] for day in week["days"]
        for session in day.get("sessions", []) if "distance" in session), pause
    assert "were {5 %} to {8 %} slower; here that would be" in plan["verdict"]["text"]
    late = plan_with("2027-04-01", "2027-04-10")["verdict"]["text"]
    assert "isn't finished before the taper; a race on {2027-05-" in late, late
    assert "off" not in whole["verdict"]["text"] and "slower" not in whole["verdict"]["text"]
    four_days = plan_with("2027-02-02", "2027-02-05")["verdict"]["text"]
    assert "slower" not in four_days and "{4} days off cost" in four_days, four_days
    two_days = plan_with("2027-02-02", "2027-02-03")["verdict"]["text"]
    assert "slower" not in two_days and "cost" not in two_days, two_days


@in_folder
def test_the_losses_of_breaks_add_up(folder):
    """On the pages, too: a line for each that has a way back, one for all others."""
    away = ("  unavailable: [2027-01-12, {from: 2027-01-20, to: 2027-01-29, reason: illness}, "
            "2027-03-03..2027-03-07, 2027-03-23..2027-03-24]\n  quality: ")
    text = read(EXAMPLE).decode().replace("  quality: ", away)
    path = write(folder, "p.yaml", text)
    plan = json.loads(hillplan("generate", path, "-f", "json")[1])
    lost = [pause["lost"] for pause in plan["breaks"]]
    cost = re.search(r"days off cost \{([\d.]+) km\} in all", plan["verdict"]["text"])
    assert len(lost) == 4 and all(pause["level"] and pause["longest"] for pause in plan["breaks"])
    assert abs(sum(lost) - float(cost[1])) < 0.001, (lost, cost)
    pdf = os.path.join(folder, "p.pdf")
    assert hillplan("generate", path, "-o", pdf)[0] == 0
    shown = " ".join(subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True,
                                    check=True).stdout.split())
    told = re.findall(r"This costs ([\d.]+) km", shown)
    assert abs(sum(map(float, told)) - sum(lost)) < 0.001, (told, lost)
    assert "Shorter breaks: " in shown and "Back at the level of before (" in shown
    # A plan that doesn't tell the level, as older ones, is read, and has none on its pages.
    for pause in plan["breaks"]:
        for key in ("level", "longest", "lost"):
            del pause[key]
    old = write(folder, "old.json", json.dumps(plan))
    assert hillplan("check", old)[0] == 0 and hillplan("print", old, "-o", pdf)[0] == 0
    shown = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True, check=True).stdout
    assert "Back at the level" not in shown and "This costs" not in shown


@in_folder
def test_hilly_and_very_long_races_have_no_pace(folder):
    mountain = SHORT.replace("marathon", "half, climb_m: 500, descent_m: 500")
    for text, words in ((mountain, "Such a race is run by effort"),
                        (SHORT.replace("marathon", "100mi"), "no recent race foretells a time")):
        plan = json.loads(hillplan("generate", write(folder, "p.yaml", text), "-f", "json")[1])
        race = [session for week in plan["weeks"] for day in week["days"]
                for session in day.get("sessions", []) if session["kind"] == "race"][0]
        assert words in plan["verdict"]["text"] and "pace" not in race, (plan["verdict"], race)


@in_folder
def test_who_has_no_hills_is_told_what_stands_in_for_them(folder):
    text = read(EXAMPLE).decode()
    for access, words, note in (
            ("none", "Without hills at hand", "In place of hills: where there are stairs"),
            ("treadmill", "A treadmill climbs but does not descend", "On a treadmill: set the")):
        path = write(folder, access + ".yaml", text.replace("access: any", "access: " + access))
        plan = json.loads(hillplan("generate", path, "-f", "json")[1])
        sessions = [session for week in plan["weeks"] for day in week["days"]
                    for session in day.get("sessions", [])]
        kinds = {session["kind"] for session in sessions}
        assert "downhill" not in kinds and ("uphill" in kinds) == (access == "treadmill"), kinds
        assert words in plan["verdict"]["text"], plan["verdict"]
        assert any(any(n.startswith(note) for n in s.get("notes", [])) for s in sessions)
        assert any(any("step-downs a leg" in n for n in s.get("notes", [])) for s in sessions)


@in_folder
def test_a_treadmill_and_hills_at_weekends_serve_side_by_side(folder):
    text = read(EXAMPLE).decode().replace("access: any", "access: [treadmill, weekend]")
    text = text.replace("climb_m: 250", "climb_m: 1500").replace("descent_m: 390", "descent_m: 1500")
    plan = json.loads(hillplan("generate", write(folder, "both.yaml", text), "-f", "json")[1])
    assert plan["hills"]["access"] == ["treadmill", "weekend"], plan["hills"]
    kinds = set()
    for day in (day for week in plan["weeks"] for day in week["days"]):
        for session in day.get("sessions", []):
            if session["kind"] in NOT_RUN + ("race", "tune_up"):
                continue
            climbs_only = session["climb_m"] > session["descent_m"]
            if session["kind"] == "uphill":
                assert climbs_only and "On a treadmill" in " ".join(session["notes"]), session
            elif session["kind"] == "downhill" or session["terrain"] in ("rolling", "hilly"):
                is_weekend = datetime.date.fromisoformat(day["date"]).weekday() >= 5
                assert is_weekend and not climbs_only, (day["date"], session)
            kinds.add(session["kind"] + " " + session["terrain"])
    assert {"uphill uphill", "long rolling"} <= kinds, kinds


@in_folder
def test_pages_are_chosen_and_ordered_by_name(folder):
    pdf = os.path.join(folder, "plan.pdf")
    assert hillplan("generate", EXAMPLE, "--pages", "notes,overview", "-o", pdf) == (0, "", "")
    text = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True).stdout
    first, second = text.split("\f")[:2]
    assert "What I did" in first and "Verdict: " in second
    for pages, advice in (("month", "did you mean 'months'?"), ("weeks,month", "did you mean 'months'?"), ("x", "choose one of overview, "),
                          ("rules,,weeks", "there is no page ''")):
        status, _, messages = hillplan("generate", EXAMPLE, "--pages", pages, "-o", pdf)
        assert status == 2 and advice in messages, messages
    status, _, messages = hillplan("generate", EXAMPLE, "--language", "xy", "-o", pdf)
    assert status == 2 and "there is no language 'xy'; choose one of " in messages, messages


@in_folder
def test_explain_has_no_heading_without_words(folder):
    text = read(EXAMPLE).decode().replace("  quality: ", "  unavailable: [2027-01-18..2027-01-24]\n  quality: ")
    path = write(folder, "away.yaml", text)
    plan = os.path.join(folder, "plan.yaml")
    assert hillplan("generate", path, "-f", "yaml", "-o", plan)[0] == 0
    out = explain(plan, "2027-01-20")
    assert "Wed 20 Jan 2027" in out and "were here instead" not in out, out


@in_folder
def test_explain_tells_what_a_week_lacks_and_why(folder):
    write(folder, "no-long.lua", """return { api = 1, id = "no-long", title = "None", why = "None.",
        level = "must", allow = function(day) for _, session in ipairs(day.sessions) do
        if session.kind == "long" then return false, "no long runs here" end end return true end }""")
    plan = os.path.join(folder, "plan.json")
    assert hillplan("generate", EXAMPLE, "--rules", os.path.join(folder, "no-long.lua"), "-f", "json",
                    "-o", plan)[0] == 0
    document = json.loads(read(plan))
    for week in document["weeks"][:12]:
        fact = next(fact for fact in week["gave_up"] if fact["what"] == "long")
        assert fact["rule"] == "no-long" and fact["text"].endswith(": no long runs here"), fact
        out = " ".join(explain(plan, "week", str(week["number"])).split())
        assert "no-long: no long run, though" in out and "Nothing: every rule" not in out, out
    del document["weeks"][3]["distance"]
    document["weeks"][3]["days"][0]["sessions"] = [
        {"kind": "long", "effort": "hard", "terrain": "flat", "distance": 5}]
    out = explain(write(folder, "edited.json", json.dumps(document)), "week", "4")
    assert "no long run" not in out.split("What gave way")[1] and "nothing hard" not in out, out


def test_drills_come_once_a_week_beside_quick_running():
    for week in json.loads(plan_document("json"))["weeks"]:
        days = [kind_of_day(day) for day in week["days"]]
        with_drills = [kinds for kinds in days if "drills" in kinds]
        assert all(set(kinds) & {"strides", "uphill", "tempo", "intervals", "race_pace"}
                   for kinds in with_drills), week
        is_full = week["kind"] in ("build", "hold") and week["phase"] in ("base", "build")
        is_full = is_full and not any("tune_up" in kinds for kinds in days)
        assert len(with_drills) == is_full, week


@in_folder
def test_explain_and_check_agree_on_exchanged_days(folder):
    def breaches(text):
        path = write(folder, "exchanged.json", text)
        found = json.loads(hillplan("check", path, "-f", "json")[1])["findings"]
        return {finding["rule"] for finding in found if finding["level"] == "must"}

    text = plan_document("json")
    path = write(folder, "plan.json", text)
    outcomes = set()
    for here in range(7):
        plan = json.loads(text)
        days = plan["weeks"][5]["days"]
        answers = explain(path, days[here]["date"]).split("\nIf ")[1].splitlines()[1:]
        for there in range(7):
            exchanged = json.loads(text)
            pair = [exchanged["weeks"][5]["days"][index] for index in (here, there)]
            runs = [[s for s in day.get("sessions", []) if s["kind"] not in NOT_RUN]
                    for day in pair]
            if here == there or runs == [[], []]:
                continue
            for day, moved in zip(pair, reversed(runs)):
                stays = [s for s in day.get("sessions", []) if s["kind"] in NOT_RUN]
                day["sessions"] = moved + stays
            number = int(days[there]["date"][-2:])
            answer = next(a for a in answers if re.match(rf"  \w+ {number} ", a))
            named = re.search(r"not possible\. ([a-z-]+)", answer)
            broken = breaches(json.dumps(exchanged))
            assert named[1] in broken if named else not broken, (answer, broken)
            outcomes.add(bool(named))
    assert outcomes == {True, False}


@in_folder
def test_explain_says_what_can_be_asked(folder):
    path = write(folder, "plan.yaml", plan_document("yaml"))
    for what, expected in [
        (["1999-12-31"], "1999-12-31 is not in the plan; choose a day from 2026-12-28 to "),
        (["week", "99"], "the plan has no week 99; choose a number from 1 to "),
        (["week", "six"], "the plan has no week six"),
        (["week"], "'week' is no day and no week; say a date, as in 2026-12-28"),
        (["tuesday"], "'tuesday' is no day and no week"),
        (["2027-02-30"], "'2027-02-30' is no day and no week"),
        (["month", "2"], "'month 2' is no day and no week"),
    ]:
        status, out, messages = hillplan("explain", path, *what)
        assert (status, out) == (2, "") and expected in messages, (what, messages)


EARLY_TUNE_UP = """\
runner:
  recent_weeks: [30, 32, 34]
  last_downhill: {date: 2027-06-%s, descent_m: 300}
race: {name: Example Race, distance: half, date: 2027-09-26}
start: 2027-06-14
tune_up_races:
  - {name: Example Tune-up, date: 2027-06-14, distance: 10k}
"""


def refusal(folder, profile, *arguments):
    status, out, messages = hillplan("generate", write(folder, "profile.yaml", profile), "-f", "text",
                                     *arguments)
    assert (status, out) == (3, ""), messages
    assert len(messages.splitlines()) == 1, messages
    return messages


@in_folder
def test_refusals_name_the_tune_up_race_and_only_remedies_that_help(folder):
    message = refusal(folder, EARLY_TUNE_UP % "12")
    assert "week 1 (2027-06-14): the tune-up race Example Tune-up cannot be on Monday: " in message
    assert "move the tune-up race Example Tune-up to another date, or name downhill-recovery in " \
        "rules.off" in message, message
    assert "easy_days" not in message, message
    longer = "rules: {set: [{rule: downhill-recovery, setting: easy_days, value: 5}]}\n"
    message = refusal(folder, EARLY_TUNE_UP % "10" + longer)
    assert "set easy_days of downhill-recovery to 3 in rules.set, or name" in message, message
    assert hillplan("generate", write(folder, "3.yaml", EARLY_TUNE_UP % "10" +
                                      longer.replace("5", "3")), "-f", "text")[0] == 0
    rule = write(folder, "x.lua", 'return { api = 1, id = "x", title = "X", level = "must", '
                 'why = "W.", settings = { n = { default = 2, min = 0, max = 9 } }, '
                 'allow_week = function(_, _, set) return set.n > 6, "too few" end }')
    message = refusal(folder, EARLY_TUNE_UP % "01", "--rules", rule)
    assert "too few (the rule x); set n of x to 7 in rules.set, or name x in rules.off" in message
    rule = write(folder, "x.lua", 'return { api = 1, id = "x", title = "X", level = "must", '
                 'why = "W.", allow = function(day) for _, session in ipairs(day.sessions) do '
                 'if session.kind == "race" then return false, "a race" end end end }')
    message = refusal(folder, read(EXAMPLE).decode(), "--rules", rule)
    assert "week 18 (2027-04-26): the race cannot be on Sunday: a race (the rule x); name x in " \
        "rules.off" in message, message


@in_folder
def test_a_runner_without_a_day_to_run_on_gets_a_reason_and_no_plan(folder):
    profile = read(EXAMPLE).decode().replace("  quality: ",
                                             "  unavailable: [2026-12-28..2027-05-01]\n  quality: ")
    message = refusal(folder, re.sub(r"tune_up_races:\n.*\n", "", profile))
    assert "no day to run on before the race" in message and "unavailable; leave days" in message
    assert "no day to run on" in refusal(folder, profile)  # a tune-up race alone is no training


@in_folder
def test_a_race_on_a_closed_day_is_warned_of_and_planned(folder):
    profile = read(EXAMPLE).decode()
    for more, expected in [
        ("  unavailable: [2027-05-02]\n", "warning: Example Marathon is on 2027-05-02, which you"),
        ("  unavailable: [2027-03-28]\n", "warning: Example Half is on 2027-03-28, which you"),
    ]:
        path = write(folder, "profile.yaml", profile.replace("  quality: ", more + "  quality: "))
        status, _, messages = hillplan("generate", path, "-f", "text")
        assert status == 0 and expected in messages, messages
        assert len(messages.splitlines()) == 1, messages
    profile = profile.replace("sat, sun]", "sat]").replace("long_run: sun", "long_run: sat")
    status, _, messages = hillplan("generate", write(folder, "profile.yaml", profile), "-f", "text")
    assert status == 0 and "Marathon is on 2027-05-02, not one of your run_days" in messages
    assert len(messages.splitlines()) == 2, messages


LOGS = os.path.join(ROOT, "tests/logs")
LOGGED = """runner: {name: Ada}
time_zone: Europe/Berlin
race: {date: 2027-03-14, distance: half}
"""


def logged_plan(profile, *arguments):
    status, out, messages = hillplan("generate", profile, "-f", "json", "--today", "2026-11-23",
                                     *arguments)
    assert status == 0, messages
    return json.loads(out), messages


@in_folder
def test_a_log_tells_what_the_profile_leaves_out(folder):
    profile = write(folder, "profile.yaml", LOGGED)
    runner = None
    for name in ("strava-en.csv", "garmin-de.csv", "own-km.csv"):
        plan, _ = logged_plan(profile, "--log", os.path.join(LOGS, name))
        runner = runner or plan["runner"]
        assert plan["runner"] == runner, name
    assert runner["recent_weeks"] == [56.13, 48.67, 74.25, 40.65], runner
    assert runner["longest_recent_run"] == 20.57 and runner["usual_descent_m"] == 46, runner
    assert len(runner["recent_runs"]) == 30, runner
    assert runner["recent_runs"][2] == {"date": "2026-10-22", "distance": 6.03}, runner
    assert runner["last_downhill"] == {"date": "2026-11-21", "descent_m": 640}, runner
    status, _, messages = hillplan("generate", profile, "-f", "json")
    assert status == 2 and '1:9: error: runner: "recent_weeks" is missing' in messages, messages


@in_folder
def test_the_profiles_word_wins_over_the_log(folder):
    log = ("--log", os.path.join(LOGS, "garmin-en.csv"))
    told = "recent_weeks: [30, 30], longest_recent_run: 19, usual_descent_m: 50"
    profile = write(folder, "profile.yaml", LOGGED.replace("name: Ada", told))
    plan, messages = logged_plan(profile, *log)
    assert plan["runner"]["recent_weeks"] == [30, 30]
    assert plan["runner"]["longest_recent_run"] == 19 and plan["runner"]["usual_descent_m"] == 50
    assert plan["runner"]["last_downhill"]["descent_m"] == 640
    assert "recent_runs" not in plan["runner"], "they would be asked instead of the profile"
    lines = [line for line in messages.splitlines() if "runner." in line]
    assert lines == [profile + ": warning: runner.recent_weeks: their mean is 30 km here and "
                     "54.93 km by the log; this counts"], messages


@in_folder
def test_what_is_wrong_with_a_log_is_told(folder):
    profile = write(folder, "profile.yaml", LOGGED)
    for name, text, arguments, status, said in (
            ("a.csv", "date,km\n", (), 2, "a.csv:1:1: error: no table of a log is headed like this"),
            ("a.fit", "", (), 2, "a.fit: error: a .fit file is not read; export"),
            ("a.csv", "date,distance_km\n2026-12-24,5\n", (), 2, "still to come"),
            ("a.csv", "date,distance_km\n", (), 2, "the log has no run before the plan's start"),
            ("a.csv", "date,distance_km\n2026-11-01,5\n", ("--time-zone", "Mars/North"), 2,
             "there is no time zone 'Mars/North'"),
            ("a.csv", "date,distance_km\n2026-11-01,5\n", ("--log-units", "yd"), 2,
             "there is no unit 'yd'"),
            ("a.csv", "date,distance_km\n2026-11-01,5\n", (), 0,
             "the log ends on 2026-11-01, 21 days ago")):
        log = write(folder, name, text)
        result = hillplan("generate", profile, "--today", "2026-11-23", "-f", "json", "--log", log,
                          *arguments)
        assert result[0] == status and said in result[2], (text, result[2])
    status, _, messages = hillplan("generate", profile, "--log", os.path.join(folder, "none.csv"))
    assert status == 4 and "none.csv" in messages
    os.mkdir(os.path.join(folder, "empty"))
    status, _, messages = hillplan("generate", profile, "--log", os.path.join(folder, "empty"))
    assert status == 2 and "has no .gpx and no .csv files" in messages


@in_folder
def test_failed_writes_exit_4_and_leave_what_stood_there(folder):
    status, _, messages = hillplan("generate", EXAMPLE, "-o", "/dev/full")
    assert status == 4 and "/dev/full" in messages and "No space left" in messages
    assert stat.S_ISCHR(os.stat("/dev/full").st_mode)
    assert hillplan("generate", EXAMPLE, "-o", "/dev/null")[0] == 0
    status, _, messages = hillplan("generate", os.path.join(folder, "none.yaml"))
    assert status == 4 and "none.yaml" in messages and "No such file" in messages
    out = os.path.join(folder, "no/such/plan.pdf")
    status, _, messages = hillplan("generate", EXAMPLE, "-o", out)
    assert status == 4 and out in messages
    os.mkdir(os.path.join(folder, "plan.pdf"))
    status, _, messages = hillplan("generate", EXAMPLE, "-o", os.path.join(folder, "plan.pdf"))
    assert status == 4 and "folder" in messages
    kept = write(folder, "kept.pdf", "before")
    bad = write(folder, "bad.yaml", FIVE_MISTAKES)
    assert hillplan("generate", bad, "-o", kept)[0] == 2 and read(kept) == b"before"
    assert sorted(os.listdir(folder)) == ["bad.yaml", "kept.pdf", "plan.pdf"]


@in_folder
def test_the_starter_profile_makes_a_plan_and_is_never_overwritten(folder):
    assert hillplan("new", cwd=folder)[0] == 0
    path = os.path.join(folder, "profile.yaml")
    status, out, messages = hillplan("generate", path, "-f", "text", "--today", "2027-03-01")
    assert status == 0 and "Your Race" in out, messages
    status, _, messages = hillplan("new", cwd=folder)
    assert status == 2 and "there is such a file already" in messages


RULE = """return { api = 1, id = "x-none", title = "Nothing", level = "should",
    why = "To be read.", source = "none", allow = function() return true end }
"""


@in_folder
def test_nothing_that_was_read_is_overwritten(folder):
    course = os.path.join(ROOT, "plans/net-downhill-marathon")
    write(folder, "course.gpx", read(course + "/course.gpx").decode())
    profile = read(course + "/profile.yaml").decode()
    write(folder, "profile.yaml", profile + "rules: {scripts: [own.lua]}\n")
    write(folder, "look.yaml", read(ROOT + "/templates/pages/standard.yaml").decode())
    os.mkdir(folder + "/rules")
    for name in ("own.lua", "rules/one.lua", "rules/used.lua", "other.lua"):
        write(folder, name, RULE.replace("x-none", "x-" + name[-7:-4].strip("/")))
    write(folder, "use.lua", 'hillplan.use("used")\n' + RULE.replace("none", "use"))
    os.rename(folder + "/rules/used.lua", folder + "/used.lua")
    assert hillplan("generate", "profile.yaml", "-o", "plan.yaml", cwd=folder)[0] == 0
    os.symlink("course.gpx", folder + "/symbolic")
    os.link(folder + "/course.gpx", folder + "/hard")
    before = {name: read(folder + "/" + name) for name in os.listdir(folder)
              if os.path.isfile(folder + "/" + name)}
    generate, fix = ("generate", "profile.yaml"), ("fix", "plan.yaml")
    for arguments, out, role in [
            (generate, "profile.yaml", "the profile"), (generate, "course.gpx", "the course"),
            (generate, "symbolic", "the course"), (generate, "hard", "the course"),
            (generate, "own.lua", "a rule"),
            ((*generate, "--rules", "rules"), "rules/one.lua", "a rule"),
            ((*generate, "--rules", "use.lua"), "used.lua", "a library of rules"),
            ((*generate, "--look", "look.yaml"), "look.yaml", "the look"),
            (("print", "plan.yaml", "--look", "look.yaml"), "look.yaml", "the look"),
            (("print", "plan.yaml"), "plan.yaml", "the plan"),
            (fix, "plan.yaml", "the plan"), ((*fix, "--rules", "other.lua"), "other.lua", "a rule"),
            (("replan", "plan.yaml", "--today", "2027-01-04"), "plan.yaml", "the plan")]:
        for form in ("pdf", "yaml", "csv"):
            status, told, messages = hillplan(*arguments, "-f", form, "-o", out, cwd=folder)
            assert status == 2, (arguments, out, status, messages)
            assert f"{out}: error: the output would overwrite" in messages, messages
            assert f"here: {role}; name another" in messages, (arguments, messages)
    with open(folder + "/plan.yaml", "ab") as file:
        done = subprocess.run([PROGRAM, "print", "plan.yaml", "-f", "text"], cwd=folder, stdout=file,
                              stderr=subprocess.PIPE, check=False)
        assert done.returncode == 2 and b"the plan" in done.stderr, done
    assert before == {name: read(folder + "/" + name) for name in before}


@in_folder
def test_links_keep_their_meaning_and_what_is_read_only_stays(folder):
    for name in ("plan.yaml", "closed.yaml"):
        write(folder, name, "before, and longer than nothing " * 20000)
    os.link(folder + "/plan.yaml", folder + "/hard.yaml")
    os.symlink("plan.yaml", folder + "/link.yaml")
    os.chmod(folder + "/closed.yaml", 0o444)
    plan = plan_document()
    for name in ("hard.yaml", "link.yaml"):
        assert hillplan("generate", EXAMPLE, "-o", name, cwd=folder)[0] == 0
        assert read(folder + "/plan.yaml").decode() == plan
    assert os.stat(folder + "/plan.yaml").st_nlink == 2 and os.path.islink(folder + "/link.yaml")
    closed = read(folder + "/closed.yaml")
    status, _, messages = hillplan("generate", EXAMPLE, "-o", "closed.yaml", cwd=folder)
    assert status == 4 and "Permission denied" in messages, messages
    assert read(folder + "/closed.yaml") == closed


@in_folder
def test_a_signal_leaves_the_old_file_and_nothing_beside_it(folder):
    # fsync() takes a second, so that the signal comes in between. Sanitizers let nothing come before.
    if os.path.basename(os.path.dirname(PROGRAM)) == "san":
        return
    source = write(folder, "slow.c", "#include <unistd.h>\n#include <stdio.h>\n"
                   "int fsync(int file) { (void)file; fputs(\"here\\n\", stderr); sleep(1); "
                   "return 0; }\n")
    slow = folder + "/slow.so"
    subprocess.run(["gcc", "-shared", "-fPIC", "-o", slow, source], check=True)
    kept = write(folder, "kept.yaml", "before")
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT):
        for ignored in (False, True):
            write(folder, "kept.yaml", "before")
            with subprocess.Popen(
                    [PROGRAM, "generate", EXAMPLE, "-o", kept], stderr=subprocess.PIPE,
                    env={**os.environ, "LD_PRELOAD": slow}, preexec_fn=lambda: signal.signal(
                        number, signal.SIG_IGN if ignored else signal.SIG_DFL)) as run:
                assert run.stderr.readline() == b"here\n"
                run.send_signal(number)
                run.communicate()
                assert run.returncode == (0 if ignored else -number), (number, run.returncode)
            assert (read(kept) == b"before") is not ignored
            assert sorted(os.listdir(folder)) == ["kept.yaml", "slow.c", "slow.so"]


def test_a_reader_that_goes_away_is_no_error():
    for handler in (signal.SIG_DFL, signal.SIG_IGN):
        with subprocess.Popen([PROGRAM, "generate", EXAMPLE, "-f", "yaml"], stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, restore_signals=False,
                              preexec_fn=lambda: signal.signal(signal.SIGPIPE, handler)) as run:
            run.stdout.readline()
            run.stdout.close()
            assert run.stderr.read() == b""
            assert run.wait() == -signal.SIGPIPE


@in_folder
def test_files_named_by_files_are_files(folder):
    profile = read(EXAMPLE).decode()
    os.mkfifo(folder + "/fifo.lua")
    os.mkdir(folder + "/folder.lua")
    os.mkdir(folder + "/rules")
    os.mkfifo(folder + "/rules/a.lua")
    write(folder, "use.lua", 'hillplan.use("fifo")\n' + RULE)
    places = ("fifo.lua", "folder.lua", "/dev/zero", "/tmp", "/dev/null")
    for place in places:
        kind = "folder" if place in ("folder.lua", "/tmp") else "pipe or a device"
        write(folder, "rule.yaml", profile + f"rules: {{scripts: [{place}]}}\n")
        write(folder, "course.yaml", profile.replace("race:\n", f"race:\n  course: {place}\n"))
        for arguments in (("rule.yaml",), ("course.yaml",), (EXAMPLE, "--look", place),
                          (EXAMPLE, "--log", place)):
            if "--log" in arguments and kind == "folder":
                continue
            if os.path.exists(os.path.join(folder, place)):
                status, _, messages = hillplan("generate", *arguments, "-f", "pdf", "-o", "out",
                                               cwd=folder)
                expected = (kind, "ends in .lua", "cannot read the course file /tmp")
                assert status == 2 and any(words in messages for words in expected), (place, arguments, status, messages)
    for rules in ("rules", "use.lua", "fifo.lua"):
        status, _, messages = hillplan("generate", EXAMPLE, "--rules", rules, cwd=folder)
        assert status == 2 and "pipe or a device" in messages, (rules, status, messages)
    piped = subprocess.run(["sh", "-c", f"cat {EXAMPLE} | {PROGRAM} generate /dev/stdin -f yaml"],
                           capture_output=True, check=True)
    assert piped.stdout.decode().startswith("hillplan: ")


NASTY = "a\x1b[31m\x07\x9b2J\u202e\u2066\u200b\ufeff\rz"
HIDDEN = "x\u202e\u2066\u200bz"
NOT_TOLD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e"
                      "\u2060-\u206f\ufeff]|\r(?!\n)")


def lua(text):
    return '"' + "".join(f"\\u{{{ord(c):x}}}" for c in text) + '"'


@in_folder
def test_texts_from_outside_are_data(folder):
    """What is nasty in any text of a rule or of a file reaches neither terminal nor file."""
    rule = {"id": '"x-nasty"', "title": lua(NASTY), "why": lua(NASTY), "source": lua(NASTY),
            "settings": "{ n = { default = 1, min = 1, max = 2, unit = %s, help = %s },"
                        "w = { default = 'a', choices = { 'a', 'b' } } }" % ((lua(NASTY),) * 2),
            "advise": "function() return { %s } end" % lua(NASTY),
            "prefer": "function() return -1, %s end" % lua(NASTY),
            "limit_week": "function() return { runs = { max = 4, because = %s } } end" % lua(NASTY)}
    changes = {"good": {}, "id": {"id": lua(NASTY)}, "level": {"level": lua(NASTY)},
               "choice": {"settings": "{ w = { default = %s, choices = { %s } } }"
                                      % ((lua(NASTY),) * 2)},
               "key": {"[" + lua(NASTY) + "]": "1"},
               "setting": {"settings": "{ [%s] = { default = 1 } }" % lua(NASTY)},
               "field": {"allow": "function(day) return day[%s] end" % lua(NASTY)},
               "error": {"allow": "function(day) error(%s) end" % lua(NASTY)},
               "word": {"allow": "function(day) return day.sessions[1] == nil or "
                                 "day.sessions[1].kind ~= %s end" % lua(NASTY)},
               "frame": {"allow": "function(day) local t = {} t[%s] = function() error('x') end "
                                  "t[%s]() end" % (lua(NASTY), lua(NASTY))},
               "limit": {"limit_week": "function() return { [%s] = { max = 1 } } end" % lua(NASTY)},
               "refused": {"allow_week": "function() return false, %s end" % lua(NASTY)}}
    named = read(EXAMPLE).decode().replace("runner:\n", f'runner:\n  name: "{HIDDEN}"\n')
    profile = write(folder, "profile.yaml", re.sub("\n +name: Example Runner", "", named))
    runs = []
    for name, change in changes.items():
        fields = {"api": "1", "level": '"should"', **rule, **change}
        write(folder, name + ".lua", "return { " + ", ".join(
            f"{key} = {value}" for key, value in fields.items()) + " }\n")
        runs += [("rules", "list", "--rules", name + ".lua"),
                 ("generate", profile, "--rules", name + ".lua", "-f", "yaml")]
    formats = ("yaml", "json", "text", "csv", "ics", "md")
    for form in formats:
        runs.append(("generate", profile, "--rules", "good.lua", "-f", form))
    runs += [("rules", "show", "x-nasty", "--rules", "good.lua"),
             ("rules", "trace", profile, "--rule", "x-nasty", "--rules", "good.lua")]
    status, plan, messages = hillplan("generate", profile, "--rules", "good.lua", "-f", "yaml",
                                      cwd=folder)
    assert status == 0, messages
    write(folder, "plan.yaml", plan)
    runs += [(command, "plan.yaml") for command in ("check", "fix", "explain")]
    runs += [("check", "plan.yaml", "-f", "json"), ("print", "plan.yaml", "-f", "text")]
    cells = f'"2027-01-04","8 km {NASTY}"\n'.replace("\r", "")
    write(folder, "plan.csv", f'date,session,"{NASTY}"\n' + cells + cells.replace("8 km", "wat"))
    write(folder, "plan.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20270104\n"
          f"SUMMARY:8 km {NASTY}\nEND:VEVENT\nEND:VCALENDAR\n".replace("\r", ""))
    write(folder, "course.gpx", "<gpx><trk><name>" + "".join(
        f"&#x{ord(c):x};" for c in NASTY if c not in "\x1b\x07") + "</name><trkseg>" + "".join(
            f"<trkpt lat='{48 + i / 1000}' lon='8'><ele>{i}</ele></trkpt>" for i in range(99)) +
          "</trkseg></trk></gpx>")
    runs += [("check", "plan.csv"), ("check", "plan.ics"), ("read", "plan.csv"),
             ("read", "plan.ics"), ("course", "course.gpx"), ("check", "plan.csv", "-f", "json"),
             (NASTY,), ("check", NASTY), ("check", "plan.csv", "--" + NASTY), ("rules", NASTY)]
    for arguments in runs:
        status, out, messages = hillplan(*arguments, cwd=folder)
        for told in (out.removeprefix("\ufeff"), messages):  # a table's own mark of UTF-8
            found = NOT_TOLD.search(told)
            assert not found, (arguments, repr(told[found.start() - 40:found.end() + 40]))
    told = hillplan("check", "plan.yaml", cwd=folder)
    assert told[0] == 0, told
    for form in ("json", "csv", "ics"):
        text = hillplan("print", "plan.yaml", "-f", form, cwd=folder)[1]
        assert hillplan("check", write(folder, "again." + form, text))[0] in (0, 1), form


@in_folder
def test_the_pdf_is_named_after_the_profile(folder):
    status, out, messages = hillplan("generate", EXAMPLE, cwd=folder)
    assert (status, out) == (0, ""), messages
    assert os.listdir(folder) == ["profile.pdf"]


@in_folder
def test_large_print_goes_with_the_plan(folder):
    plan, pdf, again = (os.path.join(folder, name) for name in ("plan.yaml", "a.pdf", "b.pdf"))
    assert hillplan("generate", EXAMPLE, "--large", "-o", plan)[0] == 0
    assert hillplan("generate", EXAMPLE, "--large", "-o", pdf)[0] == 0
    assert hillplan("print", plan, "-o", again)[0] == 0
    assert "  large: true\n" in read(plan).decode() and read(pdf) == read(again)
    status, _, messages = hillplan("print", plan, "--two-up", "-o", again)
    assert status == 2 and "leave out --large or --two-up" in messages, messages
    profile = write(folder, "large.yaml",
                    read(EXAMPLE).decode() + "print: {large: true, paper: a5}\n")
    status, _, messages = hillplan("generate", profile, "-o", pdf)
    assert status == 2 and "a5 is too small for large print" in messages, messages


@in_folder
def test_a_rule_that_fails_or_runs_away_names_itself_and_prints_nothing(folder):
    body = ('return {{ api = 1, id = "x", title = "X", level = "must", why = "W.",\n'
            'allow = function(day) {} end }}')
    for script, expected in [("while true do end", "x"), ("return day.wekday", "weekday"),
                             ("return nil + 1", "x")]:
        rule = write(folder, "x.lua", body.format(script))
        out = os.path.join(folder, "plan.pdf")
        status, _, messages = hillplan("generate", EXAMPLE, "--rules", rule, "-o", out)
        assert status == 2 and "x.lua:2" in messages and expected in messages, messages
        assert not os.path.exists(out)
    for answer, expected in [('"hold"', 'should be "return" or nil, is hold'),
                             ('"return", 101', "whole number from 1 to 100, or nil"),
                             ('"return", "60"', "whole number from 1 to 100, or nil")]:
        rule = write(folder, "x.lua", body.format("").replace(
            "allow = function(day)", f"week_kind = function() return {answer}"))
        status, _, messages = hillplan("generate", EXAMPLE, "--rules", rule, "-o", out)
        assert status == 2 and expected in messages, messages


def readme_blocks(language):
    text = read(os.path.join(ROOT, "README.md")).decode()
    return re.findall(r"^```" + language + r"\n(.*?)^```", text, re.M | re.S)


MOUNTAINS = """\
runner: {recent_weeks: [58, 60, 62, 60], longest_recent_run: 25, recent_race: {distance: half, time: "1:42:00"}}
race: {date: 2027-04-18, distance: 80, climb_m: 4000, descent_m: 4000}
start: 2026-11-30
week: {run_days: [tue, wed, thu, fri, sat, sun], long_run: sat}
"""


@in_folder
def test_a_treadmill_climbs_what_no_run_has_to_descend(folder):
    climbs = {}
    for access in ("treadmill", "any"):
        path = write(folder, "profile.yaml", MOUNTAINS + f"hills: {{access: {access}}}\n")
        status, out, messages = hillplan("generate", path, "-f", "json", "-o", "-")
        assert status == 0, messages
        plan = json.loads(out)
        sessions = [session for week in plan["weeks"] for day in week["days"]
                    for session in day.get("sessions", [])]
        climbs[access] = [(session["climb_m"], session["descent_m"]) for session in sessions
                          if session.get("session") == "incline-hike"]
        told = plan["verdict"]["text"]
        assert ("No run descends; the biggest climb" in told) == (access == "treadmill"), told
        assert plan["verdict"]["level"] != "ready"
    metres = [climb for climb, _ in climbs["treadmill"]]
    assert len(metres) >= 6 and max(metres) >= 900 and metres == sorted(metres), metres
    assert not any(descent for _, descent in climbs["treadmill"]) and not climbs["any"]


def test_the_sample_in_the_readme_is_what_the_program_prints():
    plan = read(os.path.join(ROOT, "plans/first-marathon/plan.txt")).decode().splitlines()
    sample = readme_blocks("text")[0].splitlines()
    assert len(sample) > 5
    for line in sample:
        assert line in plan, line


def runs_of_week(plan, number):
    return [session for day in plan["weeks"][number - 1]["days"]
            for session in day.get("sessions", []) if session["kind"] not in NOT_RUN]


@in_folder
def test_fix_cuts_a_long_run_and_never_renames_it(folder):
    rule = write(folder, "long-every-other-week.lua", """return { api = 1, id = "even", title = "E",
        why = "E.", level = "must", allow = function(day) if day.week.number % 2 == 1 then
        for _, session in ipairs(day.sessions) do if session.kind == "long" then
        return false, "the long run is for even weeks" end end end end }""")
    plan, fixed = write(folder, "plan.json", plan_document("json")), os.path.join(folder, "fixed.json")
    status, told, messages = hillplan("fix", plan, "--rules", rule, "-o", fixed)
    assert status == 0 and "{" not in told, (told, messages)
    before, after = json.loads(plan_document("json")), json.loads(read(fixed))
    long_runs = 0
    for old, new in zip(before["weeks"], after["weeks"]):
        for day, changed in zip(old["days"], new["days"]):
            was = [s["distance"] for s in day.get("sessions", []) if s["kind"] == "long"]
            if was and old["number"] % 2 == 1:
                long_runs += 1
                runs = [s["distance"] for s in changed["sessions"] if "distance" in s]
                assert runs and max(runs) < max(was), (day["date"], was, runs)
    assert long_runs > 3, long_runs


@in_folder
def test_fix_mends_a_hand_edit_tells_the_changes_and_leaves_the_plan_alone(folder):
    plan = json.loads(plan_document("json"))
    for session in runs_of_week(plan, 5):
        if session["kind"] in ("easy", "long"):
            session["distance"] = round(session["distance"] * 1.4, 2)
    for field in ("distance", "climb_m", "descent_m"):
        plan["weeks"][4].pop(field)
    path, fixed = write(folder, "edited.json", json.dumps(plan)), os.path.join(folder, "fixed.yaml")
    before = read(path)
    assert hillplan("check", path)[0] == 1
    status, told, messages = hillplan("fix", path)
    assert (status, messages, os.listdir(folder)) == (0, "", ["edited.json"]), messages
    assert told.startswith("week 5, ") and re.search(r"^\d+ days changed$", told, re.M), told
    assert re.search(r"^\w{3} 2027-01-\d\d: ([\w-]+ run) [\d.]+ km .* -> \1 [\d.]+ km", told, re.M)
    assert re.search(r"^    weekly-ramp: [\d.]+ km in the week, [\d.]+ km allowed", told, re.M), told
    assert hillplan("fix", path, "-o", fixed) == (0, told, "")
    assert read(path) == before
    assert hillplan("check", fixed)[0] == 0
    status, told, _ = hillplan("fix", fixed)
    assert (status, told) == (0, "The plan keeps every must rule: nothing to change.\n")
    status, _, messages = hillplan("fix", path, "-o", path)
    assert status == 2 and read(path) == before, messages
    status, plan_text, _ = hillplan("fix", path, "-o", "-")
    assert status == 0 and plan_text.encode() == read(fixed)


@in_folder
def test_fix_tells_a_change_that_the_titles_hide(folder):
    plan = json.loads(plan_document("json"))
    for session in runs_of_week(plan, 5):
        session.update(kind="intervals", effort="hard", title="Easy run")
        session.pop("steps", None)
    status, told, messages = hillplan("fix", write(folder, "edited.json", json.dumps(plan)))
    assert (status, messages) == (0, ""), messages
    eased = re.findall(r"^\w{3} [\d-]+: Easy run ([\d.]+ km).* [(]hard[)].* -> [\w-]+ run \1(?!.*hard)",
                       told, re.M)
    assert len(eased) == 3, told
    assert hillplan("fix", write(folder, "good.json", plan_document("json")))[1] == (
        "The plan keeps every must rule: nothing to change.\n")


@in_folder
def test_fix_judges_its_arguments_like_other_commands(folder):
    good = write(folder, "good.yaml", plan_document())
    notes = write(folder, "notes.yaml", "Run more.\n")
    outside = os.path.join(folder, "none", "fixed.yaml")
    fixed = os.path.join(folder, "fixed.yaml")
    for arguments, status, expected in [
        (["none.yaml"], 4, "none.yaml: error: cannot open: No such file"),
        ([folder], 2, folder + ": error: this is a folder; the plan should be a file"),
        ([EXAMPLE], 2, "error: this is no plan document; hillplan generate makes one of a profile"),
        ([notes], 2, "notes.yaml:1:1: error: "),
        ([good, "-o", outside], 4, outside + ": error: cannot write: No such file"),
        ([good, "-o", os.path.join(folder, "fixed.docx")], 2, "cannot tell the format of"),
        ([good, "-o", fixed, "-f", "docx"], 2, "choose one of pdf, yaml"),
        ([good, "--runner", "none.yaml"], 4, "none.yaml: error: cannot open"),
        ([good, good], 2, "is one argument too many"),
    ]:
        told = hillplan("fix", *arguments)
        assert told[:2] == (status, "") and expected in told[2], (arguments, told)
        assert sorted(os.listdir(folder)) == ["good.yaml", "notes.yaml"], arguments
    assert hillplan("fix", good, "-o", fixed) == (
        0, "The plan keeps every must rule: nothing to change.\n", "")
    assert read(fixed) == read(good)
    _, usage, _ = hillplan("fix", "--help")
    for promise in ("smallest changes", "-o writes the plan", "Exit status 3 where no change mends"):
        assert promise in usage, usage


@in_folder
def test_fix_says_what_it_cannot_mend(folder):
    plan = json.loads(plan_document("json"))
    for day in plan["weeks"][-4]["days"]:
        day["sessions"] = [session for session in day.get("sessions", [])
                           if session["kind"] != "race"]
    race_week = next(week for week in plan["weeks"] if week["phase"] == "race")
    for day in race_week["days"]:
        day["sessions"] = [session for session in day.get("sessions", [])
                           if session["kind"] != "race"]
    path, fixed = write(folder, "edited.json", json.dumps(plan)), os.path.join(folder, "fixed.yaml")
    status, told, messages = hillplan("fix", path, "-o", fixed)
    assert (status, told) == (3, "") and not os.path.exists(fixed)
    assert re.search(r"week \d+: race-day: .+ missing; neither swapping days", messages), messages
    long_run = max((session for day in plan["weeks"][2]["days"] for session in day.get("sessions", [])
                    if session["kind"] == "long"), key=lambda session: session["distance"])
    long_run["distance"] += 10
    write(folder, "edited.json", json.dumps(plan))
    status, told, messages = hillplan("fix", path, "-o", fixed)
    assert status == 3 and "race-day" in messages and not os.path.exists(fixed)
    assert told.startswith("week 3, ") and told.endswith(" changed\n"), told


@in_folder
def test_a_new_rule_works_passes_its_cases_and_overwrites_nothing(folder):
    status, out, messages = hillplan("rules", "new", "quiet-fridays", cwd=folder)
    assert (status, messages) == (0, ""), messages
    assert sorted(os.listdir(folder)) == ["quiet-fridays.cases.lua", "quiet-fridays.lua"]
    assert "hillplan rules test quiet-fridays.cases.lua --rules quiet-fridays.lua" in out
    status, out, messages = hillplan("rules", "test", "quiet-fridays.cases.lua", "--rules",
                                     "quiet-fridays.lua", cwd=folder)
    assert (status, out) == (0, "4 passed, 0 failed\n"), out + messages
    write(folder, "quiet-fridays.cases.lua", "mine")
    os.remove(os.path.join(folder, "quiet-fridays.lua"))
    status, out, messages = hillplan("rules", "new", "quiet-fridays", cwd=folder)
    assert (status, out) == (2, "")
    assert messages == ("quiet-fridays.cases.lua: error: there is such a file already; give the rule "
                        "another name, or remove it\n"), messages
    assert os.listdir(folder) == ["quiet-fridays.cases.lua"]
    assert read(os.path.join(folder, "quiet-fridays.cases.lua")) == b"mine"
    status, _, messages = hillplan("rules", "new", "../up", cwd=folder)
    assert status == 2 and "'../up' is no name for a rule" in messages, messages


CASES = """\
local plans = hillplan.use("plans")
return {
    rule = "weekly-ramp",
    cases = {
        {
            name = "grows slowly",
            plan = plans.build({ weeks = { "E8 - - - - - -" } }),
            expect = {},
        },
        {
            name = "grows",
            plan = plans.build({ recent = { 10 }, weeks = { "E8 - - - - - L12" } }),
            expect = { { week = 1, status = "broken" } },
        },
    },
}
"""


@in_folder
def test_mistakes_in_cases_are_told_with_their_line(folder):
    def messages_of(old, new):
        assert old in CASES
        write(folder, "x.cases.lua", CASES.replace(old, new))
        status, out, messages = hillplan("rules", "test", "x.cases.lua", cwd=folder)
        assert status != 0, (new, out)
        return out + messages

    write(folder, "x.cases.lua", CASES)
    assert hillplan("rules", "test", "x.cases.lua", cwd=folder)[:2] == (0, "2 passed, 0 failed\n")
    for old, new, message in (
            ('"broken"', '"borken"', "x.cases.lua:11: error: case 2 (grows): the status 'borken' "
                                     "should be broken, gave_way or not_judged\n"),
            ("{ { week = 1, status = \"broken\" } }", "{ week = 1, status = \"broken\" }",
             "x.cases.lua:11: error: case 2 (grows): 'expect' should be a list, has named fields; "
             "put them in braces: { { } }\n"),
            ("{ week = 1, status", "{ wek = 1, status",
             "x.cases.lua:11: error: case 2 (grows): there is no field 'wek' here; did you mean "
             "'week'?\n"),
            ('            name = "grows",\n', "            name = 'grows', setings = {},\n",
             "x.cases.lua:11: error: case 2 (grows): there is no field 'setings' here; did you mean "
             "'settings'?\n"),
            ('            name = "grows",\n', "", "case 2 (without a name): the case has no name\n"),
            ("expect = {},", "", "x.cases.lua:6: error: case 1 (grows slowly): 'expect' should be a "
                                 "table, is missing\n"),
            ("{ recent = { 10 },", "{ recnt = { 10 },",
             "plans.build() takes no field 'recnt'"),
            ("L12", "L12@", "@ needs minutes: L12@"),
            ("week = 1", "week = 2", "x.cases.lua:11: grows: it came out as\n    week 1, 2027-01-04, broken: "),
            ("L12", "L2", "x.cases.lua:11: grows: nothing came out\n  instead of\n    week 1, broken\n"),
    ):
        told = messages_of(old, new)
        assert message in told, (new, told)
    write(folder, "x.cases.lua", 'return { rule = "weekly-ramp", cases = {} }')
    assert "'cases' is empty" in hillplan("rules", "test", "x.cases.lua", cwd=folder)[2]


@in_folder
def test_a_changed_script_judges_in_place_of_the_one_in_the_plan(folder):
    def check(*arguments):
        status, out, messages = hillplan("check", "plan.yaml", *arguments, cwd=folder)
        return status, out, messages

    profile = read(EXAMPLE).decode()
    write(folder, "profile.yaml", profile + """\
rules:
  scripts: [quiet.lua]
  set: [{rule: quiet, setting: longest, value: 12}]
""")
    hillplan("rules", "new", "quiet", cwd=folder)
    script = read(os.path.join(folder, "quiet.lua")).decode().replace('"fri"', '"thu"')
    write(folder, "quiet.lua", script)
    status, _, messages = hillplan("generate", "profile.yaml", "-o", "plan.yaml", cwd=folder)
    assert (status, messages) == (0, "")
    longest = max(session["distance"] for week in json.loads(
        hillplan("print", "plan.yaml", "-f", "json", cwd=folder)[1])["weeks"]
        for session in week["days"][3].get("sessions", []) if "distance" in session)
    warning = "quiet.lua: warning: stands for the text of rule 'quiet' in the plan\n"
    assert check()[0] == 0
    # The setting of the profile holds, whatever the default is now.
    write(folder, "quiet.lua", script.replace("default = 10", "default = 1"))
    assert check("--rules", "quiet.lua")[::2] == (0, warning)
    write(folder, "quiet.lua", script.replace("hillplan.km(set.longest)", f"{int(100 * longest) - 1}"))
    status, out, messages = check("--rules", "quiet.lua")
    assert (status, messages) == (1, warning) and "must: quiet: Thursday" in out, out + messages
    write(folder, "quiet.lua", script.replace("max = 50", "max = 11"))
    status, out, messages = check("--rules", "quiet.lua")
    assert (status, out) == (2, "")
    assert messages == "quiet.lua: error: rule 'quiet': 'longest' can be 1 to 11 km, not 12\n", messages
    write(folder, "quiet.lua", script)
    write(folder, "other.lua", script)
    assert "the id 'quiet' is taken by quiet.lua" in check("--rules", "quiet.lua", "--rules",
                                                           "other.lua")[2]


@in_folder
def test_a_rule_that_cannot_judge_the_plan_is_warned_of(folder):
    rule = write(folder, "flat.lua", """\
return {
    api = 1, id = "flat", title = "Flat", level = "must", why = "Knees.",
    allow = function(day)
        for _, session in ipairs(day.sessions) do
            if session.terrain == "hily" then
                return false, "hills"
            end
        end
    end,
}
""")
    plan = os.path.join(folder, "plan.yaml")
    status, _, messages = hillplan("generate", EXAMPLE, "-o", plan, "--rules", rule)
    assert status == 0
    assert re.fullmatch(
        rf"{rule}:5: warning: terrain is never 'hily'; did you mean 'hilly'\?\n"
        rf"{rule}: warning: rule 'flat' does not judge all of the plan: in week 1 the plan does not "
        r"say session\.terrain \(it is no run: ask is_run first\) on [0-9-]+\n", messages), messages
    status, out, messages = hillplan("check", plan)
    assert (status, messages) == (0, "") and "not judged: flat: weeks 1" in out, out + messages


def test_a_trace_tells_each_call_and_its_answer():
    status, out, messages = hillplan("rules", "trace", EXAMPLE, "--rule", "weekly-ramp")
    assert (status, messages) == (0, ""), messages
    assert out.startswith("limit_week  week 1 -> at most 44 km (110 % of 40 km, the mean of your "
                          "recent weeks)\nallow_week  week 1 -> allowed\n"), out[:300]
    lines, counts = out.split("\ncalls:\n")
    for hook, told in re.findall(r"(\w+) +(\d+): ", counts):
        assert len(re.findall(rf"^{hook} ", lines, re.M)) == int(told), (hook, told)
    status, out, messages = hillplan("rules", "trace", EXAMPLE, "--rule", "hard-easy")
    assert re.search(r"^allow +week \d+, \w+ 20[\d-]+: .+ -> refused: .+", out, re.M), out[:2000]
    status, out, messages = hillplan("rules", "trace", EXAMPLE, "--rule", "weekly-ram")
    assert (status, out) == (2, "") and "there is no rule 'weekly-ram'" in messages, messages
    status, _, messages = hillplan("rules", "trace", EXAMPLE)
    assert status == 2 and "say which rule: hillplan rules trace" in messages, messages


@in_folder
def test_the_profile_and_the_rule_in_the_readme_work(folder):
    profile = write(folder, "profile.yaml", readme_blocks("yaml")[0])
    rule = write(folder, "no-hills-on-monday.lua", readme_blocks("lua")[0])
    status, text, messages = hillplan("generate", profile, "-f", "json", "--today", "2027-01-01",
                                      "--rules", rule)
    assert status == 0 and messages == "", messages
    assert any(entry["id"] == "no-hills-on-monday" for entry in json.loads(text)["rules"])


@in_folder
def test_an_installed_program_finds_its_rules_and_templates(folder):
    variant = os.path.basename(os.path.dirname(PROGRAM))
    subprocess.run(["make", "-s", "-C", ROOT, "install", f"VARIANT={variant}",
                    f"DESTDIR={folder}/root"], check=True, capture_output=True)
    os.rename(os.path.join(folder, "root"), os.path.join(folder, "moved"))
    installed = os.path.join(folder, "moved/usr/local/bin/hillplan")
    status, text, messages = hillplan("generate", EXAMPLE, "-f", "text", program=installed)
    assert status == 0 and text == plan_document("text"), messages
    os.rename(os.path.join(folder, "moved/usr/local/share/hillplan/scripts"),
              os.path.join(folder, "moved/usr/local/share/hillplan/gone"))
    status, _, messages = hillplan("generate", EXAMPLE, "-f", "text", program=installed)
    assert status == 4 and "scripts/rules" in messages


if __name__ == "__main__":
    run_tests(tests_of(globals()))
