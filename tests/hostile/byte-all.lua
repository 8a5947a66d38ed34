-- All bytes at once.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        local text = ("x"):rep(60000)
        return text:byte(1, -1) > 0
    end,
}
