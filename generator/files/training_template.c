/* Training templates: the shape of a plan, with its sessions looked up in the library. */
#include <limits.h>
#include <string.h>

#include "files/runner_forms.h"
#include "files/template_file.h"
#include "files/template_forms.h"

#define WEEKS         1, 104
#define PHASE_WEEKS   0, 104
#define RACE_M        1, 400000
#define RUNS          1, DAYS_PER_WEEK
#define EASY_PACE_S   120, 1800
#define MOST_ROTATION 20
#define MOST_ROWS     20
#define MOST_SETTINGS 100

/* --- the fields -------------------------------------------------------------------------------
 */

#define TEMPLATE_RACE_FIELDS(X)                                                                    \
    X(COUNT, training_template, race_from_m, "from", HERE, MUST, RACE_M, "m", "the shortest race") \
    X(COUNT, training_template, race_to_m, "to", HERE, MUST, RACE_M, "m", "the longest race")

#define TEMPLATE_WEEKS_FIELDS(X)                                                                   \
    X(COUNT, training_template, least_weeks, "least", HERE, MUST, WEEKS, "", "at least")           \
    X(COUNT, training_template, most_weeks, "most", HERE, MUST, WEEKS, "", "at most")

#define TEMPLATE_PHASES_FIELDS(X)                                                                  \
    X(COUNT, training_template, build_weeks, "build", HERE, MUST, PHASE_WEEKS, "weeks", "build")   \
    X(COUNT, training_template, peak_weeks, "peak", HERE, MUST, PHASE_WEEKS, "weeks", "peak")      \
    X(COUNT, training_template, taper_weeks, "taper", HERE, MUST, PHASE_WEEKS, "weeks",            \
      "taper, without race week")                                                                  \
    X(NUMBER, training_template, recovery_weeks, "recovery", HERE, MAY, 0, 12, 0, "weeks",         \
      "after the race")

#define TEMPLATE_PEAK_FIELDS(X)                                                                    \
    X(COUNT, training_template, peak_percent_of_recent, "percent_of_recent", HERE, MUST, 1, 1000,  \
      "%", "of the recent mean")                                                                   \
    X(DECIMAL, training_template, peak_least_m, "least_km", HERE, MUST, KM, UNKNOWN, "km",         \
      "at least")                                                                                  \
    X(DECIMAL, training_template, peak_most_m, "most_km", HERE, MUST, KM, UNKNOWN, "km", "at most")

#define TEMPLATE_LONG_RUN_FIELDS(X)                                                                \
    X(DECIMAL, training_template, long_run_most_m, "most_km", HERE, MUST, KM, UNKNOWN, "km",       \
      "the longest")                                                                               \
    X(COUNT, training_template, long_run_race_percent, "race_percent", HERE, MUST, 1, 1000, "%",   \
      "a tune-up race of so much of it stands for it")                                             \
    X(NUMBERS, training_template, long_run_share, 1, "share_by_runs", HERE, MUST, 1, 100, "%",     \
      "of its week, for 1 to 7 runs a week")

#define TEMPLATE_EASY_FIELDS(X)                                                                    \
    X(OWN, training_template, easy_run, "session", HERE, MUST, recipe_name,                        \
      "the recipe that fills the week")                                                            \
    X(DECIMAL, training_template, easy_least_m, "least_km", HERE, MUST, KM, UNKNOWN, "km",         \
      "the shortest run worth it")                                                                 \
    X(DECIMAL, training_template, race_week_most_m, "race_week_most_km", HERE, MUST, KM, UNKNOWN,  \
      "km", "the longest in race week")                                                            \
    X(TIME, training_template, unknown_easy_pace_s_per_km, "unknown_pace", HERE, MUST,             \
      EASY_PACE_S, "a km, for estimates without a recent race")

#define TEMPLATE_NEEDS_FIELDS(X)                                                                   \
    X(DECIMAL, training_template, needs_peak_m, "peak_km", HERE, MUST, KM, UNKNOWN, "km",          \
      "the biggest week")                                                                          \
    X(DECIMAL, training_template, needs_long_m, "long_km", HERE, MUST, KM, UNKNOWN, "km",          \
      "the longest run")                                                                           \
    X(COUNT, training_template, tight_percent, "tight_percent", HERE, MUST, 1, 100, "%",           \
      "of them that is tight")

#define RUN_COUNT_FIELDS(X)                                                                        \
    X(DECIMAL, run_count_row, below_m, "below_km", HERE, MAY, KM, INT_MAX, "km",                   \
      "for a mean week below this")                                                                \
    X(COUNT, run_count_row, runs, "runs", HERE, MUST, RUNS, "", "a week")                          \
    X(FLAGS, run_count_row, days, "days", HERE, MUST, 1, weekday, false,                           \
      "where the runner names none")

#define MENU_SLOT_FIELDS(X)                                                                        \
    X(OWN_LIST, menu_slot, rotate, "rotate", HERE, MUST, 1, MOST_ROTATION, rotation,               \
      "recipes that take turns; none: nothing that week")                                          \
    X(NUMBER, menu_slot, runs_at_least, "runs_at_least", HERE, MAY, 0, DAYS_PER_WEEK, 0, "",       \
      "in weeks with so many runs")                                                                \
    X(NUMBER, menu_slot, runs_at_most, "runs_at_most", HERE, MAY, RUNS, DAYS_PER_WEEK, "",         \
      "likewise")                                                                                  \
    X(NUMBER, menu_slot, race_descent_at_least, "race_descent_at_least", HERE, MAY, HILLS_PER_KM,  \
      0, "m a km", "where the race descends so much")                                              \
    X(NUMBER, menu_slot, race_descent_below, "race_descent_below", HERE, MAY, 1, 500, INT_MAX,     \
      "m a km", "likewise")                                                                        \
    X(DECIMAL, menu_slot, week_at_least_m, "week_at_least_km", HERE, MAY, KM, 0, "km",             \
      "in weeks of such a distance")                                                               \
    X(DECIMAL, menu_slot, week_below_m, "week_below_km", HERE, MAY, KM, INT_MAX, "km", "likewise")

#define MENU(X, kind, key, meaning)                                                                \
    X(LIST, training_template, menus[kind].slots, menus[kind].slot_count, key, HERE, MAY, 0,       \
      MAX_MENU_SLOTS, menu_slot, meaning)
#define MENUS_FIELDS(X)                                                                            \
    MENU(X, MENU_BASE, "base", "the sessions of a week, the most important first")                 \
    MENU(X, MENU_BUILD, "build", "likewise")                                                       \
    MENU(X, MENU_PEAK, "peak", "likewise")                                                         \
    MENU(X, MENU_TAPER, "taper", "likewise")                                                       \
    MENU(X, MENU_RACE, "race", "likewise")                                                         \
    MENU(X, MENU_RECOVERY, "recovery", "likewise")                                                 \
    MENU(X, MENU_LIGHTER, "lighter", "of lighter weeks")                                           \
    MENU(X, MENU_TUNE_UP, "tune_up", "of weeks with a tune-up race")                               \
    MENU(X, MENU_RUN_WALK, "run_walk", "of weeks that go on to running half an hour")

#define TRAINING_TEMPLATE_FIELDS(X)                                                                \
    X(TEXT, training_template, name, "name", HERE, MUST, ID_BYTES, "the file's")                   \
    X(TEXT, training_template, title, "title", HERE, MUST, ID_BYTES, "what people read")           \
    X(INLINE, training_template, "race_m", HERE, MUST, template_race, "race distances it serves")  \
    X(INLINE, training_template, "weeks", HERE, MUST, template_weeks, "from week 1 to race week")  \
    X(INLINE, training_template, "phases", HERE, MUST, template_phases,                            \
      "weeks of each, counted back from race week")                                                \
    X(NUMBER, training_template, early_race_days, "early_race_days", HERE, MAY, 0,                 \
      DAYS_PER_WEEK - 1, 0, "",                                                                    \
      "a race on the first so many days of a week: the taper begins a week earlier")               \
    X(NUMBER, training_template, goal_faster_percent, "goal_faster_percent", HERE, MAY, 0, 50, 0,  \
      "%", "a goal time may be so much faster than the recent race predicts")                      \
    X(INLINE, training_template, "peak", HERE, MUST, template_peak, "the biggest week wished for") \
    X(INLINE, training_template, "long_run", HERE, MUST, template_long_run, "the long run")        \
    X(INLINE, training_template, "easy", HERE, MUST, template_easy, "easy running")                \
    X(INLINE, training_template, "needs", HERE, MUST, template_needs, "what the distance asks")    \
    X(LIST, training_template, run_counts, run_count_rows, "run_counts", HERE, MUST, 1, MOST_ROWS, \
      run_count, "runs a week by the recent mean")                                                 \
    X(LIST, training_template, settings, setting_count, "settings", HERE, MAY, 0, MOST_SETTINGS,   \
      rule_setting, "changes of rules' settings")                                                  \
    X(INLINE, training_template, "menus", HERE, MUST, menus, "by the kind of week")

UNFILED(training_template, arena, "holds the rest");
UNFILED(training_template, library, "is read before");
UNFILED(menu_slot, rotate_count, "of rotate");

/* --- sessions ----------------------------------------------------------------------------------
 */

void fail_unknown_session(struct document *document, const struct place *place, const char *id,
                          const struct session_library *library)
{
    struct arena *arena = arena_new();
    const char **ids = arena_array(arena, library->recipe_count, sizeof *ids);
    for (size_t i = 0; i < library->recipe_count; i++)
        ids[i] = library->recipes[i].id;
    const char *nearest = text_nearest(id, ids, library->recipe_count);
    document_fail(document, place, NULL, "the session library has no \"%s\"%s%s%s", id,
                  nearest ? "; did you mean \"" : "", nearest ? nearest : "", nearest ? "\"?" : "");
    arena_free(arena);
}

static const struct recipe *find_session(struct document *document, const struct place *place)
{
    const struct session_library *library = document->context;
    const struct recipe *recipe = session_library_find(library, place->text);
    if (!recipe)
        fail_unknown_session(document, place, place->text, library);
    return recipe;
}

static void read_recipe_name(struct document *document, const struct place *place,
                             const struct field *field, void *object)
{
    struct training_template *shape = object;
    (void)field;
    shape->easy_run = find_session(document, place);
}

static void read_rotation(struct document *document, const struct place *place,
                          const struct field *field, void *object)
{
    struct menu_slot *slot = object;
    (void)field;
    slot->rotate = arena_array(document->arena, place->count, sizeof *slot->rotate);
    slot->rotate_count = place->count;
    size_t i = 0;
    for (const struct place *entry = place->first; entry; entry = entry->next, i++)
        if (!entry->is_wrong && strcmp(entry->text, NO_SESSION) != 0)
            slot->rotate[i] = find_session(document, entry);
}

static const struct own_field recipe_name_own = {read_recipe_name, NULL};
static const struct own_field rotation_own = {read_rotation, NULL};

/* --- checks ------------------------------------------------------------------------------------
 */

static void check_order(struct document *document, const struct place *place, const char *key,
                        int least, int most)
{
    const struct place *value = place_find(place, key);
    if (value && !value->is_wrong && least != UNKNOWN && most < least)
        document_fail(document, value, NULL, "is less than what it goes up from");
}

static void finish_race(struct document *document, const struct place *place, void *object)
{
    const struct training_template *shape = object;
    check_order(document, place, "to", shape->race_from_m, shape->race_to_m);
}

static void finish_weeks(struct document *document, const struct place *place, void *object)
{
    const struct training_template *shape = object;
    check_order(document, place, "most", shape->least_weeks, shape->most_weeks);
}

static void finish_peak(struct document *document, const struct place *place, void *object)
{
    const struct training_template *shape = object;
    check_order(document, place, "most_km", shape->peak_least_m, shape->peak_most_m);
}

static void check_run_count(struct document *document, const struct place *place,
                            struct run_count_row *rows, size_t index, bool is_last)
{
    struct run_count_row *row = &rows[index];
    const struct place *below = place_find(place, "below_km"), *days = place_find(place, "days");
    if (is_last && below)
        document_fail(document, below, NULL,
                      "the last row is for all who run more; it has no below_km");
    if (!is_last && !below && !place->is_incomplete)
        document_fail(document, place, NULL, "needs a below_km; only the last row has none");
    if (days && !days->is_wrong && !days->is_incomplete && (int)days->count < row->runs)
        document_fail(document, days, NULL, "should be at least as many as the runs");
    if (index > 0 && below && !below->is_wrong && rows[index - 1].below_m != INT_MAX &&
        row->below_m <= rows[index - 1].below_m)
        document_fail(document, below, NULL, "should be above that of the row before");
}

static void finish_template(struct document *document, const struct place *place, void *object)
{
    struct training_template *shape = object;
    const struct place *list = place_find(place, "run_counts");
    const struct place *row = place_first(list);
    for (size_t i = 0; row && i < shape->run_count_rows; i++, row = row->next)
        check_run_count(document, row, shape->run_counts, i, i + 1 == shape->run_count_rows);
}

FORM(template_race, training_template, TEMPLATE_RACE_FIELDS, .finish = finish_race)
FORM(template_weeks, training_template, TEMPLATE_WEEKS_FIELDS, .finish = finish_weeks)
FORM(template_phases, training_template, TEMPLATE_PHASES_FIELDS)
FORM(template_peak, training_template, TEMPLATE_PEAK_FIELDS, .finish = finish_peak)
FORM(template_long_run, training_template, TEMPLATE_LONG_RUN_FIELDS)
FORM(template_easy, training_template, TEMPLATE_EASY_FIELDS)
FORM(template_needs, training_template, TEMPLATE_NEEDS_FIELDS)
FORM(run_count, run_count_row, RUN_COUNT_FIELDS)
FORM(menu_slot, menu_slot, MENU_SLOT_FIELDS)
FORM(menus, training_template, MENUS_FIELDS)
FORM(training_template, training_template, TRAINING_TEMPLATE_FIELDS, .finish = finish_template)

static const struct document_kind template_kind = {&training_template_form, 1, MOST_TEMPLATE_BYTES};

struct training_template *
training_template_read(const char *path, const struct session_library *library, struct error *error)
{
    struct document document;
    struct arena *arena = arena_new();
    struct training_template *shape =
        document_read(&document, &template_kind, path, arena, library, error);
    bool failed = document.failed || !shape;
    document_release(&document);
    if (failed) {
        arena_free(arena);
        return NULL;
    }
    shape->arena = arena;
    shape->library = library;
    return shape;
}
