-- A reason of facts that do not end.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        return false, ("{"):rep(400)
    end,
}
