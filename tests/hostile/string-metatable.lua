-- Changing what all strings do.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        getmetatable("").__index = function()
            return 1
        end
    end,
}
