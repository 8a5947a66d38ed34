-- No running on the first weekend of a month.
return {
    api = 1,
    id = "weekends-off",
    title = "The first weekend of a month off",
    level = "must",
    why = "The family sees the runner, too.",
    allow = function(day)
        local of_month = tonumber(string.sub(hillplan.date_text(day.date), 9, 10))
        local is_first = day.weekday == "sat" and of_month <= 7
            or day.weekday == "sun" and of_month >= 2 and of_month <= 8
        if is_first and day.distance > 0 then
            return false, "the weekend of the family"
        end
    end,
}
