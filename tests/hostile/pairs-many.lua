-- Many keys, sorted each time.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        local list = {}
        for i = 1, 20000 do list["k" .. i] = i end
        while true do for _ in pairs(list) do break end end
    end,
}
