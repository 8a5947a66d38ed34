-- A pattern that takes for ever where patterns are patterns.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        local subject = string.rep("a", 20000)
        local sought = string.rep("a-", 40) .. "b"
        return not string.find(subject, sought)
    end,
}
