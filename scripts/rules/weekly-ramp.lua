-- Weeks grow by at most 10 %. Judged on the numbers that the runner reads, so that 10 miles may be
-- followed by 11, and by nothing that only rounds to 11.

local breaks = hillplan.use("breaks")
local history = hillplan.use("history")
local races = hillplan.use("races")
local run_walk = hillplan.use("run_walk")

local FREE_RUN_WALK_KM = 12 -- run-walk weeks are free up to here: 4 times half an hour at first,
local MOST_RUN_WALK_KM = 18 -- ... and up to here, 3 times and one longer session,
local RUN_WALK_PERCENT = 140 -- ... so much of the week before

-- The mean of the last four weeks, as sum and count.
local function mean_of_four(plan, week)
    local sum, count = 0, 0
    for number = week.number - 4, week.number - 1 do
        local distance = history.week_distance(plan, number)
        if distance then
            sum, count = sum + distance, count + 1
        end
    end
    return sum, math.max(1, count)
end

local function highest_of_four(plan, week)
    local highest = 0
    for number = week.number - 4, week.number - 1 do
        highest = math.max(highest, history.week_distance(plan, number) or 0)
    end
    return highest
end

local function last_run_week(plan, week)
    local number = week.number - 1
    while number >= 1 and breaks.is_absence(plan, plan.weeks[number]) do
        number = number - 1
    end
    return history.week_distance(plan, number) or 0
end

-- What a whole week may hold, and why.
local function limit_whole(plan, week, set)
    local max, because = -1, nil
    local percent = 100 + set.max_increase

    local function hold_against(sum, count, what)
        local allowed = sum * percent // (100 * count)
        if allowed > max then
            max = allowed
            because = hillplan.percent_text(percent)
                .. " of "
                .. hillplan.distance_text(sum // count)
                .. ", "
                .. what
        end
    end

    if week.number == 1 then
        local sum, count = history.recent_weeks()
        hold_against(sum, count, "the mean of your recent weeks")
        return max, because
    end
    if set.compare_with == "recent_peak" then
        hold_against(highest_of_four(plan, week), 1, "the highest of the last {4} weeks")
    else
        local before, held = week.number - 1, history.held_distance(plan, week.number - 1)
        local is_whole = held == plan.weeks[before].distance
        local what = is_whole and "the week before" or "the week before, had it been whole"
        hold_against(held, 1, what)
    end
    if breaks.is_absence(plan, plan.weeks[week.number - 1]) then
        -- A week away must not cost months: the runner has not lost what the calendar took.
        local sum, count = mean_of_four(plan, week)
        hold_against(sum, count, "the mean of {4} weeks, as days of last week were unavailable")
        hold_against(last_run_week(plan, week), 2, "half of the last week without absences")
    end
    return max, because
end

-- What a week of run-walk alone may hold, and why: by time a week starts from little.
local function run_walk_limit(plan, week)
    local sum, count = history.week_distance(plan, week.number - 1), 1
    if week.number == 1 then
        sum, count = history.recent_weeks()
    end
    local most, free = hillplan.km(MOST_RUN_WALK_KM), hillplan.km(FREE_RUN_WALK_KM)
    local max = sum * RUN_WALK_PERCENT // (100 * count)
    if max > free and max < most then
        return max,
            hillplan.percent_text(RUN_WALK_PERCENT)
                .. " of "
                .. hillplan.distance_text(sum // count)
                .. ", for a week of run-walk"
    end
    max = max >= most and most or free
    return max, "run-walk weeks of up to " .. hillplan.distance_text(max)
end

-- What a week with days off has its share of: no more than a step above the level before it, as a
-- long tune-up race is no training to go on from.
local function level_limit(plan, week, set, max, because)
    local percent, level = 100 + set.max_increase, history.level(plan, week.number)
    if level * percent // 100 >= max then
        return max, because
    end
    return level * percent // 100,
        hillplan.percent_text(percent)
            .. " of "
            .. hillplan.distance_text(level)
            .. ", the level before days off"
end

-- What a week may hold, and why: on the way back after days off that alone, or the larger where
-- the days off are only guessed.
local function limit(plan, week, set)
    local max, because = history.way_back_limit(plan, week)
    if not max or #plan.breaks == 0 then
        local whole, why = limit_whole(plan, week, set)
        if not max or whole > max then
            max, because = whole, why
        end
    end
    if breaks.is_cut(plan, week) then
        max, because = level_limit(plan, week, set, max, because)
    end
    return breaks.share(plan, week, max, because)
end

-- After the goal race the weeks start from next to nothing; race-recovery looks after them.
local function is_judged(plan, week)
    return not hillplan.known(plan.race, "date") or week.number <= races.week_number(plan)
end

return {
    api = 1,
    id = "weekly-ramp",
    title = "Weekly distance grows by at most 10 %",
    level = "must",
    why = "Muscles adapt in days, tendons and bones in weeks and months. A small step each week "
        .. "gives them time to follow.",
    source = "Coaching practice: no more than 10 % over the previous week. Frandsen et al., 2025 "
        .. "(5205 runners, all their runs): injuries had nothing to do with growth from week to "
        .. "week. Neutral at best, so session-spike stands beside the rule",
    settings = {
        max_increase = {
            default = 10,
            min = 0,
            max = 10,
            unit = "%",
            help = "how much a week may exceed the one that it is held against",
        },
        compare_with = {
            default = "previous_week",
            choices = { "previous_week", "recent_peak" },
            help = "the week before, or the highest of the last four",
        },
    },

    limit_week = function(week, plan, set)
        if not is_judged(plan, week) then
            return nil
        end
        local max, because = limit(plan, week, set)
        local tune_up = races.longest_tune_up(plan, week)
        if tune_up > max then
            max, because = tune_up, "the tune-up race, as the only run of its week"
        end
        if run_walk.includes(week) then
            local run_walk_max, run_walk_because = run_walk_limit(plan, week)
            if run_walk_max > max then
                max, because = run_walk_max, run_walk_because
            end
        end
        return { distance = { max = max, because = because } }
    end,

    -- What limit_week cannot know before the week is filled: whether it is run-walk throughout.
    allow_week = function(week, plan, set)
        if not run_walk.includes(week) or not is_judged(plan, week) then
            return true
        end
        local max, because = limit(plan, week, set)
        max = math.max(max, races.longest_tune_up(plan, week))
        if week.distance > max and not run_walk.fills(week) then
            return false,
                hillplan.distance_text(week.distance) .. " is more than " .. because
        end
        return true
    end,
}
