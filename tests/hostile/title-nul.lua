-- A title that ends before it ends.
return {
    api = 1,
    id = "hostile",
    title = "a\0b",
    level = "must",
    why = "It tries to get out.",
    allow = function() end,
}
