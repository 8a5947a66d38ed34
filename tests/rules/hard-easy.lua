local plans = hillplan.use("plans")

local function build(week, more)
    return plans.build({ weeks = { week } }, more)
end

return {
    rule = "hard-easy",
    cases = {
        {
            name = "hard and easy days in turn",
            plan = build("E8 T8 E8 I8 - - L12"),
            expect = {},
        },
        {
            name = "two hard days in a row",
            plan = build("E8 T8 I8 E8 - - L12"),
            expect = {
                { week = 1, status = "broken", date = "2027-01-06", text = "day after tempo" },
            },
        },
        {
            name = "work that is moderate, on the day after",
            plan = build("E8 T8 P8~ E8 - - L12"),
            expect = {
                { week = 1, status = "broken", date = "2027-01-06", text = "nothing fast" },
            },
        },
        {
            name = "moderate work twice in a row, over the edge of a week",
            plan = plans.build({ weeks = { "- - - - - - P8~", "H8~ - - - - - -" } }),
            expect = {
                { week = 2, status = "broken", date = "2027-01-11", text = "nothing fast" },
            },
        },
        {
            name = "with a day between them all is well",
            plan = build("E8 P8~ E8 P8~ - - L12"),
            expect = {},
        },
        {
            name = "strides are no work",
            plan = build("E8 T8 S8 - - - L12"),
            expect = {},
        },
        {
            name = "nothing hard on the eve of the long run",
            plan = build("E8 - - - - T8 L12"),
            expect = { { week = 1, status = "broken", date = "2027-01-10", text = "the eve of" } },
        },
        {
            name = "not over the edge of a week either",
            plan = plans.build({ weeks = { "- - - - - - T8", "L12 - - - - - -" } }),
            expect = { { week = 2, status = "broken", date = "2027-01-11", text = "the eve of" } },
        },
        {
            name = "moderate work may stand there",
            plan = build("E8 - - - - P8~ L12"),
            expect = {},
        },
        {
            name = "and a tune-up race, which has its date",
            plan = build("E8 - - - - U10 L12"),
            expect = {},
        },
        {
            name = "an easy long run may follow another",
            plan = build("E8 - - - - L10 L12"),
            expect = {},
        },
        {
            name = "two hard days in a row, over the edge of a week",
            plan = plans.build({ weeks = { "- - - - - - U10", "T8 - - - - - -" } }),
            expect = { { week = 2, status = "broken", date = "2027-01-11" } },
        },
        {
            name = "a hard day after a long run",
            plan = plans.build({ weeks = { "- - - - - - L20", "T8 - - - - - -" } }),
            expect = { { week = 2, status = "broken", text = "the day after a long run" } },
        },
        {
            name = "race pace is no easier then",
            plan = plans.build({ weeks = { "- - - - - - L20", "P8~ - - - - - -" } }),
            expect = { { week = 2, status = "broken", text = "the day after a long run" } },
        },
        {
            name = "strides are",
            plan = plans.build({ weeks = { "- - - - - - L20", "S8 - - - - - -" } }),
            expect = {},
        },
        {
            name = "hard cross training is a hard day",
            plan = build("E14 T14 X! - - - L14"),
            expect = { { week = 1, status = "broken", text = "day after tempo" } },
        },
        {
            name = "two hard sessions on one day are one hard day",
            plan = build("- T8&X! - - - - -"),
            expect = {},
        },
        {
            name = "two hard days in a week of 40 km",
            plan = build("E8 T8 - T8 E4 - L12"),
            expect = {},
        },
        {
            name = "two hard days below 40 km",
            plan = build("E8 T8 - T8 E3.99 - L12"),
            expect = { { week = 1, status = "broken", text = "2 hard days in 39.99 km" } },
        },
        {
            name = "24.8 miles are less than 40 km, 24.86 are not",
            plan = plans.build({
                units = "mi",
                weeks = { "- T8 - T8 - - L8.8", "- T8 - T8 - - L8.86" },
            }),
            expect = { { week = 1, status = "broken" } },
        },
        {
            name = "three hard days are too many",
            plan = build("T12 - T12 - T12 - L12"),
            expect = { { week = 1, status = "broken", text = "at most 2 hard days" } },
        },
        {
            name = "three hard days, where the runner wants them",
            plan = build("T12 - T12 - T12 - L12"),
            settings = { max_hard_days = 3 },
            expect = {},
        },
        {
            name = "no hard days, where the runner wants none",
            plan = build("T8 - - - - - -"),
            settings = { max_hard_days = 0 },
            expect = { { week = 1, status = "broken" } },
        },
        {
            name = "a tune-up race is a hard day",
            plan = build("- T8 - - - - U10"),
            expect = { { week = 1, status = "broken", text = "2 hard days" } },
        },
        {
            name = "the goal race is exempt",
            plan = build("race: E5 - T8 - - L5 R42.2"),
            expect = {},
        },
        {
            name = "a hard session on the runner's day for it, three days after the last one",
            plan = plans.build({
                weeks = { "- - - - - - T8", "- - T8 - - - -" },
                week = { quality = { "wed" } },
            }),
            ask = { hook = "prefer", week = 2, day = 3 },
            expect = 0,
        },
        {
            name = "another day is worse, and closer",
            plan = plans.build({
                weeks = { "- - - - - - T8", "- T8 - - - - -" },
                week = { quality = { "wed" } },
            }),
            ask = { hook = "prefer", week = 2, day = 2 },
            expect = -150 - 15 - 3,
        },
        {
            name = "two days after a long run that is easy",
            plan = plans.build({ weeks = { "- - - - - - L20", "- T8 - - - - -" } }),
            ask = { hook = "prefer", week = 2, day = 2 },
            expect = -15,
        },
        {
            name = "the day after a long run is the worst for a hard one",
            plan = plans.build({ weeks = { "- - - - - - L20", "T8 - - - - - -" } }),
            ask = { hook = "prefer", week = 2, day = 1 },
            expect = -2 * 15,
        },
        {
            name = "a long run on the day after work that is moderate",
            plan = plans.build({ weeks = { "- - - - - P8~ L20" } }),
            ask = { hook = "prefer", week = 1, day = 7 },
            expect = -2 * 15 - 40,
        },
    },
}
