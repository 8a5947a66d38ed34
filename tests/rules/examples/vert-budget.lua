local plans = hillplan.use("plans")

return {
    rule = "vert-budget",
    cases = {
        {
            name = "the budget may be used up",
            plan = plans.build({ weeks = { "- H8^600v500 - - - L20^600v400 -" } }),
            expect = {},
        },
        {
            name = "a metre up more is too much",
            plan = plans.build({ weeks = { "- H8^600 - - - L20^601 -" } }),
            expect = { { week = 1, status = "broken", text = "1201 m of climb" } },
        },
        {
            name = "a metre down, too",
            plan = plans.build({ weeks = { "- D8v500 - - - L20v401 -" } }),
            expect = { { week = 1, status = "broken", text = "901 m of descent" } },
        },
        {
            name = "a budget of one's own",
            plan = plans.build({ weeks = { "- H8^301 - - - - -" } }),
            settings = { climb_m = 300 },
            expect = { { week = 1, status = "broken", text = "300 m of climb allowed" } },
        },
    },
}
