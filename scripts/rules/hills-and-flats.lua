-- Hills in balance with flat running.

local days = hillplan.use("days")
local hills = hillplan.use("hills")

-- The run before the day's run number `index` (counted in sessions), however many rest days ago.
local function run_before(day, plan, index)
    for i = index - 1, 1, -1 do
        if day.sessions[i].is_run then
            return day.sessions[i]
        end
    end
    for number = day.number - 1, 1, -1 do
        local sessions = plan.days[number].sessions
        for i = #sessions, 1, -1 do
            if sessions[i].is_run then
                return sessions[i]
            end
        end
    end
    return nil
end

-- Whether nothing but flat runs is on a day; races aside.
local function is_flat(day, plan)
    for _, session in ipairs(day.sessions) do
        local is_judged = session.is_run and session.kind ~= "race"
        if is_judged and hills.terrain(session, plan) ~= "flat" then
            return false
        end
    end
    return true
end

-- The runs of a week, races aside, and those of them that are hilly.
local function runs_of(week, plan)
    local runs, hilly = {}, {}
    for _, day in ipairs(week.days) do
        for _, session in ipairs(day.sessions) do
            if session.is_run and session.kind ~= "race" then
                runs[#runs + 1] = session
                hilly[#hilly + 1] = hills.is_hilly(session, plan) and session or nil
            end
        end
    end
    return runs, hilly
end

local function sum_of(runs)
    local distance = 0
    for _, session in ipairs(runs) do
        distance = distance + session.distance
    end
    return distance
end

local function check_after_uphill(day, plan)
    for index, session in ipairs(day.sessions) do
        local is_judged = session.is_run and session.kind ~= "race"
        if is_judged and hills.terrain(session, plan) ~= "flat" then
            local before = run_before(day, plan, index)
            if before and hills.is_uphill(before) then
                return false, "the next run after an uphill one is flat"
            end
        end
    end
    return true
end

return {
    api = 1,
    id = "hills-and-flats",
    title = "Hills in balance with flat running",
    level = "must",
    why = "Hills are worth running, but they load calves and thighs more than flat ground. "
        .. "Flat runs in between let the legs adjust.",
    source = "Coaching practice: balance hills with flat runs; after steep climbs run flat next. "
        .. "Neutral: no study behind the shares",
    settings = {
        flat_share = {
            default = 50,
            min = 30,
            max = 100,
            unit = "%",
            help = "how much of a week's distance is flat or rolling, at the least",
        },
    },

    limit_day = function(day, plan)
        local yesterday = days.before(day, plan, 1)
        if yesterday and hills.hilly_session(yesterday, plan) then
            return hills.no_hill_session("no hills on two days in a row")
        end
        return nil
    end,

    allow = function(day, plan)
        if is_flat(day, plan) then
            return true
        end
        local hilly = hills.hilly_session(day, plan)
        if hilly then
            local yesterday = days.before(day, plan, 1)
            local before = yesterday and hills.hilly_session(yesterday, plan)
            if before then
                return false, "no hills on the day after " .. days.name(before)
            end
        end
        return check_after_uphill(day, plan)
    end,

    allow_week = function(week, plan, set)
        local runs, hilly_runs = runs_of(week, plan)
        if #hilly_runs == 0 then
            return true -- whatever its runs' distances are
        end
        local distance = sum_of(runs)
        local flat_distance = distance - sum_of(hilly_runs)
        if flat_distance * 100 < set.flat_share * distance then
            return false,
                hillplan.distance_text(flat_distance)
                    .. " of "
                    .. hillplan.distance_text(distance)
                    .. " are flat or rolling; at least "
                    .. hillplan.percent_text(set.flat_share)
                    .. " should be"
        end
        local is_building = week.kind == "build" or week.kind == "hold"
        if is_building and #hilly_runs * 2 > #runs then
            return false,
                hillplan.count_text(#hilly_runs)
                    .. " of "
                    .. hillplan.count_text(#runs)
                    .. " runs are hilly; at most half may be"
        end
        return true
    end,
}
