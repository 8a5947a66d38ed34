-- Night shifts that come back every so many days: nothing hard and nothing long on their days and
-- on the day after the last. `first` is the day of the plan with the first one.

local days = hillplan.use("days")

-- Days since the first night of the turn that a day is in.
local function place_in_turn(day, set)
    return (day.number - set.first) % set.turn
end

return {
    api = 1,
    id = "shift-work",
    title = "Around night shifts",
    level = "must",
    why = "Hard training needs the sleep that night shifts take.",

    settings = {
        first = { default = 1, min = 1, max = 60, help = "plan day of the first night" },
        nights = { default = 2, min = 1, max = 7, unit = "nights", help = "in a row" },
        turn = { default = 8, min = 3, max = 60, unit = "days", help = "until they come back" },
    },

    allow = function(day, _, set)
        if place_in_turn(day, set) > set.nights then
            return true
        end
        local _, is_tune_up = days.races(day) -- races stand on their dates
        if not is_tune_up and (days.hard_session(day) or days.has_kind(day, "long")) then
            return false, "no sleep: night shift"
        end
        return true
    end,
}
