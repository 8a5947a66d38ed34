-- A name without an end.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    settings = { [("x"):rep(60000)] = { default = 1 } },
    allow = function() end,
}
