/*
 * Templates: the shape of a plan for a kind of race (training template), and the sessions it is
 * made of (session library). Both are data from templates/; the planner knows no numbers.
 *
 * Template distances are metres, because a template serves plans in km and in miles.
 */
#ifndef HILLPLAN_MODEL_TEMPLATE_H
#define HILLPLAN_MODEL_TEMPLATE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "model/names.h"
#include "model/profile.h"

/* Repeats, or a dose in metres of descent: starts at `from` and grows by `step` to `to`. */
struct progression {
    int from, step, to;
};

/* What makes a step as long as it is. */
enum step_length {
    STEP_LENGTH_GIVEN,   /* its duration or distance */
    STEP_LENGTH_DESCENT, /* the session's descent, on the step's slope */
    STEP_LENGTH_REST,    /* what the other steps leave of the session */
    STEP_LENGTH_FINISH,  /* the part of a long run that is run faster at its end */
    STEP_LENGTH_COUNT
};

#define MAX_STRETCHES 8
#define MAX_DISTANCES 12

/*
 * How much work a session holds: what is run faster than easily, in seconds without recoveries. It
 * grows with each use up to a cap, the smallest of those that are given, and comes in stretches.
 */
struct dose {
    int week_time_percent, week_distance_percent, race_time_percent; /* caps; 0: none */
    int most_s, most_m;                                              /* likewise; UNKNOWN: none */
    int least_s;                    /* less is not worth the session; 0: the session has no dose */
    int small_week_percent;         /* of the cap: so much the least may be in a small week */
    int from_percent, step_percent; /* of the cap at the first use, and more at each further; */
    int from_s, step_s;             /* ... or so many seconds: from_s > 0 */
    int stretches_s[MAX_STRETCHES]; /* the length of one by use */
    size_t stretch_count;
    int distances_m[MAX_DISTANCES]; /* a stretch is one of them where its pace is known */
    size_t distance_count;          /* 0: stretches go by time */
    int single_from_s;              /* a stretch that is the only one is so long at least */
    int longest_s;                  /* none is longer; UNKNOWN: as the time needs */
    int most_stretches;
    int recovery_percent; /* of the stretch before; 0: none */
    int recovery_least_s, recovery_most_s;
};

/* The faster end of a long run, in percent of its distance: from, and step more at each use. */
struct finish {
    int from_percent, step_percent, to_percent; /* to 0: it has none */
    int least_s, most_s;                        /* at its pace */
};

/* How far a session goes. */
enum recipe_size {
    RECIPE_SIZE_WORK,        /* as its steps and its work need */
    RECIPE_SIZE_EASY,        /* as one of the week's easy runs */
    RECIPE_SIZE_LONG,        /* as the week's long run */
    RECIPE_SIZE_SECOND_LONG, /* as the one beside it */
    RECIPE_SIZE_EXTRA,       /* it is no run */
    RECIPE_SIZE_COUNT
};

/* A step of a recipe; one with `steps` is repeated as its progression says. */
struct recipe_step {
    enum step_kind kind;
    enum effort effort;
    enum step_length length;
    int duration_s, distance_m; /* where given: one of them, the other UNKNOWN */
    const char *pace;   /* easy | marathon | threshold | interval | repetition | race, or NULL */
    int grade_percent;  /* of the slope that it is run on; the pace follows it */
    bool is_race_grade; /* where the race's course is known, its slope counts instead */
    int small_week_s;   /* its duration in a small week; UNKNOWN or 0: the same */
    int least_s;        /* of one that takes the rest; UNKNOWN or 0: none */
    struct progression repeat; /* from 0: a plain step, */
    bool is_work;              /* ... or one repeated for each stretch of the dose */
    struct recipe_step *steps;
    size_t step_count;
};

/* What a note about the course can name, in braces: {down} and {up}, the mean slope of its descents
   and climbs in percent; {early_descent}, {late_descent}, {late_climb}, the percentage of them
   in the first or last third of the race. */
enum course_word {
    COURSE_WORD_NONE,
    COURSE_WORD_DOWN,
    COURSE_WORD_UP,
    COURSE_WORD_EARLY_DESCENT,
    COURSE_WORD_LATE_DESCENT,
    COURSE_WORD_LATE_CLIMB,
    COURSE_WORD_COUNT /* a name that is none of them */
};

/* A note, printed where the runner has such hills and all that it names of the course is at least
   so much; one that names something needs a race with a known course. */
struct recipe_note {
    const char *text;
    int at_least;
    int access; /* a set of HILL_SET(), exactly the runner's; 0: for all */
};

/* Words of a note, and what is named after them. */
struct recipe_note_part {
    const char *words;
    size_t length;
    enum course_word word;
    const char *rest; /* begin with the whole text */
};

/* Goes on to the next part; false at the end. */
bool recipe_note_next(struct recipe_note_part *part);

/* A recipe of the session library. */
struct recipe {
    const char *id, *title, *purpose;
    const char *progress; /* how it changes from one use to the next, or NULL */
    enum session_kind kind;
    enum effort effort;
    enum terrain terrain;
    enum recipe_size size;
    int least_m, most_m; /* distance limits; UNKNOWN: none */
    struct dose dose;
    struct finish finish;
    int climb_per_repeat_m; /* in each repeat, ... */
    int climb_m_per_minute; /* ... or in each minute of work, jogged down again; 0: none */
    const char *when_hilly; /* the recipe that a long run becomes on the race's hills, or NULL */
    const char *before, *after;   /* of a race: the recipes of its warm-up and cool-down, or NULL */
    struct progression descent_m; /* of a downhill session; from 0: none */
    bool needs_hills, needs_treadmill;
    int race_descent_least; /* held only where the race descends so many m per km; 0: anywhere */
    int duration_s;         /* of sessions that are not run */
    struct recipe_note *notes;
    size_t note_count;
    struct recipe_step *steps;
    size_t step_count;
};

struct session_library {
    struct arena *arena;
    /* The word for a run's terrain: flat up to so many metres of climb or descent per km, rolling
       up to so many, hilly above. */
    int flat_most_m_per_km, rolling_most_m_per_km;
    /* A run with so much descent, and so much of the runner's usual one, loads like a downhill
       session. */
    int load_from_m, load_percent_of_usual;
    int load_new_percent; /* of the largest in six weeks: new to the legs, which need longer */
    int small_week_s;     /* weeks of less running have shorter warm-ups */
    struct recipe *recipes;
    size_t recipe_count;
};

/* The recipe with that id, or NULL. */
const struct recipe *session_library_find(const struct session_library *library, const char *id);
void session_library_free(struct session_library *library);

/* What a want asks of the week, the runner and the race; it is left out elsewhere. */
struct want_needs {
    int runs_at_least, runs_at_most;
    int week_at_least_m, week_below_m;                     /* without its races */
    int recent_at_least_m, recent_below_m;                 /* the runner's mean week */
    int hard_days;                                         /* that the rules allow the week */
    int race_descent_at_least, race_descent_below;         /* metres per km, unknown is 0; */
    int race_climb_at_least, race_climb_below;             /* ... likewise */
    int race_net_descent_at_least, race_net_descent_below; /* metres in all */
    int progress_at_least;  /* percent of the way from the first week to the peak */
    int every;              /* only each so many weeks of that kind, the first of them included */
    bool is_before_lighter; /* only where the week after is a lighter one, or the taper begins */
    enum race_aim aim;      /* RACE_AIM_NONE: any */
};

/* How hilly a long run may be, the most first. */
enum long_hills {
    LONG_HILLS_FULL,    /* as its place in the plan asks */
    LONG_HILLS_NO_LOAD, /* not so much that it counts as a downhill session */
    LONG_HILLS_ROLLING,
    LONG_HILLS_HOME, /* the runner's usual terrain */
    LONG_HILLS_COUNT
};

/*
 * One want of a week. Of the recipes that take turns the first in turn is due until it was held;
 * where it can't be, the others stand in for it, and then those of `instead`.
 */
struct want {
    const struct recipe **due, **instead;
    size_t due_count, instead_count;
    struct want_needs needs;
    int percent;                /* of the usual dose, or of a long run's distance */
    enum long_hills most_hills; /* of a long run */
    bool only_without_quality;  /* the long run becomes this one where no faster session stands */
    bool beside_easy_long;      /* not in a week whose long run ends faster */
};

#define MAX_WANTS   20
#define MAX_CHOICES 8 /* recipes of one want */

/* The wants of a week, the most important first. The rest of the week is easy running. */
struct menu {
    struct want *wants;
    size_t want_count;
};

/* A long run as it may be where it can't be as wished. */
struct long_level {
    enum long_hills hills;
    int percent; /* of its distance */
};

/* How the long run is sized. Percent of the week by the number of runs. */
struct long_shape {
    int most_m;
    int race_percent; /* a tune-up race of so much of the long run stands for it */
    int share[DAYS_PER_WEEK + 1];
    int grow_percent;        /* of the last one: so much it grows, ... */
    int grow_to_percent;     /* ... up to so much of the share */
    int hills_race_m_per_km; /* of a race that climbs or descends less it takes no hills */
    int hills_from_percent, hills_to_percent; /* of the race's per km, first week to peak */
    int hills_take_percent;                   /* of its distance, where time is what limits it */
    int rise_race_m_per_km; /* for such races a week's climb rises to the peak: weeks before ... */
    int rise_from_percent, rise_to_percent; /* ... hold so much of the peak's estimate, */
    int rise_over_percent;                  /* ... and those of the peak of the highest so far, */
    int rise_most_percent; /* ... with no more than that of the race's per km in the long run */
    struct long_level *levels;
    size_t level_count;
};

/* A bound of easy runs in percent of the long run, for weeks that would lose so much under the one
   before. */
struct easy_bound {
    int percent, few_runs_percent; /* few_runs_percent 0: the same */
    int lost_percent;
};

/* How light lighter weeks are, of the week before: as light as costs no more of the biggest week.
 */
struct lighter_shape {
    int from_percent, to_percent, lost_percent;
};

/* How what is left of the week is spread over its easy runs. */
struct rest_shape {
    const struct recipe *easy, *medium_long, *recovery; /* the last two may be NULL */
    int least_m;                                        /* shorter is not worth the shoes */
    int medium_long_race_m;                   /* for races from such a distance on there is one, */
    int medium_long_week_m, medium_long_runs; /* ... from such weeks on */
    int medium_long_over_percent;    /* of the median of the others: so much it is at least, */
    int medium_long_of_long_percent; /* ... and of the long run */
    int recovery_runs;               /* from so many easy runs on the shortest is one of recovery */
    struct easy_bound *bounds;       /* the usual one first */
    size_t bound_count;
    int no_long_percent;         /* of the last long runs: the longest run of a week without one */
    int unlike_percent;          /* no three runs as near to each other as this */
    int fill[DAYS_PER_WEEK + 1]; /* by runs: so much easy running a session of work may take, */
    int race_week_fill_percent;  /* ... and so much in race week, */
    int race_week_use_percent;   /* ... which wishes so much of what the rules allow it */
    int race_week_most_percent;  /* of a mean run of the biggest week: the longest of race week */
    int race_week_share[DAYS_PER_WEEK + 1]; /* ... and of that week in percent, by its runs */
    int race_week_fall_percent; /* ... and each one after it is so much of it shorter; then, too */
    int unknown_pace_s_per_km;  /* for estimates of time without a recent race */
};

/* Two easy runs on a day: in weeks from such a distance on, none of them shorter than so much, the
   second of so much percent of both. */
struct doubles_shape {
    int week_m, least_m, second_percent;
};

/* How near a forecast comes: from a race, to one of so many times its distance or more. */
struct forecast_spread {
    int times, per_mille; /* that much to either side */
};

/* What a recent race foretells of the goal race. */
struct forecast_shape {
    int ultra_exponent_percent; /* beyond the marathon times grow with this power of the distance */
    int hills_from_m_per_km;    /* from so much climb (or descent) on hills count, ... */
    int hills_full_m_per_km;    /* ... and from here on in full: such a race goes by effort */
    int net_descent_m;  /* ending so much lower, a race is one of descents, however long it is */
    int effort_minutes; /* from such a time on too; the spread is effort_per_mille */
    int effort_per_mille;
    int most_m;                         /* nothing is foretold of longer races */
    int weak_percent, weak_per_mille;   /* the spread where a plan reaches less of what is asked */
    int goal_faster_percent;            /* a goal may be so much faster and be ready for */
    int days_off_least, days_off_weeks; /* breaks of so many days, so many weeks before the race, */
    int slower_least, slower_most;      /* ... make it slower by so many percent */
    struct forecast_spread *spreads;    /* the nearest first; between two in proportion */
    size_t spread_count;
};

/* Menus by what kind of week it is: the phases, and lighter weeks, those back after days off,
   and tune-up race and run-walk weeks. */
enum menu_kind {
    MENU_BASE,
    MENU_BUILD,
    MENU_PEAK,
    MENU_TAPER,
    MENU_RACE,
    MENU_RECOVERY,
    MENU_LIGHTER,
    MENU_RETURN,
    MENU_TUNE_UP,
    MENU_RUN_WALK,
    MENU_KIND_COUNT
};

/* Runs a week by the runner's mean week: the first row whose below_m is above it, or the last. */
struct run_count_row {
    int below_m, runs;
    bool days[DAYS_PER_WEEK]; /* by enum weekday: where the runner names none */
};

struct training_template {
    struct arena *arena;
    const struct session_library *library;
    const char *name, *title;
    int race_from_m, race_to_m; /* race distances that it serves */
    int least_weeks, most_weeks;
    /* Weeks of each phase, counted back from the race; what is left in front is base. */
    int peak_weeks, build_weeks, taper_weeks; /* taper_weeks without race week */
    int early_race_days; /* a race on the first so many days of a week: taper one week earlier */
    int goal_faster_percent; /* a goal time may be so much faster than predicted and be believed */
    int recovery_weeks;      /* after the race week */
    int lighter_after_m; /* the week after a tune-up race of such a distance is a lighter one, */
    int lighter_twice_after_m;  /* ... or the two weeks */
    int peak_percent_of_recent; /* the peak is what the race asks, or so much of the recent mean */
    struct lighter_shape lighter;
    struct long_shape long_run;
    struct rest_shape rest;
    struct forecast_shape forecast;
    int work_most_percent;            /* of a week's time, */
    int work_tune_up_percent;         /* ... and of that in weeks with a tune-up race */
    int work_more[DAYS_PER_WEEK + 1]; /* by runs: percent that doses may be above their share */
    struct doubles_shape doubles;
    /* What the distance asks; below these the verdict is short. */
    int needs_peak_m, needs_long_m;
    int slow_vdot, slow_percent, fast_vdot, fast_percent; /* more of the faster; 0: of all alike */
    int finish_percent; /* so much is enough for whoever only wants to finish */
    /* Of the climb, and of the descent, of a race with so much per km: less in one run is never
       ready. */
    int needs_hills_m_per_km, needs_hills_percent;
    int tight_percent; /* ... and below so many percent of it: see templates/README */
    struct run_count_row *run_counts;
    size_t run_count_rows;
    struct menu menus[MENU_KIND_COUNT];
    const char **yields; /* should rules that hard sessions yield to, rather than overrule them */
    size_t yield_count;
    struct rule_setting *settings; /* changes of rules' settings */
    size_t setting_count;
};

/* The row for a runner's mean week. */
const struct run_count_row *
training_template_run_count(const struct training_template *training_template, int mean_m);

/* The longest easy run under a bound in a week of so many runs, in percent of the long run. */
int easy_bound_percent(const struct rest_shape *shape, const struct easy_bound *bound, int runs);

/* The biggest week that the race asks of a runner with that VDOT (tenths, or UNKNOWN): the faster,
   the more. */
int training_template_asked_peak(const struct training_template *training_template, int vdot_tenths,
                                 enum units units);

void training_template_free(struct training_template *training_template);

#endif
