-- A reason that commands a terminal.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        return false, "\27[31mred\27[0m"
    end,
}
