-- More notes than there may be.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    advise = function()
        local t = {}
        for i = 1, 200000 do t[i] = "note" end
        return t
    end,
}
