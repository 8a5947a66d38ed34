-- An address by format, behind a NUL.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        return false, ("\0%p"):format("abc")
    end,
}
