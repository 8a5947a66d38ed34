-- The run-walk weeks that beginners start with: by time, not by distance.

local history = hillplan.use("history")

local run_walk = {}

local MOST_WEEKS = 9 -- from nothing to 30 minutes without a stop
local BEGINNER_KM = 10 -- whose recent weeks have a mean below this

local function weeks_of_plan(plan)
    if not hillplan.known(plan.runner, "recent_weeks") then
        return 0 -- of beginners a plan speaks only with their history
    end
    local sum, count = history.recent_weeks()
    local enough = hillplan.km(BEGINNER_KM) * count
    if sum >= enough then
        return 0
    end
    return math.max(1, (MOST_WEEKS * (enough - sum) + enough - 1) // enough)
end

-- The number of weeks by time: 9 for somebody who runs nothing, fewer in proportion to the mean
-- of the recent weeks, 0 from 10 km a week.
function run_walk.weeks()
    return hillplan.once(weeks_of_plan)
end

-- Whether a week of the plan is one of them.
function run_walk.includes(week)
    local number = week.number
    return number <= MOST_WEEKS and number <= run_walk.weeks()
end

-- How many weeks ago the last run-walk week was: 1 in the week after it; 0 where there was none so
-- far.
function run_walk.weeks_since(week)
    local weeks = run_walk.weeks()
    return weeks > 0 and math.max(0, week.number - weeks) or 0
end

-- True where every training run of the week is run-walk. (Of an empty week too.)
function run_walk.fills(week)
    for _, day in ipairs(week.days) do
        for _, session in ipairs(day.sessions) do
            if session.is_run and session.kind ~= "run_walk" and session.kind ~= "race" then
                return false
            end
        end
    end
    return true
end

return run_walk
