-- What comes before and after the runs that need it.

local days = hillplan.use("days")
local hills = hillplan.use("hills")

local WARM_UP = "Before: {10} minutes easy, leg swings, side and walking lunges, high knees."
local COOL_DOWN = "After: stretch thighs, calves and a forward fold, {30} s to {1} min each."

return {
    api = 1,
    id = "warm-up-cool-down",
    title = "Warm up moving, stretch after",
    level = "should",
    why = "Moving stretches wake the muscles that are about to work; still ones belong after "
        .. "the run.",
    source = "Coaching practice: dynamic stretches before a run, static ones after. Neutral: no "
        .. "study behind the number of minutes",

    advise = function(day, plan)
        if days.has_kind(day, "race") then
            return { WARM_UP }
        end
        if days.hard_session(day) or hills.hilly_session(day, plan) then
            return { WARM_UP, COOL_DOWN }
        end
        return days.has_kind(day, "long") and { COOL_DOWN } or nil
    end,
}
