local plans = hillplan.use("plans")

return {
    rule = "return-after-injury",
    cases = {
        {
            name = "ten kilometres are allowed",
            plan = plans.build({ weeks = { "- E10 - D5v100~ - - E10" } }),
            expect = {},
        },
        {
            name = "a hundredth more is not",
            plan = plans.build({ weeks = { "- E10.01 - - - - -" } }),
            expect = {
                { week = 1, status = "broken", date = "2027-01-05", text = "10 km allowed" },
            },
        },
        {
            name = "nor is a metre more of descent",
            plan = plans.build({ weeks = { "- D5v101~ - - - - -" } }),
            expect = { { week = 1, status = "broken", text = "101 m of descent" } },
        },
        {
            name = "nor anything hard",
            plan = plans.build({ weeks = { "- T8 - - - - -" } }),
            expect = { { week = 1, status = "broken", text = "1 hard day" } },
        },
        {
            name = "two weeks are over in the third",
            plan = plans.build({
                weeks = { "- E5 - - - - -", "- E5 - - - - -", "- T12 - - - - -" },
            }),
            settings = { weeks = 2 },
            expect = {},
        },
    },
}
