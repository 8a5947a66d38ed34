-- A comparison that never answers.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        table.sort({ 1, 2 }, function()
            while true do
            end
        end)
    end,
}
