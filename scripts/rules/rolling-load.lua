-- Seven days in a row are a week too, wherever they begin.

local breaks = hillplan.use("breaks")

local MOST_PERCENT = 120 -- of the larger of the two calendar weeks

-- A week with days off counts as if it were whole.
local function whole_distance(plan, week)
    local usual, open = breaks.room(plan, week)
    return open > 0 and week.distance * usual // open or 0
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

    -- Day 1 comes after rest, so the first seven-day spans lie within week 1.
    allow_week = function(week, plan)
        if week.number == 1 then
            return true
        end
        local before = plan.weeks[week.number - 1]
        local most = math.max(whole_distance(plan, before), whole_distance(plan, week))
        local sum = before.load_distance -- what was run beyond the plan tires as well
        for place, day in ipairs(week.days) do
            sum = sum + day.load_distance - before.days[place].load_distance
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
