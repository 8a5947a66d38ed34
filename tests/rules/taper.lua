local plans = hillplan.use("plans")

local FULL = "E20 E20 E20 - - - L40" -- 100 km
local EIGHTY_FIVE = "taper: E20 E20 E20 E10 - - E15"
local MARATHON = "R42.2" -- on a Sunday

local function build(weeks, more)
    return plans.build({ recent = { 80, 81 }, weeks = weeks }, more)
end

local EMPTY = "- - - - - - -"

return {
    rule = "taper",
    cases = {
        {
            name = "marathon: 75, 60 and 40 % of the peak",
            plan = build({
                FULL,
                "taper: E25 E25 E25 - - - -",
                "taper: E20 E20 E20 - - - -",
                "race: E20 E20 - - - - " .. MARATHON,
            }),
            expect = {},
        },
        {
            name = "marathon: no more",
            plan = build({
                FULL,
                "taper: E25 E25 E25.01 - - - -",
                "taper: E20 E20 E20.01 - - - -",
                "race: E20 E10.01 E10 - - - " .. MARATHON,
            }),
            expect = {
                { week = 2, status = "broken", text = "75 % of the peak of 100 km" },
                { week = 3, status = "broken", text = "60 %" },
                { week = 4, status = "broken", text = "40 %" },
            },
        },
        {
            name = "half marathon: 70 and 45 %",
            plan = build({
                FULL,
                FULL,
                "taper: E25 E25 E20.01 - - - -",
                "race: E20 E20 E5.01 - - - R21.1",
            }),
            expect = {
                { week = 3, status = "broken", text = "70 %" },
                { week = 4, status = "broken", text = "45 %" },
            },
        },
        {
            name = "10 km: the week before race week 85 %, race week 70 %",
            plan = build({ FULL, EIGHTY_FIVE, "race: E20 E20 E15 E15 - - R10" }),
            expect = {},
        },
        {
            name = "10 km: no more",
            plan = build({
                FULL,
                "taper: E20 E20 E20 E10.01 - - E15",
                "race: E20 E20 E15.01 E15 - - R10",
            }),
            expect = {
                { week = 2, status = "broken", text = "85 % of the peak of 100 km" },
                { week = 3, status = "broken", text = "70 %" },
            },
        },
        {
            name = "with days off, a week's share",
            plan = build({ FULL, EIGHTY_FIVE, "race: - - - - - - R10" }, {
                week = {
                    run_days = { "tue", "wed", "thu", "sat", "sun" },
                    unavailable = { "2027-01-12" },
                },
            }),
            ask = { hook = "limit_week", week = 2 },
            expect = { distance = 6800 },
        },
        {
            name = "weeks before 29 days off are no peak",
            plan = build(plans.join({ FULL }, plans.times(4, EMPTY), {
                "E20 - - - - - L20",
                "taper: - - - - - - -",
                "race: - - - - - - R10",
            }), { week = { unavailable = { "2027-01-10..2027-02-07" } } }),
            ask = { hook = "limit_week", week = 7 },
            expect = { distance = 3400 },
        },
        {
            name = "before 28 they are",
            plan = build(plans.join({ FULL }, plans.times(4, EMPTY), {
                "E20 - - - - - L20",
                "taper: - - - - - - -",
                "race: - - - - - - R10",
            }), { week = { unavailable = { "2027-01-11..2027-02-07" } } }),
            ask = { hook = "limit_week", week = 7 },
            expect = { distance = 8500 },
        },
        {
            name = "the peak is the largest week before the taper, not the last",
            plan = build({
                FULL,
                "E20 E20 - - - - L20",
                EIGHTY_FIVE,
                "race: E20 E20 E15 E15 - - R10",
            }),
            expect = {},
        },
        {
            name = "without a week before the taper, the mean of the recent ones",
            plan = build({
                "taper: E20 E20 E20 - - - -",
                "race: E11 E11 E10.2 - - - " .. MARATHON,
            }),
            expect = {
                { week = 1, status = "broken", text = "60 % of the peak of 80.5 km" },
            },
        },
        {
            name = "a race on Thursday: half of race week",
            plan = build({ FULL, EIGHTY_FIVE, "race: E20 E15 - R10 - - -" }),
            expect = {},
        },
        {
            name = "a race on Thursday: no more",
            plan = build({ FULL, EIGHTY_FIVE, "race: E20 E15.01 - R10 - - -" }),
            expect = { { week = 3, status = "broken", text = "for 3 of 6 days" } },
        },
        {
            name = "a race on Wednesday: the taper starts a week earlier",
            plan = build({
                FULL,
                "taper: E20 E20 E20 E10.01 - - E15",
                "taper: E20 E20 E20 E10.01 - - -",
                "race: E20 E3.34 R10 - - - -",
            }),
            expect = {
                { week = 2, status = "broken", text = "85 %" },
                { week = 3, status = "broken", text = "70 %" },
                { week = 4, status = "broken", text = "for 2 of 6 days" },
            },
        },
        {
            name = "a marathon on Monday: all three shares come before race week",
            plan = build({
                FULL,
                "taper: E25 E25 E25.01 - - - -",
                "taper: E20 E20 E20.01 - - - -",
                "taper: E20 E10 E10.01 - - - -",
                "race: R42.2 - - - - - -",
            }),
            expect = {
                { week = 2, status = "broken", text = "75 %" },
                { week = 3, status = "broken", text = "60 %" },
                { week = 4, status = "broken", text = "40 %" },
            },
        },
        {
            name = "5 km are always allowed in race week",
            plan = build({
                FULL,
                "taper: E20 - - - - - -",
                "taper: E11 - - - - - -",
                "race: E5 R10 - - - - -",
            }),
            expect = {},
        },
        {
            name = "5 km in race week, and no more",
            plan = build(
                { "taper: E2 - - - - - -", "race: E3 - E2.01 R10 - - -" },
                { recent = { 10 } }
            ),
            expect = { { week = 2, status = "broken", text = "5 km in race week" } },
        },
        {
            name = "a tune-up race alone may exceed it",
            plan = build(
                { "taper: - - - - - - U21.1", "race: - - - - - - R42.2" },
                { recent = { 20 } }
            ),
            expect = {},
        },
        {
            name = "a tune-up race with another run may not",
            plan = build(
                { "taper: E1 - - - - - U21.1", "race: - - - - - - R42.2" },
                { recent = { 20 } }
            ),
            expect = { { week = 1, status = "broken", text = "as the only run" } },
        },
        {
            name = "no hard session in the last three days",
            plan = build({ FULL, EIGHTY_FIVE, "race: - - - T8 - - R10" }),
            expect = {
                {
                    week = 3,
                    status = "broken",
                    date = "2027-01-21",
                    text = "with 3 days to the race",
                },
            },
        },
        {
            name = "four days before is well",
            plan = build({ FULL, EIGHTY_FIVE, "race: - - T8 - - - R10" }),
            expect = {},
        },
        {
            name = "no hard session in the last three days, over the edge of a week",
            plan = build({ FULL, EIGHTY_FIVE, "taper: - - - - - T8 -", "race: - R10 - - - - -" }),
            expect = { { week = 3, status = "broken", date = "2027-01-23" } },
        },
        {
            name = "5 km easy on the day before",
            plan = build({ FULL, EIGHTY_FIVE, "race: - - - - - E5 R10" }),
            expect = {},
        },
        {
            name = "no more than 5 km on the day before",
            plan = build({ FULL, EIGHTY_FIVE, "race: - - - - - E5.01 R10" }),
            expect = { { week = 3, status = "broken", date = "2027-01-23", text = "5 km" } },
        },
        {
            name = "flat on the day before",
            plan = build({ FULL, EIGHTY_FIVE, "race: - - - - - E5^51v50 R10" }),
            expect = { { week = 3, status = "broken", text = "only flat running" } },
        },
        {
            name = "easy on the day before",
            plan = build({ FULL, EIGHTY_FIVE, "race: - - - - - E5~ R10" }),
            expect = { { week = 3, status = "broken", text = "only easy running" } },
        },
        {
            name = "8 days before, 20 km are enough",
            plan = build({ FULL, "taper: - - - - - L20.01 L20.01", "race: - - - - - - R10" }),
            expect = {
                { week = 2, status = "broken", date = "2027-01-16", text = "the last 8 days" },
                { week = 2, status = "broken", date = "2027-01-17", text = "at most 20 km" },
            },
        },
        {
            name = "9 days before, they need not be",
            plan = build({ FULL, "taper: - - - - L20.01 - -", "race: - - - - - - R10" }),
            expect = {},
        },
        {
            name = "nor more than 65 % of the longest run of 60 days before a half or less",
            plan = build({ "- - - - - - L30", "taper: - - - - - - -", "race: - - - - - - R10" }),
            ask = { hook = "limit_day", week = 2, day = 7 },
            expect = { distance = 1950 },
        },
        {
            name = "55 % before a marathon",
            plan = build({ "- - - - - - L30", "taper: - - - - - - -", "race: - - - - - - R42.2" }),
            ask = { hook = "limit_day", week = 2, day = 7 },
            expect = { distance = 1650 },
        },
        {
            name = "runs of 5 km are free",
            plan = build({ "E7 - - - - - L7", "taper: - - - - - - -", "race: - - - - - - R10" }, {
                recent = { 10 },
            }),
            ask = { hook = "limit_day", week = 3, day = 1 },
            expect = { distance = 500 },
        },
        {
            name = "the runs of race week get shorter towards the race",
            plan = build({ FULL, EIGHTY_FIVE, "race: E8 - E8 - - - R10" }),
            ask = { hook = "prefer", week = 3, day = 3 },
            expect = 0,
        },
        {
            name = "a longer one costs a point",
            plan = build({ FULL, EIGHTY_FIVE, "race: E8 - E8.01 - - - R10" }),
            ask = { hook = "prefer", week = 3, day = 3 },
            expect = -1,
        },
        {
            name = "race pace three days before the race is late",
            plan = build({ FULL, EIGHTY_FIVE, "race: E8 - - P5 - - R10" }),
            ask = { hook = "prefer", week = 3, day = 4 },
            expect = -20,
        },
        {
            name = "race pace four days before",
            plan = build({ FULL, EIGHTY_FIVE, "race: E8 - P5 - - - R10" }),
            ask = { hook = "prefer", week = 3, day = 3 },
            expect = 0,
        },
        {
            name = "the limits of the day before",
            plan = build({ FULL, "race: - - - - - - R10" }),
            ask = { hook = "limit_day", week = 2, day = 6 },
            expect = { distance = 500, climb_m = 299, descent_m = 299 },
        },
        {
            name = "the limit of race week, before it is filled",
            plan = build({ FULL, EIGHTY_FIVE, "race: - - - - R10 - -" }),
            ask = { hook = "limit_week", week = 3 },
            expect = { distance = 4666 },
        },
        {
            name = "an ultra tapers like a marathon",
            plan = build({
                FULL,
                "taper: E25 E25 E25.01 - - - -",
                "taper: E20 E20 E20.01 - - - -",
                "race: E20 E10.01 E10 - - - R50",
            }),
            expect = {
                { week = 2, status = "broken", text = "75 %" },
                { week = 3, status = "broken", text = "60 %" },
                { week = 4, status = "broken", text = "40 %" },
            },
        },
        {
            name = "an ultra holds as much",
            plan = build({
                FULL,
                "taper: E25 E25 E25 - - - -",
                "taper: E20 E20 E20 - - - -",
                "race: E20 E20 - - - - R50",
            }),
            expect = {},
        },
    },
}
