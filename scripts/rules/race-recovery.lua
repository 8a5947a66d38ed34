-- Easy days and short weeks after races.

local days = hillplan.use("days")
local hills = hillplan.use("hills")
local races = hillplan.use("races")
local time = hillplan.use("time")
local wishes = hillplan.use("wishes")

local MOST_DAYS = 28
local LEAST_TUNE_UP_DAYS = 3
local MILE_MM = 1609344

-- Days without running after the goal race, by its class.
local REST_DAYS = { short = 0, half = 2, marathon = 4, ultra = 7 }

-- The weeks after the goal race: percent of the peak week, runs, and minutes of the longest.
local WEEKS = {
    short = { { share = 75, runs = 5, minutes = 75 } },
    half = {
        { share = 45, runs = 3, minutes = 45 },
        { share = 75, runs = 4, minutes = 60 },
    },
    marathon = {
        { share = 20, runs = 2, minutes = 45 },
        { share = 45, runs = 4, minutes = 60 },
        { share = 70, runs = 5, minutes = 75 },
    },
    ultra = {
        { share = 10, runs = 2, minutes = 45 },
        { share = 30, runs = 3, minutes = 60 },
        { share = 50, runs = 4, minutes = 75 },
        { share = 65, runs = 5, minutes = 75 },
    },
}

-- The longest run's share of such a week in percent; nil where two runs or fewer can't be balanced.
local function share_of(runs)
    if runs < 3 then
        return nil
    end
    return runs == 3 and 45 or runs == 4 and 35 or 30
end

-- What a week after the goal race may hold; nil for all others.
local function recovery_of(week, plan)
    local weeks_after = week.number - races.week_number(plan)
    return weeks_after > 0 and WEEKS[races.class(plan)][weeks_after] or nil
end

-- The longest run that such a week may hold, and why.
local function longest_run(week, recovery, plan)
    local max, pace = time.longest_distance(plan, recovery.minutes * 60)
    local because = hillplan.count_text(recovery.minutes) .. " minutes " .. pace
    if hillplan.known(week, "target") and hillplan.known(week, "target_runs") then
        local share = share_of(week.target_runs)
        if share and week.target * share // 100 < max then
            max = week.target * share // 100
            because = hillplan.percent_text(share)
                .. " of the week's "
                .. hillplan.distance_text(week.target)
        end
    end
    return { max = max, because = because }
end

-- Whether the week's longest run so far is on another day than the runner's for it.
local function misses_long_day(day)
    for _, earlier in ipairs(day.week.days) do
        local is_missed = day.is_long_run_day and earlier.distance > day.distance
            or earlier.is_long_run_day and earlier.distance < day.distance
        if earlier.date < day.date and is_missed then
            return true
        end
    end
    return false
end

-- Miles raced, to the nearest: as many easy days follow.
local function miles(distance_m)
    return math.min(MOST_DAYS, (distance_m * 1000 + MILE_MM // 2) // MILE_MM)
end

-- The race from which this day recovers, and its number of easy days; or nil.
local function recovering_from(plan, date)
    local race = plan.race
    local is_after = not race.is_none and date > race.date
    if is_after and date - race.date <= miles(race.distance_m) then
        return race, miles(race.distance_m)
    end
    for _, tune_up in ipairs(plan.tune_up_races) do
        local easy_days = math.max(LEAST_TUNE_UP_DAYS, miles(tune_up.distance_m) // 2)
        if date > tune_up.date and date - tune_up.date <= easy_days then
            return tune_up, easy_days
        end
    end
    return nil
end

return {
    api = 1,
    id = "race-recovery",
    title = "Recovery after races",
    level = "should",
    why = "A race takes more out of the legs than any training. What feels fine after three days "
        .. "has not healed yet.",
    source = "Coaching practice: one easy day for each mile raced. Neutral: no study behind the "
        .. "number of days",

    limit_week = function(week, plan)
        local recovery = recovery_of(week, plan)
        if not recovery then
            return nil
        end
        local sum, count = races.peak(plan)
        return {
            distance = {
                max = sum * recovery.share // (100 * count),
                because = hillplan.percent_text(recovery.share)
                    .. " of the peak of "
                    .. hillplan.distance_text(sum // count)
                    .. ", after the race",
            },
            runs = {
                max = recovery.runs,
                because = "at most "
                    .. hillplan.count_text(recovery.runs)
                    .. " runs a week, after the race",
            },
        }
    end,

    limit_day = function(day, plan)
        local race = recovering_from(plan, day.date)
        local limits = {}
        if race then
            local because = "flat after the race of " .. hillplan.day_text(race.date)
            limits = hills.no_hill_session(because)
        end
        local recovery = recovery_of(day.week, plan)
        if recovery then
            limits.distance = longest_run(day.week, recovery, plan)
        end
        local rest_days = race == plan.race and REST_DAYS[races.class(plan)]
        if rest_days and day.date - race.date <= rest_days then
            local because = "no running on the "
                .. hillplan.count_text(rest_days)
                .. " days after the race"
            limits.distance = { max = 0, because = because }
        end
        return limits
    end,

    allow = function(day, plan)
        local race, easy_days = recovering_from(plan, day.date)
        local session = race and days.uneasy_session(day, plan)
        if not session then
            return true
        end
        local is_easy_long = session.kind == "long" and session.effort == "easy"
        local is_after_tune_up = race ~= plan.race and day.date - race.date == 1
        if is_easy_long and is_after_tune_up and races.is_short(race) then
            return true -- the week's long run follows a short race
        end
        return false,
            "the "
                .. hillplan.count_text(easy_days)
                .. " days after the race of "
                .. hillplan.day_text(race.date)
                .. " are easy; "
                .. days.uneasy_text(session)
    end,

    -- The longest run is on the runner's day for it, as in all other weeks, and the runs apart.
    prefer = function(day, plan)
        if not recovery_of(day.week, plan) then
            return nil
        end
        if misses_long_day(day) then
            return -wishes.long_run_day,
                days.weekday_text(plan.week.long_run) .. " is your day for the long run"
        end
        local yesterday = days.has_run(day) and days.before(day, plan, 1)
        if yesterday and days.has_run(yesterday) then
            return -wishes.recovery_apart, "a day of rest between two runs, as long as you recover"
        end
        return nil
    end,
}
