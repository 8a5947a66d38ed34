-- The club meets once a week, and runs hard: be there, and keep the other days for easy running.
-- Set the weekday in your profile: {rule: run-club, setting: weekday, value: thu}.

local days = hillplan.use("days")

local TRAINING = { base = true, build = true, peak = true } -- else rest may be worth more

return {
    api = 1,
    id = "run-club",
    title = "Run club",
    level = "should",
    why = "Hard runs are easier in company, and the club is why you are still running.",

    settings = {
        weekday = {
            default = "tue",
            choices = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" },
            help = "when the club meets",
        },
    },

    allow = function(day, _, set)
        local is_meeting = day.weekday == set.weekday and not day.unavailable
        if is_meeting and TRAINING[day.week.phase] and not days.has_run(day) then
            return false, "no run on the club's day"
        end
    end,

    prefer = function(day, _, set)
        if days.hard_session(day) and day.weekday ~= set.weekday then
            return -200, "hard runs are for the club's day"
        end
    end,
}
