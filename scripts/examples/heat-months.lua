-- Shorter runs in the hot months, and a word on when to run. South of the equator: from 12 to 2.
-- {rule: heat-months, setting: minutes, value: 90}

local days = hillplan.use("days")

local function month_of(day)
    return tonumber(string.sub(hillplan.date_text(day.date), 6, 7))
end

local function is_hot(day, set)
    local month = month_of(day)
    if set.first_month <= set.last_month then
        return set.first_month <= month and month <= set.last_month
    end
    return month >= set.first_month or month <= set.last_month
end

return {
    api = 1,
    id = "heat-months",
    title = "Shorter in the heat",
    level = "must",
    why = "Heat costs as much as hills do, and long runs in it cost most.",

    settings = {
        first_month = { default = 6, min = 1, max = 12, help = "the first hot month" },
        last_month = { default = 8, min = 1, max = 12, help = "the last one" },
        minutes = { default = 120, min = 30, max = 300, unit = "minutes", help = "of a run" },
    },

    limit_day = function(day, _, set)
        if is_hot(day, set) then
            return { duration_s = { max = set.minutes * 60, because = "the hot months" } }
        end
    end,

    advise = function(day, _, set)
        if is_hot(day, set) and days.has_run(day) then
            return { "Run before eight in the morning, and drink before you are thirsty." }
        end
    end,
}
