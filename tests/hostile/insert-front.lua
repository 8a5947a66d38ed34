-- Each insertion moves the whole list.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        local list = {}
        for i = 1, 1000000 do
            table.insert(list, 1, i)
        end
    end,
}
