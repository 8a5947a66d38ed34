/*
 * One rule: a Lua script in its sandbox, its settings, and the questions that it answers. Lua
 * itself stays behind this door.
 *
 * A rule is loaded, bound to a plan, and asked about weeks and days of it. It reads the plan in
 * place; what a hook sees of it ends at the point that it is asked about. Nothing here depends on
 * whether a plan is being made or judged.
 */
#ifndef HILLPLAN_SCRIPT_SCRIPT_H
#define HILLPLAN_SCRIPT_SCRIPT_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/error.h"
#include "model/plan.h"

#define MAX_SCRIPT_BYTES ((size_t)128 * 1024)

struct rule;
struct sandbox;

/* ---- what a rule is ---- */

enum rule_origin { RULE_BUILT_IN, RULE_CUSTOM };

/* A setting as the script declares it, and the value in force. */
struct setting_info {
    const char *name, *unit, *help; /* unit and help may be NULL */
    const char *value;              /* in force, as text; NULL before the rule is bound */
    const char *default_value;      /* as text; NULL if it depends on the plan */
    int min, max;                   /* of numbers; INT_MIN and INT_MAX if there is none */
    const char *const *choices;     /* of words; NULL if it is a number */
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

/* The functions that a rule may have: see scripts/README.md. */
enum hook {
    HOOK_WEEK_KIND,
    HOOK_LIMIT_WEEK,
    HOOK_WISH_WEEK,
    HOOK_LIMIT_DAY,
    HOOK_LIMIT_SESSION,
    HOOK_ALLOW,
    HOOK_ALLOW_WEEK,
    HOOK_PREFER,
    HOOK_ADVISE,
    HOOK_BREAK_LEVEL,
    HOOK_COUNT
};

const char *hook_name(enum hook hook); /* "limit_week", "limit_day", ... */

/* ---- loading ---- */

/*
 * A sandbox for rules that trust each other, with what they are given in it; NULL if there is no
 * memory for it. Freed, after its rules, with rule_sandbox_free().
 */
struct sandbox *rule_sandbox_new(void);
void rule_sandbox_free(struct sandbox *sandbox); /* NULL is allowed */

/* What a script may use. Tests give less, so that scripts without an end are short. */
struct script_limits {
    size_t bytes;            /* of memory */
    long long fuel_per_call; /* about an instruction each, see sandbox.h */
};
#define SCRIPT_LIMITS ((struct script_limits){(size_t)32 * 1024 * 1024, 2000000})

/*
 * What all scripts of a run may use together, besides the limits of each: seconds of the processor,
 * and 256 MB. Once they are spent, calls fail, naming the rule. Renewed by programs that make
 * several plans; `seconds` is SCRIPT_SECONDS unless somebody asks for more.
 */
#define SCRIPT_SECONDS      10
#define MOST_SCRIPT_SECONDS 86400
void script_budget_renew(int seconds);

/* Where a rule comes from. */
struct rule_source {
    const char *path;          /* of the file, or the name of a text in messages */
    const char *shared_folder; /* of libraries, looked through last; or NULL */
    enum rule_origin origin;
    struct sandbox *shared;      /* the rule lives in it if it can; NULL: it opens its own */
    struct script_limits limits; /* of a sandbox of its own */
};

/*
 * Loads a script from its file, or from a text, and checks all that it returns. NULL after errors,
 * which are STATUS_BAD_INPUT with file and line, and name the field. A custom rule's file that
 * compares with words that no plan has gets a warning.
 *
 * Freed with rule_free(); its texts live in the arena, which has to outlive it.
 */
struct rule *rule_load_file(struct arena *arena, const struct rule_source *source,
                            struct error *error);
struct rule *rule_load_text(struct arena *arena, const struct rule_source *source, const char *text,
                            struct error *error);
void rule_free(struct rule *rule); /* NULL is allowed */

/* Valid as long as the rule. */
const struct rule_info *rule_info(const struct rule *rule);
bool rule_has_hook(const struct rule *rule, enum hook hook);
void rule_switch(struct rule *rule, bool off);

/* ---- settings ---- */

/*
 * Gives a setting a value. Unknown settings and values out of range are STATUS_BAD_INPUT, at the
 * line and column given, in `file` (NULL: none).
 */
bool rule_give_setting(struct rule *rule, const struct rule_setting *given, const char *file,
                       struct error *error);

/*
 * Gives a rule what was given to an older version of it: all that differs from the old default and
 * that the new one has. What it has not is a warning.
 */
bool rule_take_settings_of(struct rule *rule, const struct rule *old, struct error *error);

/* Forgets given values. */
void rule_forget_settings(struct rule *rule);

/* The value in force of a number; false if there is no such number. */
bool rule_number_setting(const struct rule *rule, const char *name, int *number);

/*
 * Binds the rule to a plan whose weeks (number, start, phase, kind, dates of days) are set, works
 * out the settings that depend on it, and forgets all answers. The plan must outlive the binding
 * and not move.
 */
bool rule_bind(struct rule *rule, const struct plan *plan, struct error *error);

/* ---- questions ---- */

/* What a rule can limit: the sums of a week, and each running session of a day or of a kind. */
enum limit_kind {
    LIMIT_DISTANCE,
    LIMIT_CLIMB_M,
    LIMIT_DESCENT_M,
    LIMIT_DURATION_S, /* the last that a single run can have; those below are of weeks only */
    LIMIT_RUNS,
    LIMIT_RUN_DAYS,
    LIMIT_HARD_DAYS,
    LIMIT_KIND_COUNT
};

const char *limit_kind_name(enum limit_kind kind); /* "distance", "climb_m", ... */

/* Nothing is limited if max is INT_MAX. */
struct limit {
    int max;
    const char *because;
    bool or_more; /* what the plan doesn't tell may allow more: beyond it nothing is judged */
};

struct limits {
    struct limit of[LIMIT_KIND_COUNT];
};

/* What a rule can wish of a week, to be granted as far as the rules allow it: sums of its runs that
   are no less, or a session of a kind. */
enum wish_kind { WISH_DURATION_S, WISH_CLIMB_M, WISH_SESSION, WISH_KIND_COUNT };

const char *wish_kind_name(enum wish_kind kind); /* "duration_s", "climb_m", "session" */

/* Nothing is wished if value is UNKNOWN. That of WISH_SESSION is an enum session_kind. */
struct wish {
    int value;
    const char *because;
};

struct wishes {
    struct wish of[WISH_KIND_COUNT];
};

enum answer_kind {
    ANSWER_NONE,       /* no such hook, the rule is off, or it had nothing to say */
    ANSWER_GIVEN,      /* limits or wishes are set; allowed; a score */
    ANSWER_REFUSED,    /* allow and allow_week: no, because */
    ANSWER_NOT_JUDGED, /* the plan lacks the value of `field` */
};

/* The most that prefer may answer; -MAX_SCORE is the least. */
#define MAX_SCORE 1000

/* The most notes that advise may give. */
#define MAX_ADVICE 8

/* What an answer goes by: the plan alone, also the week that is asked about, or what days hold. */
enum answer_scope { SCOPE_PLAN, SCOPE_WEEK, SCOPE_DAY };

/* The days of the week, but for the one asked about, that an answer goes by: a bit for each. */
struct days_read {
    unsigned all;
    unsigned amounts; /* those by more than the words of their sessions: kind, title, effort ... */
};

/* Texts are valid until the same rule is asked again. */
struct answer {
    enum answer_kind kind;
    int score;           /* prefer: -1000 to 1000; week_kind: percent of a usual week, or 0 */
    int level, longest;  /* break_level: distances, of a week and of a run */
    const char *because; /* refusals and scores; NULL if none was given */
    const char *field;   /* not judged: what is missing, as in "session.descent_m" */
    int date;            /* not judged: where, or NO_DATE */
    struct days_read read;
    bool reads_sessions; /* whether it goes by more than sums of runs */
};

/* A question, and where goes what some hooks answer besides. */
struct rule_question {
    enum hook hook;
    size_t week, day;           /* indexes, 0 to 6 for days; hooks about a week take no day */
    size_t pause;               /* of break_level: the index of the break, which begins there */
    enum session_kind kind;     /* of limit_session: the kind of run */
    struct limits *limits;      /* of the hooks that limit, else NULL */
    struct wishes *wishes;      /* of wish_week, else NULL */
    const char **advice;        /* of advise, else NULL: notes are appended (room for MAX_ADVICE) */
    size_t *advice_count;       /* how many are there */
    struct arena *advice_arena; /* keeps them */
};

/*
 * Asks a rule that is bound. The week and day must hold what the hook may see: nothing yet for
 * limits and wishes, the day complete for allow, prefer and advise, the whole week for allow_week.
 * A script that fails or runs away is STATUS_BAD_INPUT and false.
 *
 * An answer may be one that was given before to the same facts.
 */
bool rule_ask(struct rule *rule, const struct rule_question *question, struct answer *answer,
              struct error *error);

/* A call of a hook, and its answer. */
struct rule_call {
    enum hook hook;
    size_t week, day;       /* indexes; a hook about a week is told no day */
    enum session_kind kind; /* of limit_session */
    const struct plan *plan;
    const struct answer *answer;
    const struct limits *limits; /* of the hooks that limit, else NULL */
    const struct wishes *wishes; /* of wish_week, else NULL */
    const char *const *notes;    /* of advise */
    size_t note_count;
};
typedef void rule_tracer(void *data, const struct rule_call *call);

/*
 * Tells `tracer` of each call of the rule's hooks from here on. Answers that are remembered are no
 * calls. A NULL tracer ends it.
 */
void rule_trace(struct rule *rule, rule_tracer *tracer, void *data);

#endif
