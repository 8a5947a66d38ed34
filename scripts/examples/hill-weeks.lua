-- Hills where the template has few: a wish for climb, and for an uphill session every other week.
-- {rule: hill-weeks, setting: climb_m, value: 600}

return {
    api = 1,
    id = "hill-weeks",
    title = "Hills in all weeks of training",
    level = "should",
    why = "Strength for the hills of the race comes from hills.",

    settings = {
        climb_m = { default = 300, min = 0, max = 5000, unit = "m", help = "up in a week" },
    },

    wish_week = function(week, _, set)
        if (week.phase ~= "build" and week.phase ~= "peak") or week.kind == "lighter" then
            return nil
        end
        local wishes = { climb_m = { min = set.climb_m, because = "hills in each week" } }
        if week.number % 2 == 0 then
            wishes.session = { kind = "uphill", because = "hills in every second week" }
        end
        return wishes
    end,
}
