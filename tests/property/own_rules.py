"""Rules of one's own: kept in every week, at a price that is bounded, and told.

own_rules.py COUNT [--table]     with the first COUNT of the runners below; --table prints medians

Each rule of own_rules/ is counted here a second time, in Python. What it may cost, in percent of the
plan without it, is the table LEAST.
"""

import datetime
import itertools
import json
import multiprocessing
import os
import statistics
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from harness import ROOT, hillplan, run_tests

RULES = os.path.join(ROOT, "tests", "property", "own_rules")
NOT_RUN = ("cross", "strength", "drills")

# Peak, longest run and hard sessions: medians over all runners, in percent of those without the rule.
# The longest run of None is the rule's own limit.
LEAST = {
    "night-shifts": (95, 90, 85),
    "long-every-second": (95, 75, 80),
    "vo2-apart": (98, 98, 85),
    "down-week": (90, 90, 85),
    "long-share": (98, None, 95),
    "strength-apart": (98, 98, 85),
    "four-in-lighter": (98, 98, 95),
    "hard-share": (98, 98, 80),
    "twenty-minutes": (90, 90, 85),
    "hot-months": (95, 90, 85),
    "age-recovery": (98, 98, 85),
    "cycle-week": (95, 92, 85),
    "no-three-days": (95, 90, 85),
    "weekends-off": (95, 90, 85),
}
# What these rules are about: weeks may be without a long run.
TAKE_LONG_RUNS = ("long-every-second", "night-shifts", "weekends-off")

# Distance, race day, weeks of the plan, recent week, run days, time of a 10 km.
RUNNERS = [
    ("marathon", "2027-05-02", 17, 40, "tue, wed, fri, sat, sun", "48:00"),
    ("marathon", "2027-10-10", 18, 90, "mon, tue, wed, thu, fri, sun", "34:30"),
    ("10k", "2027-04-04", 12, 58, "mon, tue, wed, thu, sat, sun", "38:00"),
    ("half", "2027-06-06", 14, 30, "tue, thu, sat, sun", "55:00"),
    ("marathon", "2027-09-26", 20, 55, "mon, wed, thu, sat, sun", "43:00"),
    ("5k", "2027-05-16", 10, 25, "tue, thu, sat, sun", "52:00"),
    ("50k", "2027-08-15", 20, 60, "tue, wed, thu, sat, sun", "44:00"),
    ("half", "2027-09-19", 16, 48, "mon, tue, thu, fri, sun", "42:30"),
    ("marathon", "2027-04-11", 16, 50, "tue, wed, fri, sun", "46:00"),
    ("10k", "2027-07-04", 12, 32, "mon, wed, fri, sun", "58:00"),
    ("half", "2027-10-17", 18, 70, "mon, tue, wed, thu, fri, sat, sun", "37:00"),
    ("marathon", "2027-10-31", 18, 35, "tue, thu, sat, sun", "54:00"),
    ("100k", "2027-09-05", 22, 75, "mon, tue, thu, fri, sat, sun", "42:00"),
    ("10k", "2027-10-03", 14, 45, "tue, wed, thu, sat, sun", "45:00"),
    ("half", "2027-03-28", 12, 40, "mon, tue, thu, sat, sun", "50:00"),
    ("marathon", "2027-06-13", 18, 65, "mon, tue, wed, fri, sat, sun", "40:00"),
    ("5k", "2027-09-12", 12, 50, "mon, tue, wed, fri, sat, sun", "36:00"),
    ("50k", "2027-05-23", 18, 45, "tue, thu, fri, sat, sun", "51:00"),
    ("marathon", "2027-12-05", 20, 42, "tue, wed, thu, sat, sun", "49:00"),
    ("half", "2027-08-08", 13, 36, "tue, wed, fri, sun", "47:00"),
]


def profile_of(runner):
    distance, race, weeks, recent, days, time = runner
    start = datetime.date.fromisoformat(race) - datetime.timedelta(days=7 * weeks - 1)
    return "\n".join([
        f"start: {start}", "units: km", "runner:", f"  recent_weeks: [{recent - 2}, {recent}, {recent}]",
        f'  recent_race: {{distance: 10k, time: "{time}"}}', "race:", f"  date: {race}",
        f"  distance: {distance}", "week:", f"  run_days: [{days}]", "  long_run: sun", ""])


# --- counting ------------------------------------------------------------------------------------


def runs(day):
    return [session for session in day.get("sessions", [])
            if session["kind"] not in NOT_RUN + ("race",)]


def week_runs(week):
    return [run for day in week["days"] for run in runs(day)]


def distance(week):
    return sum(round(run["distance"] * 100) for run in week_runs(week))


def seconds(week):
    return sum(run["duration_s"] for run in week_runs(week))


def has(sessions, kind):
    return any(session["kind"] == kind for session in sessions)


def is_hard(day):
    return any(session["effort"] == "hard" or session["kind"] in ("race", "tune_up")
               for session in day.get("sessions", []) if session["kind"] not in NOT_RUN)


def is_training(week):
    return week["phase"] in ("base", "build", "peak")


def date_of(day):
    return datetime.date.fromisoformat(day["date"])


def days_of(plan):
    return [day for week in plan["weeks"] for day in week["days"]]


def hard_seconds(steps, pace):
    total = 0
    for step in steps:
        if "repeat" in step:
            total += step["repeat"] * hard_seconds(step["steps"], pace)
        elif step["effort"] == "hard":
            total += step.get("duration_s", step.get("distance_m", 0) * pace // 1000)
    return total


def is_first_weekend(date):
    saturday = date if date.weekday() == 5 else date - datetime.timedelta(days=1)
    return date.weekday() >= 5 and saturday.day <= 7


def pairs(plan):
    return itertools.pairwise(plan["weeks"])


def breaches(rule, plan):
    """The weeks or days at which a plan breaks the rule."""
    days, weeks = days_of(plan), plan["weeks"]
    start = date_of(days[0])
    if rule == "night-shifts":
        return [day["date"] for number, day in enumerate(days, 1) if number % 8 < 2 and runs(day)]
    if rule == "long-every-second":
        return [week["number"] for week in weeks if week["number"] % 2 and has(week_runs(week), "long")]
    if rule == "vo2-apart":
        return [b["number"] for a, b in pairs(plan)
                if has(week_runs(a), "intervals") and has(week_runs(b), "intervals")]
    if rule == "down-week":
        return [b["number"] for a, b in pairs(plan) if b["number"] % 3 == 0 and is_training(b)
                and distance(b) * 100 > distance(a) * 80]
    if rule == "long-share":
        return [week["number"] for week in weeks for run in week_runs(week)
                if run["kind"] == "long" and run["distance"] * 10000 > distance(week) * 30 + 1]
    if rule == "strength-apart":
        return [day["date"] for day in days if is_hard(day) and has(day["sessions"], "strength")]
    if rule == "four-in-lighter":
        return [week["number"] for week in weeks
                if week["kind"] == "lighter" and len(week_runs(week)) > 4]
    if rule == "hard-share":
        pace = plan["paces"].get("threshold", 360)
        return [week["number"] for week in weeks if 100 * sum(
            hard_seconds(run.get("steps", []), pace) for run in week_runs(week)) > 12 * seconds(week)]
    if rule == "twenty-minutes":
        return [weeks[i]["number"] for i in range(1, len(weeks))
                if seconds(weeks[i]) > max(map(seconds, weeks[max(0, i - 4):i])) + 20 * 60]
    if rule == "hot-months":
        return [day["date"] for day in days for run in runs(day)
                if 6 <= date_of(day).month <= 8 and run["duration_s"] > 120 * 60]
    if rule == "age-recovery":
        return [days[i]["date"] for i in range(1, len(days))
                if is_hard(days[i]) and any(map(is_hard, days[max(0, i - 2):i]))]
    if rule == "cycle-week":
        return [b["number"] for a, b in pairs(plan)
                if (date_of(b["days"][0]) - start).days % 28 in range(5 + 1, 13)
                and distance(b) * 100 > distance(a) * 85]
    if rule == "no-three-days":
        return [days[i]["date"] for i in range(2, len(days)) if all(map(runs, days[i - 2:i + 1]))]
    return [day["date"] for day in days if is_first_weekend(date_of(day)) and runs(day)]


def to_race(plan):
    """The weeks of training: up to the race, which stands in the last of them."""
    return [week for week in plan["weeks"] if week["phase"] != "recovery"]


def measure(plan):
    weeks = to_race(plan)
    return (max(map(distance, weeks)),
            max(round(run["distance"] * 100) for week in weeks for run in week_runs(week)),
            sum(is_hard(day) for week in weeks for day in week["days"]))


def without_long_run(plan):
    return {week["number"] for week in to_race(plan) if not has(week_runs(week), "long")}


# --- the plans -----------------------------------------------------------------------------------


def plan_of(job):
    """A plan of a runner, with a rule or without: the plan, or the message of why there is none."""
    number, rule = job
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "profile.yaml")
        with open(path, "w", encoding="utf-8") as file:
            file.write(profile_of(RUNNERS[number]))
        rules = ["--rules", os.path.join(RULES, rule + ".lua")] if rule else []
        status, text, messages = hillplan("generate", path, "-f", "json", *rules)
        return job, json.loads(text) if status == 0 else messages


def make_plans(count):
    jobs = [(number, rule) for number in range(count) for rule in [None, *LEAST]]
    with multiprocessing.Pool() as pool:
        return dict(pool.imap_unordered(plan_of, jobs))


def percents(plans, rule, count):
    """Medians of peak, longest run and hard sessions, in percent of those without the rule."""
    rows = [[100 * a / max(b, 1) for a, b in zip(measure(plans[n, rule]), measure(plans[n, None]))]
            for n in range(count) if isinstance(plans[n, rule], dict)]
    return [statistics.median(column) for column in zip(*rows)]


def rule_tests(plans, rule, count):
    def every_runner_gets_a_plan():
        for number in range(count):
            assert isinstance(plans[number, rule], dict), (number, plans[number, rule])

    def it_is_kept():
        for number in range(count):
            assert not breaches(rule, plans[number, rule]), (number, breaches(rule, plans[number, rule]))

    def it_takes_no_long_run():
        for number in range(count):
            lost = without_long_run(plans[number, rule]) - without_long_run(plans[number, None])
            assert rule in TAKE_LONG_RUNS or not lost, (number, lost)

    def its_price_is_told():
        for number in range(count):
            plan, without = plans[number, rule], plans[number, None]
            is_paid = any(a * 100 < b * 95 for a, b in zip(measure(plan)[:2], measure(without)[:2]))
            cost = plan.get("cost", [])
            assert all(row["rule"] == rule for row in cost), (number, cost)
            assert bool(cost) == ("Without the rule" in plan["verdict"]["text"]), number
            assert cost or not is_paid, number

    def cuts_are_borne_out():
        for number in range(count):
            weeks = plans[number, rule]["weeks"]
            for week in [week for week in weeks if "cut" in week]:
                assert week["cut"]["by"] == rule, (number, week["number"])
                assert week["distance"] < week["cut"]["target"], (number, week["number"])

    def it_costs_no_more_than_it_must():
        for what, least, found in zip(("peak", "longest", "hard"), LEAST[rule],
                                      percents(plans, rule, count)):
            assert least is None or found >= least, (what, found, least)

    tests = [every_runner_gets_a_plan, it_is_kept, it_takes_no_long_run, its_price_is_told, cuts_are_borne_out]
    if count >= len(RUNNERS):
        tests.append(it_costs_no_more_than_it_must)
    for test in tests:
        test.__name__ = f"{rule}: {test.__name__}"
    return tests


# --- what is refused -------------------------------------------------------------------------------


def write(folder, name, text):
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def test_a_limit_of_next_to_nothing_is_no_plan():
    for limit in ("distance = { max = 15", "duration_s = { max = 50"):
        with tempfile.TemporaryDirectory() as folder:
            rule = write(folder, "tiny.lua", 'return { api = 1, id = "tiny", title = "T", '
                         'level = "must", why = "W.", limit_day = function() return { '
                         + limit + ', because = "tiny" } } end }\n')
            profile = write(folder, "profile.yaml", profile_of(RUNNERS[0]))
            status, _, messages = hillplan("generate", profile, "-f", "json", "--rules", rule)
            assert status == 3 and "the rule tiny" in messages, (status, messages)


def test_a_cut_that_no_rule_bears_out_is_ignored_and_told():
    plan = plan_of((0, "down-week"))[1]
    cut = next(week for week in plan["weeks"] if "cut" in week)
    whole = next(week for week in plan["weeks"][3:] if "cut" not in week)
    for week, change in ((whole, {"by": "down-week", "target": whole["distance"] + 1}),
                         (cut, {"by": "down-week", "target": cut["cut"]["target"] * 2}),
                         (cut, {"by": "weekly-ramp", "target": cut["cut"]["target"]})):
        changed = json.loads(json.dumps(plan))
        changed["weeks"][week["number"] - 1]["cut"] = change
        with tempfile.TemporaryDirectory() as folder:
            path = write(folder, "plan.json", json.dumps(changed))
            _, _, messages = hillplan("check", path)
            assert f"week {week['number']}: the rule '{change['by']}' does not cut it" in messages, \
                (change, messages)


TESTS = [test_a_limit_of_next_to_nothing_is_no_plan,
         test_a_cut_that_no_rule_bears_out_is_ignored_and_told]


def print_table(plans, count):
    for rule, least in LEAST.items():
        refused = [n for n in range(count) if not isinstance(plans[n, rule], dict)]
        good = [n for n in range(count) if n not in refused]
        broken = [(n, breaches(rule, plans[n, rule])) for n in good if breaches(rule, plans[n, rule])]
        lost = sum(len(without_long_run(plans[n, rule]) - without_long_run(plans[n, None]))
                   for n in good)
        found = [round(value) for value in percents(plans, rule, count)]
        miss = ["MISS"] if any(b is not None and a < b for a, b in zip(found, least)) else []
        print(f"{rule:18}", found, least, "lost", lost, "refused", refused, "broken", broken[:2], *miss)


if __name__ == "__main__":
    COUNT = int(sys.argv[1])
    PLANS = make_plans(COUNT)
    if "--table" in sys.argv:
        print_table(PLANS, COUNT)
    else:
        run_tests(TESTS + [test for rule in LEAST for test in rule_tests(PLANS, rule, COUNT)])
