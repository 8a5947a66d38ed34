/* Training templates: the shape of a plan, with its sessions looked up in the library. */
#include <limits.h>
#include <string.h>

#include "files/template_document.h"
#include "files/template_file.h"
#include "files/values.h"

#define KM_PLACES      3 /* decimals of a km: metres */
#define MOST_M         400000
#define MOST_WEEKS     104
#define MOST_RECOVERY  12
#define MOST_PERCENT   1000 /* of the recent weeks */
#define FASTEST_PACE_S 120
#define SLOWEST_PACE_S 1800
#define NO_SESSION     "none"

static int read_km(struct document *document, const struct node *node, const char *key,
                   const char *given)
{
    return value_decimal(document, node, key, given, KM_PLACES, 0, MOST_M);
}

/* An int of a section; 0 where it isn't in the file. */
static int read_int(struct document *document, const struct node *node, const char *key,
                    const int *given, int least, int most)
{
    int value = value_int(document, node, key, given, least, most);
    return value == UNKNOWN ? 0 : value;
}

static void check_order(struct document *document, const struct node *node, const char *key,
                        int least, int most)
{
    if (least != UNKNOWN && most != UNKNOWN && most < least)
        document_fail(document, node, key, "is less than what it goes up from");
}

static void read_frame(struct document *document, struct training_template *shape,
                       const struct training_template_document *given)
{
    const struct node *root = document->root, *race = document_place(root, "race_m"),
                      *weeks = document_place(root, "weeks"),
                      *phases = document_place(root, "phases");
    shape->name = value_string(shape->arena, given->name);
    shape->title = value_string(shape->arena, given->title);
    shape->race_from_m = read_int(document, race, "from", &given->race_m.from, 1, MOST_M);
    shape->race_to_m = read_int(document, race, "to", &given->race_m.to, 1, MOST_M);
    check_order(document, race, "to", shape->race_from_m, shape->race_to_m);
    shape->least_weeks = read_int(document, weeks, "least", &given->weeks.least, 1, MOST_WEEKS);
    shape->most_weeks = read_int(document, weeks, "most", &given->weeks.most, 1, MOST_WEEKS);
    check_order(document, weeks, "most", shape->least_weeks, shape->most_weeks);
    shape->build_weeks = read_int(document, phases, "build", &given->phases.build, 0, MOST_WEEKS);
    shape->peak_weeks = read_int(document, phases, "peak", &given->phases.peak, 0, MOST_WEEKS);
    shape->taper_weeks = read_int(document, phases, "taper", &given->phases.taper, 0, MOST_WEEKS);
    shape->recovery_weeks =
        read_int(document, phases, "recovery", &given->phases.recovery, 0, MOST_RECOVERY);
    shape->goal_faster_percent =
        read_int(document, root, "goal_faster_percent", &given->goal_faster_percent, 0, 50);
    shape->early_race_days =
        read_int(document, root, "early_race_days", &given->early_race_days, 0, DAYS_PER_WEEK - 1);
}

static void read_amounts(struct document *document, struct training_template *shape,
                         const struct training_template_document *given)
{
    const struct node *root = document->root, *peak = document_place(root, "peak"),
                      *long_run = document_place(root, "long_run"),
                      *easy = document_place(root, "easy"), *needs = document_place(root, "needs");
    shape->peak_percent_of_recent = read_int(document, peak, "percent_of_recent",
                                             &given->peak.percent_of_recent, 1, MOST_PERCENT);
    shape->peak_least_m = read_km(document, peak, "least_km", given->peak.least_km);
    shape->peak_most_m = read_km(document, peak, "most_km", given->peak.most_km);
    check_order(document, peak, "most_km", shape->peak_least_m, shape->peak_most_m);
    shape->long_run_most_m = read_km(document, long_run, "most_km", given->long_run.most_km);
    shape->long_run_race_percent =
        value_int(document, long_run, "race_percent", given->long_run.race_percent, 1, 1000);
    const struct node *shares = document_place(long_run, "share_by_runs");
    for (unsigned i = 0; i < given->long_run.share_by_runs_count && i < DAYS_PER_WEEK; i++)
        shape->long_run_share[i + 1] =
            value_int(document, shares->items[i], NULL, &given->long_run.share_by_runs[i], 1, 100);
    shape->easy_least_m = read_km(document, easy, "least_km", given->easy.least_km);
    shape->race_week_most_m =
        read_km(document, easy, "race_week_most_km", given->easy.race_week_most_km);
    shape->unknown_easy_pace_s_per_km = value_duration(
        document, easy, "unknown_pace", given->easy.unknown_pace, FASTEST_PACE_S, SLOWEST_PACE_S);
    shape->needs_peak_m = read_km(document, needs, "peak_km", given->needs.peak_km);
    shape->needs_long_m = read_km(document, needs, "long_km", given->needs.long_km);
    shape->tight_percent =
        read_int(document, needs, "tight_percent", &given->needs.tight_percent, 1, 100);
}

static void read_run_counts(struct document *document, struct training_template *shape,
                            const struct training_template_document *given)
{
    size_t count = given->run_counts_count;
    shape->run_counts = arena_array(shape->arena, count, sizeof *shape->run_counts);
    shape->run_count_rows = count;
    for (size_t i = 0; i < count; i++) {
        const struct node *node = document_place(document->root, "run_counts")->items[i];
        const struct run_count_document *row = &given->run_counts[i];
        bool is_last = i + 1 == count;
        if (is_last && row->below_km)
            document_fail(document, node, "below_km",
                          "the last row is for all who run more; it has no below_km");
        if (!is_last && !row->below_km && !node->is_incomplete)
            document_fail(document, node, NULL, "needs a below_km; only the last row has none");
        int below_m = read_km(document, node, "below_km", row->below_km);
        shape->run_counts[i].below_m = is_last ? INT_MAX : below_m;
        shape->run_counts[i].runs = read_int(document, node, "runs", &row->runs, 1, DAYS_PER_WEEK);
        for (unsigned d = 0; d < row->days_count; d++)
            shape->run_counts[i].days[row->days[d]] = true;
        if (row->days_count && (int)row->days_count < shape->run_counts[i].runs)
            document_fail(document, node, "days", "should be at least as many as the runs");
        if (i > 0 && below_m != UNKNOWN && below_m <= shape->run_counts[i - 1].below_m)
            document_fail(document, node, "below_km", "should be above that of the row before");
    }
}

/* --- sessions ----------------------------------------------------------------------------------
 */

void fail_unknown_session(struct document *document, const struct node *mapping, const char *key,
                          const char *id, const struct session_library *library)
{
    struct arena *arena = arena_new();
    const char **ids = arena_array(arena, library->recipe_count, sizeof *ids);
    for (size_t i = 0; i < library->recipe_count; i++)
        ids[i] = library->recipes[i].id;
    const char *nearest = text_nearest(id, ids, library->recipe_count);
    document_fail(document, mapping, key, "the session library has no \"%s\"%s%s%s", id,
                  nearest ? "; did you mean \"" : "", nearest ? nearest : "", nearest ? "\"?" : "");
    arena_free(arena);
}

static const struct recipe *find_session(struct document *document, const struct node *mapping,
                                         const char *key, const char *id,
                                         const struct session_library *library)
{
    const struct recipe *recipe = id ? session_library_find(library, id) : NULL;
    if (id && !recipe)
        fail_unknown_session(document, mapping, key, id, library);
    return recipe;
}

static struct menu_slot read_slot(struct document *document, const struct node *node,
                                  const struct menu_slot_document *given,
                                  const struct training_template *shape)
{
    struct menu_slot slot = {
        .rotate = arena_array(shape->arena, given->rotate_count, sizeof(struct recipe *)),
        .rotate_count = given->rotate_count,
        .runs_at_least =
            read_int(document, node, "runs_at_least", &given->runs_at_least, 0, DAYS_PER_WEEK),
        .runs_at_most = given->runs_at_most ? value_int(document, node, "runs_at_most",
                                                        given->runs_at_most, 1, DAYS_PER_WEEK)
                                            : DAYS_PER_WEEK,
        .race_descent_at_least = read_int(document, node, "race_descent_at_least",
                                          &given->race_descent_at_least, 0, MOST_HILLS_PER_KM),
        .race_descent_below = given->race_descent_below
                                  ? value_int(document, node, "race_descent_below",
                                              given->race_descent_below, 1, MOST_HILLS_PER_KM)
                                  : INT_MAX,
        .week_at_least_m = given->week_at_least_km ? read_km(document, node, "week_at_least_km",
                                                             given->week_at_least_km)
                                                   : 0,
        .week_below_m = given->week_below_km
                            ? read_km(document, node, "week_below_km", given->week_below_km)
                            : INT_MAX,
    };
    for (size_t i = 0; i < slot.rotate_count; i++)
        if (strcmp(given->rotate[i], NO_SESSION) != 0)
            slot.rotate[i] = find_session(document, document_place(node, "rotate")->items[i], NULL,
                                          given->rotate[i], shape->library);
    return slot;
}

static void read_menus(struct document *document, struct training_template *shape,
                       const struct menus_document *given)
{
    const struct node *menus = document_place(document->root, "menus");
    for (int kind = 0; kind < MENU_KIND_COUNT; kind++) {
        const struct node *list = document_place(menus, menu_kind_key((enum menu_kind)kind));
        struct menu *menu = &shape->menus[kind];
        menu->slot_count = given->of[kind].slots_count;
        menu->slots = arena_array(shape->arena, menu->slot_count, sizeof *menu->slots);
        for (size_t i = 0; i < menu->slot_count; i++)
            menu->slots[i] = read_slot(document, list->items[i], &given->of[kind].slots[i], shape);
    }
}

static struct training_template *read_template(struct document *document,
                                               const struct session_library *library)
{
    const struct training_template_document *given = document->data;
    const struct node *root = document->root;
    struct arena *arena = arena_new();
    struct training_template *shape = arena_alloc(arena, sizeof *shape);
    shape->arena = arena;
    shape->library = library;
    read_frame(document, shape, given);
    read_amounts(document, shape, given);
    read_run_counts(document, shape, given);
    shape->easy_run = find_session(document, document_place(root, "easy"), "session",
                                   given->easy.session, library);
    shape->settings = rule_settings_read(document_place(root, "settings"), given->settings,
                                         given->settings_count, arena);
    shape->setting_count = given->settings_count;
    read_menus(document, shape, &given->menus);
    return shape;
}

struct training_template *
training_template_read(const char *path, const struct session_library *library, struct error *error)
{
    struct document document;
    struct training_template *shape = NULL;
    if (document_read(&document, path, MOST_TEMPLATE_BYTES, &training_template_schema, error))
        shape = read_template(&document, library);
    if (document.failed) {
        training_template_free(shape);
        shape = NULL;
    }
    document_release(&document);
    return shape;
}
