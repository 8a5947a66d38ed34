-- Never a run on three days in a row.
return {
    api = 1,
    id = "no-three-days",
    title = "Not three days in a row",
    level = "must",
    why = "The third day hurts.",
    allow = function(day, plan)
        if day.number > 2 and day.distance > 0 then
            local eve, before = plan.days[day.number - 1], plan.days[day.number - 2]
            if eve.distance > 0 and before.distance > 0 then
                return false, "the third day in a row"
            end
        end
    end,
}
