local plans = hillplan.use("plans")

-- A week in which the run of 10 km is a medium-long one.
local function build(week, medium_long)
    local plan = plans.build({ weeks = { week } })
    for _, day in ipairs(plan.weeks[1].days) do
        for _, session in ipairs(day.sessions) do
            if session.distance == medium_long then
                session.session = "medium-long"
            end
        end
    end
    return plan
end

local function points(name, week, day, expect)
    return {
        name = name,
        plan = build(week, 10),
        ask = { hook = "prefer", week = 1, day = day },
        expect = expect,
    }
end

-- Of a runner who names Tuesday for doubles.
local function with_doubles(name, week, day, expect)
    local case = points(name, week, day, expect)
    case.plan = plans.build({ weeks = { week }, week = { doubles = { "tue" } } })
    return case
end

return {
    rule = "week-shape",
    cases = {
        points("a short run after something hard", "- T8 E6 - - - -", 3, 0),
        points("a longer one costs two points a kilometre", "- T8 E8.99 - - - -", 3, -5),
        points("it costs 30 at most", "- T8 E30 - - - -", 3, -30),
        points("after a long run likewise", "- L20 E8 - - - -", 3, -4),
        points("after a downhill run likewise", "- D8 E8 - - - -", 3, -4),
        points("after an easy one it costs nothing", "- E8 E8 - - - -", 3, 0),
        points("after a day of rest it costs nothing", "T8 - E8 - - - -", 3, 0),
        points("what is hard itself costs nothing", "- T8 T8 - - - -", 3, 0),
        points("medium-long on the eve of the long run", "- - - - - E10 L20", 7, -25),
        points("medium-long on the day after it", "- L20 E10 - - - -", 3, -25),
        points("medium-long with a day between", "- - - - E10 - L20", 7, 0),
        points("medium-long three days after a race", "- U10 - - E10 - -", 5, -25),
        points("medium-long four days after it", "- U10 - - - E10 -", 6, 0),
        points("something hard on the day after 20 km", "- E20 T8 - - - -", 3, -45),
        points("something hard after less", "- E19.99 T8 - - - -", 3, 0),
        points("strides on the day after a long run", "- L20 S5 - - - -", 3, -20),
        points("strides on the eve of something hard", "- S5 T8 - - - -", 3, -8),
        points("strides on the day after something hard", "- T8 S5 - - - -", 3, -8),
        points("strides two days after it", "- T8 - S5 - - -", 4, 0),
        points("strides on the eve of an easy run", "- S5 E8 - - - -", 3, 0),
        points("strides on a later one", "- L20 - S5 - - -", 4, 0),
        with_doubles("an easy run on a day for doubles", "- E12 - - - - -", 2, 0),
        with_doubles("it costs two points a kilometre elsewhere", "- - E12 - - - -", 3, -24),
        with_doubles("and after something hard both", "- T8 E12 - - - -", 3, -36),
        with_doubles("something hard may be anywhere", "- - T8 - - L20 -", 3, 0),
        points("a rest day costs nothing", "- T8 - - - - -", 3, 0),
    },
}
