/* Preferences: tables and conversions of the shared sections. */
#include "files/preferences.h"

#include <string.h>

#include "files/values.h"
#include "words/language.h"

#define MOST_UNAVAILABLE   200
#define MOST_DESCENT_M     15000
#define MOST_CLIMB_M       10000
#define SHORTEST_SESSION_S 600
#define LONGEST_SESSION_S  (24 * 3600)
#define SECONDS_PER_HOUR   3600
#define SECONDS_PER_MINUTE 60
#define MOST_TEXT          200
#define DEFAULT_LANGUAGE   "en"

static const cyaml_schema_value_t weekday_entry = {
    CYAML_VALUE_ENUM(CYAML_FLAG_STRICT, enum weekday, weekday_choices, DAYS_PER_WEEK)};
static const cyaml_schema_value_t page_entry = {
    CYAML_VALUE_ENUM(CYAML_FLAG_STRICT, enum page_kind, page_kind_choices, PAGE_KIND_COUNT)};
const cyaml_schema_value_t bare_entry = {
    CYAML_VALUE_STRING(CYAML_FLAG_POINTER | BARE, char, 1, MOST_TEXT)};
const cyaml_schema_value_t text_entry = {
    CYAML_VALUE_STRING(CYAML_FLAG_POINTER, char, 0, CYAML_UNLIMITED)};

static const cyaml_schema_field_t longest_session_fields[] = {
    CYAML_FIELD_STRING_PTR("weekday", OPTIONAL, struct longest_session_document, weekday, 1,
                           MOST_TEXT),
    CYAML_FIELD_STRING_PTR("weekend", OPTIONAL, struct longest_session_document, weekend, 1,
                           MOST_TEXT),
    CYAML_FIELD_END};

const cyaml_schema_field_t week_preferences_fields[] = {
    CYAML_FIELD_ENUM("starts_on", OPTIONAL | CYAML_FLAG_STRICT, struct week_preferences_document,
                     starts_on, week_start_choices, WEEK_START_COUNT),
    CYAML_FIELD_SEQUENCE("run_days", OPTIONAL | CYAML_FLAG_POINTER | CYAML_FLAG_FLOW,
                         struct week_preferences_document, run_days, &weekday_entry, 1,
                         DAYS_PER_WEEK),
    CYAML_FIELD_ENUM_PTR("long_run", OPTIONAL | CYAML_FLAG_STRICT, struct week_preferences_document,
                         long_run, weekday_choices, DAYS_PER_WEEK),
    CYAML_FIELD_SEQUENCE("quality", OPTIONAL | CYAML_FLAG_POINTER | CYAML_FLAG_FLOW,
                         struct week_preferences_document, quality, &weekday_entry, 0,
                         DAYS_PER_WEEK),
    CYAML_FIELD_SEQUENCE("unavailable", OPTIONAL | CYAML_FLAG_POINTER | CYAML_FLAG_FLOW,
                         struct week_preferences_document, unavailable, &bare_entry, 0,
                         MOST_UNAVAILABLE),
    CYAML_FIELD_MAPPING("longest_session", OPTIONAL | CYAML_FLAG_FLOW,
                        struct week_preferences_document, longest_session, longest_session_fields),
    CYAML_FIELD_END};

const cyaml_schema_field_t hills_fields[] = {
    CYAML_FIELD_ENUM_PTR("access", OPTIONAL | CYAML_FLAG_STRICT, struct hills_document, access,
                         hill_access_choices, HILL_ACCESS_COUNT),
    CYAML_FIELD_INT_PTR("max_climb_m", OPTIONAL, struct hills_document, max_climb_m),
    CYAML_FIELD_END};

const cyaml_schema_field_t print_fields[] = {
    CYAML_FIELD_ENUM("paper", OPTIONAL | CYAML_FLAG_STRICT, struct print_document, paper,
                     paper_choices, PAPER_COUNT),
    CYAML_FIELD_SEQUENCE("pages", OPTIONAL | CYAML_FLAG_POINTER | CYAML_FLAG_FLOW,
                         struct print_document, pages, &page_entry, 1, PAGE_KIND_COUNT),
    CYAML_FIELD_STRING_PTR("language", OPTIONAL, struct print_document, language, 1, MOST_TEXT),
    CYAML_FIELD_ENUM_PTR("ink", OPTIONAL | CYAML_FLAG_STRICT, struct print_document, ink,
                         ink_use_choices, INK_USE_COUNT),
    CYAML_FIELD_ENUM_PTR("color", OPTIONAL | CYAML_FLAG_STRICT, struct print_document, color,
                         color_use_choices, COLOR_USE_COUNT),
    CYAML_FIELD_BOOL_PTR("two_up", OPTIONAL, struct print_document, two_up),
    CYAML_FIELD_BOOL_PTR("large", OPTIONAL, struct print_document, large),
    CYAML_FIELD_END};

const cyaml_schema_field_t last_downhill_fields[] = {
    CYAML_FIELD_STRING_PTR("date", REQUIRED | BARE, struct last_downhill_document, date, 1,
                           MOST_TEXT),
    CYAML_FIELD_INT_PTR("descent_m", REQUIRED, struct last_downhill_document, descent_m),
    CYAML_FIELD_END};

/* --- week ------------------------------------------------------------------------------------- */

/* Marks the weekdays of a list; one that is named twice is a mistake. */
static void read_weekdays(struct document *document, const struct node *week, const char *key,
                          const enum weekday *given, unsigned count, bool days[DAYS_PER_WEEK])
{
    const struct node *list = document_place(week, key);
    for (unsigned i = 0; i < count; i++) {
        if (days[given[i]])
            document_fail(document, list->items[i], NULL, "%s is named twice",
                          weekday_name(given[i]));
        days[given[i]] = true;
    }
}

/* The days of the long run and of hard sessions are days to run on. */
static void check_run_days(struct document *document, const struct node *node,
                           const struct week_preferences_document *given,
                           const struct week_preferences *week)
{
    if (document_place(node, "run_days")->is_incomplete)
        return; /* who knows which days it was to name */
    if (given->long_run && !week->run_days[*given->long_run])
        document_fail(document, node, "long_run", "%s is not among the run_days; add it there",
                      weekday_name(*given->long_run));
    for (unsigned i = 0; i < given->quality_count; i++)
        if (!week->run_days[given->quality[i]])
            document_fail(document, document_place(node, "quality")->items[i], NULL,
                          "%s is not among the run_days; add it there",
                          weekday_name(given->quality[i]));
}

static void read_unavailable(struct document *document, const struct node *node,
                             const struct week_preferences_document *given,
                             struct week_preferences *week, struct arena *arena)
{
    week->unavailable = arena_array(arena, given->unavailable_count, sizeof *week->unavailable);
    for (unsigned i = 0; i < given->unavailable_count; i++) {
        const struct node *entry = document_place(node, "unavailable")->items[i];
        struct date_span span = value_date_span(document, entry, NULL, given->unavailable[i]);
        if (span.first != NO_DATE)
            week->unavailable[week->unavailable_count++] = span;
    }
}

struct week_preferences week_preferences_read(struct document *document, const struct node *node,
                                              const struct week_preferences_document *given,
                                              struct arena *arena)
{
    struct week_preferences week = {
        .starts_on = given->starts_on,
        .long_run = given->long_run ? (int)*given->long_run : UNKNOWN,
    };
    read_weekdays(document, node, "run_days", given->run_days, given->run_days_count,
                  week.run_days);
    read_weekdays(document, node, "quality", given->quality, given->quality_count, week.quality);
    for (int day = 0; day < DAYS_PER_WEEK; day++)
        week.run_days[day] = week.run_days[day] || given->run_days_count == 0;
    check_run_days(document, node, given, &week);
    read_unavailable(document, node, given, &week, arena);

    const struct node *longest = document_place(node, "longest_session");
    week.longest_weekday_s =
        value_hours_minutes(document, longest, "weekday", given->longest_session.weekday,
                            SHORTEST_SESSION_S, LONGEST_SESSION_S);
    week.longest_weekend_s =
        value_hours_minutes(document, longest, "weekend", given->longest_session.weekend,
                            SHORTEST_SESSION_S, LONGEST_SESSION_S);
    return week;
}

/* The list of the days that are set, in the order of the week. */
static enum weekday *write_weekdays(const bool days[DAYS_PER_WEEK], enum weekday week_start,
                                    unsigned *count, struct arena *arena)
{
    enum weekday *list = arena_array(arena, DAYS_PER_WEEK, sizeof *list);
    *count = 0;
    for (int i = 0; i < DAYS_PER_WEEK; i++) {
        enum weekday day = (enum weekday)(((int)week_start + i) % DAYS_PER_WEEK);
        if (days[day])
            list[(*count)++] = day;
    }
    return *count ? list : NULL;
}

static char *write_hours_minutes(int seconds, struct arena *arena)
{
    if (seconds == UNKNOWN)
        return NULL;
    return arena_printf(arena, "%d:%02d", seconds / SECONDS_PER_HOUR,
                        seconds % SECONDS_PER_HOUR / SECONDS_PER_MINUTE);
}

struct week_preferences_document week_preferences_write(const struct week_preferences *week,
                                                        struct arena *arena)
{
    struct week_preferences_document document = {
        .starts_on = week->starts_on,
        .longest_session = {write_hours_minutes(week->longest_weekday_s, arena),
                            write_hours_minutes(week->longest_weekend_s, arena)},
    };
    document.run_days =
        write_weekdays(week->run_days, week->starts_on, &document.run_days_count, arena);
    document.quality =
        write_weekdays(week->quality, week->starts_on, &document.quality_count, arena);
    if (week->long_run != UNKNOWN) {
        document.long_run = arena_alloc(arena, sizeof *document.long_run);
        *document.long_run = (enum weekday)week->long_run;
    }
    document.unavailable =
        arena_array(arena, week->unavailable_count, sizeof *document.unavailable);
    for (size_t i = 0; i < week->unavailable_count; i++) {
        struct date_span span = week->unavailable[i];
        char *first = date_write(span.first, arena), *last = date_write(span.last, arena);
        document.unavailable[document.unavailable_count++] =
            span.first == span.last ? first : arena_printf(arena, "%s..%s", first, last);
    }
    if (!week->unavailable_count)
        document.unavailable = NULL;
    return document;
}

/* --- hills, print, last downhill ---------------------------------------------------------------
 */

struct hills hills_read(struct document *document, const struct node *node,
                        const struct hills_document *given)
{
    return (struct hills){
        .access = given->access ? *given->access : HILLS_ANY,
        .max_climb_m =
            value_int(document, node, "max_climb_m", given->max_climb_m, 0, MOST_CLIMB_M),
    };
}

struct hills_document hills_write(const struct hills *hills, struct arena *arena)
{
    struct hills_document document = {.max_climb_m = known(&hills->max_climb_m)};
    document.access = arena_alloc(arena, sizeof *document.access);
    *document.access = hills->access;
    return document;
}

struct print_preferences print_preferences_read(struct document *document, const struct node *node,
                                                const struct print_document *given,
                                                struct arena *arena)
{
    struct print_preferences print = {
        .paper = given->paper,
        .language = DEFAULT_LANGUAGE,
        .saves_ink = given->ink && *given->ink == INK_USE_SAVER,
        .is_mono = given->color && *given->color == COLOR_USE_MONO,
        .is_two_up = given->two_up && *given->two_up,
        .is_large = given->large && *given->large,
    };
    bool is_there[PAGE_KIND_COUNT] = {0};
    for (unsigned i = 0; i < given->pages_count; i++) {
        if (is_there[given->pages[i]])
            document_fail(document, document_place(node, "pages")->items[i], NULL,
                          "%s is named twice", page_kind_name(given->pages[i]));
        else
            print.pages[print.page_count++] = given->pages[i];
        is_there[given->pages[i]] = true;
    }
    if (given->language && !language_name_is_valid(given->language))
        document_fail(document, node, "language", "is no language; write it like \"de\"");
    else if (given->language)
        print.language = arena_strdup(arena, given->language);
    return print;
}

struct print_document print_preferences_write(const struct print_preferences *print,
                                              struct arena *arena)
{
    static const enum ink_use saver = INK_USE_SAVER;
    static const enum color_use mono = COLOR_USE_MONO;
    static const bool yes = true;
    struct print_document document = {.paper = print->paper,
                                      .language = (char *)value_string(arena, print->language),
                                      .ink = print->saves_ink ? &saver : NULL,
                                      .color = print->is_mono ? &mono : NULL,
                                      .two_up = print->is_two_up ? &yes : NULL,
                                      .large = print->is_large ? &yes : NULL};
    document.pages_count = (unsigned)print->page_count;
    if (print->page_count) {
        document.pages = arena_array(arena, print->page_count, sizeof *document.pages);
        memcpy(document.pages, print->pages, print->page_count * sizeof *document.pages);
    }
    return document;
}

void last_downhill_read(struct document *document, const struct node *node,
                        const struct last_downhill_document *given, struct runner *runner)
{
    runner->last_downhill_date = value_date(document, node, "date", given->date);
    runner->last_downhill_descent_m =
        value_int(document, node, "descent_m", given->descent_m, 0, MOST_DESCENT_M);
}

struct last_downhill_document last_downhill_write(const struct runner *runner, struct arena *arena)
{
    return (struct last_downhill_document){
        .date = date_write(runner->last_downhill_date, arena),
        .descent_m = known(&runner->last_downhill_descent_m),
    };
}

/* --- values ------------------------------------------------------------------------------------
 */

const int *known(const int *value)
{
    return *value == UNKNOWN ? NULL : value;
}

char *date_write(int date, struct arena *arena)
{
    char buffer[DATE_TEXT_SIZE];
    return date == NO_DATE ? NULL : arena_strdup(arena, date_format(date, buffer));
}

char *distance_write(int hundredths, struct arena *arena)
{
    char buffer[QUANTITY_TEXT_SIZE];
    return hundredths == UNKNOWN ? NULL : arena_strdup(arena, distance_format(hundredths, buffer));
}
