"""Workouts for watches: what a reader of FIT files finds is what the plan says.

fit.py [COUNT]     of the example plans; with COUNT, of so many random runners
"""

import datetime
import json
import os
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import fit_reader
from harness import LANGUAGES, PROGRAM, ROOT, hillplan, in_folder, run_tests, tests_of, write

RANDOM_RUNNERS = os.path.join(os.path.dirname(PROGRAM), "random_runners")
PROFILES = [os.path.join(ROOT, "plans", name, "profile.yaml")
            for name in ("first-marathon", "mountain-50k", "three-days-half", "monday-ten")]
NOT_RUN = ("cross", "strength", "drills")
FILE, WORKOUT, STEP, SCHEDULE = 0, 26, 27, 28
KINDS = {"run": 0, "warm_up": 2, "cool_down": 3, "recovery": 4}
MM = {"km": 1_000_000, "mi": 1_609_344}
EPOCH = datetime.date(1989, 12, 31)


def workouts(folder):
    """name -> bytes of the files in a folder."""
    found = {}
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), "rb") as file:
            found[name] = file.read()
    return found


def write_fit(document, folder, *arguments):
    status, out, messages = hillplan("print", document, "-f", "fit", "-o", folder, *arguments)
    assert (status, out, messages) == (0, "", ""), messages
    return workouts(folder)


def target(pace, units):
    """The fields of a pace: a range of speeds, or none is asked for."""
    if not pace:
        return {3: 2}
    fast, slow = pace
    leeway = 2 if fast == slow else 0
    return {3: 0, 4: 0, 5: round_half_up(MM[units] * (100 - leeway), slow * 100),
            6: round_half_up(MM[units] * (100 + leeway), fast * 100)}


def round_half_up(a, b):
    return (2 * a + b) // (2 * b)


def duration(distance_cm, seconds):
    if distance_cm is not None:
        return {1: 1, 2: distance_cm}
    return {1: 0, 2: seconds * 1000} if seconds is not None else {1: 5}


def expected_steps(session, units):
    """What the plan says of a session, as fields of a FIT file; names apart."""
    steps = []

    def add(step):
        if "repeat" in step:
            first = len(steps)
            for inner in step["steps"]:
                add(inner)
            steps.append({1: 6, 2: first, 3: 2, 4: step["repeat"], 7: 0})
        else:
            metres = step.get("distance_m")
            steps.append({**duration(None if metres is None else metres * 100,
                                     step.get("duration_s")),
                          **target(step.get("pace"), units), 7: KINDS[step["kind"]]})

    for step in session.get("steps", []):
        add(step)
    if not steps:
        cm = None
        if "distance" in session:
            cm = round_half_up(round(session["distance"] * 100) * MM[units], 1000)
        steps.append({**duration(cm, session.get("duration_s")),
                      **target(session.get("pace"), units), 7: 0})
    return [{254: index, **step} for index, step in enumerate(steps)]


def runs_of(plan, weeks=None):
    return [(day["date"], number, session) for week in plan["weeks"][:weeks]
            for day in week["days"] for number, session in enumerate(day.get("sessions", []), 1)
            if session["kind"] not in NOT_RUN]


def assert_same(plan, files, weeks=None):
    """The files hold the runs of the plan, and nothing else."""
    runs, ids = runs_of(plan, weeks), {}
    assert len(files) == len(runs) + 1, (sorted(files), len(runs))
    for date, number, session in runs:
        name = next(name for name in files if name.startswith(f"{date}-{number}-"))
        found = fit_reader.messages(files[name])
        assert [kind for kind, _ in found] == [FILE, WORKOUT] + [STEP] * (len(found) - 2), name
        assert re.fullmatch(r"[0-9-]{12}(-[a-z0-9]+)+\.fit", name), name
        (_, file), (_, workout), *steps = found
        seconds = (datetime.date.fromisoformat(date) - EPOCH).days * 86400 + number - 1
        assert (file[0], file[1], file[4]) == (5, 255, seconds), (name, file)
        assert workout[4] == 1 and workout[6] == len(steps), (name, workout)
        assert session["title"].startswith(workout[8]) and len(workout[8].encode()) <= 24, workout
        unnamed = [{key: value for key, value in step.items() if key != 0} for _, step in steps]
        assert unnamed == expected_steps(session, plan["units"]), (name, unnamed, session)
        assert (file[3], file[4]) not in ids.values(), name
        ids[name] = file[3], file[4]
    (_, file), *entries = fit_reader.messages(files["schedule.fit"])
    assert file[0] == 7
    told = [(entry[2], entry[3]) for kind, entry in entries if kind == SCHEDULE]
    assert told == [ids[name] for name in sorted(ids)] and len(told) == len(entries)
    for (kind, entry), (date, _, _) in zip(entries, runs):
        assert EPOCH + datetime.timedelta(entry[6] // 86400) == datetime.date.fromisoformat(date)


def document_of(profile, folder):
    """The plan of a profile, and its file; None of one that has no plan."""
    status, text, messages = hillplan("generate", profile, "-f", "json")
    assert status in (0, 3), messages
    return (json.loads(text), write(folder, "plan.json", text)) if status == 0 else (None, None)


def compare(profile, folder):
    plan, document = document_of(profile, folder)
    if plan:
        assert_same(plan, write_fit(document, os.path.join(folder, "all"), "--weeks", "500"))


# ---- example plans ----

@in_folder
def test_the_files_hold_the_steps_of_the_plan(folder):
    for number, profile in enumerate(PROFILES):
        inner = os.path.join(folder, str(number))
        os.mkdir(inner)
        compare(profile, inner)


def gpsbabel(path):
    return subprocess.run(["gpsbabel", "-i", "garmin_fit", "-f", path, "-o", "csv", "-F", "-"],
                          capture_output=True, check=False).returncode


@in_folder
def test_gpsbabel_reads_the_files_and_refuses_a_flipped_bit(folder):
    _, document = document_of(PROFILES[1], folder)
    files = write_fit(document, os.path.join(folder, "fit"))
    for name, data in files.items():
        path = os.path.join(folder, "fit", name)
        assert gpsbabel(path) == 0, name
    for at in range(14, len(data), max(1, len(data) // 20)):
        with open(path, "wb") as file:
            file.write(data[:at] + bytes([data[at] ^ 4]) + data[at + 1:])
        assert gpsbabel(path) != 0, at


@in_folder
def test_the_same_plan_gives_the_same_bytes(folder):
    _, document = document_of(PROFILES[0], folder)
    first = write_fit(document, os.path.join(folder, "a"))
    assert first == write_fit(document, os.path.join(folder, "b"))
    assert first == write_fit(document, os.path.join(folder, "a"))
    assert hillplan("generate", PROFILES[0], "-f", "fit", "-o", os.path.join(folder, "c"))[0] == 0
    assert first == workouts(os.path.join(folder, "c"))


@in_folder
def test_four_weeks_are_written_unless_others_are_asked_for(folder):
    plan, document = document_of(PROFILES[0], folder)
    assert_same(plan, write_fit(document, os.path.join(folder, "a")), weeks=4)
    third = {**plan, "weeks": plan["weeks"][2:]}
    inside = third["weeks"][0]["days"][3]["date"]
    assert_same(third, write_fit(document, os.path.join(folder, "b"), "--from", inside,
                                 "--weeks", "2"), weeks=2)
    today = os.path.join(folder, "c")
    assert hillplan("generate", PROFILES[0], "-f", "fit", "-o", today, "--today", inside)[0] == 0
    assert_same(third, workouts(today), weeks=4)


@in_folder
def test_other_files_of_the_folder_stay(folder):
    _, document = document_of(PROFILES[0], folder)
    inner = os.path.join(folder, "fit")
    os.mkdir(inner)
    write(inner, "mine.txt", "mine")
    assert write_fit(document, inner)["mine.txt"] == b"mine"


@in_folder
def test_names_are_in_the_plan_s_language_and_cut_at_a_character(folder):
    _, document = document_of(PROFILES[1], folder)
    english = write_fit(document, os.path.join(folder, "en"))
    for language in LANGUAGES:
        files = write_fit(document, os.path.join(folder, language), "--language", language)
        assert sorted(files) == sorted(english)
        texts = [message.get(8 if kind == WORKOUT else 0) for data in files.values()
                 for kind, message in fit_reader.messages(data) if kind in (WORKOUT, STEP)]
        assert all(len(text.encode()) <= 24 for text in texts if text)
        assert language == "en" or files != english, language


@in_folder
def test_slopes_are_told_in_the_names_of_steps(folder):
    _, document = document_of(PROFILES[1], folder)
    names = [message.get(0, "") for data in write_fit(document, os.path.join(folder, "fit"),
                                                      "--weeks", "500").values()
             for kind, message in fit_reader.messages(data) if kind == STEP]
    assert any(re.match(r"uphill \d+ %, hard", name) for name in names), set(names)


def test_a_folder_is_asked_for():
    status, _, messages = hillplan("generate", PROFILES[0], "-f", "fit", "-o", "-")
    assert status == 2 and "this format is a folder of files; name one with -o" in messages
    status, _, messages = hillplan("generate", PROFILES[0], "-f", "fit", "-o", "README.md")
    assert status == 4 and "README.md: error: cannot make the folder" in messages, messages


# ---- some weeks in other formats ----

def test_documents_are_whole_and_weeks_are_there():
    for arguments, told in (
            (("-f", "yaml", "--weeks", "2"), "yaml holds the plan as a whole"),
            (("-f", "md", "--from", "2030-01-01"), "the plan is over on 2030-01-01: it goes from 20")):
        status, out, messages = hillplan("generate", PROFILES[0], *arguments)
        assert (status, out) == (2, "") and told in messages, messages


@in_folder
def test_some_weeks_are_those_of_the_whole(folder):
    plan, document = document_of(PROFILES[0], folder)
    day = plan["weeks"][4]["days"][6]["date"]
    for form, row in (("csv", "\n20"), ("csv-weeks", "\n"), ("ics", "BEGIN:VEVENT"), ("md", "\n## ")):
        whole = hillplan("print", document, "-f", form)[1]
        part = hillplan("print", document, "-f", form, "--from", day, "--weeks", "3")[1]
        assert 0 < part.count(row) < whole.count(row)
        heads = r"^(?!DTSTAMP|\| \d)"
        assert all(line in whole for line in part.splitlines() if re.match(heads, line)), form
    pdf = os.path.join(folder, "plan.pdf")
    assert hillplan("print", document, "-o", pdf, "--from", day, "--weeks", "3",
                    "--pages", "weeks,months,overview,race,rules,strength")[0] == 0
    assert subprocess.run(["qpdf", "--check", pdf], capture_output=True, check=False).returncode == 0


# ---- random runners ----

def random_test(number):
    @in_folder
    def test(folder):
        shown = subprocess.run([RANDOM_RUNNERS, "--show", str(number)], capture_output=True,
                               check=True, text=True).stdout
        compare(write(folder, "profile.yaml", shown), folder)
    test.__name__ = f"runner {number}"
    return test


if __name__ == "__main__":
    run_tests([random_test(number) for number in range(int(sys.argv[1]))] if sys.argv[1:]
              else tests_of(globals()))
