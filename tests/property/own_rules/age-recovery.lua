-- Two days without hard running after a hard day.
local function is_hard(day)
    for _, session in ipairs(day.sessions) do
        if session.is_run and session.is_hard then
            return true
        end
    end
    return false
end

return {
    api = 1,
    id = "age-recovery",
    title = "Two easy days after a hard one",
    level = "must",
    why = "At 55 legs take longer.",
    allow = function(day, plan)
        for number = math.max(1, day.number - 2), day.number - 1 do
            if is_hard(day) and is_hard(plan.days[number]) then
                return false, "a hard day less than three days ago"
            end
        end
    end,
}
