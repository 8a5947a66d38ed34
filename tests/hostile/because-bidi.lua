-- A reason that reads the other way.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        return false, "a\u{202e}b\u{200b}c"
    end,
}
