-- Keys that have no order.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        for _ in pairs({ [{}] = 1 }) do end
    end,
}
