"""Plans as a coach reads them: weeks of days of runs, in km, minutes and stretches of work."""

import datetime
import functools
import statistics

KM_OF_UNIT = {"km": 1.0, "mi": 1.609344}
EASY_PACE_S = 390  # a km, if the runner's is unknown
NOT_RUN = ("cross", "strength", "drills")
TRAINING = ("base", "build", "peak")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ONE_DAY = datetime.timedelta(days=1)


class Stretch:
    """A step, as often as it is run: what it is, how long, how far."""

    def __init__(self, step, easy_pace, unit_km):
        pace = step.get("pace")
        pace_s = statistics.mean(pace) / unit_km if pace else easy_pace
        self.is_run = step["kind"] == "run"
        self.is_work = self.is_run and step.get("effort") != "easy"
        if "duration_s" in step:
            self.seconds, self.km = step["duration_s"], step["duration_s"] / pace_s
        else:
            self.seconds = step["distance_m"] / 1000 * pace_s
            self.km = step["distance_m"] / 1000

    @property
    def minutes(self):
        return self.seconds / 60


def unrolled(steps, easy_pace, unit_km):
    """The stretches of steps in their order, repeats written out."""
    for step in steps:
        for _ in range(step.get("repeat", 0)):
            yield from unrolled(step["steps"], easy_pace, unit_km)
        if "repeat" not in step:
            yield Stretch(step, easy_pace, unit_km)


class Run:
    """A session that is run, on its day (counted from the plan's first) of its week."""

    def __init__(self, session, week, day, plan):
        self.week, self.day = week, day
        self.kind, self.id = session["kind"], session.get("session")
        self.km = session["distance"] * plan.unit_km
        self.climb_m = session.get("climb_m", 0)
        self.descent_m = session.get("descent_m", 0)
        self.duration_s = session.get("duration_s")
        self.is_race = self.kind in ("race", "tune_up")
        self.is_long = self.kind == "long"
        self.is_hard = session.get("effort") == "hard" and not self.is_race
        self.stretches = list(unrolled(session.get("steps", []), plan.easy_pace, plan.unit_km))
        self.work = [] if self.is_race else [part for part in self.stretches if part.is_work]

    @property
    def work_minutes(self):
        return sum(part.minutes for part in self.work)

    @property
    def work_km(self):
        return sum(part.km for part in self.work)

    @property
    def longest_work(self):
        """Minutes of the longest stretch of work."""
        return max((part.minutes for part in self.work), default=0)

    @property
    def is_race_pace(self):
        return self.kind == "race_pace" or (self.is_long and bool(self.work))

    @property
    def is_vo2(self):
        return self.kind == "intervals" and self.longest_work >= 1.5

    @property
    def is_hills(self):
        """Hill repeats or an uphill tempo; sprints are none."""
        return self.kind == "uphill" and self.longest_work > 0.4

    @property
    def is_downhill(self):
        """A downhill session; gentle strides are none."""
        return self.kind == "downhill" and self.longest_work > 0.6

    @property
    def is_quality(self):
        return self.is_hard or self.is_race_pace or self.is_downhill

    def before_work(self):
        """Minutes that are run before the first stretch of work."""
        minutes = 0
        for part in self.stretches:
            if part.is_work:
                break
            minutes += part.minutes
        return minutes

    def km_after_work(self):
        km = 0
        for part in self.stretches:
            km = 0 if part.is_work else km + part.km
        return km


class Week:
    def __init__(self, document, index, plan):
        self.index, self.number = index, document["number"]
        self.phase, self.kind = document["phase"], document["kind"]
        start = datetime.date.fromisoformat(document["start"])
        self.is_cut = any(start + i * ONE_DAY in plan.days_off for i in range(7))
        self.days = [[Run(session, self, 7 * index + i, plan) for session in day.get("sessions", [])
                      if session["kind"] not in NOT_RUN] for i, day in enumerate(document["days"])]
        self.all_runs = [run for day in self.days for run in day]
        self.runs = [run for run in self.all_runs if not run.is_race]
        self.races = [run for run in self.all_runs if run.kind == "tune_up"]
        # Training distance: all but the goal race.
        self.km = sum(run.km for run in self.runs + self.races)

    @property
    def is_full(self):
        """A week that builds or holds, of 4 runs and more, with neither races nor days off."""
        return (self.phase in TRAINING and self.kind in ("build", "hold") and
                len(self.runs) >= 4 and not self.races and not self.is_cut)

    @property
    def long_run(self):
        return max((run for run in self.runs if run.is_long), key=lambda run: run.km, default=None)

    @property
    def climb_m(self):
        return sum(run.climb_m for run in self.runs + self.races)


def days_off(entries):
    """The dates of `week.unavailable`: dates, ranges, or sections with `from` and `to`."""
    dates = set()
    for entry in entries:
        first, _, last = ((entry["from"], "", entry.get("to")) if isinstance(entry, dict)
                          else entry.partition(".."))
        date = datetime.date.fromisoformat(first)
        while date <= datetime.date.fromisoformat(last or first):
            dates.add(date)
            date += ONE_DAY
    return dates


class Plan:
    """`weeks` ends with the race's; `recovery` are those behind it."""

    def __init__(self, document):
        race, runner = document["race"], document["runner"]
        self.unit_km = KM_OF_UNIT[document["units"]]
        easy = document.get("paces", {}).get("easy")
        self.easy_pace = statistics.mean(easy) / self.unit_km if easy else EASY_PACE_S
        self.days_off = days_off(document["week"].get("unavailable", []))
        self.run_days = document["week"].get("run_days", WEEKDAYS)
        self.has_short_days = "longest_session" in document["week"]
        every = [Week(week, i, self) for i, week in enumerate(document["weeks"])]
        self.weeks = [week for week in every if week.phase != "recovery"]
        self.recovery = [week for week in every if week.phase == "recovery"]
        self.days = [day for week in self.weeks for day in week.days]
        self.week_of_day = [week for week in self.weeks for _ in week.days]
        self.start = datetime.date.fromisoformat(document["weeks"][0]["start"])
        self.race_day = next(i for i, day in enumerate(self.days)
                             if any(run.kind == "race" for run in day))
        self.race_km = race["distance_m"] / 1000
        self.race_climb_m, self.race_descent_m = race.get("climb_m", 0), race.get("descent_m", 0)
        self.is_for_time = race.get("aim") != "finish"
        recent = runner.get("recent_weeks") or [0]
        self.recent_km = statistics.mean(recent) * self.unit_km
        self.recent_longest_km = runner.get("longest_recent_run", 0) * self.unit_km
        hills = document.get("hills", {})
        self.has_hills = hills.get("access", "any") == "any" and "max_climb_m" not in hills
        self.runs = [run for week in self.weeks for run in week.runs]
        self.races = [run for week in self.weeks for run in week.races]

    @functools.cached_property
    def peak_km(self):
        return max(week.km for week in self.weeks)

    @functools.cached_property
    def longest_km(self):
        return max((run.km for run in self.runs), default=0)

    @functools.cached_property
    def usual_runs(self):
        return statistics.median([len(week.runs) for week in self.weeks[:-1]] or [0])

    def run_days_before_race(self):
        """How many run days of race week lie before the race."""
        first = self.race_day - self.race_day % 7
        return sum(WEEKDAYS[(self.start + day * ONE_DAY).weekday()] in self.run_days
                   for day in range(first, self.race_day))

    @property
    def climb_per_km(self):
        return self.race_climb_m / self.race_km

    @property
    def descent_per_km(self):
        return self.race_descent_m / self.race_km

    @property
    def net_descent_m(self):
        return self.race_descent_m - self.race_climb_m

    @property
    def walks(self):
        return any(run.kind == "run_walk" for run in self.runs)

    def before(self, day, *back):
        """The training runs so many days before a day."""
        return [run for days in back if day >= days for run in self.days[day - days]
                if not run.is_race]

    def longest_before(self, day):
        return max((run.km for runs in self.days[:day] for run in runs if not run.is_race),
                   default=0)
