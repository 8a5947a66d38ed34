-- A name that no view has.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        return hillplan.known(day, ("x"):rep(60000))
    end,
}
