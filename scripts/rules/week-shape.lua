-- How the easy runs of a week lie: short ones after what is hard, the medium-long one by itself,
-- and those that can be two on the runner's days for doubles.

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
        is_plain = not (is_long or is_medium_long or is_hard or has_quick_end or is_downhill),
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

-- The weekdays on which an easy run can't be two; none where the runner named no day for that.
local function single_days_of_plan(plan)
    local single = {}
    for date = 0, 6 do
        single[hillplan.weekday(date)] = #plan.week.doubles > 0
    end
    for _, weekday in ipairs(plan.week.doubles) do
        single[weekday] = false
    end
    return single
end

local function lost_by_being_single(day)
    local is_single = hillplan.once(single_days_of_plan)[day.weekday]
    return is_single and wishes.doubles_day * day.distance // hillplan.km(1) or 0
end

-- What a day loses by what is on the day before it, or a race not long before it; and why.
local function lost_after(day, shape, plan)
    local is_short = shape.is_plain and day.distance <= hillplan.km(FREE_KM)
    local eve = not is_short and days.before(day, plan, 1)
    if not eve then
        return 0
    end
    local before = shape_of(eve)
    if shape.is_long and before.is_medium_long or shape.is_medium_long and before.is_long then
        return wishes.medium_long_apart, "the medium-long run stands apart from the long one"
    end
    if shape.is_medium_long and is_after_race(day, plan) then
        return wishes.medium_long_apart, "the medium-long run waits after a race"
    end
    if shape.is_hard and eve.distance >= hillplan.km(FAR_KM) then
        return wishes.hard_after_far, "nothing hard is wished on the day after so long a run"
    end
    if shape.is_hard and before.has_quick_end then
        return wishes.quick_on_eve, "the day before something hard is easy"
    end
    if shape.has_quick_end and before.is_hard then
        return wishes.quick_after_hard, "the day after something hard is easy"
    end
    if shape.has_quick_end and before.is_long then
        return wishes.quick_after_long, "legs are tired on the day after a long run"
    end
    if before.has_load and not shape.has_load then
        local far = day.distance - hillplan.km(FREE_KM)
        local lost = far > 0 and wishes.recovery_long * far // hillplan.km(1) or 0
        return math.min(MOST_LOST, lost), "short runs come after hard and long ones"
    end
    return 0
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
        local lost, because = lost_after(day, shape, plan)
        local single = shape.is_plain and lost_by_being_single(day) or 0
        if lost + single == 0 then
            return nil
        end
        return -lost - single, lost > 0 and because or nil
    end,
}
