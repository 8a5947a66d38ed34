-- A limit that commands a terminal.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    limit_week = function() return { ["\27[2J"] = { max = 1 } } end,
}
