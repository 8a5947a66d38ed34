-- What this rule is for, in a sentence. Change everything but the id and the names of fields.
-- scripts/README.md is the guide, scripts/hillplan.lua lists every field and function.
--
-- Use it: hillplan generate profile.yaml --rules my-rule.lua
-- or name it in the profile:
--     rules:
--       scripts: [my-rule.lua]
--       set: [{rule: my-rule, setting: longest, value: 12}]

return {
    api = 1,
    id = "my-rule",
    title = "No long runs on Fridays",
    level = "must", -- holds always; "should" may give way, and the plan says so
    why = "On Fridays there is never time.", -- printed in the plan
    -- source = "Who says so, and when",

    settings = {
        longest = {
            default = 10,
            min = 1,
            max = 50,
            unit = "km",
            help = "the longest run on a Friday",
        },
    },

    -- The most for each run of a day: asked before the day is filled.
    limit_day = function(day, plan, set)
        if day.weekday == "fri" then
            return { distance = { max = hillplan.km(set.longest), because = "it is a Friday" } }
        end
    end,

    -- Whether a day may be as it is: asked when its sessions are known.
    allow = function(day, plan, set)
        for _, session in ipairs(day.sessions) do
            if day.weekday == "fri" and session.kind == "long" then
                return false, "a long run on a Friday"
            end
        end
    end,
}
