-- So much climb and descent a week and no more: for those with a mountain, or with a knee.
-- {rule: vert-budget, setting: climb_m, value: 2500}

return {
    api = 1,
    id = "vert-budget",
    title = "A budget of climb and descent",
    level = "must",
    why = "Metres up and down are a load of their own, beside the kilometres.",

    settings = {
        climb_m = { default = 1200, min = 0, max = 10000, unit = "m", help = "up in a week" },
        descent_m = { default = 900, min = 0, max = 10000, unit = "m", help = "down in a week" },
    },

    limit_week = function(_, _, set)
        return {
            climb_m = { max = set.climb_m, because = "the week's budget of climb" },
            descent_m = { max = set.descent_m, because = "the week's budget of descent" },
        }
    end,
}
