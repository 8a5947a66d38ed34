"""Flaws of weeks, and of days that follow each other."""

import statistics

from .flaw import flaw
from .plan import ONE_DAY, TRAINING

DAYS_AFTER_RUN_WALK = 42
BREAK_DAYS = 5


def others(week):
    """The runs beside the long one, the longest first; none if that one leaves them no room to
    differ, since no easy run is to come near to it."""
    long_run = week.long_run
    rest = sorted((run.km for run in week.runs if run is not long_run), reverse=True)
    if not long_run or len(rest) < 3 or statistics.mean(rest) > 0.75 * long_run.km:
        return []
    return rest


@flaw("build or peak week of 4 runs with nothing hard", 2)
def idle_week(plan):
    for week in plan.weeks:
        is_asked = plan.is_for_time and plan.recent_km >= 15 and not plan.walks
        if week.is_full and week.phase != "base" and is_asked:
            yield week.number, not any(run.is_quality for run in week.runs)


@flaw("full week after a tune-up's without any quality", 10)
def idle_after_tune_up(plan):
    for before, week in zip(plan.weeks, plan.weeks[1:]):
        if before.races and week.is_full:
            yield week.number, not any(run.is_quality or run.kind == "strides" for run in week.runs)


@flaw("easy run of 90 % of the long run", 3)
def near_the_long_run(plan):
    for week in plan.weeks:
        if week.is_full and week.long_run and not plan.has_short_days:
            yield week.number, any(run.kind == "easy" and run.km >= 0.9 * week.long_run.km
                                   for run in week.runs)


@flaw("easy run longer than the long run of its week", 0)
def beyond_the_long_run(plan):
    for week in plan.weeks:
        if week.phase in TRAINING and len(week.runs) >= 3 and week.long_run:
            yield week.number, any(run.kind == "easy" and run.km > week.long_run.km + 0.05
                                   for run in week.runs)


@flaw("three like runs (within 10 %) beside the long one", 5)
def like_runs(plan):
    for week in plan.weeks:
        rest = others(week) if week.is_full and not plan.has_short_days else []
        if rest:
            yield week.number, any(c >= 0.9 * a for a, c in zip(rest, rest[2:]))


@flaw("half marathon and longer, 40 km a week: no medium-long run", 8)
def no_medium_long(plan):
    for week in plan.weeks:
        is_asked = plan.race_km > 20 and week.km >= 40 and not plan.has_short_days
        rest = others(week) if week.is_full and is_asked else []
        if rest:
            yield week.number, rest[0] < 1.25 * statistics.median(rest[1:])


@flaw("two days in a row above 65 % of a week of 4 runs (ultras of 5 runs: 75 %)", 5)
def heavy_pair(plan):
    for week in plan.weeks:
        if week.is_full:
            is_paired = plan.race_km > 45 and len(week.runs) >= 5
            days = [sum(run.km for run in day) for day in week.days]
            yield week.number, (max(a + b for a, b in zip(days, days[1:])) >
                                (0.75 if is_paired else 0.65) * week.km)


@flaw("hard session on the eve of the long run", 5)
def hard_eve(plan):
    for run in plan.runs:
        if run.is_long and run is run.week.long_run and run.week.phase in ("build", "peak"):
            yield run.week.number, any(before.is_hard for before in plan.before(run.day, 1))


@flaw("downhill session on the day after the long run", 0)
def downhill_after_long(plan):
    for run in plan.runs:
        if run.kind == "downhill":
            yield run.week.number, any(before.is_long for before in plan.before(run.day, 1))


@flaw("race pace or hard running on the day after a run of 20 km", 0)
def hard_after_20_km(plan):
    for run in plan.runs:
        after = plan.days[run.day + 1] if run.day + 1 < len(plan.days) else []
        if run.km >= 20 and after:
            yield run.week.number, any(next_run.is_hard or next_run.is_race_pace
                                       for next_run in after)


@flaw("hard session within 42 days after run-walk", 0)
def hard_after_run_walk(plan):
    last = None
    for run in plan.runs:
        if run.kind == "run_walk":
            last = run.day
        elif last is not None and run.day - last <= DAYS_AFTER_RUN_WALK:
            yield run.week.number, run.is_hard


@flaw("hard, long or downhill session in the first 3 days back from 5 days off", 0)
def rash_return(plan):
    free, days_back, is_break = 0, 3, False
    for day, runs in enumerate(plan.days):
        is_break |= plan.start + day * ONE_DAY in plan.days_off
        if not runs:
            free += 1
        else:
            if free >= BREAK_DAYS and is_break:
                days_back = 0
            free, is_break = 0, False
            if days_back < 3 and not any(run.is_race for run in runs):
                yield plan.week_of_day[day].number, any(
                    run.is_hard or run.is_long or run.kind == "downhill" for run in runs)
        days_back += 1
