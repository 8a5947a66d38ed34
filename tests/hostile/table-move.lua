-- A copy of 2^53 nothings.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        table.move({}, 1, 2 ^ 53, 1)
    end,
}
