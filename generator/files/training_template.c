/* Training templates: the shape of a plan, with its sessions looked up in the library. What a
   template leaves out is what the file that all of them share says. */
#include <limits.h>
#include <string.h>

#include "files/runner_forms.h"
#include "files/template_file.h"
#include "files/template_forms.h"

#define WEEKS         1, 104
#define PHASE_WEEKS   0, 104
#define RACE_M        1, 400000
#define RUNS          1, DAYS_PER_WEEK
#define EASY_PACE_S   120, 1800
#define PERCENT       1, 500
#define M_PER_KM      0, 500
#define MOST_ROTATION 20
#define MOST_INSTEAD  8
#define MOST_ROWS     20
#define MOST_SETTINGS 100
#define MOST_LEVELS   12
#define COMMON_FILE   "../common.yaml" /* from the folder of templates */

/* --- the fields -------------------------------------------------------------------------------
 *
 * A template, and the file of what all share: what stands in the one need not stand in the other.
 */
#define IN_TEMPLATE 1u
#define IN_COMMON   2u

#define TEMPLATE_RACE_FIELDS(X)                                                                    \
    X(COUNT, training_template, race_from_m, "from", HERE, MUST, RACE_M, "m", "the shortest race") \
    X(COUNT, training_template, race_to_m, "to", HERE, MUST, RACE_M, "m", "the longest race")

#define TEMPLATE_WEEKS_FIELDS(X)                                                                   \
    X(COUNT, training_template, least_weeks, "least", HERE, MUST, WEEKS, "", "at least")           \
    X(COUNT, training_template, most_weeks, "most", HERE, MUST, WEEKS, "", "at most")

#define TEMPLATE_PHASES_FIELDS(X)                                                                  \
    X(COUNT, training_template, build_weeks, "build", HERE, MUST, PHASE_WEEKS, "weeks", "build")   \
    X(COUNT, training_template, peak_weeks, "peak", HERE, MUST, PHASE_WEEKS, "weeks", "peak")      \
    X(COUNT, training_template, taper_weeks, "taper", HERE, MUST, PHASE_WEEKS, "weeks",            \
      "taper, without race week")                                                                  \
    X(NUMBER, training_template, recovery_weeks, "recovery", HERE, MAY, 0, 12, 0, "weeks",         \
      "after the race")

#define TEMPLATE_PEAK_FIELDS(X)                                                                    \
    X(COUNT, training_template, peak_percent_of_recent, "percent_of_recent", HERE, MUST, 1, 1000,  \
      "%", "of the recent mean, where the race asks for less")

#define TEMPLATE_LIGHTER_FIELDS(X)                                                                 \
    X(COUNT, training_template, lighter.from_percent, "from_percent", HERE, MUST, 1, 100, "%",     \
      "of the week before,")                                                                       \
    X(COUNT, training_template, lighter.to_percent, "to_percent", HERE, MUST, 1, 100, "%",         \
      "... or more, up to this,")                                                                  \
    X(COUNT, training_template, lighter.lost_percent, "lost_percent", HERE, MUST, 0, 100, "%",     \
      "... so that the biggest week loses no more than so much")

#define TEMPLATE_TUNE_UP_FIELDS(X)                                                                 \
    X(DECIMAL, training_template, lighter_after_m, "lighter_after_km", HERE, MUST, KM, UNKNOWN,    \
      "km", "the week after a race of such a distance is a lighter one,")                          \
    X(DECIMAL, training_template, lighter_twice_after_m, "lighter_twice_after_km", HERE, MUST, KM, \
      UNKNOWN, "km", "... or the two weeks")

#define LONG_HILLS_FIELDS(X)                                                                       \
    X(COUNT, training_template, long_run.hills_race_m_per_km, "race_m_per_km", HERE, MUST,         \
      M_PER_KM, "m a km", "for races with so much climb or descent")                               \
    X(COUNT, training_template, long_run.hills_from_percent, "from_percent", HERE, MUST, PERCENT,  \
      "%", "of the race's a km in the first week")                                                 \
    X(COUNT, training_template, long_run.hills_to_percent, "to_percent", HERE, MUST, PERCENT, "%", \
      "... and at the peak")                                                                       \
    X(COUNT, training_template, long_run.hills_take_percent, "take_percent", HERE, MUST, 0, 100,   \
      "%", "of its distance, where time is what limits it")
#define LONG_RISE_FIELDS(X)                                                                        \
    X(COUNT, training_template, long_run.rise_race_m_per_km, "race_m_per_km", HERE, MUST,          \
      M_PER_KM, "m a km", "for races with so much climb")                                          \
    X(COUNT, training_template, long_run.rise_from_percent, "from_percent", HERE, MUST, PERCENT,   \
      "%", "of the peak's estimate in the first week")                                             \
    X(COUNT, training_template, long_run.rise_to_percent, "to_percent", HERE, MUST, PERCENT, "%",  \
      "... and before the peak")                                                                   \
    X(COUNT, training_template, long_run.rise_over_percent, "over_percent", HERE, MUST, PERCENT,   \
      "%", "of the highest so far, at the peak")                                                   \
    X(COUNT, training_template, long_run.rise_most_percent, "most_percent", HERE, MUST, PERCENT,   \
      "%", "of the race's a km, for a long run that is to rise above them")

#define LONG_LEVEL_FIELDS(X)                                                                       \
    X(WORD, long_level, hills, "hills", HERE, MUST, long_hills, LONG_HILLS_HOME, "how hilly")      \
    X(NUMBER, long_level, percent, "percent", HERE, MAY, 1, 100, 100, "%", "of its distance")

#define TEMPLATE_LONG_RUN_FIELDS(X)                                                                \
    X(DECIMAL, training_template, long_run.most_m, "most_km", HERE, MUST, KM, UNKNOWN, "km",       \
      "the longest")                                                                               \
    X(COUNT, training_template, long_run.race_percent, "race_percent", HERE, MUST, 1, 1000, "%",   \
      "a tune-up race of so much of it stands for it")                                             \
    X(NUMBERS, training_template, long_run.share, 1, "share_by_runs", HERE, MUST, 1, 100, "%",     \
      "of its week, for 1 to 7 runs a week")                                                       \
    X(COUNT, training_template, long_run.grow_percent, "grow_percent", HERE, MUST, 0, 100, "%",    \
      "more than the last one, where the week has room")                                           \
    X(COUNT, training_template, long_run.grow_to_percent, "grow_to_percent", HERE, MUST, PERCENT,  \
      "%", "... up to so much of the share")                                                       \
    X(INLINE, training_template, "hills", HERE, MUST, long_hills_shape, "the race's hills in it")  \
    X(INLINE, training_template, "rise", HERE, MUST, long_rise, "a week's climb up to the peak")   \
    X(LIST, training_template, long_run.levels, long_run.level_count, "levels", HERE, MUST, 1,     \
      MOST_LEVELS, long_level, "as it may be where it can't be as wished, the best first")

#define EASY_BOUND_FIELDS(X)                                                                       \
    X(COUNT, easy_bound, percent, "percent_of_long", HERE, MUST, PERCENT, "%", "of the long run")  \
    X(NUMBER, easy_bound, few_runs_percent, "few_runs_percent", HERE, MAY, PERCENT, 0, "%",        \
      "instead of that in weeks of fewer runs than medium_long_runs")                              \
    X(NUMBER, easy_bound, lost_percent, "where_lost_percent", HERE, MAY, 0, 100, 0, "%",           \
      "where the week would lose so much under the row above")

#define TEMPLATE_REST_FIELDS(X)                                                                    \
    X(OWN, training_template, rest.easy, "easy", HERE, MUST, recipe_name,                          \
      "the recipe that fills the week")                                                            \
    X(OWN, training_template, rest.medium_long, "medium_long", HERE, MAY, recipe_name,             \
      "the longest of these runs")                                                                 \
    X(OWN, training_template, rest.recovery, "recovery", HERE, MAY, recipe_name, "the shortest")   \
    X(DECIMAL, training_template, rest.least_m, "least_km", HERE, MUST, KM, UNKNOWN, "km",         \
      "the shortest run worth it")                                                                 \
    X(DECIMAL, training_template, rest.medium_long_race_m, "medium_long_race_km", HERE, MUST, KM,  \
      UNKNOWN, "km", "a medium-long run is for races from such a distance on,")                    \
    X(DECIMAL, training_template, rest.medium_long_week_m, "medium_long_week_km", HERE, MUST, KM,  \
      UNKNOWN, "km", "... in weeks from such a distance on,")                                      \
    X(COUNT, training_template, rest.medium_long_runs, "medium_long_runs", HERE, MUST, RUNS, "",   \
      "... and so many runs")                                                                      \
    X(COUNT, training_template, rest.medium_long_over_percent, "medium_long_over_percent", HERE,   \
      MUST, PERCENT, "%", "of the median of the others it is at least")                            \
    X(COUNT, training_template, rest.medium_long_of_long_percent, "medium_long_of_long_percent",   \
      HERE, MUST, 1, 100, "%", "... and of the long run")                                          \
    X(COUNT, training_template, rest.recovery_runs, "recovery_easy_runs", HERE, MUST, RUNS, "",    \
      "from so many easy runs on the shortest is one of recovery")                                 \
    X(LIST, training_template, rest.bounds, rest.bound_count, "easy_most", HERE, MUST, 1,          \
      MOST_ROWS, easy_bound, "the longest easy run")                                               \
    X(COUNT, training_template, rest.no_long_percent, "no_long_most_percent", HERE, MUST, PERCENT, \
      "%", "of the last long runs: the longest run of a week without one")                         \
    X(COUNT, training_template, rest.unlike_percent, "unlike_percent", HERE, MUST, 0, 100, "%",    \
      "no three runs are as near to each other")                                                   \
    X(NUMBERS, training_template, rest.fill, 1, "fill_by_runs", HERE, MUST, 0, 200, "%",           \
      "so much easy running a session of work may take besides, for 1 to 7 runs a week,")          \
    X(COUNT, training_template, rest.race_week_use_percent, "race_week_use_percent", HERE, MUST,   \
      1, 100, "%", "of what the rules allow race week")                                            \
    X(COUNT, training_template, rest.race_week_fill_percent, "race_week_fill_percent", HERE, MUST, \
      0, 200, "%", "... and so much in race week")                                                 \
    X(COUNT, training_template, rest.race_week_most_percent, "race_week_most_percent", HERE, MUST, \
      PERCENT, "%", "of a mean run of the biggest week: the longest run of race week")             \
    X(NUMBERS, training_template, rest.race_week_share, 1, "race_week_share_by_runs", HERE, MUST,  \
      1, 100, "%", "... and of that week, for 1 to 7 runs")                                        \
    X(COUNT, training_template, rest.race_week_fall_percent, "race_week_fall_percent", HERE, MUST, \
      0, 50, "%", "... each run after it is at most so, and so much of it shorter")                \
    X(TIME, training_template, rest.unknown_pace_s_per_km, "unknown_pace", HERE, MUST,             \
      EASY_PACE_S, "a km, for estimates without a recent race")

#define PER_MILLE 0, 1000
#define SPREAD_FIELDS(X)                                                                           \
    X(COUNT, forecast_spread, times, "times", HERE, MUST, 1, 100, "",                              \
      "from a race to one of so many times its distance, or the other way round")                  \
    X(COUNT, forecast_spread, per_mille, "per_mille", HERE, MUST, PER_MILLE, "per mille",          \
      "of the time, to either side")
#define FORECAST_HILLS_FIELDS(X)                                                                   \
    X(COUNT, training_template, forecast.hills_from_m_per_km, "from_m_per_km", HERE, MUST,         \
      M_PER_KM, "m a km", "hills count")                                                           \
    X(COUNT, training_template, forecast.hills_full_m_per_km, "full_m_per_km", HERE, MUST,         \
      M_PER_KM, "m a km", "they count in full, and effort goes before pace")                       \
    X(COUNT, training_template, forecast.net_descent_m, "net_descent_m", HERE, MUST, 0, 10000,     \
      "m", "a race that ends so much lower is one of descents, however long it is")
#define FORECAST_WEAK_FIELDS(X)                                                                    \
    X(COUNT, training_template, forecast.weak_percent, "below_percent", HERE, MUST, PERCENT, "%",  \
      "of what the race asks")                                                                     \
    X(COUNT, training_template, forecast.weak_per_mille, "per_mille", HERE, MUST, PER_MILLE,       \
      "per mille", "to either side at least")
#define FORECAST_EFFORT_FIELDS(X)                                                                  \
    X(COUNT, training_template, forecast.effort_minutes, "from_minutes", HERE, MUST, 1, 12000,     \
      "min", "such a race goes by effort")                                                         \
    X(COUNT, training_template, forecast.effort_per_mille, "per_mille", HERE, MUST, PER_MILLE,     \
      "per mille", "to either side at least")
#define FORECAST_DAYS_OFF_FIELDS(X)                                                                \
    X(COUNT, training_template, forecast.days_off_least, "days", HERE, MUST, 1, 100, "days",       \
      "of a break that counts")                                                                    \
    X(COUNT, training_template, forecast.days_off_weeks, "weeks", HERE, MUST, 1, 52, "weeks",      \
      "before the race in which it does")                                                          \
    X(COUNT, training_template, forecast.slower_least, "slower_percent", HERE, MUST, PERCENT, "%", \
      "than without it, at least")                                                                 \
    X(COUNT, training_template, forecast.slower_most, "slower_percent_most", HERE, MUST, PERCENT,  \
      "%", "... and at most")
#define FORECAST_FIELDS(X)                                                                         \
    X(DECIMAL, training_template, forecast.most_m, "most_km", HERE, MUST, KM, UNKNOWN, "km",       \
      "nothing is foretold of longer races")                                                       \
    X(COUNT, training_template, forecast.ultra_exponent_percent, "ultra_exponent_percent", HERE,   \
      MUST, 100, 200, "%", "beyond the marathon times grow with this power of the distance")       \
    X(INLINE, training_template, "hills", HERE, MUST, forecast_hills, "climb of the race")         \
    X(LIST, training_template, forecast.spreads, forecast.spread_count, "spread", HERE, MUST, 1,   \
      MOST_ROWS, spread, "how near it comes, by distance")                                         \
    X(INLINE, training_template, "weak_plan", HERE, MUST, forecast_weak,                           \
      "the spread of plans that reach little of what the race asks")                               \
    X(INLINE, training_template, "by_effort", HERE, MUST, forecast_effort, "long races")           \
    X(COUNT, training_template, forecast.goal_faster_percent, "goal_faster_percent", HERE, MUST,   \
      0, 50, "%", "a goal time that much faster than expected may still be ready")                 \
    X(INLINE, training_template, "days_off", HERE, MUST, forecast_days_off,                        \
      "what breaks cost in time")

#define TEMPLATE_WORK_FIELDS(X)                                                                    \
    X(COUNT, training_template, work_most_percent, "most_percent", HERE, MUST, 1, 100, "%",        \
      "of a week's time")                                                                          \
    X(COUNT, training_template, work_tune_up_percent, "tune_up_percent", HERE, MUST, 1, 100, "%",  \
      "of that, in weeks with a tune-up race")                                                     \
    X(NUMBERS, training_template, work_more, 1, "more_by_runs", HERE, MUST, 0, 100, "%",           \
      "above a dose's share of the week, for 1 to 7 runs a week")

#define TEMPLATE_DOUBLES_FIELDS(X)                                                                 \
    X(DECIMAL, training_template, doubles.week_m, "week_km", HERE, MUST, KM, UNKNOWN, "km",        \
      "weeks from such a distance on have them, on the runner's days for them")                    \
    X(DECIMAL, training_template, doubles.least_m, "least_km", HERE, MUST, KM, UNKNOWN, "km",      \
      "the shortest of the two runs")                                                              \
    X(COUNT, training_template, doubles.second_percent, "second_percent", HERE, MUST, 1, 50, "%",  \
      "of both: the second one")

#define NEEDS_SLOW_FIELDS(X)                                                                       \
    X(COUNT, training_template, slow_vdot, "vdot", HERE, MUST, 1, 100, "", "up to this VDOT")      \
    X(COUNT, training_template, slow_percent, "percent", HERE, MUST, PERCENT, "%", "so much")
#define NEEDS_FAST_FIELDS(X)                                                                       \
    X(COUNT, training_template, fast_vdot, "vdot", HERE, MUST, 1, 100, "", "from this VDOT on")    \
    X(COUNT, training_template, fast_percent, "percent", HERE, MUST, PERCENT, "%", "so much")
#define NEEDS_HILLS_FIELDS(X)                                                                      \
    X(COUNT, training_template, needs_hills_m_per_km, "race_m_per_km", HERE, MUST, M_PER_KM,       \
      "m a km", "for races with so much climb, or descent")                                        \
    X(COUNT, training_template, needs_hills_percent, "percent", HERE, MUST, PERCENT, "%",          \
      "of the race's climb, or descent")
#define TEMPLATE_NEEDS_FIELDS(X)                                                                   \
    X(DECIMAL, training_template, needs_peak_m, "peak_km", HERE, MUST, KM, UNKNOWN, "km",          \
      "the biggest week")                                                                          \
    X(DECIMAL, training_template, needs_long_m, "long_km", HERE, MUST, KM, UNKNOWN, "km",          \
      "the longest run")                                                                           \
    X(COUNT, training_template, tight_percent, "tight_percent", HERE, MUST, 1, 100, "%",           \
      "of them that is tight")                                                                     \
    X(COUNT, training_template, finish_percent, "finish_percent", HERE, MUST, 1, 100, "%",         \
      "of them that is enough to finish")                                                          \
    X(INLINE, training_template, "hills", HERE, MUST, needs_hills,                                 \
      "without so much of the race's hills in one run nobody is ready")                            \
    X(INLINE, training_template, "slow", HERE, MAY, needs_slow, "the biggest week of the slower")  \
    X(INLINE, training_template, "fast", HERE, MAY, needs_fast, "... and of the faster")

#define RUN_COUNT_FIELDS(X)                                                                        \
    X(DECIMAL, run_count_row, below_m, "below_km", HERE, MAY, KM, INT_MAX, "km",                   \
      "for a mean week below this")                                                                \
    X(COUNT, run_count_row, runs, "runs", HERE, MUST, RUNS, "", "a week")                          \
    X(FLAGS, run_count_row, days, "days", HERE, MUST, 1, weekday, false,                           \
      "where the runner names none")

#define WANT_FIELDS(X)                                                                             \
    X(OWN_LIST, want, due, "due", HERE, MUST, 1, MOST_ROTATION, due,                               \
      "recipes that take turns; each stays due until it was held")                                 \
    X(OWN_LIST, want, instead, "instead", HERE, MAY, 1, MOST_INSTEAD, instead,                     \
      "what may stand for them, the best first")                                                   \
    X(NUMBER, want, percent, "percent", HERE, MAY, 1, 200, 100, "%",                               \
      "of the usual dose, or of a long run's distance")                                            \
    X(WORD, want, most_hills, "hills", HERE, MAY, long_hills, LONG_HILLS_FULL,                     \
      "how hilly a long run may be")                                                               \
    X(FLAG, want, only_without_quality, "only_without_quality", HERE, MAY,                         \
      "the long run becomes this one where nothing fast could be placed")                          \
    X(FLAG, want, beside_easy_long, "beside_easy_long", HERE, MAY,                                 \
      "not in a week whose long run ends faster")                                                  \
    X(NUMBER, want, needs.runs_at_least, "runs_at_least", HERE, MAY, 0, DAYS_PER_WEEK, 0, "",      \
      "in weeks with so many runs")                                                                \
    X(NUMBER, want, needs.runs_at_most, "runs_at_most", HERE, MAY, RUNS, DAYS_PER_WEEK, "",        \
      "likewise")                                                                                  \
    X(DECIMAL, want, needs.week_at_least_m, "week_at_least_km", HERE, MAY, KM, 0, "km",            \
      "in weeks of such a distance")                                                               \
    X(DECIMAL, want, needs.week_below_m, "week_below_km", HERE, MAY, KM, INT_MAX, "km",            \
      "likewise")                                                                                  \
    X(DECIMAL, want, needs.recent_at_least_m, "recent_at_least_km", HERE, MAY, KM, 0, "km",        \
      "for runners with such a recent mean")                                                       \
    X(DECIMAL, want, needs.recent_below_m, "recent_below_km", HERE, MAY, KM, INT_MAX, "km",        \
      "likewise")                                                                                  \
    X(NUMBER, want, needs.hard_days, "hard_days", HERE, MAY, 0, DAYS_PER_WEEK, 0, "",              \
      "in weeks that the rules allow so many")                                                     \
    X(NUMBER, want, needs.race_descent_at_least, "race_descent_at_least", HERE, MAY, HILLS_PER_KM, \
      0, "m a km", "where the race descends so much")                                              \
    X(NUMBER, want, needs.race_descent_below, "race_descent_below", HERE, MAY, 1, 500, INT_MAX,    \
      "m a km", "likewise")                                                                        \
    X(NUMBER, want, needs.race_climb_at_least, "race_climb_at_least", HERE, MAY, HILLS_PER_KM, 0,  \
      "m a km", "where the race climbs so much")                                                   \
    X(NUMBER, want, needs.race_climb_below, "race_climb_below", HERE, MAY, 1, 500, INT_MAX,        \
      "m a km", "likewise")                                                                        \
    X(NUMBER, want, needs.race_net_descent_at_least, "race_net_descent_at_least", HERE, MAY, 0,    \
      10000, INT_MIN, "m", "where the race ends so much lower than it begins")                     \
    X(NUMBER, want, needs.race_net_descent_below, "race_net_descent_below", HERE, MAY, 0, 10000,   \
      INT_MAX, "m", "likewise")                                                                    \
    X(NUMBER, want, needs.progress_at_least, "progress_at_least", HERE, MAY, 0, 100, 0, "%",       \
      "of the way from the first week to the taper")                                               \
    X(NUMBER, want, needs.every, "every", HERE, MAY, 1, 20, 1, "weeks",                            \
      "of that kind, the first of them included")                                                  \
    X(FLAG, want, needs.is_before_lighter, "before_lighter", HERE, MAY,                            \
      "only where the week after is a lighter one, or the taper begins")                           \
    X(WORD, want, needs.aim, "aim", HERE, MAY, race_aim, RACE_AIM_NONE,                            \
      "for runners to whom that counts")

#define WANTS_OF(X, kind, key, meaning)                                                            \
    X(LIST, training_template, menus[kind].wants, menus[kind].want_count, key, HERE, MAY, 0,       \
      MAX_WANTS, want, meaning)
#define WANTS_FIELDS(X)                                                                            \
    WANTS_OF(X, MENU_BASE, "base", "what a week should hold, the most important first")            \
    WANTS_OF(X, MENU_BUILD, "build", "likewise")                                                   \
    WANTS_OF(X, MENU_PEAK, "peak", "likewise")                                                     \
    WANTS_OF(X, MENU_TAPER, "taper", "likewise")                                                   \
    WANTS_OF(X, MENU_RACE, "race", "likewise")                                                     \
    WANTS_OF(X, MENU_RECOVERY, "recovery", "likewise")                                             \
    WANTS_OF(X, MENU_LIGHTER, "lighter", "of lighter weeks")                                       \
    WANTS_OF(X, MENU_RETURN, "return", "of weeks on the way back after days off, but the last")    \
    WANTS_OF(X, MENU_TUNE_UP, "tune_up", "of weeks with a tune-up race")                           \
    WANTS_OF(X, MENU_RUN_WALK, "run_walk", "of weeks that go on to running half an hour")

#define TRAINING_TEMPLATE_FIELDS(X)                                                                \
    X(TEXT, training_template, name, "name", TEMPLATE, MUST, ID_BYTES, "the file's")               \
    X(TEXT, training_template, title, "title", TEMPLATE, MUST, ID_BYTES, "what people read")       \
    X(INLINE, training_template, "race_m", TEMPLATE, MUST, template_race,                          \
      "race distances it serves")                                                                  \
    X(INLINE, training_template, "weeks", HERE, IN_COMMON, template_weeks,                         \
      "from week 1 to race week")                                                                  \
    X(INLINE, training_template, "phases", TEMPLATE, MUST, template_phases,                        \
      "weeks of each, counted back from race week")                                                \
    X(NUMBER, training_template, early_race_days, "early_race_days", HERE, IN_COMMON, 0,           \
      DAYS_PER_WEEK - 1, 0, "",                                                                    \
      "a race on the first so many days of a week: the taper begins a week earlier")               \
    X(NUMBER, training_template, goal_faster_percent, "goal_faster_percent", HERE, IN_COMMON, 0,   \
      50, 0, "%", "a goal time may be so much faster than the recent race predicts")               \
    X(INLINE, training_template, "lighter", HERE, IN_COMMON, template_lighter,                     \
      "how light lighter weeks are")                                                               \
    X(INLINE, training_template, "peak", HERE, IN_COMMON, template_peak,                           \
      "the biggest week wished for")                                                               \
    X(INLINE, training_template, "tune_up", HERE, IN_COMMON, template_tune_up,                     \
      "weeks after tune-up races")                                                                 \
    X(INLINE, training_template, "long_run", TEMPLATE, MUST, template_long_run, "the long run")    \
    X(INLINE, training_template, "rest", HERE, IN_COMMON, template_rest,                           \
      "what is left of the week: easy runs")                                                       \
    X(INLINE, training_template, "forecast", HERE, IN_COMMON, template_forecast,                   \
      "what a recent race foretells of the race")                                                  \
    X(INLINE, training_template, "work", HERE, IN_COMMON, template_work, "faster running")         \
    X(INLINE, training_template, "doubles", HERE, IN_COMMON, template_doubles,                     \
      "two easy runs on a day")                                                                    \
    X(INLINE, training_template, "needs", TEMPLATE, MUST, template_needs,                          \
      "what the distance asks")                                                                    \
    X(LIST, training_template, run_counts, run_count_rows, "run_counts", HERE, IN_COMMON, 1,       \
      MOST_ROWS, run_count, "runs a week by the recent mean")                                      \
    X(TEXTS, training_template, yields, yield_count, "yields", HERE, IN_COMMON, 0, MOST_ROWS,      \
      ID_BYTES, "should rules that fast running yields to")                                        \
    X(LIST, training_template, settings, setting_count, "settings", TEMPLATE, MAY, 0,              \
      MOST_SETTINGS, rule_setting, "changes of rules' settings")                                   \
    X(INLINE, training_template, "wants", HERE, MUST, wants, "by the kind of week")

static const char *const long_hills_names[] = {
    [LONG_HILLS_FULL] = "full",
    [LONG_HILLS_NO_LOAD] = "no_load",
    [LONG_HILLS_ROLLING] = "rolling",
    [LONG_HILLS_HOME] = "home",
};
static const struct word_list long_hills_words = {long_hills_names, LONG_HILLS_COUNT, NULL};

UNFILED(training_template, arena, "holds the rest");
UNFILED(training_template, library, "is read before");
UNFILED(want, due_count, "of due");
UNFILED(want, instead_count, "of instead");

/* --- sessions ----------------------------------------------------------------------------------
 */

void fail_unknown_session(struct document *document, const struct place *place, const char *id,
                          const struct session_library *library)
{
    struct arena *arena = arena_new();
    const char **ids = arena_array(arena, library->recipe_count, sizeof *ids);
    for (size_t i = 0; i < library->recipe_count; i++)
        ids[i] = library->recipes[i].id;
    const char *nearest = text_nearest(id, ids, library->recipe_count);
    document_fail(document, place, NULL, "the session library has no \"%s\"%s%s%s", id,
                  nearest ? "; did you mean \"" : "", nearest ? nearest : "", nearest ? "\"?" : "");
    arena_free(arena);
}

static const struct recipe *find_session(struct document *document, const struct place *place)
{
    const struct session_library *library = document->context;
    const struct recipe *recipe = session_library_find(library, place->text);
    if (!recipe)
        fail_unknown_session(document, place, place->text, library);
    return recipe;
}

/* Into the member that the field names. */
static void read_recipe_name(struct document *document, const struct place *place,
                             const struct field *field, void *object)
{
    const struct recipe **member = (const struct recipe **)((char *)object + field->offset);
    *member = find_session(document, place);
}

static const struct recipe **find_sessions(struct document *document, const struct place *place,
                                           size_t *count)
{
    const struct recipe **recipes = arena_array(document->arena, place->count, sizeof *recipes);
    *count = 0;
    for (const struct place *entry = place->first; entry; entry = entry->next) {
        const struct recipe *recipe = entry->is_wrong ? NULL : find_session(document, entry);
        if (recipe)
            recipes[(*count)++] = recipe;
    }
    return recipes;
}

static void read_due(struct document *document, const struct place *place,
                     const struct field *field, void *object)
{
    struct want *want = object;
    (void)field;
    want->due = find_sessions(document, place, &want->due_count);
}

static void read_instead(struct document *document, const struct place *place,
                         const struct field *field, void *object)
{
    struct want *want = object;
    (void)field;
    want->instead = find_sessions(document, place, &want->instead_count);
}

static const struct own_field recipe_name_own = {read_recipe_name, NULL};
static const struct own_field due_own = {read_due, NULL};
static const struct own_field instead_own = {read_instead, NULL};

/* --- checks ------------------------------------------------------------------------------------
 */

static void check_order(struct document *document, const struct place *place, const char *key,
                        int least, int most)
{
    const struct place *value = place_find(place, key);
    if (value && !value->is_wrong && least != UNKNOWN && most < least)
        document_fail(document, value, NULL, "is less than what it goes up from");
}

static void finish_race(struct document *document, const struct place *place, void *object)
{
    const struct training_template *shape = object;
    check_order(document, place, "to", shape->race_from_m, shape->race_to_m);
}

static void finish_weeks(struct document *document, const struct place *place, void *object)
{
    const struct training_template *shape = object;
    check_order(document, place, "most", shape->least_weeks, shape->most_weeks);
}

static void finish_forecast_hills(struct document *document, const struct place *place,
                                  void *object)
{
    const struct training_template *shape = object;
    check_order(document, place, "full_m_per_km", shape->forecast.hills_from_m_per_km,
                shape->forecast.hills_full_m_per_km);
}

static void finish_forecast(struct document *document, const struct place *place, void *object)
{
    const struct training_template *shape = object;
    const struct place *row = place_first(place_find(place, "spread"));
    for (size_t i = 0; row && i < shape->forecast.spread_count; i++, row = row->next) {
        const struct place *times = place_find(row, "times");
        int before = i ? shape->forecast.spreads[i - 1].times : 0;
        if (times && !times->is_wrong && shape->forecast.spreads[i].times <= before)
            document_fail(document, times, NULL, "should be above that of the row before");
    }
}

/* Recipes of one want are of one size: it is sized before it is known which of them is held. */
static void finish_want(struct document *document, const struct place *place, void *object)
{
    const struct want *want = object;
    if (want->due_count == 0)
        return; /* what is wrong with it is told */
    for (size_t i = 0; i < want->due_count + want->instead_count; i++) {
        const struct recipe *recipe =
            i < want->due_count ? want->due[i] : want->instead[i - want->due_count];
        if (recipe->size != want->due[0]->size) {
            document_fail(document, place, NULL,
                          "\"%s\" and \"%s\" are not sized alike, so they can't take turns",
                          want->due[0]->id, recipe->id);
            return;
        }
    }
}

static void check_run_count(struct document *document, const struct place *place,
                            struct run_count_row *rows, size_t index, bool is_last)
{
    struct run_count_row *row = &rows[index];
    const struct place *below = place_find(place, "below_km"), *days = place_find(place, "days");
    if (is_last && below)
        document_fail(document, below, NULL,
                      "the last row is for all who run more; it has no below_km");
    if (!is_last && !below && !place->is_incomplete)
        document_fail(document, place, NULL, "needs a below_km; only the last row has none");
    if (days && !days->is_wrong && !days->is_incomplete && (int)days->count < row->runs)
        document_fail(document, days, NULL, "should be at least as many as the runs");
    if (index > 0 && below && !below->is_wrong && rows[index - 1].below_m != INT_MAX &&
        row->below_m <= rows[index - 1].below_m)
        document_fail(document, below, NULL, "should be above that of the row before");
}

static void finish_template(struct document *document, const struct place *place, void *object)
{
    struct training_template *shape = object;
    const struct place *list = place_find(place, "run_counts");
    const struct place *row = place_first(list);
    for (size_t i = 0; row && i < shape->run_count_rows; i++, row = row->next)
        check_run_count(document, row, shape->run_counts, i, i + 1 == shape->run_count_rows);
}

FORM(template_race, training_template, TEMPLATE_RACE_FIELDS, .finish = finish_race)
FORM(template_weeks, training_template, TEMPLATE_WEEKS_FIELDS, .finish = finish_weeks)
FORM(template_phases, training_template, TEMPLATE_PHASES_FIELDS)
FORM(template_peak, training_template, TEMPLATE_PEAK_FIELDS)
FORM(template_lighter, training_template, TEMPLATE_LIGHTER_FIELDS)
FORM(template_tune_up, training_template, TEMPLATE_TUNE_UP_FIELDS)
FORM(long_hills_shape, training_template, LONG_HILLS_FIELDS)
FORM(long_rise, training_template, LONG_RISE_FIELDS)
FORM(long_level, long_level, LONG_LEVEL_FIELDS)
FORM(template_long_run, training_template, TEMPLATE_LONG_RUN_FIELDS)
FORM(easy_bound, easy_bound, EASY_BOUND_FIELDS)
FORM(template_rest, training_template, TEMPLATE_REST_FIELDS)
FORM(template_work, training_template, TEMPLATE_WORK_FIELDS)
FORM(template_doubles, training_template, TEMPLATE_DOUBLES_FIELDS)
FORM(needs_slow, training_template, NEEDS_SLOW_FIELDS)
FORM(needs_fast, training_template, NEEDS_FAST_FIELDS)
FORM(needs_hills, training_template, NEEDS_HILLS_FIELDS)
FORM(spread, forecast_spread, SPREAD_FIELDS)
FORM(forecast_hills, training_template, FORECAST_HILLS_FIELDS, .finish = finish_forecast_hills)
FORM(forecast_weak, training_template, FORECAST_WEAK_FIELDS)
FORM(forecast_effort, training_template, FORECAST_EFFORT_FIELDS)
FORM(forecast_days_off, training_template, FORECAST_DAYS_OFF_FIELDS)
FORM(template_forecast, training_template, FORECAST_FIELDS, .finish = finish_forecast)
FORM(template_needs, training_template, TEMPLATE_NEEDS_FIELDS)
FORM(run_count, run_count_row, RUN_COUNT_FIELDS)
FORM(want, want, WANT_FIELDS, .finish = finish_want)
FORM(wants, training_template, WANTS_FIELDS)
FORM(training_template, training_template, TRAINING_TEMPLATE_FIELDS, .finish = finish_template)

static const struct document_kind template_kind = {
    &training_template_form, IN_TEMPLATE, MOST_TEMPLATE_BYTES, {"a template", false}};
static const struct document_kind common_kind = {
    &training_template_form, IN_COMMON, MOST_TEMPLATE_BYTES, {"a template", false}};

/* --- what templates share -----------------------------------------------------------------------
 */

/* Takes from the shared file what the template's own one does not say. */
static void inherit(struct training_template *shape, const struct training_template *common,
                    const struct place *root)
{
    if (!place_find(root, "weeks")) {
        shape->least_weeks = common->least_weeks;
        shape->most_weeks = common->most_weeks;
    }
    if (!place_find(root, "early_race_days"))
        shape->early_race_days = common->early_race_days;
    if (!place_find(root, "goal_faster_percent"))
        shape->goal_faster_percent = common->goal_faster_percent;
    if (!place_find(root, "peak"))
        shape->peak_percent_of_recent = common->peak_percent_of_recent;
    if (!place_find(root, "lighter"))
        shape->lighter = common->lighter;
    if (!place_find(root, "tune_up")) {
        shape->lighter_after_m = common->lighter_after_m;
        shape->lighter_twice_after_m = common->lighter_twice_after_m;
    }
    if (!place_find(root, "rest"))
        shape->rest = common->rest;
    if (!place_find(root, "forecast"))
        shape->forecast = common->forecast;
    if (!place_find(root, "work")) {
        shape->work_most_percent = common->work_most_percent;
        shape->work_tune_up_percent = common->work_tune_up_percent;
        memcpy(shape->work_more, common->work_more, sizeof shape->work_more);
    }
    if (!place_find(root, "doubles"))
        shape->doubles = common->doubles;
    if (!place_find(root, "run_counts")) {
        shape->run_counts = common->run_counts;
        shape->run_count_rows = common->run_count_rows;
    }
    if (!place_find(root, "yields")) {
        shape->yields = common->yields;
        shape->yield_count = common->yield_count;
    }
    for (int kind = 0; kind < MENU_KIND_COUNT; kind++)
        if (shape->menus[kind].want_count == 0)
            shape->menus[kind] = common->menus[kind];
}

/* The file that says what all templates share. */
static char *common_path(const char *path, struct arena *arena)
{
    const char *slash = strrchr(path, '/');
    return arena_printf(arena, "%.*s%s", slash ? (int)(slash + 1 - path) : 0, path, COMMON_FILE);
}

struct training_template *
training_template_read(const char *path, const struct session_library *library, struct error *error)
{
    struct document document, shared;
    struct arena *arena = arena_new();
    const struct training_template *common =
        document_read(&shared, &common_kind, common_path(path, arena), arena, library, error);
    bool failed = shared.failed || !common;
    document_release(&shared);
    struct training_template *shape =
        document_read(&document, &template_kind, path, arena, library, error);
    failed = failed || document.failed || !shape;
    if (!failed)
        inherit(shape, common, document.root);
    document_release(&document);
    if (failed) {
        arena_free(arena);
        return NULL;
    }
    shape->arena = arena;
    shape->library = library;
    return shape;
}
