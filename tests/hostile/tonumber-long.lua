-- Numbers of sixty thousand digits.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        local digits = ("9"):rep(60000)
        for _ = 1, 1000000 do tonumber(digits) end
    end,
}
