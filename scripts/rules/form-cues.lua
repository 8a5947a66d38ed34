-- How to run hills, on the days that have them.

local days = hillplan.use("days")
local hills = hillplan.use("hills")

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

    advise = function(day)
        local notes = {}
        if hills.downhill_session(day) then
            table.insert(notes, "Down: lean with the hill, shoulders loose, quick short steps.")
            table.insert(notes, "Don't brake: land on the midfoot, under the body.")
        end
        if has_uphill(day) then
            table.insert(notes, "Up: short quick steps, chest up; keep the effort, not the pace.")
        end
        if days.has_kind(day, "run_walk") then
            table.insert(notes, "Run slowly with quick steps, so that you could talk.")
        end
        return notes
    end,
}
