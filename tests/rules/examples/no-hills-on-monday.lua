local plans = hillplan.use("plans")

return {
    rule = "no-hills-on-monday",
    cases = {
        {
            name = "flat and rolling runs are for Mondays",
            plan = plans.build({ weeks = { "E8&E8=rolling H8 - D8v110 - - -" } }),
            expect = {},
        },
        {
            name = "hilly ground is not",
            plan = plans.build({ weeks = { "E8=hilly - - - - - -" } }),
            expect = {
                { week = 1, status = "broken", date = "2027-01-04", text = "on a Monday" },
            },
        },
        {
            name = "nor are hill repeats on a bridge, called flat",
            plan = plans.build({ weeks = { "- - - - - - -", "H8=flat - - - - - -" } }),
            expect = { { week = 2, status = "broken", date = "2027-01-11" } },
        },
        {
            name = "a Monday in a week that starts on Sunday",
            plan = plans.build({ start = "2027-01-03", weeks = { "D8v110 D8v110 - - - - -" } }),
            expect = { { week = 1, status = "broken", date = "2027-01-04" } },
        },
        {
            name = "strength training has no hills",
            plan = plans.build({ weeks = { "G - - - - - -" } }),
            expect = {},
        },
    },
}
