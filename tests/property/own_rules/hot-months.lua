-- No run of more than 120 minutes from June to August.
return {
    api = 1,
    id = "hot-months",
    title = "Shorter runs in the hot months",
    level = "must",
    why = "Heat costs as much as hills.",
    limit_day = function(day)
        local month = tonumber(string.sub(hillplan.date_text(day.date), 6, 7))
        if month >= 6 and month <= 8 then
            return { duration_s = { max = 120 * 60, because = "the hot months" } }
        end
    end,
}
