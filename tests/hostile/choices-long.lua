-- Choices that are as long as books.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    settings = {
        a = { default = "1", choices = { ("x"):rep(60000) } },
    },
    allow = function() end,
}
