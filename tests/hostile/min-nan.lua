-- A least that is no number.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    settings = {
        a = { default = 1, min = 0 / 0 },
    },
    allow = function() end,
}
