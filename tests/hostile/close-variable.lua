-- A variable that acts when it ends.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        local x <close> = day
        return true
    end,
}
