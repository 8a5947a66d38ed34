-- What counts as hilly: shared by every rule about hills.
--
-- The numbers of a run win over its terrain word, because a long run called "easy, hilly" loads the
-- legs like any other. The word serves only where climb and descent are not known.

local hills = {}
local known = hillplan.known

local LEAST_HILL_M = 300 -- a run with less is no hill session by its numbers
local FLAT_M_PER_KM = 10
local ROLLING_M_PER_KM = 20

-- The runner's usual descent in a run, or nil. Where nobody told of the runner at all, a rule that
-- goes by it isn't judged.
function hills.usual_m(plan)
    local runner = plan.runner
    if known(runner, "usual_descent_m") or not known(runner, "recent_weeks") then
        return runner.usual_descent_m
    end
    return nil
end

-- The climb or descent from which a run is a hill session: 300 m, or 1.5 times the usual. Where the
-- runner has not said what is usual, 100 m would be a fair guess, and 300 m it is.
local function threshold_of_plan(plan)
    local usual = hills.usual_m(plan) or 0
    return math.max(LEAST_HILL_M, (3 * usual + 1) // 2)
end

function hills.threshold_m()
    return hillplan.once(threshold_of_plan)
end

local function is_hill_session(session, wanted, field)
    local kind = session.kind
    if kind == wanted then
        return true
    end
    if kind == "race" or not session.is_run then
        return false -- the goal race is exempt from the rules about hills
    end
    if known(session, field) then
        -- What was run down beyond the plan makes a downhill session, too.
        local metres = field == "descent_m" and session.load_descent_m or session[field]
        return metres >= LEAST_HILL_M and metres >= hills.threshold_m()
    end
    if kind == "tune_up" then
        return false -- its hills are nobody's choice, and often nobody knows them
    end
    -- "hilly" without numbers can be either: reading the number says that it is missing.
    return session.terrain == wanted or session.terrain == "hilly" and session[field] > 0
end

function hills.is_downhill(session)
    return is_hill_session(session, "downhill", "descent_m")
end

function hills.is_uphill(session)
    return is_hill_session(session, "uphill", "climb_m")
end

-- The terrain of a run: "flat", "rolling", "uphill", "downhill" or "hilly".
function hills.terrain(session, plan)
    local kind = session.kind
    if kind == "downhill" or kind == "uphill" then
        return kind
    end
    if
        not known(session, "climb_m")
        or not known(session, "descent_m")
        or not known(session, "distance")
    then
        return session.terrain
    end
    local climb_m, descent_m = session.climb_m, session.descent_m
    if descent_m >= LEAST_HILL_M and hills.is_downhill(session) then
        return "downhill"
    elseif climb_m >= LEAST_HILL_M and hills.is_uphill(session) then
        return "uphill"
    end
    local most_m = math.max(climb_m, descent_m)
    local metres = hillplan.to_m(session.distance)
    if most_m * 1000 <= metres * FLAT_M_PER_KM or most_m <= (hills.usual_m(plan) or 0) then
        return "flat"
    end
    return most_m * 1000 <= metres * ROLLING_M_PER_KM and "rolling" or "hilly"
end

-- A hilly run. The goal race never is.
function hills.is_hilly(session, plan)
    if not session.is_run or session.kind == "race" then
        return false
    end
    local terrain = hills.terrain(session, plan)
    return terrain ~= "flat" and terrain ~= "rolling"
end

-- The first downhill session of the day; nil where there is none.
function hills.downhill_session(day)
    for _, session in ipairs(day.sessions) do
        if hills.is_downhill(session) then
            return session
        end
    end
    return nil
end

-- Whether a downhill session may be on the days between two dates: false tells that there is none,
-- without a look at each.
function hills.may_be_downhill(from, to)
    local descent_m, unknown = hillplan.largest("load_descent_m", from, to)
    if unknown > 0 or descent_m >= LEAST_HILL_M then
        return true
    end
    local date, untold = hillplan.latest("downhill", from, to)
    return date ~= nil or untold > 0
end

-- The first session of the day that is downhill, uphill or hilly; nil where there is none.
function hills.hilly_session(day, plan)
    for _, session in ipairs(day.sessions) do
        if hills.is_hilly(session, plan) then
            return session
        end
    end
    return nil
end

-- Limits that keep each run of a day from being a hill session.
function hills.no_hill_session(because)
    local max = hills.threshold_m() - 1
    return {
        climb_m = { max = max, because = because },
        descent_m = { max = max, because = because },
    }
end

return hills
