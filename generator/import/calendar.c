/* iCalendar, by libical: the events of a training calendar. */
#include <libical/ical.h>
#include <string.h>
#include <strings.h>

#include "import/imported_plan.h"
#include "import/numbers.h"

#define MOST_EVENTS     8000
#define MOST_DEPTH      10
#define MOST_LINE_BYTES 65536 /* unfolded */
#define FIRST_YEAR      1900
#define LAST_YEAR       2199
#define LONGEST_S       (48 * 3600)

/* ---- lines: libical tells no places, and has no bounds ---- */

/* The lines on which events begin, in the order in which libical gives them. */
struct events {
    struct source_place *places;
    size_t count, next;
};

static bool line_begins(const char *line, const char *prefix)
{
    return strncasecmp(line, prefix, strlen(prefix)) == 0;
}

static bool fail_at_line(struct imported_plan *imported, int line, const char *what)
{
    imported_plan_fail(imported, (struct source_place){line, 1}, "%s", what);
    return false;
}

/* Notes where events begin; false where libical had better not read the text. */
static bool scan_lines(struct imported_plan *imported, const char *text, struct events *events)
{
    size_t unfolded = 0;
    int depth = 0, line = 1;
    events->places = arena_array(imported->plan->arena, MOST_EVENTS, sizeof *events->places);
    for (const char *at = text; *at; line++) {
        size_t length = strcspn(at, "\n");
        bool is_folded = *at == ' ' || *at == '\t';
        unfolded = is_folded ? unfolded + length : length;
        if (unfolded > MOST_LINE_BYTES)
            return fail_at_line(imported, line, "a property of more than 64 kB; shorten it");
        depth += is_folded ? 0 : line_begins(at, "BEGIN:") ? 1 : line_begins(at, "END:") ? -1 : 0;
        if (depth > MOST_DEPTH || depth < 0)
            return fail_at_line(imported, line,
                                depth < 0
                                    ? "an END without its BEGIN; export the calendar anew"
                                    : "components within components within components; export "
                                      "the calendar anew");
        if (line_begins(at, "BEGIN:VEVENT")) {
            if (events->count == MOST_EVENTS)
                return fail_at_line(imported, line,
                                    "more than 8000 events; export the training alone");
            events->places[events->count++] = (struct source_place){line, 1};
        }
        at += length + (at[length] != '\0');
    }
    return line_begins(text, "BEGIN:VCALENDAR") ||
           fail_at_line(imported, 1,
                        "is no iCalendar file: it does not begin with BEGIN:VCALENDAR");
}

/* ---- events ---- */

/* The value of one of our own properties, or NULL. */
static const char *find_fact(icalcomponent *event, const char *name)
{
    for (icalproperty *property = icalcomponent_get_first_property(event, ICAL_X_PROPERTY);
         property; property = icalcomponent_get_next_property(event, ICAL_X_PROPERTY)) {
        const char *is = icalproperty_get_x_name(property);
        if (!is || strcasecmp(is, name) != 0)
            continue;
        icalvalue *value = icalproperty_get_value(property); /* some calendars add VALUE=TEXT */
        return icalvalue_isa(value) == ICAL_TEXT_VALUE ? icalvalue_get_text(value)
                                                       : icalproperty_get_x(property);
    }
    return NULL;
}

/* The index of a fact in a closed set, or -1. */
static int fact_choice(icalcomponent *event, const char *name, const struct word_list *words)
{
    const char *word = find_fact(event, name);
    return word ? word_list_find(words, word) : -1;
}

static int fact_number(icalcomponent *event, const char *name, int most)
{
    const char *text = find_fact(event, name);
    int value;
    return text && decimal_parse(text, 0, &value) && value <= most ? value : UNKNOWN;
}

/* The facts that hillplan's own calendars hold besides the words. */
static struct session_text read_facts(struct imported_plan *imported, icalcomponent *event,
                                      enum session_kind kind, const char *summary)
{
    struct session_text read = {
        .session = session_unknown(), .units = UNKNOWN, .is_understood = true};
    struct session *session = &read.session;
    int hundredths;
    session->kind = kind;
    const char *title = find_fact(event, "X-HILLPLAN-TITLE");
    session->title = arena_strdup(imported->plan->arena, title ? title : summary);
    session->effort = (enum effort)fact_choice(event, "X-HILLPLAN-EFFORT", &effort_words);
    session->terrain = (enum terrain)fact_choice(event, "X-HILLPLAN-TERRAIN", &terrain_words);
    const char *distance = find_fact(event, "X-HILLPLAN-DISTANCE");
    if (distance && session_text_distance(distance, imported->plan->arena, &read.least, &hundredths,
                                          &read.units))
        session->distance = hundredths;
    session->duration_s = fact_number(event, "X-HILLPLAN-DURATION-S", LONGEST_S);
    session->climb_m = fact_number(event, "X-HILLPLAN-CLIMB-M", MOST_HILLS_M);
    session->descent_m = fact_number(event, "X-HILLPLAN-DESCENT-M", MOST_HILLS_M);
    return read;
}

/* The event's first day, and the number of its days; false where it has none. */
static bool read_days(icalcomponent *event, int *day, int *days)
{
    struct icaltimetype start = icalcomponent_get_dtstart(event);
    struct icaltimetype end = icalcomponent_get_dtend(event);
    if (start.year < FIRST_YEAR || start.year > LAST_YEAR)
        return false;
    *day = date_from_ymd(start.year, start.month, start.day);
    if (*day == NO_DATE)
        return false;
    int last = end.year < FIRST_YEAR || end.year > LAST_YEAR
                   ? NO_DATE
                   : date_from_ymd(end.year, end.month, end.day);
    *days = last == NO_DATE || last <= *day ? 1 : last - *day;
    return true;
}

static void read_session(struct imported_plan *imported, icalcomponent *event, int day,
                         struct source_place place)
{
    const char *summary = icalcomponent_get_summary(event);
    int kind = fact_choice(event, "X-HILLPLAN-KIND", &session_kind_words);
    if (!summary) {
        imported_plan_warn(imported, place, "an event without SUMMARY; it is left out");
    } else if (kind >= 0) {
        struct session_text read = read_facts(imported, event, (enum session_kind)kind, summary);
        imported_plan_add(imported, day, &read, place);
    } else {
        imported_plan_add_text(imported, day, summary, place);
    }
}

static bool names_session(struct imported_plan *imported, icalcomponent *event)
{
    const char *summary = icalcomponent_get_summary(event);
    if (!summary)
        return false;
    struct session_text read =
        session_text_read(imported->hints->words, summary, imported->plan->arena);
    return !read.is_heading &&
           (read.session.kind != SESSION_KIND_NONE || read.session.distance != UNKNOWN);
}

static void read_event(struct imported_plan *imported, icalcomponent *event,
                       struct source_place place)
{
    int day, days;
    if (icalcomponent_get_status(event) == ICAL_STATUS_CANCELLED)
        return;
    if (!read_days(event, &day, &days)) {
        imported_plan_warn(imported, place,
                           "an event without a date that can be read; it is left out");
        return;
    }
    bool repeats = icalcomponent_get_first_property(event, ICAL_RRULE_PROPERTY) ||
                   icalcomponent_get_first_property(event, ICAL_RDATE_PROPERTY);
    if (find_fact(event, "X-HILLPLAN-WEEK")) {
        imported->week_start = day;
        imported_plan_cover(imported, day);
        imported_plan_cover(imported, day + DAYS_PER_WEEK - 1);
        imported_plan_note_week(imported, day, fact_choice(event, "X-HILLPLAN-PHASE", &phase_words),
                                fact_choice(event, "X-HILLPLAN-WEEK-KIND", &week_kind_words));
    } else if (repeats && names_session(imported, event)) {
        imported_plan_fail(imported, place,
                           "'%s' repeats (RRULE or RDATE); give each day an event of its own",
                           icalcomponent_get_summary(event));
    } else if (days > 1 && names_session(imported, event)) {
        imported_plan_warn(imported, place,
                           "'%s' lasts %d days, and is left out; give each day an event of its own",
                           icalcomponent_get_summary(event), days);
    } else if (days == 1 && !repeats) { /* those of several days are phases, holidays, ... */
        read_session(imported, event, day, place);
    }
}

/* Google's calendars state times in UTC, where an evening may be another day. */
static void warn_of_utc(struct imported_plan *imported, icalcomponent *event,
                        struct source_place place)
{
    if (!imported->has_utc && icaltime_is_utc(icalcomponent_get_dtstart(event)))
        imported_plan_warn(
            imported, place,
            "times in UTC: where it is another day then, the event is taken for that day's; "
            "make training all-day events");
    imported->has_utc = imported->has_utc || icaltime_is_utc(icalcomponent_get_dtstart(event));
}

/* The calendar's own events; those of several calendars in one file come one after the other. */
static void read_component(struct imported_plan *imported, icalcomponent *component,
                           struct events *events)
{
    for (icalcomponent *event = icalcomponent_get_first_component(component, ICAL_VEVENT_COMPONENT);
         event && !imported->failed;
         event = icalcomponent_get_next_component(component, ICAL_VEVENT_COMPONENT)) {
        struct source_place place = {0, 0};
        if (events->next < events->count)
            place = events->places[events->next++];
        warn_of_utc(imported, event, place);
        read_event(imported, event, place);
    }
}

void calendar_read(struct imported_plan *imported, const char *text)
{
    struct events events = {0};
    imported->has_headings = true;
    if (!scan_lines(imported, text, &events))
        return;
    icalerror_set_errors_are_fatal(false);
    icalcomponent *root = icalparser_parse_string(text);
    if (!root) {
        fail_at_line(imported, 1, "cannot be read as iCalendar; export the calendar anew");
        return;
    }
    if (icalcomponent_isa(root) == ICAL_XROOT_COMPONENT)
        for (icalcomponent *calendar =
                 icalcomponent_get_first_component(root, ICAL_VCALENDAR_COMPONENT);
             calendar && !imported->failed;
             calendar = icalcomponent_get_next_component(root, ICAL_VCALENDAR_COMPONENT))
            read_component(imported, calendar, &events);
    else
        read_component(imported, root, &events);
    icalcomponent_free(root);
}
