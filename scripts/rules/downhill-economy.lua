-- No hard running while a descent that the legs did not know still makes it cost more.

local days = hillplan.use("days")
local history = hillplan.use("history")

local LEAST_M = 300 -- of descent in one run
local MEMORY_DAYS = 42
local NEW_PERCENT = 130 -- of the largest of these days

-- Whether that much descent on a date is new to the legs.
local function is_new(plan, date, descent_m)
    local largest = history.largest_descent(plan, date - MEMORY_DAYS, date - 1)
    return descent_m >= LEAST_M and descent_m * 100 >= largest * NEW_PERCENT
end

return {
    api = 1,
    id = "downhill-economy",
    title = "Hard running waits after a new descent",
    level = "should",
    why = "After a descent that they are not used to, the legs need more oxygen for the same fast "
        .. "pace for days, though easy running feels normal again: hard sessions come later.",
    source = "Chen et al., 2009 (young untrained men, one downhill run of 30 minutes at -15 %): "
        .. "running economy at hard efforts was still worse on day 5, at easy ones not. Supports"
        .. " the rule",
    settings = {
        days = {
            default = 4,
            min = 0,
            max = 6,
            unit = "days",
            help = "without hard running after a new descent of 300 m or more",
        },
    },

    allow = function(day, plan, set)
        local session = days.hard_session(day)
        if not session or session.kind == "tune_up" or set.days == 0 then
            return true
        end
        local from, to = day.date - set.days, day.date - 1
        if hillplan.largest("load_descent_m", from, to) < LEAST_M then
            return true
        end
        for ago = 1, set.days do
            local date = day.date - ago
            local descent_m = hillplan.largest("load_descent_m", date, date)
            if is_new(plan, date, descent_m) then
                return false,
                    "nothing hard within "
                        .. hillplan.count_text(set.days)
                        .. " days of the descent of "
                        .. hillplan.day_text(date)
            end
        end
        return true
    end,
}
