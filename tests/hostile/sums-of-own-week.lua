-- The sums of a week that is being filled: 0 they are not.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    limit_day = function(day)
        return { distance = { max = day.week.distance // 4, because = "a quarter of the week" } }
    end,
}
