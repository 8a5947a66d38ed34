/*
 * The plan: weeks of days of sessions, and every fact that a rule needs to judge it. It is the
 * only thing that the rules, the pages and the exports ever see.
 *
 * Units and unknown values are as in model/profile.h. The plan owns everything through its arena.
 * Its keys in files are in model/plan_fields.h.
 */
#ifndef HILLPLAN_MODEL_PLAN_H
#define HILLPLAN_MODEL_PLAN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "model/names.h"
#include "model/profile.h"

/* A range of paces, in seconds per unit: `fast` is the smaller number. UNKNOWN: by effort. */
struct pace_range {
    int fast, slow;
};

/* Training paces in seconds per unit, UNKNOWN without a recent race. */
struct paces {
    struct pace_range easy;
    int marathon, threshold, interval, repetition;
};

/* A step of a session. One with `repeat` holds the steps that are run so often (one level). */
struct step {
    enum step_kind kind; /* NONE on a repeat, as its effort is */
    enum effort effort;
    int duration_s, distance_m; /* one of them; the other UNKNOWN */
    struct pace_range pace;
    int grade_percent; /* of the slope that is asked for, down below 0; 0: none is */
    int repeat;        /* 0: a plain step */
    struct step *steps;
    size_t step_count;
};

/* Why a session is as it is: the id of a rule, and what it said. */
struct reason {
    const char *rule;
    const char *text;
};

struct session {
    enum session_kind kind;
    const char *session; /* id in the session library, or NULL */
    const char *title;
    enum effort effort;    /* EFFORT_NONE where not given */
    enum terrain terrain;  /* TERRAIN_NONE where not given */
    int distance;          /* UNKNOWN, or hundredths, on runs */
    int distance_at_least; /* if that is UNKNOWN: the part that is known, or 0 */
    int duration_s;
    int climb_m, descent_m;
    struct pace_range pace;
    struct step *steps;
    size_t step_count;
    /* Of the plans of somebody else, which do not tell ... */
    bool steps_are_unknown;
    bool may_be_no_run; /* ... whether anything is run: its kind is SESSION_KIND_NONE */
    bool is_by_time;    /* ... how far it goes: its distance is what its time stands for */
    const char **notes;
    size_t note_count;
    struct reason *reasons;
    size_t reason_count;
    /* While a plan holds what was run: what was run beyond what counts; 0: nothing. */
    int beyond_distance, beyond_descent_m;
};

/* A run that was run, as far as a log tells. One that was moved stands on both days: on the one
   that it was planned for, and on the one that it was run on. */
struct done_run {
    int moved_to, moved_from; /* the other day; NO_DATE */
    int distance;             /* hundredths; UNKNOWN where not told, as all others */
    int duration_s, climb_m, descent_m;
};

/* A day. No sessions: rest. */
struct day {
    int date;
    enum day_status status; /* of past days of a plan that was made anew */
    bool locked;            /* stays as it is, whatever happens before it */
    bool legs_mend;         /* the rules keep it easy after a downhill run (rules/check.h) */
    bool is_fixed;          /* nothing else may stand there, while the plan is made */
    struct session *sessions;
    size_t session_count;
    struct done_run *runs; /* of a day that was not run as planned */
    size_t run_count;
};

/* What a week was to hold and does not. */
struct gave_up {
    enum given_up what;
    const char *rule; /* id; NULL: it was not for a rule */
    const char *text; /* a message: what was tried, and what kept it out */
};

/* A week that a rule of the runner's own shortened: the rule's id (NULL: none did), and the
   distance that the week would have had. */
struct week_cut {
    const char *by;
    int target;
};

struct week {
    int number; /* from 1 */
    int start;
    enum phase phase;
    enum week_kind kind;
    int percent; /* of a usual week, on the way back after days off; else 0 */
    /* What it aims at while it is planned, races included; 0: what it holds. */
    int target, target_runs;
    int target_long_runs; /* likewise, once the runs are chosen; before: UNKNOWN */
    int wished;           /* distance that outline and limits asked for when it was planned, or 0 */
    struct week_cut cut;
    /* Of a week that holds what was run: its distance as planned (0: it was run so), that of the
       days that were not missed, and how many days off among its run days were. */
    int planned, planned_left, missed_days;
    /* Of such a week that is over, the most that counts of what was run; 0: all of it. */
    int most_distance, most_climb_m;
    int distance_most; /* that the rules allowed, or UNKNOWN; what it holds is the days' sum */
    struct gave_up *gave_up;
    size_t gave_up_count;
    struct day days[DAYS_PER_WEEK];
};

struct rule_setting_value {
    const char *name, *value;
};

/* A rule that the plan was made with, or is to be held against. */
struct plan_rule {
    const char *id, *title, *why, *source;
    enum rule_level level;
    bool off;
    struct rule_setting_value *settings;
    size_t setting_count;
    const char *script; /* a custom rule's whole text; NULL: built in */
};

struct verdict {
    enum verdict_level level;
    int peak, longest;           /* the biggest week and the longest run; UNKNOWN: not told */
    int asks_peak, asks_longest; /* what the race asks for; likewise */
    const char *text;            /* a message; NULL: no verdict */
};

/* A should rule that could not be kept. */
struct exception {
    const char *rule;
    int week; /* number */
    int date; /* or NO_DATE */
    const char *text;
};

/* What rules and settings of the runner's own take from the plan, held against one without them. */
struct plan_cost {
    const char *rule;     /* that takes it alone; NULL: all together */
    int peak, longest;    /* of the biggest week and the longest run */
    int hard_days, weeks; /* with hard running; of weeks the long run */
};

/* Days without running because run days are off: from the first of these to the day before the next
   run day that is not. The reason is the gravest of its days. What rules say of it, and what it
   cost, is UNKNOWN until the plan is made. */
struct training_break {
    int first, last;
    enum absence reason;
    int level, longest; /* before it: the distance of a week, and of a run */
    int lost;           /* distance that the plan would hold without it */
};

/* What the plan was made from at first; making it anew changes nothing of it, but for what the
   runner tells anew: recent race, goal, template and settings. start NO_DATE: it is not told.
   Distances are in the plan's units. */
struct made_from {
    int start; /* the first day of week 1 */
    const char *template_name;
    int *recent_weeks;
    size_t recent_week_count;
    int longest_recent_run;
    struct recent_race recent_race;
    int goal_time_s;
    struct rule_setting *settings; /* that the runner changed */
    size_t setting_count;
};

/* What a plan was made anew from besides itself: logs. files 0: none. */
struct log_facts {
    int files, runs;
    int first, last; /* dates of the first and last run */
    int distance;    /* of all */
};

/* That a plan was made anew: days before the date stayed as they were. */
struct replanning {
    int date;
    bool is_anew; /* phases and wishes too, as race or runner had changed */
    struct log_facts log;
    /* Events of its calendar that are no more, "2027-02-16/2": the date, and the number of the
       session on it, or "week" of a week's own. */
    const char **cancelled;
    size_t cancelled_count;
};

/* The version of the plan document's format, and the first one whose messages are marked. */
#define PLAN_FORMAT        2
#define MARKED_PLAN_FORMAT 2

#define MOST_INFERRED 8

struct plan {
    struct arena *arena;
    int format; /* of the document that it was read from */
    const char *title;
    enum units units;
    struct runner runner;
    struct race race;
    struct week_preferences preferences;
    struct training_break *breaks; /* what follows of the preferences: see plan_find_breaks() */
    size_t break_count;
    struct hills hills;
    struct tune_up_race *tune_ups;
    size_t tune_up_count;
    struct named_text *facts; /* free keys, for rules of the runner's own */
    size_t fact_count;
    struct print_preferences print;
    struct paces paces;
    struct plan_rule *rules; /* NULL: not told, so the built-in rules with their defaults */
    size_t rule_count;
    struct verdict verdict;
    struct plan_cost *costs;
    size_t cost_count;
    struct exception *exceptions;
    size_t exception_count;
    struct made_from made_from;
    struct replanning *replanned; /* the last one last */
    size_t replanned_count;
    struct week *weeks;
    size_t week_count;
    struct week *planned; /* as_run.h: the weeks as planned, while they hold what was run */
    bool is_undated;      /* its file named no dates: of these, only weekdays and order are true */
    bool names_no_race; /* of somebody else's: all its runs tell their kinds, and none is a race */
    /* Of one that tells its runs in time: what a unit of its distances stands for; else 0. */
    int time_pace_s;
    /* What was inferred of somebody else's plan, a sentence each. */
    const char *inferred[MOST_INFERRED];
    size_t inferred_count;
};

/* A new plan with its own arena and everything unknown; freed with plan_free(). */
struct plan *plan_new(void);
void plan_free(struct plan *plan); /* NULL is allowed */

/* Sets the plan's breaks, by date, from its run days and the days that are off. One that was there
   before keeps what is known of it. */
void plan_find_breaks(struct plan *plan, struct arena *arena);

/* Whether a break before the race has a way back, or is a week and more. */
bool plan_break_is_long(const struct plan *plan, const struct training_break *pause);

/* How many of the runner's run days a week holds, and how many of these are not off. */
int plan_run_days(const struct plan *plan);
int plan_open_days(const struct plan *plan, const struct week *week);

/* A session or step with every value unknown. */
struct session session_unknown(void);
struct step step_unknown(void);

bool session_is_run(const struct session *session);
/* Whether it is the goal race or a tune-up race. */
bool session_is_race(const struct session *session);

/* False where the plan of somebody else says nothing of a run's effort. */
bool session_effort_is_known(const struct session *session);

/* True for effort hard, and for races of either kind. */
bool session_is_hard(const struct session *session);

/* What a session, day or week can be summed over; the goal race is never in a sum. The load is all
   that was run, be it more than counts. */
enum quantity {
    QUANTITY_DISTANCE,
    QUANTITY_DURATION_S,
    QUANTITY_CLIMB_M,
    QUANTITY_DESCENT_M,
    QUANTITY_LOAD_DISTANCE,
    QUANTITY_LOAD_DESCENT_M,
};

/* The session's value, or UNKNOWN. */
int session_quantity(const struct session *session, enum quantity quantity);

/*
 * The sum over the runs of a day, or of the first `days` days of a week, without the goal race.
 * UNKNOWN as soon as one of the values is unknown; *unknown_date (if not NULL) then names the day.
 */
int day_sum(const struct day *day, enum quantity quantity);
int week_sum(const struct week *week, size_t days, enum quantity quantity, int *unknown_date);

/* What a session has of it, and the training runs of a week, at the least: what is known. */
int session_quantity_least(const struct session *session, enum quantity quantity);
int week_sum_least(const struct week *week, enum quantity quantity);

/* The place of the day's main session: its race, else its first run, else its first session. */
size_t day_main_session(const struct day *day);

/* The training distance of a whole week, unknown distances left out. For display. */
int plan_week_distance(const struct week *week);

/* The same of what was run on days that are over, and is planned on others. */
int plan_week_distance_run(const struct week *week);

/* A week without the sessions of days that were missed; it shares the others. */
struct week week_without_missed(const struct week *week);

/*
 * The number of runs, and of days with a hard session; the goal race is left out, and a tune-up
 * race is one run with its warm-up and cool-down, the easy runs of its day. Hard days are UNKNOWN
 * where the effort of a run is, as in week_sum().
 */
int week_run_count(const struct week *week, size_t days, int *unknown_date);
/* The number of days with a run, and be it the goal race. */
int week_run_day_count(const struct week *week, size_t days, int *unknown_date);
int week_hard_day_count(const struct week *week, size_t days, int *unknown_date);

/* The longest run of the week by distance, races left out; NULL where there is none. */
const struct session *week_longest_run(const struct week *week);

/* Whether the week holds run-walk sessions: it goes by time. */
bool week_is_run_walk(const struct week *week);

/* False where the week holds a long run, or something hard, or is run-walk; true of what its days
 * don't tell. */
bool week_lacks(const struct week *week, enum given_up what);

/* The day with that date, or NULL where the plan has none. */
const struct day *plan_day(const struct plan *plan, int date);

/* Whether something is run on a day. */
bool day_has_run(const struct day *day);

/* Whether a day surely has a hard session; the goal race is none. */
bool day_is_hard(const struct day *day);

/* True if both days hold the same sessions, and as much of them. */
bool day_is_same(const struct day *a, const struct day *b);

/* The days of a week that surely have a hard session, as in week_hard_day_count(). */
int week_hard_days_least(const struct week *week);

/* The index in weeks of the week that holds the date; week_count where none does. */
size_t plan_week_index(const struct plan *plan, int date);

/* Shows each message of the plan, in its order: verdict, what gave way, what weeks gave up, notes
   and reasons. */
typedef void plan_message_visitor(void *data, const char **message);
void plan_each_message(struct plan *plan, plan_message_visitor *visit, void *data);

#endif
