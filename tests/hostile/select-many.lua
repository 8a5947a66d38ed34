-- The last of many.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        local list = {}
        for i = 1, 200000 do list[i] = i end
        while true do select("#", table.unpack(list, 1, 7000)) end
    end,
}
