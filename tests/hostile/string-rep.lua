-- A gigabyte of text.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        return #string.rep("x", 1000000000) > 0
    end,
}
