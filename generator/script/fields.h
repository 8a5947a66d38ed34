/*
 * The fields of each kind of view: their names, and how their values are read from the plan. The
 * plain ones are rows of the structs' lists (model/plan_fields.h), and lines in
 * scripts/hillplan.lua; those that are worked out are in fields.c instead.
 */
#ifndef HILLPLAN_SCRIPT_FIELDS_H
#define HILLPLAN_SCRIPT_FIELDS_H

#include "base/word_list.h"
#include "script/visible_plan.h"

/* A named value of a kind of view. */
struct view_field;

enum value_kind {
    VALUE_LACKS,      /* the plan does not know it */
    VALUE_RUN_LACKS,  /* nor a sum, as one of its runs lacks the value */
    VALUE_NOT_FILLED, /* the day or week can't be looked at yet */
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

/* The fields of a kind of view, also by their index; NULL-named at the end. */
const struct view_field *view_fields(enum view_kind kind);
const char *field_name(const struct view_field *field);
const struct view_field *field_next(const struct view_field *field);
unsigned field_index(enum view_kind kind, const struct view_field *field);
const struct view_field *field_at(enum view_kind kind, unsigned index);

struct value field_read(const struct visible_plan *visible, const struct view *view,
                        const struct view_field *field);

/* The words that the field may hold; NULL where it holds none of a closed set. */
const struct word_list *field_words(const struct view_field *field);

/* False if the value stays the same as long as the rule is bound to one plan. */
bool field_varies(const struct view_field *field);

/* Whether it is the week of a day. */
bool field_is_of_week(const struct view_field *field);

/* Whether it is among the words of a session, which tell what it is, not how much. */
bool field_is_word(enum view_kind kind, const struct view_field *field);

/* Whether it depends on which runs are on which days. */
bool field_varies_with_runs(const struct view_field *field);

/* The Lua name of a kind of view, for messages. */
const char *view_name(enum view_kind kind);

#endif
