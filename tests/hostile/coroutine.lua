-- A coroutine has a count of its own.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        coroutine.wrap(function()
            while true do
            end
        end)()
    end,
}
