-- Builds plan documents from a compact notation, for the cases of the rules.
--
--     plans.build {
--         recent = { 40, 42 },
--         weeks = { "E8 - E8 T10 - E6 L16", "lighter: E8 - E8 - - E6 L12" },
--     }
--
-- A week is seven days with spaces between, and in front the week's kind where it is not "build"
-- ("peak:" is a build week of the peak phase). A day is "-" for rest, or sessions joined by "&".
-- A session is a letter, a distance in the plan's unit, and what deviates from the default:
--
--     E easy  L long  H uphill  D downhill  T tempo  I intervals  P race pace  S strides
--     W run-walk  R the goal race  U a tune-up race  X cross  G strength (gym)  C drills
--
--     ^300 climb   v250 descent   ? both unknown   (default: none)
--     !   hard     ~    moderate  .   easy         (default: hard for T I H P R U, moderate for D)
--     @90 minutes                                  (default: 6:30 for each km or mi)
--     =hilly the terrain word                      (default: flat; uphill for H, downhill for D)
--     x6/60/90 steps: 6 times 60 s in the session's effort and 90 s easy (default: no steps)
--
-- The goal race stands where R does, with its distance. Without R, and without a race in the spec,
-- a marathon follows at the end of four more weeks, in which nothing else is run.
-- Weeks that a rule of the runner's own shortened are told in cuts = { [2] = { by = "my-rule",
-- target = 40 } }. Tune-up races are named wherever U stands. What else build() is given is merged
-- into the document: runner, race, week, hills, paces; with tune_up_races = {} no U is named. A
-- second table adds to the first, for a function of cases that are alike.

local plans = {}

local START = "2027-01-04" -- a Monday
local WEEKS_TO_RACE = {
    "taper: - - - - - - -",
    "taper: - - - - - - -",
    "taper: - - - - - - -",
    "race: - - - - - - R42.2",
}

local KINDS = {
    E = { "easy", "easy", "flat" },
    L = { "long", "easy", "flat" },
    H = { "uphill", "hard", "uphill" },
    D = { "downhill", "moderate", "downhill" },
    T = { "tempo", "hard", "flat" },
    I = { "intervals", "hard", "flat" },
    P = { "race_pace", "hard", "flat" },
    S = { "strides", "easy", "flat" },
    W = { "run_walk", "easy", "flat" },
    R = { "race", "hard", "flat" },
    U = { "tune_up", "hard", "flat" },
    X = { "cross", "easy" },
    G = { "strength", "easy" },
    C = { "drills", "easy" },
}
local EFFORTS = { ["!"] = "hard", ["~"] = "moderate", ["."] = "easy" }
local METRES = { km = 1000, mi = 1609.344 }
local SECONDS_PER_UNIT = 390

-- A mistake in a case: plans.build() says where it was called.
local function check(holds, message)
    if not holds then
        error(message, 0)
    end
end

-- The parts of a text between separators; empty parts are left out.
local function split(text, separator)
    local parts, from = {}, 1
    while from <= #text + 1 do
        local at = string.find(text, separator, from, true) or #text + 1
        if at > from then
            table.insert(parts, string.sub(text, from, at - 1))
        end
        from = at + 1
    end
    return parts
end

local function is_one_of(character, characters)
    return character ~= "" and string.find(characters, character, 1, true) ~= nil
end

-- The run of such characters from a place on, and the place after it.
local function take(text, from, characters)
    local last = from
    while is_one_of(string.sub(text, last, last), characters) do
        last = last + 1
    end
    return string.sub(text, from, last - 1), last
end

local DIGITS = "0123456789"
local LETTERS = "abcdefghijklmnopqrstuvwxyz"

-- Digits, and a decimal point that has digits after it: "8." is 8, and the sign for easy.
local function take_number(text, from)
    local whole, at = take(text, from, DIGITS)
    if string.sub(text, at, at) == "." then
        local decimals, after = take(text, at + 1, DIGITS)
        if decimals ~= "" then
            return tonumber(whole .. "." .. decimals), after
        end
    end
    return tonumber(whole), at
end

local function rounded(value)
    return math.floor(value + 0.5)
end

-- "6/60/90" as steps.
local function build_steps(text, from, effort)
    local times, run_s, rest_s, at
    times, at = take_number(text, from)
    run_s, at = take_number(text, at + 1)
    rest_s, at = take_number(text, at + 1)
    local steps = { { kind = "run", effort = effort, duration_s = run_s } }
    if rest_s > 0 then
        table.insert(steps, { kind = "recovery", effort = "easy", duration_s = rest_s })
    end
    return { { ["repeat"] = times, steps = steps } }, at
end

local SPEC_FIELDS = {
    start = true,
    units = true,
    recent = true,
    weeks = true,
    runner = true,
    race = true,
    week = true,
    tune_up_races = true,
    hills = true,
    cuts = true,
    paces = true,
}

local function build_session(text)
    local letter = string.sub(text, 1, 1)
    local kind = KINDS[letter] or error("no such session: " .. text, 0)
    local session = { kind = kind[1], title = kind[1], effort = kind[2], terrain = kind[3] }
    local at
    session.distance, at = take_number(text, 2)
    if session.terrain then
        session.climb_m, session.descent_m = 0, 0
    end
    if session.distance then
        session.duration_s = rounded(session.distance * SECONDS_PER_UNIT)
    end
    while at <= #text do
        local sign = string.sub(text, at, at)
        if sign == "^" then
            session.climb_m, at = take_number(text, at + 1)
        elseif sign == "v" then
            session.descent_m, at = take_number(text, at + 1)
        elseif sign == "@" then
            local minutes
            minutes, at = take_number(text, at + 1)
            session.duration_s = minutes and 60 * minutes or error("@ needs minutes: " .. text, 0)
        elseif sign == "x" then
            session.steps, at = build_steps(text, at + 1, session.effort)
        elseif sign == "=" then
            session.terrain, at = take(text, at + 1, LETTERS)
        elseif sign == "?" then
            session.climb_m, session.descent_m = nil, nil
            at = at + 1
        elseif EFFORTS[sign] then
            session.effort = EFFORTS[sign]
            at = at + 1
        else
            error("no such sign: " .. text, 0)
        end
    end
    return session
end

local PHASES = { taper = "taper", race = "race", recovery = "recovery", peak = "peak" }

local function build_week(number, start, text)
    local colon = string.find(text, ":", 1, true)
    local word = colon and string.sub(text, 1, colon - 1) or "build"
    local week = {
        number = number,
        start = hillplan.date_text(start),
        phase = PHASES[word] or "build",
        kind = word == "peak" and "build" or word,
        days = {},
    }
    for place, day_text in ipairs(split(string.sub(text, (colon or 0) + 1), " ")) do
        local day = { date = hillplan.date_text(start + place - 1), sessions = {} }
        if day_text ~= "-" then
            for _, session_text in ipairs(split(day_text, "&")) do
                table.insert(day.sessions, build_session(session_text))
            end
        end
        table.insert(week.days, day)
    end
    check(#week.days == 7, "a week has seven days: " .. text)
    return week
end

local function merge(into, from)
    for key, value in pairs(from or {}) do
        into[key] = value
    end
end

-- Names the races of the weeks in the document.
local function name_races(plan)
    local metres = METRES[plan.units]
    for _, week in ipairs(plan.weeks) do
        for _, day in ipairs(week.days) do
            for _, session in ipairs(day.sessions) do
                if session.kind == "race" then
                    plan.race.date = day.date
                    plan.race.distance = tostring(session.distance)
                    plan.race.distance_m = rounded(session.distance * metres)
                elseif session.kind == "tune_up" then
                    table.insert(plan.tune_up_races, {
                        name = "Tune-up",
                        date = day.date,
                        distance = tostring(session.distance),
                        distance_m = rounded(session.distance * metres),
                    })
                end
            end
        end
    end
end

-- The weeks of the spec, and those to a race where it has none.
local function with_race(spec)
    for _, week in ipairs(spec.weeks) do
        if string.find(week, "R", 1, true) then
            return spec.weeks
        end
    end
    if spec.race and spec.race.date then
        return spec.weeks
    end
    return plans.join(spec.weeks, WEEKS_TO_RACE)
end

local function build(spec, more)
    merge(spec, more)
    for name in pairs(spec) do
        check(SPEC_FIELDS[name], "plans.build() takes no field '" .. tostring(name) .. "'")
    end
    check(spec.weeks and #spec.weeks > 0, "plans.build() needs weeks, a list of lines")
    check(METRES[spec.units or "km"], "units should be km or mi")
    local start = hillplan.date(spec.start or START)
    local plan = {
        hillplan = 2,
        title = "A case",
        units = spec.units or "km",
        runner = { recent_weeks = spec.recent or { 40, 40, 40, 40 } },
        race = {
            name = "Goal race",
        },
        week = {
            starts_on = hillplan.weekday(start),
            run_days = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" },
        },
        tune_up_races = {},
        weeks = {},
    }
    for number, text in ipairs(with_race(spec)) do
        plan.weeks[number] = build_week(number, start + 7 * (number - 1), text)
    end
    name_races(plan)
    for number, cut in pairs(spec.cuts or {}) do
        plan.weeks[number].cut = cut
    end
    merge(plan.runner, spec.runner)
    merge(plan.race, spec.race)
    merge(plan.week, spec.week)
    plan.tune_up_races = spec.tune_up_races or plan.tune_up_races
    plan.hills = spec.hills
    plan.paces = spec.paces
    return plan
end

-- Fields of `more` win over those of `spec`. Mistakes are told with the line that calls it.
function plans.build(spec, more)
    local ok, plan = pcall(build, spec, more)
    return ok and plan or error(plan, 2)
end

-- The same text so many times, for weeks of no interest.
function plans.times(count, text)
    local weeks = {}
    for number = 1, count do
        weeks[number] = text
    end
    return weeks
end

-- Lists one after the other.
function plans.join(...)
    local all = {}
    for _, list in ipairs({ ... }) do
        for _, item in ipairs(list) do
            table.insert(all, item)
        end
    end
    return all
end

return plans
