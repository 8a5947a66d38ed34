local plans = hillplan.use("plans")

local FULL = "E10 E10 - T10 - - L20"

local function build(weeks, more)
    return plans.build({ recent = { 50 }, weeks = weeks }, more)
end

local function after_full(week)
    return build({ FULL, "lighter: " .. week })
end

return {
    rule = "lighter-weeks",
    cases = {
        {
            name = "three weeks of training and a lighter one",
            plan = build({ FULL, FULL, FULL, "lighter: E10 E10 - E9.5 - - L16", FULL, FULL, FULL }),
            expect = {},
        },
        {
            name = "four weeks of training are one too many",
            plan = build({ FULL, FULL, FULL, FULL }),
            expect = {
                { week = 4, status = "broken", date = "2027-01-25", text = "after 3 such weeks" },
            },
        },
        {
            name = "a hold week is training too",
            plan = build({ FULL, FULL, "hold: " .. FULL, FULL }),
            expect = { { week = 4, status = "broken" } },
        },
        {
            name = "the taper may follow at once",
            plan = build({ FULL, FULL, FULL, "taper: " .. FULL, "race: E5 - - - - - R42.2" }),
            expect = {},
        },
        {
            name = "after a race week the count starts anew",
            plan = build({ FULL, FULL, "race: E5 - - - - - R42.2", FULL, FULL, FULL }),
            expect = {},
        },
        {
            name = "a week with a tune-up race is light enough",
            plan = build({ FULL, FULL, FULL, "E5 - E5 - - - U10", FULL, FULL, FULL }),
            expect = {},
        },
        {
            name = "every third week, where the runner wants that",
            plan = build({ FULL, FULL, FULL }),
            settings = { every = 3 },
            expect = { { week = 3, status = "broken" } },
        },
        {
            name = "91 % of the week before",
            plan = after_full("E10 E10 - E9.5 - - L16"),
            expect = {},
        },
        {
            name = "91 % of the week before, and no more",
            plan = after_full("E10 E10 - E9.51 - - L16"),
            expect = { { week = 2, status = "broken", text = "91 % of the 50 km before" } },
        },
        {
            name = "a lighter first week is held against the recent weeks",
            plan = build(
                { "lighter: E10 E10 - E10 - - L15.51" },
                { runner = { longest_recent_run = 20 } }
            ),
            expect = { { week = 1, status = "broken", text = "91 % of the 50 km" } },
        },
        {
            name = "with recent_peak 75 %",
            plan = after_full("E10 E10 - E5 - - L12.5"),
            settings = { compare_with = "recent_peak" },
            expect = {},
        },
        {
            name = "with recent_peak no more than 75 %",
            plan = after_full("E10 E10 - E5 - - L12.51"),
            settings = { compare_with = "recent_peak" },
            expect = { { week = 2, status = "broken", text = "75 %" } },
        },
        {
            name = "a factor of its own",
            plan = after_full("E10 E10 - E1 - - L12.51"),
            settings = { compare_with = "recent_peak", factor = 67 },
            expect = { { week = 2, status = "broken", text = "67 %" } },
        },
        {
            name = "its long run is 80 % of the last one",
            plan = after_full("E10 E10 - E3 - - L16.01"),
            expect = {
                { week = 2, status = "broken", date = "2027-01-17", text = "long run of 20 km" },
            },
        },
        {
            name = "the last long run may be two weeks old",
            plan = build({ FULL, "E10 E10 E10 - E10 E10 -", "lighter: - - - - - - L16.01" }),
            expect = { { week = 3, status = "broken", text = "20 km" } },
        },
        {
            name = "one hard day fewer",
            plan = build({ "T10 - E10 - T10 - L20", "lighter: T10 - E10 - - - L16" }),
            expect = {},
        },
        {
            name = "as many hard days as before",
            plan = build({ "T10 - E10 - T10 - L20", "lighter: T10 - - - T10 - L16" }),
            expect = { { week = 2, status = "broken", text = "one hard day fewer than the 2" } },
        },
        {
            name = "one hard day stays",
            plan = after_full("E10 E10 - T8 - - L16"),
            expect = {},
        },
        {
            name = "after one hard day no more than one",
            plan = after_full("E8 T8 - T8 - - L16"),
            expect = { { week = 2, status = "broken", text = "one hard day at most" } },
        },
        {
            name = "after a week with days off, held against what that would have been",
            plan = build(
                { "E10 E10 - E10 - - L20", "- - - - - - L18", "lighter: - - - - - - -" },
                { week = { run_days = { "tue", "thu", "sun" }, unavailable = { "2027-01-12" } } }
            ),
            ask = { hook = "limit_week", week = 3 },
            expect = { distance = 2457, hard_days = 1 }, -- 91 % of 18 km for 2 of 3
        },
        {
            name = "with days off, its share",
            plan = build(
                { "E10 E10 - E10 - - L20", "lighter: - - - - - - -" },
                { week = { run_days = { "tue", "thu", "sun" }, unavailable = { "2027-01-12" } } }
            ),
            ask = { hook = "limit_week", week = 2 },
            expect = { distance = 3033, hard_days = 1 },
        },
        {
            name = "after a whole week, against that one",
            plan = build({ "E10 E10 - E10 - - L20", "- - - - - - L18", "lighter: - - - - - - -" }),
            ask = { hook = "limit_week", week = 3 },
            expect = { distance = 1638, hard_days = 1 },
        },
        {
            name = "no downhill session, by kind",
            plan = after_full("E10 D8v110 - - - - L16"),
            expect = {
                { week = 2, status = "broken", date = "2027-01-12", text = "downhill session" },
            },
        },
        {
            name = "no downhill session, by descent",
            plan = after_full("E10 - - - - - L16^10v300"),
            expect = {
                { week = 2, status = "broken", text = "no downhill session" },
                { week = 2, status = "broken", text = "no downhill session in" },
            },
        },
        {
            name = "the limits of its days",
            plan = after_full("- - - - - - -"),
            ask = { hook = "limit_day", week = 2, day = 1 },
            expect = { distance = 1600, descent_m = 299 },
        },
        {
            name = "the limits of the week",
            plan = after_full("- - - - - - -"),
            ask = { hook = "limit_week", week = 2 },
            expect = { distance = 4550, hard_days = 1 },
        },
        {
            name = "the last long run may be four weeks old",
            plan = build({
                "- - - - - - L20",
                "E5 - - - - - -",
                "E5 - - - - - -",
                "E5 - - - - - -",
                "lighter: - - - - - - -",
            }),
            ask = { hook = "limit_day", week = 5, day = 7 },
            expect = { distance = 1600, descent_m = 299 },
        },
        {
            name = "without a long run for weeks, runs may be nearly as long as the week before",
            plan = build({
                "- - - - - - L20",
                "E5 - - - - - -",
                "E5 - - - - - -",
                "E5 - - - - - E7",
                "E10 - - - - - E5",
                "lighter: - - - - - - -",
            }),
            ask = { hook = "limit_day", week = 6, day = 7 },
            expect = { distance = 910, descent_m = 299 },
        },
        {
            name = "other runs may be as long as before, the long run may not",
            plan = build({ "E8 E8 - E8 - - L8.5", "lighter: E7.28 E7.28 - E7 - - L7" }),
            expect = { { week = 2, date = "2027-01-17", status = "broken", text = "80 %" } },
        },
    },
}
