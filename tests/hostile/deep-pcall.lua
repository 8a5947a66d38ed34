-- Protected calls in protected calls.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        local function again()
            pcall(again)
        end
        again()
    end,
}
