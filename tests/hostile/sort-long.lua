-- A list that is sorted again and again.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        local list = {}
        for i = 1, 30000 do list[i] = i end
        while true do table.sort(list, function(a, b) return a > b end) end
    end,
}
