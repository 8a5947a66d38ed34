local plans = hillplan.use("plans")

return {
    rule = "easy-share",
    cases = {
        {
            name = "80 % of the minutes are easy",
            plan = plans.build({ weeks = { "E10@60 - E10@60 T5@30 - - -" } }),
            expect = {},
        },
        {
            name = "fewer",
            plan = plans.build({ weeks = { "E10@60 - E10@59 T5@30 - - -" } }),
            expect = {
                { week = 1, status = "broken", text = "30 of 149 minutes are not easy" },
            },
        },
        {
            name = "moderate running is not easy",
            plan = plans.build({ weeks = { "E10@60 - E10@59 E5@30~ - - -" } }),
            expect = { { week = 1, status = "broken" } },
        },
        {
            name = "only the hard steps of a session count",
            plan = plans.build({ weeks = { "I10@60x6/120/120 - - - - - -" } }),
            expect = {},
        },
        {
            name = "a second too many of hard steps",
            plan = plans.build({ weeks = { "I10@60x6/121/120 - - - - - -" } }),
            expect = { { week = 1, status = "broken", text = "12 of 60 minutes" } },
        },
        {
            name = "90 %, where the runner wants that",
            plan = plans.build({ weeks = { "E10@60 - E10@60 T5@30 - - -" } }),
            settings = { share = 90 },
            expect = { { week = 1, status = "broken", text = "at least 90 %" } },
        },
        {
            name = "tune-up races are left out, of what is hard",
            plan = plans.build({ weeks = { "E10@60 - - - - - U5@16" } }),
            expect = {},
        },
        {
            name = "and of all the minutes",
            plan = plans.build({ weeks = { "E10@60 - E10@59 T5@30 - - U5@16" } }),
            expect = { { week = 1, status = "broken", text = "30 of 149 minutes" } },
        },
        {
            name = "the goal race is exempt",
            plan = plans.build({ weeks = { "race: E10@60 - - - - - R42.2@240" } }),
            expect = {},
        },
    },
}
