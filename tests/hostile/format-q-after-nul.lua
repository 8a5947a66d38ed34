-- What format quotes is as long as it is.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        return false, ("%d \0 %s"):format(1, "x")
    end,
}
