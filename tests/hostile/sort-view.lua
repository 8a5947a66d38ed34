-- Sorting a list of the plan in place.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        table.sort(plan.days, function() return true end)
    end,
}
