/*
 * The chart of the whole plan: the distance of each week beside what the rules allowed, and its
 * climb and descent; with phases, lighter weeks and races. It is laid out before it is drawn.
 */
#ifndef HILLPLAN_PRINT_LOAD_CHART_H
#define HILLPLAN_PRINT_LOAD_CHART_H

#include "print/page.h"

/* A week's part of the chart. What is unknown has no height. */
struct load_week {
    double left, right; /* its share of the width */
    struct box distance, climb, descent;
    bool has_ceiling;
    double ceiling; /* where the most that the rules allowed is */
};

/* A text of one line; NULL where there was no room for it, or nothing to say. */
struct load_label {
    const char *text;
    struct box box;
};

/* What has a name beside the bars. */
enum load_name {
    LOAD_BIGGEST, /* week */
    LOAD_LIGHTER, /* the first lighter week with room for it */
    LOAD_CEILING,
    LOAD_CLIMB, /* the most of a week */
    LOAD_DESCENT,
    LOAD_NAME_COUNT
};

/* A race: a flag over its week. */
struct load_race {
    double x, head, foot; /* of its pole */
    bool points_left;
    struct load_label name;
};

/* An axis: a line every `step` up to the highest bar, at `most`; `unit` is one of what it says. */
struct load_axis {
    int step, most, unit;
    const char *unit_name;
};

struct load_chart {
    struct box plot;  /* of the distances, in which they reach up to the room for names */
    struct box hills; /* of climb and descent; no height: there are none */
    struct load_axis distance, elevation; /* in the plan's units */
    double numbers, phases;               /* baselines of their rows */
    struct load_week *weeks;              /* one a week of the plan */
    struct load_race *races;              /* the goal race first */
    size_t race_count;
    struct load_label names[LOAD_NAME_COUNT];
};

/* The chart in a box, in the page's arena. Texts are measured, nothing is drawn. */
struct load_chart load_chart_lay_out(const struct page *page, struct box box);

void load_chart_draw(struct page *page, const struct load_chart *chart);

#endif
