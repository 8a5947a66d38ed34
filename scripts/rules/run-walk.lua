-- How beginners begin: by time, with walking breaks that become fewer.

local days = hillplan.use("days")
local run_walk = hillplan.use("run_walk")

local MOST_RUNS = 4 -- a week
local MOST_S = 30 * 60

-- What the steps of a session add up to: running, all of it, and the longest running without a
-- stop, in seconds.
local function running_of(session)
    local running, total, longest, current = 0, 0, 0, 0

    local function add(steps)
        for _, step in ipairs(steps) do
            for _ = 1, step.times do
                if #step.steps > 0 then
                    add(step.steps)
                else
                    total = total + step.duration_s
                    if step.kind == "run" then
                        running = running + step.duration_s
                        current = current + step.duration_s
                        longest = math.max(longest, current)
                    else
                        current = 0
                    end
                end
            end
        end
    end

    add(session.steps)
    return running, total, longest
end

-- The largest running share of a week's sessions in percent, and the longest running without a
-- stop in seconds; nil where no session tells its steps.
local function best_of(week)
    local share, longest = nil, 0
    for _, day in ipairs(week.days) do
        for _, session in ipairs(day.sessions) do
            if session.kind == "run_walk" and #session.steps > 0 then
                local running, total, unbroken = running_of(session)
                if total > 0 then
                    share = math.max(share or 0, running * 100 // total)
                    longest = math.max(longest, unbroken)
                end
            end
        end
    end
    return share, longest
end

return {
    api = 1,
    id = "run-walk",
    title = "Beginners run by time, with walking breaks",
    level = "must",
    why = "Whoever hardly runs yet builds up by minutes, not by distance: half an hour, running a "
        .. "little more of it each week, until it needs no breaks.",
    source = "Coaching practice: 30 minutes 4 times a week, until they need no walking break. "
        .. "Neutral: no study behind the steps",

    limit_week = function(week, plan)
        if not run_walk.includes(week, plan) then
            return nil
        end
        return { runs = { max = MOST_RUNS, because = "run-walk: at most {4} times a week" } }
    end,

    limit_day = function(day, plan)
        if not run_walk.includes(day.week, plan) then
            return nil
        end
        return { duration_s = { max = MOST_S, because = "run-walk: at most {30} minutes" } }
    end,

    allow = function(day, plan)
        if not run_walk.includes(day.week, plan) then
            return true
        end
        for _, session in ipairs(day.sessions) do
            local is_race = days.is_race(session)
            if session.is_run and not is_race and session.kind ~= "run_walk" then
                return false,
                    "the first "
                        .. hillplan.count_text(run_walk.weeks(plan))
                        .. " weeks are run-walk, not "
                        .. days.name(session)
            end
        end
        return true
    end,

    allow_week = function(week, plan)
        if not run_walk.includes(week, plan) then
            return true
        end
        local share, unbroken_s = best_of(week)
        if not share then
            return true
        end
        local is_building = week.kind == "build" or week.kind == "hold"
        local before = is_building and week.number > 1 and best_of(plan.weeks[week.number - 1])
        if before and share < before then
            return false,
                "the running share falls from "
                    .. hillplan.count_text(before)
                    .. " to "
                    .. hillplan.percent_text(share)
        end
        if is_building and week.number == run_walk.weeks(plan) and unbroken_s < MOST_S then
            return false,
                "the last run-walk week runs {30} minutes without a stop; here it is "
                    .. hillplan.count_text(unbroken_s // 60)
        end
        return true
    end,
}
