return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "A wish for a session that is no run.",
    wish_week = function()
        return { session = { kind = "strength", because = "x" } }
    end,
}
