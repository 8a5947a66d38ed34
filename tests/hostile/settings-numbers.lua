-- Settings without names.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    settings = { 1, 2, 3 },
    allow = function() end,
}
