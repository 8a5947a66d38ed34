-- Days without running, and the runner's own calendar.

local days = hillplan.use("days")
local races = hillplan.use("races")
local time = hillplan.use("time")
local wishes = hillplan.use("wishes")

-- The first session of a day that its calendar has no room for, and why; nil where all is well.
local function misplaced(day)
    if #day.sessions == 0 or day.can_run or days.has_race(day) then
        return nil -- races go first; advise says so
    end
    for _, session in ipairs(day.sessions) do
        if day.unavailable then
            return session, "a day that you have named unavailable"
        elseif session.is_run then
            return session, "not one of your run days"
        end
    end
    return nil
end

-- The runner's longest session of such a day in seconds, or nil.
local function longest_session(day, plan)
    local weekend = day.weekday == "sat" or day.weekday == "sun"
    local field = weekend and "longest_weekend_s" or "longest_weekday_s"
    return hillplan.known(plan.week, field) and plan.week[field] or nil
end

local function time_limit(day, plan)
    local seconds = longest_session(day, plan)
    if not seconds then
        return nil
    end
    local weekend = day.weekday == "sat" or day.weekday == "sun"
    local because = "your longest session "
        .. (weekend and "at weekends" or "on weekdays")
        .. " is "
        .. hillplan.count_text(seconds // 60)
        .. " minutes"
    return { max = seconds, because = because }
end

-- A distance that the runner named as the most, or nil. A race that is as long takes it all.
local function own_limit(plan, field, because, race)
    if not hillplan.known(plan.week, field) then
        return nil
    end
    return { max = math.max(plan.week[field], race), because = because }
end

-- Whether the day is the plan's first that holds a session in the runner's time by an estimate.
local function is_first_by_estimate(day, plan)
    if hillplan.known(plan.paces, "easy_fast") or not longest_session(day, plan) then
        return false
    end
    for _, before in ipairs(plan.days) do
        if days.has_run(before) and longest_session(before, plan) then
            return before.date == day.date
        end
    end
    return false
end

-- What is to be said of races on days that the runner has no room for.
local function race_note(day)
    if day.can_run or not days.has_race(day) then
        return nil
    elseif day.unavailable then
        return "The race is on a day that you have named unavailable."
    end
    return "The race is not on one of your run days."
end

return {
    api = 1,
    id = "rest-days",
    title = "Rest days, and your own calendar",
    level = "must",
    why = "A day without running in every week lets the body catch up. A plan that ignores "
        .. "your calendar is a plan that you can't keep.",
    source = "Coaching practice: muscles need time to heal between workouts. Neutral: no study "
        .. "behind one day a week",
    settings = {
        min = {
            default = 1,
            min = 0,
            max = 4,
            unit = "days",
            help = "days without running in every week",
        },
    },

    -- Race week keeps its rest day too: the race counts as a day of running.
    limit_week = function(week, plan, set)
        local because = hillplan.count_text(set.min) .. " days a week without running"
        return {
            run_days = { max = 7 - set.min, because = because },
            distance = own_limit(
                plan,
                "most",
                "your own limit for a week",
                races.longest_tune_up(plan, week)
            ),
        }
    end,

    limit_day = function(day, plan)
        return {
            duration_s = time_limit(day, plan),
            distance = own_limit(plan, "longest_run", "your own limit for a run", 0),
        }
    end,

    allow = function(day)
        local session, why = misplaced(day)
        if session then
            return false,
                days.name(session) .. " on " .. hillplan.day_text(day.date) .. ", " .. why
        end
        return true
    end,

    prefer = function(day, plan)
        local yesterday = days.has_run(day) and days.before(day, plan, 1)
        if yesterday and days.has_kind(yesterday, "long") then
            return -wishes.rest_after_long, "the day after the long run is best for rest"
        end
        return nil
    end,

    advise = function(day, plan)
        local notes = { race_note(day) }
        if is_first_by_estimate(day, plan) then
            table.insert(notes, "Times are reckoned " .. time.pace_text(plan) .. ".")
        end
        return notes
    end,
}
