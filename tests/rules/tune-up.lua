local plans = hillplan.use("plans")

local FIFTY = "E10 E10 - E10 - - L20"
local NOTHING = "- - - - - - -"

local function build(weeks, more)
    local spec = { recent = { 40 }, weeks = weeks, runner = { longest_recent_run = 20 } }
    return plans.build(spec, more)
end

local function in_week(week)
    return build({ FIFTY, week })
end

return {
    rule = "tune-up",
    cases = {
        {
            name = "90 % of the week before, the race in it",
            plan = in_week("E12 E12 - E11 - - U10"),
            expect = {},
        },
        {
            name = "and no more",
            plan = in_week("E12 E12 - E11.01 - - U10"),
            expect = { { week = 2, status = "broken", text = "90 % of the week before" } },
        },
        {
            name = "the race itself may be longer than that",
            plan = build({ "- - - - - - L20", "- - - - - - U21.1" }),
            expect = {},
        },
        {
            name = "in week 1 the recent weeks count",
            plan = build({ "- - - - - - U10" }),
            ask = { hook = "limit_week", week = 1 },
            expect = { distance = 3600 },
        },
        {
            name = "after a week off the level before",
            plan = build(
                { FIFTY, "- - - - - - -", "- - - - - - U10" },
                { week = { unavailable = { "2027-01-11..2027-01-17" } } }
            ),
            ask = { hook = "limit_week", week = 3 },
            expect = { distance = 4500 },
        },
        {
            name = "the taper has limits of its own",
            plan = build({ FIFTY, "taper: - - - - - - U10" }),
            ask = { hook = "limit_week", week = 2 },
            expect = {},
        },
        {
            name = "a week without a race has none",
            plan = build({ FIFTY, NOTHING }),
            ask = { hook = "limit_week", week = 2 },
            expect = {},
        },
        {
            name = "after a race of 20 km 78 % of the week before it",
            plan = build({ FIFTY, "- - - - - - U20", NOTHING }),
            ask = { hook = "limit_week", week = 3 },
            expect = { distance = 3900 },
        },
        {
            name = "and no more",
            plan = build({ FIFTY, "- - - - - - U20", "- E10 E10 E10 - - E9.01" }),
            expect = { { week = 3, status = "broken", text = "78 % of the week before" } },
        },
        {
            name = "a shorter one leaves the week after alone",
            plan = build({ FIFTY, "- - - - - - U19.99", NOTHING }),
            ask = { hook = "limit_week", week = 3 },
            expect = {},
        },
        {
            name = "only the week after it",
            plan = build({ FIFTY, "- - - - - - U34.99", NOTHING, NOTHING }),
            ask = { hook = "limit_week", week = 4 },
            expect = {},
        },
        {
            name = "two weeks after a race of 35 km",
            plan = build({ FIFTY, "- - - - - - U35", NOTHING, NOTHING }),
            ask = { hook = "limit_week", week = 4 },
            expect = { distance = 3900 },
        },
        { name = "6 km on the eve", plan = in_week("- - - - - E6 U10"), expect = {} },
        {
            name = "and no more",
            plan = in_week("- - - - - E6.01 U10"),
            expect = {
                { week = 2, status = "broken", date = "2027-01-16", text = "on the eve of" },
            },
        },
        {
            name = "on the second and third day before 60 % of the longest run",
            plan = in_week("- - - E12 E12 - U10"),
            expect = {},
        },
        {
            name = "and no more",
            plan = in_week("- - - L12.01 E12.01 - U10"),
            expect = {
                { week = 2, status = "broken", date = "2027-01-14", text = "60 % of the longest" },
                { week = 2, status = "broken", date = "2027-01-15", text = "60 % of the longest" },
            },
        },
        { name = "four days before, more", plan = in_week("- - L20 - - - U10"), expect = {} },
        {
            name = "nothing hard on the last two days",
            plan = in_week("- - - T8 T8 - U10"),
            expect = { { week = 2, status = "broken", date = "2027-01-15", text = "with 2 days" } },
        },
        {
            name = "over the edge of a week",
            plan = build({ FIFTY, "- - - - - - T6", "U10 - - - - - -" }),
            expect = {
                { week = 2, status = "broken", date = "2027-01-17", text = "to a tune-up race" },
            },
        },
        { name = "three days before is well", plan = in_week("- - - T8 - - U10"), expect = {} },
        {
            name = "another race may stand there",
            plan = in_week("- - - - - U5 U5"),
            expect = {},
        },
        {
            name = "8 km on the day after a race of more than 10 km",
            plan = in_week("- - - - - U10.01 E8"),
            expect = {},
        },
        {
            name = "and no more",
            plan = in_week("- - - - - U10.01 E8.01"),
            expect = {
                { week = 2, status = "broken", date = "2027-01-17", text = "at most 8 km" },
            },
        },
        {
            name = "the long run after one of 10 km",
            plan = in_week("- - - - - U10 L20"),
            expect = {},
        },
    },
}
