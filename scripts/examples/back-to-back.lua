-- For ultras: the day after the long run is run as well, easily, on the legs of the day before.

local days = hillplan.use("days")

return {
    api = 1,
    id = "back-to-back",
    title = "Back-to-back weekends",
    level = "should",
    why = "The second half of an ultra is run on tired legs. Two days in a row teach that at less "
        .. "cost than one endless run.",
    source = "Coaching practice for ultras",

    settings = {
        every = { default = 2, min = 1, max = 4, unit = "weeks", help = "every so many weeks" },
    },

    allow = function(day, plan, set)
        local week = day.week
        local before = days.before(day, plan, 1)
        if week.number % set.every ~= 0 or not before or not days.has_kind(before, "long") then
            return true
        end
        local is_training = week.phase == "build" or week.phase == "peak"
        if is_training and day.can_run and not days.has_run(day) then
            return false, "no run on the day after the long run"
        end
        return true
    end,
}
