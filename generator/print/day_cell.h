/*
 * Day cells: what a day says on a page, as words, before anything is drawn.
 */
#ifndef HILLPLAN_PRINT_DAY_CELL_H
#define HILLPLAN_PRINT_DAY_CELL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "model/plan.h"
#include "words/words.h"

#define CARD_WORDINGS 4

/* Wordings go from the best to the shortest; what is unknown is NULL. */
struct day_cell {
    const struct session *session; /* the one that the day is about; NULL: rest */
    bool is_tagged;                /* what is run has a tag */
    const char *title, *word;      /* "Hill repeats", and its short "Uphill" */
    const char *amount;            /* "8 km", or "30 min" where there is no distance */
    /* "30'"; a distance without its unit, and rounded: "13.11", "13.1", "13". */
    const char *short_amounts[CARD_WORDINGS];
    const char *details[CARD_WORDINGS]; /* "6 × 1000 m @ 4:05 /km", "5:45–6:10 /km" */
    /* "+310 −310 m" on hilly days, "+310 −310"; the goal time on race day. */
    const char *extras[CARD_WORDINGS];
    const char *more[CARD_WORDINGS]; /* the day's other sessions: "+ Strength 20 min" */
};

/* Whether the day is to be seen from afar: hard, long or a race. Easy days are quiet. */
bool day_cell_is_loud(const struct day_cell *card);

/* The card of a day. Strings live in the arena of the words. */
struct day_cell day_cell_make(const struct words *words, const struct plan *plan,
                              const struct day *day);

#endif
