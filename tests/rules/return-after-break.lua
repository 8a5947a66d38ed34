local plans = hillplan.use("plans")

local FULL = "- E8 T8 E6 - E6 L12" -- 40 km in five runs
local EMPTY = "- - - - - - -"

-- Three full weeks from Monday 4 January 2027 on, then the weeks given; five run days.
local function build(off, weeks, more)
    return plans.build({
        weeks = plans.join(plans.times(3, FULL), weeks),
        runner = { longest_recent_run = 12 },
        week = {
            run_days = { "tue", "wed", "thu", "sat", "sun" },
            long_run = "sun",
            unavailable = off,
        },
    }, more)
end

-- Days off from Monday of week 4 (25 January) on.
local function off(last, reason)
    return { { from = "2027-01-25", to = last, reason = reason } }
end

local cases = {}

local function add(name, plan, ask, expect)
    table.insert(cases, { name = name, plan = plan, ask = ask, expect = expect })
end

-- What weeks from `first` on may hold, in percent of 40 km, and the longest runs of 12 km.
local function add_steps(name, days_off, first, steps, easy_days)
    local plan = build(days_off, plans.times(8, EMPTY))
    for place, percent in ipairs(steps) do
        local number = first + place - 1
        add(
            name .. ": step " .. place,
            plan,
            { hook = "limit_week", week = number },
            { distance = 40 * percent }
        )
        if easy_days < 7 then -- then Sunday has no other limits
            add(
                name .. ": longest run in step " .. place,
                plan,
                { hook = "limit_day", week = number, day = 7 },
                { distance = 12 * percent }
            )
        end
    end
    add(
        name .. ": nothing after the last step",
        plan,
        { hook = "limit_week", week = first + #steps },
        {}
    )
end

-- The first run day off is Tuesday 26 January; the days to the next open one count.
add_steps("7 days of holiday", off("2027-01-31"), 5, { 90, 100 }, 3)
add_steps("7 days, ill", off("2027-01-31", "illness"), 5, { 80, 100 }, 3)
add_steps("7 days, injured", off("2027-01-31", "injury"), 5, { 80, 100 }, 3)
add_steps("14 days of holiday", off("2027-02-07"), 6, { 75, 100 }, 3)
add_steps("14 days, ill", off("2027-02-07", "illness"), 6, { 60, 80, 100 }, 5)
add_steps("21 days of holiday", off("2027-02-14"), 7, { 60, 80, 100 }, 3)
add_steps("21 days, ill", off("2027-02-14", "illness"), 7, { 50, 70, 85, 100 }, 7)

-- A case of whole plans: what is found.
local function judge(name, plan, expect)
    table.insert(cases, { name = name, plan = plan, expect = expect })
end

local function broken(date, text)
    return { { week = 5, status = "broken", date = date, text = text } }
end

local SEVEN = off("2027-01-31")
local SEVEN_ILL = off("2027-01-31", "illness")
local TEN_ILL = { { from = "2027-01-29", to = "2027-02-07", reason = "illness" } } -- Sat to Mon

judge("90 % of the level", build(SEVEN, { EMPTY, "- E7 E7 E7 - T7 E8" }), {})
judge(
    "a hundredth more",
    build(SEVEN, { EMPTY, "- E7 E7 E7 - T7 E8.01" }),
    broken("2027-02-01", "the way back after 7 days off: 90 % of 40 km")
)
judge("no run longer than 90 % of the longest", build(SEVEN, { EMPTY, "- E7 - - - - L10.8" }), {})
judge(
    "a hundredth longer",
    build(SEVEN, { EMPTY, "- E7 - - - - L10.81" }),
    broken("2027-02-07", "90 % of the longest run before, 12 km")
)
judge("hard on the fourth day of running", build(SEVEN, { EMPTY, "- E7 - E7 T7 - -" }), {})
judge(
    "hard on the third",
    build(SEVEN, { EMPTY, "- E7 - T7 - - -" }),
    broken("2027-02-04", "the first 3 days of running after 7 days off: easy runs only")
)
judge(
    "strides are none of easy runs",
    build(SEVEN, { EMPTY, "- S7 - - - - -" }),
    broken("2027-02-02", "easy runs only")
)
judge(
    "neither is a long run",
    build(SEVEN, { EMPTY, "- E7 - L8 - - -" }),
    broken("2027-02-04", "easy runs only")
)
judge(
    "nor hills",
    build(SEVEN, { EMPTY, "- E7^100=hilly - - - - -" }),
    broken("2027-02-02", "easy runs only")
)
judge(
    "days are counted from the first run, not from the first day",
    build(SEVEN, { EMPTY, "- - - E7 - T7 -" }),
    broken("2027-02-06", "easy runs only")
)
judge("a tune-up race is as it is", build(SEVEN, { EMPTY, "- - - U10 - - -" }), {})
judge("strength is no run", build(SEVEN, { EMPTY, "- E7&G@20 - - - - -" }), {})
judge("ill: 60 % of a usual run of 8 km", build(SEVEN_ILL, { EMPTY, "- E4.8 - E4.8 E8 - -" }), {})
judge(
    "ill: a hundredth more",
    build(SEVEN_ILL, { EMPTY, "- E4.81 - - - - -" }),
    broken("2027-02-02", "60 % of a usual run")
)

-- Ill from Saturday 30 January to Monday 8 February: 10 days; week 4 ends, week 5 is empty.
local BACK = "- - E5 E5 - E5 E5" -- Wednesday 10 February, the first run
local function ill(sixth, seventh)
    return build(TEN_ILL, { "- E8 T8 E6 - - -", EMPTY, sixth, seventh or EMPTY })
end
judge("ill: 10 days after the first run hard", ill(BACK, "- - - - - T6 -"), {})
judge("ill: the ninth day after is too early", ill(BACK, "- - - - T6 - -"), {
    { week = 7, status = "broken", date = "2027-02-19", text = "10 days of running after 10" },
})
judge("ill: nor downhill", ill(BACK, "- D6v150 - - - - -"), {
    { week = 7, status = "broken", date = "2027-02-16", text = "nothing hard, no downhill run" },
})
judge("ill: a long run on the sixth day", ill("- E5 - - - - L6", EMPTY), {})
judge("ill: not on the fifth", ill("- E5 - - - L6 -", EMPTY), {
    { week = 6, status = "broken", date = "2027-02-13", text = "5 days of running" },
})

-- One to three days: no steps.
local ILL_A_DAY = { { from = "2027-01-27", reason = "illness" } }
judge("a day ill: nothing hard on the first day back", build(ILL_A_DAY, { "- E8 - T8 - - -" }), {
    {
        week = 4,
        status = "broken",
        date = "2027-01-28",
        text = "the first day of running after an illness or injury",
    },
})
judge("a day ill: hard on the day after", build(ILL_A_DAY, { "- E8 - E8 T8 - -" }), {})
judge("a day away: hard at once", build({ "2027-01-27" }, { "- E8 - T8 - - -" }), {})
add("3 days off: no steps", build({ "2027-01-30..2027-02-01" }, { EMPTY, EMPTY }), {
    hook = "limit_week",
    week = 5,
}, {})
add("4 days: steps", build({ "2027-01-30..2027-02-02" }, { EMPTY, EMPTY }), {
    hook = "limit_week",
    week = 5,
}, { distance = 2880 }) -- 90 % for 4 of 5 run days

-- Long ones.
add("28 days, ill: half", build(off("2027-02-21", "illness"), plans.times(8, EMPTY)), {
    hook = "limit_week",
    week = 8,
}, { distance = 2000 })
add("29 days: 40 %", build(off("2027-02-23", "illness"), plans.times(8, EMPTY)), {
    hook = "limit_week",
    week = 8,
}, { distance = 1280 }) -- for 4 of 5 run days
add("35 days of holiday are as an illness", build(off("2027-02-28"), plans.times(8, EMPTY)), {
    hook = "limit_week",
    week = 9,
}, { distance = 1600 })
add("56 days: the second step is another", build(off("2027-03-21"), plans.times(14, EMPTY)), {
    hook = "limit_week",
    week = 13,
}, { distance = 2000 })
add("63 days: each step twice", build(off("2027-03-28"), plans.times(14, EMPTY)), {
    hook = "limit_week",
    week = 14,
}, { distance = 1600 })

-- Each row at its first and its last day: days off from Tuesday of week 4 on, up to a date; the
-- first week back, and what it may hold after a holiday and after an illness or injury. One that
-- begins on a Wednesday has 4 of its 5 run days.
local ROWS = {
    { days = 4, to = "2027-01-29", week = 5, holiday = 3600, ill = 3200 },
    { days = 7, to = "2027-02-01", week = 5, holiday = 3600, ill = 3200 },
    { days = 8, to = "2027-02-02", week = 5, holiday = 2400, ill = 1920 },
    { days = 14, to = "2027-02-08", week = 6, holiday = 3000, ill = 2400 },
    { days = 15, to = "2027-02-09", week = 6, holiday = 1920, ill = 1600 },
    { days = 28, to = "2027-02-22", week = 8, holiday = 2400, ill = 2000 },
    { days = 29, to = "2027-02-23", week = 8, holiday = 1280, ill = 1280 },
    { days = 56, to = "2027-03-22", week = 12, holiday = 1600, ill = 1600 },
    { days = 57, to = "2027-03-23", week = 12, holiday = 1280, ill = 1280 },
}
for _, row in ipairs(ROWS) do
    for _, reason in ipairs({ "holiday", "illness", "injury" }) do
        add(
            row.days .. " days, " .. reason,
            build(off(row.to, reason), plans.times(14, EMPTY)),
            { hook = "limit_week", week = row.week },
            { distance = row[reason] or row.ill }
        )
    end
end

-- Over the year's end: ill in week 51, back on Monday 27 December.
local LATE = plans.build({
    weeks = plans.join(plans.times(50, FULL), plans.times(4, EMPTY)),
    runner = { longest_recent_run = 12 },
    week = {
        run_days = { "tue", "wed", "thu", "sat", "sun" },
        long_run = "sun",
        unavailable = { { from = "2027-12-20", to = "2027-12-26", reason = "illness" } },
    },
})
for week, limits in pairs({ [52] = { distance = 3200 }, [53] = { distance = 4000 }, [54] = {} }) do
    add("ill at the year's end: week " .. week, LATE, { hook = "limit_week", week = week }, limits)
end

-- Breaks within a way back.
local TWICE = { "2027-01-25..2027-01-31", "2027-02-10" } -- week 6 lacks Wednesday
add("a day off repeats the step", build(TWICE, plans.times(8, EMPTY)), {
    hook = "limit_week",
    week = 6,
}, { distance = 3200 }) -- 100 % for 4 of 5 run days
add("... in the next week", build(TWICE, plans.times(8, EMPTY)), {
    hook = "limit_week",
    week = 7,
}, { distance = 4000 })
local MERGED = { "2027-01-25..2027-01-31", "2027-02-08..2027-02-14" } -- 7 and 7 days: 14
add("a longer one adds its days to the first", build(MERGED, plans.times(8, EMPTY)), {
    hook = "limit_week",
    week = 7,
}, { distance = 3000 })
add("days off may overlap; the graver reason wins", build({
    { from = "2027-01-25", to = "2027-01-31" },
    { from = "2027-01-30", to = "2027-01-31", reason = "injury" },
}, plans.times(8, EMPTY)), { hook = "limit_week", week = 5 }, { distance = 3200 })
add("a break before the plan reaches into week 1", build({
    { from = "2026-12-21", to = "2027-01-03" },
}, {}), { hook = "limit_week", week = 1 }, { distance = 3000 })

-- The level before a break where a race was longer than all that was run before it.
local function raced(week, days_off, then_weeks)
    return plans.build({
        weeks = plans.join(plans.times(2, FULL), { week, EMPTY }, then_weeks),
        runner = { longest_recent_run = 12 },
        week = {
            run_days = { "tue", "wed", "thu", "sat", "sun" },
            long_run = "sun",
            unavailable = days_off,
        },
    })
end
add("a race beyond the longest run is no level", raced("- - - U80 - - -", SEVEN, { EMPTY }), {
    hook = "limit_week",
    week = 5,
}, { distance = 3600 })
add("... but for what a run may be", raced("- E10 E10 E10 - - U30", SEVEN, { EMPTY }), {
    hook = "limit_week",
    week = 5,
}, { distance = 3780 })
add("a shorter race is training", raced("- E12 E10 E12 - - U10", SEVEN, { EMPTY }), {
    hook = "limit_week",
    week = 5,
}, { distance = 3960 })
judge("... nor is it a usual run", raced("- - - U80 - - -", SEVEN_ILL, { "- E7.2 - - - - -" }), {})
judge(
    "a hundredth more than 60 % of 12 km",
    raced("- - - U80 - - -", SEVEN_ILL, { "- E7.21 - - - - -" }),
    broken("2027-02-02", "60 % of a usual run")
)

-- A long tune-up race in a week on the way back: its step comes again, after the light weeks that
-- follow it; the last step doesn't. Shorter races change nothing.
local function steps_with_race(name, date, distance, steps)
    local plan = build(off("2027-02-14", "illness"), plans.times(8, EMPTY))
    plan.tune_up_races = { { date = date, distance = tostring(distance) } }
    for number = 1, #plan.weeks do
        local percent = steps[number]
        if percent then
            add(
                name .. ": week " .. number,
                plan,
                { hook = "limit_week", week = number },
                percent > 0 and { distance = 40 * percent } or {}
            )
        end
    end
end
steps_with_race("10 km", "2027-02-21", 10, { [7] = 50, [8] = 70, [9] = 85, [10] = 100 })
steps_with_race("25 km", "2027-02-28", 25, { [7] = 50, [8] = 70, [9] = 0, [10] = 70, [11] = 85 })
steps_with_race("36 km", "2027-02-21", 36, { [7] = 90, [8] = 0, [9] = 0, [10] = 50, [11] = 70 })
steps_with_race("in the last step", "2027-03-14", 25, { [9] = 85, [10] = 100, [11] = 0 })

-- Weeks with days off.
add("no run beyond the longest of late", build({ "2027-01-26" }, { EMPTY }), {
    hook = "limit_day",
    week = 4,
    day = 7,
}, { distance = 1200 })
add("others within 125 % of a usual one", build({ "2027-01-26" }, { EMPTY }), {
    hook = "limit_session",
    kind = "easy",
    week = 4,
    day = 3,
}, { distance = 1000 })
add("a fifth missing: the long run may move", build({ "2027-01-31" }, { EMPTY }), {
    hook = "limit_session",
    kind = "long",
    week = 4,
    day = 6,
}, {})
add("more missing: it may not", build({ "2027-01-30..2027-01-31" }, { EMPTY }), {
    hook = "limit_session",
    kind = "long",
    week = 4,
    day = 4,
}, { distance = 0 })
add("... and stays on its own day", build({ "2027-01-26..2027-01-27" }, { EMPTY }), {
    hook = "limit_session",
    kind = "long",
    week = 4,
    day = 7,
}, {})

return { rule = "return-after-break", cases = cases }
