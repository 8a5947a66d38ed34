/*
 * What a rule answered, so that it is not asked the same thing twice.
 *
 * While a hook runs, notes are taken of everything that it reads and that may change while the plan
 * is made: a field of a session, the length of a list, a sum. When the same hook is asked about the
 * same day again (and kind of run), these are read again; if all are as they were, so is the
 * answer. That is exact, as a script sees nothing but the plan. The notes of a hook on a day form a
 * tree: the first thing that it reads, then for each value the next thing, and so on to an answer.
 * What was answered without a look at the day goes to a tree of its week, and what without a look
 * at the week, to one of the plan: these are for all their days.
 *
 * What a plan is made for does not change meanwhile and is not noted: runner, races, preferences,
 * units. rule_bind() begins anew with them. The questions about whole weeks of runs (allow_week)
 * and for notes (advise) are hardly ever repeated, and left out.
 */
#ifndef HILLPLAN_SCRIPT_ANSWERS_KEPT_H
#define HILLPLAN_SCRIPT_ANSWERS_KEPT_H

#include "script/fields.h"
#include "script/script.h"

/* What was answered. Its texts are kept with it. */
struct kept_answer {
    struct answer answer;
    struct limits limits; /* of the hooks that limit */
};

/* None yet, to questions about so many weeks; freed with answers_kept_free(). */
struct answers_kept *answers_kept_new(size_t weeks);
void answers_kept_free(struct answers_kept *kept); /* NULL is allowed */

/* Whether answers of the hook are kept. */
bool answers_kept_for(enum hook hook);

/*
 * The answer that the hook gave before, if all that it then read is unchanged; valid until the next
 * call. NULL if it must be asked: then notes are taken from here on, and answers_kept_keep() puts
 * them where they belong, with the answer, if that is about a week that the plan has.
 */
const struct kept_answer *answers_kept_recall(struct answers_kept *kept,
                                              const struct visible_plan *visible,
                                              const struct rule_question *question);
void answers_kept_keep(struct answers_kept *kept, const struct rule_question *question,
                       enum answer_scope scope, const struct answer *answer,
                       const struct limits *limits);

/* Notes on what a running hook reads. */
void answers_kept_note_field(struct answers_kept *kept, const struct view *view,
                             const struct view_field *field, const struct value *value);
void answers_kept_note_length(struct answers_kept *kept, const struct view *list, bool can_be_read,
                              size_t length);
void answers_kept_note_largest(struct answers_kept *kept, const struct span *span,
                               const struct found *found);
void answers_kept_note_latest(struct answers_kept *kept, const struct span *span,
                              const struct found *found);

#endif
