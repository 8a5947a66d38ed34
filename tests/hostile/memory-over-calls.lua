-- A little more memory in each call.
local kept = {}
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function()
        for _ = 1, 45 do
            kept[#kept + 1] = string.rep("x", 60000) .. #kept
        end
    end,
}
