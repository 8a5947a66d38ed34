-- A source of a book.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    source = ("x"):rep(2001),
    allow = function() end,
}
