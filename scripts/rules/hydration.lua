-- Water, salts and food for long runs and races.

local days = hillplan.use("days")
local time = hillplan.use("time")

local LONG_S = 90 * 60 -- from here on a run needs more than what was drunk before it

local function is_long(session, plan)
    if not session.is_run or session.kind == "race" then
        return false
    end
    if hillplan.known(session, "duration_s") then
        return session.duration_s >= LONG_S
    end
    return time.easy_s(plan, session.distance, 0) >= LONG_S
end

return {
    api = 1,
    id = "hydration",
    title = "Drink and eat on long runs",
    level = "should",
    why = "Lack of water and salts brings cramps, soreness and slow recovery; lack of food leaves "
        .. "muscles without the means to repair themselves.",
    source = "Coaching practice: drink before, during and after; electrolytes when long or hot. "
        .. "Neutral: no study behind the amounts",

    advise = function(day, plan)
        if days.has_kind(day, "race") then
            return { "Drink and eat as you did on your long runs; nothing new today." }
        end
        for _, session in ipairs(day.sessions) do
            if is_long(session, plan) then
                return {
                    "Drink before, during and after; in heat with electrolytes.",
                    "Afterwards eat carbohydrates and protein.",
                }
            end
        end
        return nil
    end,
}
