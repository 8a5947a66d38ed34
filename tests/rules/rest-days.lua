local plans = hillplan.use("plans")

local function build(week, preferences, more)
    return plans.build({ weeks = { week }, week = preferences }, more)
end

return {
    rule = "rest-days",
    cases = {
        {
            name = "the limit of a week, before it is filled",
            plan = build("- - - - - - -"),
            settings = { min = 2 },
            ask = { hook = "limit_week", week = 1 },
            expect = { run_days = 5 },
        },
        { name = "one rest day", plan = build("E8 E8 E8 E8 E8 E8 -"), expect = {} },
        {
            name = "no rest day",
            plan = build("E8 E8 E8 E8 E8 E8 E8"),
            expect = {
                {
                    week = 1,
                    status = "broken",
                    date = "2027-01-04",
                    text = "7 days of running in the week, 6 days of running allowed",
                },
            },
        },
        {
            name = "strength and cross training leave it a day without running",
            plan = build("E8 E8 E8 E8 E8 E8 G&X"),
            expect = {},
        },
        {
            name = "race week has its rest day too",
            plan = build("race: E5 E5 E5 E5 E5 E5 R42.2"),
            expect = { { week = 1, status = "broken", text = "7 days of running" } },
        },
        {
            name = "two runs on a day are one day of running",
            plan = build("E8&E4 E8 E8 E8 E8 E8 -"),
            expect = {},
        },
        {
            name = "four rest days, where the runner wants them",
            plan = build("E8 - E8 - E8 - -"),
            settings = { min = 4 },
            expect = {},
        },
        {
            name = "three are not enough then",
            plan = build("E8 - E8 - E8 - E8"),
            settings = { min = 4 },
            expect = { { week = 1, status = "broken", text = "4 days a week without" } },
        },
        {
            name = "none, where the runner wants none",
            plan = build("E8 E8 E8 E8 E8 E8 E8"),
            settings = { min = 0 },
            expect = {},
        },
        {
            name = "a run on another day than the run days",
            plan = build("E8 - E8 - - - -", { run_days = { "mon", "sun" } }),
            expect = {
                { week = 1, status = "broken", date = "2027-01-06", text = "your run days" },
            },
        },
        {
            name = "strength on another day is fine",
            plan = build("E8 - G - - - E8", { run_days = { "mon", "sun" } }),
            expect = {},
        },
        {
            name = "nothing at all on unavailable days",
            plan = build("E8 - G - - - -", { unavailable = { "2027-01-06" } }),
            expect = { { week = 1, status = "broken", date = "2027-01-06", text = "unavailable" } },
        },
        {
            name = "races go before run days and unavailable days",
            plan = build("- - - U10 - - R42.2", {
                run_days = { "mon" },
                unavailable = { "2027-01-07", "2027-01-10" },
            }),
            expect = {},
        },
        {
            name = "and the plan says so",
            plan = build("- - - - - - R42.2", { unavailable = { "2027-01-10" } }),
            ask = { hook = "advise", week = 1, day = 7 },
            expect = { "unavailable" },
        },
        {
            name = "no word about a race on a run day",
            plan = build("- - - - - - R42.2"),
            ask = { hook = "advise", week = 1, day = 7 },
            expect = {},
        },
        {
            name = "the longest session of a weekday, and of the weekend",
            plan = build(
                "E8@75 - - - - - L12@120",
                { longest_session = { weekday = "1:15", weekend = "2:00" } }
            ),
            expect = {},
        },
        {
            name = "a minute longer",
            plan = build(
                "E8@76 - - - - L12@121 -",
                { longest_session = { weekday = "1:15", weekend = "2:00" } }
            ),
            expect = {
                { week = 1, status = "broken", date = "2027-01-04", text = "75 minutes" },
                { week = 1, status = "broken", date = "2027-01-09", text = "120 minutes" },
            },
        },
        {
            name = "without a race result the first run tells which pace is reckoned with",
            plan = build("- E8 E8 - - - -", { longest_session = { weekday = "1:15" } }),
            ask = { hook = "advise", week = 1, day = 2 },
            expect = { "Times are reckoned at 6:30/km, for want of a race result." },
        },
        {
            name = "and no other",
            plan = build("- E8 E8 - - - -", { longest_session = { weekday = "1:15" } }),
            ask = { hook = "advise", week = 1, day = 3 },
            expect = {},
        },
        {
            name = "nor one whose time has no end",
            plan = build("- E8 E8 - - - -", { longest_session = { weekend = "1:15" } }),
            ask = { hook = "advise", week = 1, day = 2 },
            expect = {},
        },
        {
            name = "the runner's own limits",
            plan = build("E8 E8 - E10 - - L20", { most = 46, longest_run = 20 }),
            expect = {},
        },
        {
            name = "a longer tune-up race takes the whole week",
            plan = build("- - - - - - U50", { most = 46, longest_run = 20 }),
            expect = {},
        },
        {
            name = "and no more",
            plan = build("E8 E8 - E10 - - L20.01", { most = 46, longest_run = 20 }),
            expect = {
                { week = 1, status = "broken", text = "your own limit for a week" },
                { week = 1, status = "broken", text = "your own limit for a run" },
            },
        },
        {
            name = "rest is best after the long run",
            plan = plans.build({ weeks = { "- - - - - - L20", "- - - - - - -" } }),
            ask = { hook = "prefer", week = 2, day = 1 },
            expect = 0,
        },
        {
            name = "running then is worse",
            plan = plans.build({ weeks = { "- - - - - - L20", "E5 - - - - - -" } }),
            ask = { hook = "prefer", week = 2, day = 1 },
            expect = -40,
        },
    },
}
