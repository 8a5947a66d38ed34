-- A lighter week now and then, in which the training of the weeks before sinks in.

local breaks = hillplan.use("breaks")
local hills = hillplan.use("hills")
local history = hillplan.use("history")
local races = hillplan.use("races")
local run_walk = hillplan.use("run_walk")

-- Of the week before. Under the plain 10 % ramp a lighter week must be only so light that the next
-- one may return: 91 % and 10 % more is where it was.
local LITERAL_RAMP_PERCENT = 91
local LONG_RUN_PERCENT = 80 -- of the last long run

local function is_building(week)
    return week.kind == "build" or week.kind == "hold"
end

-- A week with a tune-up race makes room for it.
local function is_full(week, plan)
    return is_building(week) and races.longest_tune_up(plan, week) == 0
end

-- The most that the week may hold, and why.
local function distance_limit(week, plan, set)
    local percent = set.compare_with == "recent_peak" and set.factor or LITERAL_RAMP_PERCENT
    local sum, count
    if week.number == 1 then
        sum, count = history.recent_weeks()
    else
        sum, count = history.held_distance(plan, week.number - 1), 1
    end
    local max, because = breaks.share(
        plan,
        week,
        sum * percent // (100 * count),
        "a lighter week: "
            .. hillplan.percent_text(percent)
            .. " of the "
            .. hillplan.distance_text(sum // count)
            .. " before"
    )
    return { max = max, because = because }
end

-- One hard day fewer than the last week of full training, but one all the same; nil where there is
-- no such week.
local function hard_day_limit(week, plan)
    for number = week.number - 1, 1, -1 do
        if is_building(plan.weeks[number]) then
            local before = plan.weeks[number].hard_days
            return {
                max = math.max(1, before - 1),
                because = before < 2 and "a lighter week: one hard day at most"
                    or "a lighter week: one hard day fewer than the "
                        .. hillplan.count_text(before)
                        .. " before",
            }
        end
    end
    return nil
end

-- What is left of the longest run of the week before that was neither its long run nor a race; 0
-- for none. Where all runs are about equal, the long run's limit must not hold the others down.
local function longest_other_limit(plan, week)
    local longest = 0
    if week.number > 1 then
        for _, day in ipairs(plan.weeks[week.number - 1].days) do
            for _, session in ipairs(day.sessions) do
                local is_other = session.is_run
                    and session.kind ~= "long"
                    and session.kind ~= "race"
                    and session.kind ~= "tune_up"
                if is_other then
                    longest = math.max(longest, session.distance)
                end
            end
        end
    end
    return longest * LITERAL_RAMP_PERCENT // 100
end

return {
    api = 1,
    id = "lighter-weeks",
    title = "Every fourth week is lighter",
    level = "should",
    why = "Training in blocks with a lighter week at the end lets fatigue fade before it grows "
        .. "into overtraining.",
    source = "Coaching practice: periodized training that fits the capacity to recover. Neutral: "
        .. "no study behind every fourth week",
    settings = {
        every = {
            default = 4,
            min = 3,
            max = 4,
            unit = "weeks",
            help = "one week in so many is lighter",
        },
        compare_with = {
            default = "previous_week",
            choices = { "previous_week", "recent_peak" },
            help = "as in weekly-ramp; with recent_peak lighter weeks can be lighter",
        },
        factor = {
            default = 75,
            min = 67,
            max = 80,
            unit = "%",
            help = "with recent_peak: a lighter week in percent of the week before",
        },
    },

    limit_week = function(week, plan, set)
        if week.kind ~= "lighter" then
            return nil
        end
        return {
            distance = distance_limit(week, plan, set),
            hard_days = hard_day_limit(week, plan),
        }
    end,

    limit_day = function(day, plan)
        if day.week.kind ~= "lighter" then
            return nil
        end
        local last, is_estimated = history.last_long_run(plan, day.week)
        local other = longest_other_limit(plan, day.week)
        local limits = {
            descent_m = {
                max = hills.threshold_m() - 1,
                because = "no downhill session in a lighter week",
            },
        }
        if last * LONG_RUN_PERCENT // 100 < other then
            limits.distance = { max = other, because = "a lighter week: no run as long as before" }
        elseif last > 0 then
            limits.distance = {
                max = last * LONG_RUN_PERCENT // 100,
                because = "a lighter week: "
                    .. hillplan.percent_text(LONG_RUN_PERCENT)
                    .. " of the last long run of "
                    .. history.longest_text(last, is_estimated),
            }
        end
        return limits
    end,

    allow = function(day, plan)
        if day.week.kind ~= "lighter" then
            return true
        end
        local session = hills.downhill_session(day)
        if session then
            return false, "no downhill session in a lighter week"
        end
        -- What limit_day cannot know where it leaves room for others: which run is the long one.
        local long = history.longest_long(day)
        local last, is_estimated = 0, false
        if long > 0 then
            last, is_estimated = history.last_long_run(plan, day.week)
        end
        local limit = last * LONG_RUN_PERCENT // 100
        if last > 0 and long > limit and limit < longest_other_limit(plan, day.week) then
            return false,
                "the long run of a lighter week is at most "
                    .. hillplan.percent_text(LONG_RUN_PERCENT)
                    .. " of the last one, "
                    .. history.longest_text(last, is_estimated)
        end
        return true
    end,

    -- Whatever came before the plan is not counted: week 1 starts a block, or the first week after
    -- run-walk, which is light enough.
    allow_week = function(week, plan, set)
        if not is_full(week, plan) or week.number - run_walk.weeks() < set.every then
            return true
        end
        for number = week.number - set.every + 1, week.number - 1 do
            if not is_full(plan.weeks[number], plan) then
                return true
            end
        end
        return false,
            "week "
                .. hillplan.count_text(week.number)
                .. " is full training after "
                .. hillplan.count_text(set.every - 1)
                .. " such weeks; it should be lighter"
    end,
}
