-- What a week aims at, before its limits are known.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    limit_week = function(week)
        return { climb_m = { max = week.target, because = "so far, so high" } }
    end,
}
