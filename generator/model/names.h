/*
 * The closed sets of words that profile, plan, templates, rules and the command line share: each
 * is one list, and a new word one row of it.
 */
#ifndef HILLPLAN_MODEL_NAMES_H
#define HILLPLAN_MODEL_NAMES_H

#include <stdbool.h>

#include "base/word_list.h"

/* X(enumerator, "name") */
#define SESSION_KINDS(X)                                                                           \
    X(SESSION_EASY, "easy")                                                                        \
    X(SESSION_LONG, "long")                                                                        \
    X(SESSION_UPHILL, "uphill")                                                                    \
    X(SESSION_DOWNHILL, "downhill")                                                                \
    X(SESSION_TEMPO, "tempo")                                                                      \
    X(SESSION_INTERVALS, "intervals")                                                              \
    X(SESSION_RACE_PACE, "race_pace")                                                              \
    X(SESSION_STRIDES, "strides")                                                                  \
    X(SESSION_RUN_WALK, "run_walk")                                                                \
    X(SESSION_RACE, "race")                                                                        \
    X(SESSION_TUNE_UP, "tune_up")                                                                  \
    X(SESSION_CROSS, "cross")                                                                      \
    X(SESSION_STRENGTH, "strength")                                                                \
    X(SESSION_DRILLS, "drills")

#define EFFORTS(X)                                                                                 \
    X(EFFORT_EASY, "easy")                                                                         \
    X(EFFORT_MODERATE, "moderate")                                                                 \
    X(EFFORT_HARD, "hard")

#define TERRAINS(X)                                                                                \
    X(TERRAIN_FLAT, "flat")                                                                        \
    X(TERRAIN_ROLLING, "rolling")                                                                  \
    X(TERRAIN_UPHILL, "uphill")                                                                    \
    X(TERRAIN_DOWNHILL, "downhill")                                                                \
    X(TERRAIN_HILLY, "hilly")

#define PHASES(X)                                                                                  \
    X(PHASE_BASE, "base")                                                                          \
    X(PHASE_BUILD, "build")                                                                        \
    X(PHASE_PEAK, "peak")                                                                          \
    X(PHASE_TAPER, "taper")                                                                        \
    X(PHASE_RACE, "race")                                                                          \
    X(PHASE_RECOVERY, "recovery")

#define WEEK_KINDS(X)                                                                              \
    X(WEEK_BUILD, "build")                                                                         \
    X(WEEK_HOLD, "hold")                                                                           \
    X(WEEK_LIGHTER, "lighter")                                                                     \
    X(WEEK_TAPER, "taper")                                                                         \
    X(WEEK_RACE, "race")                                                                           \
    X(WEEK_RECOVERY, "recovery")                                                                   \
    X(WEEK_RETURN, "return")

/* The graver, the later. */
#define ABSENCES(X)                                                                                \
    X(ABSENCE_HOLIDAY, "holiday")                                                                  \
    X(ABSENCE_ILLNESS, "illness")                                                                  \
    X(ABSENCE_INJURY, "injury")

/* What became of a day. The first is what a day is that nobody told of; it isn't written. */
#define DAY_STATUSES(X)                                                                            \
    X(DAY_PLANNED, "planned")                                                                      \
    X(DAY_DONE, "done")                                                                            \
    X(DAY_CHANGED, "changed")                                                                      \
    X(DAY_MISSED, "missed")                                                                        \
    X(DAY_MOVED, "moved")                                                                          \
    X(DAY_EXTRA, "extra")

#define STEP_KINDS(X)                                                                              \
    X(STEP_WARM_UP, "warm_up")                                                                     \
    X(STEP_RUN, "run")                                                                             \
    X(STEP_RECOVERY, "recovery")                                                                   \
    X(STEP_COOL_DOWN, "cool_down")

#define HILL_ACCESSES(X)                                                                           \
    X(HILLS_NONE, "none")                                                                          \
    X(HILLS_TREADMILL, "treadmill")                                                                \
    X(HILLS_WEEKEND, "weekend")                                                                    \
    X(HILLS_ANY, "any")

#define RULE_LEVELS(X)                                                                             \
    X(RULE_MUST, "must")                                                                           \
    X(RULE_SHOULD, "should")

#define GIVEN_UP(X)                                                                                \
    X(GIVEN_UP_LONG, "long")                                                                       \
    X(GIVEN_UP_QUALITY, "quality")                                                                 \
    X(GIVEN_UP_SECOND_LONG, "second_long")                                                         \
    X(GIVEN_UP_HILLS, "hills")                                                                     \
    X(GIVEN_UP_RUNS, "runs")                                                                       \
    X(GIVEN_UP_DISTANCE, "distance")                                                               \
    X(GIVEN_UP_WISH, "wish")

#define RACE_AIMS(X)                                                                               \
    X(AIM_FINISH, "finish")                                                                        \
    X(AIM_TIME, "time")

#define VERDICT_LEVELS(X)                                                                          \
    X(VERDICT_READY, "ready")                                                                      \
    X(VERDICT_TIGHT, "tight")                                                                      \
    X(VERDICT_SHORT, "short")                                                                      \
    X(VERDICT_FINISH, "finish")

/* X(enumerator, "name", width, height): upright, in millimetres */
#define PAPERS(X)                                                                                  \
    X(PAPER_A4, "a4", 210, 297)                                                                    \
    X(PAPER_LETTER, "letter", 215.9, 279.4)                                                        \
    X(PAPER_A3, "a3", 297, 420)                                                                    \
    X(PAPER_A5, "a5", 148, 210)

/* X(enumerator, "name", "help") */
#define INK_USES(X)                                                                                \
    X(INK_USE_FULL, "full", "with filled areas")                                                   \
    X(INK_USE_SAVER, "saver", "no filled areas")

#define COLOR_USES(X)                                                                              \
    X(COLOR_USE_FULL, "full", "the colours of the look")                                           \
    X(COLOR_USE_MONO, "mono", "greys, for a black-and-white printer")

/* What draws them stands in print/pages.h. */
#define PAGE_KINDS(X)                                                                              \
    X(PAGE_OVERVIEW, "overview", "all weeks on a sheet, with their load")                          \
    X(PAGE_MONTHS, "months", "a calendar, a sheet a month")                                        \
    X(PAGE_WEEKS, "weeks", "a sheet a week, with room for a log")                                  \
    X(PAGE_RACE, "race", "course, splits, pace band and what to bring")                            \
    X(PAGE_SESSIONS, "sessions", "how each session is run, and the exercises")                     \
    X(PAGE_STRENGTH, "strength", "another name of sessions")                                       \
    X(PAGE_RULES, "rules", "the rules in force, and what gave way")                                \
    X(PAGE_NOTES, "notes", "lines to write on")                                                    \
    X(PAGE_LOG, "log", "a box a day, to fill in what was run")                                     \
    X(PAGE_ALL, "all", "each of these")

/* The NONE of kinds and phases: what a plan of others does not say; of steps: a repeat. */
enum session_kind { SESSION_KINDS(WORD_ENUMERATOR) SESSION_KIND_COUNT, SESSION_KIND_NONE = -1 };
enum effort { EFFORTS(WORD_ENUMERATOR) EFFORT_COUNT, EFFORT_NONE = -1 };
enum terrain { TERRAINS(WORD_ENUMERATOR) TERRAIN_COUNT, TERRAIN_NONE = -1 };
enum phase { PHASES(WORD_ENUMERATOR) PHASE_COUNT, PHASE_NONE = -1 };
enum week_kind { WEEK_KINDS(WORD_ENUMERATOR) WEEK_KIND_COUNT, WEEK_KIND_NONE = -1 };
enum absence { ABSENCES(WORD_ENUMERATOR) ABSENCE_COUNT, ABSENCE_NONE = -1 };
enum day_status { DAY_STATUSES(WORD_ENUMERATOR) DAY_STATUS_COUNT };
enum step_kind { STEP_KINDS(WORD_ENUMERATOR) STEP_KIND_COUNT, STEP_KIND_NONE = -1 };
enum hill_access { HILL_ACCESSES(WORD_ENUMERATOR) HILL_ACCESS_COUNT };
#define HILL_SET(access) (1 << (access)) /* that one alone, as a set of bits */
enum rule_level { RULE_LEVELS(WORD_ENUMERATOR) RULE_LEVEL_COUNT };
enum given_up { GIVEN_UP(WORD_ENUMERATOR) GIVEN_UP_COUNT };
enum race_aim { RACE_AIMS(WORD_ENUMERATOR) RACE_AIM_COUNT, RACE_AIM_NONE = -1 };
enum verdict_level { VERDICT_LEVELS(WORD_ENUMERATOR) VERDICT_LEVEL_COUNT };
enum paper { PAPERS(WORD_ENUMERATOR) PAPER_COUNT };
enum ink_use { INK_USES(WORD_ENUMERATOR) INK_USE_COUNT };
enum color_use { COLOR_USES(WORD_ENUMERATOR) COLOR_USE_COUNT };
enum page_kind { PAGE_KINDS(WORD_ENUMERATOR) PAGE_KIND_COUNT };

/* Every set with its list; those that tell what their words stand for, apart. */
#define PLAIN_SETS(X)                                                                              \
    X(session_kind, SESSION_KINDS)                                                                 \
    X(effort, EFFORTS)                                                                             \
    X(terrain, TERRAINS)                                                                           \
    X(phase, PHASES)                                                                               \
    X(week_kind, WEEK_KINDS)                                                                       \
    X(absence, ABSENCES)                                                                           \
    X(day_status, DAY_STATUSES)                                                                    \
    X(step_kind, STEP_KINDS)                                                                       \
    X(hill_access, HILL_ACCESSES)                                                                  \
    X(rule_level, RULE_LEVELS)                                                                     \
    X(given_up, GIVEN_UP)                                                                          \
    X(race_aim, RACE_AIMS)                                                                         \
    X(verdict_level, VERDICT_LEVELS)                                                               \
    X(paper, PAPERS)
#define TOLD_SETS(X)                                                                               \
    X(ink_use, INK_USES)                                                                           \
    X(color_use, COLOR_USES)                                                                       \
    X(page_kind, PAGE_KINDS)
#define WORD_SETS(X) PLAIN_SETS(X) TOLD_SETS(X)

/*
 * session_kind_name(), effort_name() and so on: the word of files and of Lua, as in "race_pace";
 * NULL for a NONE. session_kind_words and so on: the words by value.
 */
#define NAMES_DECLARE(set, LIST) WORDS_DECLARE(set)
WORD_SETS(NAMES_DECLARE)
#undef NAMES_DECLARE

/* The days that weeks may start on. */
extern const struct word_list week_start_words;

/* True for the kinds that are run: all but cross, strength and drills; and for an unknown one. */
bool session_kind_is_run(enum session_kind kind);
/* True for the goal race and tune-up races. */
bool session_kind_is_race(enum session_kind kind);

#endif
