-- More settings than there may be.
local settings = {}
for i = 1, 70 do settings["s" .. i] = { default = 1 } end
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    settings = settings,
    allow = function() end,
}
