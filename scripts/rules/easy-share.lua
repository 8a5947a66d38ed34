-- Most running is easy running.

local time = hillplan.use("time")

-- How long a run takes: as planned, or at easy pace.
local function seconds_of(session, plan)
    if hillplan.known(session, "duration_s") then
        return session.duration_s
    end
    local climb_m = hillplan.known(session, "climb_m") and session.climb_m or 0
    return time.easy_s(plan, session.distance, climb_m)
end

-- A step given by distance takes its part of the whole run's time.
local function step_seconds(step, session, plan)
    if hillplan.known(step, "duration_s") then
        return step.duration_s
    end
    local metres = math.max(1, hillplan.to_m(session.distance))
    return step.distance_m * seconds_of(session, plan) // metres
end

-- The seconds of hard and moderate steps; of the whole run where it has no steps.
local function uneasy_seconds(session, plan)
    if #session.steps == 0 then
        return session.effort == "easy" and 0 or seconds_of(session, plan)
    end
    local function sum_of(steps)
        local sum = 0
        for _, step in ipairs(steps) do
            if #step.steps > 0 then
                sum = sum + step.times * sum_of(step.steps)
            elseif step.effort ~= "easy" then
                sum = sum + step_seconds(step, session, plan)
            end
        end
        return sum
    end
    return sum_of(session.steps)
end

return {
    api = 1,
    id = "easy-share",
    title = "Most running is easy",
    level = "should",
    why = "Easy running builds endurance at little cost. Runners who do most of it easily improve "
        .. "more than those who run everything half hard.",
    source = "Seiler, 2010 (review, endurance athletes of many sports): about 80 % of their "
        .. "training is easy. Muniz-Pumares et al., 2025 (119452 marathon runners): the fastest "
        .. "run more than 80 % easily. Both support the rule; they observed, and put nothing to "
        .. "the test",
    settings = {
        share = {
            default = 80,
            min = 75,
            max = 90,
            unit = "%",
            help = "easy minutes of a week's running, at the least",
        },
    },

    allow_week = function(week, plan, set)
        local total, uneasy = 0, 0
        for _, day in ipairs(week.days) do
            for _, session in ipairs(day.sessions) do
                local is_race = session.kind == "race" or session.kind == "tune_up"
                if session.is_run and not is_race then
                    total = total + seconds_of(session, plan)
                    uneasy = uneasy + uneasy_seconds(session, plan)
                end
            end
        end
        if uneasy * 100 <= total * (100 - set.share) then
            return true
        end
        return false,
            hillplan.count_text(uneasy // 60)
                .. " of "
                .. hillplan.count_text(total // 60)
                .. " minutes are not easy; at least "
                .. hillplan.percent_text(set.share)
                .. " should be"
    end,
}
