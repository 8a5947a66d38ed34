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
    STEP_LENGTH_COUNT
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
    struct progression repeat; /* from 0: a plain step */
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
    enum hill_access access; /* HILL_ACCESS_COUNT: any */
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
    int share;              /* wished distance in percent of the week's; UNKNOWN: an even share */
    int least_m, most_m;    /* distance limits; UNKNOWN: none */
    int climb_per_repeat_m; /* in each repeat, jogged down again; 0: none */
    int race_hills;         /* percent of the race's climb and descent per km that it reaches at
                               the peak of the plan; 0: stays on the terrain of home */
    struct progression descent_m; /* of a downhill session; from 0: none */
    bool needs_hills;
    int race_descent_least; /* held only where the race descends so many m per km; 0: anywhere */
    const char *instead;    /* the recipe where there are no hills; NULL: none is held */
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
    struct recipe *recipes;
    size_t recipe_count;
};

/* The recipe with that id, or NULL. */
const struct recipe *session_library_find(const struct session_library *library, const char *id);
void session_library_free(struct session_library *library);

/* One wish of a week: the recipes take turns from week to week. */
struct menu_slot {
    const struct recipe **rotate; /* NULL entries: nothing this week */
    size_t rotate_count;
    int runs_at_least, runs_at_most;               /* held only in weeks with so many runs, */
    int week_at_least_m, week_below_m;             /* ... and of such a distance without races, */
    int race_descent_at_least, race_descent_below; /* ... where the race descends so many m per km;
                                                      unknown is 0 */
};

#define MAX_MENU_SLOTS 16

/* The wishes of a week, the most important first. The rest of the week is easy running. */
struct menu {
    struct menu_slot *slots;
    size_t slot_count;
};

/* Menus by what kind of week it is: the phases, and lighter, tune-up race and run-walk weeks. */
enum menu_kind {
    MENU_BASE,
    MENU_BUILD,
    MENU_PEAK,
    MENU_TAPER,
    MENU_RACE,
    MENU_RECOVERY,
    MENU_LIGHTER,
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
    /* The wished peak: times_recent (percent of the mean week), within at least and at most. */
    int peak_percent_of_recent, peak_least_m, peak_most_m;
    int long_run_most_m;
    int long_run_race_percent; /* a tune-up race of so much of the long run stands for it */
    int long_run_share[DAYS_PER_WEEK + 1]; /* percent of the week, by the number of runs */
    int race_week_most_m;                  /* the longest easy run in race week */
    int easy_least_m; /* runs shorter than this are not worth the shoes: fewer runs instead */
    int unknown_easy_pace_s_per_km; /* for estimates of time without a recent race */
    int needs_peak_m, needs_long_m; /* what the distance asks; below these the verdict is short */
    int tight_percent;              /* ... and below so many percent of... see templates/README */
    struct run_count_row *run_counts;
    size_t run_count_rows;
    struct menu menus[MENU_KIND_COUNT];
    const struct recipe *easy_run; /* fills the week */
    struct rule_setting *settings; /* changes of rules' settings */
    size_t setting_count;
};

/* The row for a runner's mean week. */
const struct run_count_row *
training_template_run_count(const struct training_template *training_template, int mean_m);

void training_template_free(struct training_template *training_template);

#endif
