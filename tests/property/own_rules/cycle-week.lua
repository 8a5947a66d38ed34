-- The week in which the cycle begins, every 28 days, holds 15 % less than the week before.
local FIRST, EVERY = 12, 28

return {
    api = 1,
    id = "cycle-week",
    title = "A smaller week every four weeks",
    level = "must",
    why = "Some weeks of the cycle are heavier than others.",
    limit_week = function(week, plan)
        local into = (week.start - plan.weeks[1].start - FIRST) % EVERY
        if week.number > 1 and into > EVERY - 7 then
            local before = plan.weeks[week.number - 1].distance
            local max = before * 85 // 100
            return { distance = { max = max, because = "the first week of the cycle" } }
        end
    end,
}
