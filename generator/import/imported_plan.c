/* Plans of others: from sessions on days to a plan. */
#include "import/imported_plan.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

#define MOST_WEEKS    120
#define MOST_ITEMS    8000
#define MOST_WARNINGS 12
#define MOST_MESSAGE  512
#define MOST_QUOTED   60
#define ROUNDING_M    50    /* what rounding may hide between two distances */
#define FIRST_UNDATED 11323 /* 2001-01-01, a Monday: where plans without dates are laid */

/* ---- messages ---- */

struct imported_plan imported_plan_begin(const char *name, const struct import_hints *hints,
                                         struct error *error)
{
    struct imported_plan imported = {
        .name = name,
        .hints = hints,
        .error = error,
        .plan = plan_new(),
        .first_day = NO_DATE,
        .last_day = NO_DATE,
        .week_start = NO_DATE,
        .units = UNKNOWN,
        .title_units = UNKNOWN,
    };
    imported.plan->hills.access = 0;
    return imported;
}

void imported_plan_fail(struct imported_plan *imported, struct source_place place,
                        const char *format, ...)
{
    char message[MOST_MESSAGE];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    error_add(imported->error, STATUS_BAD_INPUT, imported->name, place.line, place.column, "%s",
              message);
    imported->failed = true;
}

void imported_plan_warn(struct imported_plan *imported, struct source_place place,
                        const char *format, ...)
{
    char message[MOST_MESSAGE];
    va_list arguments;
    if (imported->warnings++ >= MOST_WARNINGS)
        return;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    error_warn(imported->error, imported->name, place.line, place.column, "%s", message);
}

/* ---- collecting ---- */

/* Room for one more in an array of the arena, doubled where it is full. */
static void *grown_items(struct imported_plan *imported, void *items, size_t count,
                         size_t *capacity, size_t size)
{
    if (count < *capacity)
        return items;
    *capacity = *capacity ? 2 * *capacity : 64;
    void *larger = arena_array(imported->plan->arena, *capacity, size);
    if (count)
        memcpy(larger, items, count * size);
    return larger;
}

void imported_plan_cover(struct imported_plan *imported, int day)
{
    if (imported->first_day == NO_DATE || day < imported->first_day)
        imported->first_day = day;
    if (imported->last_day == NO_DATE || day > imported->last_day)
        imported->last_day = day;
}

/* The beginning of a text, for messages. */
static const char *quoted_text(const struct imported_plan *imported, const char *text)
{
    const char *end = text;
    for (int i = 0; i < MOST_QUOTED && *end && *end != '\n' && *end != '\r'; i++)
        utf8_next(&end);
    return arena_printf(imported->plan->arena, "%.*s%s", (int)(end - text), text,
                        *end ? "..." : "");
}

/* Why a text counts as unknown; NULL where it doesn't. */
static const char *doubt_about(const struct session_text *text)
{
    if (!text->is_understood)
        return "is not understood and counts as unknown; write it like '8 km easy', or add its "
               "words to templates/words.yaml";
    if (text->leaves_choice)
        return "leaves a choice, and counts as unknown; write what is planned";
    if (text->is_ambiguous)
        return "may name a distance or a time, and counts as unknown; write mi, km or min";
    if (text->names_parts)
        return "names distances of parts, but not of the whole run, which counts as unknown";
    return NULL;
}

void imported_plan_add(struct imported_plan *imported, int day, const struct session_text *text,
                       struct source_place place)
{
    imported_plan_cover(imported, day);
    if (text->is_rest || (text->is_heading && imported->has_headings) || imported->failed)
        return;
    if (imported->item_count == MOST_ITEMS) {
        imported_plan_fail(imported, place, "more than %d sessions; hand in one plan a file",
                           MOST_ITEMS);
        return;
    }
    const char *doubt = doubt_about(text);
    if (doubt)
        imported_plan_warn(imported, place, "'%s' %s", quoted_text(imported, text->session.title),
                           doubt);
    imported->items = grown_items(imported, imported->items, imported->item_count,
                                  &imported->item_capacity, sizeof *imported->items);
    imported->items[imported->item_count] =
        (struct imported_session){day, imported->item_count, *text, place};
    imported->item_count++;
    if (text->also)
        imported_plan_add_text(imported, day, text->also, place);
}

void imported_plan_add_text(struct imported_plan *imported, int day, const char *text,
                            struct source_place place)
{
    struct arena *arena = imported->plan->arena;
    imported_plan_cover(imported, day);
    while (*text) {
        text += strspn(text, " ");
        size_t length = strcspn(text, ";\n\r");
        const char *part = arena_strndup(arena, text, length);
        if (*part) {
            struct session_text read = session_text_read(imported->hints->words, part, arena);
            imported_plan_add(imported, day, &read, place);
        }
        text += length + (text[length] != '\0');
    }
}

void imported_plan_note_week(struct imported_plan *imported, int day, int phase, int kind)
{
    if (imported->week_count >= MOST_ITEMS)
        return;
    imported->weeks = grown_items(imported, imported->weeks, imported->week_count,
                                  &imported->week_capacity, sizeof *imported->weeks);
    imported->weeks[imported->week_count++] = (struct imported_week){day, phase, kind};
}

/* Of the whole, where no heading names them. */
static int general_units(const struct imported_plan *imported)
{
    return imported->title_units != UNKNOWN ? imported->title_units : imported->hints->units;
}

/* The units of a number that may name none. */
static enum units units_of(const struct imported_plan *imported, int units)
{
    if (units == UNKNOWN)
        units = imported->units != UNKNOWN ? imported->units : general_units(imported);
    return units == UNITS_MI ? UNITS_MI : UNITS_KM;
}

void imported_plan_state_distance(struct imported_plan *imported, struct session_text *text,
                                  int least, int hundredths, int units, struct source_place place)
{
    char stated[QUANTITY_TEXT_SIZE], title[QUANTITY_TEXT_SIZE];
    struct session *session = &text->session;
    if (text->leaves_choice)
        return;
    if (session->distance != UNKNOWN && !text->is_named) {
        enum units title_units = units_of(imported, text->units);
        if (units == UNKNOWN && imported->units == UNKNOWN)
            units = text->units; /* neither heading nor cell names one: as the words do */
        int low_m = distance_to_m(text->least, title_units) - ROUNDING_M;
        int high_m = distance_to_m(session->distance, title_units) + ROUNDING_M;
        int stated_m = distance_to_m(hundredths, units_of(imported, units));
        bool is_range = text->least != session->distance;
        if (stated_m < low_m || (is_range && stated_m > high_m) ||
            distance_to_m(least, units_of(imported, units)) > high_m) {
            imported_plan_warn(
                imported, place, "the distance is stated as %s, but '%s' says %s; the words count",
                distance_format(hundredths, stated), quoted_text(imported, session->title),
                distance_format(session->distance, title));
            return;
        }
    }
    session->distance = hundredths;
    text->least = least;
    text->units = units;
    text->names_parts = text->is_ambiguous = false;
    text->is_understood = true;
    session->may_be_no_run = false;
    text->is_rest = hundredths == 0 && (text->is_rest || session->kind == SESSION_KIND_NONE);
}

/* ---- the plan ---- */

static int compare_items(const void *a, const void *b)
{
    const struct imported_session *first = a, *second = b;
    if (first->day != second->day)
        return first->day < second->day ? -1 : 1;
    return first->order < second->order ? -1 : first->order > second->order;
}

static void choose_units(struct imported_plan *imported)
{
    struct plan *plan = imported->plan;
    bool has_bare = false;
    int counts[] = {[UNITS_KM] = 0, [UNITS_MI] = 0};
    for (size_t i = 0; i < imported->item_count; i++) {
        const struct session_text *text = &imported->items[i].text;
        bool is_race = text->session.kind == SESSION_RACE; /* "marathon" is no word for km */
        has_bare = has_bare || (text->session.distance != UNKNOWN && text->units == UNKNOWN);
        if (text->units != UNKNOWN && !is_race)
            counts[text->units]++;
    }
    if (imported->units == UNKNOWN)
        imported->units = counts[UNITS_KM] + counts[UNITS_MI] == 0 ? general_units(imported)
                          : counts[UNITS_MI] > counts[UNITS_KM]    ? (int)UNITS_MI
                                                                   : (int)UNITS_KM;
    if (imported->units == UNKNOWN && has_bare)
        imported_plan_warn(imported, (struct source_place){0, 0},
                           "distances name no unit and are taken for km; write 'km' or 'mi' into a "
                           "heading, or name a profile with --runner");
    plan->units = units_of(imported, UNKNOWN);
}

/* The goal race: on the date that the runner's profile names, else the last race; or NULL. */
static struct imported_session *find_goal(const struct imported_plan *imported)
{
    struct imported_session *goal = NULL;
    for (size_t i = 0; i < imported->item_count; i++) {
        struct imported_session *item = &imported->items[i];
        if (item->text.session.kind != SESSION_RACE)
            continue;
        goal = item;
        if (!imported->is_undated && item->day == imported->hints->race_date)
            break;
    }
    return goal;
}

/* The other races are tune-ups. */
static void sort_out_races(struct imported_plan *imported)
{
    const struct imported_session *goal = find_goal(imported);
    for (size_t i = 0; i < imported->item_count; i++) {
        struct imported_session *item = &imported->items[i];
        if (item->text.session.kind == SESSION_RACE && item != goal)
            item->text.session.kind = SESSION_TUNE_UP;
    }
    if (goal && imported->hints->race_date == NO_DATE && imported->week_count == 0 &&
        imported->last_day - goal->day >= DAYS_PER_WEEK)
        imported_plan_warn(
            imported, goal->place,
            "'%s' is taken for the goal race, as no later one is named; --runner PROFILE "
            "tells another date",
            quoted_text(imported, goal->text.session.title));
}

/* The day of the goal race; of the last day where there is no race. */
static int race_day(const struct imported_plan *imported)
{
    for (size_t i = imported->item_count; i-- > 0;)
        if (imported->items[i].text.session.kind == SESSION_RACE)
            return imported->items[i].day;
    return imported->last_day;
}

/* Days without dates are laid so that the race falls in the week of its date. */
static int shift_of(const struct imported_plan *imported, enum weekday starts_on)
{
    int race_date = imported->hints->race_date;
    if (!imported->is_undated)
        return 0;
    if (race_date == NO_DATE)
        return date_on_or_before(FIRST_UNDATED, starts_on);
    int weeks_before = race_day(imported) / DAYS_PER_WEEK;
    return date_on_or_before(race_date, starts_on) - weeks_before * DAYS_PER_WEEK;
}

static void convert_session(const struct imported_plan *imported, const struct session_text *text,
                            struct session *session)
{
    enum units plan_units = imported->plan->units, units = units_of(imported, text->units);
    *session = text->session;
    session->steps_are_unknown = true;
    session->may_be_no_run = session->may_be_no_run && session->kind == SESSION_KIND_NONE;
    if (!session_is_run(session))
        session->distance = UNKNOWN;
    else if (session->distance != UNKNOWN && units != plan_units)
        session->distance = distance_from_m(distance_to_m(session->distance, units), plan_units);
}

static void fill_days(struct imported_plan *imported, int start)
{
    struct plan *plan = imported->plan;
    for (size_t i = 0; i < imported->item_count;) {
        size_t first = i, offset = (size_t)(imported->items[i].day - start);
        struct day *day = &plan->weeks[offset / DAYS_PER_WEEK].days[offset % DAYS_PER_WEEK];
        while (i < imported->item_count && imported->items[i].day == imported->items[first].day)
            i++;
        day->session_count = i - first;
        day->sessions = arena_array(plan->arena, day->session_count, sizeof *day->sessions);
        for (size_t s = first; s < i; s++)
            convert_session(imported, &imported->items[s].text, &day->sessions[s - first]);
    }
    for (size_t i = 0; i < imported->week_count; i++) {
        int offset = imported->weeks[i].day - start;
        if (offset < 0 || (size_t)offset / DAYS_PER_WEEK >= plan->week_count)
            continue;
        struct week *week = &plan->weeks[offset / DAYS_PER_WEEK];
        week->phase = (enum phase)imported->weeks[i].phase;
        week->kind = (enum week_kind)imported->weeks[i].kind;
    }
}

/* The races of the plan, as its sessions tell them. */
static void note_races(struct plan *plan)
{
    size_t days = plan->week_count * DAYS_PER_WEEK;
    plan->tune_ups = arena_array(plan->arena, days, sizeof *plan->tune_ups);
    for (size_t i = 0; i < days; i++) {
        const struct day *day = &plan->weeks[i / DAYS_PER_WEEK].days[i % DAYS_PER_WEEK];
        for (size_t s = 0; s < day->session_count; s++) {
            const struct session *session = &day->sessions[s];
            struct race_distance distance = {
                NULL,
                session->distance == UNKNOWN ? 0 : distance_to_m(session->distance, plan->units)};
            if (session->kind == SESSION_RACE) {
                plan->race.date = day->date;
                plan->race.distance = distance;
            } else if (session->kind == SESSION_TUNE_UP && plan->tune_up_count < days) {
                plan->tune_ups[plan->tune_up_count++] =
                    (struct tune_up_race){session->title, day->date, distance};
            }
        }
    }
}

static void make_weeks(struct imported_plan *imported, int start, int shift)
{
    struct plan *plan = imported->plan;
    plan->week_count = (size_t)(imported->last_day - start) / DAYS_PER_WEEK + 1;
    plan->weeks = arena_array(plan->arena, plan->week_count, sizeof *plan->weeks);
    for (size_t i = 0; i < plan->week_count; i++) {
        struct week *week = &plan->weeks[i];
        week->number = (int)i + 1;
        week->start = start + shift + (int)i * DAYS_PER_WEEK;
        week->phase = PHASE_NONE;
        week->kind = WEEK_KIND_NONE;
        week->distance_most = UNKNOWN;
        for (int d = 0; d < DAYS_PER_WEEK; d++)
            week->days[d].date = week->start + d;
    }
    fill_days(imported, start);
    note_races(plan);
}

static enum weekday weeks_start_on(const struct imported_plan *imported)
{
    if (imported->is_undated && imported->week_start != NO_DATE)
        return (enum weekday)imported->week_start;
    if (imported->week_start != NO_DATE)
        return date_weekday(imported->week_start);
    return imported->hints->starts_on == UNKNOWN ? MONDAY
                                                 : (enum weekday)imported->hints->starts_on;
}

static void build_weeks(struct imported_plan *imported)
{
    struct plan *plan = imported->plan;
    enum weekday starts_on = weeks_start_on(imported);
    int start = imported->is_undated ? imported->first_day - imported->first_day % DAYS_PER_WEEK
                                     : date_on_or_before(imported->first_day, starts_on);
    if (imported->is_undated && start > 0)
        imported_plan_warn(
            imported, (struct source_place){0, 0},
            "begins with week %d, which is told of as week 1; of those before nothing is "
            "known",
            start / DAYS_PER_WEEK + 1);
    if (imported->last_day - start >= MOST_WEEKS * DAYS_PER_WEEK) {
        imported_plan_fail(imported, (struct source_place){0, 0},
                           "spans more than %d weeks; hand in one plan a file, and check its dates",
                           MOST_WEEKS);
        return;
    }
    if (imported->item_count)
        qsort(imported->items, imported->item_count, sizeof *imported->items, compare_items);
    choose_units(imported);
    sort_out_races(imported);
    plan->preferences.starts_on = starts_on;
    for (int day = 0; day < DAYS_PER_WEEK; day++)
        plan->preferences.run_days[day] = true;
    plan->is_undated = imported->is_undated && imported->hints->race_date == NO_DATE;
    make_weeks(imported, start, shift_of(imported, starts_on));
}

struct plan *imported_plan_finish(struct imported_plan *imported)
{
    if (!imported->failed && imported->item_count == 0)
        imported_plan_fail(imported, (struct source_place){0, 0},
                           "holds no session; hillplan check --help names the formats it reads");
    if (!imported->failed)
        build_weeks(imported);
    if (imported->warnings > MOST_WARNINGS)
        error_warn(imported->error, imported->name, 0, 0, "%zu more warnings are not shown",
                   imported->warnings - MOST_WARNINGS);
    if (!imported->failed)
        return imported->plan;
    plan_free(imported->plan);
    return NULL;
}
