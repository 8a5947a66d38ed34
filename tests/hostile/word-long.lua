-- A word that no plan has.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        return day.sessions[1].kind == ("x"):rep(60000)
    end,
}
