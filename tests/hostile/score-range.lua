-- A score beyond the range.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    prefer = function()
        return 1001
    end,
}
