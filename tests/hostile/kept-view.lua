-- Reading a later day through a view kept from before.
local kept
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(_, plan)
        kept = plan.days[#plan.days]
    end,
    prefer = function()
        return #kept.sessions
    end,
}
