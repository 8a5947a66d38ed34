-- Which pain is normal, and which is not.

local days = hillplan.use("days")
local hills = hillplan.use("hills")

local SORENESS = "Soreness peaks {1} to {3} days after downhill running and can last {5}."
local DOCTOR = "See a doctor about pain that is severe, one-sided, swollen, or doesn't go."

return {
    api = 1,
    id = "red-flags",
    title = "Pain that needs a doctor",
    level = "should",
    why = "Soreness after new or downhill running is normal and passes. Pain that stays, swells or "
        .. "sits on one side is not, and running on makes it worse.",
    source = "Medical advice for runners: soreness peaks 24 to 72 hours after the run. Neutral: "
        .. "advice, and no study",

    advise = function(day, plan)
        if day.number == 1 then
            return { DOCTOR }
        end
        local yesterday = plan.days[day.number - 1]
        if hills.downhill_session(yesterday) then
            return { SORENESS, DOCTOR }
        end
        if days.has_kind(yesterday, "race") then
            return { DOCTOR }
        end
        return nil
    end,
}
