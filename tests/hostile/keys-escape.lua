-- A field that commands a terminal.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    ["\27[2J"] = 1,
    allow = function() end,
}
