/*
 * The rules: scripts loaded into sandboxes, their settings, and the questions they are asked.
 *
 * A ruleset is bound to one plan at a time and reads it in place; what a hook may see of it ends at
 * the point it is asked about. Rules are numbered in their order: built-in ones by id, then the
 * profile's, then those of --rules. Nothing here depends on whether a plan is being built or
 * judged.
 */
#ifndef HILLPLAN_RULES_RULESET_H
#define HILLPLAN_RULES_RULESET_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "model/plan.h"

struct ruleset;

enum rule_origin { RULE_BUILT_IN, RULE_CUSTOM };

/* A setting as the script declares it, and the value in force. */
struct setting_info {
    const char *name, *unit, *help; /* unit and help may be NULL */
    const char *value;              /* in force, as text; NULL before ruleset_bind() */
    const char *default_value;      /* as text; NULL where it depends on the plan */
    int min, max;                   /* of numbers; INT_MIN and INT_MAX where there is none */
    const char *const *choices;     /* of words; NULL where it is a number */
    size_t choice_count;
};

struct rule_info {
    const char *id, *title, *why, *source; /* source may be NULL */
    enum rule_level level;
    enum rule_origin origin;
    bool off;
    const char *path; /* as named in messages */
    const char *text; /* the whole script */
    const struct setting_info *settings;
    size_t setting_count;
};

struct ruleset *ruleset_new(void);
void ruleset_free(struct ruleset *rules); /* NULL is allowed */

/*
 * Adds a rule from a file, every *.lua of a folder (in bytewise order), or a text (a custom rule
 * kept in a plan document). A script's mistakes are STATUS_BAD_INPUT with file:line. An id that is
 * already there is an error; but a rule that ruleset_adopt() took from a plan is replaced, with a
 * warning.
 */
bool ruleset_add_file(struct ruleset *rules, const char *path, enum rule_origin origin,
                      struct error *error);
bool ruleset_add_folder(struct ruleset *rules, const char *path, enum rule_origin origin,
                        struct error *error);
bool ruleset_add_text(struct ruleset *rules, const char *name, const char *text,
                      struct error *error);

/* The folder where hillplan.use() looks after the rule's own folder: scripts/rules/lib. */
void ruleset_set_library(struct ruleset *rules, const char *folder);

/*
 * Changes a setting, or switches a rule off. Unknown rules and settings and values out of range are
 * STATUS_BAD_INPUT, at the line and column given, in `file` (NULL: none).
 */
bool ruleset_set(struct ruleset *rules, const struct rule_setting *setting, const char *file,
                 struct error *error);
bool ruleset_switch_off(struct ruleset *rules, const struct named *rule, const char *file,
                        struct error *error);

/*
 * Makes a ruleset that holds the built-in rules the one that a plan document names: its settings
 * and what is off, its custom rules added, and built-in rules that its list leaves out switched
 * off. A plan without a list changes nothing. Mistakes are STATUS_BAD_INPUT.
 */
bool ruleset_adopt(struct ruleset *rules, const struct plan *plan, struct error *error);

/* The reverse: writes the list of a plan to which the ruleset is bound, in the plan's arena. */
void ruleset_describe(const struct ruleset *rules, struct plan *plan);

/*
 * Binds the ruleset to a plan whose weeks (number, start, phase, kind, dates of days) are set, and
 * works out the settings that depend on it. The plan must outlive the binding and not move.
 */
bool ruleset_bind(struct ruleset *rules, const struct plan *plan, struct error *error);

/*
 * Whether every question is put to the script. Else an answer may be one that was given before to
 * the same facts; see memo.h. Returns what held before: at first, that answers are remembered.
 */
bool ruleset_ask_afresh(struct ruleset *rules, bool afresh);

size_t ruleset_count(const struct ruleset *rules);
const struct rule_info *ruleset_info(const struct ruleset *rules, size_t rule);

/* The index of the rule with that id, or ruleset_count(). */
size_t ruleset_find(const struct ruleset *rules, const char *id);

/* Likewise; false, and an error at the name's place in the file that names the nearest, if none. */
bool ruleset_look_up(const struct ruleset *rules, const struct named *name, const char *file,
                     size_t *index, struct error *error);

/* The value in force of a rule's number setting, or `fallback` (no such rule, off, not a number).
 */
int ruleset_setting(const struct ruleset *rules, const char *rule, const char *setting,
                    int fallback);

/* The functions that a rule may have: see scripts/README.md. */
enum hook {
    HOOK_LIMIT_WEEK,
    HOOK_LIMIT_DAY,
    HOOK_ALLOW,
    HOOK_ALLOW_WEEK,
    HOOK_PREFER,
    HOOK_ADVISE,
    HOOK_COUNT
};

const char *hook_name(enum hook hook); /* "limit_week", "limit_day", ... */

/* What a rule can limit: the sums of a week, and each running session of a day. */
enum limit_kind {
    LIMIT_DISTANCE,
    LIMIT_CLIMB_M,
    LIMIT_DESCENT_M,
    LIMIT_DURATION_S, /* days only */
    LIMIT_RUNS,       /* weeks only */
    LIMIT_HARD_DAYS,  /* weeks only */
    LIMIT_KIND_COUNT
};

const char *limit_kind_name(enum limit_kind kind); /* "distance", "climb_m", ... */

/* Nothing is limited where max is INT_MAX. */
struct limit {
    int max;
    const char *because;
};

struct limits {
    struct limit of[LIMIT_KIND_COUNT];
};

enum answer_kind {
    ANSWER_NONE,       /* no such hook, the rule is off, or it had nothing to say */
    ANSWER_GIVEN,      /* limits are set; allowed; a score */
    ANSWER_REFUSED,    /* allow and allow_week: no, because */
    ANSWER_NOT_JUDGED, /* the plan lacks the value of `field` */
};

/* The most that prefer may answer; -MAX_SCORE is the least. */
#define MAX_SCORE 1000

/* Texts are valid until the same rule is asked again. */
struct answer {
    enum answer_kind kind;
    int score;           /* prefer: -1000 to 1000 */
    const char *because; /* refusals and scores; NULL where none was given */
    const char *field;   /* not judged: what is missing, as in "session.descent_m" */
    int date;            /* not judged: where, or NO_DATE */
};

/*
 * Asks one rule; week and day are indexes (0 to 6 for days). The week and day must hold what the
 * hook may see: nothing yet for limits, the day complete for allow and prefer, the whole week for
 * allow_week. A script that fails or runs away is STATUS_BAD_INPUT and false.
 */
bool rule_limit_week(struct ruleset *rules, size_t rule, size_t week, struct limits *limits,
                     struct answer *answer, struct error *error);
bool rule_limit_day(struct ruleset *rules, size_t rule, size_t week, size_t day,
                    struct limits *limits, struct answer *answer, struct error *error);
bool rule_allow(struct ruleset *rules, size_t rule, size_t week, size_t day, struct answer *answer,
                struct error *error);
bool rule_allow_week(struct ruleset *rules, size_t rule, size_t week, struct answer *answer,
                     struct error *error);
bool rule_prefer(struct ruleset *rules, size_t rule, size_t week, size_t day, struct answer *answer,
                 struct error *error);

/* Appends the rule's notes for a day to `notes` (room for MAX_ADVICE), copied into the arena. */
#define MAX_ADVICE 8
bool rule_advise(struct ruleset *rules, size_t rule, size_t week, size_t day, struct arena *arena,
                 const char *notes[MAX_ADVICE], size_t *count, struct error *error);

/* True where the rule has the hook at all. */
bool rule_has_hook(const struct ruleset *rules, size_t rule, enum hook hook);

/* A call of a hook, and its answer. */
struct rule_call {
    enum hook hook;
    size_t week, day; /* indices; a hook about a week is told no day */
    const struct plan *plan;
    const struct answer *answer;
    const struct limits *limits; /* of limit_week and limit_day, else NULL */
    const char *const *notes;    /* of advise */
    size_t note_count;
};
typedef void rule_tracer(void *data, const struct rule_call *call);

/*
 * Tells `tracer` of each call of the rule's hooks from here on. Answers that are remembered are no
 * calls. One rule at a time; a NULL tracer ends it.
 */
void ruleset_trace(struct ruleset *rules, size_t rule, rule_tracer *tracer, void *data);

#endif
