return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "A wish for what cannot be wished.",
    wish_week = function()
        return { descent_m = { min = 300, because = "x" } }
    end,
}
