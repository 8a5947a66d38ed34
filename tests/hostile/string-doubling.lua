-- Text that doubles until memory is gone.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        local text = "x"
        while true do
            text = text .. text
        end
    end,
}
