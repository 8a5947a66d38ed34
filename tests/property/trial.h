/*
 * A trial: one random runner is planned, and the plan judged by the checker and by the oracle.
 */
#ifndef HILLPLAN_TESTS_TRIAL_H
#define HILLPLAN_TESTS_TRIAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"
#include "fullness.h"

#define MOST_RULES           64
#define OUTCOME_MESSAGE_SIZE 1000

enum outcome_state {
    OUTCOME_NOT_STARTED,
    OUTCOME_STARTED, /* and not ended: where a process died, this runner killed it */
    OUTCOME_PLANNED,
    OUTCOME_REFUSED,
    OUTCOME_FAILED
};

/* What came of a runner. It holds no pointers, so that it can lie in memory shared by processes. */
struct outcome {
    enum outcome_state state;
    int worker;
    char message[OUTCOME_MESSAGE_SIZE]; /* why it was refused, or what failed */
    double seconds;                     /* of processor time to make the plan */
    uint32_t digest; /* of the sessions and of who asked for them; 0 where there is no plan */
    int weeks;
    int give_ways[MOST_RULES]; /* by the rule's index in the built-in rules */
    enum verdict_level verdict;
    bool is_beginner;
    bool hills_at_hand;       /* any, any day */
    bool descents_at_hand;    /* ... and not of a handful of metres in a run */
    int net_descent_m;        /* of the race; UNKNOWN */
    struct fullness fullness; /* where it was planned */
};

struct trial_options {
    uint64_t seed;
    bool with_beginners;
    bool once; /* leave out the second planning, which must give the same bytes */
};

/* Plans runner `number`, without judging, and appends the plan's document; false if there is none.
 * `path` names a file that it may write. */
bool trial_plan(const struct trial_options *options, uint64_t number, const char *path,
                struct text *json);

/* Plans runner `number` and judges; `path` names a file that it may write. Sets all but worker. */
void trial_run(const struct trial_options *options, uint64_t number, const char *path,
               struct outcome *outcome);

#endif
