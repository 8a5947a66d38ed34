-- The long run: not too much of the week, and not too long.

local days = hillplan.use("days")
local hills = hillplan.use("hills")
local history = hillplan.use("history")
local races = hillplan.use("races")
local time = hillplan.use("time")
local wishes = hillplan.use("wishes")

local SHARES = { short = 35, half = 40, marathon = 45, ultra = 45 } -- percent of the week
local MINUTES = { short = 120, half = 150, marathon = 180, ultra = 300 }
local LEAST_RUNS = 3 -- a week with fewer is not judged by shares

-- With few runs each of them is a larger part of the week.
local function share_of(runs, set)
    if runs == 3 then
        return set.share + 10
    end
    return runs == 4 and set.share + 5 or set.share
end

-- Whether the week's longest run is held against the week.
local function has_share(week, runs, plan)
    return not week.is_cut and week.number ~= races.week_number(plan) and runs >= LEAST_RUNS
end

-- The week's last day with a long run before this day, or nil. Most weeks have but one: then no day
-- is looked at, and the planner knows what this one costs whatever stands before it.
local function long_run_before(day)
    local found = nil
    if day.week.target_long_runs <= 1 then
        return nil
    end
    for _, before in ipairs(day.week.days) do
        if before.date < day.date and days.has_kind(before, "long") then
            found = before
        end
    end
    return found
end

-- Whether a run of the day is on other ground than flat.
local function is_climbing(day, plan)
    for _, session in ipairs(day.sessions) do
        if session.is_run and hills.terrain(session, plan) ~= "flat" then
            return true
        end
    end
    return false
end

-- What is wished of a second long run: that it follows the first, the flat one before the hilly.
local function judge_pair(first, second, plan)
    if second.date - first.date > 1 then
        return -wishes.back_to_back, "a second long run follows the first on the next day"
    end
    if is_climbing(first, plan) and not is_climbing(second, plan) then
        return -wishes.flat_first, "of two long runs in a row the flat one comes first"
    end
    return nil
end

return {
    api = 1,
    id = "long-run",
    title = "A long run in proportion",
    level = "must",
    why = "A long run that is most of the week, or goes on for hours more than you are used to, "
        .. "costs more in recovery than it gives in endurance.",
    source = "Jack Daniels, 2014 (coaching): about a quarter of the week, at most 150 minutes; "
        .. "more for longer races. Neutral: no study behind the shares",
    settings = {
        share = {
            default = function(plan)
                return SHARES[races.class(plan)]
            end,
            min = 25,
            max = 60,
            unit = "%",
            help = "the longest run's share of its week; 5 more with 4 runs, 10 more with 3",
        },
        max_minutes = {
            default = function(plan)
                return MINUTES[races.class(plan)]
            end,
            min = 60,
            max = 420,
            unit = "minutes",
            help = "the longest run at easy pace; every 100 m of climb count as 1 km more",
        },
    },

    limit_day = function(day, plan, set)
        local minutes, week = set.max_minutes, day.week
        local max, pace = time.longest_distance(plan, minutes * 60)
        local because = hillplan.count_text(minutes) .. " minutes " .. pace
        if
            hillplan.known(week, "target")
            and hillplan.known(week, "target_runs")
            and has_share(week, week.target_runs, plan)
        then
            local share = share_of(week.target_runs, set)
            local most = week.target * share // 100
            if most < max then
                max = most
                because = hillplan.percent_text(share)
                    .. " of the week's "
                    .. hillplan.distance_text(week.target)
            end
        end
        return { distance = { max = max, because = because } }
    end,

    -- Runs within limit_day whose climb, which it does not know, makes them too long.
    allow = function(day, plan, set)
        local max_s = set.max_minutes * 60
        for _, session in ipairs(day.sessions) do
            local is_race = days.is_race(session)
            if session.is_run and not is_race and hillplan.known(session, "climb_m") then
                local seconds = time.easy_s(plan, session.distance, session.climb_m)
                if seconds > max_s and time.easy_s(plan, session.distance, 0) <= max_s then
                    return false,
                        days.name(session)
                            .. " takes "
                            .. hillplan.count_text((seconds + 59) // 60)
                            .. " minutes "
                            .. time.pace_text(plan)
                            .. "; at most "
                            .. hillplan.count_text(set.max_minutes)
                end
            end
        end
        return true
    end,

    allow_week = function(week, plan, set)
        local is_as_aimed = week.distance == week.target and week.runs == week.target_runs
        if is_as_aimed or not has_share(week, week.runs, plan) then
            return true -- limit_day looks after a week that came out as it was aimed at
        end
        local longest = history.longest_of_week(week)
        local share = share_of(week.runs, set)
        if longest * 100 <= share * week.distance then
            return true
        end
        return false,
            "the longest run is "
                .. hillplan.distance_text(longest)
                .. " of "
                .. hillplan.distance_text(week.distance)
                .. "; at most "
                .. hillplan.percent_text(share)
                .. " of the week"
    end,

    prefer = function(day, plan)
        if not days.has_kind(day, "long") then
            return nil
        end
        local first = long_run_before(day)
        if first then
            return judge_pair(first, day, plan)
        end
        if day.is_long_run_day then
            return nil
        end
        if hillplan.known(plan.week, "long_run") then
            local wished = days.weekday_text(plan.week.long_run)
            return -wishes.long_run_day, wished .. " is your day for the long run"
        end
        if day.weekday ~= "sat" and day.weekday ~= "sun" then
            return -wishes.weekend, "the weekend has more time for a long run"
        end
        return nil
    end,
}
