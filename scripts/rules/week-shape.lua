-- How the easy runs of a week lie: short ones after what is hard, the medium-long one by itself.

local days = hillplan.use("days")
local wishes = hillplan.use("wishes")

local FREE_KM = 6 -- a run after something hard or long is short enough up to here
local MOST_LOST = 30
local FAR_KM = 20 -- after a run of so much, whatever it is called, nothing hard is wished
local RACE_DAYS = 3 -- after a race in which no medium-long run is wished

-- What the sessions of a day are, together: long, medium-long, hard, with a quick end (strides and
-- sprints: an easy run), and whether they leave legs tired that a short run is for.
local function shape_of(day)
    local is_long, is_medium_long, is_downhill = false, false, false
    local is_hard, has_quick_end = false, false
    for _, session in ipairs(day.sessions) do
        local kind = session.kind
        if kind == "long" then
            is_long = true
        elseif kind == "downhill" then
            is_downhill = true
        elseif kind == "strides" or kind == "uphill" and not session.is_hard then
            has_quick_end = true
        elseif kind == "easy" and days.is_of(session, "medium-long") then
            is_medium_long = true
        end
        is_hard = is_hard or kind ~= "race" and session.is_hard
    end
    return {
        is_long = is_long,
        is_medium_long = is_medium_long,
        is_hard = is_hard,
        has_quick_end = has_quick_end,
        has_load = is_long or is_hard or is_downhill,
    }
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
        local shape = shape_of(day)
        local over = shape.has_load and 0 or day.distance - hillplan.km(FREE_KM)
        local is_plain = not (shape.has_load or shape.is_medium_long or shape.has_quick_end)
        local eve = not (is_plain and over <= 0) and days.before(day, plan, 1)
        if not eve then
            return nil
        end
        local before = shape_of(eve)
        if
            shape.is_long and before.is_medium_long
            or shape.is_medium_long and before.is_long
        then
            return -wishes.medium_long_apart, "the medium-long run stands apart from the long one"
        end
        if shape.is_medium_long and is_after_race(day, plan) then
            return -wishes.medium_long_apart, "the medium-long run waits after a race"
        end
        if shape.is_hard and eve.distance >= hillplan.km(FAR_KM) then
            return -wishes.hard_after_far, "nothing hard is wished on the day after so long a run"
        end
        if shape.is_hard and before.has_quick_end then
            return -wishes.quick_on_eve, "the day before something hard is easy"
        end
        if shape.has_quick_end and before.is_hard then
            return -wishes.quick_after_hard, "the day after something hard is easy"
        end
        if shape.has_quick_end and before.is_long then
            return -wishes.quick_after_long, "legs are tired on the day after a long run"
        end
        local lost = over > 0 and wishes.recovery_long * over // hillplan.km(1) or 0
        if lost > 0 and before.has_load then
            return -math.min(MOST_LOST, lost), "short runs come after hard and long ones"
        end
        return nil
    end,
}
