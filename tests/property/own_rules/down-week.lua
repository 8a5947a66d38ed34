-- Every third week 20 % below the week before.
return {
    api = 1,
    id = "down-week",
    title = "A down week every third week",
    level = "must",
    why = "Training sinks in while there is less of it.",
    limit_week = function(week, plan)
        local is_training = week.phase == "base" or week.phase == "build" or week.phase == "peak"
        if week.number % 3 == 0 and is_training then
            local before = plan.weeks[week.number - 1].distance
            return { distance = { max = before * 80 // 100, because = "a down week" } }
        end
    end,
}
