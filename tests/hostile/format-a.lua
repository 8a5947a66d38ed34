-- Hexadecimal floats, the same everywhere.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        return false, ("%a"):format(1)
    end,
}
