/*
 * The events of a calendar: where they stand, which of them count, and on which days; for
 * import/calendar.c.
 */
#ifndef HILLPLAN_IMPORT_CALENDAR_EVENTS_H
#define HILLPLAN_IMPORT_CALENDAR_EVENTS_H

#include <libical/ical.h>

#include "import/imported_plan.h"

#define MOST_EVENTS 8000

/* What the lines of an event tell, in the order in which libical gives the events. */
struct event_lines {
    struct source_place place;
    bool has_rrule, has_rdate, has_exrule; /* in any spelling, and be it one that libical drops */
};

struct calendar_event {
    icalcomponent *component;
    struct event_lines lines;
    size_t order; /* in the file */
    const char *uid;
    int instance, sequence;      /* the day that RECURRENCE-ID names, or NO_DATE */
    int day, days;               /* its first day, or NO_DATE; and how many */
    bool is_same_version;        /* of a UID whose later event is on another day, and no newer */
    bool counts;                 /* no other of its UID stands for it */
    bool is_cancelled, has_time; /* has_time: it begins at an hour */
};

struct calendar_events {
    struct event_lines *lines;
    struct calendar_event *items;
    size_t line_count, count;
    int last_day; /* of what doesn't repeat for ever, or NO_DATE */
};

/* Notes the lines of events; false where libical had better not read the text. */
bool calendar_events_scan(struct imported_plan *imported, const char *text,
                          struct calendar_events *events);

/* Takes the events of a calendar; then finds which of all taken count. */
void calendar_events_take(struct calendar_events *events, icalcomponent *calendar);
void calendar_events_sort_out(struct calendar_events *events, struct arena *arena);

/* True if the event is on more days than its own by a rule or a list. */
bool calendar_event_repeats(const struct calendar_event *event);

/* The days of an event, NULL where its rule is none of the simple ones; in the arena. */
const int *calendar_event_days(const struct calendar_events *events,
                               const struct calendar_event *event, struct arena *arena,
                               size_t *count, bool *is_endless);

#endif
