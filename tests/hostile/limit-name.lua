-- A limit of something else.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    limit_day = function()
        return { hard_days = { max = 1, because = "so" } }
    end,
}
