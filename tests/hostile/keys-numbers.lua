-- Fields without names.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    1, 2, 3,
    allow = function() end,
}
