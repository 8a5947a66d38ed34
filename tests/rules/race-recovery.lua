local plans = hillplan.use("plans")

local NOTHING = "- - - - - - -"

-- Weeks after a race that a peak of 40 km and a taper lie before; the race alone is on the last
-- day of its week.
local function after(race, weeks)
    local is_week = race:find(" ", 1, true)
    local race_week = is_week and race or "- - - - - - " .. race
    return plans.build({
        weeks = plans.join(
            { "E8 - E8 - E8 - L16", "taper: " .. NOTHING, "taper: " .. NOTHING },
            { "race: " .. race_week },
            weeks
        ),
        week = { long_run = "sun" },
    })
end

return {
    rule = "race-recovery",
    cases = {
        {
            name = "10 km are 6 miles: hard again on the seventh day",
            plan = plans.build({ weeks = { "race: - - - - - - R10", "E2 - - - - - T2" } }),
            expect = {},
        },
        {
            name = "10 km are 6 miles: not on the sixth",
            plan = plans.build({ weeks = { "race: - - - - - - R10", "E2 - - - - T2 -" } }),
            expect = {
                {
                    week = 2,
                    status = "broken",
                    date = "2027-01-16",
                    text = "the 6 days after the race of Sunday 2027-01-10 are easy; nothing hard",
                },
            },
        },
        {
            name = "a marathon: 26 days",
            plan = plans.build({
                weeks = plans.join(
                    { "race: - - - - - - R42.2" },
                    plans.times(3, NOTHING),
                    { "- - - - T2 T2 -" }
                ),
            }),
            expect = { { week = 5, status = "broken", date = "2027-02-05" } },
        },
        {
            name = "an ultra: 28 days at most",
            plan = plans.build({
                weeks = plans.join(
                    { "race: - - - - - - R100" },
                    plans.times(3, NOTHING),
                    { "- - - - - - L2", "T2 - - - - - -" }
                ),
            }),
            expect = { { week = 5, status = "broken", date = "2027-02-07", text = "long run" } },
        },
        {
            name = "a tune-up half marathon: half of 13 days",
            plan = plans.build({ weeks = { "- - - - - - U21.1", "- - - - - T8 T8" } }),
            expect = { { week = 2, status = "broken", date = "2027-01-16" } },
        },
        {
            name = "a tune-up of 5 km: three days",
            plan = plans.build({ weeks = { "- - - - - - U5", "- - T8 T8 - - -" } }),
            expect = { { week = 2, status = "broken", date = "2027-01-13" } },
        },
        {
            name = "after a marathon 20, 45 and 70 % of the peak",
            plan = after("R42.2", {
                "- - - - E4 - E4",
                "- E4 - E4 E4 - E6",
                "E5 - E5 E5 E5 - E8",
                "E75 - - - - - -",
            }),
            expect = {},
        },
        {
            name = "after a marathon no more",
            plan = after("R42.2", {
                "- - - - E4 - E4.01",
                "- E4 - E4 E4 - E6.01",
                "E5 - E5 E5 E5 - E8.01",
            }),
            expect = {
                { week = 5, status = "broken", text = "20 % of the peak of 40 km" },
                { week = 6, status = "broken", text = "45 %" },
                { week = 7, status = "broken", text = "70 %" },
            },
        },
        {
            name = "after 10 km 75 %",
            plan = after("R10", { "E5 - E5 E5 E6 - E9", "E75 - - - - - -" }),
            expect = {},
        },
        {
            name = "after 10 km no more",
            plan = after("R10", { "E5 - E5 E5 E6.01 - E9" }),
            expect = { { week = 5, status = "broken", text = "75 %" } },
        },
        {
            name = "after a half marathon 45 and 75 %",
            plan = after("R21.1", { "- - E6 - E5 - E6.9", "- E6 - E7 E7 - E9" }),
            expect = {},
        },
        {
            name = "after a half marathon no more",
            plan = after("R21.1", { "- - E6 - E6 - E6.01", "- E7 - E7 E7 - E9.01" }),
            expect = {
                { week = 5, status = "broken", text = "45 %" },
                { week = 6, status = "broken", text = "75 %" },
            },
        },
        {
            name = "after an ultra 10, 30, 50 and 65 %",
            plan = after("R100", {
                "- - - - - - -",
                "- E4 - E4 - - E4.01",
                "- E6 - E4 - E4 E6.01",
                "- E5 E5 E5 E5 - E6.01",
                "- E75 - - - - -",
            }),
            expect = {
                { week = 6, status = "broken", text = "30 %" },
                { week = 7, status = "broken", text = "50 %" },
                { week = 8, status = "broken", text = "65 %" },
            },
        },
        {
            name = "the longest after a marathon: 45 minutes, an hour, 75 minutes",
            plan = after("R42.2", {
                "- - - - E6.92 - -",
                "E9.23 - - - - - -",
                "E11.53 - - - - - -",
            }),
            expect = {},
        },
        {
            name = "the longest after a marathon: no more",
            plan = after("R42.2", {
                "- - - - E6.93 - -",
                "E9.24 - - - - - -",
                "E11.54 - - - - - -",
            }),
            expect = {
                { week = 5, status = "broken", text = "45 minutes" },
                { week = 6, status = "broken", text = "60 minutes" },
                { week = 7, status = "broken", text = "75 minutes" },
            },
        },
        {
            name = "no running on the four days after a marathon",
            plan = after("R42.2", { "- - - E3 - - -" }),
            expect = {
                {
                    week = 5,
                    status = "broken",
                    date = "2027-02-04",
                    text = "no running on the 4 days after the race",
                },
            },
        },
        {
            name = "nor on the seven after an ultra",
            plan = after("R50", { "- - - - - - E3", "E3 - - - - - -" }),
            expect = { { week = 5, status = "broken", date = "2027-02-07", text = "7 days" } },
        },
        {
            name = "two days after a half marathon, and in race week too",
            plan = after("- - - - R21.1 - E3", {}),
            expect = { { week = 4, status = "broken", date = "2027-01-31", text = "2 days" } },
        },
        {
            name = "the day after a short race is for running",
            plan = after("R10", { "E3 - - - - - -" }),
            expect = {},
        },
        {
            name = "at most two, four and five runs in the weeks after a marathon",
            plan = after("R42.2", {
                "- - - - E2 E2 E3",
                "E3 E3 E3 E3 E3 - -",
                "E4 E4 E4 E4 E4 E4 -",
            }),
            expect = {
                { week = 5, status = "broken", text = "at most 2 runs" },
                { week = 6, status = "broken", text = "at most 4 runs" },
                { week = 7, status = "broken", text = "at most 5 runs" },
            },
        },
        {
            name = "the longest of three runs: 45 % of the week",
            plan = after("R21.1", { "- - E3 - E2.5 - E4.5" }),
            expect = {},
        },
        {
            name = "the longest of three runs: no more",
            plan = after("R21.1", { "- - E3 - E2.49 - E4.51" }),
            expect = { { week = 5, status = "broken", text = "45 % of the week's 10 km" } },
        },
        {
            name = "the longest of four runs: 35 %",
            plan = after("R10", { "E3 - E2 - E1.49 - E3.51" }),
            expect = { { week = 5, status = "broken", text = "35 % of the week's 10 km" } },
        },
        {
            name = "the longest of five runs: 30 %",
            plan = after("R10", { "E2 - E2 - E1 E1.99 E3.01" }),
            expect = { { week = 5, status = "broken", text = "30 % of the week's 10 km" } },
        },
        {
            name = "a longer run is wished for on the day of the long run",
            plan = after("R10", { "E3 - E2 - E2 - E3" }),
            ask = { hook = "prefer", week = 5, day = 7 },
            expect = 0,
        },
        {
            name = "a shorter one is not",
            plan = after("R10", { "E3.01 - E2 - E2 - E3" }),
            ask = { hook = "prefer", week = 5, day = 7 },
            expect = -400,
        },
        {
            name = "runs are wished for on days apart",
            plan = after("R10", { "E3 E3 E2 - E2 - E3" }),
            ask = { hook = "prefer", week = 5, day = 2 },
            expect = -10,
        },
        {
            name = "the easy long run on the day after a tune-up race of 10 km",
            plan = plans.build({ weeks = { "- - - - - U10 L16" } }),
            expect = {},
        },
        {
            name = "not two days after it",
            plan = plans.build({ weeks = { "- - - - U10 - L16" } }),
            expect = { { week = 1, status = "broken", date = "2027-01-10", text = "long run" } },
        },
        {
            name = "nor one that ends fast",
            plan = plans.build({ weeks = { "- - - - - U10 L16~" } }),
            expect = { { week = 1, status = "broken", date = "2027-01-10" } },
        },
        {
            name = "nor after a longer race",
            plan = plans.build({ weeks = { "- - - - - U10.01 L16" } }),
            expect = { { week = 1, status = "broken", date = "2027-01-10" } },
        },
        {
            name = "the goal race after a tune-up is exempt",
            plan = plans.build({ weeks = { "race: - - - - U10 - R42.2" } }),
            expect = {},
        },
        {
            name = "no hills while recovering",
            plan = plans.build({ weeks = { "race: - - - - - - R10", NOTHING } }),
            ask = { hook = "limit_day", week = 2, day = 1 },
            expect = { distance = 1153, climb_m = 299, descent_m = 299 },
        },
        {
            name = "8 km are 4.97 miles: 5 days",
            plan = plans.build({ weeks = { "race: - - - - - - R8", "- - - - T2 T2 -" } }),
            expect = { { week = 2, status = "broken", date = "2027-01-15" } },
        },
    },
}
