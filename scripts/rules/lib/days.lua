-- What a day is: easy, hard, a rest day. The goal race is exempt, so it is never counted here.

local hills = hillplan.use("hills")

local days = {}

-- The title of a session, for messages.
function days.name(session)
    return hillplan.name_text(hillplan.known(session, "title") and session.title or session.kind)
end

local WEEKDAYS = {} -- of "sun" the text for messages
for date = 0, 6 do
    WEEKDAYS[hillplan.weekday(date)] = hillplan.weekday_name(date)
end

-- The name of a weekday ("sun") for messages.
function days.weekday_text(weekday)
    return WEEKDAYS[weekday]
end

local function is_easy_session(session, plan)
    local kind = session.kind
    if kind == "race" then
        return true
    end
    if not session.is_run then
        return not session.is_hard
    end
    return kind ~= "long"
        and not session.is_hard
        and session.effort == "easy"
        and hills.terrain(session, plan) == "flat"
end

-- The first session that keeps a day from being an easy one; nil on easy days.
function days.uneasy_session(day, plan)
    for _, session in ipairs(day.sessions) do
        if not is_easy_session(session, plan) then
            return session
        end
    end
    return nil
end

-- What an easy day leaves out because of it, for messages: "nothing hard", "no long run".
function days.uneasy_text(session)
    if hillplan.known(session, "is_hard") and session.is_hard then
        return "nothing hard"
    elseif session.kind == "long" then
        return "no long run"
    end
    return session.effort ~= "easy" and "only easy running" or "only flat running"
end

function days.hard_session(day)
    for _, session in ipairs(day.sessions) do
        if session.is_hard and session.kind ~= "race" then
            return session
        end
    end
    return nil
end

function days.has_kind(day, kind)
    for _, session in ipairs(day.sessions) do
        if session.kind == kind then
            return true
        end
    end
    return false
end

-- Whether a session is one of the library; `id` is the library's.
function days.is_of(session, id)
    return hillplan.known(session, "session") and session.session == id
end

-- Whether such a session is on a day.
function days.has_session(day, id)
    for _, session in ipairs(day.sessions) do
        if days.is_of(session, id) then
            return true
        end
    end
    return false
end

-- Whether a session is the goal race or a tune-up race.
function days.is_race(session)
    return session.kind == "race" or session.kind == "tune_up"
end

-- Whether one of them is on a day.
function days.has_race(day)
    for _, session in ipairs(day.sessions) do
        if days.is_race(session) then
            return true
        end
    end
    return false
end

-- Whether the goal race is on a day, and whether a tune-up race is.
function days.races(day)
    local goal, tune_up = false, false
    for _, session in ipairs(day.sessions) do
        local kind = session.kind
        goal = goal or kind == "race"
        tune_up = tune_up or kind == "tune_up"
    end
    return goal, tune_up
end

-- True where something is run, the goal race too.
function days.has_run(day)
    for _, session in ipairs(day.sessions) do
        if session.is_run then
            return true
        end
    end
    return false
end

-- The day so many days earlier; nil before day 1.
function days.before(day, plan, count)
    local number = day.number - count
    return number >= 1 and plan.days[number] or nil
end

return days
