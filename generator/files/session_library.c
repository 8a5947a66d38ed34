/* The session library: every file of a folder, and what their recipes say of each other. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/memory.h"
#include "files/template_document.h"
#include "files/template_file.h"
#include "files/values.h"

#define KM_PLACES       3 /* decimals of a km: metres */
#define MOST_M          400000
#define MOST_HILLS_M    5000
#define MOST_REPEATS    100
#define MOST_RACE_HILLS 300 /* percent */
#define LONGEST_S       (24 * 3600)
#define NO_SESSION      "none" /* the word of menus, so no id */

/* A file of the library, open until all recipes are known, and where its recipes begin. */
struct library_file {
    struct document document;
    char *path;
    size_t first_recipe;
};

/* --- recipes -----------------------------------------------------------------------------------
 */

static struct progression read_progression(struct document *document, const struct node *mapping,
                                           const char *key,
                                           const struct progression_document *given, int most)
{
    const struct node *node = node_find(mapping, key);
    struct progression none = {0, 0, 0};
    if (!node || node->is_incomplete || node->count < 3)
        return none;
    struct progression progression = {
        .from = value_int(document, node, "from", &given->from, 1, most),
        .step = value_int(document, node, "step", &given->step, 0, most),
        .to = value_int(document, node, "to", &given->to, 1, most),
    };
    if (given->to < given->from)
        document_fail(document, node, "to", "is less than from");
    return progression;
}

static struct recipe_step read_plain_step(struct document *document, const struct node *node,
                                          const struct recipe_step_document *given)
{
    struct recipe_step step = {
        .kind = given->kind ? *given->kind : STEP_RUN,
        .effort = given->effort ? *given->effort : EFFORT_NONE,
        .length = given->length ? *given->length : STEP_LENGTH_GIVEN,
        .duration_s = value_duration(document, node, "duration", given->duration, 1, LONGEST_S),
        .distance_m = value_int(document, node, "distance_m", given->distance_m, 1, MOST_M),
        .pace = given->pace ? recipe_pace_choices[*given->pace].str : NULL,
        .grade_percent = given->grade_percent ? value_int(document, node, "grade_percent",
                                                          given->grade_percent, -30, 30)
                                              : 0,
        .is_race_grade = given->race_grade,
    };
    if (!node->is_incomplete && (!given->kind || !given->effort))
        document_fail(document, node, NULL, "needs a kind and an effort; or repeat and steps");
    if (!node->is_incomplete && !!given->duration + !!given->distance_m + !!given->length != 1)
        document_fail(document, node, NULL,
                      "needs a duration, a distance_m or a length, and only one");
    if (step.length == STEP_LENGTH_DESCENT && step.grade_percent >= 0)
        document_fail(document, node, "length", "descent needs a grade_percent below 0");
    return step;
}

static struct recipe_step read_step(struct document *document, const struct node *node,
                                    const struct recipe_step_document *given, struct arena *arena)
{
    bool has_steps = node_find(node, "steps") != NULL, is_repeat = node_find(node, "repeat");
    if (!has_steps && !is_repeat)
        return read_plain_step(document, node, given);
    struct recipe_step step = {
        .kind = STEP_RUN,
        .effort = EFFORT_NONE,
        .duration_s = UNKNOWN,
        .distance_m = UNKNOWN,
        .repeat = read_progression(document, node, "repeat", &given->repeat, MOST_REPEATS),
        .steps = arena_array(arena, given->steps_count, sizeof(struct recipe_step)),
        .step_count = given->steps_count,
    };
    if (has_steps != is_repeat && !node->is_incomplete)
        document_fail(document, node, NULL, "repeat and steps go together");
    if (node->count > (size_t)has_steps + (size_t)is_repeat)
        document_fail(document, node, NULL, "a repeat has nothing but repeat and steps");
    for (size_t i = 0; i < step.step_count; i++)
        step.steps[i] =
            read_plain_step(document, document_place(node, "steps")->items[i], &given->steps[i]);
    return step;
}

/* What runs and other sessions have to have, each. */
static void check_recipe(struct document *document, const struct node *node,
                         const struct recipe_document *given, const struct recipe *recipe)
{
    if (given->id && strcmp(given->id, NO_SESSION) == 0)
        document_fail(document, node, "id", "\"%s\" means no session in menus", NO_SESSION);
    if (recipe->least_m != UNKNOWN && recipe->most_m != UNKNOWN && recipe->least_m > recipe->most_m)
        document_fail(document, document_place(node, "distance_km"), "most", "is less than least");
    if (node->is_incomplete || !given->kind)
        return;
    bool is_run = session_kind_is_run(*given->kind);
    if (is_run && (!given->effort || !given->terrain))
        document_fail(document, node, NULL, "a run needs an effort and a terrain");
    bool is_by_time = !is_run || *given->kind == SESSION_RUN_WALK;
    if (!is_by_time && given->duration)
        document_fail(document, node, "duration", "is for run-walk and what is not run; use steps");
    if (is_by_time && !given->duration)
        document_fail(document, node, NULL, "run-walk and what is not run need a duration");
}

static int or_zero(int value)
{
    return value == UNKNOWN ? 0 : value;
}

static struct recipe_note read_note(struct document *document, const struct node *node,
                                    const struct recipe_note_document *given, struct arena *arena)
{
    struct recipe_note note = {
        .text = value_string(arena, given->text),
        .at_least = or_zero(value_int(document, node, "at_least", given->at_least, 1, 100)),
        .access = given->access ? *given->access : HILL_ACCESS_COUNT,
    };
    struct recipe_note_part part = {.rest = note.text};
    while (recipe_note_next(&part))
        if (part.word == COURSE_WORD_COUNT)
            document_fail(document, node, "text",
                          "names something else in braces than down, up, early_descent, "
                          "late_descent and late_climb");
    return note;
}

static struct recipe read_recipe(struct document *document, const struct node *node,
                                 const struct recipe_document *given, struct arena *arena)
{
    const struct node *distance = document_place(node, "distance_km");
    struct recipe recipe = {
        .id = value_string(arena, given->id),
        .title = value_string(arena, given->title),
        .purpose = value_string(arena, given->purpose),
        .progress = value_string(arena, given->progress),
        .kind = given->kind ? *given->kind : SESSION_EASY,
        .effort = given->effort ? *given->effort : EFFORT_NONE,
        .terrain = given->terrain ? *given->terrain : TERRAIN_NONE,
        .share = value_int(document, node, "share", given->share, 1, 100),
        .least_m = value_decimal(document, distance, "least", given->distance_km.least, KM_PLACES,
                                 0, MOST_M),
        .most_m = value_decimal(document, distance, "most", given->distance_km.most, KM_PLACES, 1,
                                MOST_M),
        .climb_per_repeat_m = or_zero(value_int(document, node, "climb_per_repeat_m",
                                                given->climb_per_repeat_m, 0, MOST_HILLS_M)),
        .race_hills =
            or_zero(value_int(document, node, "race_hills", given->race_hills, 0, MOST_RACE_HILLS)),
        .descent_m = read_progression(document, node, "descent_m", &given->descent_m, MOST_HILLS_M),
        .needs_hills = given->needs_hills,
        .race_descent_least = or_zero(value_int(document, node, "race_descent_least",
                                                given->race_descent_least, 0, MOST_HILLS_PER_KM)),
        .instead = value_string(arena, given->instead),
        .duration_s = value_duration(document, node, "duration", given->duration, 60, LONGEST_S),
        .notes = arena_array(arena, given->notes_count, sizeof(struct recipe_note)),
        .note_count = given->notes_count,
        .steps = arena_array(arena, given->steps_count, sizeof(struct recipe_step)),
        .step_count = given->steps_count,
    };
    for (size_t i = 0; i < recipe.note_count; i++)
        recipe.notes[i] =
            read_note(document, document_place(node, "notes")->items[i], &given->notes[i], arena);
    for (size_t i = 0; i < recipe.step_count; i++)
        recipe.steps[i] =
            read_step(document, document_place(node, "steps")->items[i], &given->steps[i], arena);
    check_recipe(document, node, given, &recipe);
    return recipe;
}

/* --- files -------------------------------------------------------------------------------------
 */

static void read_terrain(struct document *document, struct session_library *library,
                         const struct terrain_document *given)
{
    const struct node *node = node_find(document->root, "terrain");
    if (!node || node->is_incomplete || node->count < 2)
        return;
    if (library->rolling_most_m_per_km > 0)
        document_fail(document, document->root, "terrain", "is given in another file already");
    if (given->rolling_m_per_km < given->flat_m_per_km)
        document_fail(document, node, "rolling_m_per_km", "is less than flat_m_per_km");
    library->flat_most_m_per_km =
        value_int(document, node, "flat_m_per_km", &given->flat_m_per_km, 1, MOST_HILLS_PER_KM);
    library->rolling_most_m_per_km = value_int(document, node, "rolling_m_per_km",
                                               &given->rolling_m_per_km, 1, MOST_HILLS_PER_KM);
}

/* Adds a file's recipes to the library. */
static void read_file(struct library_file *file, struct session_library *library)
{
    struct document *document = &file->document;
    const struct session_library_document *given = document->data;
    struct recipe *recipes =
        arena_array(library->arena, library->recipe_count + given->sessions_count, sizeof *recipes);
    if (library->recipe_count)
        memcpy(recipes, library->recipes, library->recipe_count * sizeof *recipes);
    library->recipes = recipes;
    file->first_recipe = library->recipe_count;
    for (unsigned i = 0; i < given->sessions_count; i++)
        recipes[library->recipe_count++] =
            read_recipe(document, document_place(document->root, "sessions")->items[i],
                        &given->sessions[i], library->arena);
    read_terrain(document, library, &given->terrain);
}

/* The recipe's variants lead to one that has none. */
static bool variants_end(const struct session_library *library, const struct recipe *recipe)
{
    for (size_t i = 0; i < library->recipe_count && recipe && recipe->instead; i++)
        recipe = session_library_find(library, recipe->instead);
    return !recipe || !recipe->instead;
}

static void check_ids(struct library_file *file, const struct session_library *library)
{
    struct document *document = &file->document;
    const struct session_library_document *given = document->data;
    for (unsigned i = 0; i < given->sessions_count; i++) {
        const struct node *node = document_place(document->root, "sessions")->items[i];
        const struct recipe *recipe = &library->recipes[file->first_recipe + i];
        if (session_library_find(library, recipe->id) != recipe)
            document_fail(document, node, "id", "another session has the id \"%s\"", recipe->id);
        if (!recipe->instead)
            continue;
        if (!session_library_find(library, recipe->instead))
            fail_unknown_session(document, node, "instead", recipe->instead, library);
        else if (!variants_end(library, recipe))
            document_fail(document, node, "instead", "goes round in a circle");
    }
}

static bool read_files(struct library_file *files, size_t count, struct session_library *library,
                       struct error *error)
{
    bool failed = false;
    for (size_t i = 0; i < count; i++) {
        if (document_read(&files[i].document, files[i].path, MOST_TEMPLATE_BYTES,
                          &session_library_schema, error))
            read_file(&files[i], library);
        failed = failed || files[i].document.failed;
    }
    for (size_t i = 0; i < count && !failed; i++)
        check_ids(&files[i], library);
    for (size_t i = 0; i < count; i++)
        failed = failed || files[i].document.failed;
    return !failed;
}

static bool check_library(const char *folder, const struct session_library *library,
                          struct error *error)
{
    if (library->rolling_most_m_per_km > 0)
        return true;
    error_add(error, STATUS_BAD_INPUT, folder, 0, 0,
              "no file here says what is flat: terrain: {flat_m_per_km: 10, rolling_m_per_km: 20}");
    return false;
}

struct session_library *session_library_read(const char *folder, struct error *error)
{
    size_t count;
    char **names = file_list(folder, ".yaml", &count, error);
    if (!names)
        return NULL;
    struct arena *arena = arena_new();
    struct session_library *library = arena_alloc(arena, sizeof *library);
    library->arena = arena;
    struct library_file *files = memory_new((count + 1) * sizeof *files);
    for (size_t i = 0; i < count; i++)
        files[i].path = arena_printf(arena, "%s/%s", folder, names[i]);
    bool is_good =
        read_files(files, count, library, error) && check_library(folder, library, error);
    for (size_t i = 0; i < count; i++)
        document_release(&files[i].document);
    free(files);
    free(names);
    if (is_good)
        return library;
    session_library_free(library);
    return NULL;
}
