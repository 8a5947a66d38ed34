/*
 * Names in the chart of the plan: of its races, its biggest week, its ceiling and its hills, each
 * where it hides nothing. Private to load_chart.
 */
#ifndef HILLPLAN_PRINT_LOAD_CHART_LABELS_H
#define HILLPLAN_PRINT_LOAD_CHART_LABELS_H

#include "print/load_chart.h"

#define LOAD_FLAG        (2.2 * MM) /* height of a race's flag */
#define LOAD_FLAG_LENGTH 1.3        /* of its height */
#define LOAD_NAME_GAP    (1 * MM)   /* between a name and what it belongs to */
#define LOAD_FLAG_ROOM   (4.6 * MM) /* above the plot, for flags and the names of races */

/* Places the races and all names of a chart whose bars stand. */
void load_chart_labels_lay_out(const struct page *page, struct load_chart *chart);

#endif
