/*
 * The profile: what a runner tells about themselves, their race and their weeks.
 *
 * Distances are hundredths of the profile's unit (base/quantity.h), dates day numbers, UNKNOWN and
 * NO_DATE stand for what was not given, strings are NULL then. All memory belongs to the arena of
 * the profile or plan that holds the struct. Their keys in files are in model/profile_fields.h.
 */
#ifndef HILLPLAN_MODEL_PROFILE_H
#define HILLPLAN_MODEL_PROFILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/named.h"
#include "base/quantity.h"
#include "model/course.h"
#include "model/names.h"

/* A race distance: as the runner wrote it ("marathon", "42.2"), and in metres. */
struct race_distance {
    const char *text;
    int metres;
};

/* A race of late, from which paces follow. */
struct recent_race {
    struct race_distance distance; /* metres 0: none */
    int time_s;
};

/* A run before day 1, by a log. */
struct recent_run {
    int date, distance; /* hundredths */
    int climb_m, descent_m;
};

struct runner {
    const char *name;
    int *recent_weeks; /* weekly distances, oldest first; NULL where nothing is known of them */
    size_t recent_week_count;
    int longest_recent_run;
    int usual_descent_m;            /* of a normal run at home */
    struct recent_race recent_race; /* of a profile */
    int last_downhill_date, last_downhill_descent_m;
    struct recent_run *recent_runs; /* oldest first; NULL: no log tells of them */
    size_t recent_run_count;
    int vdot_tenths; /* in the plan document; from the recent race */
};

struct race {
    const char *name;
    int date;
    struct race_distance distance;
    int climb_m, descent_m; /* the official figures, or the course file's */
    int goal_time_s;
    enum race_aim aim; /* RACE_AIM_NONE: by whether a time or a recent race is given */
    /* What race pace follows: the goal, or what a recent race foretells on its course. */
    int expected_time_s;
    struct named course_file; /* of a profile: a path relative to it */
    struct course course;
};

struct tune_up_race {
    const char *name;
    int date;
    struct race_distance distance;
};

/* Days off, from the first to the last. ABSENCE_NONE: no reason was told, so a holiday. */
struct days_off {
    int first, last;
    enum absence reason;
};

struct week_preferences {
    enum weekday starts_on;
    bool run_days[DAYS_PER_WEEK]; /* by enum weekday; all true where none were named */
    int long_run;                 /* an enum weekday, or UNKNOWN */
    bool quality[DAYS_PER_WEEK];  /* preferred days of hard sessions; none: no preference */
    struct days_off *unavailable;
    size_t unavailable_count;
    bool doubles[DAYS_PER_WEEK]; /* days that may hold two easy runs */
    int most, longest_run;       /* the most of a week's distance and of a run's, or UNKNOWN */
    int longest_weekday_s, longest_weekend_s; /* the longest session, or UNKNOWN */
};

struct hills {
    int access;      /* a set of HILL_SET(); 0: not told */
    int max_climb_m; /* in one run, or UNKNOWN */
};

struct print_preferences {
    enum paper paper;
    enum page_kind pages[PAGE_KIND_COUNT];
    size_t page_count;    /* 0: those of the look */
    const char *language; /* "en" */
    bool saves_ink, is_mono, is_two_up, is_large;
    const char *style; /* a file with a look, or NULL: the standard one */
};

/* A rule setting that the runner (or a template) changes; `value` is read by the setting's type. */
struct rule_setting {
    const char *rule, *setting, *value;
    int line, column; /* where it stands in the file, for messages */
};

struct profile {
    struct arena *arena;
    const char *path; /* the file it came from, for messages and relative paths */
    enum units units;
    struct runner runner;
    struct race race;
    int start;             /* NO_DATE: to be chosen from today */
    const char *time_zone; /* an IANA name, of where the runner's logs come from */
    const char *template_name;
    struct week_preferences week;
    bool names_run_days; /* otherwise the template chooses among them */
    bool names_units;    /* otherwise they are those of the plan that it is for */
    struct hills hills;
    struct tune_up_race *tune_ups;
    size_t tune_up_count;
    struct named_text *facts; /* free keys, for rules of the runner's own */
    size_t fact_count;
    struct named *scripts, *rules_off;
    size_t script_count, rule_off_count;
    struct rule_setting *settings;
    size_t setting_count;
    struct print_preferences print;
};

/* Frees a profile made by profile_read(). NULL is allowed. */
void profile_free(struct profile *profile);

/* True where the runner can run on a date: a run day that is not unavailable. */
bool week_preferences_can_run(const struct week_preferences *week, int date);
bool week_preferences_is_unavailable(const struct week_preferences *week, int date);

/* The mean of the recent weeks, in hundredths, rounded to the nearest; 0 where there are none. */
int runner_mean_week(const struct runner *runner);

/* The metres of a named distance (5k 10k half marathon 50k 50mi 100k 100mi), or 0. */
int race_distance_metres(const char *name);

#define RACE_DISTANCE_PLACES 3 /* decimals of one in numbers */
#define SHORTEST_RACE_M      1000
#define LONGEST_RACE_M       400000

/*
 * The metres of a race distance as a runner writes it: a name, or a number of units or with its own
 * ("80 km", "50 miles"). UNKNOWN where it is neither; one that is out of range stays so, but is at
 * most LONGEST_RACE_M + 1.
 */
int race_distance_parse(const char *text, enum units units);

/* How plans have it: a name, or a number of units. */
const char *race_distance_format(int metres, enum units units, char buffer[QUANTITY_TEXT_SIZE]);

/* The names of race_distance_metres(), for messages: "5k, 10k, ...". */
extern const char *const race_distance_names[];
extern const size_t race_distance_name_count;

#endif
