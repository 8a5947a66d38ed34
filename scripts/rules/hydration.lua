-- Water, salts and food for long runs and races.

local days = hillplan.use("days")
local races = hillplan.use("races")
local time = hillplan.use("time")

local LONG_S = 90 * 60 -- from here on a run needs more than what was drunk before it
local FAR_S = 120 * 60 -- ... and food for a race that is far is practised

local function seconds_of(session, plan)
    if not session.is_run or session.kind == "race" then
        return 0
    end
    if hillplan.known(session, "duration_s") then
        return session.duration_s
    end
    return time.easy_s(plan, session.distance, 0)
end

local function is_far(plan)
    local class = races.class(plan)
    return class == "marathon" or class == "ultra"
end

return {
    api = 1,
    id = "hydration",
    title = "Drink and eat on long runs",
    level = "should",
    why = "Lack of water and salts brings cramps, soreness and slow recovery; lack of food leaves "
        .. "muscles without the means to repair themselves.",
    source = "Coaching practice: drink before, during and after; electrolytes when long or hot. "
        .. "Jeukendrup, 2014 (review, endurance athletes): 30 to 60 g of carbohydrate an hour in "
        .. "exercise of up to 2.5 hours, up to 90 g beyond. Supports the rule",

    advise = function(day, plan)
        if days.has_kind(day, "race") then
            return { "Drink and eat as you did on your long runs; nothing new today." }
        end
        local longest = 0
        for _, session in ipairs(day.sessions) do
            longest = math.max(longest, seconds_of(session, plan))
        end
        if longest < LONG_S then
            return nil
        end
        local notes = { "Drink before, during and after; in heat with electrolytes." }
        if longest >= FAR_S and is_far(plan) then
            table.insert(
                notes,
                "Practise what you will eat in the race: {30} to {60} g of carbohydrate an hour."
            )
        end
        table.insert(notes, "Afterwards eat carbohydrates and protein.")
        return notes
    end,
}
