return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "A reason behind nil, which refuses nothing.",
    allow = function()
        return nil, "never"
    end,
}
