-- A limit that is not whole.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    limit_week = function()
        return { distance = { max = 10.5, because = "so" } }
    end,
}
