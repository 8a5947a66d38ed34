-- Hard steps take at most 12 % of the week's time.
local EASY_S = 360 -- a distance without a pace is taken to be run at that, per unit

local function hard_seconds(steps, pace)
    local sum = 0
    for _, step in ipairs(steps) do
        if hillplan.known(step, "times") and step.times > 1 then
            sum = sum + step.times * hard_seconds(step.steps, pace)
        elseif step.effort == "hard" then
            if hillplan.known(step, "duration_s") then
                sum = sum + step.duration_s
            else
                sum = sum + step.distance_m * pace // 1000
            end
        end
    end
    return sum
end

return {
    api = 1,
    id = "hard-share",
    title = "Hard running is at most 12 % of the time",
    level = "must",
    why = "Most running should be easy.",
    allow_week = function(week, plan)
        local hard, all = 0, 0
        local pace = hillplan.known(plan.paces, "threshold") and plan.paces.threshold or EASY_S
        for _, day in ipairs(week.days) do
            for _, session in ipairs(day.sessions) do
                if session.is_run and session.kind ~= "race" then
                    all = all + session.duration_s
                    hard = hard + hard_seconds(session.steps, pace)
                end
            end
        end
        if hard * 100 > all * 12 then
            return false, "hard running is more than 12 % of the time"
        end
    end,
}
