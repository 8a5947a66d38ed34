return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "A wish that looks like a limit.",
    wish_week = function()
        return { climb_m = { max = 300, because = "x" } }
    end,
}
