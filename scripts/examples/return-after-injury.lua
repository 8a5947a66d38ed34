-- The first weeks after an injury: short runs, nothing hard, little downhill. Tell the truth about
-- your recent weeks in the profile, too: the plan begins where you are.

local function is_early(week, set)
    return week.number <= set.weeks
end

local function because(set)
    return "the first " .. hillplan.count_text(set.weeks) .. " weeks after an injury"
end

return {
    api = 1,
    id = "return-after-injury",
    title = "Back from an injury",
    level = "must",
    why = "What has healed is not yet strong. Frequent short runs build it up, single long ones "
        .. "break it again.",

    settings = {
        weeks = { default = 4, min = 1, max = 16, unit = "weeks", help = "how long to be careful" },
        longest = { default = 10, min = 2, max = 30, unit = "km", help = "the longest run" },
        descent_m = { default = 100, min = 0, max = 1000, unit = "m", help = "down in a run" },
    },

    limit_week = function(week, _, set)
        if is_early(week, set) then
            return { hard_days = { max = 0, because = because(set) } }
        end
    end,

    limit_day = function(day, _, set)
        if is_early(day.week, set) then
            return {
                distance = { max = hillplan.km(set.longest), because = because(set) },
                descent_m = { max = set.descent_m, because = because(set) },
            }
        end
    end,
}
