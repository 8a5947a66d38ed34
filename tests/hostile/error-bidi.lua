-- An error that reads the other way.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        error("a\u{202e}b\u{2066}c\u{200b}d")
    end,
}
