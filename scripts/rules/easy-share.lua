-- Most running is easy running.

local time = hillplan.use("time")

-- Whether nobody tells how fast the runner is: then distances are compared in place of times.
local function is_pace_unknown(plan)
    return not hillplan.known(plan.paces, "easy_fast")
        and not hillplan.known(plan.runner, "recent_weeks")
end

local function goes_by_distance()
    return hillplan.once(is_pace_unknown)
end

-- How long a run takes: as planned, or at easy pace. By distance, that.
local function seconds_of(session, plan)
    if goes_by_distance() then
        return session.distance
    elseif hillplan.known(session, "duration_s") then
        return session.duration_s
    end
    local climb_m = hillplan.known(session, "climb_m") and session.climb_m or 0
    return time.easy_s(plan, session.distance, climb_m)
end

-- A step given by distance takes as long as its pace says, or its part of the whole run's time.
local function step_seconds(step, session, plan)
    if hillplan.known(step, "duration_s") then
        return step.duration_s
    end
    if hillplan.known(step, "pace_fast") then
        return hillplan.m(step.distance_m) * (step.pace_fast + step.pace_slow) // 200
    end
    local metres = math.max(1, hillplan.to_m(session.distance))
    return step.distance_m * seconds_of(session, plan) // metres
end

-- The seconds of hard and moderate steps; of the whole run where it has no steps. The least and
-- the most: of a run whose parts or effort are not told anything may be easy.
local function uneasy_seconds(session, plan)
    local is_known = hillplan.known(session, "effort")
    local is_easy = is_known and session.effort == "easy"
    if not hillplan.known(session, "steps") then
        return 0, is_easy and 0 or seconds_of(session, plan)
    end
    if #session.steps == 0 then
        local seconds = is_easy and 0 or seconds_of(session, plan)
        return seconds, seconds
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
    local sum = sum_of(session.steps)
    return sum, sum
end

local function amounts_text(part, total)
    if goes_by_distance() then
        return hillplan.distance_text(part) .. " of " .. hillplan.distance_text(total)
    end
    return hillplan.count_text(part // 60)
        .. " of "
        .. hillplan.count_text(total // 60)
        .. " minutes"
end

-- Ends the call where parts of a run are not known, and names it.
local function read_parts(week)
    for _, day in ipairs(week.days) do
        for _, session in ipairs(day.sessions) do
            if session.is_run and not hillplan.known(session, "steps") then
                local _ = session.effort and session.steps
            end
        end
    end
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
        local total, least, most = 0, 0, 0
        for _, day in ipairs(week.days) do
            for _, session in ipairs(day.sessions) do
                local is_race = session.kind == "race" or session.kind == "tune_up"
                if session.is_run and not is_race then
                    total = total + seconds_of(session, plan)
                    local from, to = uneasy_seconds(session, plan)
                    least, most = least + from, most + to
                end
            end
        end
        local allowed = total * (100 - set.share)
        if most * 100 <= allowed then
            return true
        end
        if least * 100 <= allowed then
            read_parts(week) -- it depends on what the plan doesn't tell
        end
        return false,
            (least < most and "at least " or "")
                .. amounts_text(least, total)
                .. " are not easy; at least "
                .. hillplan.percent_text(set.share)
                .. " should be"
    end,
}
