-- Days without running, and the runner's own calendar.

local days = hillplan.use("days")
local wishes = hillplan.use("wishes")

local function has_race(day)
    local goal, tune_up = days.races(day)
    return goal or tune_up
end

-- The first session of a day that its calendar has no room for, and why; nil where all is well.
local function misplaced(day)
    if #day.sessions == 0 or day.can_run or has_race(day) then
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

-- The days of the week so far on which something is run, today included.
local function running_days(week)
    local count = 0
    for _, day in ipairs(week.days) do
        if days.has_run(day) then
            count = count + 1
        end
    end
    return count
end

return {
    api = 1,
    id = "rest-days",
    title = "Rest days, and your own calendar",
    level = "must",
    why = "A day without running in every week lets the body catch up. A plan that ignores "
        .. "your calendar is a plan that you can't keep.",
    source = "Coaching practice: muscles need time to heal between workouts",
    settings = {
        min = {
            default = 1,
            min = 0,
            max = 4,
            unit = "days",
            help = "days without running in every week",
        },
    },

    limit_day = function(day, plan)
        local weekend = day.weekday == "sat" or day.weekday == "sun"
        local field = weekend and "longest_weekend_s" or "longest_weekday_s"
        if not hillplan.known(plan.week, field) then
            return nil
        end
        local seconds = plan.week[field]
        local because = "your longest session "
            .. (weekend and "at weekends" or "on weekdays")
            .. " is "
            .. seconds // 60
            .. " minutes"
        return { duration_s = { max = seconds, because = because } }
    end,

    allow = function(day, _, set)
        local session, why = misplaced(day)
        if session then
            return false,
                days.name(session) .. " on " .. hillplan.day_text(day.date) .. ", " .. why
        end
        -- Race week keeps its rest day too, so the race counts as a day of running.
        local most = 7 - set.min
        local week = day.week
        if #week.days > most and days.has_run(day) and running_days(week) > most then
            return false,
                running_days(week)
                    .. " days of running; at least "
                    .. set.min
                    .. " of the week should be without"
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

    advise = function(day)
        if day.can_run or not has_race(day) then
            return nil
        end
        if day.unavailable then
            return { "The race is on a day that you have named unavailable." }
        end
        return { "The race is not on one of your run days." }
    end,
}
