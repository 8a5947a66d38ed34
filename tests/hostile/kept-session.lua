-- Reading a later session kept from before.
local kept
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day)
        kept = day.sessions[1] or kept
    end,
    prefer = function()
        return kept.distance
    end,
}
