-- How the easy runs of a week lie: short ones after what is hard, the medium-long one by itself.

local days = hillplan.use("days")
local wishes = hillplan.use("wishes")

local FREE_KM = 6 -- a run after something hard or long is short enough up to here
local MOST_LOST = 30
local FAR_KM = 20 -- after a run of so much, whatever it is called, nothing hard is wished
local RACE_DAYS = 3 -- after a race in which no medium-long run is wished

local function has_load(day)
    for _, session in ipairs(day.sessions) do
        local kind = session.kind
        if kind == "long" or kind == "downhill" or kind ~= "race" and session.is_hard then
            return true
        end
    end
    return false
end

local function is_medium_long(day)
    return days.has_session(day, "medium-long")
end

-- Strides and sprints: an easy run with a quick end.
local function has_quick_end(day)
    for _, session in ipairs(day.sessions) do
        local is_sprints = session.kind == "uphill" and not session.is_hard
        if session.kind == "strides" or is_sprints then
            return true
        end
    end
    return false
end

-- Whether a race was on one of the days before, as many as a medium-long run waits.
local function is_after_race(day, plan)
    for ago = 1, RACE_DAYS do
        local before = days.before(day, plan, ago)
        if before and days.has_race(before) then
            return true
        end
    end
    return false
end

return {
    api = 1,
    id = "week-shape",
    title = "Short after hard, the medium-long run apart",
    level = "should",
    why = "A recovery run is short, or it is no recovery. And two long runs on days in a row are "
        .. "one very long one, which is not what the second of them is for.",
    source = "Coaching practice: hard days hard, easy days easy. Neutral: no study behind the "
        .. "lengths",

    prefer = function(day, plan)
        local eve = #day.sessions > 0 and days.before(day, plan, 1)
        if not eve then
            return nil
        end
        local is_long = days.has_kind(day, "long")
        if
            is_long and is_medium_long(eve)
            or is_medium_long(day) and days.has_kind(eve, "long")
        then
            return -wishes.medium_long_apart, "the medium-long run stands apart from the long one"
        end
        if is_medium_long(day) and is_after_race(day, plan) then
            return -wishes.medium_long_apart, "the medium-long run waits after a race"
        end
        local is_hard = days.hard_session(day) ~= nil
        if is_hard and eve.distance >= hillplan.km(FAR_KM) then
            return -wishes.hard_after_far, "nothing hard is wished on the day after so long a run"
        end
        if is_hard and has_quick_end(eve) then
            return -wishes.quick_on_eve, "the day before something hard is easy"
        end
        if has_quick_end(day) and days.hard_session(eve) then
            return -wishes.quick_after_hard, "the day after something hard is easy"
        end
        if has_quick_end(day) and days.has_kind(eve, "long") then
            return -wishes.quick_after_long, "legs are tired on the day after a long run"
        end
        local over = day.distance - hillplan.km(FREE_KM)
        local lost = over > 0 and wishes.recovery_long * over // hillplan.km(1) or 0
        if lost > 0 and not has_load(day) and has_load(eve) then
            return -math.min(MOST_LOST, lost), "short runs come after hard and long ones"
        end
        return nil
    end,
}
