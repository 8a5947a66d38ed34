-- A choice that would be another one once it was written.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    settings = {
        a = { default = "a\u{202e}b", choices = { "a\u{202e}b" } },
    },
    allow = function() end,
}
