local plans = hillplan.use("plans")

local NOTHING = "- - - - - - -"

return {
    rule = "race-recovery",
    cases = {
        {
            name = "10 km are 6 miles: hard again on the seventh day",
            plan = plans.build({ weeks = { "race: - - - - - - R10", "E2 - - - - - T2" } }),
            expect = {},
        },
        {
            name = "10 km are 6 miles: not on the sixth",
            plan = plans.build({ weeks = { "race: - - - - - - R10", "E2 - - - - T2 -" } }),
            expect = {
                {
                    week = 2,
                    status = "broken",
                    date = "2027-01-16",
                    text = "the 6 days after the race of Sunday 2027-01-10 are easy; nothing hard",
                },
            },
        },
        {
            name = "a marathon: 26 days",
            plan = plans.build({
                weeks = plans.join(
                    { "race: - - - - - - R42.2" },
                    plans.times(3, NOTHING),
                    { "- - - - T2 T2 -" }
                ),
            }),
            expect = { { week = 5, status = "broken", date = "2027-02-05" } },
        },
        {
            name = "an ultra: 28 days at most",
            plan = plans.build({
                weeks = plans.join(
                    { "race: - - - - - - R100" },
                    plans.times(3, NOTHING),
                    { "- - - - - - L2", "T2 - - - - - -" }
                ),
            }),
            expect = { { week = 5, status = "broken", date = "2027-02-07", text = "long run" } },
        },
        {
            name = "a tune-up half marathon: half of 13 days",
            plan = plans.build({ weeks = { "- - - - - - U21.1", "- - - - - T8 T8" } }),
            expect = { { week = 2, status = "broken", date = "2027-01-16" } },
        },
        {
            name = "a tune-up of 5 km: three days",
            plan = plans.build({ weeks = { "- - - - - - U5", "- - T8 T8 - - -" } }),
            expect = { { week = 2, status = "broken", date = "2027-01-13" } },
        },
        {
            name = "the weeks after: 25, 50 and 70 % of the peak",
            plan = plans.build({
                weeks = {
                    "E20 - - - E40 - L40",
                    "taper: - - - - - - -",
                    "race: - - - - - - R5",
                    "recovery: E25 - - - - - -",
                    "recovery: E50 - - - - - -",
                    "recovery: E70 - - - - - -",
                    "E100 - - - - - -",
                },
            }),
            expect = {},
        },
        {
            name = "the weeks after: no more",
            plan = plans.build({
                weeks = {
                    "E20 - - - E40 - L40",
                    "taper: - - - - - - -",
                    "race: - - - - - - R5",
                    "recovery: E25.01 - - - - - -",
                    "recovery: E50.01 - - - - - -",
                    "recovery: E70.01 - - - - - -",
                },
            }),
            expect = {
                { week = 4, status = "broken", text = "25 % of the peak of 100 km" },
                { week = 5, status = "broken", text = "50 %" },
                { week = 6, status = "broken", text = "70 %" },
            },
        },
        {
            name = "the easy long run on the day after a tune-up race of 10 km",
            plan = plans.build({ weeks = { "- - - - - U10 L16" } }),
            expect = {},
        },
        {
            name = "not two days after it",
            plan = plans.build({ weeks = { "- - - - U10 - L16" } }),
            expect = { { week = 1, status = "broken", date = "2027-01-10", text = "long run" } },
        },
        {
            name = "nor one that ends fast",
            plan = plans.build({ weeks = { "- - - - - U10 L16~" } }),
            expect = { { week = 1, status = "broken", date = "2027-01-10" } },
        },
        {
            name = "nor after a longer race",
            plan = plans.build({ weeks = { "- - - - - U10.01 L16" } }),
            expect = { { week = 1, status = "broken", date = "2027-01-10" } },
        },
        {
            name = "the goal race after a tune-up is exempt",
            plan = plans.build({ weeks = { "race: - - - - U10 - R42.2" } }),
            expect = {},
        },
        {
            name = "no hills while recovering",
            plan = plans.build({ weeks = { "race: - - - - - - R10", NOTHING } }),
            ask = { hook = "limit_day", week = 2, day = 1 },
            expect = { climb_m = 299, descent_m = 299 },
        },
        {
            name = "8 km are 4.97 miles: 5 days",
            plan = plans.build({ weeks = { "race: - - - - - - R8", "- - - - T2 T2 -" } }),
            expect = { { week = 2, status = "broken", date = "2027-01-15" } },
        },
    },
}
