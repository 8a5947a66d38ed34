-- Hard days apart, and not too many of them.

local days = hillplan.use("days")
local wishes = hillplan.use("wishes")

local TWO_FROM_KM = 40 -- a week with less holds one hard day at most
local ENOUGH_DAYS = 3 -- from one fast or long run to the next; further apart is no better

-- "hard runs are for Tuesday and Friday".
local function quality_days_text(plan)
    local names = {}
    for _, weekday in ipairs(plan.week.quality) do
        table.insert(names, days.weekday_text(weekday))
    end
    return "hard runs are for " .. table.concat(names, " and ")
end

local NO_WORK = { race = true, long = true, downhill = true } -- rules of their own look after these

-- Work, be it hard or not: marathon pace and a gentle climb are work, too.
local function is_quality(session)
    local kind = session.kind
    return not NO_WORK[kind]
        and session.is_run
        and (kind == "tune_up" or session.effort ~= "easy")
end

-- The day's session of work, or nil.
local function quality_session(day)
    for _, session in ipairs(day.sessions) do
        if is_quality(session) then
            return session
        end
    end
    return nil
end

local function has_load(day)
    for _, session in ipairs(day.sessions) do
        if session.kind == "long" or session.kind == "downhill" or is_quality(session) then
            return true
        end
    end
    return false
end

-- What a day of work, or a long run, loses by what was last fast or long being so near: hard
-- sessions want more room between them than the long run does.
local function lost_by_nearness(day, plan, is_hard)
    for ago = 1, ENOUGH_DAYS - 1 do
        local before = days.before(day, plan, ago)
        if before and has_load(before) then
            local lost = wishes.spread * (ENOUGH_DAYS - ago)
            local are_hard = is_hard and days.hard_session(before)
            return are_hard and lost + wishes.hard_apart or lost
        end
    end
    return 0
end

return {
    api = 1,
    id = "hard-easy",
    title = "Easy days between hard ones",
    level = "must",
    why = "Fitness comes from the recovery after hard work. Two hard days in a row leave no time "
        .. "for it, and too many a week end in overtraining.",
    source = "Coaching practice: the hard-easy principle. Neutral: no study behind the number of "
        .. "days",
    settings = {
        max_hard_days = {
            default = 2,
            min = 0,
            max = 3,
            unit = "days",
            help = "hard days in a week of 40 km or more; in smaller weeks one at most",
        },
    },

    limit_week = function(_, _, set)
        return {
            hard_days = {
                max = set.max_hard_days,
                because = "at most "
                    .. hillplan.count_text(set.max_hard_days)
                    .. " hard days a week",
            },
        }
    end,

    allow = function(day, plan)
        local is_long, fast = days.has_kind(day, "long"), quality_session(day)
        local hard = days.hard_session(day)
        local yesterday = (is_long or fast or hard) and days.before(day, plan, 1)
        if not yesterday then
            return true
        end
        local eve = is_long and days.hard_session(yesterday)
        if eve and eve.kind ~= "tune_up" then
            return false, "nothing hard on the eve of the long run"
        end
        local before_it = fast and quality_session(yesterday)
        if before_it then
            return false, "nothing fast on the day after " .. days.name(before_it)
        end
        local before = hard and days.hard_session(yesterday)
        if before then
            return false, "nothing hard on the day after " .. days.name(before)
        end
        if (hard or fast) and days.has_kind(yesterday, "long") then
            return false, "nothing hard on the day after a long run"
        end
        return true
    end,

    allow_week = function(week)
        local enough = hillplan.km(TWO_FROM_KM)
        if week.hard_days <= 1 or week.least_distance >= enough or week.distance >= enough then
            return true -- limit_week looks after the rest
        end
        return false,
            hillplan.count_text(week.hard_days)
                .. " hard days in "
                .. hillplan.distance_text(week.distance)
                .. "; a week below "
                .. hillplan.distance_text(hillplan.km(TWO_FROM_KM))
                .. " holds one at most"
    end,

    -- Hard sessions on the runner's days for them; they and the long run as far apart as can be.
    prefer = function(day, plan)
        if not has_load(day) then
            return nil
        end
        local is_hard = days.hard_session(day) ~= nil
        local lost = lost_by_nearness(day, plan, is_hard)
        local eve = days.has_kind(day, "long") and days.before(day, plan, 1)
        if eve and quality_session(eve) then
            lost = lost + wishes.work_on_eve
        end
        if is_hard and #plan.week.quality > 0 and not day.is_quality_day then
            return -lost - wishes.quality_day, quality_days_text(plan)
        elseif lost > 0 then
            return -lost, "hard and long runs are spread over the week"
        end
        return nil
    end,
}
