"""Random runners: whatever the profile, a plan keeps every must rule and its sums, or is refused.

random_profiles.py COUNT            plans and judges so many runners
random_profiles.py --write DIR N    writes N random profiles (YAML) to a folder
"""

import datetime
import json
import os
import random
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from harness import hillplan

SEED = 20270419
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
METRES = {"5k": 5000, "10k": 10000, "half": 21098, "marathon": 42195, "50k": 50000, "50mi": 80467,
          "100k": 100000, "100mi": 160934}
REFUSED_AT_MOST = 0.03


def week_start(date, starts_on):
    offset = (date.weekday() - WEEKDAYS.index(starts_on)) % 7
    return date - datetime.timedelta(days=offset)


def random_recent_weeks(rng):
    mean = rng.choice([12, 18, 25, 32, 40, 50, 65, 80, 110, 140])
    return [round(mean * rng.uniform(0.8, 1.2), rng.choice([0, 1])) for _ in range(rng.randint(1, 6))]


def random_profile(rng):
    """A profile as the mapping that a profile file holds."""
    starts_on = rng.choice(["mon", "mon", "sun"])
    race_date = datetime.date(2027, 1, 1) + datetime.timedelta(days=rng.randint(0, 700))
    weeks = rng.choice([3, 4, 6, 8, 10, 12, 14, 16, 18, 20, 24, 30, 40])
    start = week_start(race_date, starts_on) - datetime.timedelta(weeks=weeks - 1)
    distance = rng.choice(list(METRES))
    race = {"name": rng.choice(["Example Race", "Łódź Półmaraton", "Αθήνα", "Example: \"Peak\" #1"]),
            "date": race_date.isoformat(), "distance": distance}
    if rng.random() < 0.7:
        per_km = rng.choice([1, 4, 8, 15, 30, 50])
        race["climb_m"] = int(METRES[distance] / 1000 * per_km * rng.uniform(0.7, 1.3))
        race["descent_m"] = int(METRES[distance] / 1000 * per_km * rng.uniform(0.7, 1.3))
    runner = {"name": "Example Runner", "recent_weeks": random_recent_weeks(rng)}
    if rng.random() < 0.6:
        mean = sum(runner["recent_weeks"]) / len(runner["recent_weeks"])
        runner["longest_recent_run"] = round(mean * rng.uniform(0.25, 0.5), 1)
    if rng.random() < 0.6:
        seconds = rng.randint(17 * 60, 33 * 60)
        runner["recent_race"] = {"distance": "5k", "time": f"{seconds // 60}:{seconds % 60:02}"}
    if rng.random() < 0.5:
        runner["usual_descent_m"] = rng.choice([0, 20, 60, 120, 250])
    if rng.random() < 0.3:
        last = start - datetime.timedelta(days=rng.randint(1, 50))
        runner["last_downhill"] = {"date": last.isoformat(), "descent_m": rng.choice([150, 300, 600])}
    days = sorted(rng.sample(WEEKDAYS, rng.randint(2, 7)), key=WEEKDAYS.index)
    week = {"starts_on": starts_on}
    if rng.random() < 0.85:
        week["run_days"] = days
        if rng.random() < 0.8:
            week["long_run"] = rng.choice(days)
        if rng.random() < 0.4:
            week["quality"] = [rng.choice(days)]
    if rng.random() < 0.3:
        week["longest_session"] = {"weekday": rng.choice(["0:50", "1:15", "1:30"]),
                                   "weekend": rng.choice(["2:00", "3:00", "5:00"])}
    spans = []
    for _ in range(rng.choice([0, 0, 0, 1, 2])):
        first = start + datetime.timedelta(days=rng.randint(0, weeks * 7 - 1))
        last = first + datetime.timedelta(days=rng.choice([0, 2, 6, 13]))
        spans.append(f"{first}..{last}" if last > first else str(first))
    if spans:
        week["unavailable"] = spans
    profile = {"units": rng.choice(["km", "km", "mi"]), "runner": runner, "race": race,
               "start": start.isoformat(), "week": week}
    if rng.random() < 0.5:
        profile["hills"] = {"access": rng.choice(["none", "treadmill", "weekend", "any"])}
        if rng.random() < 0.5:
            profile["hills"]["max_climb_m"] = rng.choice([60, 150, 400])
    if weeks >= 6 and rng.random() < 0.3:
        date = race_date - datetime.timedelta(days=rng.randint(10, weeks * 7 - 15))
        shorter = [name for name in METRES if METRES[name] < METRES[distance]] or ["5k"]
        profile["tune_up_races"] = [{"name": "Example Tune-up", "date": date.isoformat(),
                                     "distance": rng.choice(shorter[-3:])}]
    return profile


def write_profile(path, profile):
    with open(path, "w", encoding="utf-8") as file:
        json.dump(profile, file, ensure_ascii=False, indent=1)  # JSON is YAML


def hundredths(value):
    return round(value * 100)


def assert_sums(plan):
    """Days add up to weeks, dates follow each other."""
    date = datetime.date.fromisoformat(plan["weeks"][0]["start"])
    for number, week in enumerate(plan["weeks"], 1):
        assert week["number"] == number and len(week["days"]) == 7
        sums = {"distance": 0, "climb_m": 0, "descent_m": 0}
        for day in week["days"]:
            assert day["date"] == date.isoformat()
            date += datetime.timedelta(days=1)
            for session in day.get("sessions", []):
                if session["kind"] in ("race", "cross", "strength", "drills"):
                    continue
                sums["distance"] += hundredths(session["distance"])
                sums["climb_m"] += session.get("climb_m", 0)
                sums["descent_m"] += session.get("descent_m", 0)
        assert hundredths(week["distance"]) == sums["distance"], (number, week["distance"], sums)
        assert week.get("climb_m", 0) == sums["climb_m"], number
        assert week.get("descent_m", 0) == sums["descent_m"], number


def judge(folder, profile):
    """Plans one runner twice; True where there is a plan, False where it was refused."""
    path = os.path.join(folder, "profile.yaml")
    write_profile(path, profile)
    status, text, messages = hillplan("generate", path, "-f", "json")
    assert status in (0, 3), (status, messages)
    assert hillplan("generate", path, "-f", "json") == (status, text, messages), "not deterministic"
    if status == 3:
        assert "week " in messages and text == "", messages
        return False
    assert_sums(json.loads(text))
    plan_path = os.path.join(folder, "plan.json")
    with open(plan_path, "w", encoding="utf-8") as file:
        file.write(text)
    status, report, messages = hillplan("check", plan_path, "-f", "json")
    assert status == 0 and json.loads(report)["kept"], (report, messages)
    assert messages == "", messages
    return True


def main(count):
    rng = random.Random(SEED)
    passed = failed = refused = 0
    with tempfile.TemporaryDirectory() as folder:
        for number in range(count):
            profile = random_profile(rng)
            try:
                refused += not judge(folder, profile)
                passed += 1
            except Exception as error:
                failed += 1
                print(f"FAILED runner {number}: {error!r:.600}")
                if failed <= 3:
                    print(json.dumps(profile, ensure_ascii=False))
    print(f"{refused} of {count} were refused")
    if refused > count * REFUSED_AT_MOST:
        failed += 1
        print(f"FAILED more than {REFUSED_AT_MOST:.0%} were refused")
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    if sys.argv[1] == "--write":
        generator = random.Random(SEED)
        for index in range(int(sys.argv[3])):
            write_profile(os.path.join(sys.argv[2], f"{index}.yaml"), random_profile(generator))
    else:
        main(int(sys.argv[1]))
