-- A function whose name commands a terminal.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        local t = {}
        t["\27[2J"] = function() local x = nil; return x.y end
        t["\27[2J"]()
        return true
    end,
}
