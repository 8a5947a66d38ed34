-- table.insert into a view.
return {
    api = 1,
    id = "hostile",
    title = "Hostile",
    level = "must",
    why = "It tries to get out.",
    allow = function(day, plan, set)
        table.insert(plan.days, day)
    end,
}
