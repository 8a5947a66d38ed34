-- A limit that is no number.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    limit_week = function()
        return { distance = { max = 0 / 0, because = "so" } }
    end,
}
