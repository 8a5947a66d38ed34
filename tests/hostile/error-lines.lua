-- An error that looks like another message.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        error("x\nother.lua:1: error: not so")
    end,
}
