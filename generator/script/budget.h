/*
 * The budget of a run: what all scripts together may use, whatever each of them may.
 *
 * One for the process. Time is of the processor, in calls of scripts and in what is done for them;
 * memory is what their sandboxes hold.
 */
#ifndef HILLPLAN_SCRIPT_BUDGET_H
#define HILLPLAN_SCRIPT_BUDGET_H

#include <stdbool.h>
#include <stddef.h>

/* Takes memory, or refuses; gives it back. */
bool budget_take_bytes(size_t bytes);
void budget_give_bytes(size_t bytes);

/* Takes time, in nanoseconds; what is left of it, 0 once it is spent. */
void budget_spend(long long time);
long long budget_left(void);

/* For messages: what there was. */
int budget_seconds(void);
int budget_megabytes(void);

#endif
