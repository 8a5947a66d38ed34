-- A reason of 64 kB.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        return false, string.rep("€", 20000)
    end,
}
