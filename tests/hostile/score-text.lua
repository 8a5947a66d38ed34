-- A score that is a text.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    prefer = function() return "1000000" end,
}
