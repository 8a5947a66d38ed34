-- Many short texts: what they cost in memory is paid in fuel.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        local keep = {}
        for i = 1, 100000000 do
            keep[i] = "number " .. i .. string.rep(" ", 4000)
        end
    end,
}
