/*
 * Read-only views of the bound plan, as Lua sees it. A view holds indexes, not pointers, and reads
 * the plan in place: the planner changes it between calls. Views are made once a state and kept.
 *
 * What lies beyond the point that is asked about cannot be reached: lists of days end there.
 */
#ifndef HILLPLAN_SCRIPT_VIEWS_H
#define HILLPLAN_SCRIPT_VIEWS_H

#include "script/sandbox.h"

enum view_kind {
    VIEW_PLAN,
    VIEW_RUNNER,
    VIEW_LAST_DOWNHILL,
    VIEW_RACE,
    VIEW_TUNE_UP_RACE,
    VIEW_PREFERENCES,
    VIEW_HILLS,
    VIEW_PACES,
    VIEW_WEEK,
    VIEW_DAY,
    VIEW_SESSION,
    VIEW_STEP,
    VIEW_FIRST_LIST,
    LIST_RECENT_WEEKS = VIEW_FIRST_LIST,
    LIST_TUNE_UP_RACES,
    LIST_RUN_DAYS,
    LIST_QUALITY,
    LIST_WEEKS,
    LIST_DAYS,
    LIST_WEEK_DAYS,
    LIST_SESSIONS,
    LIST_STEPS,
    VIEW_KIND_COUNT
};

/*
 * Where a view looks. `item` is the index of a tune-up race, a week, or a day of the plan (counted
 * from day 1, seven a week); `part` is 1 + the index in a repeat's steps, 0 for the repeat.
 */
struct view {
    enum view_kind kind;
    unsigned item, session, step, part;
};

/* A named value of a kind of view. */
struct field;

enum value_kind {
    VALUE_LACKS,      /* the plan does not know it */
    VALUE_RUN_LACKS,  /* nor a sum, as one of its runs lacks the value */
    VALUE_NOT_FILLED, /* the day can't be looked at yet */
    VALUE_GONE,       /* the plan no longer has what the view looks at */
    VALUE_NUMBER,
    VALUE_TENTHS,
    VALUE_FLAG,
    VALUE_WORD, /* text is one of a closed set, and static */
    VALUE_TEXT,
    VALUE_VIEW,
    VALUE_NO_STEPS
};

/* What a field holds. */
struct value {
    enum value_kind kind;
    int number; /* a word's, too; of VALUE_RUN_LACKS the date, or NO_DATE */
    union {
        const char *text;
        struct view view;
    };
};

/* What the view looks at; NULL where the plan no longer has it. */
const void *view_find(const struct visible_plan *visible, const struct view *view);

/* How long a list is; false where it can't be read (any more). */
bool view_length(const struct visible_plan *visible, const struct view *list, size_t *length);

/* What is looked for on the days from one index to before another. */
struct span {
    int wanted; /* an enum quantity, or an enum session_kind */
    size_t first, end;
};

/* What was found; and how many runs or sessions there don't tell. */
struct found {
    int value;
    size_t unknown;
};

/* The largest value of the quantity of a single run; 0 where there is none. */
struct found view_largest(const struct visible_plan *visible, const struct span *span);

/* The index of the latest day with a session of the kind; -1 where there is none. */
struct found view_latest(const struct visible_plan *visible, const struct span *span);

/* fields.c: the fields of a kind of view, also by their index; NULL-named at the end. */
const struct field *view_fields(enum view_kind kind);
const char *field_name(const struct field *field);
const struct field *field_next(const struct field *field);
unsigned field_index(enum view_kind kind, const struct field *field);
const struct field *field_at(enum view_kind kind, unsigned index);

struct value field_read(const struct visible_plan *visible, const struct view *view,
                        const struct field *field);

/* False where the value stays the same as long as the ruleset is bound to one plan. */
bool field_varies(const struct field *field);

/* The Lua name of a kind of view, for messages. */
const char *view_name(enum view_kind kind);

/* ---- inside sandbox_call() ---- */

/* Makes the metatables of a new state. */
void views_open(lua_State *lua);

void view_push(lua_State *lua, struct view view);

/* Whether the plan knows the value of view (at stack index 1) and field name (at 2). */
bool view_knows(lua_State *lua);

#endif
