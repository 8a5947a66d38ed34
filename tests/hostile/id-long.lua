-- An id without an end.
return {
    api = 1,
    id = ("x"):rep(60000),
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function() end,
}
