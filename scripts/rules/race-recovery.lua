-- Easy days and short weeks after races.

local days = hillplan.use("days")
local hills = hillplan.use("hills")
local races = hillplan.use("races")

local MOST_DAYS = 28
local LEAST_TUNE_UP_DAYS = 3
local WEEK_SHARES = { 25, 50, 70 } -- percent of the peak week, in the weeks after the goal race
local MILE_MM = 1609344

-- Miles raced, to the nearest: as many easy days follow.
local function miles(distance_m)
    return math.min(MOST_DAYS, (distance_m * 1000 + MILE_MM // 2) // MILE_MM)
end

-- The race from which this day recovers, and its number of easy days; or nil.
local function recovering_from(plan, date)
    local race = plan.race
    if date > race.date and date - race.date <= miles(race.distance_m) then
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
        local share = WEEK_SHARES[week.number - races.week_number(plan)]
        if not share then
            return nil
        end
        local sum, count = races.peak(plan)
        return {
            distance = {
                max = sum * share // (100 * count),
                because = hillplan.percent_text(share)
                    .. " of the peak of "
                    .. hillplan.distance_text(sum // count)
                    .. ", after the race",
            },
        }
    end,

    limit_day = function(day, plan)
        local race = recovering_from(plan, day.date)
        if not race then
            return nil
        end
        local because = "flat after the race of " .. hillplan.day_text(race.date)
        return hills.no_hill_session(plan, because)
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
}
