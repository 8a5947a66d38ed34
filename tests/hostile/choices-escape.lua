-- A choice that would command a terminal.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    settings = {
        a = { default = "\27[2J", choices = { "\27[2J" } },
    },
    allow = function() end,
}
