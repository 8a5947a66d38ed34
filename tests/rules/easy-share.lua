local plans = hillplan.use("plans")

-- A run of 10 km and an hour, 3 km of it hard at a pace.
local function three_km_at(pace)
    local plan = plans.build({ weeks = { "I10@60 - - - - - -" } })
    local run = plan.weeks[1].days[1].sessions[1]
    run.steps = {
        { kind = "warm_up", effort = "easy", duration_s = 1800 },
        { kind = "run", effort = "hard", distance_m = 3000, pace = { pace, pace } },
    }
    return plan
end

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
            name = "steps by distance take the time of their pace",
            plan = three_km_at(240),
            expect = {},
        },
        {
            name = "a second a km slower is too much",
            plan = three_km_at(241),
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
