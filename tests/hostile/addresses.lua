-- Addresses differ from run to run.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        local text = tostring({}) .. " " .. tostring(pcall) .. " " .. string.format("%s %s", {}, pcall)
        return false, text .. " " .. tostring(day) .. " " .. tostring(plan.days)
    end,
}
