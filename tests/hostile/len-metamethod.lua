-- A length that never ends, for table.insert.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        local long = setmetatable({}, {
            __len = function()
                return 2 ^ 53
            end,
        })
        table.insert(long, 1, "x")
    end,
}
