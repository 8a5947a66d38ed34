-- An order that contradicts itself.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        local list = {}
        for i = 1, 500 do
            list[i] = i % 7
        end
        table.sort(list, function()
            return true
        end)
        return #list == 500
    end,
}
