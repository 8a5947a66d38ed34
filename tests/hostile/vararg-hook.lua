-- Sixty thousand arguments.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        local function f(...) return select("#", ...) end
        local list = {}
        for i = 1, 60000 do list[i] = i end
        return f(table.unpack(list)) == 60000
    end,
}
