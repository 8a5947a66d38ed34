"""Small plans, for each flaw one that has it and one that doesn't, though it could.

A week is a line: its phase, with its kind behind a slash if it is a lighter one, then seven days. A
day is a rest (.) or a run: a letter of KINDS, km, and what else there is to tell:

    :4x3  four stretches of 3 minutes of work     @5  5 minutes before them (12)
    ~2    2 km behind them                        ^80 v90  climb and descent in m
    =55   minutes that the plan says it takes

Without a race week of its own a plan gets one with the race on Sunday, and nothing else.
"""

import datetime
import re

from .flaw import FLAWS
from .plan import ONE_DAY, Plan

KINDS = {"e": "easy", "r": "easy", "s": "strides", "l": "long", "t": "tempo", "i": "intervals",
         "p": "race_pace", "u": "uphill", "d": "downhill", "w": "run_walk", "x": "tune_up",
         "g": "race"}
HARD = "tiuxg"
DAY = re.compile(r"([a-z])([\d.]+)(?::(\d+)x([\d.]+))?(?:@([\d.]+))?(?:~([\d.]+))?"
                 r"(?:\^(\d+))?(?:v(\d+))?(?:=(\d+))?$")
START = datetime.date(2027, 1, 4)
RACE_WEEK = "race . . . . . . g{}"


def session_of(text):
    letter, km, count, minutes, before, after, climb, descent, duration = DAY.match(text).groups()
    session = {"kind": KINDS[letter], "distance": float(km), "climb_m": int(climb or 0),
               "descent_m": int(descent or 0), "effort": "hard" if letter in HARD else "easy"}
    if letter == "r":
        session["session"] = "recovery-run"
    if duration:
        session["duration_s"] = 60 * int(duration)
    if count:
        session["steps"] = [
            {"kind": "warm_up", "duration_s": 60 * float(before or 12), "effort": "easy"},
            {"repeat": int(count), "steps": [
                {"kind": "run", "duration_s": 60 * float(minutes), "effort": "hard"}]},
            {"kind": "cool_down", "distance_m": 1000 * float(after or 0), "effort": "easy"}]
    return session


def week_of(text, number):
    phase, *days = text.split()
    assert len(days) == 7, text
    phase, _, kind = phase.partition("/")
    start = START + 7 * (number - 1) * ONE_DAY
    return {"number": number, "phase": phase, "kind": kind or "build", "start": start.isoformat(),
            "days": [{"sessions": [] if day == "." else [session_of(day)]} for day in days]}


def plan(*weeks, km=10, climb=0, descent=0, recent=50, longest=0, away=(), aim="time"):
    """A plan for a race of so many km, climb and descent, of a runner whose recent weeks, longest
    run, days off and aim are these."""
    weeks = list(weeks)
    if not any(week.startswith("race ") for week in weeks):
        weeks.append(RACE_WEEK.format(km))
    weeks.sort(key=lambda week: week.startswith("recovery "))
    return Plan({
        "units": "km",
        "runner": {"recent_weeks": [recent], "longest_recent_run": longest},
        "race": {"distance_m": 1000 * km, "climb_m": climb, "descent_m": descent, "aim": aim},
        "week": {"unavailable": list(away)},
        "weeks": [week_of(week, number) for number, week in enumerate(weeks, 1)]})


def single(day, after=".", **facts):
    """A plan of a week with one or two runs."""
    return plan(f"build . {day} {after} . . . .", **facts)


EASY = "build e8 . e8 . e8 . l14"
EASY_PEAK = "peak e8 . e8 . e8 . l14"
HARD_WEEK = "build e8 t9:2x10 . e8 e6 . l14"
IDLE = "build e8 e9 . e8 e6 . l14"
BIG = "peak e12 . t12:2x10 . e12 . l20"
VO2 = "build e8 i10:5x3 . e8 e6 . l14"
MARATHON_PACE = "build e8 p14:1x40 . e8 e6 . l24"
SHORT_MARATHON_PACE = "build e8 p14:2x20 . e8 e6 . l24"
PAIR = "build e8 . e8 e8 . l22 l22"


def last(week, count=8, **facts):
    """A plan that ends with this race week."""
    return plan(*(count - 1) * [BIG], week, **facts)


# Name of the flaw: a plan that has it, a plan that hasn't.
CASES = {
    "short_work": (single("t8:2x5"), single("t9:2x6")),
    "single_repeat": (single("i6:1x3"), single("i8:4x3")),
    "slow_ending": (single("l20:1x20~5"), single("l20:1x20~3")),
    "padded_quality": (single("t30:2x8"), single("t12:2x8")),
    "wrong_duration": (single("t6:2x6=30"), single("t6:2x6=24")),
    "cold_strides": (single("s6:4x0.3@7"), single("s6:4x0.3@8")),
    "long_intervals": (single("i9:3x6"), single("i9:3x5.5")),
    "wrong_descent": (single("d8:4x2v30"), single("d8:4x2v120")),
    "unasked_downhill": (single("d8:4x2v120", descent=90), single("d8:4x2v120", descent=100)),
    "tiny_recovery": (single("r2.4"), single("r2.5")),
    "idle_week": (plan("build e8 e9 . e8 e6 . l14"), plan("build e8 t9:2x10 . e8 e6 . l14")),
    "idle_after_tune_up": (plan(EASY, "build e8 . e5 . . . x10", IDLE),
                           plan(EASY, "build e8 . e5 . . . x10", HARD_WEEK)),
    "near_the_long_run": (plan("build e8 e13 . e8 e6 . l14"), plan("build e8 e12 . e8 e6 . l14")),
    "beyond_the_long_run": (plan("build e8 . e15 . . . l14"), plan("build e8 . e14 . . . l14")),
    "like_runs": (plan("build e8 e8 . e8.5 . . l16"), plan("build e8 e6 . e10 . . l16")),
    "no_medium_long": (plan("build e8 e8 . e9 e7 . l20", km=21),
                       plan("build e6 e6 . e13 e7 . l20", km=21)),
    "heavy_pair": (plan("build e5 e5 . e5 . e13 l20"), plan("build e9 e9 . e9 . e9 l20")),
    "hard_eve": (plan("build . . . . . t9:2x10 l14"), plan("build . . . t9:2x10 . . l14")),
    "downhill_after_long": (single("l14", "d8:4x2v90"), single("e8", "d8:4x2v90")),
    "hard_after_20_km": (single("e20", "t9:2x10"), single("l20", "e9")),
    "hard_after_run_walk": (plan("base . w4 . . . . w4", *4 * [EASY], HARD_WEEK),
                            plan("base . w4 . . . . w4", *6 * [EASY], HARD_WEEK)),
    "rash_return": (plan(EASY, "build . . . . . e8 l9", away=["2027-01-11..2027-01-15"]),
                    plan(EASY, "build . . . . . e8 e9", away=["2027-01-11..2027-01-15"])),
    "tiring_eve": (plan(EASY, "build e8 . . . . e9 x10", EASY),
                   plan(EASY, "build e8 . . . . e8 x10", EASY)),
    "late_long_run": (plan(EASY, "build e8 . . l12 . . x10", EASY),
                      plan(EASY, "build e8 . . l11 . . x10", EASY)),
    "full_tune_up_week": (plan(EASY, "build e8 . e8 . e5 . x16", EASY),
                          plan(EASY, "build e8 . e8 . e5 . x15", EASY)),
    "lighter_before_tune_up": (plan("build/lighter e8 . . . . . l14", "build e5 . . . . . x10"),
                               plan(EASY, "build e5 . . . . . x10")),
    "full_week_after": (plan(EASY, "build e5 . . . . . x21", EASY),
                        plan(EASY, "build e5 . . . . . x21", "build . . e8 . e8 . l14")),
    "far_after_tune_up": (plan(EASY, "build e5 . . . . x12 e11", EASY),
                          plan(EASY, "build e5 . . . . x12 e10", EASY)),
    "run_after_marathon": (plan(EASY, "recovery e4 . . . . . .", km=42.2),
                           plan(EASY, "recovery . e4 . . . . .", km=42.2)),
    "far_before_race": (plan(*7 * [EASY], "taper e8 . e8 . . . l21", km=42.2),
                        plan(*7 * [EASY], "taper e8 . e8 . . . l20", km=42.2)),
    "no_taper": (last("race e8 . e6 . . . g10"), plan(*7 * [BIG], EASY)),
    "empty_race_week": (last("race e6 . e6 . e6 . g10"), last("race e9 . e9 . e6 . g10")),
    "lopsided_race_week": (last("race e12 . e5 . e5 . g10"), last("race e8 . e7 . e6 . g10")),
    "idle_peak": (plan(*7 * [EASY], "peak e9 e9 . e9 e9 . l16"),
                  plan(*7 * [EASY], "peak e9 t9:2x10 . e9 e9 . l16")),
    "little_marathon_pace": (plan(*10 * [EASY], *3 * [MARATHON_PACE], km=42.2),
                             plan(*6 * [IDLE], *6 * [MARATHON_PACE], km=42.2)),
    "broken_marathon_pace": (plan(*6 * [IDLE], *6 * [SHORT_MARATHON_PACE], km=42.2),
                             plan(*6 * [IDLE], *6 * [MARATHON_PACE], km=42.2)),
    "little_half_pace": (plan(*8 * [IDLE], MARATHON_PACE, km=21.1),
                         plan(*8 * [IDLE], *2 * [MARATHON_PACE], km=21.1)),
    "little_vo2_short": (plan(*8 * [IDLE], *2 * [VO2]), plan(*8 * [IDLE], *3 * [VO2])),
    "little_vo2_long": (plan(*10 * [IDLE], VO2, km=42.2), plan(*10 * [IDLE], *2 * [VO2], km=42.2)),
    "idle_base": (plan(*5 * ["base e8 . e8 . e8 . l14"]),
                  plan(*4 * ["base e8 . e8 . e8 . l14"], "base e8 . t8:2x8 . e8 . l14")),
    "few_pairs": (plan(*11 * ["build e8 e14 e8 e8 e8 . l22"], PAIR, km=50),
                  plan(*11 * ["build e8 e14 e8 e8 e8 . l22"], *2 * [PAIR], km=50)),
    "no_longer_run": (plan(*8 * [EASY], km=21.1, longest=14),
                      plan(*7 * [EASY], BIG, km=21.1, longest=14)),
    "needless_peak": (plan(EASY, BIG, km=5, recent=40), plan(EASY, BIG, km=5, recent=42)),
    "hard_finisher": (plan(*4 * ["build . i6:6x1 . e8 . . l14"], recent=28, aim="finish"),
                      plan("build . i6:6x1 . e8 . . l14", *3 * ["build . e8 . e8 . . l14"],
                           recent=28, aim="finish")),
    "flat_long_runs": (plan(*7 * [EASY], EASY_PEAK, climb=100),
                       plan(*7 * [EASY], "peak e8 . e8 . e8 . l14^90", climb=100)),
    "early_climb": (plan(*11 * ["build e8 . e8 . e8 . l14^200"], EASY_PEAK, climb=150),
                    plan(*11 * [EASY], "peak e8 . e8 . e8 . l14^200", climb=150)),
    "flat_last_week": (plan(*10 * [EASY], "peak e8 . e8 e8 . . l14^300",
                            "peak e8 . e8 e8 . . l14^200", climb=150),
                       plan(*11 * [EASY], "peak e8 . e8 e8 . . l14^200", climb=150)),
    "few_descents": (plan(*10 * [EASY], *2 * ["build e8 . e8 . . . l14v200"], descent=200),
                     plan(*9 * [EASY], *(f"build e8 . e8 . . . l14v{m}" for m in (160, 200, 240)),
                          descent=200)),
    "few_downhill_sessions": (plan(*12 * [IDLE], descent=200),
                              plan(*9 * [IDLE], *3 * ["build e8 d8:4x2v90 . e8 e6 . l14"],
                                   descent=200)),
    "small_descents": (plan(*12 * ["build e8 . e8 . . . l14v150"], descent=400),
                       plan(*12 * ["build e8 . e8 . . . l14v160"], descent=400)),
}


def failed_cases():
    """What the flaws say wrongly of the small plans, a line each."""
    failed = []
    for flaw in FLAWS:
        name = flaw.__name__
        if name not in CASES:
            failed.append(f"{name}: no small plans for it")
            continue
        there, absent = ([is_flawed for _, is_flawed in flaw(small)] for small in CASES[name])
        if not any(there):
            failed.append(f"{name}: not found in the plan that has it: {there}")
        elif not absent or any(absent):
            failed.append(f"{name}: wrong of the plan that hasn't it: {absent}")
    return failed
