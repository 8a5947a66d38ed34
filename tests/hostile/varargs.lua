-- One instruction that copies a hundred thousand values.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        local list = {}
        for i = 1, 100000 do
            list[i] = i
        end
        local function loop(...)
            while true do
                local _ = select("#", ...)
            end
        end
        loop(table.unpack(list))
    end,
}
