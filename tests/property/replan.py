"""Plans made anew: replan.py COUNT, or COUNT SEED

Takes plans of random runners and holds `hillplan replan` to what it promises: a plan that was run as
planned does not change, on whatever day it is asked, nor does one whose log says so; past days keep
every field; one missed easy run changes little; a gap in a log is what --missed tells; no week
grows for whoever ran too much; a plan that was made anew after days off and then followed
stays. What comes out is checked by `hillplan check`.
"""

import datetime
import json
import os
import random
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from harness import PROGRAM, hillplan

RANDOM_RUNNERS = os.path.join(os.path.dirname(PROGRAM), "random_runners")
NO_PLAN = 3
NONE_SHOWN = 1  # by random_runners: the rules leave the runner no plan
MARKS = ("status", "run")

NOT_RUN = ("cross", "strength", "drills")
RACES = ("race", "tune_up")
TOO_MUCH = 1.4
MOST_CHANGED, USUALLY_CHANGED = 10, 3  # days after one missed easy run: of 90 %, in the middle
FEWEST_FOLLOWED = 98                   # percent that stay after days off


def days_of(plan):
    return [day for week in plan["weeks"] for day in week["days"]]


def plan_of_runner(number, seed):
    arguments = ["--seed", seed] if seed else []
    done = subprocess.run([RANDOM_RUNNERS, *arguments, "--plan", str(number)], capture_output=True,
                          text=True, check=False)
    assert done.returncode in (0, NONE_SHOWN), (number, done)
    return json.loads(done.stdout) if done.stdout else None


def without_marks(day):
    return {key: value for key, value in day.items() if key not in MARKS}


def amounts(day):
    """What is to be run on a day, as the runner reads it."""
    keys = ("kind", "session", "title", "distance", "duration_s", "climb_m", "descent_m", "effort",
            "terrain", "steps")
    return [{key: session.get(key) for key in keys} for session in day.get("sessions", [])]


EVERY_DATE_OF = 20, 10  # one of so many plans is asked on every date, of so many at most


class Trial:
    """A plan in a folder, made anew as often as is asked."""

    def __init__(self, folder, plan):
        self.path = os.path.join(folder, "plan.json")
        self.plan = plan
        self.write(plan)
        self.count = 0

    def write(self, plan):
        with open(self.path, "w", encoding="utf-8") as file:
            json.dump(plan, file)

    def replan(self, today, *arguments):
        """The plan made anew; None where the rules leave none."""
        self.count += 1
        status, text, messages = hillplan("replan", self.path, "--today", today, *arguments,
                                          "-o", "-", "-f", "json")
        assert status in (0, NO_PLAN), (today, arguments, status, messages)
        return json.loads(text) if status == 0 else None

    def assert_kept(self, plan):
        """Must rules are kept from the day on."""
        path = self.path + ".new.json"
        with open(path, "w", encoding="utf-8") as file:
            json.dump(plan, file)
        status, text, messages = hillplan("check", path)
        assert status == 0, (text, messages)


def changed_days(before, after, today):
    """How many days differ from today on; the past may not."""
    changed = 0
    for old, new in zip(days_of(before), days_of(after)):
        if old["date"] < today:
            assert without_marks(old) == without_marks(new), (today, old, new)
        else:
            changed += amounts(old) != amounts(new)
    return changed


def dates_before_race(plan):
    start = plan["weeks"][0]["start"]
    race = plan["race"]["date"]
    return [day["date"] for day in days_of(plan) if start < day["date"] < race]


def later(date, days):
    return (datetime.date.fromisoformat(date) + datetime.timedelta(days=days)).isoformat()


def is_run(session):
    return session["kind"] not in NOT_RUN


def followed(trial, chance):
    """Run as planned until some day: how many days change."""
    today = chance.choice(dates_before_race(trial.plan))
    new = trial.replan(today)
    assert new, today
    return changed_days(trial.plan, new, today), today


def longest_run(plan):
    return max((run.get("distance", 0) for day in days_of(plan) for run in day.get("sessions", [])
                if is_run(run) and run["kind"] not in RACES), default=0)


def is_small_easy_run(day, week):
    """Whether all that is run on a day is an easy run of at most a fifth of its week."""
    runs = [session for session in day.get("sessions", []) if is_run(session)]
    return ([run["kind"] for run in runs] == ["easy"] and
            5 * runs[0]["distance"] <= week["distance"])


def on_every_date(trial):
    """The dates on which a plan that was run as planned changes all the same."""
    changed = []
    for today in dates_before_race(trial.plan):
        new = trial.replan(today)
        assert new, today
        if changed_days(trial.plan, new, today):
            changed.append(today)
    return changed


def write_log(trial, today, share, gap=()):
    """A log of what was planned before a day, but for a gap: a share of each run. None where it
    would begin or end too far from that to be taken."""
    runs = [(day["date"], session["distance"] * share(session))
            for day in days_of(trial.plan) if day["date"] < today and day["date"] not in gap
            for session in day.get("sessions", [])
            if is_run(session) and session.get("distance")]
    if not runs or runs[-1][0] < later(today, -3) or (gap and gap[0] < runs[0][0]):
        return None
    path = trial.path + ".csv"
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"date,distance_{trial.plan['units']}\n")
        file.writelines(f"{date},{distance:.2f}\n" for date, distance in runs)
    return path


def by_log(trial, chance):
    """Run as planned but for what a watch is wrong by, told by a log: how many days change."""
    today = chance.choice(dates_before_race(trial.plan))
    log = write_log(trial, today, lambda _: chance.uniform(0.94, 1.06))
    if not log:
        return None
    new = trial.replan(today, "--log", log)
    assert new, today
    return changed_days(trial.plan, new, today), today


def too_much(trial, chance):
    """40 % more was run than planned, races aside: how many weeks up to the race have more distance.
    The longest run of all is no longer than it was to be."""
    today = chance.choice(dates_before_race(trial.plan))
    log = write_log(trial, today, lambda run: 1 if run["kind"] in RACES else TOO_MUCH)
    if not log:
        return None
    new = trial.replan(today, "--log", log)
    assert new, today
    trial.assert_kept(new)
    changed_days(trial.plan, new, today)
    grown = [week["number"] for old, week in zip(trial.plan["weeks"], new["weeks"])
             if week["distance"] > old["distance"] and week["phase"] != "recovery"]
    assert longest_run(new) <= longest_run(trial.plan), today
    return len(grown), f"{today}, weeks {grown}"


def between_runs(plan, dates):
    """Of some dates those from the first to the last that has a run; none where some were to be off
    anyway."""
    with_runs = [day["date"] for day in days_of(plan) if day["date"] in dates
                 and any(map(is_run, day.get("sessions", [])))]
    if any(pause["first"] <= date <= pause["last"]
           for pause in plan.get("breaks", []) for date in dates):
        return []
    return [date for date in dates if with_runs and with_runs[0] <= date <= with_runs[-1]]


def gap_in_log(trial, chance):
    """The runs of some days are missing from a log: how many days differ from what --missed makes
    of the same days."""
    dates = dates_before_race(trial.plan)
    first = chance.choice(dates)
    days = [later(first, n) for n in range(chance.randint(1, 16))]
    gap = between_runs(trial.plan, days)
    today = later(days[-1], chance.randint(2, 9))
    log = write_log(trial, today, lambda _: 1, gap) if gap and today in dates else None
    if not log:
        return None
    new = trial.replan(today, "--log", log)
    told = trial.replan(today, "--missed", f"{gap[0]}..{gap[-1]}")
    what = f"{gap[0]}..{gap[-1]}, today {today}"
    assert (new is None) == (told is None), what
    if new is None:
        return None
    assert new.get("breaks") == told.get("breaks"), (what, new.get("breaks"), told.get("breaks"))
    return changed_days(told, new, today), what


def missed_easy_run(trial, chance):
    """How many days change after a missed easy run; None where there is none to miss."""
    dates = dates_before_race(trial.plan)
    easy = [day["date"] for week in trial.plan["weeks"] for day in week["days"]
            if day["date"] in dates and is_small_easy_run(day, week)]
    if not easy:
        return None
    day = chance.choice(easy)
    today = later(day, 1)
    if today not in dates:
        return None
    new = trial.replan(today, "--missed", day)
    assert new, day
    trial.assert_kept(new)
    return changed_days(trial.plan, new, today), day


def flu(trial, chance):
    """Days off, and the plan after them followed: how many days change then."""
    dates = dates_before_race(trial.plan)
    days = chance.randint(3, 20)
    if len(dates) < days + 30:
        return None
    first = chance.choice(dates[:-days - 21])
    last, today = later(first, days - 1), later(first, days)
    reason = chance.choice(["illness", "holiday", "injury"])
    new = trial.replan(today, "--missed", f"{first}..{last}:{reason}")
    if new is None:
        return None
    changed_days(trial.plan, new, today)
    trial.assert_kept(new)
    trial.write(new)
    then = later(today, chance.randint(1, 16))
    again = trial.replan(then)
    trial.write(trial.plan)
    assert again, (first, last, reason, then)
    return changed_days(new, again, then), f"{first}..{last}:{reason}, then {then}"


def survey(count, seed):
    found = {experiment: [] for experiment in (followed, by_log, gap_in_log, too_much,
                                               missed_easy_run, flu)}
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        for number in range(count):
            plan = plan_of_runner(number, seed)
            if not plan:
                continue
            trial = Trial(folder, plan)
            chance = random.Random(f"{seed} {number}")
            step, most = EVERY_DATE_OF
            if number % step == step - 1 and number < step * most:
                changed = on_every_date(trial)
                failures += len(changed)
                print(f"runner {number} on every date: changed on {changed}" if changed else
                      f"runner {number} is the same on every date")
            for experiment, results in found.items():
                try:
                    result = experiment(trial, chance)
                except AssertionError as error:
                    failures += 1
                    print(f"FAILED runner {number}: {experiment.__name__}: {error}")
                    trial.write(trial.plan)
                    continue
                if result is not None:
                    results.append((number, *result))
    return found, failures


def percent(part, whole):
    return 100 * part / max(1, whole)


def judge(found):
    """What is promised, and whether it is so."""
    unchanged = {}
    for experiment in (followed, by_log, gap_in_log, too_much, flu):
        results = found[experiment]
        other = [f"runner {n}, {what} ({changed} days)" for n, changed, what in results if changed]
        unchanged[experiment] = percent(len(results) - len(other), len(results))
        print(f"{experiment.__name__}: {unchanged[experiment]:.1f} % of {len(results)} unchanged"
              + (": " + "; ".join(other[:12]) if other else ""))
    missed = sorted(changed for _, changed, _ in found[missed_easy_run])
    middle = missed[len(missed) // 2] if missed else 0
    most = missed[len(missed) * 9 // 10] if missed else 0
    print(f"missed easy run: {middle} days changed in the middle, {most} for nine of ten, "
          f"{missed[-1] if missed else 0} at most, of {len(missed)}")
    worst = sorted(found[missed_easy_run], key=lambda row: -row[1])[:5]
    print("    " + "; ".join(f"runner {n}, {day} ({changed})" for n, changed, day in worst))
    return [*(unchanged[experiment] == 100
              for experiment in (followed, by_log, gap_in_log, too_much)),
            unchanged[flu] >= FEWEST_FOLLOWED, middle <= USUALLY_CHANGED, most <= MOST_CHANGED]


def main():
    count, seed = int(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else None
    found, failures = survey(count, seed)
    kept = judge(found)
    failed = failures + kept.count(False)
    print(f"{sum(map(len, found.values())) + kept.count(True)} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
