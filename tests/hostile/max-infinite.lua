-- A most without an end.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    settings = {
        a = { default = 1, max = math.huge },
    },
    allow = function() end,
}
