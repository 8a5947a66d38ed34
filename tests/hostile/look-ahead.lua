-- The day itself, before it is filled.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    limit_day = function(day)
        return { distance = { max = #day.sessions, because = "seen" } }
    end,
}
