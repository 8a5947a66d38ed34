-- A message handler that loops.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        xpcall(error, function()
            while true do
            end
        end)
    end,
}
