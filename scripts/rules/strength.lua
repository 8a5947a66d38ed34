-- Short strength sessions, where they don't spoil the next run.

local days = hillplan.use("days")
local hills = hillplan.use("hills")
local wishes = hillplan.use("wishes")

-- The run that needs fresh legs: long, downhill, or the goal race. Nil where there is none.
local function demanding_run(day)
    for _, session in ipairs(day.sessions) do
        if session.kind == "long" or session.kind == "race" then
            return session
        end
    end
    return hills.downhill_session(day)
end

-- Whether there is strength training on a day, and whether the day before may matter to it: there
-- is, or a run that may need fresh legs.
local function looks_back(day)
    local is_strength, is_demanding = false, false
    for _, session in ipairs(day.sessions) do
        local kind = session.kind
        is_strength = is_strength or kind == "strength"
        is_demanding = is_demanding or kind == "long" or kind == "race"
    end
    return is_strength,
        is_strength or is_demanding or hills.may_be_downhill(day.date, day.date)
end

-- Whether the strength session comes after every hard run of its day.
local function comes_last(day)
    local seen = false
    for _, session in ipairs(day.sessions) do
        if session.kind == "strength" then
            seen = true
        elseif seen and session.is_hard then
            return false
        end
    end
    return true
end

local function check_place(day, plan)
    if days.hard_session(day) then
        if not comes_last(day) then
            return false, "strength comes after the hard session, not before it"
        end
        return true
    end
    local session = days.uneasy_session(day, plan)
    if session then
        return false, "strength goes with easy or hard days, not with " .. days.name(session)
    end
    return true
end

local function sessions_in(week)
    local count = 0
    for _, day in ipairs(week.days) do
        for _, session in ipairs(day.sessions) do
            count = count + (session.kind == "strength" and 1 or 0)
        end
    end
    return count
end

return {
    api = 1,
    id = "strength",
    title = "Strength training twice a week",
    level = "should",
    why = "Strong hips, thighs and calves keep each step stable and absorb its shock.",
    source = "Coaching practice: glute bridge, monster walk, side leg lift, squats, calf raises. "
        .. "Neutral: no study behind the number of sessions",
    settings = {
        sessions = {
            default = 2,
            min = 0,
            max = 3,
            unit = "sessions",
            help = "short strength sessions a week",
        },
    },

    allow = function(day, plan)
        local is_strength, may_matter = looks_back(day)
        local yesterday = may_matter and days.before(day, plan, 1)
        local is_second = yesterday and days.has_kind(yesterday, "strength")
        local session = is_second and demanding_run(day)
        if session then
            return false, "strength training was the day before " .. days.name(session)
        elseif is_second and is_strength then
            return false, "strength training was the day before, too"
        end
        if is_strength then
            return check_place(day, plan)
        end
        return true
    end,

    -- In lighter weeks, the taper and after the race, fewer are as good.
    allow_week = function(week, _, set)
        local count = sessions_in(week)
        if count > set.sessions then
            return false,
                hillplan.count_text(count)
                    .. " strength sessions; at most "
                    .. hillplan.count_text(set.sessions)
        end
        local is_full = (week.kind == "build" or week.kind == "hold") and not week.is_cut
        if is_full and count < set.sessions then
            return false,
                hillplan.count_text(count)
                    .. " of "
                    .. hillplan.count_text(set.sessions)
                    .. " strength sessions"
        end
        return true
    end,

    prefer = function(day, plan)
        if not days.has_kind(day, "strength") then
            return nil
        end
        for ago = 1, 2 do
            local before = days.before(day, plan, ago)
            if before and days.has_kind(before, "strength") then
                return -wishes.strength_apart, "muscles need days between strength sessions"
            end
        end
        return nil
    end,
}
