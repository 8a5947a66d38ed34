-- A little more memory in each call. Joining collects garbage before it gives up, so the day on which
-- memory ends is the same in all versions of Lua; string.rep doesn't.
local kept, long = {}, string.rep("x", 60000)
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day)
        local number = day.number -- an answer about a day is asked for each
        for _ = 1, 45 do
            kept[#kept + 1] = long .. #kept + number
        end
    end,
}
