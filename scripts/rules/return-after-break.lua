-- After days off training comes back in steps: what a week holds, and what waits how long.

local breaks = hillplan.use("breaks")
local days = hillplan.use("days")
local hills = hillplan.use("hills")
local history = hillplan.use("history")
local races = hillplan.use("races")
local run_walk = hillplan.use("run_walk")

local EASY_KINDS = { easy = true, run_walk = true, race = true, tune_up = true }
local MISSING_PART = 5 -- a fifth
local MOST_PERCENT_OF_USUAL = 125 -- what a run may be in a week with days off, the long one aside

local function is_judged(plan, week)
    return not hillplan.known(plan.race, "date") or week.number <= races.week_number(plan)
end

-- The date of the first run after a break, as far as a day knows: the day itself if there was none.
local function first_run_date(plan, pause, date)
    local start = plan.weeks[1].start
    for before = math.max(start, pause.last + 1), date - 1 do
        if days.has_run(plan.days[before - start + 1]) then
            return before
        end
    end
    return date
end

-- Where a day stands after the last break: its number (1: the first run may be on it), the dose
-- that holds, how many days were off, and the break; nil where nothing waits.
local function day_back(plan, date, first_run)
    local pause, dose, off = breaks.last_before(plan, date)
    if not dose then
        return nil
    end
    local is_before_plan = pause.last + 1 < plan.weeks[1].start
    local first = is_before_plan and pause.last + 1 or first_run(plan, pause, date)
    return { number = date - first + 1, dose = dose, off = off, pause = pause }
end

local function first_days_text(count, back, what)
    if count == 1 then
        return "the first day of running after an illness or injury: " .. what
    end
    return "the first "
        .. hillplan.count_text(count)
        .. " days of running after "
        .. hillplan.count_text(back.off)
        .. " days off: "
        .. what
end

local function easy_text(back)
    return first_days_text(back.dose.easy, back, "easy runs only")
end

-- Why a kind of run is too early, whatever its effort; or nil.
local function kind_too_early(kind, back)
    local number, dose = back.number, back.dose
    if number <= dose.easy and not EASY_KINDS[kind] then
        return easy_text(back)
    elseif number <= dose.long and kind == "long" then
        return first_days_text(dose.long, back, "no long run")
    elseif number <= dose.hard and kind == "downhill" then
        return first_days_text(dose.hard, back, "nothing hard, no downhill run")
    end
    return nil
end

-- Why a session is too early, or nil. Kinds that are so wherever the first run was (`at_least`) are
-- looked after by limit_session.
local function too_early(session, plan, back, at_least)
    local is_told = days.is_race(session) or not session.is_run
    if is_told or kind_too_early(session.kind, at_least) then
        return nil
    end
    local because = kind_too_early(session.kind, back)
    if because then
        return because
    end
    local is_easy = session.effort == "easy" and hills.terrain(session, plan) == "flat"
    if back.number <= back.dose.easy and not is_easy then
        return easy_text(back)
    elseif back.number <= back.dose.hard and session.is_hard then
        return first_days_text(back.dose.hard, back, "nothing hard, no downhill run")
    end
    return nil
end

-- The most that any run of a week may be: a step of the longest before a way back, or in a week
-- with days off the longest of late.
local function longest_limit(plan, week)
    local way, percent = breaks.way_back(plan, week)
    if way then
        local longest, is_estimated = history.longest_before(plan, way.first)
        return {
            max = longest * percent // 100,
            because = "the way back after "
                .. hillplan.count_text(way.days)
                .. " days off: "
                .. hillplan.percent_text(percent)
                .. " of the longest run before, "
                .. history.longest_text(longest, is_estimated),
        }
    elseif not breaks.is_planned_cut(plan, week) then
        return nil
    end
    local longest, is_estimated = history.longest_recent_run(plan, week.start)
    return {
        max = longest,
        because = "a week with days off: no run beyond the longest of late, "
            .. history.longest_text(longest, is_estimated),
    }
end

-- With more than a fifth of its runs missing, a week has no long run that moves to another day.
local function is_kept_to_its_day(plan, day)
    local usual, open = breaks.room_to_plan(plan, day.week)
    return MISSING_PART * (usual - open) > usual and not day.is_long_run_day
end

-- What a run that isn't the long one may be, in percent of a usual one.
local function usual_limit(plan, kind, week, back)
    if back and back.dose.usual and back.number <= back.dose.easy then
        return {
            max = history.usual_run_before(plan, back.pause) * back.dose.usual // 100,
            because = first_days_text(
                back.dose.easy,
                back,
                hillplan.percent_text(back.dose.usual) .. " of a usual run"
            ),
        }
    elseif kind == "long" or days.is_race({ kind = kind }) then
        return nil
    elseif not breaks.is_planned_cut(plan, week) then
        return nil
    end
    local usual = history.usual_run(plan, week.number)
    return {
        max = usual * MOST_PERCENT_OF_USUAL // 100,
        because = "a week with days off: its runs stay within "
            .. hillplan.percent_text(MOST_PERCENT_OF_USUAL)
            .. " of a usual "
            .. hillplan.distance_text(usual),
    }
end

-- The earliest date that the first run may have, before its week is filled.
local function earliest_run_date(plan, pause, date)
    local start = plan.weeks[1].start
    local week_start = start + (date - start) // 7 * 7
    return math.min(
        first_run_date(plan, pause, math.max(week_start, pause.last + 1)),
        math.max(week_start, pause.last + 1)
    )
end

return {
    api = 1,
    id = "return-after-break",
    title = "Back in steps after days off",
    level = "must",
    why = "Tendons and bones lose in weeks what took months, and a body that was ill needs its "
        .. "strength twice. Some easy days and a smaller week or two cost little; what was missed "
        .. "can't be made up for.",
    source = "Jack Daniels, 2014 (coaching): after 6 to 28 days off half of the load for the first "
        .. "half of as long a return, then three quarters. Neutral: no study behind the steps, "
        .. "which are this program's own choice",

    week_kind = function(week, plan)
        local way, percent = breaks.way_back(plan, week)
        if way then
            return "return", percent
        end
    end,

    break_level = function(pause, plan)
        local first = breaks.first_day_off(pause)
        local longest = history.longest_before(plan, first)
        return history.level_before(plan, first), longest
    end,

    limit_week = function(week, plan)
        if not is_judged(plan, week) or run_walk.includes(week) then
            return nil
        end
        local max, because = history.way_back_limit(plan, week)
        if not max then
            return nil
        end
        max, because = breaks.share(plan, week, max, because)
        local tune_up = races.longest_tune_up(plan, week)
        if tune_up > max then
            max, because = tune_up, "the tune-up race, as the only run of its week"
        end
        return { distance = { max = max, because = because } }
    end,

    limit_day = function(day, plan)
        local week = day.week
        if #plan.breaks == 0 or not is_judged(plan, week) or run_walk.includes(week) then
            return nil
        end
        local limits = { distance = longest_limit(plan, week) }
        local back = day_back(plan, day.date, earliest_run_date)
        if back and back.number <= back.dose.easy then
            for kind, limit in pairs(hills.no_hill_session(easy_text(back))) do
                limits[kind] = limit
            end
        end
        return limits
    end,

    -- What allow would refuse, known before the week is laid out; and no run takes over what days
    -- off cost.
    limit_session = function(kind, day, plan)
        local week = day.week
        if #plan.breaks == 0 or not is_judged(plan, week) then
            return nil
        end
        local back = day_back(plan, day.date, earliest_run_date)
        local because = back and kind_too_early(kind, back)
        if not because and kind == "long" and is_kept_to_its_day(plan, day) then
            because = "with such days off no long run but on its own day"
        end
        if because then
            return { distance = { max = 0, because = because } }
        end
        if run_walk.includes(week) then
            return nil
        end
        return { distance = usual_limit(plan, kind, week, back) }
    end,

    allow = function(day, plan)
        if #plan.breaks == 0 or not is_judged(plan, day.week) then
            return true
        end
        local back = day_back(plan, day.date, first_run_date)
        local at_least = day_back(plan, day.date, earliest_run_date)
        for _, session in ipairs(back and day.sessions or {}) do
            local because = too_early(session, plan, back, at_least)
            if because then
                return false, because
            end
        end
        return true
    end,
}
