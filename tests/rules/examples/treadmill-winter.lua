local plans = hillplan.use("plans")

return {
    rule = "treadmill-winter",
    cases = {
        {
            name = "up is possible, and down at the weekend",
            plan = plans.build({ weeks = { "- H8^400v60 - - - D8v300 L14v200" } }),
            expect = {},
        },
        {
            name = "down on a Tuesday is not",
            plan = plans.build({ weeks = { "- D8v61 - - - - -" } }),
            expect = {
                { week = 1, status = "broken", date = "2027-01-05", text = "61 m of descent" },
            },
        },
        {
            name = "winter is over in March",
            plan = plans.build({ start = "2027-03-01", weeks = { "D8v200 - - - - - -" } }),
            expect = {},
        },
        {
            name = "no descent at all",
            plan = plans.build({ weeks = { "- D8v1 - - - - -" } }),
            settings = { descent_m = 0 },
            expect = { { week = 1, status = "broken", date = "2027-01-05" } },
        },
    },
}
