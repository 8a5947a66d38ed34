-- An id that commands a terminal.
return {
    api = 1,
    id = "\27[31mred",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function() end,
}
