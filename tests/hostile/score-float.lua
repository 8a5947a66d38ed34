-- A score between numbers.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    prefer = function() return 0.5 end,
}
