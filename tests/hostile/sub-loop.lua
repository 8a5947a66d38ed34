-- Pieces without an end.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        local text, n = ("x"):rep(60000), 0
        while true do n = n + #text:sub(2) end
    end,
}
