-- At most 20 minutes more than in the longest of the last four weeks.
local function seconds(week)
    local sum = 0
    for _, day in ipairs(week.days) do
        for _, session in ipairs(day.sessions) do
            if session.is_run and session.kind ~= "race" then
                sum = sum + session.duration_s
            end
        end
    end
    return sum
end

return {
    api = 1,
    id = "twenty-minutes",
    title = "At most 20 minutes more a week",
    level = "must",
    why = "Tendons count minutes.",
    allow_week = function(week, plan)
        local most = 0
        for number = math.max(1, week.number - 4), week.number - 1 do
            most = math.max(most, seconds(plan.weeks[number]))
        end
        if week.number > 1 and seconds(week) > most + 20 * 60 then
            return false, "more than 20 minutes more"
        end
    end,
}
