/*
 * A plan as iCalendar (RFC 5545): an event a session, all day or from a time of the day on, and one
 * a week that sums it up.
 * Nothing depends on the clock: the stamp is the plan's first day. libical escapes, folds and ends
 * the lines.
 */
#include <inttypes.h>
#include <libical/ical.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "export/formats.h"
#include "export/plan_id.h"
#include "words/message.h"

#define WEEK_PART "week" /* of the event of a week */

struct calendar {
    const struct plan *plan;
    bool is_part;
    int time_s; /* of day, when sessions begin; 0: they are all day */
    icalcomponent *root;
    struct words words;
    uint64_t id; /* of the plan */
};

/* ---- events ---- */

static struct icaltimetype all_day(int date)
{
    struct icaltimetype time = icaltime_null_date();
    date_to_ymd(date, &time.year, &time.month, &time.day);
    return time;
}

static struct icaltimetype ics_midnight(int date)
{
    struct icaltimetype time = all_day(date);
    time.is_date = time.hour = time.minute = time.second = 0;
    time.zone = icaltimezone_get_utc_timezone();
    return time;
}

/* How often what stands on a date may have changed, and the date of the last time. */
static int revision_of(const struct plan *plan, int date, int *stamp)
{
    int count = 0;
    *stamp = plan->weeks[0].start;
    for (size_t i = 0; i < plan->replanned_count; i++) {
        if (plan->replanned[i].date > date)
            continue;
        *stamp = larger_of(*stamp, plan->replanned[i].date);
        count++;
    }
    return count;
}

/* When an event is, in whatever zone the runner is: all day, or from a time of it on. `seconds`
   UNKNOWN: for how long isn't told. */
struct occasion {
    int date;
    int time_s; /* 0: all day */
    int seconds;
};

static void set_occasion(icalcomponent *event, const struct occasion *when)
{
    struct icaltimetype begin = all_day(when->date), end = all_day(when->date + 1);
    if (when->time_s > 0) {
        begin.is_date = begin.hour = begin.minute = begin.second = 0;
        icaltime_adjust(&begin, 0, 0, 0, when->time_s);
        end = begin;
        icaltime_adjust(&end, 0, 0, 0, when->seconds == UNKNOWN ? 0 : when->seconds);
    }
    icalcomponent_add_property(event, icalproperty_new_dtstart(begin));
    icalcomponent_add_property(event, icalproperty_new_dtend(end));
}

/* An event; `part` tells those of a day apart. A week's own changes with its last day. */
static icalcomponent *add_event(struct calendar *calendar, const struct occasion *when,
                                const char *part, const char *summary, const char *description)
{
    int stamp, year, month, day;
    bool is_week = strcmp(part, WEEK_PART) == 0;
    int last = is_week ? when->date + DAYS_PER_WEEK - 1 : when->date;
    int revision = revision_of(calendar->plan, last, &stamp);
    date_to_ymd(when->date, &year, &month, &day);
    const char *uid = arena_printf(calendar->words.arena, "%04d%02d%02d-%s-%016" PRIx64 "@hillplan",
                                   year, month, day, part, calendar->id);
    icalcomponent *event = icalcomponent_vanew(
        ICAL_VEVENT_COMPONENT, icalproperty_new_uid(uid),
        icalproperty_new_dtstamp(ics_midnight(stamp)), icalproperty_new_summary(summary),
        icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT), (void *)0);
    set_occasion(event, when);
    if (revision > 0)
        icalcomponent_add_property(event, icalproperty_new_sequence(revision));
    if (description)
        icalcomponent_add_property(event, icalproperty_new_description(description));
    icalcomponent_add_component(calendar->root, event);
    return event;
}

/* A fact for programs, as the words or numbers of plan documents; nothing for NULL. */
static void add_fact(icalcomponent *component, const char *name, const char *value)
{
    if (!value)
        return;
    icalproperty *property = icalproperty_new_x(value);
    icalproperty_set_x_name(property, name);
    icalcomponent_add_property(component, property);
}

static void add_number(struct calendar *calendar, icalcomponent *event, const char *name,
                       int number)
{
    if (number != UNKNOWN)
        add_fact(event, name, arena_printf(calendar->words.arena, "%d", number));
}

/* ---- sessions ---- */

/* "weekly-ramp: 110 % of 40 km, the week before". */
static const char *reason_of(const struct words *words, const struct reason *reason)
{
    return arena_printf(words->arena, "%s: %s", reason->rule, message_phrase(words, reason->text));
}

/* All that the plan says of a session, a line each. */
static const char *description_of(struct calendar *calendar, const struct session *session)
{
    const struct words *words = &calendar->words;
    struct arena *arena = words->arena;
    const char *steps = words_steps(words, session);
    const char *const facts[] = {words_session(words, session),
                                 steps ? SAY(words, PHRASE_STEPS, steps) : NULL};
    const char *all = words_join(arena, "\n", facts, sizeof facts / sizeof *facts);
    for (size_t i = 0; i < session->note_count; i++)
        all = arena_printf(arena, "%s\n%s", all, message_phrase(words, session->notes[i]));
    for (size_t i = 0; i < session->reason_count; i++)
        all = arena_printf(arena, "%s\n%s", all,
                           SAY(words, PHRASE_WHY, reason_of(words, &session->reasons[i])));
    return all;
}

static void add_session(struct calendar *calendar, const struct occasion *when, size_t index,
                        const struct session *session)
{
    struct arena *arena = calendar->words.arena;
    char buffer[QUANTITY_TEXT_SIZE];
    icalcomponent *event = add_event(calendar, when, arena_printf(arena, "%zu", index + 1),
                                     words_session_brief(&calendar->words, session),
                                     description_of(calendar, session));
    if (session->kind == SESSION_RACE)
        icalcomponent_add_property(event, icalproperty_new_categories("Race"));
    add_fact(event, "X-HILLPLAN-KIND", session_kind_name(session->kind));
    add_fact(event, "X-HILLPLAN-TITLE", session->title);
    add_fact(event, "X-HILLPLAN-EFFORT", effort_name(session->effort));
    add_fact(event, "X-HILLPLAN-TERRAIN", terrain_name(session->terrain));
    if (session->distance != UNKNOWN)
        add_fact(event, "X-HILLPLAN-DISTANCE",
                 arena_printf(arena, "%s %s", distance_format(session->distance, buffer),
                              units_name(calendar->plan->units)));
    add_number(calendar, event, "X-HILLPLAN-DURATION-S", session->duration_s);
    add_number(calendar, event, "X-HILLPLAN-CLIMB-M", session->climb_m);
    add_number(calendar, event, "X-HILLPLAN-DESCENT-M", session->descent_m);
}

/* One begins when the one before it ends. */
static void add_day(struct calendar *calendar, const struct day *day)
{
    struct occasion when = {day->date, calendar->time_s, UNKNOWN};
    for (size_t i = 0; i < day->session_count; i++) {
        when.seconds = day->sessions[i].duration_s;
        add_session(calendar, &when, i, &day->sessions[i]);
        if (when.time_s > 0 && when.seconds != UNKNOWN)
            when.time_s += when.seconds;
    }
}

/* ---- weeks ---- */

static void add_week(struct calendar *calendar, const struct week *week)
{
    struct words *words = &calendar->words;
    int climb_m = week_sum(week, DAYS_PER_WEEK, QUANTITY_CLIMB_M, NULL);
    int descent_m = week_sum(week, DAYS_PER_WEEK, QUANTITY_DESCENT_M, NULL);
    const char *const facts[] = {
        SAY(words, PHRASE_WEEK_NUMBER, words_count(words, (size_t)week->number)),
        words_week_kind(words, week), words_week_distance(words, week),
        words_climb_and_descent(words, climb_m, descent_m)};
    const struct occasion when = {week->start, 0, UNKNOWN};
    icalcomponent *event =
        add_event(calendar, &when, WEEK_PART, words_join(words->arena, ", ", facts, 4), NULL);
    add_fact(event, "X-HILLPLAN-WEEK", arena_printf(words->arena, "%d", week->number));
    add_fact(event, "X-HILLPLAN-PHASE", phase_name(week->phase));
    add_fact(event, "X-HILLPLAN-WEEK-KIND", week_kind_name(week->kind));
    for (size_t d = 0; d < DAYS_PER_WEEK; d++)
        add_day(calendar, &week->days[d]);
}

/* ---- what is no more ---- */

/* Whether the plan has an event again, or none that can be understood. */
static bool is_there(const struct plan *plan, int date, const char *part)
{
    const struct day *day = plan_day(plan, date);
    if (strcmp(part, WEEK_PART) == 0)
        return day;
    long number = strtol(part, NULL, 10);
    return number < 1 || (day && (size_t)number <= day->session_count);
}

static bool is_told_later(const struct plan *plan, size_t since, const char *cancelled)
{
    for (size_t r = since + 1; r < plan->replanned_count; r++)
        for (size_t i = 0; i < plan->replanned[r].cancelled_count; i++)
            if (strcmp(plan->replanned[r].cancelled[i], cancelled) == 0)
                return true;
    return false;
}

/* An event that a calendar may still hold: "2027-02-16/2". */
static void add_cancelled(struct calendar *calendar, const char *cancelled)
{
    struct occasion when = {NO_DATE, 0, UNKNOWN};
    const char *part = strchr(cancelled, '/');
    if (!part ||
        !date_parse(arena_strndup(calendar->words.arena, cancelled, (size_t)(part - cancelled)),
                    &when.date) ||
        (calendar->is_part && !plan_day(calendar->plan, when.date)) ||
        is_there(calendar->plan, when.date, part + 1))
        return;
    icalcomponent *event = add_event(calendar, &when, part + 1,
                                     words_phrase(&calendar->words, PHRASE_CANCELLED), NULL);
    icalcomponent_add_property(event, icalproperty_new_status(ICAL_STATUS_CANCELLED));
}

bool export_ics(const struct export_source *source, struct text *out, struct error *error)
{
    const struct plan *plan = source->plan;
    struct calendar calendar = {plan,
                                source->is_part,
                                source->time_s,
                                icalcomponent_new_vcalendar(),
                                {arena_new(), plan->units, source->language},
                                plan_id(plan)};
    icalcomponent_add_property(calendar.root, icalproperty_new_version("2.0"));
    icalcomponent_add_property(calendar.root,
                               icalproperty_new_prodid("-//hillplan//training plan//EN"));
    add_fact(calendar.root, "X-WR-CALNAME", words_translate(&calendar.words, plan->title));
    for (size_t i = 0; i < plan->week_count; i++)
        add_week(&calendar, &plan->weeks[i]);
    for (size_t r = 0; r < plan->replanned_count; r++)
        for (size_t i = 0; i < plan->replanned[r].cancelled_count; i++)
            if (!is_told_later(plan, r, plan->replanned[r].cancelled[i]))
                add_cancelled(&calendar, plan->replanned[r].cancelled[i]);
    char *bytes = icalcomponent_as_ical_string_r(calendar.root);
    if (bytes)
        text_append(out, bytes);
    else
        error_add(error, STATUS_SYSTEM, NULL, 0, 0, "out of memory");
    icalmemory_free_buffer(bytes);
    icalcomponent_free(calendar.root);
    arena_free(calendar.words.arena);
    return bytes;
}
