/* iCalendar, by libical: the events of a training calendar. */
#include <string.h>
#include <strings.h>

#include "import/calendar_events.h"
#include "import/plain_text.h"

#define LONGEST_S        (48 * 3600)
#define MOST_LABEL       24 /* bytes of what names a distance */
#define MOST_AMOUNT_LINE 60 /* bytes of a line that tells an amount */

/* A calendar while it is read. */
struct calendar_reading {
    struct calendar_events *events;
    size_t passed; /* events that are no sessions, by the shape that they have */
    struct source_place first_passed;
    const char *first_summary;
};

/* ---- sessions ---- */

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
    stated.title = arena_strdup(imported->scratch, title ? title : summary);
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

static struct cell_reading read_words(const struct imported_plan *imported, const char *text,
                                      struct arena *scratch)
{
    struct cell_hints hints = {.words = imported->hints->words,
                               .language = LANGUAGE_NONE,
                               .units = UNKNOWN,
                               .small_m = UNIT_NONE};
    return cell_read(text, &hints, scratch);
}

static bool has_amount(const struct cell_reading *read)
{
    for (size_t i = 0; i < read->count; i++)
        if (read->sessions[i].distance.hi != UNKNOWN || read->sessions[i].duration.hi != UNKNOWN)
            return true;
    return read->what != CELL_SESSIONS;
}

/* "Distance:", "Gesamt:": how long a label of the whole a line begins with; 0: none. */
static size_t label_length(const struct imported_plan *imported, const char *line,
                           struct arena *scratch)
{
    const struct lexicon *words = imported->hints->words;
    size_t length = strcspn(line, ":"), found;
    if (!line[length] || length > MOST_LABEL)
        return 0;
    const char *label = plain_text_make(arena_strndup(scratch, line, length), scratch).lower;
    const struct word_phrase *phrase = lexicon_find(words, label, LANGUAGE_NONE, &found);
    bool is_total = phrase && phrase->entry->role == ROLE_TOTAL;
    return is_total || lexicon_column(words, label) == COLUMN_DISTANCE ? length + 1 : 0;
}

/* The amount that a description begins with, or names as the distance; "" where there is none. */
static const char *described_amount(const struct imported_plan *imported, const char *description,
                                    struct arena *scratch)
{
    for (const char *line = description; *line;) {
        size_t length = strcspn(line, "\n\r");
        const char *text = arena_strndup(scratch, line, length);
        size_t named = label_length(imported, text, scratch);
        if ((named || line == description) && length - named <= MOST_AMOUNT_LINE) {
            struct cell_reading read = read_words(imported, text + named, scratch);
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
static struct stated_session read_event_words(struct imported_plan *imported, icalcomponent *event,
                                              const char *summary)
{
    const char *description = icalcomponent_get_description(event);
    struct arena *arena = imported->scratch, *scratch = arena_new();
    struct cell_reading read = read_words(imported, summary, scratch);
    struct stated_session stated = stated_nothing();
    const char *amount =
        description && !has_amount(&read) ? described_amount(imported, description, scratch) : "";
    stated.title = stated.words = arena_strdup(arena, summary);
    if (*amount)
        stated.words = arena_printf(arena, "%s: %s", summary, amount);
    arena_free(scratch);
    return stated;
}

/* Adds the session of an event on each of these days. */
static void add_on_days(struct imported_plan *imported, icalcomponent *event, const int *days,
                        size_t count, struct source_place place)
{
    const char *summary = icalcomponent_get_summary(event);
    if (!summary) {
        imported_plan_warn(imported, place, "an event without SUMMARY; it is left out");
        return;
    }
    int kind = fact_choice(event, "X-HILLPLAN-KIND", &session_kind_words);
    struct stated_session stated =
        kind >= 0 ? read_facts(imported, event, (enum session_kind)kind, summary)
                  : read_event_words(imported, event, summary);
    for (size_t i = 0; i < count; i++)
        imported_plan_add(imported, days[i], &stated, place);
}

static bool names_session(struct imported_plan *imported, icalcomponent *event)
{
    const char *summary = icalcomponent_get_summary(event);
    if (!summary)
        return false;
    struct arena *scratch = arena_new();
    struct cell_reading read = read_words(imported, summary, scratch);
    bool names =
        read.what == CELL_SESSIONS && read.count && read.sessions[0].sport != SPORT_UNKNOWN;
    arena_free(scratch);
    return names;
}

/* ---- repeats ---- */

static const char *quote_summary(struct imported_plan *imported, icalcomponent *event)
{
    const char *summary = icalcomponent_get_summary(event);
    return imported_plan_quote(imported, summary ? summary : "");
}

static void fail_repeated(struct imported_plan *imported, const struct calendar_event *event,
                          enum repeats_problem problem)
{
    static const char *const why[] = {
        [REPEATS_BY_RULE] = "by a rule that is not read (RRULE: simple ones are by days or weeks)",
        [REPEATS_BY_EXRULE] = "by a rule that is not read (EXRULE)",
        [REPEATS_ENDLESS] = "by a rule that is not read (for ever, and nothing else ends)",
        [REPEATS_TOO_OFTEN] = "for longer than the 120 weeks of a plan",
    };
    imported_plan_fail(imported, event->lines.place,
                       "'%s' repeats %s; give each day an event of its own",
                       quote_summary(imported, event->component), why[problem]);
}

/* What the days of an event leave to be told. */
static void warn_of_days(struct imported_plan *imported, const struct calendar_events *events,
                         const struct calendar_event *event, const struct event_days *days)
{
    char last[DATE_TEXT_SIZE];
    const char *quoted = quote_summary(imported, event->component);
    struct source_place place = event->lines.place;
    if (days->is_endless)
        imported_plan_warn(imported, place,
                           "'%s' repeats for ever; it is taken up to %s, the calendar's last day",
                           quoted, date_format(events->last_day, last));
    if (days->ends_early)
        imported_plan_warn(imported, place,
                           "'%s' repeats until a day before its first; the first alone counts",
                           quoted);
    if (days->no_days)
        imported_plan_warn(imported, place,
                           "'%s': RDATE or EXDATE names %zu date%s that there %s not; left out",
                           quoted, days->no_days, days->no_days == 1 ? "" : "s",
                           days->no_days == 1 ? "is" : "are");
    if (days->strays)
        imported_plan_warn(imported, place,
                           "'%s': EXDATE names %zu day%s that it isn't on; nothing is taken out",
                           quoted, days->strays, days->strays == 1 ? "" : "s");
    if (days->same_days)
        imported_plan_warn(imported, place,
                           "'%s' is on a day twice by RDATE, and counts once; give each an event "
                           "of its own",
                           quoted);
}

/* Adds the event on each day that its rule or its list names; tells if they can't be found. */
static void read_repeated(struct imported_plan *imported, const struct calendar_events *events,
                          struct calendar_event *event)
{
    struct event_days days;
    enum repeats_problem problem = calendar_event_days(events, event, &days);
    if (problem != REPEATS_FOUND) {
        fail_repeated(imported, event, problem);
        return;
    }
    warn_of_days(imported, events, event, &days);
    add_on_days(imported, event->component, days.items, days.count, event->lines.place);
}

/* An event that stands for a day of what repeats, where it can't, or hasn't. */
static void check_instance(struct imported_plan *imported, const struct calendar_event *event)
{
    char date[DATE_TEXT_SIZE];
    if (event->instance == NO_DATE || !event->counts)
        return;
    if (event->is_for_later)
        imported_plan_fail(imported, event->lines.place,
                           "'%s' stands for a day of what repeats, and for all behind it "
                           "(RANGE=THISANDFUTURE), which is not read; give each day an event of "
                           "its own",
                           quote_summary(imported, event->component));
    else if (event->is_stray)
        imported_plan_warn(imported, event->lines.place,
                           "'%s' stands for %s (RECURRENCE-ID), a day that what repeats isn't on; "
                           "nothing is taken out for it",
                           quote_summary(imported, event->component),
                           date_format(event->instance, date));
}

/* ---- events ---- */

/* Notes one that is no session, and is told of with the others. */
static void pass_over(struct imported_plan *imported, struct calendar_reading *reading,
                      const struct calendar_event *event)
{
    if (reading->passed++ == 0) {
        reading->first_passed = event->lines.place;
        reading->first_summary = quote_summary(imported, event->component);
    }
}

static void note_week(struct imported_plan *imported, icalcomponent *component, int day)
{
    imported->week_start = day;
    imported_plan_cover(imported, day);
    imported_plan_cover(imported, day + DAYS_PER_WEEK - 1);
    imported_plan_note_week(imported, day, fact_choice(component, "X-HILLPLAN-PHASE", &phase_words),
                            fact_choice(component, "X-HILLPLAN-WEEK-KIND", &week_kind_words));
}

static void read_event(struct imported_plan *imported, struct calendar_reading *reading,
                       struct calendar_event *event)
{
    icalcomponent *component = event->component;
    struct source_place place = event->lines.place;
    if (event->day == NO_DATE)
        imported_plan_warn(imported, place,
                           "an event without a date that can be read; it is left out");
    else if (find_fact(component, "X-HILLPLAN-WEEK"))
        note_week(imported, component, event->day);
    else if (event->days == 1 && !event->repeats)
        add_on_days(imported, component, &event->day, 1, place);
    else if (!names_session(imported, component))
        pass_over(imported, reading, event); /* phases, holidays, birthdays ... */
    else if (event->days > 1)
        imported_plan_warn(imported, place,
                           "'%s' lasts %d days, and is left out; give each day an event of its own",
                           quote_summary(imported, component), event->days);
    else
        read_repeated(imported, reading->events, event);
}

/* What libical could not read of an event. */
static void warn_of_errors(struct imported_plan *imported, const struct calendar_event *event)
{
    icalproperty *property =
        icalcomponent_get_first_property(event->component, ICAL_XLICERROR_PROPERTY);
    if (property && !imported->failed)
        imported_plan_warn(imported, event->lines.place,
                           "'%s' holds what cannot be read, and goes without: %s",
                           quote_summary(imported, event->component),
                           imported_plan_quote(imported, icalproperty_get_xlicerror(property)));
}

/* Google's calendars state times in UTC, where an evening may be another day. */
static void warn_of_utc(struct imported_plan *imported, const struct calendar_event *event)
{
    bool is_utc = icaltime_is_utc(icalcomponent_get_dtstart(event->component));
    if (!imported->has_utc && is_utc)
        imported_plan_warn(
            imported, event->lines.place,
            "times in UTC: where it is another day then, the event is taken for that day's; "
            "make training all-day events");
    imported->has_utc = imported->has_utc || is_utc;
}

/* Several events of one UID, and none newer by its number: hardly what their maker meant. */
static void warn_of_uid(struct imported_plan *imported, const struct calendar_event *event)
{
    const char *summary = icalcomponent_get_summary(event->component);
    if (!event->is_same_version || !summary)
        return;
    imported_plan_warn(imported, event->lines.place,
                       "'%s' is left out, as a later event on another day has its UID; give each "
                       "event a UID of its own",
                       imported_plan_quote(imported, summary));
}

static void read_events(struct imported_plan *imported, struct calendar_reading *reading)
{
    for (size_t i = 0; i < reading->events->count && !imported->failed; i++) {
        struct calendar_event *event = &reading->events->items[i];
        bool is_read = event->counts && !event->is_cancelled;
        bool is_told = event->is_same_version || event->is_stray || event->is_for_later;
        if ((!is_read && !is_told) || !calendar_event_open(event))
            continue;
        warn_of_uid(imported, event);
        check_instance(imported, event);
        if (is_read) {
            warn_of_utc(imported, event);
            read_event(imported, reading, event);
            warn_of_errors(imported, event);
        }
        calendar_event_close(event);
    }
    if (reading->passed)
        imported_plan_warn(imported, reading->first_passed,
                           "'%s' names no session, and is left out; so are all events without "
                           "one that repeat or last some days: %zu in all",
                           reading->first_summary, reading->passed);
}

void calendar_read(struct imported_plan *imported, const char *text)
{
    struct calendar_events events = {0};
    struct calendar_reading reading = {.events = &events};
    icalerror_set_errors_are_fatal(false);
    if (calendar_events_scan(imported, text, &events) && calendar_events_take(imported, &events))
        read_events(imported, &reading);
}
