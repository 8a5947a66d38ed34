-- A long run in even weeks only.
return {
    api = 1,
    id = "long-every-second",
    title = "A long run every second week",
    level = "must",
    why = "Every second weekend is for the children.",
    allow = function(day)
        for _, session in ipairs(day.sessions) do
            if session.kind == "long" and day.week.number % 2 == 1 then
                return false, "the long run is for even weeks"
            end
        end
    end,
}
