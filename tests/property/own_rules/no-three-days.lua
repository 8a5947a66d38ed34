-- Never a run on three days in a row.
return {
    api = 1,
    id = "no-three-days",
    title = "Not three days in a row",
    level = "must",
    why = "The third day hurts.",
    allow = function(day, plan)
        if day.number > 2 and day.distance > 0 then
            if plan.days[day.number - 1].distance > 0 and plan.days[day.number - 2].distance > 0 then
                return false, "the third day in a row"
            end
        end
    end,
}
