-- Plain searches that cost more than they look.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        local subject = string.rep("a", 60000)
        local sought = string.rep("a", 30000) .. "b"
        for _ = 1, 1000000 do
            pcall(string.find, subject, sought)
        end
    end,
}
