return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "A limit with a field that nobody reads.",
    limit_week = function()
        return { distance = { max = 300, min = 200, because = "x" } }
    end,
}
