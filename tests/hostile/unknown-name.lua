-- Files, clocks and chance.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        return os.time() > 0
    end,
}
