return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "A wish for a part of a metre.",
    wish_week = function()
        return { climb_m = { min = 0.5, because = "x" } }
    end,
}
