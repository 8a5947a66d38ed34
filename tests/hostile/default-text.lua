-- A default function that gives no number.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    settings = {
        a = { default = function() return "1" end, min = 1 },
    },
    allow = function() end,
}
