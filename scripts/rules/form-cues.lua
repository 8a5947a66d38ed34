-- How to run hills, on the days that have them.

local days = hillplan.use("days")
local hills = hillplan.use("hills")

local STEEP_M_PER_KM = 35 -- a race that climbs so much is hiked in part

local function is_steep(race)
    return hillplan.known(race, "climb_m")
        and race.climb_m * 1000 >= STEEP_M_PER_KM * race.distance_m
end

local function has_uphill(day)
    for _, session in ipairs(day.sessions) do
        if hills.is_uphill(session) then
            return true
        end
    end
    return false
end

return {
    api = 1,
    id = "form-cues",
    title = "Form on hills",
    level = "should",
    why = "Leaning back and braking downhill loads knees, back and thighs. Quick, light steps "
        .. "spread the load.",
    source = "Coaching practice: lean with the hill, relaxed upper body, quick turnover. Neutral: "
        .. "no study behind it",

    advise = function(day, plan)
        local notes = {}
        if hills.downhill_session(day) then
            table.insert(notes, "Down: lean with the hill, shoulders loose, quick short steps.")
            table.insert(notes, "Don't brake: land on the midfoot, under the body.")
        end
        if has_uphill(day) then
            table.insert(notes, "Up: short quick steps, chest up; keep the effort, not the pace.")
            if days.has_kind(day, "long") and is_steep(plan.race) then
                table.insert(notes, "Hike what is too steep to run, as in the race.")
            end
        end
        if days.has_kind(day, "run_walk") then
            table.insert(notes, "Run slowly with quick steps, so that you could talk.")
        end
        return notes
    end,
}
