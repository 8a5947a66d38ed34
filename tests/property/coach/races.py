"""Flaws around races: tune-ups, the taper, race week, and the days after a marathon."""

from .flaw import flaw
from .plan import TRAINING

LAST_DAYS = 8
MARATHON_KM = 42
SHORT_KM = 6  # a run that tires nobody
# Of the largest week before: what race week may hold if six days of it lie before the race.
RACE_WEEK = ((10.5, 0.60), (22, 0.45), (1000, 0.40))


def week_after(plan, week):
    """The week behind, if it is one of training."""
    after = plan.weeks[week.index + 1:week.index + 2]
    return after[0] if after and after[0].phase in TRAINING else None


@flaw("run above 8 km and an eighth of the week on the eve of a tune-up race", 0)
def tiring_eve(plan):
    for race in plan.races:
        training = sum(run.km for run in race.week.runs)
        yield race.week.number, any(run.km > max(8, training / 8)
                                    for run in plan.before(race.day, 1))


@flaw("long run of 80 % of the longest 2 or 3 days before a tune-up race", 0)
def late_long_run(plan):
    for race in plan.races:
        yield race.week.number, any(run.is_long and run.km >= 0.8 * plan.longest_before(race.day)
                                    for run in plan.before(race.day, 2, 3))


@flaw("tune-up week above 95 % of the week before", 10)
def full_tune_up_week(plan):
    for race in plan.races:
        week = race.week
        if week.phase in TRAINING and week.index and plan.weeks[week.index - 1].km:
            yield week.number, week.km > 0.95 * plan.weeks[week.index - 1].km


@flaw("week before a tune-up's is a lighter one", 10)
def lighter_before_tune_up(plan):
    for race in plan.races:
        if race.week.phase in TRAINING and race.week.index:
            before = plan.weeks[race.week.index - 1]
            yield before.number, before.kind == "lighter"


@flaw("week after a tune-up of a half or longer above 90 % of the week before the race", 0)
def full_week_after(plan):
    for race in plan.races:
        after = week_after(plan, race.week)
        if race.km > 20 and after and race.week.index:
            yield after.number, after.km > 0.9 * plan.weeks[race.week.index - 1].km


@flaw("run above 10 km on the day after a tune-up longer than 10 km", 0)
def far_after_tune_up(plan):
    for race in plan.races:
        if race.km > 10.5 and race.day + 1 < len(plan.days):
            yield race.week.number, any(run.km > 10 for run in plan.days[race.day + 1])


@flaw("first run less than 2 days after a marathon or longer", 0)
def run_after_marathon(plan):
    every = plan.weeks + plan.recovery
    days = [day for week in every for day in week.days]
    for day, runs in enumerate(days[:-1]):
        if any(run.is_race and run.km >= MARATHON_KM for run in runs):
            yield every[day // 7].number, bool(days[day + 1])


@flaw("marathon and longer: run above 20 km in the last 8 days", 0)
def far_before_race(plan):
    last = [run for day in plan.days[max(0, plan.race_day - LAST_DAYS):plan.race_day]
            for run in day if not run.is_race]
    if plan.race_km >= MARATHON_KM and len(plan.weeks) >= 8 and last:
        yield plan.weeks[-1].number, max(run.km for run in last) > 20


@flaw("up to 10 km: 95 % of the peak in the week before race week", 0)
def no_taper(plan):
    if plan.race_km <= 10.5 and len(plan.weeks) >= 8:
        yield plan.weeks[-2].number, plan.weeks[-2].km >= 0.95 * plan.peak_km


@flaw("race week with 3 run days before the race under 70 % of what the taper allows", 5)
def empty_race_week(plan):
    week, days_before = plan.weeks[-1], plan.race_day % 7
    if (len(plan.weeks) >= 8 and plan.run_days_before_race() >= 3 and not week.is_cut and
            not plan.has_short_days):
        share = next(share for km, share in RACE_WEEK if plan.race_km <= km)
        allowed = share * max(week.km for week in plan.weeks[:-1]) * days_before / 6
        yield week.number, week.km < 0.7 * allowed


@flaw("race week of 3 runs with one above 6 km and 40 % of its training", 5)
def lopsided_race_week(plan):
    week = plan.weeks[-1]
    if len(week.runs) >= 3:
        most = max(SHORT_KM, 0.4 * sum(run.km for run in week.runs))
        yield week.number, max(run.km for run in week.runs) > most
