-- A default that is a table.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    settings = {
        a = { default = {} },
    },
    allow = function() end,
}
