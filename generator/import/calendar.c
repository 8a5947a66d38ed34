/* iCalendar, by libical: the events of a training calendar. */
#include <libical/ical.h>
#include <string.h>
#include <strings.h>

#include "import/imported_plan.h"

#define MOST_EVENTS      8000
#define MOST_DEPTH       10
#define MOST_LINE_BYTES  65536 /* unfolded */
#define FIRST_YEAR       1900
#define LAST_YEAR        2199
#define LONGEST_S        (48 * 3600)
#define MOST_AMOUNT_LINE 60 /* bytes of a line that tells an amount */

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
static struct stated_session read_facts(struct imported_plan *imported, icalcomponent *event,
                                        enum session_kind kind, const char *summary)
{
    struct stated_session stated = stated_nothing();
    struct lone_amount amount;
    stated.kind = (int)kind;
    const char *title = find_fact(event, "X-HILLPLAN-TITLE");
    stated.title = arena_strdup(imported->plan->arena, title ? title : summary);
    stated.effort = fact_choice(event, "X-HILLPLAN-EFFORT", &effort_words);
    stated.terrain = fact_choice(event, "X-HILLPLAN-TERRAIN", &terrain_words);
    const char *distance = find_fact(event, "X-HILLPLAN-DISTANCE");
    if (distance && cell_read_amount(distance, imported->hints->words, &amount) &&
        (amount.unit == UNIT_KM || amount.unit == UNIT_MI)) {
        stated.least = amount.lo;
        stated.distance = amount.hi;
        stated.units = amount.unit == UNIT_MI ? (int)UNITS_MI : (int)UNITS_KM;
    }
    stated.duration_s = fact_number(event, "X-HILLPLAN-DURATION-S", LONGEST_S);
    stated.climb_m = fact_number(event, "X-HILLPLAN-CLIMB-M", MOST_HILLS_M);
    stated.descent_m = fact_number(event, "X-HILLPLAN-DESCENT-M", MOST_HILLS_M);
    return stated;
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

static struct cell_reading read_words(const struct imported_plan *imported, const char *text)
{
    struct cell_hints hints = {.words = imported->hints->words,
                               .language = LANGUAGE_NONE,
                               .units = UNKNOWN,
                               .small_m = UNIT_NONE};
    return cell_read(text, &hints, imported->plan->arena);
}

static bool has_amount(const struct cell_reading *read)
{
    for (size_t i = 0; i < read->count; i++)
        if (read->sessions[i].distance.hi != UNKNOWN || read->sessions[i].duration.hi != UNKNOWN)
            return true;
    return read->what != CELL_SESSIONS;
}

/* The amount that a description begins with, or names as the distance; "" where there is none. */
static const char *described_amount(const struct imported_plan *imported, const char *description)
{
    static const char *const names[] = {"distance:", "total:", "total distance:"};
    struct arena *arena = imported->plan->arena;
    for (const char *line = description; *line;) {
        size_t length = strcspn(line, "\n\r");
        const char *text = arena_strndup(arena, line, length);
        size_t named = 0;
        for (size_t i = 0; i < sizeof names / sizeof *names; i++)
            if (strncasecmp(text, names[i], strlen(names[i])) == 0)
                named = strlen(names[i]);
        if ((named || line == description) && length - named <= MOST_AMOUNT_LINE) {
            struct cell_reading read = read_words(imported, text + named);
            if (read.what == CELL_SESSIONS && read.count == 1 && has_amount(&read) &&
                read.sessions[0].sport == SPORT_RUN)
                return text + named;
        }
        line += length;
        line += strspn(line, "\n\r");
    }
    return "";
}

/* The summary's words; if they tell no amount, with that of the description. */
static void add_words(struct imported_plan *imported, icalcomponent *event, const char *summary,
                      int day, struct source_place place)
{
    const char *description = icalcomponent_get_description(event);
    struct cell_reading read = read_words(imported, summary);
    struct stated_session stated = stated_nothing();
    struct arena *arena = imported->plan->arena;
    const char *amount =
        description && !has_amount(&read) ? described_amount(imported, description) : "";
    stated.title = stated.words = arena_strdup(arena, summary);
    if (*amount)
        stated.words = arena_printf(arena, "%s: %s", summary, amount);
    imported_plan_add(imported, day, &stated, place);
}

static void read_session(struct imported_plan *imported, icalcomponent *event, int day,
                         struct source_place place)
{
    const char *summary = icalcomponent_get_summary(event);
    int kind = fact_choice(event, "X-HILLPLAN-KIND", &session_kind_words);
    if (!summary) {
        imported_plan_warn(imported, place, "an event without SUMMARY; it is left out");
    } else if (kind >= 0) {
        struct stated_session stated =
            read_facts(imported, event, (enum session_kind)kind, summary);
        imported_plan_add(imported, day, &stated, place);
    } else {
        add_words(imported, event, summary, day, place);
    }
}

static bool names_session(struct imported_plan *imported, icalcomponent *event)
{
    const char *summary = icalcomponent_get_summary(event);
    if (!summary)
        return false;
    struct cell_reading read = read_words(imported, summary);
    return read.what == CELL_SESSIONS && read.count && read.sessions[0].sport != SPORT_UNKNOWN;
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
