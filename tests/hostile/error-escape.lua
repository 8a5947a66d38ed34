-- An error that commands a terminal.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        error("\27]0;title\7\27[2J")
    end,
}
