-- Calling itself for ever.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        local function again()
            return 1 + again()
        end
        return again() == 0
    end,
}
