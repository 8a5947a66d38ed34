-- A message that would write to the terminal.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        error("\27[2J\255 cleared\n", 0)
    end,
}
