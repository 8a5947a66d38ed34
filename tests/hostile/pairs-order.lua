-- Unsorted pairs would differ from run to run.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        local seen = ""
        for key in pairs({ b = 1, a = 1, [10] = 1, [2] = 1, aa = 1, [2.5] = 1 }) do
            seen = seen .. key .. " "
        end
        return seen == "2 2.5 10 a aa b ", seen
    end,
}
