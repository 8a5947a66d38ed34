-- Easy days after a downhill session, over week edges and from the runner's history.

local days = hillplan.use("days")
local hills = hillplan.use("hills")
local history = hillplan.use("history")
local wishes = hillplan.use("wishes")

local LONGER_DAYS = 3 -- after descents that the legs are not used to
local MEMORY_DAYS = 42 -- how long the protection of a downhill session lasts

-- Whether a downhill session of a date is new to the legs: the first one for six weeks, or 130 % of
-- the largest of these.
local function is_new(plan, date, descent_m)
    local largest = history.largest_downhill(plan, date - MEMORY_DAYS, date - 1)
    return not largest or descent_m * 100 >= largest * 130
end

local function most_days(set)
    return math.max(set.easy_days, LONGER_DAYS)
end

-- False where nothing before the day can ask for recovery: most days need no closer look.
local function may_recover(day, plan, set)
    return history.may_be_downhill(plan, day.date - most_days(set), day.date - 1)
end

-- The date of the downhill session from which this day recovers, and for how many days; or nil.
local function recovering_from(day, plan, set)
    for ago = 1, most_days(set) do
        local descent_m = history.downhill_ago(day, plan, ago)
        if descent_m then
            local date = day.date - ago
            if ago <= set.easy_days then
                return date
            elseif is_new(plan, date, descent_m) then
                return date
            end
        end
    end
    return nil
end

-- The wishes of a week that fall on a date: a long run or quality there would have to go.
local function is_wanted(plan, date)
    local weekday = hillplan.weekday(date)
    if hillplan.known(plan.week, "long_run") and plan.week.long_run == weekday then
        return true
    end
    for _, quality in ipairs(plan.week.quality) do
        if quality == weekday then
            return true
        end
    end
    return false
end

return {
    api = 1,
    id = "downhill-recovery",
    title = "Easy days after downhill running",
    level = "must",
    why = "Downhill running makes the thigh muscles brake while they lengthen, which damages them. "
        .. "Soreness peaks one to three days later; easy running then lets the muscle rebuild.",
    source = "Annie Bothma, 2023 (coaching): at least 2 to 3 easy days after a hard downhill "
        .. "effort. Chen et al., 2007 (young men, one downhill run of 30 minutes at -15 %): "
        .. "economy was worse for 3 days, soreness lasted 4. Supports the rule",
    settings = {
        easy_days = {
            default = 2,
            min = 2,
            max = 5,
            unit = "days",
            help = "easy days after every downhill session; new descents get at least 3",
        },
    },

    limit_day = function(day, plan, set)
        local date = may_recover(day, plan, set) and recovering_from(day, plan, set)
        if not date then
            return nil
        end
        local because = "flat after " .. hillplan.weekday_name(date) .. "'s downhill run"
        return hills.no_hill_session(because)
    end,

    allow = function(day, plan, set)
        local eve = hills.may_be_downhill(day.date, day.date) and days.before(day, plan, 1)
        if eve and days.has_kind(eve, "long") and days.has_kind(day, "downhill") then
            return false, "no downhill session on the day after a long run"
        end
        local session = may_recover(day, plan, set) and days.uneasy_session(day, plan)
        local date = session and recovering_from(day, plan, set)
        if not date then
            return true
        end
        return false,
            "the legs recover from "
                .. hillplan.weekday_name(date)
                .. "'s downhill run; "
                .. days.uneasy_text(session)
    end,

    -- A downhill session costs least where the days after it hold no other wishes.
    prefer = function(day, plan, set)
        if not hills.downhill_session(day) then
            return nil
        end
        local eve = days.before(day, plan, 1)
        if eve and days.hard_session(eve) then
            return -wishes.downhill_after_hard, "the day after something hard is easy"
        end
        local wanted = 0
        for ahead = 1, set.easy_days do
            wanted = wanted + (is_wanted(plan, day.date + ahead) and 1 or 0)
        end
        if wanted == 0 then
            return nil
        end
        return -wanted * wishes.quiet_recovery, "the days after it are for the long or a hard run"
    end,
}
