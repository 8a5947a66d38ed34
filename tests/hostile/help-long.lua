-- Help of a book.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    settings = {
        a = { default = 1, help = ("x"):rep(2001) },
    },
    allow = function() end,
}
