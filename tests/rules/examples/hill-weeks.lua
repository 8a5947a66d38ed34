local plans = hillplan.use("plans")

local plan = plans.build({ weeks = {
    "peak: - E8 - - - - L14",
    "peak: - E8 - - - - L14",
    "lighter: - E8 - - - - L12",
} })

return {
    rule = "hill-weeks",
    cases = {
        {
            name = "climb in a week with an odd number",
            plan = plan,
            ask = { hook = "wish_week", week = 1 },
            expect = { climb_m = 300 },
        },
        {
            name = "an uphill session in one with an even number",
            plan = plan,
            ask = { hook = "wish_week", week = 2 },
            expect = { climb_m = 300, session = "uphill" },
        },
        {
            name = "as much climb as is set",
            plan = plan,
            settings = { climb_m = 500 },
            ask = { hook = "wish_week", week = 1 },
            expect = { climb_m = 500 },
        },
        {
            name = "nothing in a lighter week",
            plan = plan,
            ask = { hook = "wish_week", week = 3 },
            expect = {},
        },
        {
            name = "a wish is never broken",
            plan = plan,
            expect = {},
        },
    },
}
