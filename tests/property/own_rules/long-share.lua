-- The long run is at most 30 % of the week, as a coach writes it: of the whole week.
return {
    api = 1,
    id = "long-share",
    title = "The long run is at most 30 % of the week",
    level = "must",
    why = "One run should not carry the week.",
    allow_week = function(week)
        for _, day in ipairs(week.days) do
            for _, session in ipairs(day.sessions) do
                if session.kind == "long" and session.distance * 100 > week.distance * 30 then
                    return false, "the long run is more than 30 % of the week"
                end
            end
        end
    end,
}
