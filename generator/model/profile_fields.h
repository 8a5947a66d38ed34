/*
 * The fields of the structs in model/profile.h and model/course.h: the keys of profiles and plan
 * documents, and what rules see, a row each.
 *
 * A list is a macro that hands its rows to another one, X(KIND, struct, member, "key", documents,
 * needs, ..., "meaning"), so that everyone makes of them what they need: files/ the tables for
 * reading and writing, script/ what Lua sees. They stand here, beside the structs, because these
 * rooms don't know each other. The kinds and the rest of their columns are in document/field.h:
 * ranges, in the member's own unit, the value of a member whose key isn't there, its unit.
 *
 * documents: PROFILE, PLAN, BOTH, RULES (seen by scripts), PLAN_RULES, ALL. needs: MAY, MUST, or
 * the document in which it must stand.
 */
#ifndef HILLPLAN_MODEL_PROFILE_FIELDS_H
#define HILLPLAN_MODEL_PROFILE_FIELDS_H

#include <limits.h>

#include "base/quantity.h"
#include "base/unfiled.h"
#include "model/profile.h"

#define NAME_BYTES         1, 200
#define PATH_BYTES         1, 1000
#define ANY_BYTES          0, INT_MAX
#define RECENT_WEEK        0, 500 * HUNDREDTHS
#define RECENT_RUN         0, 300 * HUNDREDTHS
#define RACE_HILLS_M       0, 30000
#define RACE_TIME_S        60, 200 * 3600
#define SESSION_HOURS_S    600, 24 * 3600
#define MOST_RECENT_WEEKS  52
#define MOST_RECENT_RUNS   500
#define MOST_UNAVAILABLE   200
#define MOST_TUNE_UPS      20
#define MOST_PROFILE_RULES 200
#define MOST_POINTS        20000
#define MOST_FACTS         50
#define FACT_BYTES         1, 200

/* --- the runner --------------------------------------------------------------------------------
 */

#define RECENT_RACE_FIELDS(X)                                                                      \
    X(OWN, recent_race, distance, "distance", BOTH, MUST, race_distance,                           \
      "5k, 10k, half, marathon, 50k, 50mi, 100k, 100mi, or a number")                              \
    X(TIME, recent_race, time_s, "time", BOTH, MUST, RACE_TIME_S, "how long it took")

#define LAST_DOWNHILL_FIELDS(X)                                                                    \
    X(DATE, runner, last_downhill_date, "date", ALL, MUST, "its day")                              \
    X(NUMBER, runner, last_downhill_descent_m, "descent_m", ALL, MUST, 0, 15000, UNKNOWN, "m",     \
      "how far it went down")

#define RECENT_RUN_FIELDS(X)                                                                       \
    X(DATE, recent_run, date, "date", PLAN_RULES, MUST, "its day")                                 \
    X(DISTANCE, recent_run, distance, "distance", PLAN_RULES, MUST, RECENT_RUN, "how far")         \
    X(NUMBER, recent_run, climb_m, "climb_m", PLAN_RULES, MAY, RACE_HILLS_M, UNKNOWN, "m",         \
      "its climb")                                                                                 \
    X(NUMBER, recent_run, descent_m, "descent_m", PLAN_RULES, MAY, RACE_HILLS_M, UNKNOWN, "m",     \
      "its descent")

#define RUNNER_FIELDS(X)                                                                           \
    X(TEXT, runner, name, "name", BOTH, MAY, NAME_BYTES, "for the title page")                     \
    X(DISTANCES, runner, recent_weeks, recent_week_count, "recent_weeks", BOTH, MAY,               \
      MOST_RECENT_WEEKS, RECENT_WEEK,                                                              \
      "what was run in the last weeks, oldest first; a profile needs it, or a log (--log)")        \
    X(DISTANCE, runner, longest_recent_run, "longest_recent_run", ALL, MAY, RECENT_RUN,            \
      "the longest run of the last 30 days")                                                       \
    X(MAPPING, runner, recent_race, "recent_race", PROFILE, MAY, recent_race,                      \
      "a race of late, for paces; without it sessions go by effort")                               \
    X(NUMBER, runner, usual_descent_m, "usual_descent_m", ALL, MAY, 0, 5000, UNKNOWN, "m",         \
      "the descent of a normal run at home")                                                       \
    X(INLINE, runner, "last_downhill", BOTH, MAY, last_downhill, "the last run with much descent") \
    X(LIST, runner, recent_runs, recent_run_count, "recent_runs", PLAN, MAY, 0, MOST_RECENT_RUNS,  \
      recent_run, "those of the 90 days before day 1, by a log")                                   \
    X(TENTHS, runner, vdot_tenths, "vdot", PLAN_RULES, MAY, 1, 1000,                               \
      "the runner's level, from the recent race")

/* --- races -------------------------------------------------------------------------------------
 */

#define RACE_DISTANCE_FIELDS(X, s)                                                                 \
    X(OWN, s, distance, "distance", BOTH, IN_PROFILE, race_distance,                               \
      "5k, 10k, half, marathon, 50k, 50mi, 100k, 100mi, or a number")                              \
    X(NUMBER, s, distance.metres, "distance_m", PLAN, MAY, 1, LONGEST_RACE_M, 0, "m",              \
      "the same in metres")

#define RACE_FIELDS(X)                                                                             \
    X(TEXT, race, name, "name", ALL, MAY, NAME_BYTES, "for title and pages")                       \
    X(DATE, race, date, "date", ALL, MUST, "race day")                                             \
    RACE_DISTANCE_FIELDS(X, race)                                                                  \
    X(PATH, race, course_file, "course", PROFILE, MAY, PATH_BYTES,                                 \
      "a GPX file, relative to the profile")                                                       \
    X(NUMBER, race, climb_m, "climb_m", ALL, MAY, RACE_HILLS_M, UNKNOWN, "m",                      \
      "of the whole course, as its organizers say")                                                \
    X(NUMBER, race, descent_m, "descent_m", ALL, MAY, RACE_HILLS_M, UNKNOWN, "m", "likewise")      \
    X(WORD, race, aim, "aim", BOTH, MAY, race_aim, RACE_AIM_NONE,                                  \
      "what counts; finish where neither a goal_time nor a recent_race is given")                  \
    X(TIME, race, goal_time_s, "goal_time", PROFILE, MAY, RACE_TIME_S, "the time wished for")      \
    X(NUMBER, race, goal_time_s, "goal_time_s", PLAN_RULES, MAY, RACE_TIME_S, UNKNOWN, "s",        \
      "the time wished for")                                                                       \
    X(NUMBER, race, expected_time_s, "expected_time_s", PLAN_RULES, MAY, RACE_TIME_S, UNKNOWN,     \
      "s", "what race pace follows")                                                               \
    X(MAPPING, race, course, "course", PLAN, MAY, course, "the course's profile and what it tells")

#define TUNE_UP_FIELDS(X)                                                                          \
    X(TEXT, tune_up_race, name, "name", ALL, MAY, 1, INT_MAX, "for the pages")                     \
    X(DATE, tune_up_race, date, "date", ALL, MUST, "race day")                                     \
    RACE_DISTANCE_FIELDS(X, tune_up_race)

/* --- the course of a plan ----------------------------------------------------------------------
 */

#define COURSE_FILE_FIELDS(X)                                                                      \
    X(NUMBER, course, track_m, "distance_m", PLAN, MUST, 1, LONGEST_RACE_M, 0, "m",                \
      "the track's length")                                                                        \
    X(NUMBER, course, track_climb_m, "climb_m", PLAN, MAY, RACE_HILLS_M, UNKNOWN, "m",             \
      "its climb")                                                                                 \
    X(NUMBER, course, track_descent_m, "descent_m", PLAN, MAY, RACE_HILLS_M, UNKNOWN, "m",         \
      "its descent")

#define COURSE_STRETCH_FIELDS(X)                                                                   \
    X(COUNT, course_stretch, start_m, "start_m", PLAN_RULES, MUST, 0, LONGEST_RACE_M, "m",         \
      "where it begins")                                                                           \
    X(COUNT, course_stretch, length_m, "length_m", PLAN_RULES, MUST, 0, LONGEST_RACE_M, "m",       \
      "its length")                                                                                \
    X(COUNT, course_stretch, metres, "metres", PLAN_RULES, MUST, RACE_HILLS_M, "m", "up or down")  \
    X(DECIMAL, course_stretch, grade_tenths, "grade_percent", PLAN_RULES, MUST, 1, 0, 10000,       \
      UNKNOWN, "%", "its mean grade")

#define COURSE_BAND_FIELDS(X)                                                                      \
    X(STATED_TEXT, course_band, "grade_percent", PLAN, MUST, band_grade, "\"-10 to -5\"")          \
    X(COUNT, course_band, distance_m, "distance_m", PLAN, MUST, 0, LONGEST_RACE_M, "m",            \
      "how much of the course is so steep")                                                        \
    X(COUNT, course_band, distance_percent, "distance_percent", PLAN, MUST, 0, 100, "%",           \
      "of the distance")                                                                           \
    X(COUNT, course_band, climb_m, "climb_m", PLAN, MUST, RACE_HILLS_M, "m", "climbed there")      \
    X(COUNT, course_band, climb_percent, "climb_percent", PLAN, MUST, 0, 100, "%", "of the climb") \
    X(COUNT, course_band, descent_m, "descent_m", PLAN, MUST, RACE_HILLS_M, "m",                   \
      "descended there")                                                                           \
    X(COUNT, course_band, descent_percent, "descent_percent", PLAN, MUST, 0, 100, "%",             \
      "of the descent")

#define COURSE_FACTS_FIELDS(X)                                                                     \
    X(NUMBERS, course_facts, climb_percent, 0, "climb_percent_by_third", PLAN, MUST, 0, 100, "%",  \
      "of the climb in each third of the distance")                                                \
    X(NUMBERS, course_facts, descent_percent, 0, "descent_percent_by_third", PLAN, MUST, 0, 100,   \
      "%", "likewise")                                                                             \
    X(COUNT, course_facts, first_half_descent_percent, "descent_percent_of_first_half",            \
      PLAN_RULES, MUST, 0, 100, "%", "of the descent in the first half")                           \
    X(COUNT, course_facts, eccentric_load, "eccentric_load", PLAN_RULES, MUST, 0, INT_MAX, "m",    \
      "of the descent, in metres of gentle descent")                                               \
    X(DECIMAL, course_facts, eccentric_load_per_km, "eccentric_load_per_km", PLAN_RULES, MUST, 1,  \
      0, INT_MAX, UNKNOWN, "m", "the same a km")                                                   \
    X(MAPPING, course_facts, largest_climb, "largest_climb", PLAN, MAY, course_stretch,            \
      "the climb of the most metres")                                                              \
    X(MAPPING, course_facts, largest_descent, "largest_descent", PLAN, MAY, course_stretch,        \
      "the descent of the most metres")                                                            \
    X(FIXED, course_facts, bands, "bands", PLAN, MUST, course_band, "the course by its grades")

#define COURSE_POINT_FIELDS(X)                                                                     \
    X(COUNT, course_point, distance_m, "distance_m", PLAN, MUST, 0, LONGEST_RACE_M, "m",           \
      "from the start")                                                                            \
    X(COUNT, course_point, elevation_m, "elevation_m", PLAN, MUST, -500, 9000, "m",                \
      "above sea level")

#define COURSE_FIELDS(X)                                                                           \
    X(INLINE, course, "file", PLAN, MAY, course_file, "the course file's own figures")             \
    X(MAPPING, course, facts, "facts", PLAN, MAY, course_facts,                                    \
      "what follows from the points; worked out again when it is read")                            \
    X(LIST, course, points, point_count, "points", PLAN, MAY, 0, MOST_POINTS, course_point,        \
      "the profile, straight between them")

/* --- preferences -------------------------------------------------------------------------------
 */

#define LONGEST_SESSION_FIELDS(X)                                                                  \
    X(HOURS, week_preferences, longest_weekday_s, "weekday", BOTH, MAY, SESSION_HOURS_S,           \
      "from Monday to Friday")                                                                     \
    X(HOURS, week_preferences, longest_weekend_s, "weekend", BOTH, MAY, SESSION_HOURS_S,           \
      "on Saturday and Sunday")

#define DAYS_OFF_FIELDS(X)                                                                         \
    X(DATE, days_off, first, "from", BOTH, MUST, "the first day")                                  \
    X(DATE, days_off, last, "to", BOTH, MAY, "the last day; as `from` where it is missing")        \
    X(WORD, days_off, reason, "reason", BOTH, MAY, absence, ABSENCE_NONE,                          \
      "what the way back depends on; a holiday where it is missing")

#define WEEK_PREFERENCES_FIELDS(X)                                                                 \
    X(WORD, week_preferences, starts_on, "starts_on", ALL, MAY, week_start, MONDAY,                \
      "the first day of a week")                                                                   \
    X(DAYS, week_preferences, run_days, starts_on, "run_days", BOTH, MAY, 1, weekday, true,        \
      "days to run on")                                                                            \
    X(WORD, week_preferences, long_run, "long_run", ALL, MAY, weekday, UNKNOWN,                    \
      "the day of the long run")                                                                   \
    X(DAYS, week_preferences, quality, starts_on, "quality", BOTH, MAY, 0, weekday, false,         \
      "days you like for hard sessions")                                                           \
    X(SPANS, week_preferences, unavailable, unavailable_count, "unavailable", BOTH, MAY,           \
      MOST_UNAVAILABLE, days_off, "days without running, or 2027-02-15..2027-02-21")               \
    X(DAYS, week_preferences, doubles, starts_on, "doubles", BOTH, MAY, 0, weekday, false,         \
      "days that may hold two easy runs")                                                          \
    X(DISTANCE, week_preferences, most, "most", ALL, MAY, RECENT_WEEK,                             \
      "your own limit for a week")                                                                 \
    X(DISTANCE, week_preferences, longest_run, "longest_run", ALL, MAY, RECENT_RUN,                \
      "your own limit for a run")                                                                  \
    X(INLINE, week_preferences, "longest_session", BOTH, MAY, longest_session,                     \
      "the time that there is for a session")

#define HILLS_FIELDS(X)                                                                            \
    X(WORD_SET, hills, access, "access", ALL, MAY, hill_access, HILL_SET(HILLS_ANY),               \
      "when there are hills; none and any stand alone")                                            \
    X(NUMBER, hills, max_climb_m, "max_climb_m", ALL, MAY, 0, 10000, UNKNOWN, "m",                 \
      "the most that is practical in one run")

#define PRINT_FIELDS(X)                                                                            \
    X(WORD, print_preferences, paper, "paper", BOTH, MAY, paper, PAPER_A4, "of the pages")         \
    X(WORDS, print_preferences, pages, page_count, "pages", BOTH, MAY, page_kind,                  \
      "which, in which order")                                                                     \
    X(TEXT, print_preferences, language, "language", BOTH, MAY, NAME_BYTES, "as in \"de\"")        \
    X(WORD_FLAG, print_preferences, saves_ink, "ink", BOTH, MAY, ink_use,                          \
      "saver: no filled areas")                                                                    \
    X(WORD_FLAG, print_preferences, is_mono, "color", BOTH, MAY, color_use, "mono: greys only")    \
    X(FLAG, print_preferences, is_two_up, "two_up", BOTH, MAY, "two pages on a sheet")             \
    X(FLAG, print_preferences, is_large, "large", BOTH, MAY, "large print; not on a5")

/* --- the profile -------------------------------------------------------------------------------
 */

#define RULE_SETTING_FIELDS(X)                                                                     \
    X(TEXT, rule_setting, rule, "rule", HERE, MUST, NAME_BYTES, "a rule's id")                     \
    X(TEXT, rule_setting, setting, "setting", HERE, MUST, NAME_BYTES, "one of its settings")       \
    X(SCALAR, rule_setting, value, "value", HERE, MUST, "what it is to be")

#define PROFILE_RULES_FIELDS(X)                                                                    \
    X(NAMES, profile, scripts, script_count, "scripts", PROFILE, MAY, MOST_PROFILE_RULES,          \
      PATH_BYTES, "rules of your own, relative to the profile")                                    \
    X(NAMES, profile, rules_off, rule_off_count, "off", PROFILE, MAY, MOST_PROFILE_RULES,          \
      NAME_BYTES, "ids of rules that don't hold")                                                  \
    X(LIST, profile, settings, setting_count, "set", PROFILE, MAY, 0, MOST_PROFILE_RULES,          \
      rule_setting, "settings of rules")

#define PROFILE_FIELDS(X)                                                                          \
    X(WORD, profile, units, "units", PROFILE, MAY, units, UNITS_KM, "of every distance")           \
    X(MAPPING, profile, runner, "runner", PROFILE, MAY, runner,                                    \
      "what you run; a profile needs it, or a log (--log)")                                        \
    X(MAPPING, profile, race, "race", PROFILE, MUST, race, "what you train for")                   \
    X(DATE, profile, start, "start", PROFILE, MAY,                                                 \
      "the first day of week 1; without it, that of next week")                                    \
    X(TEXT, profile, time_zone, "time_zone", PROFILE, MAY, NAME_BYTES,                             \
      "of your logs' runs, as in Europe/Berlin")                                                   \
    X(TEXT, profile, template_name, "template", PROFILE, MAY, PATH_BYTES,                          \
      "a training template; without it, by the race's distance")                                   \
    X(MAPPING, profile, week, "week", PROFILE, MAY, week_preferences, "which days you have")       \
    X(MAPPING, profile, hills, "hills", PROFILE, MAY, hills, "the hills around you")               \
    X(LIST, profile, tune_ups, tune_up_count, "tune_up_races", PROFILE, MAY, 0, MOST_TUNE_UPS,     \
      tune_up, "races on the way")                                                                 \
    X(FREE, profile, facts, fact_count, "facts", PROFILE, MAY, MOST_FACTS, FACT_BYTES,             \
      "what rules of your own want to know, as in {age: 47}")                                      \
    X(INLINE, profile, "rules", PROFILE, MAY, profile_rules, "changes of the rules")               \
    X(MAPPING, profile, print, "print", PROFILE, MAY, print, "the pages")

/* --- what stands in no file --------------------------------------------------------------------
 */

UNFILED(course_facts, is_known, "follows from the points");
UNFILED(print_preferences, style, "comes from the command line");
UNFILED(profile, arena, "holds the rest");
UNFILED(profile, path, "of the file itself");
UNFILED(profile, names_run_days, "whether the key was given");
UNFILED(profile, names_units, "likewise");
UNFILED(rule_setting, line, "of the file itself");
UNFILED(rule_setting, column, "of the file itself");

#endif
