-- How beginners begin: by time, with walking breaks that become fewer.

local days = hillplan.use("days")
local races = hillplan.use("races")
local run_walk = hillplan.use("run_walk")
local wishes = hillplan.use("wishes")

local MOST_RUNS = 4 -- a week
local MOST_S = 30 * 60
local LONGER_S = 40 * 60 -- of one session a week
local EASY_WEEKS = 6 -- after the run-walk weeks nothing is hard,
local QUICK_FROM_WEEK = 3 -- ... and strides begin in this one

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

-- How many of a week's sessions of run-walk are longer than the usual ones.
local function longer_sessions(week)
    local count = 0
    for _, day in ipairs(week.days) do
        for _, session in ipairs(day.sessions) do
            local is_longer = session.kind == "run_walk" and session.duration_s > MOST_S
            count = count + (is_longer and 1 or 0)
        end
    end
    return count
end

-- The longest stretch of running that a week may hold in seconds: half as much again as the last
-- week with run-walk had, for each week since. Nil where there was none.
local function longest_stretch(week, plan)
    for number = week.number - 1, 1, -1 do
        local share, longest = best_of(plan.weeks[number])
        if share then
            local most = longest
            for _ = number + 1, week.number do
                most = most * 3 // 2
            end
            return most, longest
        end
    end
    return nil
end

-- Whether a session has quick steps: strides and sprints do, though they leave their run easy.
local function has_quick_steps(steps)
    for _, step in ipairs(steps) do
        if #step.steps > 0 then
            if has_quick_steps(step.steps) then
                return true
            end
        elseif hillplan.known(step, "effort") and step.effort ~= "easy" then
            return true
        end
    end
    return false
end

-- What keeps a session out of the weeks that follow run-walk; nil where nothing does.
local function too_early(session, weeks_since)
    if not session.is_run or days.is_race(session) then
        return nil
    end
    if session.effort ~= "easy" then
        return "nothing hard in the " .. hillplan.count_text(EASY_WEEKS) .. " weeks after run-walk"
    end
    local is_quick = session.kind == "strides" or has_quick_steps(session.steps)
    if is_quick and weeks_since < QUICK_FROM_WEEK then
        return "no strides before week "
            .. hillplan.count_text(QUICK_FROM_WEEK)
            .. " after run-walk"
    end
    return nil
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
        if run_walk.includes(week) then
            return { runs = { max = MOST_RUNS, because = "run-walk: at most {4} times a week" } }
        end
        local since = run_walk.weeks_since(week)
        if since == 0 or since > EASY_WEEKS or races.longest_tune_up(plan, week) > 0 then
            return nil
        end
        return { hard_days = { max = 0, because = "nothing hard in the {6} weeks after run-walk" } }
    end,

    limit_day = function(day)
        if not run_walk.includes(day.week) then
            return nil
        end
        return { duration_s = { max = LONGER_S, because = "run-walk: at most {40} minutes" } }
    end,

    allow = function(day)
        if not run_walk.includes(day.week) then
            local since = run_walk.weeks_since(day.week)
            for _, session in ipairs(since <= EASY_WEEKS and since > 0 and day.sessions or {}) do
                local why = too_early(session, since)
                if why then
                    return false, why
                end
            end
            return true
        end
        for _, session in ipairs(day.sessions) do
            local is_race = days.is_race(session)
            if session.is_run and not is_race and session.kind ~= "run_walk" then
                return false,
                    "the first "
                        .. hillplan.count_text(run_walk.weeks())
                        .. " weeks are run-walk, not "
                        .. days.name(session)
            end
        end
        return true
    end,

    allow_week = function(week, plan)
        if not run_walk.includes(week) then
            return true
        end
        if longer_sessions(week) > 1 then
            return false, "a week of run-walk holds one session of more than {30} minutes"
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
        local most_s, last_s = longest_stretch(week, plan)
        if most_s and unbroken_s > most_s then
            return false,
                "the longest stretch of running grows from "
                    .. hillplan.time_text(last_s)
                    .. " to "
                    .. hillplan.time_text(unbroken_s)
                    .. "; at most {50 %} a week"
        end
        if is_building and week.number == run_walk.weeks() and unbroken_s < MOST_S then
            return false,
                "the last run-walk week runs {30} minutes without a stop; here it is "
                    .. hillplan.count_text(unbroken_s // 60)
        end
        return true
    end,

    -- The longer session is on the runner's day for the long run.
    prefer = function(day, plan)
        if day.is_long_run_day or not hillplan.known(plan.week, "long_run") then
            return nil
        end
        for _, session in ipairs(day.sessions) do
            if session.kind == "run_walk" and session.duration_s > MOST_S then
                return -wishes.long_run_day,
                    days.weekday_text(plan.week.long_run) .. " is your day for the long run"
            end
        end
        return nil
    end,
}
