-- More values than the stack holds.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        return select('#', table.unpack({}, 1, 100000000)) == 0
    end,
}
