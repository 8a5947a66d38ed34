-- Two nights of work in every eight days: no running on these days.
return {
    api = 1,
    id = "night-shifts",
    title = "No running on night shifts",
    level = "must",
    why = "Whoever works at night sleeps by day.",
    allow = function(day)
        if day.number % 8 < 2 and day.distance > 0 then
            return false, "a night shift"
        end
    end,
}
