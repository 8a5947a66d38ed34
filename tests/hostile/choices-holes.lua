-- Choices with nothing between.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    settings = {
        a = { default = "x", choices = { "x", nil, "y" } },
    },
    allow = function() end,
}
