"""Flaws of the plan as a whole: what it holds of each kind of work, and how far it goes up."""

from .flaw import flaw

PAIR_KM = 20
# Races up to so many km, the peak week that they ask for, and the longest run, in km.
RACES_ASK = ((5, 30, 8), (10, 40, 12), (22, 50, 18), (45, 70, 30), (66, 80, 32), (1000, 95, 36))


def has_room_for_work(plan, weeks):
    """4 runs a week of 20 km and more, and so many weeks, for a time: work of every kind."""
    return (len(plan.weeks) >= weeks and plan.usual_runs >= 4 and plan.recent_km >= 20 and
            plan.is_for_time and not plan.walks and not plan.has_short_days)


def asked_by_race(plan):
    """The peak week and the longest run."""
    return next((peak, longest) for km, peak, longest in RACES_ASK if plan.race_km <= km)


def is_marathon(plan):
    return 42 <= plan.race_km < 45


def is_half(plan):
    return 20 <= plan.race_km < 22


def minutes_of(plan, is_so):
    return sum(run.work_minutes for run in plan.runs if is_so(run))


def race_pace_runs(plan):
    return [run for run in plan.runs if run.is_race_pace]


@flaw("8 weeks and more: nothing hard in the biggest week without a race", 0)
def idle_peak(plan):
    weeks = [week for week in plan.weeks if not week.races]
    biggest = max(weeks, key=lambda week: week.km)
    if (len(plan.weeks) >= 8 and len(biggest.runs) >= 4 and plan.recent_km >= 15 and
            plan.is_for_time and not plan.walks and not plan.has_short_days):
        yield biggest.number, not any(run.is_quality for run in biggest.runs)


@flaw("marathon, 10 weeks, 4 runs: less than 30 km, or 5 % of all, at race pace", 5)
def little_marathon_pace(plan):
    if is_marathon(plan) and has_room_for_work(plan, 10):
        run_km = sum(run.work_km for run in race_pace_runs(plan))
        yield plan.weeks[-1].number, run_km < min(30, 0.05 * sum(week.km for week in plan.weeks))


@flaw("marathon, 10 weeks, 4 runs: no half hour at race pace in one stretch", 10)
def broken_marathon_pace(plan):
    if is_marathon(plan) and has_room_for_work(plan, 10):
        yield plan.weeks[-1].number, all(run.longest_work < 30 for run in race_pace_runs(plan))


@flaw("half marathon, 8 weeks, 4 runs: less than 15 km and 70 minutes at race pace", 8)
def little_half_pace(plan):
    if is_half(plan) and has_room_for_work(plan, 8):
        yield plan.weeks[-1].number, (sum(run.work_km for run in race_pace_runs(plan)) < 15 and
                                      sum(run.work_minutes for run in race_pace_runs(plan)) < 70)


@flaw("up to 10 km, 8 weeks, 4 runs: less than 45 minutes of VO2", 10)
def little_vo2_short(plan):
    if plan.race_km <= 10.5 and plan.recent_km >= 25 and has_room_for_work(plan, 8):
        yield plan.weeks[-1].number, minutes_of(plan, lambda run: run.is_vo2) < 45


@flaw("half or marathon, 10 weeks, 4 runs, 35 km: less than 24 minutes of VO2", 15)
def little_vo2_long(plan):
    if ((is_half(plan) or is_marathon(plan)) and plan.recent_km >= 35 and
            has_room_for_work(plan, 10)):
        yield plan.weeks[-1].number, minutes_of(plan, lambda run: run.is_vo2) < 24


@flaw("5 base weeks from 30 km a week on: neither threshold nor VO2 nor hills", 0)
def idle_base(plan):
    base = [week for week in plan.weeks if week.phase == "base" and week.kind != "lighter"]
    if len(base) >= 5 and plan.recent_km >= 30 and not plan.has_short_days:
        yield base[-1].number, not any(run.kind == "tempo" or run.is_vo2 or run.is_hills
                                       for week in base for run in week.runs)


@flaw("ultra, 12 weeks, 5 runs, 65 km: fewer than two pairs of days of 20 km", 10)
def few_pairs(plan):
    if (plan.race_km > 45 and len(plan.weeks) >= 12 and plan.usual_runs >= 5 and
            plan.peak_km >= 65 and not plan.has_short_days):
        far = [sum(run.km for run in day if not run.is_race) >= PAIR_KM for day in plan.days]
        yield plan.weeks[-1].number, sum(a and b for a, b in zip(far, far[1:])) < 2


@flaw("8 weeks: longest run no longer than the recent one, and the race asks for more", 5)
def no_longer_run(plan):
    if (len(plan.weeks) >= 8 and plan.recent_longest_km and
            plan.recent_longest_km < asked_by_race(plan)[1] and not plan.has_short_days):
        yield plan.weeks[-1].number, plan.longest_km <= plan.recent_longest_km + 0.3


@flaw("biggest week above 135 % of the recent mean and 125 % of what the race asks for", 0)
def needless_peak(plan):
    if plan.recent_km >= 15:
        yield plan.weeks[-1].number, (plan.peak_km > 1.35 * plan.recent_km and
                                      plan.peak_km > 1.25 * asked_by_race(plan)[0])


@flaw("half marathon or shorter, 41 km at most, only to finish: hard work of more than 3 %", 5)
def hard_finisher(plan):
    if not plan.is_for_time and plan.race_km < 22 and plan.peak_km < 41 and plan.recent_km >= 15:
        hard = sum(run.work_km for run in plan.runs if run.is_hard)
        yield plan.weeks[-1].number, hard > 0.03 * sum(run.km for run in plan.runs)
