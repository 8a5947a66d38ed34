"""Rules of one's own at work: what a plan keeps beside them, and what is told of their price.

Each test is a rule that runners have written, and what once went wrong with such a rule.
tests/property/own_rules.py holds many runners against what rules may cost.
"""

import json
import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from harness import ROOT, hillplan, in_folder, run_tests, tests_of, write

SHARED = os.path.join(ROOT, "tests", "property", "own_rules")
NOT_RUN = ("cross", "strength", "drills")

FIVE_DAYS = """\
start: 2027-01-04
units: km
runner:
  recent_weeks: [36, 38, 40, 40]
  recent_race: {distance: 10k, time: "48:00"}
race: {date: 2027-05-02, distance: marathon}
week: {run_days: [tue, wed, fri, sat, sun], long_run: sun}
"""
SEVEN_DAYS = """\
start: 2027-01-04
units: km
runner:
  recent_weeks: [85, 90, 92, 95]
  recent_race: {distance: half, time: "1:16:00"}
race: {date: 2027-05-02, distance: marathon}
week: {run_days: [mon, tue, wed, thu, fri, sat, sun], long_run: sun, quality: [tue, fri]}
"""
TEN_K = """\
start: 2027-01-04
units: km
runner:
  recent_weeks: [60, 60, 60]
  recent_race: {distance: 10k, time: "42:00"}
race: {date: 2027-04-04, distance: 10k}
week: {run_days: [mon, tue, wed, thu, sat, sun], long_run: sun}
"""
LONG_SHARE = "rules: {set: [{rule: long-run, setting: share, value: 30}]}\n"

# A hook each, in the rule of that name.
RULES = {
    "third-long-with-pace": ("should", """allow_week = function(week)
        local is_third = week.number % 3 == 0 and (week.phase == "build" or week.phase == "peak")
        for _, day in ipairs(is_third and week.days or {}) do
            for _, session in ipairs(day.sessions) do
                local has_quick = session.kind ~= "long"
                for _, step in ipairs(not has_quick and session.steps or {}) do
                    has_quick = has_quick or (step.times == 1 and step.effort ~= "easy")
                end
                if not has_quick then return false, "a long run without race pace" end
            end
        end
    end"""),
    "two-long-days": ("should", """allow_week = function(week)
        local is_third = week.number % 3 == 0 and (week.phase == "build" or week.phase == "peak")
        for _, day in ipairs(is_third and week.days or {}) do
            local is_weekend = day.weekday == "sat" or day.weekday == "sun"
            if is_weekend and day.distance * 100 < week.distance * 20 then
                return false, "a short day on the weekend"
            end
        end
    end"""),
    "least-climb": ("should", """allow_week = function(week)
        if week.climb_m < 400 then return false, "little climb" end
    end"""),
    "doubles": ("should", """allow_week = function(week)
        local doubles = 0
        for _, day in ipairs(week.days) do
            local runs = 0
            for _, session in ipairs(day.sessions) do runs = runs + (session.is_run and 1 or 0) end
            doubles = doubles + (runs > 1 and 1 or 0)
        end
        if week.distance > hillplan.km(60) and doubles < 4 then return false, "no doubles" end
    end"""),
    "free-weekend-day": ("should", """allow_week = function(week)
        local runs = 0
        for _, day in ipairs(week.days) do
            local is_weekend = day.weekday == "sat" or day.weekday == "sun"
            runs = runs + (is_weekend and #day.sessions > 0 and 1 or 0)
        end
        if runs == 2 then return false, "running on both days" end
    end"""),
    "long-share-of-the-week": ("must", """allow_week = function(week)
        for _, day in ipairs(week.days) do
            for _, session in ipairs(day.sessions) do
                if session.kind == "long" and session.distance * 100 > week.distance * 30 then
                    return false, "more than 30 % of the week"
                end
            end
        end
    end"""),
    "slow-tuesdays": ("must", """allow = function(day)
        for _, session in ipairs(day.sessions) do
            if session.is_run and day.weekday == "tue" and hillplan.known(session, "pace_fast") then
                return false, "a pace on Tuesday"
            end
        end
    end"""),
    "gentle-slopes": ("must", """allow = function(day)
        local function is_steep(steps)
            for _, step in ipairs(steps) do
                if step.times > 1 and is_steep(step.steps) then return true end
                if step.times == 1 and step.grade_percent > 4 then return true end
            end
        end
        for _, session in ipairs(day.sessions) do
            if session.is_run and is_steep(session.steps) then return false, "steep" end
        end
    end"""),
    "more-climb": ("should", 'wish_week = function() return { climb_m = '
                             '{ min = 250, because = "hills" } } end'),
    "more-time": ("should", 'wish_week = function(week) if week.phase == "base" then return { '
                            'duration_s = { min = 6 * 3600, because = "time" } } end end'),
    "more-hills": ("should", """wish_week = function(week)
        if week.phase == "build" and week.kind == "build" then
            return { session = { kind = "uphill", because = "hills" } }
        end
    end"""),
    "little-climb": ("must", 'limit_week = function() return { climb_m = '
                             '{ max = 200, because = "knees" } } end'),
    "harmless": ("must", 'limit_day = function() return { distance = '
                         '{ max = hillplan.km(60), because = "far" } } end'),
    "metres-for-hundredths": ("must", 'limit_day = function() return { distance = '
                                      '{ max = 15, because = "short" } } end'),
    "minutes-for-seconds": ("must", 'limit_day = function() return { duration_s = '
                                    '{ max = 50, because = "short" } } end'),
}


def rule_file(folder, name):
    """The path of a rule: of those above, or of those that the property test has."""
    shared = os.path.join(SHARED, name + ".lua")
    if os.path.exists(shared):
        return shared
    level, hook = RULES[name]
    return write(folder, name + ".lua", f'return {{ api = 1, id = "{name}", title = "{name}",\n'
                 f'    level = "{level}", why = "A test.", {hook} }}\n')


def generate(folder, profile, *rules):
    """A plan as a document, beside its file plan.json; and what was told of it."""
    options = [word for rule in rules for word in ("--rules", rule_file(folder, rule))]
    path = os.path.join(folder, "plan.json")
    status, _, messages = hillplan("generate", write(folder, "profile.yaml", profile), "-o", path,
                                   *options)
    assert status == 0, messages
    return read(path), messages


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def fix(folder, rule):
    """The plan of generate(), mended for a rule; and each day that changed: before, after."""
    path = os.path.join(folder, "fixed.json")
    before = read(os.path.join(folder, "plan.json"))
    status, _, messages = hillplan("fix", os.path.join(folder, "plan.json"), "--rules",
                                   rule_file(folder, rule), "-o", path)
    assert status == 0, messages
    after = read(path)
    return after, [(a, b) for a, b in zip(days(before), days(after))
                   if a.get("sessions") != b.get("sessions")]


def days(plan):
    return [day for week in plan["weeks"] for day in week["days"]]


def runs(day):
    return [session for session in day.get("sessions", []) if session["kind"] not in NOT_RUN]


def week_runs(week):
    return [run for day in week["days"] for run in runs(day)]


def long_runs(week):
    return [run for run in week_runs(week) if run["kind"] == "long"]


def training(plan):
    return [week for week in plan["weeks"] if week["phase"] in ("base", "build", "peak")]


def hard_runs(plan):
    return sum(run["effort"] == "hard" for week in training(plan) for run in week_runs(week))


def peak(plan):
    return max(week["distance"] for week in training(plan))


def calls(folder, profile, rule):
    """How often a rule was asked for a plan."""
    _, text, _ = hillplan("rules", "trace", write(folder, "profile.yaml", profile), "--rule", rule,
                          "--rules", rule_file(folder, rule))
    return sum(map(int, re.findall(r"^  \w+ +(\d+): ", text.split("calls:")[1], re.M)))


# --- what a plan keeps ---------------------------------------------------------------------------


@in_folder
def test_a_share_of_the_week_sizes_long_runs_and_takes_none(folder):
    without, _ = generate(folder, FIVE_DAYS)
    plan, messages = generate(folder, FIVE_DAYS + LONG_SHARE)
    for week in training(plan):
        assert [run for run in long_runs(week) if run["distance"] <= 0.3 * week["distance"] + 0.01], \
            week["number"]
    assert hard_runs(plan) >= 0.95 * hard_runs(without) and peak(plan) >= 0.98 * peak(without)
    assert "Without the rule long-run" in messages, messages


@in_folder
def test_a_should_rule_gives_way_before_long_runs_and_hard_ones(folder):
    for profile in (FIVE_DAYS, SEVEN_DAYS):
        without, _ = generate(folder, profile)
        for rule in ("third-long-with-pace", "two-long-days", "least-climb", "doubles"):
            plan, _ = generate(folder, profile, rule)
            lost = [a["number"] for a, b in zip(plan["weeks"], without["weeks"])
                    if long_runs(b) and not long_runs(a)]
            assert not lost, (rule, lost)
            assert hard_runs(plan) >= 0.9 * hard_runs(without), (rule, hard_runs(plan))


@in_folder
def test_a_should_rule_that_cannot_be_met_is_not_searched_for_long(folder):
    for rule in ("least-climb", "doubles"):
        plan, _ = generate(folder, SEVEN_DAYS, rule)
        assert sum(row["rule"] == rule for row in plan["gave_way"]) > 8, rule
        assert calls(folder, SEVEN_DAYS, rule) < 1200, (rule, calls(folder, SEVEN_DAYS, rule))


@in_folder
def test_a_day_off_on_weekends_takes_no_run(folder):
    for profile, has_spare_day in ((FIVE_DAYS, False), (SEVEN_DAYS, True)):
        without, _ = generate(folder, profile)
        plan, _ = generate(folder, profile, "free-weekend-day")
        assert any(row["rule"] == "free-weekend-day" for row in plan.get("gave_way", [])) \
            != has_spare_day
        for a, b in zip(training(plan), training(without)):
            assert len(week_runs(a)) >= min(len(week_runs(b)), 6 if has_spare_day else 5), a["number"]


@in_folder
def test_weeks_grow_between_those_that_a_rule_cuts(folder):
    without, _ = generate(folder, FIVE_DAYS)
    plan, _ = generate(folder, FIVE_DAYS, "down-week")
    assert peak(plan) >= 0.85 * peak(without), peak(plan)
    assert [week["number"] for week in training(plan) if "cut" in week]


def plain_steps(steps):
    return [plain for step in steps for plain in step.get("steps", [step])]


@in_folder
def test_rules_read_paces_and_grades_while_the_plan_is_made(folder):
    def grades(plan):
        return {step.get("grade_percent", 0) for week in plan["weeks"] for run in week_runs(week)
                for step in plain_steps(run.get("steps", []))}

    assert max(grades(generate(folder, FIVE_DAYS)[0])) > 4
    assert max(grades(generate(folder, FIVE_DAYS, "gentle-slopes")[0])) <= 4
    plan, _ = generate(folder, FIVE_DAYS, "slow-tuesdays")
    assert not [run for week in plan["weeks"] for run in runs(week["days"][1]) if "pace" in run]


@in_folder
def test_a_wish_for_climb_is_granted_and_takes_nothing(folder):
    without, _ = generate(folder, FIVE_DAYS)
    plan, messages = generate(folder, FIVE_DAYS, "more-climb")
    weeks = training(plan)
    assert messages == "" and sum(week["climb_m"] >= 250 for week in weeks) >= len(weeks) - 1
    for a, b in zip(weeks, training(without)):
        assert a["distance"] >= 0.98 * b["distance"], a["number"]
        assert len(long_runs(a)) == len(long_runs(b)), a["number"]
        assert a["climb_m"] >= b["climb_m"], a["number"]
    assert hard_runs(plan) >= hard_runs(without)


@in_folder
def test_a_wish_ends_at_the_limit_of_a_must_rule_and_that_is_told(folder):
    plan, _ = generate(folder, FIVE_DAYS, "more-climb", "little-climb")
    for week in training(plan)[2:]:
        facts = [fact for fact in week["gave_up"] if fact["what"] == "wish"]
        assert 150 <= week["climb_m"] <= 200 and len(facts) == 1, (week["number"], facts)
        assert facts[0]["rule"] == "little-climb" and facts[0]["text"].endswith(": knees"), facts
    text = hillplan("explain", os.path.join(folder, "plan.json"), "week", "6")[1]
    assert "little-climb: " in text and "of climb, though 250 m was wished: knees" in text, text
    flat = FIVE_DAYS + "hills: {access: none}\n"
    for week in training(generate(folder, flat, "more-climb")[0]):
        fact = next(fact for fact in week["gave_up"] if fact["what"] == "wish")
        assert "the hills at hand are not enough" in fact["text"], fact


@in_folder
def test_a_wish_for_time_makes_the_week_longer(folder):
    def hours(week):
        return sum(run["duration_s"] for run in week_runs(week)) / 3600

    without, _ = generate(folder, TEN_K)
    plan, _ = generate(folder, TEN_K, "more-time")
    assert hours(plan["weeks"][0]) > hours(without["weeks"][0]) + 0.25
    for week in [week for week in plan["weeks"] if week["phase"] == "base"]:
        told = [fact for fact in week.get("gave_up", []) if fact["what"] == "wish"]
        assert hours(week) >= 0.95 * 6 or told, (week["number"], hours(week))


@in_folder
def test_a_wish_for_a_session_stands_for_one_that_is_due(folder):
    without, _ = generate(folder, FIVE_DAYS)
    plan, _ = generate(folder, FIVE_DAYS, "more-hills")

    def weeks_with_hills(plan):
        return [week["number"] for week in plan["weeks"] if week["phase"] == "build"
                and week["kind"] == "build" and any(run["kind"] == "uphill" for run in week_runs(week))]

    told = [week["number"] for week in plan["weeks"] for fact in week.get("gave_up", [])
            if fact["what"] == "wish"]
    assert len(weeks_with_hills(plan)) + len(told) == 5 and len(weeks_with_hills(without)) < 4
    assert len(told) <= 1, told


# --- what fix keeps ------------------------------------------------------------------------------


@in_folder
def test_fix_renames_no_long_run_at_equal_length(folder):
    generate(folder, FIVE_DAYS)
    fixed, changes = fix(folder, "long-every-second")
    taken = 0
    for before, after in changes:
        for old, new in zip(runs(before), runs(after)):
            taken += old["kind"] == "long" != new["kind"]
            assert old["kind"] == new["kind"] or new["distance"] < old["distance"], after["date"]
    assert taken > 5
    for week in training(fixed):
        assert bool(long_runs(week)) == (week["number"] % 2 == 0), week["number"]
        assert not long_runs(week) or runs(week["days"][6])[0]["kind"] == "long", week["number"]


@in_folder
def test_fix_keeps_day_and_kind_of_long_runs_that_are_too_long(folder):
    generate(folder, FIVE_DAYS)
    _, changes = fix(folder, "long-share-of-the-week")
    longs = [(a, b) for a, b in changes if any(run["kind"] == "long" for run in runs(a))]
    assert longs
    for before, after in longs:
        assert [run["kind"] for run in runs(after)] == [run["kind"] for run in runs(before)], after


@in_folder
def test_fix_spreads_what_a_sum_takes_over_easy_runs_and_swaps_no_days(folder):
    without, _ = generate(folder, FIVE_DAYS)
    fixed, changes = fix(folder, "twenty-minutes")
    assert changes
    for before, after in changes:
        assert [run["title"] for run in runs(before)] == [run["title"] for run in runs(after)], after
        assert all(run["effort"] != "hard" and run["kind"] != "long" for run in runs(before)), after
    plan, _ = generate(folder, FIVE_DAYS, "twenty-minutes")
    assert peak(plan) >= 0.9 * peak(fixed) and peak(plan) >= 0.85 * peak(without)


# --- what is told --------------------------------------------------------------------------------


@in_folder
def test_limits_of_another_unit_are_warned_of_and_plan_nothing(folder):
    for rule, words in (("metres-for-hundredths", "limit 'distance' is 15, which is 0.15 km; "
                                                  "hillplan.km(15) is 15 km"),
                        ("minutes-for-seconds", "limit 'duration_s' is 50, which is 50 s; "
                                                "50 * 60 is 50 min")):
        path = os.path.join(folder, "none.json")
        status, _, messages = hillplan("generate", write(folder, "profile.yaml", FIVE_DAYS), "-o",
                                       path, "--rules", rule_file(folder, rule))
        assert status == 3 and words in messages and not os.path.exists(path), messages


@in_folder
def test_the_price_is_told_in_verdict_and_explain_and_last(folder):
    plan, messages = generate(folder, FIVE_DAYS, "down-week")
    told = "Without the rule down-week the biggest week would be"
    assert told in messages.splitlines()[-1], messages
    assert told in plan["verdict"]["text"].replace("{down-week}", "down-week"), plan["verdict"]
    text = hillplan("explain", os.path.join(folder, "plan.json"))[1]
    assert told in " ".join(text.split()), text
    assert generate(folder, FIVE_DAYS, "harmless")[1] == ""


@in_folder
def test_who_is_short_for_a_rule_alone_is_told_the_rule_and_of_no_other_race(folder):
    plan, _ = generate(folder, FIVE_DAYS + LONG_SHARE)
    text = plan["verdict"]["text"]
    assert plan["verdict"]["level"] == "short", text
    assert "Without the rule {long-run}" in text and "would be in reach" not in text, text
    later = FIVE_DAYS.replace("2027-05-02", "2027-02-14")
    text = generate(folder, later + LONG_SHARE)[0]["verdict"]["text"]
    assert "would be in reach" in text, text


@in_folder
def test_of_several_rules_the_one_that_alone_explains_the_price_is_named(folder):
    off = "rules: {off: [strength], set: [{rule: long-run, setting: share, value: 30}]}\n"
    for profile, rules, named in ((FIVE_DAYS, ["harmless", "down-week"], "down-week"),
                                  (FIVE_DAYS, ["down-week", "harmless"], "down-week"),
                                  (FIVE_DAYS + off, ["harmless"], "long-run"),
                                  (FIVE_DAYS + LONG_SHARE, ["down-week"], None)):
        plan, messages = generate(folder, profile, *rules)
        assert [row.get("rule") for row in plan["cost"]] == [named], (rules, plan["cost"])
        assert (f"Without the rule {named}" in messages) == bool(named), messages
        assert ("Without rules and settings of your own" in messages) == (not named), messages


if __name__ == "__main__":
    run_tests(tests_of(globals()))
