/*
 * What the rules answered while a week is searched, each answer with the days that it went by: it
 * holds again whenever these stand as they stood then.
 */
#ifndef HILLPLAN_PLANNER_WEEK_MEMORY_H
#define HILLPLAN_PLANNER_WEEK_MEMORY_H

#include "rules/ruleset.h"

struct week_memory;

/* A question about a day. */
struct day_question {
    enum hook hook;
    size_t day;
    int about; /* the item that stands there, the kind of run; 0 where it is about the day alone */
};

/* Nothing yet, of so many rules, in the arena. */
struct week_memory *week_memory_new(size_t rules, struct arena *arena);

/* What stands on a day from now on: an item, and the first of those that words can't tell from it.
   Both are REST where nothing does. */
void week_memory_set_day(struct week_memory *memory, size_t day, int item, int alike);

/* What a rule answered, if it holds; else NULL. The limits go where `limits` isn't NULL. */
const struct answer *week_memory_find(const struct week_memory *memory,
                                      const struct day_question *question, size_t rule,
                                      struct limits *limits);

/* Takes an answer in, with copies of its texts, in place of the rule's last one to the question.
   `limits` is NULL where none were answered. Returns what week_memory_find() now does. */
const struct answer *week_memory_keep(struct week_memory *memory,
                                      const struct day_question *question, size_t rule,
                                      const struct answer *answer, struct limits *limits);

#endif
