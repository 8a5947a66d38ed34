/* Which events of a calendar count. */
#include "import/calendar_events.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

static void read_days(struct calendar_event *event)
{
    struct icaltimetype start = icalcomponent_get_dtstart(event->component);
    int last = calendar_day_of(icalcomponent_get_dtend(event->component));
    event->day = calendar_day_of(start);
    event->has_time = !start.is_date;
    event->days =
        last == NO_DATE || event->day == NO_DATE || last <= event->day ? 1 : last - event->day;
}

bool calendar_event_open(struct calendar_event *event)
{
    struct text text = TEXT_INIT;
    icalcomponent *component =
        calendar_event_text(&event->lines, &text) ? icalparser_parse_string(text.data) : NULL;
    text_release(&text);
    if (component && icalcomponent_isa(component) != ICAL_VEVENT_COMPONENT) {
        icalcomponent_free(component);
        component = NULL;
    }
    event->component = component;
    return component != NULL;
}

void calendar_event_close(struct calendar_event *event)
{
    if (event->component)
        icalcomponent_free(event->component);
    event->component = NULL;
}

/* ---- which count ---- */

/* Whether it stands for a day of what repeats, and for all days behind it. */
static bool is_for_later(icalcomponent *component)
{
    icalproperty *property =
        icalcomponent_get_first_property(component, ICAL_RECURRENCEID_PROPERTY);
    icalparameter *range =
        property ? icalproperty_get_first_parameter(property, ICAL_RANGE_PARAMETER) : NULL;
    return range && icalparameter_get_range(range) == ICAL_RANGE_THISANDFUTURE;
}

static void note_event(struct calendar_event *event, struct arena *arena)
{
    icalcomponent *component = event->component;
    const char *uid = icalcomponent_get_uid(component);
    event->uid = uid ? arena_strdup(arena, uid) : NULL;
    event->instance = calendar_day_of(icalcomponent_get_recurrenceid(component));
    event->is_for_later = is_for_later(component);
    event->sequence = icalcomponent_get_sequence(component);
    event->counts = true;
    event->is_cancelled = icalcomponent_get_status(component) == ICAL_STATUS_CANCELLED;
    event->repeats = calendar_event_repeats(event);
    read_days(event);
}

static int compare_events(const void *a, const void *b)
{
    const struct calendar_event *first = *(struct calendar_event *const *)a;
    const struct calendar_event *second = *(struct calendar_event *const *)b;
    int by_uid = strcmp(first->uid ? first->uid : "", second->uid ? second->uid : "");
    if (by_uid)
        return by_uid;
    if (first->instance != second->instance)
        return first->instance < second->instance ? -1 : 1;
    if (first->sequence != second->sequence)
        return first->sequence < second->sequence ? -1 : 1;
    return first->order < second->order ? -1 : first->order > second->order;
}

static void note_last_day(struct calendar_events *events, const int *days, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (days[i] != NO_DATE && days[i] > events->last_day)
            events->last_day = days[i];
}

/* Where a calendar for ever ends: with the last day of what has one. */
static void find_last_day(struct calendar_events *events)
{
    struct event_days days;
    events->last_day = NO_DATE;
    for (size_t i = 0; i < events->count; i++) {
        struct calendar_event *event = &events->items[i];
        if (!event->counts || event->is_cancelled)
            continue;
        if (!event->repeats || event->day == NO_DATE) {
            note_last_day(events, &event->day, 1);
        } else if (calendar_event_open(event)) {
            if (calendar_event_days(events, event, &days) == REPEATS_FOUND && !days.is_endless)
                note_last_day(events, days.items, days.count);
            calendar_event_close(event);
        }
    }
}

/* Which events count: of those of one UID the newest. */
static void sort_out(struct calendar_events *events, struct arena *arena)
{
    struct calendar_event **sorted = arena_array(arena, events->count + 1, sizeof *sorted);
    for (size_t i = 0; i < events->count; i++)
        sorted[i] = &events->items[i];
    qsort(sorted, events->count, sizeof *sorted, compare_events);
    for (size_t i = 0; i + 1 < events->count; i++) {
        const struct calendar_event *next = sorted[i + 1];
        bool is_same = sorted[i]->uid && next->uid && strcmp(sorted[i]->uid, next->uid) == 0 &&
                       sorted[i]->instance == next->instance;
        sorted[i]->counts = !is_same;
        sorted[i]->is_same_version =
            is_same && sorted[i]->sequence == next->sequence && sorted[i]->day != next->day;
    }
    events->by_uid = sorted;
    find_last_day(events);
}

bool calendar_events_take(struct imported_plan *imported, struct calendar_events *events)
{
    struct arena *arena = imported->scratch;
    events->items = arena_array(arena, events->line_count, sizeof *events->items);
    for (size_t i = 0; i < events->line_count; i++) {
        struct calendar_event *event = &events->items[events->count];
        *event = (struct calendar_event){.lines = events->lines[i], .order = i};
        if (!calendar_event_open(event)) {
            imported_plan_fail(imported, event->lines.place,
                               "an event that cannot be read, or of more than 64 kB; export the "
                               "calendar anew, or shorten it");
            return false;
        }
        note_event(event, arena);
        calendar_event_close(event);
        events->count++;
    }
    sort_out(events, arena);
    return true;
}
