-- Sorting what cannot be compared.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        table.sort({ 1, 'x', {} })
    end,
}
