-- What is kept, without an end.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        local n = 0
        while true do n = n + 1; hillplan.once(function() return ("x"):rep(60000) .. n end) end
    end,
}
