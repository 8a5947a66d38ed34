-- Sixty settings, each with wrong fields.
local settings = {}
for i = 1, 60 do settings["s" .. i] = { a = 1, b = 2, c = 3, default = 1 } end
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    settings = settings,
    allow = function() end,
}
