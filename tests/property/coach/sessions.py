"""Flaws of single sessions."""

from .flaw import flaw

WITH_REPEATS = ("tempo", "intervals", "race_pace", "uphill", "strides")


@flaw("threshold or VO2 session with less than 12 minutes of work", 0)
def short_work(plan):
    for run in plan.runs:
        if run.is_hard and (run.kind == "tempo" or run.is_vo2):
            yield run.week.number, run.work_minutes < 12


@flaw("session of repeats with a single one", 0)
def single_repeat(plan):
    for run in plan.runs:
        if run.kind in WITH_REPEATS and 0 < run.longest_work < 12:
            yield run.week.number, len(run.work) == 1


@flaw("long run at race pace with more than 20 % of it behind the last fast stretch", 0)
def slow_ending(plan):
    for run in plan.runs:
        if run.is_long and run.work:
            yield run.week.number, run.km_after_work() > run.km / 5


@flaw("threshold or intervals twice as long as warm-up, work, recoveries and cool-down need", 5)
def padded_quality(plan):
    for run in plan.runs:
        if run.is_hard and run.kind in ("tempo", "intervals"):
            yield run.week.number, run.km > 2 * (5 + 1.4 * run.work_km)


@flaw("duration of a session more than 8 % off its steps", 0)
def wrong_duration(plan):
    for run in plan.runs:
        if run.stretches and run.duration_s and run.kind != "run_walk":
            of_steps = sum(part.seconds for part in run.stretches)
            yield run.week.number, abs(run.duration_s - of_steps) > 0.08 * of_steps


@flaw("strides or sprints with less than 8 minutes of running before them", 0)
def cold_strides(plan):
    for run in plan.runs:
        if 0 < run.longest_work <= 0.6:
            yield run.week.number, run.before_work() < 8


@flaw("intervals longer than 5:30", 0)
def long_intervals(plan):
    for run in plan.runs:
        if run.kind == "intervals" and run.work:
            yield run.week.number, run.longest_work > 5.5


@flaw("downhill session whose fast steps don't descend what it names, on slopes of 3 to 25 %", 0)
def wrong_descent(plan):
    for run in plan.runs:
        if run.kind == "downhill" and run.work:
            slope = run.descent_m / (1000 * run.work_km)
            yield run.week.number, not 0.03 <= slope <= 0.25


@flaw("downhill session for a race that descends less than 10 m/km and not 200 m net", 10)
def unasked_downhill(plan):
    for run in plan.runs:
        if run.is_downhill:
            yield run.week.number, plan.descent_per_km < 10 and plan.net_descent_m < 200


@flaw("recovery run below 2.5 km for a runner of 30 km a week", 0)
def tiny_recovery(plan):
    for run in plan.runs:
        if run.id == "recovery-run" and plan.recent_km >= 30:
            yield run.week.number, run.km < 2.5
