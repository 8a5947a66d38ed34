local plans = hillplan.use("plans")

local AWAY = { "2027-01-12..2027-01-17" } -- Tuesday to Sunday of week 2

return {
    rule = "rolling-load",
    cases = {
        {
            name = "120 % of the larger week, over the edge",
            plan = plans.build({
                weeks = { "- - - - E10 E20 L20", "E10 - - - E10 E10 L20" },
            }),
            expect = {},
        },
        {
            name = "more than 120 %",
            plan = plans.build({
                weeks = { "- - - - E10 E20 L20", "E10.01 - - - E10 E10 L19.99" },
            }),
            expect = {
                {
                    week = 2,
                    status = "broken",
                    text = "60.01 km in the 7 days to Monday; at most 120 % of 50 km",
                },
            },
        },
        {
            name = "a week with days off counts as if it were whole",
            plan = plans.build({
                weeks = { "E10 - - E10 - E10 L20", "L20.01 - - - - - -" }, -- 60.01 to Monday
                week = { run_days = { "mon", "thu", "sat", "sun" }, unavailable = AWAY },
            }),
            expect = {},
        },
        {
            name = "and no more than that",
            plan = plans.build({
                weeks = { "E10 - - E10 - E10 L20", "L20.01 - - - - - -" },
                week = {
                    run_days = { "mon", "thu", "sat", "sun" },
                    unavailable = { "2027-01-17" },
                },
            }),
            expect = { { week = 2, status = "broken", text = "120 % of" } },
        },
        {
            name = "a hidden spike from Sunday to Monday",
            plan = plans.build({
                weeks = { "- - E5 E5 E5 E5 L30", "L30 E5 E5 E5 E5 - -" },
            }),
            expect = { { week = 2, status = "broken", text = "80 km in the 7 days to Monday" } },
        },
        {
            name = "week 1 comes after rest",
            plan = plans.build({ weeks = { "E10 E10 E10 E10 E10 - L30" } }),
            expect = {},
        },
        {
            name = "but for what a log tells of the week before: 50 km to Monday, 48 allowed",
            plan = plans.build({
                weeks = { "E10 E10 E5 E5 - - -" },
                runner = {
                    recent_runs = {
                        { date = "2026-12-30", distance = 10 },
                        { date = "2027-01-03", distance = 30 },
                    },
                },
            }),
            expect = {
                { week = 1, status = "broken", text = "to Monday; at most 120 % of 40 km" },
            },
        },
        {
            name = "the goal race is in no sum",
            plan = plans.build({
                weeks = { "- - - - E10 E10 L20", "race: E5 - - R42.2 - - -" },
            }),
            expect = {},
        },
    },
}
