/*
 * The events of a calendar: where they stand, which of them count, and on which days; for
 * import/calendar.c.
 */
#ifndef HILLPLAN_IMPORT_CALENDAR_EVENTS_H
#define HILLPLAN_IMPORT_CALENDAR_EVENTS_H

#include <libical/ical.h>

#include "import/imported_plan.h"

#define MOST_EVENTS      8000
#define MOST_EVENT_BYTES ((size_t)64 * 1024) /* of what is read of one */
#define MOST_OCCURRENCES 840                 /* the days of 120 weeks */

/* Where an event stands in the text, and what its lines tell. */
struct event_lines {
    struct source_place place;
    const char *text; /* from its BEGIN to its END */
    size_t length;
    bool has_rrule, has_rdate, has_exrule; /* and be it one that libical drops */
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
    bool is_for_later;           /* it stands for all days from its instance on */
    bool is_stray;               /* its instance is none of the days of what repeats */
};

struct calendar_events {
    struct event_lines *lines;
    struct calendar_event *items;
    struct calendar_event **by_uid; /* the same, those of one UID side by side */
    size_t line_count, count;
    int last_day; /* of what doesn't repeat for ever, or NO_DATE */
};

/* Notes the lines of events; false where the text is no calendar that can be read. */
bool calendar_events_scan(struct imported_plan *imported, const char *text,
                          struct calendar_events *events);

/* Takes the events of the noted lines, and finds which of them count. */
bool calendar_events_take(struct imported_plan *imported, struct calendar_events *events);

/* Appends the event of what is read alone, unfolded; false if it is more than MOST_EVENT_BYTES. */
bool calendar_event_text(struct event_lines *lines, struct text *out);

/* Reads the component of an event, which is closed again before the next is opened. */
bool calendar_event_open(struct calendar_event *event);
void calendar_event_close(struct calendar_event *event);

/* ---- repeats ---- */

/* Why the days of an event can't be found. */
enum repeats_problem {
    REPEATS_FOUND,
    REPEATS_BY_RULE,   /* RRULE is none of the simple ones */
    REPEATS_BY_EXRULE, /* or there is an EXRULE */
    REPEATS_ENDLESS,   /* for ever, and nothing else ends */
    REPEATS_TOO_OFTEN  /* on more days than a plan has */
};

/* The days of an event that repeats. */
struct event_days {
    int items[MOST_OCCURRENCES];
    size_t count;
    bool is_endless;
    bool ends_early;  /* UNTIL is before its first day, which counts */
    size_t no_days;   /* of RDATE and EXDATE: no date that there is */
    size_t strays;    /* of EXDATE: on a day that it isn't on */
    size_t same_days; /* of RDATE: a second time on a day that it is on */
};

/* Finds the days of an open event; of the others of its UID, which stand for none of them. */
enum repeats_problem calendar_event_days(const struct calendar_events *events,
                                         const struct calendar_event *event,
                                         struct event_days *days);

/* The day of a time; NO_DATE where that is none, or none of this age. */
int calendar_day_of(struct icaltimetype time);

/* Whether an event is on more days than its own, as an open one tells. */
bool calendar_event_repeats(const struct calendar_event *event);

#endif
