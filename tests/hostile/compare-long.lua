-- One instruction that compares 64 kB.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        local a = string.rep("x", 60000) .. "a"
        local b = string.rep("x", 60000) .. "b"
        local count = 0
        while true do
            if a < b then
                count = count + 1
            end
        end
    end,
}
