-- A custom rule to copy: no hilly runs on Mondays. Name it in your profile under rules.scripts.

local HILLY = { uphill = true, downhill = true, hilly = true }

return {
    api = 1,
    id = "no-hills-on-monday",
    title = "No hills on Mondays",
    level = "must",
    why = "Mondays are for tired legs.",

    allow = function(day)
        for _, session in ipairs(day.sessions) do
            local is_hilly = session.is_run and (HILLY[session.kind] or HILLY[session.terrain])
            if is_hilly and day.weekday == "mon" then
                return false, "a hilly run on a Monday"
            end
        end
        return true
    end,
}
