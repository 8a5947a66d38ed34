-- Shoes, where they matter most.

local days = hillplan.use("days")
local hills = hillplan.use("hills")
local races = hillplan.use("races")

local REHEARSAL_FIRST, REHEARSAL_LAST = 14, 28 -- days before the race

local function is_first(day, plan, test)
    for number = 1, day.number - 1 do
        if test(plan.days[number], plan) then
            return false
        end
    end
    return true
end

return {
    api = 1,
    id = "footwear",
    title = "Shoes that fit",
    level = "should",
    why = "Shoes without cushioning or support, or that don't fit, pass the shock of each step "
        .. "on to shins and knees.",
    source = "Coaching practice: cushioning, support and fit, tried on in a running shop. Neutral:"
        .. " no study behind it",

    advise = function(day, plan)
        if days.has_kind(day, "race") then
            return { "Race in shoes that you have run long in." }
        end
        local notes = {}
        if days.has_run(day) and is_first(day, plan, days.has_run) then
            table.insert(notes, "Run in shoes that fit, with cushioning and support for your foot.")
        end
        if hills.downhill_session(day) and is_first(day, plan, hills.downhill_session) then
            table.insert(notes, "Downhill, lace firmly so that the toes don't hit the front.")
            table.insert(notes, "Compression socks afterwards can ease the soreness.")
        end
        local left = races.days_to(plan, day.date)
        local is_rehearsal = left >= REHEARSAL_FIRST
            and left <= REHEARSAL_LAST
            and races.class(plan) ~= "short"
        if is_rehearsal and days.has_kind(day, "long") then
            table.insert(notes, "Wear the shoes and clothes of race day.")
        end
        return notes
    end,
}
