-- A unit of a page.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    settings = {
        a = { default = 1, unit = ("x"):rep(201) },
    },
    allow = function() end,
}
