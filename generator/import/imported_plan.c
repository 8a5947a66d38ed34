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

struct foreign foreign_begin(const char *name, const struct foreign_hints *hints,
                             struct error *error)
{
    struct foreign foreign = {
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
    foreign.plan->hills.access = HILL_ACCESS_NONE;
    return foreign;
}

void foreign_fail(struct foreign *foreign, struct place place, const char *format, ...)
{
    char message[MOST_MESSAGE];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    error_add(foreign->error, STATUS_BAD_INPUT, foreign->name, place.line, place.column, "%s",
              message);
    foreign->failed = true;
}

void foreign_warn(struct foreign *foreign, struct place place, const char *format, ...)
{
    char message[MOST_MESSAGE];
    va_list arguments;
    if (foreign->warnings++ >= MOST_WARNINGS)
        return;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    error_warn(foreign->error, foreign->name, place.line, place.column, "%s", message);
}

/* ---- collecting ---- */

/* Room for one more in an array of the arena, doubled where it is full. */
static void *grown(struct foreign *foreign, void *items, size_t count, size_t *capacity,
                   size_t size)
{
    if (count < *capacity)
        return items;
    *capacity = *capacity ? 2 * *capacity : 64;
    void *larger = arena_array(foreign->plan->arena, *capacity, size);
    if (count)
        memcpy(larger, items, count * size);
    return larger;
}

void foreign_cover(struct foreign *foreign, int day)
{
    if (foreign->first_day == NO_DATE || day < foreign->first_day)
        foreign->first_day = day;
    if (foreign->last_day == NO_DATE || day > foreign->last_day)
        foreign->last_day = day;
}

/* The beginning of a text, for messages. */
static const char *quoted(const struct foreign *foreign, const char *text)
{
    const char *end = text;
    for (int i = 0; i < MOST_QUOTED && *end && *end != '\n' && *end != '\r'; i++)
        utf8_next(&end);
    return arena_printf(foreign->plan->arena, "%.*s%s", (int)(end - text), text, *end ? "..." : "");
}

void foreign_add(struct foreign *foreign, int day, const struct session_text *text,
                 struct place place)
{
    foreign_cover(foreign, day);
    if (text->is_rest || (text->is_heading && foreign->has_headings) || foreign->failed)
        return;
    if (foreign->item_count == MOST_ITEMS) {
        foreign_fail(foreign, place, "more than %d sessions; hand in one plan a file", MOST_ITEMS);
        return;
    }
    if (!text->is_understood)
        foreign_warn(foreign, place,
                     "'%s' is not understood and counts as unknown; write it like '8 km easy', or "
                     "add its words to templates/words.yaml",
                     quoted(foreign, text->session.title));
    else if (text->leaves_choice)
        foreign_warn(foreign, place,
                     "'%s' leaves a choice, and counts as unknown; write what is planned",
                     quoted(foreign, text->session.title));
    else if (text->is_ambiguous)
        foreign_warn(foreign, place,
                     "'%s' may name a distance or a time, and counts as unknown; write mi, km or "
                     "min",
                     quoted(foreign, text->session.title));
    else if (text->names_parts)
        foreign_warn(foreign, place,
                     "'%s' names distances of parts, but not of the whole run, which counts as "
                     "unknown",
                     quoted(foreign, text->session.title));
    foreign->items = grown(foreign, foreign->items, foreign->item_count, &foreign->item_capacity,
                           sizeof *foreign->items);
    foreign->items[foreign->item_count] =
        (struct foreign_item){day, foreign->item_count, *text, place};
    foreign->item_count++;
    if (text->also)
        foreign_add_text(foreign, day, text->also, place);
}

void foreign_add_text(struct foreign *foreign, int day, const char *text, struct place place)
{
    struct arena *arena = foreign->plan->arena;
    foreign_cover(foreign, day);
    while (*text) {
        text += strspn(text, " ");
        size_t length = strcspn(text, ";\n\r");
        const char *part = arena_strndup(arena, text, length);
        if (*part) {
            struct session_text read = session_text_read(foreign->hints->words, part, arena);
            foreign_add(foreign, day, &read, place);
        }
        text += length + (text[length] != '\0');
    }
}

void foreign_note_week(struct foreign *foreign, int day, int phase, int kind)
{
    if (foreign->week_count >= MOST_ITEMS)
        return;
    foreign->weeks = grown(foreign, foreign->weeks, foreign->week_count, &foreign->week_capacity,
                           sizeof *foreign->weeks);
    foreign->weeks[foreign->week_count++] = (struct foreign_week){day, phase, kind};
}

/* Of the whole, where no heading names them. */
static int general_units(const struct foreign *foreign)
{
    return foreign->title_units != UNKNOWN ? foreign->title_units : foreign->hints->units;
}

/* The units of a number that may name none. */
static enum units units_of(const struct foreign *foreign, int units)
{
    if (units == UNKNOWN)
        units = foreign->units != UNKNOWN ? foreign->units : general_units(foreign);
    return units == UNITS_MI ? UNITS_MI : UNITS_KM;
}

void foreign_state_distance(struct foreign *foreign, struct session_text *text, int least,
                            int hundredths, int units, struct place place)
{
    char stated[QUANTITY_TEXT_SIZE], title[QUANTITY_TEXT_SIZE];
    struct session *session = &text->session;
    if (text->leaves_choice)
        return;
    if (session->distance != UNKNOWN && !text->is_named) {
        enum units title_units = units_of(foreign, text->units);
        if (units == UNKNOWN && foreign->units == UNKNOWN)
            units = text->units; /* neither heading nor cell names one: as the words do */
        int low_m = distance_to_m(text->least, title_units) - ROUNDING_M;
        int high_m = distance_to_m(session->distance, title_units) + ROUNDING_M;
        int stated_m = distance_to_m(hundredths, units_of(foreign, units));
        bool is_range = text->least != session->distance;
        if (stated_m < low_m || (is_range && stated_m > high_m) ||
            distance_to_m(least, units_of(foreign, units)) > high_m) {
            foreign_warn(foreign, place,
                         "the distance is stated as %s, but '%s' says %s; the words count",
                         distance_format(hundredths, stated), quoted(foreign, session->title),
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
    const struct foreign_item *first = a, *second = b;
    if (first->day != second->day)
        return first->day < second->day ? -1 : 1;
    return first->order < second->order ? -1 : first->order > second->order;
}

static void choose_units(struct foreign *foreign)
{
    struct plan *plan = foreign->plan;
    bool has_bare = false;
    int counts[] = {[UNITS_KM] = 0, [UNITS_MI] = 0};
    for (size_t i = 0; i < foreign->item_count; i++) {
        const struct session_text *text = &foreign->items[i].text;
        bool is_race = text->session.kind == SESSION_RACE; /* "marathon" is no word for km */
        has_bare = has_bare || (text->session.distance != UNKNOWN && text->units == UNKNOWN);
        if (text->units != UNKNOWN && !is_race)
            counts[text->units]++;
    }
    if (foreign->units == UNKNOWN)
        foreign->units = counts[UNITS_KM] + counts[UNITS_MI] == 0 ? general_units(foreign)
                         : counts[UNITS_MI] > counts[UNITS_KM]    ? (int)UNITS_MI
                                                                  : (int)UNITS_KM;
    if (foreign->units == UNKNOWN && has_bare)
        foreign_warn(foreign, (struct place){0, 0},
                     "distances name no unit and are taken for km; write 'km' or 'mi' into a "
                     "heading, or name a profile with --runner");
    plan->units = units_of(foreign, UNKNOWN);
}

/* The goal race: on the date that the runner's profile names, else the last race; or NULL. */
static struct foreign_item *find_goal(const struct foreign *foreign)
{
    struct foreign_item *goal = NULL;
    for (size_t i = 0; i < foreign->item_count; i++) {
        struct foreign_item *item = &foreign->items[i];
        if (item->text.session.kind != SESSION_RACE)
            continue;
        goal = item;
        if (!foreign->is_undated && item->day == foreign->hints->race_date)
            break;
    }
    return goal;
}

/* The other races are tune-ups. */
static void sort_out_races(struct foreign *foreign)
{
    const struct foreign_item *goal = find_goal(foreign);
    for (size_t i = 0; i < foreign->item_count; i++) {
        struct foreign_item *item = &foreign->items[i];
        if (item->text.session.kind == SESSION_RACE && item != goal)
            item->text.session.kind = SESSION_TUNE_UP;
    }
    if (goal && foreign->hints->race_date == NO_DATE && foreign->week_count == 0 &&
        foreign->last_day - goal->day >= DAYS_PER_WEEK)
        foreign_warn(foreign, goal->place,
                     "'%s' is taken for the goal race, as no later one is named; --runner PROFILE "
                     "tells another date",
                     quoted(foreign, goal->text.session.title));
}

/* The day of the goal race; of the last day where there is no race. */
static int race_day(const struct foreign *foreign)
{
    for (size_t i = foreign->item_count; i-- > 0;)
        if (foreign->items[i].text.session.kind == SESSION_RACE)
            return foreign->items[i].day;
    return foreign->last_day;
}

/* Days without dates are laid so that the race falls in the week of its date. */
static int shift_of(const struct foreign *foreign, enum weekday starts_on)
{
    int race_date = foreign->hints->race_date;
    if (!foreign->is_undated)
        return 0;
    if (race_date == NO_DATE)
        return date_on_or_before(FIRST_UNDATED, starts_on);
    int weeks_before = race_day(foreign) / DAYS_PER_WEEK;
    return date_on_or_before(race_date, starts_on) - weeks_before * DAYS_PER_WEEK;
}

static void convert_session(const struct foreign *foreign, const struct session_text *text,
                            struct session *session)
{
    enum units plan_units = foreign->plan->units, units = units_of(foreign, text->units);
    *session = text->session;
    session->steps_are_unknown = true;
    session->may_be_no_run = session->may_be_no_run && session->kind == SESSION_KIND_NONE;
    if (!session_is_run(session))
        session->distance = UNKNOWN;
    else if (session->distance != UNKNOWN && units != plan_units)
        session->distance = distance_from_m(distance_to_m(session->distance, units), plan_units);
}

static void fill_days(struct foreign *foreign, int start)
{
    struct plan *plan = foreign->plan;
    for (size_t i = 0; i < foreign->item_count;) {
        size_t first = i, offset = (size_t)(foreign->items[i].day - start);
        struct day *day = &plan->weeks[offset / DAYS_PER_WEEK].days[offset % DAYS_PER_WEEK];
        while (i < foreign->item_count && foreign->items[i].day == foreign->items[first].day)
            i++;
        day->session_count = i - first;
        day->sessions = arena_array(plan->arena, day->session_count, sizeof *day->sessions);
        for (size_t s = first; s < i; s++)
            convert_session(foreign, &foreign->items[s].text, &day->sessions[s - first]);
    }
    for (size_t i = 0; i < foreign->week_count; i++) {
        int offset = foreign->weeks[i].day - start;
        if (offset < 0 || (size_t)offset / DAYS_PER_WEEK >= plan->week_count)
            continue;
        struct week *week = &plan->weeks[offset / DAYS_PER_WEEK];
        week->phase = (enum phase)foreign->weeks[i].phase;
        week->kind = (enum week_kind)foreign->weeks[i].kind;
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

static void make_weeks(struct foreign *foreign, int start, int shift)
{
    struct plan *plan = foreign->plan;
    plan->week_count = (size_t)(foreign->last_day - start) / DAYS_PER_WEEK + 1;
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
    fill_days(foreign, start);
    note_races(plan);
}

static enum weekday weeks_start_on(const struct foreign *foreign)
{
    if (foreign->is_undated && foreign->week_start != NO_DATE)
        return (enum weekday)foreign->week_start;
    if (foreign->week_start != NO_DATE)
        return date_weekday(foreign->week_start);
    return foreign->hints->starts_on == UNKNOWN ? MONDAY : (enum weekday)foreign->hints->starts_on;
}

static void build(struct foreign *foreign)
{
    struct plan *plan = foreign->plan;
    enum weekday starts_on = weeks_start_on(foreign);
    int start = foreign->is_undated ? foreign->first_day - foreign->first_day % DAYS_PER_WEEK
                                    : date_on_or_before(foreign->first_day, starts_on);
    if (foreign->is_undated && start > 0)
        foreign_warn(foreign, (struct place){0, 0},
                     "begins with week %d, which is told of as week 1; of those before nothing is "
                     "known",
                     start / DAYS_PER_WEEK + 1);
    if (foreign->last_day - start >= MOST_WEEKS * DAYS_PER_WEEK) {
        foreign_fail(foreign, (struct place){0, 0},
                     "spans more than %d weeks; hand in one plan a file, and check its dates",
                     MOST_WEEKS);
        return;
    }
    if (foreign->item_count)
        qsort(foreign->items, foreign->item_count, sizeof *foreign->items, compare_items);
    choose_units(foreign);
    sort_out_races(foreign);
    plan->preferences.starts_on = starts_on;
    for (int day = 0; day < DAYS_PER_WEEK; day++)
        plan->preferences.run_days[day] = true;
    plan->is_undated = foreign->is_undated && foreign->hints->race_date == NO_DATE;
    make_weeks(foreign, start, shift_of(foreign, starts_on));
}

struct plan *foreign_finish(struct foreign *foreign)
{
    if (!foreign->failed && foreign->item_count == 0)
        foreign_fail(foreign, (struct place){0, 0},
                     "holds no session; hillplan check --help names the formats it reads");
    if (!foreign->failed)
        build(foreign);
    if (foreign->warnings > MOST_WARNINGS)
        error_warn(foreign->error, foreign->name, 0, 0, "%zu more warnings are not shown",
                   foreign->warnings - MOST_WARNINGS);
    if (!foreign->failed)
        return foreign->plan;
    plan_free(foreign->plan);
    return NULL;
}
