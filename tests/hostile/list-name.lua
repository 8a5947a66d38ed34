-- A list read like a day.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        return plan.days.first == nil
    end,
}
