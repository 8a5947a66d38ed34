-- A limit with more than there is.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    limit_week = function()
        local t = {}
        for i = 1, 20000 do t["k" .. i] = { max = 1, because = "x" } end
        return t
    end,
}
