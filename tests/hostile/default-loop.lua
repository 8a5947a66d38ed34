-- A default that is worked out for ever.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    settings = {
        a = { default = function() while true do end end },
    },
    allow = function() end,
}
