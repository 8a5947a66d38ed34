-- The last weeks before the goal race: less, but not nothing.

local breaks = hillplan.use("breaks")
local days = hillplan.use("days")
local hills = hillplan.use("hills")
local history = hillplan.use("history")
local races = hillplan.use("races")
local wishes = hillplan.use("wishes")

local NO_HARD_DAYS = 3 -- before the race
local ALWAYS_KM = 5 -- race week may always hold this, and the day before the race no more
local LAST_DAYS = 8 -- in which no run is longer than ...
local LAST_KM = 20 -- ... this, ...
-- ... or so much of the longest, which tires the legs for less time before a shorter race.
local LAST_PERCENT = { short = 65, half = 65, marathon = 55, ultra = 55 }
local LOOK_BACK_DAYS = 60

-- What a week of the taper may hold, and why; nil outside the taper.
local function distance_limit(week, plan)
    local share = races.taper_share(week, plan)
    if not share then
        return nil
    end
    local sum, count = races.peak(plan)
    local max = sum * share // (100 * count)
    local because = hillplan.percent_text(share)
        .. " of the peak of "
        .. hillplan.distance_text(sum // count)
    if week.number == races.week_number(plan) then
        local before = races.days_before(plan)
        max = sum * share * before // (600 * count)
        if before < 6 then
            because = because .. ", for " .. hillplan.count_text(before) .. " of {6} days"
        end
        if max < hillplan.km(ALWAYS_KM) then
            max = hillplan.km(ALWAYS_KM)
            because = hillplan.distance_text(max) .. " in race week"
        end
    end
    max, because = breaks.share(plan, week, max, because)
    local tune_up = races.longest_tune_up(plan, week)
    if tune_up > max then
        max, because = tune_up, "the tune-up race, as the only run of its week"
    end
    return { max = max, because = because }
end

-- What a run of the last days before the race may be.
local function last_days_limit(plan, date)
    local longest = history.longest_run(plan, date - LOOK_BACK_DAYS, date - 1)
    local percent = LAST_PERCENT[races.class(plan)]
    local max = math.min(hillplan.km(LAST_KM), longest * percent // 100)
    return {
        max = math.max(max, hillplan.km(ALWAYS_KM)),
        because = "in the last "
            .. hillplan.count_text(LAST_DAYS)
            .. " days at most "
            .. hillplan.distance_text(hillplan.km(LAST_KM))
            .. ", or "
            .. hillplan.percent_text(percent)
            .. " of the longest run",
    }
end

return {
    api = 1,
    id = "taper",
    title = "A taper before the race",
    level = "must",
    why = "Fitness fades slowly and fatigue quickly, so lighter weeks before the race bring you to "
        .. "the start fresh. The runs stay as frequent, only shorter.",
    source = "Bosquet et al., 2007 (review, competitive athletes): volume down by 40 to 60 % "
        .. "within two weeks, intensity kept. Smyth and Lawlor, 2021 (158000 marathon runners): "
        .. "strict tapers of three weeks went with times 2.6 % faster. Both support the rule",

    limit_week = function(week, plan)
        local limit = distance_limit(week, plan)
        return limit and { distance = limit }
    end,

    limit_day = function(day, plan)
        local left = races.days_to(plan, day.date)
        if left > 1 and left <= LAST_DAYS then
            return { distance = last_days_limit(plan, day.date) }
        elseif left ~= 1 then
            return nil
        end
        local most = hillplan.km(ALWAYS_KM)
        local because = "at most "
            .. hillplan.distance_text(most)
            .. ", easy and flat, on the day before the race"
        local limits = hills.no_hill_session(because)
        limits.distance = { max = most, because = because }
        return limits
    end,

    -- The runs get no longer towards the race: the shake-out is the last of them. What is faster
    -- than easy lies further back.
    prefer = function(day, plan)
        local week = day.week
        if week.number ~= races.week_number(plan) or day.distance == 0 then
            return 0
        end
        if races.days_to(plan, day.date) <= NO_HARD_DAYS and days.has_kind(day, "race_pace") then
            return -wishes.sharpening, "on the last days before the race only easy running"
        end
        if days.has_session(day, "shake-out") and races.days_to(plan, day.date) > 1 then
            return -wishes.shake_out, "the shake-out is for the day before the race"
        end
        for _, earlier in ipairs(week.days) do
            local is_run = earlier.date < day.date and earlier.distance > 0
            if is_run and earlier.distance < day.distance then
                return -1, "the runs get shorter towards the race"
            end
        end
        return 0
    end,

    allow = function(day, plan)
        local left = races.days_to(plan, day.date)
        if left < 1 or left > NO_HARD_DAYS then
            return true
        end
        if days.hard_session(day) then
            return false, "nothing hard with " .. hillplan.count_text(left) .. " days to the race"
        end
        local session = left == 1 and days.uneasy_session(day, plan)
        if session then
            return false, "it is the day before the race; " .. days.uneasy_text(session)
        end
        return true
    end,
}
