/*
 * A plan as iCalendar (RFC 5545): an all-day event a session, and one a week that sums it up.
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

/* An all-day event; `part` tells those of a day apart. A week's own changes with its last day. */
static icalcomponent *add_event(struct calendar *calendar, int date, const char *part,
                                const char *summary, const char *description)
{
    int stamp, year, month, day;
    bool is_week = strcmp(part, WEEK_PART) == 0;
    int last = is_week ? date + DAYS_PER_WEEK - 1 : date;
    int revision = revision_of(calendar->plan, last, &stamp);
    date_to_ymd(date, &year, &month, &day);
    const char *uid = arena_printf(calendar->words.arena, "%04d%02d%02d-%s-%016" PRIx64 "@hillplan",
                                   year, month, day, part, calendar->id);
    icalcomponent *event = icalcomponent_vanew(
        ICAL_VEVENT_COMPONENT, icalproperty_new_uid(uid),
        icalproperty_new_dtstamp(ics_midnight(stamp)), icalproperty_new_dtstart(all_day(date)),
        icalproperty_new_dtend(all_day(date + 1)), icalproperty_new_summary(summary),
        icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT), (void *)0);
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

/* All that the plan says of a session, a line each. */
static const char *description_of(struct calendar *calendar, const struct session *session)
{
    struct arena *arena = calendar->words.arena;
    const char *steps = words_steps(&calendar->words, session);
    const char *const facts[] = {words_session(&calendar->words, session),
                                 steps ? arena_printf(arena, "Steps: %s", steps) : NULL};
    const char *all = words_join(arena, "\n", facts, sizeof facts / sizeof *facts);
    for (size_t i = 0; i < session->note_count; i++)
        all =
            arena_printf(arena, "%s\n%s", all, message_phrase(&calendar->words, session->notes[i]));
    for (size_t i = 0; i < session->reason_count; i++)
        all = arena_printf(arena, "%s\nWhy: %s: %s", all, session->reasons[i].rule,
                           message_phrase(&calendar->words, session->reasons[i].text));
    return all;
}

static void add_session(struct calendar *calendar, int date, size_t index,
                        const struct session *session)
{
    struct arena *arena = calendar->words.arena;
    icalcomponent *event = add_event(calendar, date, arena_printf(arena, "%zu", index + 1),
                                     words_session_brief(&calendar->words, session),
                                     description_of(calendar, session));
    if (session->kind == SESSION_RACE)
        icalcomponent_add_property(event, icalproperty_new_categories("Race"));
    add_fact(event, "X-HILLPLAN-KIND", session_kind_name(session->kind));
    add_fact(event, "X-HILLPLAN-TITLE", session->title);
    add_fact(event, "X-HILLPLAN-EFFORT", effort_name(session->effort));
    add_fact(event, "X-HILLPLAN-TERRAIN", terrain_name(session->terrain));
    add_fact(event, "X-HILLPLAN-DISTANCE",
             session->distance == UNKNOWN ? NULL
                                          : words_distance(&calendar->words, session->distance));
    add_number(calendar, event, "X-HILLPLAN-DURATION-S", session->duration_s);
    add_number(calendar, event, "X-HILLPLAN-CLIMB-M", session->climb_m);
    add_number(calendar, event, "X-HILLPLAN-DESCENT-M", session->descent_m);
}

/* ---- weeks ---- */

static void add_week(struct calendar *calendar, const struct week *week)
{
    struct words *words = &calendar->words;
    int climb_m = week_sum(week, DAYS_PER_WEEK, QUANTITY_CLIMB_M, NULL);
    int descent_m = week_sum(week, DAYS_PER_WEEK, QUANTITY_DESCENT_M, NULL);
    const char *const facts[] = {arena_printf(words->arena, "Week %d", week->number),
                                 words_week_kind(words, week), words_week_distance(words, week),
                                 words_climb_and_descent(words, climb_m, descent_m)};
    icalcomponent *event =
        add_event(calendar, week->start, WEEK_PART, words_join(words->arena, ", ", facts, 4), NULL);
    add_fact(event, "X-HILLPLAN-WEEK", arena_printf(words->arena, "%d", week->number));
    add_fact(event, "X-HILLPLAN-PHASE", phase_name(week->phase));
    add_fact(event, "X-HILLPLAN-WEEK-KIND", week_kind_name(week->kind));
    for (size_t d = 0; d < DAYS_PER_WEEK; d++)
        for (size_t i = 0; i < week->days[d].session_count; i++)
            add_session(calendar, week->days[d].date, i, &week->days[d].sessions[i]);
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
    int date;
    const char *part = strchr(cancelled, '/');
    if (!part ||
        !date_parse(arena_strndup(calendar->words.arena, cancelled, (size_t)(part - cancelled)),
                    &date) ||
        (calendar->is_part && !plan_day(calendar->plan, date)) ||
        is_there(calendar->plan, date, part + 1))
        return;
    icalcomponent *event = add_event(calendar, date, part + 1, "Cancelled", NULL);
    icalcomponent_add_property(event, icalproperty_new_status(ICAL_STATUS_CANCELLED));
}

bool export_ics(const struct export_source *source, struct text *out, struct error *error)
{
    const struct plan *plan = source->plan;
    struct calendar calendar = {plan,
                                source->is_part,
                                icalcomponent_new_vcalendar(),
                                {arena_new(), plan->units, NULL},
                                plan_id(plan)};
    icalcomponent_add_property(calendar.root, icalproperty_new_version("2.0"));
    icalcomponent_add_property(calendar.root,
                               icalproperty_new_prodid("-//hillplan//training plan//EN"));
    add_fact(calendar.root, "X-WR-CALNAME", plan->title);
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
