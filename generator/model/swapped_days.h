/*
 * Exchanging the runs of two days of a week, to ask the rules what they would say to that.
 */
#ifndef HILLPLAN_MODEL_SWAPPED_DAYS_H
#define HILLPLAN_MODEL_SWAPPED_DAYS_H

#include "model/plan.h"

/* An exchange that is under way. */
struct swapped_days {
    struct week *week;
    struct day days[DAYS_PER_WEEK]; /* as they were */
    struct arena *arena;
};

/*
 * Exchanges the runs of two days (indexes; the same day twice: of none). All other sessions of the
 * week are set aside, because they are placed around the runs. Must be ended; until then the week's
 * sessions are copies.
 */
void swapped_days_begin(struct swapped_days *swap, struct week *week, size_t a, size_t b);

/* Puts the week back as it was. */
void swapped_days_end(struct swapped_days *swap);

#endif
