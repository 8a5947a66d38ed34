-- A gigabyte by format.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        return false, string.format("%999999999d", 1)
    end,
}
