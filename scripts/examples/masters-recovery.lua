-- Older legs take longer: two easy days between hard ones (72 hours) instead of one (48).
-- {rule: masters-recovery, setting: easy_days, value: 3}

local days = hillplan.use("days")

return {
    api = 1,
    id = "masters-recovery",
    title = "Two easy days between hard ones",
    level = "must",
    why = "With the years the body still learns from hard work, but takes longer over it.",
    source = "Coaching practice for runners over 50: hard days 72 hours apart",

    settings = {
        easy_days = { default = 2, min = 1, max = 4, unit = "days", help = "after a hard day" },
    },

    allow = function(day, plan, set)
        if not days.hard_session(day) then
            return true
        end
        for ago = 1, set.easy_days do
            local before = days.before(day, plan, ago)
            local session = before and days.hard_session(before)
            if session then
                local when = ago == 1 and "yesterday" or hillplan.count_text(ago) .. " days ago"
                return false, days.name(session) .. " was " .. when
            end
        end
        return true
    end,
}
