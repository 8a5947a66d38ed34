-- An endless loop that swallows its own end.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        while true do
            pcall(function()
                while true do
                end
            end)
        end
    end,
}
