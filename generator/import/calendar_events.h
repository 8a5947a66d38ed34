/*
 * The events of a calendar: where they stand, which of them count, and on which days; for
 * import/calendar.c.
 */
#ifndef HILLPLAN_IMPORT_CALENDAR_EVENTS_H
#define HILLPLAN_IMPORT_CALENDAR_EVENTS_H

#include <libical/ical.h>

#include "import/imported_plan.h"

#define MOST_EVENTS 8000

/* Where an event stands in the text, and what its lines tell. */
struct event_lines {
    struct source_place place;
    const char *text;
    size_t length;
    bool has_rrule, has_rdate, has_exrule; /* in any spelling, and be it one that libical drops */
};

/* libical takes some eighty bytes for each of a text: it holds one event at a time. */
struct calendar_event {
    icalcomponent *component; /* while it is open */
    struct event_lines lines;
    size_t order; /* in the file */
    const char *uid;
    int instance, sequence;      /* the day that RECURRENCE-ID names, or NO_DATE */
    int day, days;               /* its first day, or NO_DATE; and how many */
    bool is_same_version;        /* of a UID whose later event is on another day, and no newer */
    bool counts;                 /* no other of its UID stands for it */
    bool is_cancelled, has_time; /* has_time: it begins at an hour */
    bool repeats;                /* it is on more days than its own by a rule or a list */
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

/* Takes the events of the noted lines, and finds which of them count. */
bool calendar_events_take(struct imported_plan *imported, struct calendar_events *events);

/* Reads the component of an event, which is closed again before the next is opened. */
bool calendar_event_open(struct calendar_event *event);
void calendar_event_close(struct calendar_event *event);

/* The days of an open event, NULL where its rule is none of the simple ones; in the arena. */
const int *calendar_event_days(const struct calendar_events *events,
                               const struct calendar_event *event, struct arena *arena,
                               size_t *count, bool *is_endless);

#endif
