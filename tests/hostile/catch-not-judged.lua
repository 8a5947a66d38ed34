-- Catching what cannot be judged.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        local _, reason = pcall(function()
            return plan.race.descent_m
        end)
        return false, "caught: " .. tostring(reason)
    end,
}
