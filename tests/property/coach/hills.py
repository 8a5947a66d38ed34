"""Flaws in how a plan prepares for a hilly race, for runners with hills at hand."""

from .flaw import flaw

FIRST_DESCENT_M = 130  # what runs descend before they count as steps of a dose
STEP_M = 20
MANY_M = 200  # a race that descends less asks for no steps


def in_peak(plan):
    return [week for week in plan.weeks if week.phase == "peak"]


def prepares_descents(plan):
    return (plan.has_hills and len(plan.weeks) >= 12 and plan.usual_runs >= 3 and
            plan.recent_km >= 15 and not plan.walks)


@flaw("race climbs 8 m/km: no long run of the peak with 60 % of its climb per km", 8)
def flat_long_runs(plan):
    long_runs = [run for week in in_peak(plan) for run in week.runs
                 if run.is_long and run.km > 0.6 * plan.longest_km]
    if plan.has_hills and len(plan.weeks) >= 8 and plan.climb_per_km >= 8 and long_runs:
        yield long_runs[-1].week.number, (max(run.climb_m / run.km for run in long_runs) <
                                          0.6 * plan.climb_per_km)


@flaw("race climbs 15 m/km, 12 weeks: the peak climbs less than a week before it", 8)
def early_climb(plan):
    peak = [week.climb_m for week in in_peak(plan)]
    early = [week.climb_m for week in plan.weeks if week.phase in ("base", "build")]
    if plan.has_hills and len(plan.weeks) >= 12 and plan.climb_per_km >= 15 and peak and early:
        yield in_peak(plan)[0].number, max(peak) < max(early)


@flaw("race climbs 15 m/km, 12 weeks: the last full week climbs less than 75 % of the highest", 10)
def flat_last_week(plan):
    full = [week for week in in_peak(plan) if week.is_full]
    if plan.has_hills and len(plan.weeks) >= 12 and plan.climb_per_km >= 15 and full:
        highest = max(week.climb_m for week in plan.weeks)
        yield full[-1].number, full[-1].climb_m < 0.75 * highest


@flaw("race descends 10 m/km or 200 m net, 12 weeks: fewer than 3 steps of descent", 10)
def few_descents(plan):
    descends = plan.descent_per_km >= 10 or plan.net_descent_m >= 200
    if prepares_descents(plan) and descends and plan.race_descent_m >= MANY_M:
        highest, steps = FIRST_DESCENT_M, 0
        for run in plan.runs:
            if run.descent_m >= highest + STEP_M:
                highest, steps = run.descent_m, steps + 1
        yield plan.weeks[-1].number, steps < 3


@flaw("race descends 200 m net, 12 weeks, 4 runs: fewer than 3 downhill sessions", 10)
def few_downhill_sessions(plan):
    if prepares_descents(plan) and plan.net_descent_m >= 200 and plan.usual_runs >= 4:
        yield plan.weeks[-1].number, sum(run.is_downhill for run in plan.runs) < 3


@flaw("race descends 10 m/km, up to 1200 m, 12 weeks: no run with 40 % of its descent", 10)
def small_descents(plan):
    if prepares_descents(plan) and plan.descent_per_km >= 10 and plan.race_descent_m <= 1200:
        yield plan.weeks[-1].number, (max(run.descent_m for run in plan.runs) <
                                      0.4 * plan.race_descent_m)
