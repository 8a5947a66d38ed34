-- Winter weekdays on the treadmill, which goes up but never down: hills down are for the weekend.
-- {rule: treadmill-winter, setting: descent_m, value: 0}

local WINTER = { ["11"] = true, ["12"] = true, ["01"] = true, ["02"] = true }

return {
    api = 1,
    id = "treadmill-winter",
    title = "Treadmill on winter weekdays",
    level = "must",
    why = "After work it is dark, and the downhill is ice.",

    settings = {
        descent_m = {
            default = 60,
            min = 0,
            max = 500,
            unit = "m",
            help = "down in a weekday's run, for those who go out now and then",
        },
    },

    limit_day = function(day, _, set)
        local is_weekend = day.weekday == "sat" or day.weekday == "sun"
        if not is_weekend and WINTER[string.sub(hillplan.date_text(day.date), 6, 7)] then
            return { descent_m = { max = set.descent_m, because = "treadmills don't go down" } }
        end
    end,
}
