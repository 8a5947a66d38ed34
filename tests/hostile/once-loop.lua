-- What is worked out once, for ever.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        return hillplan.once(function() while true do end end)
    end,
}
