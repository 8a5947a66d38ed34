local plans = hillplan.use("plans")

local function build(week)
    return plans.build({ weeks = { week } })
end

return {
    rule = "drills",
    cases = {
        { name = "beside strides", plan = build("E8 - S8&C - - - L12"), expect = {} },
        { name = "before a hard run", plan = build("E8 - C&T8 - - - L12"), expect = {} },
        { name = "before hill sprints", plan = build("E8 - H8~&C - - - L12"), expect = {} },
        {
            name = "beside strength and strides",
            plan = build("E8 - S8&C&G - - - L12"),
            expect = {},
        },
        {
            name = "on a rest day",
            plan = build("E8 - S8 C - - L12"),
            expect = {
                { week = 1, status = "broken", date = "2027-01-07", text = "drills go with" },
            },
        },
        {
            name = "beside an easy run",
            plan = build("E8&C - S8 - - - L12"),
            expect = { { week = 1, status = "broken", date = "2027-01-04" } },
        },
        {
            name = "beside a long run, be it hard",
            plan = build("E8 - S8 - - - L12!&C"),
            expect = { { week = 1, status = "broken", date = "2027-01-10" } },
        },
        {
            name = "beside downhill repeats",
            plan = build("E8 - D8v110&C - - - L12"),
            expect = { { week = 1, status = "broken", date = "2027-01-06" } },
        },
        {
            name = "beside a tune-up race",
            plan = build("E8 - S8 - - - U10&C"),
            expect = { { week = 1, status = "broken", date = "2027-01-10" } },
        },
        { name = "none are needed", plan = build("E8 - S8 - - - L12"), expect = {} },
    },
}
