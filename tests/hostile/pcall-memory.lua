-- Running out of memory, and going on.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        local keep = {}
        while true do
            pcall(function()
                while true do
                    keep[#keep + 1] = { 1, 2, 3, 4, 5, 6, 7, 8 }
                end
            end)
        end
    end,
}
