---@meta hillplan
-- The rule API, version 1: what a rule file may use. This file is read by editors (lua-language-server)
-- and by people; hillplan itself never loads it.
--
-- A rule is one file that returns a Rule. Its hooks get read-only views of the plan, cut off at the
-- point they are asked about. Distances are whole hundredths of the plan's unit (km or mi), elevations
-- whole metres, times whole seconds, dates day numbers (whole days; tomorrow is date + 1).
--
-- Of Lua itself there are assert, error, ipairs, pairs, pcall, select, tonumber, tostring, type, math
-- (without random), table (without move) and string (without patterns: string.find looks for plain
-- text). pairs() goes by key, for tables only; table.sort is stable. Globals cannot be made.
--
-- A day's sessions and sums can be read once the day is filled, those of a week once its filling has
-- begun: not in limit_week, wish_week, limit_day and limit_session, nor of weeks to come. What a week aims at is
-- known after its limit_week. Limits below 1 km and 5 min are warned of, as they are likely a mistake.
-- Reading a field that a view does not have is an error. Reading a value that the plan does not know
-- ends the call as "not judged"; ask hillplan.known(view, "field") first where the rule can do without.

---@alias Weekday "mon"|"tue"|"wed"|"thu"|"fri"|"sat"|"sun"
---@alias SessionKind "easy"|"long"|"uphill"|"downhill"|"tempo"|"intervals"|"race_pace"|"strides"|"run_walk"|"race"|"tune_up"|"cross"|"strength"|"drills"
---@alias Effort "easy"|"moderate"|"hard"
---@alias Terrain "flat"|"rolling"|"uphill"|"downhill"|"hilly"
---@alias Phase "base"|"build"|"peak"|"taper"|"race"|"recovery"
---@alias WeekKind "build"|"hold"|"lighter"|"taper"|"race"|"recovery"|"return"
---@alias Absence "holiday"|"illness"|"injury"

---@class Rule
---@field api 1
---@field id string lower-case letters, digits and hyphens
---@field title string
---@field level "must"|"should"
---@field why string one or two sentences, printed in the plan
---@field source? string
---@field settings? table<string, Setting>
---@field week_kind? fun(week: Week, plan: Plan, set: table): "return"?, integer? percent of a usual week
---@field limit_week? fun(week: Week, plan: Plan, set: table): WeekLimits?
---@field wish_week? fun(week: Week, plan: Plan, set: table): Wishes?
---@field limit_day? fun(day: Day, plan: Plan, set: table): DayLimits?
---@field limit_session? fun(kind: SessionKind, day: Day, plan: Plan, set: table): DayLimits?
---@field allow? fun(day: Day, plan: Plan, set: table): boolean?, string? false and the reason
---@field allow_week? fun(week: Week, plan: Plan, set: table): boolean?, string?
---@field prefer? fun(day: Day, plan: Plan, set: table): integer?, string? score -1000 to 1000, and why
---@field advise? fun(day: Day, plan: Plan, set: table): string[]? notes for the runner
---@field break_level? fun(pause: Break, plan: Plan, set: table): integer?, integer? distances before days off: of a week, and of a run

---@class Setting
---@field default integer|string|fun(plan: Plan): integer|string
---@field min? integer
---@field max? integer
---@field choices? string[]
---@field unit? string
---@field help? string

---@class Limit
---@field max integer below 0 counts as 0: nothing is left
---@field because string
---@field or_more? boolean what the plan doesn't tell may allow more: what goes beyond it isn't judged

---@class WeekLimits the most that the week's runs may add up to (the goal race is not in the sums)
---@field distance? Limit
---@field climb_m? Limit
---@field descent_m? Limit
---@field duration_s? Limit
---@field runs? Limit
---@field run_days? Limit days with a run, the goal race among them
---@field hard_days? Limit days with a hard session or a tune-up race

---@class Wish
---@field min integer below 0 counts as 0
---@field because string

---@class SessionWish
---@field kind SessionKind a kind of run
---@field because string

---@class Wishes what the week's runs are to add up to, and what they are to hold, as far as rules allow
---@field climb_m? Wish
---@field duration_s? Wish
---@field session? SessionWish

---@class DayLimits the most for each single run of the day, or of a kind on it (races excepted)
---@field distance? Limit
---@field duration_s? Limit
---@field climb_m? Limit
---@field descent_m? Limit

---@class Plan
---@field units "km"|"mi"
---@field runner Runner
---@field race Race
---@field tune_up_races TuneUpRace[]
---@field breaks Break[] all of them, by date
---@field week WeekPreferences
---@field hills Hills
---@field paces Paces
---@field facts Facts
---@field weeks Week[] every week; number, start, phase, kind, is_cut and open_days are known of all
---@field days Day[] the days up to this point, from day 1 of the plan on

---@class Runner
---@field recent_weeks integer[] oldest first; may be empty
---@field longest_recent_run integer
---@field usual_descent_m integer
---@field last_downhill LastDownhill
---@field recent_runs RecentRun[] those of the 90 days before day 1, oldest first, if a log tells
---@field vdot number

---@class RecentRun
---@field date integer
---@field distance integer
---@field climb_m integer
---@field descent_m integer

---@class LastDownhill
---@field date integer
---@field descent_m integer

---@class Race the goal race
---@field name string
---@field date integer
---@field distance integer
---@field distance_m integer
---@field climb_m integer
---@field descent_m integer
---@field goal_time_s integer
---@field expected_time_s integer what race pace follows: the goal, or what the recent race foretells
---@field course Course what its file tells
---@field is_none boolean somebody else's plan, that tells the kinds of all its runs and names no race

---@class Course shares are whole percentages, which add up to 100
---@field climb_percent_by_third integer[] of the climb, early, in the middle and late in the race
---@field descent_percent_by_third integer[] likewise of the descent
---@field descent_percent_of_first_half integer
---@field eccentric_load integer of the descent, in metres of gentle descent
---@field eccentric_load_per_km number
---@field largest_climb CourseStretch the climb of the most metres
---@field largest_descent CourseStretch likewise

---@class CourseStretch
---@field start_m integer from the start of the race
---@field length_m integer
---@field metres integer up, or down
---@field grade_percent number its mean grade, positive

---@class TuneUpRace
---@field name string
---@field date integer
---@field distance integer
---@field distance_m integer

---@class WeekPreferences
---@field starts_on Weekday
---@field run_days Weekday[] all seven where the runner named none
---@field long_run Weekday
---@field quality Weekday[]
---@field doubles Weekday[] the runner's days for two easy runs
---@field most? integer the runner's own limit for a week's distance
---@field longest_run? integer ... and for a run's
---@field longest_weekday_s integer the longest session on Monday to Friday
---@field longest_weekend_s integer

---@class Hills
---@field access "none"|"treadmill"|"weekend"|"any"|"several" several: a list; which ones tell:
---@field has_treadmill boolean a treadmill is named
---@field has_weekends boolean there are hills on Saturday and Sunday: weekend or any is named
---@field max_climb_m integer

---@class Paces seconds per unit
---@field easy_fast integer
---@field easy_slow integer
---@field marathon integer
---@field threshold integer
---@field interval integer
---@field repetition integer

---@class Facts the profile's `facts:`, as in plan.facts.age: a number where it is one, else a text

---@class Break days without running: from the first run day off to the day before the next open one
---@field first integer date
---@field last integer date
---@field days integer
---@field reason Absence the gravest that was told of its days; a holiday where none was

---@class Week
---@field number integer from 1
---@field start integer date
---@field phase Phase
---@field kind WeekKind
---@field is_cut boolean one of its run days is unavailable
---@field open_days integer its run days that are not unavailable
---@field missed_days integer those that became so only by being missed: it was planned with them
---@field planned integer known of weeks that were not run as planned: their distance as planned
---@field planned_left integer likewise: as planned, but for what was missed
---@field days Day[] the days up to this point
---@field distance integer sum over those days, the goal race left out; likewise:
---@field climb_m integer
---@field descent_m integer
---@field duration_s integer
---@field load_distance integer likewise, and what of past weeks was run beyond what counts
---@field least_distance integer of the distance what is told, where not all of it is
---@field runs integer a tune-up race is one with its warm-up and cool-down, the easy runs of its day
---@field run_days integer days with a run, the goal race among them
---@field hard_days integer days with a hard session or a tune-up race
---@field target integer the distance that the week aims at, known before it is filled; else its sum
---@field target_runs integer likewise the number of its runs
---@field target_long_runs integer how many of these are long runs; not known yet where limits are asked for
---@field cut_target integer known of weeks before that a rule of one's own shortened: their distance without it

---@class Day
---@field date integer
---@field number integer in the plan, from 1: plan.days[day.number] is this day
---@field weekday Weekday
---@field month integer 1 to 12; likewise, where the plan has dates:
---@field day_of_month integer
---@field day_of_year integer from 1
---@field week Week
---@field sessions Session[] empty on a rest day
---@field can_run boolean a run day that is not unavailable
---@field unavailable boolean
---@field is_long_run_day boolean the runner's day for the long run
---@field is_quality_day boolean one of the runner's days for hard sessions
---@field distance integer sum over the day's runs, the goal race left out; likewise:
---@field climb_m integer
---@field descent_m integer
---@field load_distance integer likewise, and what was run beyond what counts

---@class Session
---@field kind SessionKind
---@field session string id in the session library
---@field title string
---@field effort Effort
---@field terrain Terrain
---@field distance integer
---@field duration_s integer of a run at easy pace, its climb counted; 6:30/km where none is known
---@field pace_fast integer seconds per unit; likewise:
---@field pace_slow integer
---@field climb_m integer
---@field descent_m integer
---@field is_run boolean
---@field is_hard boolean effort hard, or a race
---@field load_descent_m integer with what was run beyond what counts; the same of what is to come
---@field steps Step[] a repeat has `times` and its steps

---@class Step
---@field kind "warm_up"|"run"|"recovery"|"cool_down" not of a repeat
---@field effort Effort
---@field duration_s integer
---@field distance_m integer
---@field pace_fast integer seconds per unit; likewise:
---@field pace_slow integer
---@field grade_percent integer of the slope that is asked for, down below 0; 0 where none is
---@field times integer how often `steps` are run; a plain step has 1 and no steps
---@field steps Step[]

hillplan = {}

---A distance in kilometres as hundredths of the plan's unit, rounded down.
---@param km number
---@return integer
function hillplan.km(km) end

---A distance in metres as hundredths of the plan's unit, rounded down.
---@param metres integer
---@return integer
function hillplan.m(metres) end

---Hundredths of the plan's unit in whole metres, rounded to the nearest.
---@param distance integer
---@return integer
function hillplan.to_m(distance) end

---Texts for people, to be put together to messages. Each marks a value, "{42.5 km}", which is told in
---the reader's language, units and number format: as "42.5 km", "42,5 km" or "26.4 mi". They may change:
---don't compare or measure them. "{{" is a brace.

---A distance: "{42.5 km}".
---@param distance integer
---@return string
function hillplan.distance_text(distance) end

---Metres up or down: "{150 m}", which readers of miles are told in feet.
---@param metres integer
---@return string
function hillplan.elevation_text(metres) end

---Percent: "{110 %}".
---@param percent integer
---@return string
function hillplan.percent_text(percent) end

---A count: "{7}", as in "{7} days".
---@param count integer
---@return string
function hillplan.count_text(count) end

---How long something takes: "{45 min}".
---@param seconds integer
---@return string
function hillplan.time_text(seconds) end

---A pace, in seconds for each unit of the plan: "{5:20 /km}".
---@param seconds integer
---@return string
function hillplan.pace_text(seconds) end

---A name, as of a race or the title of a session: "{Long run}", which is translated where it is known.
---@param name string
---@return string
function hillplan.name_text(name) end

---A day: "{sun 2027-02-14}", told as "Sunday 2027-02-14"; "{sun of week 3}" where the plan has no dates.
---@param date integer
---@return string
function hillplan.day_text(date) end

---The weekday of a date: "{mon}", told as "Monday".
---@param date integer
---@return string
function hillplan.weekday_name(date) end

---A date in ISO 8601 ("2027-02-15"), as documents write it, and back. An impossible date is an error;
---that of a plan without dates is not known.
---@param date integer
---@return string
function hillplan.date_text(date) end
---@param text string
---@return integer
function hillplan.date(text) end

---The weekday of a date: "mon".
---@param date integer
---@return Weekday
function hillplan.weekday(date) end

---Whether the plan knows the value of a view's field; reading an unknown one ends the call.
---@param view table
---@param field string
---@return boolean
function hillplan.known(view, field) end

---The largest value of a single run, the goal race included, on the days from one date to another, as
---far as they are in the plan and before this point; and how many of these runs don't tell it.
---@param field "distance"|"duration_s"|"climb_m"|"descent_m"
---@param from integer date
---@param to integer date
---@return integer largest 0 where there is none
---@return integer unknown
function hillplan.largest(field, from, to) end

---The latest day with a session of a kind, on the days from one date to another, as far as they are in
---the plan and before this point; and how many sessions there don't tell their kind.
---@param kind SessionKind
---@param from integer date
---@param to integer date
---@return integer? date nil where there is none
---@return integer unknown
function hillplan.latest(kind, from, to) end

---What `work_out(plan)` answers, worked out once a plan and kept: for what follows from the calendar,
---the races and the runner alone, and is asked for in each call. The function stands at the top of the
---script, as each function has an answer of its own. It can read nothing that changes while the plan is
---made: no sessions, no sums, no phase, kind or target of a week. Nobody may change the answer.
---@generic T
---@param work_out fun(plan: Plan): T
---@return T
function hillplan.once(work_out) end

---Loads a library, once: NAME.lua beside the rule, in lib/ beside it, or in scripts/rules/lib. A plain
---name, no path. Only at the top of a script, not in a hook.
---@param name string
---@return any
function hillplan.use(name) end
