-- Capitals of sixty thousand letters.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        local text = ("x"):rep(60000)
        while true do text:upper() end
    end,
}
