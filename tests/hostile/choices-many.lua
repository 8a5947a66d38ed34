-- More choices than anybody reads.
local choices = {}
for i = 1, 20000 do choices[i] = "1" end
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
