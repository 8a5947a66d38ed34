-- Each choice is a mistake.
local choices = {}
for i = 1, 30000 do choices[i] = i end
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    settings = {
        a = { default = "1", choices = choices },
    },
    allow = function() end,
}
