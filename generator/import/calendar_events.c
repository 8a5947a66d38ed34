/* Which events of a calendar count, and on which days. */
#include "import/calendar_events.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

#define FIRST_YEAR       1900
#define LAST_YEAR        2199
#define MOST_OCCURRENCES 1000

/* ---- days ---- */

static int day_of(struct icaltimetype time)
{
    return time.year < FIRST_YEAR || time.year > LAST_YEAR
               ? NO_DATE
               : date_from_ymd(time.year, time.month, time.day);
}

static void read_days(struct calendar_event *event)
{
    struct icaltimetype start = icalcomponent_get_dtstart(event->component);
    int last = day_of(icalcomponent_get_dtend(event->component));
    event->day = day_of(start);
    event->has_time = !start.is_date;
    event->days =
        last == NO_DATE || event->day == NO_DATE || last <= event->day ? 1 : last - event->day;
}

static bool has_property(const struct calendar_event *event, icalproperty_kind kind)
{
    return icalcomponent_get_first_property(event->component, kind) != NULL;
}

static bool tells_repeats(const struct calendar_event *event)
{
    return event->lines.has_rrule || event->lines.has_rdate || event->lines.has_exrule ||
           has_property(event, ICAL_RRULE_PROPERTY) || has_property(event, ICAL_RDATE_PROPERTY) ||
           has_property(event, ICAL_EXRULE_PROPERTY);
}

bool calendar_event_open(struct calendar_event *event)
{
    char *text = memory_new(event->lines.length + 1);
    memcpy(text, event->lines.text, event->lines.length);
    icalcomponent *component = icalparser_parse_string(text);
    free(text);
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

/* ---- rules ---- */

/* A daily or weekly rule: on which days from its start it holds. */
struct repeats {
    int interval, count, until; /* count 0 and until NO_DATE: for ever */
    bool weekdays[DAYS_PER_WEEK];
    bool is_weekly;
    int week_start; /* an enum weekday */
};

/* From libical's days, of which Sunday is 1. */
static enum weekday weekday_of(enum icalrecurrencetype_weekday day)
{
    return (enum weekday)(((int)day + 5) % DAYS_PER_WEEK);
}

/* No part of a rule but FREQ, INTERVAL, COUNT, UNTIL, WKST and BYDAY. */
static bool has_no_other_part(const struct icalrecurrencetype *rule)
{
    const short firsts[] = {rule->by_second[0],    rule->by_minute[0],   rule->by_hour[0],
                            rule->by_month_day[0], rule->by_year_day[0], rule->by_week_no[0],
                            rule->by_month[0],     rule->by_set_pos[0]};
    for (size_t i = 0; i < sizeof firsts / sizeof *firsts; i++)
        if (firsts[i] != ICAL_RECURRENCE_ARRAY_MAX)
            return false;
    return true;
}

static bool read_weekdays(const struct icalrecurrencetype *rule, int start, struct repeats *repeats)
{
    bool has_any = false;
    for (size_t i = 0; i < ICAL_BY_DAY_SIZE && rule->by_day[i] != ICAL_RECURRENCE_ARRAY_MAX; i++) {
        enum icalrecurrencetype_weekday day = icalrecurrencetype_day_day_of_week(rule->by_day[i]);
        if (icalrecurrencetype_day_position(rule->by_day[i]) != 0 || day == ICAL_NO_WEEKDAY)
            return false;
        repeats->weekdays[weekday_of(day)] = has_any = true;
    }
    for (int day = 0; day < DAYS_PER_WEEK && !has_any; day++)
        repeats->weekdays[day] = !repeats->is_weekly || day == (int)date_weekday(start);
    return true;
}

/* The last day on which a rule may hold: that of UNTIL, or the one before if that is too early. */
static int until_of(const struct icalrecurrencetype *rule, const struct calendar_event *event)
{
    struct icaltimetype start = icalcomponent_get_dtstart(event->component), until = rule->until;
    if (icaltime_is_null_time(until))
        return NO_DATE;
    bool is_too_early = event->has_time && !until.is_date &&
                        until.hour * 60 + until.minute < start.hour * 60 + start.minute;
    return day_of(until) - is_too_early;
}

/* False where the rule is none of the simple ones. */
static bool read_rule(const struct calendar_event *event, struct repeats *repeats)
{
    icalproperty *property =
        icalcomponent_get_first_property(event->component, ICAL_RRULE_PROPERTY);
    if (!property || icalcomponent_get_next_property(event->component, ICAL_RRULE_PROPERTY))
        return false;
    struct icalrecurrencetype rule = icalproperty_get_rrule(property);
    if ((rule.freq != ICAL_DAILY_RECURRENCE && rule.freq != ICAL_WEEKLY_RECURRENCE) ||
        rule.interval < 1 || !has_no_other_part(&rule))
        return false;
    *repeats = (struct repeats){
        .interval = rule.interval,
        .count = rule.count,
        .until = until_of(&rule, event),
        .is_weekly = rule.freq == ICAL_WEEKLY_RECURRENCE,
        .week_start =
            rule.week_start == ICAL_NO_WEEKDAY ? MONDAY : (int)weekday_of(rule.week_start),
    };
    return read_weekdays(&rule, event->day, repeats);
}

static bool holds_on(const struct repeats *repeats, int start, int day)
{
    int periods = repeats->is_weekly
                      ? (date_on_or_before(day, (enum weekday)repeats->week_start) -
                         date_on_or_before(start, (enum weekday)repeats->week_start)) /
                            DAYS_PER_WEEK
                      : day - start;
    return periods % repeats->interval == 0 && repeats->weekdays[date_weekday(day)];
}

/* ---- the days of an event ---- */

struct days {
    int *items;
    size_t count;
};

static bool has_day(const struct days *days, int day)
{
    for (size_t i = 0; i < days->count; i++)
        if (days->items[i] == day)
            return true;
    return false;
}

static void add_day(struct days *days, int day)
{
    bool is_later = days->count && day > days->items[days->count - 1]; /* as those of rules are */
    if (day != NO_DATE && days->count < MOST_OCCURRENCES && (is_later || !has_day(days, day)))
        days->items[days->count++] = day;
}

static void remove_day(struct days *days, int day)
{
    size_t kept = 0;
    for (size_t i = 0; i < days->count; i++)
        if (days->items[i] != day)
            days->items[kept++] = days->items[i];
    days->count = kept;
}

/* The rule's days: its first one is the event's own, whatever the rule says. */
static void add_rule(struct days *days, const struct calendar_event *event,
                     const struct repeats *repeats, int last)
{
    int end = repeats->until != NO_DATE ? repeats->until : repeats->count ? INT_MAX : last;
    for (int day = event->day, found = 0;
         day <= end && (!repeats->count || found < repeats->count) &&
         days->count < MOST_OCCURRENCES && day - event->day < MOST_OCCURRENCES * DAYS_PER_WEEK;
         day++)
        if (day == event->day || holds_on(repeats, event->day, day)) {
            add_day(days, day);
            found++;
        }
}

/* The days that EXDATE takes out, and those that events of their own stand for. */
static void take_out(struct days *days, const struct calendar_events *events,
                     const struct calendar_event *event)
{
    icalcomponent *component = event->component;
    for (icalproperty *property = icalcomponent_get_first_property(component, ICAL_EXDATE_PROPERTY);
         property; property = icalcomponent_get_next_property(component, ICAL_EXDATE_PROPERTY))
        remove_day(days, day_of(icalproperty_get_exdate(property)));
    for (size_t i = 0; event->uid && i < events->count; i++) {
        const struct calendar_event *other = &events->items[i];
        if (other->instance != NO_DATE && other->uid && strcmp(other->uid, event->uid) == 0)
            remove_day(days, other->instance);
    }
}

const int *calendar_event_days(const struct calendar_events *events,
                               const struct calendar_event *event, struct arena *arena,
                               size_t *count, bool *is_endless)
{
    struct days days = {arena_array(arena, MOST_OCCURRENCES, sizeof(int)), 0};
    struct repeats repeats = {.count = 1, .until = NO_DATE};
    bool has_rule = event->lines.has_rrule || has_property(event, ICAL_RRULE_PROPERTY);
    *is_endless = false;
    if (event->lines.has_exrule || has_property(event, ICAL_EXRULE_PROPERTY) ||
        (has_rule && !read_rule(event, &repeats)))
        return NULL;
    *is_endless = has_rule && !repeats.count && repeats.until == NO_DATE;
    if (*is_endless && events->last_day == NO_DATE)
        return NULL;
    add_day(&days, event->day);
    if (has_rule)
        add_rule(&days, event, &repeats, events->last_day);
    for (icalproperty *property =
             icalcomponent_get_first_property(event->component, ICAL_RDATE_PROPERTY);
         property;
         property = icalcomponent_get_next_property(event->component, ICAL_RDATE_PROPERTY)) {
        struct icaldatetimeperiodtype date = icalproperty_get_rdate(property);
        add_day(&days, day_of(icaltime_is_null_time(date.time) ? date.period.start : date.time));
    }
    take_out(&days, events, event);
    *count = days.count;
    return days.items;
}

/* ---- which count ---- */

static void note_event(struct calendar_event *event, struct arena *arena)
{
    icalcomponent *component = event->component;
    const char *uid = icalcomponent_get_uid(component);
    event->uid = uid ? arena_strdup(arena, uid) : NULL;
    event->instance = day_of(icalcomponent_get_recurrenceid(component));
    event->sequence = icalcomponent_get_sequence(component);
    event->counts = true;
    event->is_cancelled = icalcomponent_get_status(component) == ICAL_STATUS_CANCELLED;
    event->repeats = tells_repeats(event);
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

/* Where a calendar for ever ends: with the last day of what has one. */
static void find_last_day(struct calendar_events *events, struct arena *scratch)
{
    for (size_t i = 0; i < events->count; i++) {
        struct calendar_event *event = &events->items[i];
        size_t count = 1;
        bool is_endless = false;
        const int *days = &event->day;
        if (event->repeats && calendar_event_open(event)) {
            days = calendar_event_days(events, event, scratch, &count, &is_endless);
            calendar_event_close(event);
        }
        for (size_t d = 0; days && event->counts && !is_endless && d < count; d++)
            if (days[d] > events->last_day && days[d] != NO_DATE)
                events->last_day = days[d];
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
    struct arena *scratch = arena_new();
    events->last_day = NO_DATE;
    find_last_day(events, scratch);
    arena_free(scratch);
}

bool calendar_events_take(struct imported_plan *imported, struct calendar_events *events)
{
    struct arena *arena = imported->plan->arena;
    events->items = arena_array(arena, events->line_count, sizeof *events->items);
    for (size_t i = 0; i < events->line_count; i++) {
        struct calendar_event *event = &events->items[events->count];
        *event = (struct calendar_event){.lines = events->lines[i], .order = i};
        if (!calendar_event_open(event)) {
            imported_plan_fail(imported, event->lines.place,
                               "an event that cannot be read; export the calendar anew");
            return false;
        }
        note_event(event, arena);
        calendar_event_close(event);
        events->count++;
    }
    sort_out(events, arena);
    return true;
}
