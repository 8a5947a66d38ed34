-- The sums of a week to come.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow_week = function(week, plan)
        local next = plan.weeks[week.number + 1]
        return not next or next.hard_days > 0, "nothing hard in the week to come"
    end,
}
