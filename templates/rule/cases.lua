-- Small plans, and what the rule must find in them. Run them with
--     hillplan rules test my-rule.cases.lua --rules my-rule.lua
-- scripts/rules/lib/plans.lua explains the notation: "E8" is 8 km easy, "L12" a long run, "-" rest.

local plans = hillplan.use("plans")

return {
    rule = "my-rule",
    cases = {
        {
            name = "ten kilometres on a Friday are allowed",
            plan = plans.build({ weeks = { "- - - - E10 - L16" } }),
            expect = {},
        },
        {
            name = "a hundredth more is not",
            plan = plans.build({ weeks = { "- - - - E10.01 - -" } }),
            expect = {
                { week = 1, status = "broken", date = "2027-01-08", text = "10 km allowed" },
            },
        },
        {
            name = "the setting moves the limit",
            plan = plans.build({ weeks = { "- - - - E12 - -" } }),
            settings = { longest = 12 },
            expect = {},
        },
        {
            name = "a long run is not allowed, however short",
            plan = plans.build({ weeks = { "- - - - L8 - -" } }),
            expect = { { week = 1, status = "broken", text = "a long run on a Friday" } },
        },
    },
}
