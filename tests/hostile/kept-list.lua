-- Reading later sessions through a list kept from before.
local kept
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day)
        kept = day.sessions
    end,
    prefer = function()
        return #kept
    end,
}
