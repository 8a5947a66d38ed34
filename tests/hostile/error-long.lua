-- A message that fills the screen.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        error(string.rep("long ", 10000), 0)
    end,
}
