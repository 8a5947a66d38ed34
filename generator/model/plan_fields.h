/*
 * The fields of the structs in model/plan.h: the keys of plan documents, and what rules see. What
 * plans share with profiles, and what a list is, is in model/profile_fields.h.
 */
#ifndef HILLPLAN_MODEL_PLAN_FIELDS_H
#define HILLPLAN_MODEL_PLAN_FIELDS_H

#include "model/plan.h"
#include "model/profile_fields.h"

#define PACE_S           60, 7200
#define SESSION_HILLS_M  0, 30000
#define SESSION_DISTANCE 0, 400 * HUNDREDTHS
#define WEEK_DISTANCE    0, 10000 * HUNDREDTHS
#define WEEK_HILLS_M     0, 1000000
#define SESSION_TIME_S   1, 200 * 3600
#define MOST_REPEATS     100
#define MOST_STEPS       100
#define MOST_LINES       100 /* notes, reasons */
#define MOST_SESSIONS    8   /* of a day */
#define MOST_WEEKS       120
#define MOST_RULES       500
#define MOST_EXCEPTIONS  20000
#define MOST_REPLANNED   1000
#define MOST_BREAKS      2000
#define MOST_CANCELLED   10000
#define EVENT_BYTES      12, 15 /* "2027-02-16/2", "2027-02-15/week" */

#define PACES_FIELDS(X)                                                                            \
    X(RANGE, paces, easy, "easy", PLAN_RULES, MAY, PACE_S, "s", "fast and slow, per km or mi")     \
    X(NUMBER, paces, marathon, "marathon", PLAN_RULES, MAY, PACE_S, UNKNOWN, "s", "per km or mi")  \
    X(NUMBER, paces, threshold, "threshold", PLAN_RULES, MAY, PACE_S, UNKNOWN, "s", "likewise")    \
    X(NUMBER, paces, interval, "interval", PLAN_RULES, MAY, PACE_S, UNKNOWN, "s", "likewise")      \
    X(NUMBER, paces, repetition, "repetition", PLAN_RULES, MAY, PACE_S, UNKNOWN, "s", "likewise")

/* --- rules -------------------------------------------------------------------------------------
 */

#define RULE_SETTING_VALUE_FIELDS(X)                                                               \
    X(TEXT, rule_setting_value, name, "name", PLAN, MUST, ANY_BYTES, "a setting")                  \
    X(SCALAR, rule_setting_value, value, "value", PLAN, MUST, "what it is")

#define PLAN_RULE_FIELDS(X)                                                                        \
    X(TEXT, plan_rule, id, "id", PLAN, MUST, ANY_BYTES, "the rule's name")                         \
    X(WORD, plan_rule, level, "level", PLAN, MAY, rule_level, RULE_MUST,                           \
      "should rules may give way")                                                                 \
    X(TEXT, plan_rule, title, "title", PLAN, MAY, ANY_BYTES, "in a few words")                     \
    X(TEXT, plan_rule, why, "why", PLAN, MAY, ANY_BYTES, "what it is good for")                    \
    X(TEXT, plan_rule, source, "source", PLAN, MAY, ANY_BYTES, "who says so")                      \
    X(FLAG, plan_rule, off, "off", PLAN, MAY, "it doesn't hold")                                   \
    X(LIST, plan_rule, settings, setting_count, "settings", PLAN, MAY, 0, MOST_RULES,              \
      rule_setting_value, "its settings")                                                          \
    X(TEXT, plan_rule, script, "script", PLAN, MAY, ANY_BYTES, "the text of a rule of your own")

#define VERDICT_FIELDS(X)                                                                          \
    X(WORD, verdict, level, "level", PLAN, MUST, verdict_level, VERDICT_READY, "in one word")      \
    X(DISTANCE, verdict, peak, "peak", PLAN, MAY, WEEK_DISTANCE, "the biggest week")               \
    X(DISTANCE, verdict, longest, "longest", PLAN, MAY, SESSION_DISTANCE, "the longest run")       \
    X(DISTANCE, verdict, asks_peak, "asks_peak", PLAN, MAY, WEEK_DISTANCE,                         \
      "the biggest week that the race asks for")                                                   \
    X(DISTANCE, verdict, asks_longest, "asks_longest", PLAN, MAY, SESSION_DISTANCE, "likewise")    \
    X(TEXT, verdict, text, "text", PLAN, MUST, ANY_BYTES, "in a sentence")

#define PLAN_COST_FIELDS(X)                                                                        \
    X(TEXT, plan_cost, rule, "rule", PLAN, MAY, ANY_BYTES,                                         \
      "that takes it alone; else all together")                                                    \
    X(DISTANCE, plan_cost, peak, "peak", PLAN, MUST, WEEK_DISTANCE, "of the biggest week")         \
    X(DISTANCE, plan_cost, longest, "longest", PLAN, MUST, SESSION_DISTANCE, "of the longest run") \
    X(NUMBER, plan_cost, hard_days, "hard_days", PLAN, MUST, 0, 7 * MOST_WEEKS, UNKNOWN, "",       \
      "days with hard running")                                                                    \
    X(NUMBER, plan_cost, weeks, "weeks", PLAN, MUST, 0, MOST_WEEKS, UNKNOWN, "",                   \
      "that lose their long run")

#define EXCEPTION_FIELDS(X)                                                                        \
    X(TEXT, exception, rule, "rule", PLAN, MUST, ANY_BYTES, "a should rule")                       \
    X(COUNT, exception, week, "week", PLAN, MUST, 1, MOST_WEEKS, "", "in which it gave way")       \
    X(DATE, exception, date, "date", PLAN, MAY, "the day")                                         \
    X(TEXT, exception, text, "text", PLAN, MUST, ANY_BYTES, "how far it gave way")

/* --- weeks -------------------------------------------------------------------------------------
 */

/* Of a step that is run; `NEEDS` where it can't be a repeat. */
#define PLAIN_STEP_FIELDS(X, NEEDS)                                                                \
    X(NUMBER, step, duration_s, "duration_s", PLAN_RULES, MAY, SESSION_TIME_S, UNKNOWN, "s",       \
      "its length, or")                                                                            \
    X(NUMBER, step, distance_m, "distance_m", PLAN_RULES, MAY, 1, LONGEST_RACE_M, UNKNOWN, "m",    \
      "its length")                                                                                \
    X(WORD, step, effort, "effort", PLAN_RULES, NEEDS, effort, EFFORT_NONE, "how hard")            \
    X(RANGE, step, pace, "pace", PLAN_RULES, MAY, PACE_S, "s", "fast and slow, per km or mi")      \
    X(NUMBER, step, grade_percent, "grade_percent", PLAN_RULES, MAY, -45, 45, 0, "%",              \
      "of the slope that is asked for, down below 0")

#define INNER_STEP_FIELDS(X)                                                                       \
    X(WORD, step, kind, "kind", PLAN, MUST, step_kind, STEP_KIND_NONE, "what it is for")           \
    PLAIN_STEP_FIELDS(X, MUST)

#define STEP_FIELDS(X)                                                                             \
    X(WORD, step, kind, "kind", PLAN_RULES, MAY, step_kind, STEP_KIND_NONE, "what it is for")      \
    X(NUMBER, step, repeat, "repeat", PLAN, MAY, 1, MOST_REPEATS, 0, "",                           \
      "how often its steps are run")                                                               \
    PLAIN_STEP_FIELDS(X, MAY)                                                                      \
    X(LIST, step, steps, step_count, "steps", PLAN, MAY, 1, MOST_STEPS, inner_step,                \
      "what is repeated")

#define REASON_FIELDS(X)                                                                           \
    X(TEXT, reason, rule, "rule", PLAN, MUST, ANY_BYTES, "a rule's id")                            \
    X(TEXT, reason, text, "text", PLAN, MUST, ANY_BYTES, "what it said")

#define SESSION_FIELDS(X)                                                                          \
    X(WORD, session, kind, "kind", PLAN_RULES, MUST, session_kind, SESSION_KIND_NONE,              \
      "what it is")                                                                                \
    X(TEXT, session, session, "session", PLAN_RULES, MAY, ANY_BYTES,                               \
      "the entry of the session library")                                                          \
    X(TEXT, session, title, "title", PLAN_RULES, MAY, ANY_BYTES, "in a few words")                 \
    X(WORD, session, effort, "effort", PLAN_RULES, MAY, effort, EFFORT_NONE,                       \
      "how hard; every run has one")                                                               \
    X(WORD, session, terrain, "terrain", PLAN_RULES, MAY, terrain, TERRAIN_NONE,                   \
      "on what; every run has one")                                                                \
    X(DISTANCE, session, distance, "distance", PLAN_RULES, MAY, SESSION_DISTANCE, "of a run")      \
    X(NUMBER, session, duration_s, "duration_s", PLAN_RULES, MAY, SESSION_TIME_S, UNKNOWN, "s",    \
      "how long")                                                                                  \
    X(NUMBER, session, climb_m, "climb_m", PLAN_RULES, MAY, SESSION_HILLS_M, UNKNOWN, "m",         \
      "uphill")                                                                                    \
    X(NUMBER, session, descent_m, "descent_m", PLAN_RULES, MAY, SESSION_HILLS_M, UNKNOWN, "m",     \
      "downhill")                                                                                  \
    X(RANGE, session, pace, "pace", PLAN_RULES, MAY, PACE_S, "s", "fast and slow, per km or mi")   \
    X(LIST, session, steps, step_count, "steps", PLAN, MAY, 0, MOST_STEPS, step,                   \
      "what it is made of")                                                                        \
    X(TEXTS, session, notes, note_count, "notes", PLAN, MAY, 0, MOST_LINES, ANY_BYTES,             \
      "for the runner")                                                                            \
    X(LIST, session, reasons, reason_count, "reasons", PLAN, MAY, 0, MOST_LINES, reason,           \
      "why it is as it is")

#define DONE_RUN_FIELDS(X)                                                                         \
    X(DATE, done_run, moved_to, "moved_to", PLAN, MAY, "the day on which it was run instead")      \
    X(DATE, done_run, moved_from, "moved_from", PLAN, MAY, "the day for which it was planned")     \
    X(DISTANCE, done_run, distance, "distance", PLAN, MAY, SESSION_DISTANCE, "how far it went")    \
    X(NUMBER, done_run, duration_s, "duration_s", PLAN, MAY, SESSION_TIME_S, UNKNOWN, "s",         \
      "how long it took")                                                                          \
    X(NUMBER, done_run, climb_m, "climb_m", PLAN, MAY, SESSION_HILLS_M, UNKNOWN, "m", "uphill")    \
    X(NUMBER, done_run, descent_m, "descent_m", PLAN, MAY, SESSION_HILLS_M, UNKNOWN, "m",          \
      "downhill")

#define DAY_FIELDS(X)                                                                              \
    X(DATE, day, date, "date", PLAN_RULES, MUST, "the day")                                        \
    X(MARK, day, status, "status", PLAN, MAY, day_status, "of a past day: what became of it")      \
    X(LIST, day, runs, run_count, "run", PLAN, MAY, 0, MOST_SESSIONS, done_run,                    \
      "what was run instead")                                                                      \
    X(FLAG, day, locked, "locked", PLAN, MAY, "stays as it is when the plan is made anew")         \
    X(FLAG, day, legs_mend, "legs_mend", PLAN, MAY, "kept easy after a downhill run")              \
    X(LIST, day, sessions, session_count, "sessions", PLAN, MAY, 0, MOST_SESSIONS, session,        \
      "none: rest")

#define GAVE_UP_FIELDS(X)                                                                          \
    X(WORD, gave_up, what, "what", PLAN, MUST, given_up, GIVEN_UP_COUNT, "it was to hold")         \
    X(TEXT, gave_up, rule, "rule", PLAN, MAY, ANY_BYTES, "that kept it out")                       \
    X(TEXT, gave_up, text, "text", PLAN, MUST, ANY_BYTES, "what was tried, and what it met")

#define WEEK_CUT_FIELDS(X)                                                                         \
    X(TEXT, week_cut, by, "by", PLAN, MUST, ANY_BYTES, "a rule of your own")                       \
    X(DISTANCE, week_cut, target, "target", PLAN, MUST, WEEK_DISTANCE,                             \
      "what the week would have held without it")

#define WEEK_FIELDS(X)                                                                             \
    X(COUNT, week, number, "number", PLAN_RULES, MUST, 1, MOST_WEEKS, "", "from 1")                \
    X(DATE, week, start, "start", PLAN_RULES, MUST, "its first day")                               \
    X(WORD, week, phase, "phase", PLAN_RULES, MUST, phase, PHASE_NONE, "of the plan")              \
    X(WORD, week, kind, "kind", PLAN_RULES, MUST, week_kind, WEEK_KIND_NONE, "what it is for")     \
    X(NUMBER, week, percent, "percent", PLAN, MAY, 1, 100, 0, "%", "of a usual week, in a return") \
    X(MAPPING, week, cut, "cut", PLAN, MAY, week_cut, "shortened by a rule of your own")           \
    X(STATED, week, "distance", PLAN, MAY, 2, WEEK_DISTANCE, week_distance, "km or mi",            \
      "the sum of the days, which counts")                                                         \
    X(DISTANCE, week, distance_most, "distance_most", PLAN, MAY, WEEK_DISTANCE,                    \
      "what the rules allowed")                                                                    \
    X(STATED, week, "climb_m", PLAN, MAY, 0, WEEK_HILLS_M, week_climb, "m", "likewise")            \
    X(STATED, week, "descent_m", PLAN, MAY, 0, WEEK_HILLS_M, week_descent, "m", "likewise")        \
    X(LIST, week, gave_up, gave_up_count, "gave_up", PLAN, MAY, 0, MOST_LINES, gave_up,            \
      "what it was to hold and does not")                                                          \
    X(FIXED, week, days, "days", PLAN, MUST, day, "seven")

/* --- the plan ----------------------------------------------------------------------------------
 */

#define MADE_FROM_FIELDS(X)                                                                        \
    X(DATE, made_from, start, "start", PLAN, MUST, "the first day of week 1")                      \
    X(TEXT, made_from, template_name, "template", PLAN, MAY, PATH_BYTES, "the training template")  \
    X(DISTANCES, made_from, recent_weeks, recent_week_count, "recent_weeks", PLAN, MAY,            \
      MOST_RECENT_WEEKS, RECENT_WEEK, "what was run before, oldest first")                         \
    X(DISTANCE, made_from, longest_recent_run, "longest_recent_run", PLAN, MAY, RECENT_RUN,        \
      "the longest run of the 30 days before")                                                     \
    X(MAPPING, made_from, recent_race, "recent_race", PLAN, MAY, recent_race,                      \
      "the race that paces follow")                                                                \
    X(TIME, made_from, goal_time_s, "goal_time", PLAN, MAY, RACE_TIME_S, "the time wished for")    \
    X(LIST, made_from, settings, setting_count, "settings", PLAN, MAY, 0, MOST_PROFILE_RULES,      \
      rule_setting, "settings of rules that the profile changed")

#define LOG_FACTS_FIELDS(X)                                                                        \
    X(COUNT, log_facts, files, "files", PLAN, MUST, 1, INT_MAX, "", "how many were read")          \
    X(DATE, log_facts, first, "first", PLAN, MAY, "the first run's day")                           \
    X(DATE, log_facts, last, "last", PLAN, MAY, "the last run's day")                              \
    X(COUNT, log_facts, runs, "runs", PLAN, MAY, 0, INT_MAX, "", "how many there are")             \
    X(DISTANCE, log_facts, distance, "distance", PLAN, MAY, 0, INT_MAX, "of all of them")

#define REPLANNING_FIELDS(X)                                                                       \
    X(DATE, replanning, date, "date", PLAN, MUST, "days before it stayed as they were")            \
    X(FLAG, replanning, is_anew, "anew", PLAN, MAY,                                                \
      "phases and distances too, as the race or the runner had changed")                           \
    X(MAPPING, replanning, log, "log", PLAN, MAY, log_facts, "what was run")                       \
    X(TEXTS, replanning, cancelled, cancelled_count, "cancelled", PLAN, MAY, 0, MOST_CANCELLED,    \
      EVENT_BYTES, "sessions that are no more, for calendars: date and number, or week")

#define TRAINING_BREAK_FIELDS(X)                                                                   \
    X(DATE, training_break, first, "first", PLAN, MUST, "the first day to run on that is off")     \
    X(DATE, training_break, last, "last", PLAN, MUST, "the day before the next one that is not")   \
    X(STATED, training_break, "days", PLAN, MAY, 0, 1, INT_MAX, break_days, "", "both included")   \
    X(WORD, training_break, reason, "reason", PLAN, MAY, absence, ABSENCE_HOLIDAY,                 \
      "the gravest of its days")                                                                   \
    X(DISTANCE, training_break, level, "level", PLAN, MAY, WEEK_DISTANCE,                          \
      "of training before it: what a week held")                                                   \
    X(DISTANCE, training_break, longest, "longest", PLAN, MAY, SESSION_DISTANCE,                   \
      "the longest run before it")                                                                 \
    X(DISTANCE, training_break, lost, "lost", PLAN, MAY, WEEK_DISTANCE,                            \
      "what the plan would hold more without it")

#define PLAN_FIELDS(X)                                                                             \
    X(COUNT, plan, format, "hillplan", PLAN, MUST, 1, PLAN_FORMAT, "",                             \
      "the version of the document's format")                                                      \
    X(TEXT, plan, title, "title", PLAN, MAY, ANY_BYTES, "of the pages")                            \
    X(WORD, plan, units, "units", PLAN_RULES, MUST, units, UNITS_KM, "of every distance")          \
    X(MAPPING, plan, runner, "runner", PLAN, MAY, runner, "who it is for")                         \
    X(MAPPING, plan, race, "race", PLAN, MUST, race, "what it is for")                             \
    X(MAPPING, plan, preferences, "week", PLAN, MAY, week_preferences, "as in the profile")        \
    X(MAPPING, plan, hills, "hills", PLAN, MAY, hills, "as in the profile")                        \
    X(LIST, plan, tune_ups, tune_up_count, "tune_up_races", PLAN, MAY, 0, MOST_TUNE_UPS, tune_up,  \
      "races on the way")                                                                          \
    X(FREE, plan, facts, fact_count, "facts", PLAN, MAY, MOST_FACTS, FACT_BYTES,                   \
      "as in the profile, for rules of one's own")                                                 \
    X(MAPPING, plan, print, "print", PLAN, MAY, print, "as in the profile")                        \
    X(MAPPING, plan, paces, "paces", PLAN, MAY, paces, "of training")                              \
    X(GIVEN_LIST, plan, rules, rule_count, "rules", PLAN, MAY, 0, MOST_RULES, plan_rule,           \
      "those that it was made with; without the list, all that are built in")                      \
    X(MAPPING, plan, verdict, "verdict", PLAN, MAY, verdict, "whether it prepares for the race")   \
    X(LIST, plan, costs, cost_count, "cost", PLAN, MAY, 0, MOST_RULES, plan_cost,                  \
      "what rules and settings of your own take")                                                  \
    X(LIST, plan, exceptions, exception_count, "gave_way", PLAN, MAY, 0, MOST_EXCEPTIONS,          \
      exception, "should rules that could not be kept")                                            \
    X(MAPPING, plan, made_from, "made_from", PLAN, MAY, made_from,                                 \
      "what it was made from at first, which hillplan replan needs")                               \
    X(LIST, plan, replanned, replanned_count, "replanned", PLAN, MAY, 0, MOST_REPLANNED,           \
      replanning, "when it was made anew")                                                         \
    X(LIST, plan, breaks, break_count, "breaks", PLAN, MAY, 0, MOST_BREAKS, training_break,        \
      "what follows from the days off; worked out again when it is read")                          \
    X(LIST, plan, weeks, week_count, "weeks", PLAN, MUST, 1, MOST_WEEKS, week, "of seven days")

/* --- what stands in no file --------------------------------------------------------------------
 */

UNFILED(plan, arena, "holds the rest");
UNFILED(plan, planned, "while the rules see what was run");
UNFILED(plan, is_undated, "plans of others only");
UNFILED(day, is_fixed, "while it is planned");
UNFILED(plan, names_no_race, "plans of others only");
UNFILED(plan, time_pace_s, "plans of others only");
UNFILED(plan, inferred, "plans of others only");
UNFILED(plan, inferred_count, "plans of others only");
UNFILED(week, wished, "while it is planned");
UNFILED(week, planned, "while the rules see what was run");
UNFILED(week, planned_left, "likewise");
UNFILED(week, missed_days, "likewise");
UNFILED(week, most_distance, "likewise");
UNFILED(week, most_climb_m, "likewise");
UNFILED(session, beyond_distance, "likewise");
UNFILED(session, beyond_descent_m, "likewise");
UNFILED(week, target, "while it is planned");
UNFILED(week, target_runs, "while it is planned");
UNFILED(week, target_long_runs, "while it is planned");
UNFILED(session, steps_are_unknown, "plans of others only");
UNFILED(session, is_by_time, "likewise");
UNFILED(session, may_be_no_run, "plans of others only");
UNFILED(session, distance_at_least, "plans of others only");

#endif
