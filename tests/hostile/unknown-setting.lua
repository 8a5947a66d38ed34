-- A misspelt setting.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    settings = { easy_days = { default = 2 } },
    allow = function(day, plan, set)
        return set.easy_day == 2
    end,
}
