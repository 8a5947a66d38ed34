-- No strength on hard days.
local function has_strength(day)
    for _, session in ipairs(day.sessions) do
        if session.kind == "strength" then
            return true
        end
    end
    return false
end

return {
    api = 1,
    id = "strength-apart",
    title = "Strength and hard running apart",
    level = "must",
    why = "Tired legs neither lift nor run well.",
    allow = function(day)
        local is_hard = false
        for _, session in ipairs(day.sessions) do
            is_hard = is_hard or (session.is_run and session.is_hard)
        end
        if is_hard and has_strength(day) then
            return false, "strength beside hard running"
        end
    end,
}
