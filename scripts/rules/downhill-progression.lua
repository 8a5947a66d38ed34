-- Descent grows in small doses, each of which protects the legs against the next.

local hills = hillplan.use("hills")
local history = hillplan.use("history")
local races = hillplan.use("races")
local wishes = hillplan.use("wishes")

local MEMORY_DAYS = 42 -- the protection fades after six weeks
local GROWTH_PERCENT, GROWTH_M = 30, 100 -- whichever is more
local RHYTHM_DAYS = 10 -- from one downhill session to the next, as a wish

-- The most descent that a run may have on a date, and why.
local function dose(plan, date, set)
    local first = set.first_m
    local usual = hills.usual_m(plan) or 0
    local largest = history.largest_descent(plan, date - MEMORY_DAYS, date - 1)
    local more = largest + math.max(GROWTH_M, largest * GROWTH_PERCENT // 100)
    if largest > 0 and more > math.max(first, usual) then
        return more,
            hillplan.elevation_text(more - largest)
                .. " more than the "
                .. hillplan.elevation_text(largest)
                .. " of the last "
                .. hillplan.count_text(MEMORY_DAYS // 7)
                .. " weeks"
    elseif usual > first then
        return usual, hillplan.elevation_text(usual) .. ", your usual descent"
    end
    return first, hillplan.elevation_text(first) .. ", a first dose of descent"
end

-- Why a date may hold no downhill session, or nil.
local function closed(plan, date, set)
    local left = races.days_to(plan, date)
    if left > 0 and left < set.clear_days then
        return "only "
            .. hillplan.count_text(left)
            .. " days before the race; downhill sessions end "
            .. hillplan.count_text(set.clear_days)
            .. " days before"
    end
    local last = history.last_downhill_date(plan, date - set.days_apart + 1, date - 1)
    if last then
        return "only "
            .. hillplan.count_text(date - last)
            .. " days after the last downhill session; at least "
            .. hillplan.count_text(set.days_apart)
    end
    return nil
end

return {
    api = 1,
    id = "downhill-progression",
    title = "Downhill running grows in small doses",
    level = "must",
    why = "A first small dose of downhill running does no damage and protects against the soreness "
        .. "of later, larger ones. The protection fades after about six weeks.",
    source = "Maeo et al., 2017 (untrained men, walking down 112 m): no damage, and less of it "
        .. "later; Byrnes et al., 1985 (downhill runs): protection fades after 6 weeks; "
        .. "Martínez-Navarro et al., 2026 (36 trail runners): less damage in a race after "
        .. "habitual downhill repeats. They support a small start and repeats; none gives a "
        .. "dose, so the steps are this program's own choice",
    settings = {
        first_m = {
            default = 110,
            min = 50,
            max = 225,
            unit = "m",
            help = "descent of the first downhill run",
        },
        days_apart = {
            default = 7,
            min = 7,
            max = 21,
            unit = "days",
            help = "from one downhill session to the next, at the least",
        },
        clear_days = {
            default = 14,
            min = 10,
            max = 21,
            unit = "days",
            help = "from the last downhill session to the race, at the least",
        },
    },

    limit_day = function(day, plan, set)
        if not hillplan.known(plan.runner, "recent_weeks") then
            local because = "a first dose of descent"
            return { descent_m = { max = set.first_m, because = because, or_more = true } }
        end
        local max, because = dose(plan, day.date, set)
        local below = hills.threshold_m() - 1
        if max > below then
            local why = closed(plan, day.date, set)
            if why then
                max, because = below, why
            end
        end
        return { descent_m = { max = max, because = because } }
    end,

    allow = function(day, plan, set)
        local session = hills.downhill_session(day)
        if not session or session.kind == "tune_up" then
            return true -- a tune-up race's date and hills are given
        end
        local why = closed(plan, day.date, set)
        if why then
            return false, why
        end
        return true
    end,

    prefer = function(day, plan)
        if not hills.downhill_session(day) then
            return nil
        end
        local last = history.last_downhill_date(plan, day.date - RHYTHM_DAYS + 1, day.date - 1)
        if last then
            return -wishes.downhill_rhythm, "a downhill session every {10} to {14} days is enough"
        end
        return nil
    end,
}
