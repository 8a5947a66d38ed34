"""Flaws: how many of the plans of random runners hold what a coach would strike out.

flaws.py COUNT [SEED]        plans for so many runners, and the share of each flaw
flaws.py --self-test         only whether each flaw is found in a small plan that has it
flaws.py --of PLAN.json...   the flaws of these plans, with weeks

The runners are those of random_runners who could run their race: `random_runners --show N` prints
one. Each flaw has a bound, the percent of its places that may have it; KNOWN has those that today's
plans don't keep. A share of few places is chance and not judged, but for flaws that may never be.
The last line counts what is judged, and the flaws' own tests.
"""

import concurrent.futures
import datetime
import itertools
import json
import os
import re
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from harness import PROGRAM
from coach import hills, races, sessions, weeks, whole  # they list their flaws
from coach.cases import failed_cases
from coach.flaw import FLAWS
from coach.plan import KM_OF_UNIT, Plan

RANDOM_RUNNERS = os.path.join(os.path.dirname(PROGRAM), "random_runners")
LEAST_ASKED = 30  # places; a share of fewer is chance
MOST_NAMED = 3
NO_PLAN = 1  # exit status
# km a week from which on a race is within reach; others are refused a good plan, not the plan.
ULTRAS = ("50k", "50mi", "100k", "100mi")
LEAST_KM = {"5k": 0, "10k": 0, "half": 20, "marathon": 25, **dict.fromkeys(ULTRAS, 40)}
FEW_WEEKS = datetime.timedelta(weeks=7)

# What today's plans miss: the share that they have, in percent, and why. It may only shrink. (The
# larger of the shares of 300 and of 600 runners.)
KNOWN = {
    "cold_strides": (0.9, "rounding"),
    "empty_race_week": (7.5, "early peak"),
    "few_pairs": (31, "unexplained"),
    "flat_last_week": (13.4, "chance"),
    "flat_long_runs": (13.3, "holidays"),
    "full_week_after": (3.5, "race km"),
    "hard_finisher": (6.3, "small weeks"),
    "hard_after_20_km": (9.5, "seven days"),
    "idle_base": (3.1, "calendar"),
    "late_long_run": (3.9, "calendar"),
    "little_half_pace": (10.9, "chance"),
    "lopsided_race_week": (24.5, "shake-outs"),
    "near_the_long_run": (3.6, "starts"),
    "no_longer_run": (7, "chance"),
    "rash_return": (2.2, "rest days"),
    "run_after_marathon": (5.7, "calendar"),
    "tiny_recovery": (0.1, "a race of 100 km in week 1"),
}


def random_runner(what, number, seed):
    """What random_runners prints of a runner: --show, the profile; --plan, "" if there is none."""
    arguments = ["--seed", seed] if seed else []
    done = subprocess.run([RANDOM_RUNNERS, *arguments, what, str(number)], capture_output=True,
                          text=True)
    assert done.returncode in (0, NO_PLAN) and not done.stderr, (number, done)
    return done.stdout


def is_asked(number, profile):
    """Whether the runner is of the survey: one who could run the race, on three days a week. Of the
    many ultras every second is enough, of the plans of a few weeks every fourth."""
    recent = re.search(r"recent_weeks: \[(.*)\]", profile)[1]
    unit_km = KM_OF_UNIT[re.search(r"units: (\w+)", profile)[1]]
    recent_weeks = [float(week) * unit_km for week in recent.split(", ") if week]
    run_days = re.search(r"run_days: \[(.*)\]", profile)
    race = re.search(r"race:\n  name: .*\n  distance: (\w+)", profile)[1]
    mean = sum(recent_weeks) / max(1, len(recent_weeks))
    start, race_date = (datetime.date.fromisoformat(re.search(rf"{key}: (\S+)", profile)[1])
                        for key in ("\nstart", "\n  date"))
    thinned = ((race in ULTRAS and number % 2) or
               (race_date - start < FEW_WEEKS and number % 4))
    return (mean >= LEAST_KM[race] and (not run_days or run_days[1].count(",") >= 2) and
            not thinned)


def asked_runners(count, seed):
    """The numbers of the first runners of the survey."""
    return itertools.islice((number for number in itertools.count()
                             if is_asked(number, random_runner("--show", number, seed))), count)


def plans_of(numbers, seed):
    """(number, plan) of each runner who gets one."""
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        texts = pool.map(lambda number: (number, random_runner("--plan", number, seed)), numbers)
        return [(number, Plan(json.loads(text))) for number, text in texts if text]


def survey(plans):
    """For each flaw's name, how many places were asked, and the (runner, week) that have it."""
    asked, found = {}, {}
    for flaw in FLAWS:
        asked[flaw.__name__], found[flaw.__name__] = 0, []
    for number, plan in plans:
        for flaw in FLAWS:
            for week, is_flawed in flaw(plan):
                asked[flaw.__name__] += 1
                if is_flawed:
                    found[flaw.__name__].append((number, week))
    return asked, found


def judge(flaw, asked, found):
    """"" if the share is within its bound, else what is to be said of it."""
    most = KNOWN.get(flaw.__name__, (flaw.most,))[0]
    if found and (most == 0 or asked >= LEAST_ASKED) and 100 * len(found) > most * asked:
        return "MISSED"
    return "" if asked >= LEAST_ASKED else "not judged: too few"


def print_row(flaw, asked, found, verdict):
    name = flaw.__name__
    share = f"{100 * len(found) / asked:5.1f}" if asked else "    -"
    most, why = KNOWN.get(name, (flaw.most, ""))
    known = f"  known, {why} (asked for: {flaw.most} %)" if why else ""
    print(f"{name:22} {len(found):4} of {asked:5}  {share} % (at most {most} %)"
          f"{'  ' + verdict if verdict else ''}{known}")
    if verdict == "MISSED":
        print(f"    {flaw.what}")
    if found and (verdict or known):
        print("    " + "; ".join(f"runner {number}, week {week}"
                                 for number, week in spread(found)))


def spread(found):
    """Some of the places, of different runners if there are."""
    firsts = dict(reversed(found))
    return sorted(firsts.items())[:MOST_NAMED]


def print_flaws_of(paths):
    for path in paths:
        with open(path, encoding="utf-8") as file:
            plan = Plan(json.load(file))
        for flaw in FLAWS:
            found = [str(week) for week, is_flawed in flaw(plan) if is_flawed]
            if found:
                print(f"{path}: {flaw.what}: week {', '.join(found)}")


def run_survey(count, seed):
    """Prints the survey; gives how many flaws are within their bounds, and how many aren't."""
    planned = plans_of(asked_runners(count, seed), seed)
    print(f"{count} runners, {len(planned)} plans")
    asked, found = survey(planned)
    verdicts = []
    for flaw in FLAWS:
        name = flaw.__name__
        verdicts.append(judge(flaw, asked[name], found[name]))
        print_row(flaw, asked[name], found[name], verdicts[-1])
    return verdicts.count(""), verdicts.count("MISSED")


def main():
    if sys.argv[1] == "--of":
        print_flaws_of(sys.argv[2:])
        return
    wrong = failed_cases()
    for message in wrong:
        print(f"FAILED {message}")
    passed, failed = len(FLAWS) - len(wrong), len(wrong)
    if sys.argv[1] != "--self-test":
        kept, missed = run_survey(int(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else None)
        passed, failed = passed + kept, failed + missed
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
