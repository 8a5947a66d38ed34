-- Settings that are none.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    settings = ("x"):rep(60000),
    allow = function() end,
}
