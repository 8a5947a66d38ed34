-- Seven days in a row are a week too, wherever they begin.

local breaks = hillplan.use("breaks")
local history = hillplan.use("history")

local MOST_PERCENT = 120 -- of the larger of the two calendar weeks

-- A week with days off counts as if it were whole.
local function whole_distance(plan, week)
    local usual, open = breaks.room(plan, week)
    return open > 0 and week.distance * usual // open or 0
end

-- What was run on each day of the week before, be it beyond the plan, as that tires as well; and
-- what that week counts as. Without a log day 1 comes after rest: then the first seven days are
-- week 1.
local function week_before(plan, week)
    local loads = {}
    if week.number > 1 then
        local before = plan.weeks[week.number - 1]
        local whole = whole_distance(plan, before)
        for place, day in ipairs(before.days) do
            loads[place] = day.distance > 0 and day.load_distance or 0
        end
        return loads, whole
    end
    local sum = 0
    for place = 1, 7 do
        local date = week.start - 8 + place
        loads[place] = history.sum_before(plan, "distance", date, date)
        sum = sum + (loads[place] or 0)
    end
    return loads[1] and loads, sum
end

return {
    api = 1,
    id = "rolling-load",
    title = "No hidden week of too much",
    level = "should",
    why = "Two moderate calendar weeks can hide seven very hard days where they meet. "
        .. "The legs don't know when Monday is.",
    source = "This program's own choice, after Foster, 1998 (competitive athletes, load and "
        .. "illness), on sudden changes of load. Neutral: it was no study of seven-day sums",

    allow_week = function(week, plan)
        local loads, before = week_before(plan, week)
        if not loads then
            return true
        end
        local most = math.max(before, whole_distance(plan, week))
        local sum = 0
        for _, load in ipairs(loads) do
            sum = sum + load
        end
        for place, day in ipairs(week.days) do
            sum = sum + day.load_distance - loads[place]
            if day.distance > 0 and sum * 100 > most * MOST_PERCENT then
                return false,
                    hillplan.distance_text(sum)
                        .. " in the {7} days to "
                        .. hillplan.weekday_name(day.date)
                        .. "; at most "
                        .. hillplan.percent_text(MOST_PERCENT)
                        .. " of "
                        .. hillplan.distance_text(most)
            end
        end
        return true
    end,
}
