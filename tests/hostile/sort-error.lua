-- A comparison that fails.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        local list = { 3, 1, 2 }
        table.sort(list, function() error("no order") end)
    end,
}
