/*
 * The race as its page sees it: the course as a line, and times along it, before anything is drawn.
 */
#ifndef HILLPLAN_PRINT_RACE_VIEW_H
#define HILLPLAN_PRINT_RACE_VIEW_H

#include <stdbool.h>

#include "base/arena.h"
#include "model/plan.h"
#include "training/pacing.h"
#include "words/words.h"

/* A climb or descent. */
struct race_hill {
    struct course_stretch stretch;
    bool is_climb;
};

/* What the splits are for. */
enum race_time {
    RACE_TIME_NONE,     /* there is neither a goal nor a prediction */
    RACE_TIME_GOAL,     /* the runner's goal */
    RACE_TIME_EXPECTED, /* what a recent race foretells, on this course */
};

struct race_view {
    struct course_line line; /* of the course, or level over the race's distance */
    bool has_profile;
    struct race_hill *hills; /* the largest first; with a profile */
    size_t hill_count;
    enum race_time time;
    int time_s; /* UNKNOWN without one */
    int step;   /* units that a split is long */
    struct splits splits;
};

/* With a split for each km or mile. All lists are in the arena. */
struct race_view race_view_make(const struct plan *plan, struct arena *arena);

/* Puts splits together, to 2, 5 or 10 units, where there are more than `most`, or than an arm
 * holds. */
void race_view_merge(struct race_view *view, size_t most);

/*
 * How steep a distance is that climbs or descends so many metres: 0 for less than a grade of 2 %,
 * 1, or 2 from 5 %, the edges of the course's bands.
 */
int race_view_steepness(int metres, int distance_m);

/* The metres from the start to the beginning of a split (of the count: to the finish); its length.
 */
int race_view_split_start_m(const struct race_view *view, enum units units, size_t index);
int race_view_split_m(const struct race_view *view, enum units units, size_t index);

/* Where a split ends, with one decimal at most: "42", "42.2" (or "42,2"). */
const char *race_view_split_words(const struct words *words, const struct split *split);

#endif
