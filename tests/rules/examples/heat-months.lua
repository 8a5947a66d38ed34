local plans = hillplan.use("plans")

return {
    rule = "heat-months",
    cases = {
        {
            name = "two hours in June are enough",
            plan = plans.build({ start = "2027-06-07", weeks = { "- E8 - E6 - - L18@120" } }),
            expect = {},
        },
        {
            name = "a minute more is not",
            plan = plans.build({ start = "2027-06-07", weeks = { "- E8 - E6 - - L18@121" } }),
            expect = { { week = 1, status = "broken", date = "2027-06-13", text = "hot months" } },
        },
        {
            name = "on 31 May it is not yet hot, and on 1 June it is",
            plan = plans.build({ start = "2027-05-31", weeks = { "L20@130 L20@130 - - - - -" } }),
            expect = { { week = 1, status = "broken", date = "2027-06-01" } },
        },
        {
            name = "in the south summer goes over the end of the year",
            plan = plans.build({ weeks = { "- - - - - - L20@130" } }),
            settings = { first_month = 12, last_month = 2 },
            expect = { { week = 1, status = "broken", date = "2027-01-10" } },
        },
        {
            name = "hot days have a note",
            plan = plans.build({ start = "2027-06-07", weeks = { "- E8 - E6 - - L18" } }),
            ask = { hook = "advise", week = 1, day = 2 },
            expect = { "before eight" },
        },
    },
}
