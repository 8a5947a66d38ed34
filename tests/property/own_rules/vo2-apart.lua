-- Intervals never in two weeks running.
local function has_intervals(week)
    for _, day in ipairs(week.days) do
        for _, session in ipairs(day.sessions) do
            if session.kind == "intervals" then
                return true
            end
        end
    end
    return false
end

return {
    api = 1,
    id = "vo2-apart",
    title = "Intervals every second week at most",
    level = "must",
    why = "The fastest running takes two weeks to sink in.",
    allow_week = function(week, plan)
        local number = week.number
        if number > 1 and has_intervals(week) and has_intervals(plan.weeks[number - 1]) then
            return false, "intervals last week, too"
        end
    end,
}
