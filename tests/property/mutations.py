"""Good plans with one rule broken at a time: check names the rule, and fix mends the plan.

mutations.py COUNT     breaks so many plans of random runners in each of the ways below

Every breach is broken by the rule's plain meaning with room to spare, so that the test need not know
the rule's small print. Where check tells a limit, it is then tried there: what is at the limit is
kept, and broken by the smallest number more. A plan that holds no place for a breach (no downhill
session, say) is passed over, and another runner's is taken.
"""

import collections
import copy
import json
import multiprocessing
import os
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from harness import PROGRAM, hillplan, run_tests

RANDOM_RUNNERS = os.path.join(os.path.dirname(PROGRAM), "random_runners")
NOT_RUN = ("cross", "strength", "drills")
RACES = ("race", "tune_up")
NOTHING_TO_DO = "The plan keeps every must rule: nothing to change.\n"
LEAST_FOUND = 99, 100
LEAST_FIXED = 99, 100


def days_of(plan):
    return [day for week in plan["weeks"] for day in week["days"]]


def runs(day):
    return [session for session in day.get("sessions", [])
            if session["kind"] not in NOT_RUN + RACES]


def has_race(day):
    return any(session["kind"] in RACES for session in day.get("sessions", []))


def week_runs(week):
    return [run for day in week["days"] for run in runs(day)]


def week_distance(week):
    return sum(session["distance"] for day in week["days"] for session in day.get("sessions", [])
               if session["kind"] not in NOT_RUN + ("race",))


def resize(run, factor):
    """A run so much longer or shorter; what its steps add up to no longer matters."""
    for field in ("distance", "duration_s", "climb_m", "descent_m"):
        if field in run:
            value = run[field] * factor
            run[field] = round(value, 2) if field == "distance" else round(value)
    run.pop("steps", None)


def flat_run(kind, distance, effort="easy", terrain="flat", climb=0, descent=0):
    return {"kind": kind, "title": kind, "effort": effort, "terrain": terrain,
            "distance": distance, "duration_s": round(distance * 400), "climb_m": climb,
            "descent_m": descent}


def trained_weeks(plan):
    """Weeks of ordinary running: no run-walk, no race, and not the first four."""
    return [week for week in plan["weeks"][4:]
            if not any(has_race(day) for day in week["days"]) and len(week_runs(week)) >= 3
            and week["phase"] in ("base", "build", "peak")
            and not any(run["kind"] == "run_walk" for run in week_runs(week))]


def pick(items, number):
    return items[number % len(items)] if items else None


# --- the breaches: each changes a plan and returns where, or None where the plan has no place for it


def week_too_large(plan, number):
    week = pick(trained_weeks(plan), number)
    if week:
        most = max(week_distance(before) for before in plan["weeks"][:week["number"] - 1])
        most = max([most, *plan["runner"]["recent_weeks"]])
        factor = 1.3 * most / week_distance(week)
        for run in week_runs(week):
            resize(run, factor)
    return week


def run_too_long(plan, number):
    week = pick(trained_weeks(plan), number)
    if week:
        longest = max(run["distance"] for day in days_of(plan) for run in runs(day))
        longest = max(longest, plan["runner"].get("longest_recent_run", 0),
                      *plan["runner"]["recent_weeks"], 10)
        run = max(week_runs(week), key=lambda run: run["distance"])
        resize(run, 1.5 * longest / run["distance"])
    return week


def pairs(plan):
    days = days_of(plan)
    return [(day, after) for day, after in zip(days, days[1:])
            if not has_race(day) and not has_race(after)]


def is_downhill(plan, run):
    """A downhill session by its kind, or by a descent that is far more than usual."""
    if run["kind"] == "downhill":
        return run["descent_m"] > 60
    return run["descent_m"] >= max(330, 1.6 * plan["runner"].get("usual_descent_m", 0))


def hard_after_downhill(plan, number):
    found = pick([(day, after) for day, after in pairs(plan)
                  if any(is_downhill(plan, run) for run in runs(day))], number)
    if found:
        found[1]["sessions"] = [flat_run("tempo", 8, "hard")]
    return found


def hard_after_hard(plan, number):
    found = pick([(day, after) for day, after in pairs(plan)
                  if any(run["effort"] == "hard" for run in runs(day))], number)
    if found:
        found[1]["sessions"] = [flat_run("intervals", 8, "hard")]
    return found


def no_rest_day(plan, number):
    week = pick(trained_weeks(plan), number)
    if week:
        for day in week["days"]:
            if not runs(day):
                day["sessions"] = [flat_run("easy", 3)]
    return week


def run_on_a_closed_day(plan, number):
    names = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    open_days = plan["week"].get("run_days")
    week = pick(trained_weeks(plan), number)
    if not week or not open_days or len(open_days) == 7:
        return None
    start = names.index(plan["week"].get("starts_on", "mon"))
    closed = [day for index, day in enumerate(week["days"])
              if names[(start + index) % 7] not in open_days]
    closed[0]["sessions"] = [flat_run("easy", 3)]
    return week


def race_on_another_day(plan, _):
    for week in plan["weeks"]:
        for before, day in zip(week["days"], week["days"][1:]):
            if any(session["kind"] == "race" for session in day.get("sessions", [])):
                held = before.get("sessions", [])
                before["sessions"], day["sessions"] = day["sessions"], held
                return day
    return None


def much_more_climb(plan, number):
    week = pick(trained_weeks(plan), number)
    if week:
        most = max(sum(run["climb_m"] for run in week_runs(before)) for before in plan["weeks"])
        most += 7 * plan["runner"].get("usual_descent_m", 0)
        longest = max(week_runs(week), key=lambda run: run["distance"])
        longest["climb_m"] = 2 * most + 1000
    return week


def much_more_descent(plan, number):
    week = pick(trained_weeks(plan), number)
    if week:
        most = max(run["descent_m"] for day in days_of(plan) for run in runs(day))
        most = max(most, plan["runner"].get("usual_descent_m", 0),
                   plan["runner"].get("last_downhill", {}).get("descent_m", 0))
        longest = max(week_runs(week), key=lambda run: run["distance"])
        longest["descent_m"] = 2 * most + 500
    return week


def long_run_is_most_of_the_week(plan, number):
    unavailable = plan["week"].get("unavailable", [])
    week = pick([week for week in trained_weeks(plan) if not unavailable
                 and week_distance(week) > 10], number)
    if week:
        whole = week_distance(week)
        longest = max(week_runs(week), key=lambda run: run["distance"])
        others = [run for run in week_runs(week) if run is not longest]
        rest = sum(run["distance"] for run in others)
        for run in others:
            resize(run, 0.2 * whole / rest)
        resize(longest, 0.8 * whole / longest["distance"])
    return week


def taper_like_the_peak(plan, number):
    weeks = [week for week in plan["weeks"] if week["phase"] == "taper" and week_runs(week)
             and not any(has_race(day) for day in week["days"])]
    week = pick(weeks, number)
    if week:
        peak = max(week_distance(before) for before in plan["weeks"][:week["number"]])
        for run in week_runs(week):
            resize(run, 1.2 * peak / week_distance(week))
    return week


def hills_every_day(plan, number):
    week = pick(trained_weeks(plan), number)
    if week:
        for run in week_runs(week):
            run.update(kind="uphill", terrain="uphill", climb_m=round(30 * run["distance"]))
    return week


def hard_every_day(plan, number):
    week = pick(trained_weeks(plan), number)
    if week:
        for run in week_runs(week):
            run.update(kind="intervals", effort="hard")
    return week


BREACHES = {
    week_too_large: "weekly-ramp",
    run_too_long: "session-spike",
    hard_after_downhill: "downhill-recovery",
    hard_after_hard: "hard-easy",
    no_rest_day: "rest-days",
    run_on_a_closed_day: "rest-days",
    race_on_another_day: "race-day",
    much_more_climb: "climb-progression",
    much_more_descent: "downhill-progression",
    long_run_is_most_of_the_week: "long-run",
    taper_like_the_peak: "taper",
    hills_every_day: "hills-and-flats",
    hard_every_day: "hard-easy",
}

BATCH = 16 # runners, between two looks at which breaches are still to be tried

# Breaches of rules that tell a limit in so many cases at least.
HAS_LIMIT = {week_too_large: 0.9, run_too_long: 0.9, much_more_climb: 0.9, much_more_descent: 0.9,
             taper_like_the_peak: 0.9}


def make_plan(folder, number):
    """The plan of a random runner; None where that runner has none."""
    path = os.path.join(folder, "profile.yaml")
    with open(path, "wb") as file:
        file.write(subprocess.run([RANDOM_RUNNERS, "--show", str(number)], capture_output=True,
                                  check=True).stdout)
    status, text, _ = hillplan("generate", path, "-f", "json")
    return json.loads(text) if status == 0 else None


def write(folder, name, plan):
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as file:
        json.dump(plan, file)
    return path


def breaches_of(path):
    """What check finds broken of the must rules."""
    status, report, messages = hillplan("check", path, "-f", "json")
    assert status in (0, 1), messages
    return [finding for finding in json.loads(report)["findings"]
            if finding["status"] == "broken" and finding["level"] == "must"]


def without_sums(plan):
    for week in plan["weeks"]:
        for field in ("distance", "climb_m", "descent_m"):
            week.pop(field, None)
    return plan


def limited_field(finding):
    """What of a run or a week has passed a limit, and the least that it can be more."""
    if "limit" not in finding:
        return None
    kind = re.match(r"[\d.]+ (km|mi|(?:m|ft) of (climb|descent)) in (a run|the week), ",
                    finding["text"])
    return kind and ((kind[2] + "_m", 1) if kind[2] else ("distance", 0.01))


def set_to(plan, finding, field, value):
    """Makes what has passed its limit as large as that."""
    week = plan["weeks"][finding["week"] - 1]
    if " in the week, " in finding["text"]:
        limited = week_runs(week)
    else:
        day = next(day for day in week["days"] if day["date"] == finding["date"])
        limited = [run for run in runs(day) if run[field] == finding["value"]][:1]
    for run in limited:
        run[field] = round(run[field] * value / finding["value"], 2 if field == "distance" else None)
        run.pop("steps", None)
    largest = max(limited, key=lambda run: run[field])
    largest[field] = round(largest[field] + value - sum(run[field] for run in limited), 2)


SEEN = ("kind", "title", "effort", "distance", "climb_m", "descent_m")


def seen(day):
    return [[session.get(field) for field in SEEN] for session in day.get("sessions", [])]


def titles(week):
    return collections.Counter((session["kind"], session["title"]) for day in week["days"]
                               for session in day.get("sessions", []))


def needless_changes(folder, path, text):
    """The days that could hold what they held before, each alone; those whose sessions have only
    gone to another day, or that hold one which would be lost, are left out."""
    with open(path, encoding="utf-8") as file:
        before = json.load(file)
    after = json.loads(text)
    needless = []
    for old, new in zip(before["weeks"], after["weeks"]):
        most, kept = titles(old) | titles(new), titles(old) & titles(new)
        for day, held in zip(old["days"], list(new["days"])):
            if seen(day) == seen(held):
                continue
            place = new["days"].index(held)
            new["days"][place] = day
            grows = len(held.get("sessions", [])) > len(day.get("sessions", []))
            lost = grows and (kept - titles(new)) & titles({"days": [held]})
            if not lost and not titles(new) - most and not breaches_of(
                    write(folder, "restored.json", without_sums(copy.deepcopy(after)))):
                needless.append(day["date"])
            new["days"][place] = held
    return needless


def fix_twice(folder, path):
    """Whether fix mends the plan; the same way each time, and so that nothing is left to do."""
    fixed = os.path.join(folder, "fixed.json")
    status, told, messages = hillplan("fix", path, "-o", fixed)
    assert status in (0, 3), messages
    again, text, _ = hillplan("fix", path, "-o", "-", "-f", "json")
    assert again == status
    if status == 0:
        assert " changed\n" in told, told
        with open(fixed, encoding="utf-8") as file:
            assert file.read() == text, "fix does not do the same twice"
        assert not breaches_of(fixed), "fix says that it has mended what it has not"
        assert hillplan("fix", fixed)[1] == NOTHING_TO_DO
        needless = needless_changes(folder, path, text)
        assert not needless, f"fix changes {needless} needlessly\n{told}"
        os.remove(fixed)
    return status == 0


def try_limit(folder, plan, finding):
    """Check keeps to the limit that it tells, to the last digit; fix deals with what is over it.
    A rule's other limits may be shares of a week that became smaller with the run."""
    field, least = limited_field(finding)
    for value in finding["limit"], round(finding["limit"] + least, 2):
        edge = copy.deepcopy(plan)
        set_to(edge, finding, field, value)
        path = write(folder, "edge.json", edge)
        told = [(breach["value"], breach["limit"]) for breach in breaches_of(path)
                if (breach["rule"], breach["date"]) == (finding["rule"], finding["date"])
                and limited_field(breach) == (field, least)]
        if value > finding["limit"]:
            assert any(limit <= finding["limit"] for _, limit in told), (finding, told)
        else:
            assert (value, finding["limit"]) not in told, (finding, told)
    fix_twice(folder, path)


def break_and_fix(folder, plan, breach, number):
    """Whether the breach was found, and whether fix mended it; None where there was no place."""
    mutant = without_sums(copy.deepcopy(plan))
    if breach(mutant, number) is None:
        return None
    path = write(folder, "mutant.json", mutant)
    found = [finding for finding in breaches_of(path) if finding["rule"] == BREACHES[breach]]
    limited = [finding for finding in found if limited_field(finding)]
    if limited:
        try_limit(folder, mutant, limited[0])
    return bool(found), fix_twice(folder, path), bool(limited)


def outcomes_of(task):
    """For each of the breaches what came of it in one runner's plan."""
    number, breaches = task
    outcomes = {}
    with tempfile.TemporaryDirectory() as folder:
        plan = make_plan(folder, number)
        if not plan:
            return outcomes
        path = write(folder, "plan.json", plan)
        outcomes["untouched"] = not breaches_of(path) and hillplan("fix", path)[1] == NOTHING_TO_DO
        for breach in breaches:
            outcomes[breach.__name__] = break_and_fix(folder, plan, breach, number)
    return outcomes


def tally(outcomes, name, count):
    """The first so many outcomes of a breach: how many there are, were found, were mended, and had
    a limit that was tried."""
    told = [outcome[name] for outcome in outcomes if outcome.get(name)][:count]
    return len(told), *(sum(outcome[i] for outcome in told) for i in range(3))


def found_test(outcomes, breach, count):
    def test():
        tried, found, fixed, limited = tally(outcomes, breach.__name__, count)
        print(f"{breach.__name__:30} {tried:4} broken {found:4} found {fixed:4} mended "
              f"{limited:4} tried at the limit")
        assert tried == count, "too few plans have a place for it"
        assert limited >= tried * HAS_LIMIT.get(breach, 0)
        assert found * LEAST_FOUND[1] >= tried * LEAST_FOUND[0]
    test.__name__ = f"check finds {breach.__name__}"
    return test


def gather(count):
    """Outcomes of one runner after the other, until each breach has been tried so often; it is then
    left alone."""
    outcomes, left, runner = [], list(BREACHES), 1
    with multiprocessing.get_context("fork").Pool() as processes:
        while left and runner < 20 * count:
            runners = range(runner, min(runner + BATCH, 20 * count))
            outcomes += processes.map(outcomes_of, [(number, left) for number in runners], 1)
            left = [breach for breach in left
                    if tally(outcomes, breach.__name__, count)[0] < count]
            runner += BATCH
    return outcomes


def main(count):
    outcomes = gather(count)

    def test_no_untouched_plan_is_called_bad():
        assert all(outcome["untouched"] for outcome in outcomes if outcome)

    def test_fix_mends_most():
        sums = [tally(outcomes, breach.__name__, count) for breach in BREACHES]
        tried, fixed = sum(row[0] for row in sums), sum(row[2] for row in sums)
        print(f"{fixed} of {tried} mended")
        assert fixed * LEAST_FIXED[1] >= tried * LEAST_FIXED[0]

    run_tests([found_test(outcomes, breach, count) for breach in BREACHES]
              + [test_no_untouched_plan_is_called_bad, test_fix_mends_most])


main(int(sys.argv[1]))
