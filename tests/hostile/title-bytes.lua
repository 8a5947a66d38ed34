-- A title that is no text.
return {
    api = 1,
    id = "hostile",
    title = "\xff\xfe",
    level = "must",
    why = "It tries to get out.",
    allow = function() end,
}
