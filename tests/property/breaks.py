"""Breaks: random runners with one break of 1 to 40 days each, at a random place, for a random reason.

breaks.py COUNT [SEED]    the properties that their plans keep, and what a break costs

The runners are those of random_runners with at least ten weeks to train. What is asked here is
counted from the plans alone, by a table of its own.
"""

import concurrent.futures
import datetime
import functools
import json
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from harness import PROGRAM

RANDOM_RUNNERS = os.path.join(os.path.dirname(PROGRAM), "random_runners")
NO_PLAN = 3
WEEK = datetime.timedelta(weeks=1)
DAY = datetime.timedelta(days=1)
LEAST_WEEKS = 10
MOST_RUN_DAYS = 6  # of a week; one day is rest anyway
ROUNDING_KM = 0.02
WEEKS_TO_LEVEL = 8  # within which the level before a break of up to four weeks is there again
LEVEL_SHARE = 0.97  # of the level, to have reached it: amounts are friendly ones
MOST_NEVER_BACK_PERCENT = 4
LEAST_ASKED = 30  # plans; a share of fewer is chance
RACES = ("race", "tune_up")
ASIDE = ("strength", "drills", "cross", "rest")

# From how many days on: the weeks back in percent of the level; days without anything hard.
ILLNESS = ((57, (40, 40, 50, 50, 65, 65, 80, 80, 100), 21), (29, (40, 50, 65, 80, 100), 21),
           (15, (50, 70, 85, 100), 14), (8, (60, 80, 100), 10), (4, (80, 100), 3), (1, (), 1))
HOLIDAY = (*ILLNESS[:2], (15, (60, 80, 100), 7), (8, (75, 100), 4), (4, (90, 100), 3), (1, (), 0))


class Break:
    """What a runner's days off are, counted from the run days."""

    def __init__(self, first, last, reason, run_days):
        days = [first + n * DAY for n in range((last - first).days + 1)]
        off = [day for day in days if day.strftime("%a").lower() in run_days]
        self.is_none = not off
        if self.is_none:
            return
        self.first, self.last = off[0], last
        while (self.last + DAY).strftime("%a").lower() not in run_days:
            self.last += DAY
        self.days = (self.last - self.first).days + 1
        self.reason = reason
        table = HOLIDAY if reason == "holiday" else ILLNESS
        self.steps, self.nothing_hard = next(row[1:] for row in table if self.days >= row[0])


def show(number, seed):
    done = subprocess.run([RANDOM_RUNNERS, *(["--seed", seed] if seed else []), "--show", str(number)],
                          capture_output=True, text=True, check=True)
    return done.stdout


def generate(profile):
    with tempfile.NamedTemporaryFile("w", suffix=".yaml") as file:
        file.write(profile)
        file.flush()
        done = subprocess.run([PROGRAM, "generate", file.name, "-f", "json", "-o", "-"],
                              capture_output=True, text=True)
    assert done.returncode in (0, NO_PLAN), (done, profile)
    return json.loads(done.stdout) if done.returncode == 0 else None


def date_in(profile, key):
    return datetime.date.fromisoformat(re.search(rf"\n *{key}: (\S+)", profile)[1])


def with_break(profile, chance):
    """The profile without days off, and with some; None for runners who aren't asked."""
    whole = re.sub(r"  unavailable: .*\n", "", profile)
    start, race = date_in(profile, "start"), date_in(profile, "date")
    weeks = (race - start) // WEEK
    if weeks < LEAST_WEEKS or "run_days" not in profile:
        return None
    first = start + chance.randrange(7, 7 * (weeks - 2)) * DAY
    last = min(first + chance.randrange(1, 41) * DAY - DAY, race - 2 * DAY)
    reason = chance.choice(("holiday", "illness", "injury"))
    entry = f"  unavailable: [{{from: {first}, to: {last}, reason: {reason}}}]\n"
    return whole, whole.replace("week:\n", "week:\n" + entry), (first, last, reason)


def runs_of(day):
    return [session for session in day.get("sessions", []) if session["kind"] not in ASIDE]


def training_km(week):
    return sum(run["distance"] for day in week["days"] for run in runs_of(day)
               if run["kind"] not in RACES)


def has_race(week):
    return any(run["kind"] in RACES for day in week["days"] for run in runs_of(day))


def day_of(day):
    return datetime.date.fromisoformat(day["date"])


class Case:
    """A runner's plan with a break: what is wrong with it, and what the break cost."""

    def __init__(self, number, whole, plan, pause):
        self.number, self.profile, self.plan, self.pause, self.faults = number, whole, plan, pause, []
        self.run_days = plan["week"]["run_days"]
        self.starts = [datetime.date.fromisoformat(week["start"]) for week in plan["weeks"]]
        self.race = datetime.date.fromisoformat(plan["race"]["date"])
        self.level = self.level_before()
        self.check_cut_weeks()
        self.check_way_back()
        self.check_hard_days()

    @functools.cached_property
    def whole(self):
        """The plan without the break."""
        return generate(self.profile)

    def open_days(self, start, after=None):
        days = [start + n * DAY for n in range(7)]
        return sum(day.strftime("%a").lower() in self.run_days and
                   not self.pause.first <= day <= self.pause.last and
                   (after is None or day > after) for day in days)

    def share(self, start):
        usual = min(MOST_RUN_DAYS, len(self.run_days))
        return min(1, min(MOST_RUN_DAYS, self.open_days(start)) / usual)

    def level_before(self):
        """The larger distance of the last two weeks before the break, those of races aside; None
        where there are none, or with run-walk, which has limits of its own."""
        before = [week for week, start in zip(self.plan["weeks"], self.starts)
                  if start + WEEK <= self.pause.first and not has_race(week)]
        is_run_walk = any(run["kind"] == "run_walk" for week in self.plan["weeks"]
                          for day in week["days"] for run in runs_of(day))
        return max(map(training_km, before[-2:])) if len(before) >= 2 and not is_run_walk else None

    def fault(self, week, text):
        self.faults.append(f"runner {self.number}, week {week['number']}: {text}")

    def check_cut_weeks(self):
        for week, start in zip(self.plan["weeks"], self.starts):
            is_cut = self.share(start) < 1 and start <= self.race - WEEK
            if not is_cut or has_race(week) or self.level is None or start > self.pause.last:
                continue
            most = 1.1 * self.level * self.share(start)
            if training_km(week) > max(most, ROUNDING_KM) + ROUNDING_KM:
                self.fault(week, f"{training_km(week):g} km, its share is {most:.2f}")

    def weeks_back(self):
        """(week, step) from the first week of which half of the run days come after the break."""
        weeks = [week for week, start in zip(self.plan["weeks"], self.starts)
                 if 2 * self.open_days(start, self.pause.last) >= len(self.run_days)
                 and start + WEEK > self.pause.last]
        return list(zip(weeks, self.pause.steps))

    def check_way_back(self):
        if self.level is None:
            return
        for week, step in self.weeks_back():
            start = datetime.date.fromisoformat(week["start"])
            if start + WEEK > self.race or has_race(week):
                return
            most = self.level * step / 100 * self.share(start)
            if training_km(week) > most + ROUNDING_KM:
                self.fault(week, f"{training_km(week):g} km, {step} % of the level is {most:.2f}")

    def check_hard_days(self):
        days = [day for week in self.plan["weeks"] for day in week["days"]
                if self.pause.last < day_of(day) < self.race]
        first = next((day_of(day) for day in days if runs_of(day)), None)
        for day in days:
            is_early = first and (day_of(day) - first).days < self.pause.nothing_hard
            for run in runs_of(day) if is_early else ():
                if run["effort"] == "hard" and run["kind"] not in RACES:
                    self.faults.append(f"runner {self.number}, {day['date']}: {run['title']} on day "
                                       f"{(day_of(day) - first).days + 1} back")

    def later(self, plan):
        """The weeks of a plan from the way back on, before the race."""
        return [week for week in plan["weeks"]
                if self.pause.last < datetime.date.fromisoformat(week["start"]) <= self.race - WEEK]

    def weeks_to_level(self):
        """How many weeks after the break the level is reached, or the most that the plan without it
        holds in the weeks asked for; None if never, or not to be asked."""
        level = min(self.level, max(map(training_km, self.later(self.whole)[:WEEKS_TO_LEVEL]),
                                    default=0))
        return next((number + 1 for number, week in enumerate(self.later(self.plan))
                     if training_km(week) >= LEVEL_SHARE * level), None)

    def is_asked_for_cost(self):
        last_full = self.race - 4 * WEEK
        return self.level and self.pause.last + WEEKS_TO_LEVEL * WEEK <= last_full

    def is_asked_for_level(self):
        return self.is_asked_for_cost() and self.pause.days <= 28

    def cost(self):
        """Of the weeks after the break: the biggest, and the longest run, as parts of the plan's
        without it."""
        def biggest(plan):
            return max(map(training_km, self.later(plan)))

        def longest(plan):
            return max((run["distance"] for week in self.later(plan) for day in week["days"]
                        for run in runs_of(day) if run["kind"] not in RACES), default=0)
        return biggest(self.plan) / biggest(self.whole), longest(self.plan) / longest(self.whole)


def case_of(number, seed):
    """A Case; "refused" where only the break leaves no plan; None for runners who aren't asked."""
    chance = random.Random(f"{seed} {number}")
    asked = with_break(show(number, seed), chance)
    if not asked:
        return None
    pause = Break(*asked[2], re.search(r"run_days: \[(.*)\]", asked[0])[1].split(", "))
    if pause.is_none:
        return None
    plan = generate(asked[1])
    if not plan:
        return f"runner {number}: no plan" if generate(asked[0]) else None
    case = Case(number, asked[0], plan, pause)
    if case.is_asked_for_cost():
        assert case.whole, number
    return case


def cases_of(count, seed):
    found, number = [], 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        while len(found) < count:
            batch = range(number, number + min(64, 2 * (count - len(found))))
            found += [case for case in pool.map(lambda n: case_of(n, seed), batch) if case]
            number = batch.stop
    return found[:count]


def tell_costs(cases):
    print("days off   reason     plans  weeks to the level  never  peak (tenth)   longest (tenth)")
    for least, most in ((4, 7), (8, 14), (15, 28), (29, 60)):
        for reason in ("holiday", "illness", "injury"):
            some = [case for case in cases if least <= case.pause.days <= most and
                    case.pause.reason == reason and case.is_asked_for_cost()]
            if len(some) < 3:
                continue
            weeks = [case.weeks_to_level() for case in some]
            costs = list(zip(*(case.cost() for case in some)))
            back = [number for number in weeks if number]
            print(f"{least:2} to {most:2}   {reason:8} {len(some):6}"
                  f"{statistics.median(back) if back else '-':12}      {weeks.count(None):9}",
                  "".join(f"   {statistics.median(part):6.2f} ({sorted(part)[len(part) // 10]:.2f})"
                          for part in costs))


def main():
    count, seed = int(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else ""
    found = cases_of(count, seed)
    refused = [case for case in found if isinstance(case, str)]
    cases = [case for case in found if isinstance(case, Case)]
    faults = [fault for case in cases for fault in case.faults]
    asked = [case for case in cases if case.is_asked_for_level()]
    never = [case for case in asked if (case.weeks_to_level() or 99) > WEEKS_TO_LEVEL]
    print(*refused, *faults, sep="\n")
    tell_costs(cases)
    print(f"{len(cases)} plans, {len(refused)} refused, {len(faults)} faults; "
          f"{len(asked)} asked for the level, {len(never)} not there in {WEEKS_TO_LEVEL} weeks:",
          *(case.number for case in never))
    is_slow = (len(asked) >= LEAST_ASKED and
               100 * len(never) > MOST_NEVER_BACK_PERCENT * len(asked))
    failed = bool(refused) + bool(faults) + is_slow
    print(f"{3 - failed} passed, {failed} failed")
    sys.exit(failed > 0)


main()
