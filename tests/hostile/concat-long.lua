-- Concatenation in a loop.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        local list = {}
        for i = 1, 5000 do list[i] = "some text" end
        while true do table.concat(list) end
    end,
}
