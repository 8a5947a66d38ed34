/* On which days an event of a calendar is, by its rule and its lists. */
#include <string.h>

#include "import/calendar_events.h"

#define FIRST_YEAR 1900
#define LAST_YEAR  2199

int calendar_day_of(struct icaltimetype time)
{
    return time.year < FIRST_YEAR || time.year > LAST_YEAR
               ? NO_DATE
               : date_from_ymd(time.year, time.month, time.day);
}

bool calendar_event_repeats(const struct calendar_event *event)
{
    return event->lines.has_rrule || event->lines.has_rdate || event->lines.has_exrule;
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

/* The last day on which a rule may hold: that of UNTIL, or the one before if that is too early;
   NO_DATE without one. False where UNTIL is no date. */
static bool read_until(const struct icalrecurrencetype *rule, const struct calendar_event *event,
                       int *last)
{
    struct icaltimetype start = icalcomponent_get_dtstart(event->component), until = rule->until;
    *last = NO_DATE;
    if (icaltime_is_null_time(until))
        return true;
    bool is_too_early = event->has_time && !until.is_date &&
                        until.hour * 60 + until.minute < start.hour * 60 + start.minute;
    int day = calendar_day_of(until);
    if (day == NO_DATE)
        return false;
    *last = day - is_too_early;
    return true;
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
        rule.interval < 1 || rule.count < 0 || !has_no_other_part(&rule))
        return false;
    *repeats = (struct repeats){
        .interval = rule.interval,
        .count = rule.count,
        .is_weekly = rule.freq == ICAL_WEEKLY_RECURRENCE,
        .week_start =
            rule.week_start == ICAL_NO_WEEKDAY ? MONDAY : (int)weekday_of(rule.week_start),
    };
    return read_until(&rule, event, &repeats->until) && read_weekdays(&rule, event->day, repeats);
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

static bool has_day(const struct event_days *days, int day)
{
    for (size_t i = 0; i < days->count; i++)
        if (days->items[i] == day)
            return true;
    return false;
}

/* False where there are too many. */
static bool add_day(struct event_days *days, int day)
{
    if (days->count == MOST_OCCURRENCES)
        return false;
    days->items[days->count++] = day;
    return true;
}

/* Marks a day as taken out; whether the event was on it. */
static bool take_out(const struct event_days *days, bool *is_out, int day)
{
    for (size_t i = 0; i < days->count; i++)
        if (days->items[i] == day)
            return is_out[i] = true;
    return false;
}

static void drop_taken_out(struct event_days *days, const bool *is_out)
{
    size_t kept = 0;
    for (size_t i = 0; i < days->count; i++)
        if (!is_out[i])
            days->items[kept++] = days->items[i];
    days->count = kept;
}

/* The rule's days behind the event's own, which is the first whatever the rule says. False where
   they go on for longer than a plan. */
static bool add_rule(struct event_days *days, const struct calendar_event *event,
                     const struct repeats *repeats, int last)
{
    int end = repeats->until != NO_DATE ? repeats->until : repeats->count ? INT_MAX : last;
    for (int day = event->day + 1, found = 1;
         day <= end && (!repeats->count || found < repeats->count); day++) {
        if (day - event->day >= MOST_OCCURRENCES)
            return false;
        if (!holds_on(repeats, event->day, day))
            continue;
        add_day(days, day);
        found++;
    }
    return true;
}

/* Those of RDATE; false where they are too many. */
static bool add_dates(struct event_days *days, const struct calendar_event *event)
{
    struct icaltimetype start = icalcomponent_get_dtstart(event->component);
    for (icalproperty *property =
             icalcomponent_get_first_property(event->component, ICAL_RDATE_PROPERTY);
         property;
         property = icalcomponent_get_next_property(event->component, ICAL_RDATE_PROPERTY)) {
        struct icaldatetimeperiodtype date = icalproperty_get_rdate(property);
        struct icaltimetype time = icaltime_is_null_time(date.time) ? date.period.start : date.time;
        int day = calendar_day_of(time);
        bool is_there = day != NO_DATE && has_day(days, day);
        days->no_days += day == NO_DATE;
        days->same_days += is_there && event->has_time && !time.is_date &&
                           (time.hour != start.hour || time.minute != start.minute);
        if (day != NO_DATE && !is_there && !add_day(days, day))
            return false;
    }
    return true;
}

/* Those that EXDATE takes out. */
static void take_out_dates(struct event_days *days, bool *is_out,
                           const struct calendar_events *events, const struct calendar_event *event)
{
    icalcomponent *component = event->component;
    for (icalproperty *property = icalcomponent_get_first_property(component, ICAL_EXDATE_PROPERTY);
         property; property = icalcomponent_get_next_property(component, ICAL_EXDATE_PROPERTY)) {
        int day = calendar_day_of(icalproperty_get_exdate(property));
        days->no_days += day == NO_DATE;
        bool is_behind = days->is_endless && day > events->last_day;
        days->strays += day != NO_DATE && !take_out(days, is_out, day) && !is_behind;
    }
}

/* Where the events of a UID begin, among all. */
static size_t first_of_uid(const struct calendar_events *events, const char *uid)
{
    size_t from = 0, to = events->count;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        const char *there = events->by_uid[middle]->uid;
        if (strcmp(there ? there : "", uid) < 0)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

/* Those that events of their own stand for. */
static void take_out_instances(const struct event_days *days, bool *is_out,
                               const struct calendar_events *events,
                               const struct calendar_event *event)
{
    if (!event->uid)
        return;
    for (size_t i = first_of_uid(events, event->uid); i < events->count; i++) {
        struct calendar_event *other = events->by_uid[i];
        if (strcmp(other->uid ? other->uid : "", event->uid) != 0)
            break;
        if (other->uid && other->instance != NO_DATE)
            other->is_stray = !take_out(days, is_out, other->instance) &&
                              !(days->is_endless && other->instance > events->last_day);
    }
}

enum repeats_problem calendar_event_days(const struct calendar_events *events,
                                         const struct calendar_event *event,
                                         struct event_days *days)
{
    struct repeats repeats = {.count = 1, .until = NO_DATE};
    bool has_rule = event->lines.has_rrule, is_out[MOST_OCCURRENCES] = {false};
    *days = (struct event_days){.count = 0};
    if (event->lines.has_exrule)
        return REPEATS_BY_EXRULE;
    if (has_rule && !read_rule(event, &repeats))
        return REPEATS_BY_RULE;
    days->is_endless = has_rule && !repeats.count && repeats.until == NO_DATE;
    days->ends_early = repeats.until != NO_DATE && repeats.until < event->day;
    if (days->is_endless && events->last_day == NO_DATE)
        return REPEATS_ENDLESS;
    add_day(days, event->day);
    if ((has_rule && !add_rule(days, event, &repeats, events->last_day)) || !add_dates(days, event))
        return REPEATS_TOO_OFTEN;
    take_out_dates(days, is_out, events, event);
    take_out_instances(days, is_out, events, event);
    drop_taken_out(days, is_out);
    return REPEATS_FOUND;
}
