local plans = hillplan.use("plans")

-- Two weeks after recent weeks of the same size.
local function two(recent, first, second, more)
    return plans.build({ recent = { recent }, weeks = { first, second } }, more)
end

local FULL = "- E8 E8 E8 - E8 E8"
local EMPTY = "- - - - - - -"

-- Weeks of five run days after recent weeks of 40 km, with days off.
local function away(weeks, unavailable)
    return plans.build({
        weeks = weeks,
        week = { run_days = { "tue", "wed", "thu", "sat", "sun" }, unavailable = unavailable },
    })
end

return {
    rule = "weekly-ramp",
    cases = {
        {
            name = "eleven after ten is kept",
            plan = two(10, "E5 - E5 - - - -", "E5 - E6 - - - -"),
            expect = {},
        },
        {
            name = "eleven miles after ten is kept",
            plan = two(10, "E5 - E5 - - - -", "E5 - E6 - - - -", { units = "mi" }),
            expect = {},
        },
        {
            name = "a hundredth more than eleven is broken",
            plan = two(10, "E5 - E5 - - - -", "E5 - E6.01 - - - -"),
            expect = {
                {
                    week = 2,
                    status = "broken",
                    date = "2027-01-11",
                    text = "110 % of 10 km, the week before",
                },
            },
        },
        {
            name = "a limit between hundredths is not rounded up",
            plan = two(10, "E5 - E4.99 - - - -", "E5 - E5.99 - - - -"),
            expect = { { week = 2, status = "broken" } },
        },
        {
            name = "five percent, where the runner wants that",
            plan = two(10, "E5 - E5 - - - -", "E5 - E5.5 - - - -"),
            settings = { max_increase = 5 },
            expect = {},
        },
        {
            name = "more than five percent is broken then",
            plan = two(10, "E5 - E5 - - - -", "E5 - E5.51 - - - -"),
            settings = { max_increase = 5 },
            expect = { { week = 2, status = "broken", text = "105 %" } },
        },
        {
            name = "week 1 is held against the exact mean: 110 % of 40.3333 is 44.3666",
            plan = plans.build({ recent = { 40, 40, 41 }, weeks = { "E11 E11 E11 - - - L11.36" } }),
            expect = {},
        },
        {
            name = "week 1 a hundredth over 110 % of the exact mean",
            plan = plans.build({ recent = { 40, 40, 41 }, weeks = { "E11 E11 E11 - - - L11.37" } }),
            expect = { { week = 1, status = "broken", text = "the mean of your recent weeks" } },
        },
        {
            name = "a lighter week does not raise what the next one may hold",
            plan = plans.build({
                recent = { 40 },
                weeks = {
                    "E10 E10 E10 - - - L10",
                    "lighter: E8 E8 E8 - - - L6",
                    "E9 E9 E9 - - - L9",
                },
            }),
            expect = { { week = 3, status = "broken", text = "110 % of 30 km" } },
        },
        {
            name = "with recent_peak a lighter week may be followed by a return",
            plan = plans.build({
                recent = { 40 },
                weeks = {
                    "E10 E10 E10 - - - L10",
                    "lighter: E8 E8 E8 - - - L6",
                    "E11 E11 E11 - - - L11",
                },
            }),
            settings = { compare_with = "recent_peak" },
            expect = {},
        },
        {
            name = "recent_peak sees the weeks before the plan, four weeks back",
            plan = plans.build({
                recent = { 44, 30, 30, 30 },
                weeks = { "E10 E10 - - - - L10", "E11 E11 - - - - L11.01" },
            }),
            settings = { compare_with = "recent_peak" },
            expect = { { week = 2, status = "broken", text = "110 % of 30 km, the highest" } },
        },
        {
            name = "a week with days off carries its share: 3 of 5",
            plan = away({ FULL, "- E8 E8 E10.4 - - -" }, { "2027-01-16..2027-01-17" }),
            expect = {},
        },
        {
            name = "no hundredth more",
            plan = away({ FULL, "- E8 E8 E10.41 - - -" }, { "2027-01-16..2027-01-17" }),
            expect = {
                {
                    week = 2,
                    status = "broken",
                    text = "3 of 5 run days: their share of 44 km",
                },
            },
        },
        {
            name = "six runs of seven days are a whole week",
            plan = plans.build({
                weeks = { "- E7 E7 E7 E7 E7 L9" },
                week = { unavailable = { "2027-01-04" } },
            }),
            expect = {},
        },
        {
            name = "a tune-up race longer than the limit may be the only run of its week",
            plan = two(10, "E5 - E5 - - - -", "- - - - - - U21.1"),
            expect = {},
        },
        {
            name = "a tune-up race longer than the limit leaves no other run",
            plan = two(10, "E5 - E5 - - - -", "E1 - - - - - U21.1"),
            expect = { { week = 2, status = "broken", text = "as the only run" } },
        },
        {
            name = "a tune-up race within the limit counts like any run",
            plan = two(40, "E10 E10 E10 - - - L10", "E10 E10 - - - - U25"),
            expect = { { week = 2, status = "broken", text = "110 % of 40 km" } },
        },
        {
            name = "a tune-up race of just the limit is held to it",
            plan = two(40, "E10 E10 E10 - - - L10", "E4 - - - - - U44"),
            expect = { { week = 2, status = "broken", text = "110 % of 40 km" } },
        },
        {
            name = "the goal race is not in race week's distance",
            plan = two(20, "E10 - E10 - - - -", "race: E10 - E10 - - - R42.2"),
            expect = {},
        },
        {
            name = "after the goal race the ramp is over",
            plan = plans.build({
                recent = { 20 },
                weeks = { "race: E5 - - - - - R42.2", "recovery: E5 - E5 - - - E5" },
            }),
            expect = {},
        },
        {
            name = "run-walk weeks of up to 12 km are exempt",
            plan = plans.build({ recent = {}, weeks = { "W3 - W3 - W3 - W3" } }),
            expect = {},
        },
        {
            name = "run-walk weeks of more than 12 km are not",
            plan = plans.build({ recent = { 8 }, weeks = { "W3 - W3 - W3 - W3.01" } }),
            expect = { { week = 1, status = "broken", text = "run-walk weeks of up to 12 km" } },
        },
        {
            name = "run-walk grows by 40 %: 140 % of the exact mean of 8.6666 is 12.1333",
            plan = plans.build({ recent = { 8, 9, 9 }, weeks = { "W4 - W4 - - - W4.13" } }),
            expect = {},
        },
        {
            name = "run-walk grows by no more than 40 %",
            plan = plans.build({ recent = { 8, 9, 9 }, weeks = { "W4 - W4 - - - W4.14" } }),
            expect = { { week = 1, status = "broken", text = "140 % of 8.66 km, for a week of" } },
        },
        {
            name = "later weeks of run-walk by 40 % of the week before",
            plan = plans.build({
                recent = {},
                weeks = { "W4 - W4 - W4 - -", "W4 - W4 - W4 - W4.8" },
            }),
            expect = {},
        },
        {
            name = "later weeks of run-walk by no more",
            plan = plans.build({
                recent = {},
                weeks = { "W4 - W4 - W4 - -", "W4 - W4 - W4 - W4.81" },
            }),
            expect = { { week = 2, status = "broken", text = "140 % of 12 km" } },
        },
        {
            name = "run-walk up to 18 km",
            plan = plans.build({
                recent = {},
                weeks = { "W4 - W4 - W4 - -", "W4 - W4 - W4 - W4", "W4 - W4 - W4 - W6" },
            }),
            expect = {},
        },
        {
            name = "run-walk of more than 18 km",
            plan = plans.build({
                recent = {},
                weeks = { "W4 - W4 - W4 - -", "W4 - W4 - W4 - W4", "W4 - W4 - W4 - W6.01" },
            }),
            expect = { { week = 3, status = "broken", text = "run-walk weeks of up to 18 km" } },
        },
        {
            name = "a week that is not run-walk throughout is held against the mean",
            plan = plans.build({ recent = { 5 }, weeks = { "W4 - - - - - E2" } }),
            expect = { { week = 1, status = "broken", text = "110 % of 5 km" } },
        },
        {
            name = "the first week by distance is held against the last run-walk week",
            plan = plans.build({
                recent = { 9 }, -- one week of run-walk
                weeks = { "W4 - W4 - W4 - -", "E4 - E4 - E5.21 - -" },
            }),
            expect = { { week = 2, status = "broken", text = "110 % of 12 km" } },
        },
        {
            name = "the limit of a week, before it is filled",
            plan = two(42, "E10 E10 E10 - - - L10", "- - - - - - -"),
            ask = { hook = "limit_week", week = 2 },
            expect = { distance = 4400 },
        },
        {
            name = "a run of unknown distance is not judged, in its week and the next",
            plan = two(20, "E10 - E - - - -", "E10 - E10 - - - -"),
            expect = { { week = 1, status = "not_judged" }, { week = 2, status = "not_judged" } },
        },
        {
            name = "race week is judged",
            plan = two(20, "E10 - E10 - - - -", "race: E10 - E12.01 - - - R42.2"),
            expect = { { week = 2, status = "broken" } },
        },
        {
            name = "a tune-up race of the next week doesn't help this one",
            plan = two(10, "E5 - E6.01 - - - -", "U21.1 - - - - - -"),
            expect = { { week = 1, status = "broken", text = "110 % of 10 km" } },
        },
        {
            name = "nor does one of the last week",
            plan = two(10, "- - - - - - U12", "E13.21 - - - - - -"),
            expect = { { week = 2, status = "broken", text = "110 % of 12 km" } },
        },
        {
            name = "recent_peak sees the fourth week back",
            plan = plans.build({
                recent = { 50, 10, 10 },
                weeks = { "E5 - - - - - -", "- - - - - - -" },
            }),
            settings = { compare_with = "recent_peak" },
            ask = { hook = "limit_week", week = 2 },
            expect = { distance = 5500 },
        },
        {
            name = "recent_peak sees the week before",
            plan = plans.build({
                recent = { 10, 10 },
                weeks = { "E50 - - - - - -", "- - - - - - -" },
            }),
            settings = { compare_with = "recent_peak" },
            ask = { hook = "limit_week", week = 2 },
            expect = { distance = 5500 },
        },
        {
            name = "a run of a fifth missing: the week counts as whole",
            plan = away({ FULL, "- E8 E8 - - E8 E9.6", EMPTY }, { "2027-01-14" }),
            ask = { hook = "limit_week", week = 3 },
            expect = { distance = 4620 }, -- 33.6 km of four runs are 42 of five
        },
        {
            name = "more missing: no more than the level before",
            plan = away({ FULL, "- E8 E8 E10.4 - - -", EMPTY }, { "2027-01-16..2027-01-17" }),
            ask = { hook = "limit_week", week = 3 },
            expect = { distance = 4400 },
        },
        {
            name = "nor than the week would have been",
            plan = away({ FULL, "- E6 E6 E6 - - -", EMPTY }, { "2027-01-16..2027-01-17" }),
            ask = { hook = "limit_week", week = 3 },
            expect = { distance = 3300 },
        },
        {
            name = "the level is the larger of two whole weeks",
            plan = away({
                FULL,
                "- E6 E6 E6 - E6 E6",
                "- E8 E8 E10.4 - - -",
                EMPTY,
            }, { "2027-01-23..2027-01-24" }),
            ask = { hook = "limit_week", week = 4 },
            expect = { distance = 4400 },
        },
        {
            name = "on the way back its steps hold alone",
            plan = away({ FULL, EMPTY, EMPTY, EMPTY }, { "2027-01-11..2027-01-17" }),
            ask = { hook = "limit_week", week = 3 },
            expect = { distance = 3600 }, -- 90 %
        },
        {
            name = "and 110 % after it",
            plan = away({ FULL, EMPTY, FULL, FULL, EMPTY }, { "2027-01-11..2027-01-17" }),
            ask = { hook = "limit_week", week = 5 },
            expect = { distance = 4400 },
        },
        {
            name = "after a week that a rule of one's own shortened by a fifth it counts as whole",
            plan = plans.build({
                recent = { 40 },
                weeks = { "E40 - - - - - -", "E36 - - - - - -", "- - - - - - -" },
                cuts = { [2] = { by = "my-rule", target = 44 } },
            }),
            ask = { hook = "limit_week", week = 3 },
            expect = { distance = 4840 },
        },
        {
            name = "one shortened by more counts as the highest of four weeks at most",
            plan = plans.build({
                recent = { 40 },
                weeks = { "E40 - - - - - -", "E20 - - - - - -", "- - - - - - -" },
                cuts = { [2] = { by = "my-rule", target = 44 } },
            }),
            ask = { hook = "limit_week", week = 3 },
            expect = { distance = 4400 },
        },
        {
            name = "a mixed week may hold what the mean allows",
            plan = plans.build({ recent = { 5 }, weeks = { "W3 - - - - - E2.5" } }),
            expect = {},
        },
        {
            name = "a tune-up race may be longer in a mixed week",
            plan = plans.build({ recent = { 5 }, weeks = { "- - - - - - U10" } }),
            expect = {},
        },
    },
}
