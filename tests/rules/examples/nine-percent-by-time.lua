local plans = hillplan.use("plans")

return {
    rule = "nine-percent-by-time",
    cases = {
        {
            name = "a hundred minutes may become a hundred and nine",
            plan = plans.build({ weeks = { "- E8@100 - - - - -", "- E8@109 - - - - -" } }),
            expect = {},
        },
        {
            name = "not a hundred and ten",
            plan = plans.build({ weeks = { "- E8@100 - - - - -", "- E8@110 - - - - -" } }),
            expect = {
                { week = 2, status = "broken", text = "110 minutes; at most 109 allowed" },
            },
        },
        {
            name = "after a lighter week the weeks before it count",
            plan = plans.build({
                weeks = {
                    "- E8@100 - - - - -",
                    "lighter: - E5@50 - - - - -",
                    "- E8@105 - - - - -",
                },
            }),
            expect = {},
        },
        {
            name = "the planner gets it as a distance at easy pace",
            plan = plans.build({ weeks = { "- E8@65 - - - - -", "- E8 - - - - -" } }),
            ask = { hook = "limit_week", week = 2 },
            expect = { distance = 1090 },
        },
    },
}
