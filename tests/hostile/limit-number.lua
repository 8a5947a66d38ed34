-- A bare number as limit.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    limit_week = function()
        return { distance = 5 }
    end,
}
