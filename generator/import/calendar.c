/* iCalendar, by libical: the events of a training calendar. */
#include <string.h>
#include <strings.h>

#include "import/calendar_events.h"
#include "import/plain_text.h"

#define LONGEST_S        (48 * 3600)
#define MOST_LABEL       24 /* bytes of what names a distance */
#define MOST_AMOUNT_LINE 60 /* bytes of a line that tells an amount */

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

/* "Distance:", "Gesamt:": how long a label of the whole a line begins with; 0: none. */
static size_t label_length(const struct imported_plan *imported, const char *line)
{
    const struct lexicon *words = imported->hints->words;
    struct arena *arena = imported->plan->arena;
    size_t length = strcspn(line, ":"), found;
    if (!line[length] || length > MOST_LABEL)
        return 0;
    const char *label = plain_text_make(arena_strndup(arena, line, length), arena).lower;
    const struct word_phrase *phrase = lexicon_find(words, label, LANGUAGE_NONE, &found);
    bool is_total = phrase && phrase->entry->role == ROLE_TOTAL;
    return is_total || lexicon_column(words, label) == COLUMN_DISTANCE ? length + 1 : 0;
}

/* The amount that a description begins with, or names as the distance; "" where there is none. */
static const char *described_amount(const struct imported_plan *imported, const char *description)
{
    struct arena *arena = imported->plan->arena;
    for (const char *line = description; *line;) {
        size_t length = strcspn(line, "\n\r");
        const char *text = arena_strndup(arena, line, length);
        size_t named = label_length(imported, text);
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

/* Adds the event on each day that its rule or its list names; tells if they can't be found. */
static void read_repeated(struct imported_plan *imported, const struct calendar_events *events,
                          const struct calendar_event *event)
{
    size_t count;
    bool is_endless;
    char last[DATE_TEXT_SIZE];
    struct arena *scratch = arena_new();
    const char *summary = icalcomponent_get_summary(event->component);
    const int *days = calendar_event_days(events, event, scratch, &count, &is_endless);
    if (!days)
        imported_plan_fail(imported, event->lines.place,
                           "'%s' repeats by a rule that is not read (%s); give each day an event "
                           "of its own",
                           summary,
                           is_endless                ? "for ever, and nothing else ends"
                           : event->lines.has_exrule ? "EXRULE"
                                                     : "RRULE: simple ones are by days or weeks");
    else if (is_endless)
        imported_plan_warn(imported, event->lines.place,
                           "'%s' repeats for ever; it is taken up to %s, the calendar's last day",
                           summary, date_format(events->last_day, last));
    for (size_t i = 0; days && i < count; i++)
        read_session(imported, event->component, days[i], event->lines.place);
    arena_free(scratch);
}

static void read_event(struct imported_plan *imported, const struct calendar_events *events,
                       const struct calendar_event *event)
{
    icalcomponent *component = event->component;
    struct source_place place = event->lines.place;
    int day = event->day;
    bool repeats = event->repeats;
    if (day == NO_DATE) {
        imported_plan_warn(imported, place,
                           "an event without a date that can be read; it is left out");
    } else if (find_fact(component, "X-HILLPLAN-WEEK")) {
        imported->week_start = day;
        imported_plan_cover(imported, day);
        imported_plan_cover(imported, day + DAYS_PER_WEEK - 1);
        imported_plan_note_week(imported, day,
                                fact_choice(component, "X-HILLPLAN-PHASE", &phase_words),
                                fact_choice(component, "X-HILLPLAN-WEEK-KIND", &week_kind_words));
    } else if (event->days > 1 && names_session(imported, component)) {
        imported_plan_warn(imported, place,
                           "'%s' lasts %d days, and is left out; give each day an event of its own",
                           icalcomponent_get_summary(component), event->days);
    } else if (repeats && names_session(imported, component)) {
        read_repeated(imported, events, event);
    } else if (event->days == 1 && !repeats) { /* those of several days are phases, holidays, ... */
        read_session(imported, component, day, place);
    }
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

static void read_events(struct imported_plan *imported, struct calendar_events *events)
{
    for (size_t i = 0; i < events->count && !imported->failed; i++) {
        struct calendar_event *event = &events->items[i];
        bool is_read = event->counts && !event->is_cancelled;
        if ((!is_read && !event->is_same_version) || !calendar_event_open(event))
            continue;
        warn_of_uid(imported, event);
        if (is_read) {
            warn_of_utc(imported, event);
            read_event(imported, events, event);
        }
        calendar_event_close(event);
    }
}

void calendar_read(struct imported_plan *imported, const char *text)
{
    struct calendar_events events = {0};
    if (!calendar_events_scan(imported, text, &events))
        return;
    icalerror_set_errors_are_fatal(false);
    if (calendar_events_take(imported, &events))
        read_events(imported, &events);
}
