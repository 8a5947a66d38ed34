-- A level without an end.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = ("must"):rep(100),
    why = "It tries to get out.",
    allow = function() end,
}
