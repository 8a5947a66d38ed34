-- One text, many times.
local choices, text = {}, ("x"):rep(60000)
for i = 1, 17000 do choices[i] = text end
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
