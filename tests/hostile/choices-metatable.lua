-- Choices that would be made when they are read.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    settings = {
        a = { default = "x", choices = setmetatable({}, {}) },
    },
    allow = function() end,
}
