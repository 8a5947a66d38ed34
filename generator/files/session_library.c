/* The session library: every file of a folder, and what their recipes say of each other. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/memory.h"
#include "files/template_file.h"
#include "files/template_forms.h"

#define PURPOSE_BYTES 1, 1000
#define HILLS_M       0, 5000
#define MOST_REPEATS  100
#define MOST_DOSE_M   5000
#define MOST_STEPS    50
#define MOST_NOTES    10
#define MOST_SESSIONS 200
#define STEP_TIME_S   1, 24 * 3600

/* --- the fields -------------------------------------------------------------------------------
 */

#define PROGRESSION_FIELDS(X, most)                                                                \
    X(COUNT, progression, from, "from", HERE, MUST, 1, most, "", "the first time")                 \
    X(COUNT, progression, step, "step", HERE, MUST, 0, most, "", "more each time")                 \
    X(COUNT, progression, to, "to", HERE, MUST, 1, most, "", "in the end")
#define REPEATS_FIELDS(X) PROGRESSION_FIELDS(X, MOST_REPEATS)
#define DOSE_FIELDS(X)    PROGRESSION_FIELDS(X, MOST_DOSE_M)

#define STEP_AMOUNT_FIELDS(X, NEEDS)                                                               \
    X(WORD, recipe_step, kind, "kind", HERE, NEEDS, step_kind, STEP_RUN, "what it is for")         \
    X(WORD, recipe_step, effort, "effort", HERE, NEEDS, effort, EFFORT_NONE, "how hard")           \
    X(TIME, recipe_step, duration_s, "duration", HERE, MAY, STEP_TIME_S, "its length, or")         \
    X(NUMBER, recipe_step, distance_m, "distance_m", HERE, MAY, 1, 400000, UNKNOWN, "m",           \
      "its length")
#define STEP_PACE_FIELDS(X)                                                                        \
    X(OWN, recipe_step, pace, "pace", HERE, MAY, pace,                                             \
      "easy, marathon, threshold, interval, repetition or race")                                   \
    X(NUMBER, recipe_step, grade_percent, "grade_percent", HERE, MAY, -30, 30, 0, "%",             \
      "of the slope that it is run on")                                                            \
    X(FLAG, recipe_step, is_race_grade, "race_grade", HERE, MAY,                                   \
      "the slope is that of the race, where it is known")

#define INNER_RECIPE_STEP_FIELDS(X) STEP_AMOUNT_FIELDS(X, MUST) STEP_PACE_FIELDS(X)
#define RECIPE_STEP_FIELDS(X)                                                                      \
    STEP_AMOUNT_FIELDS(X, MAY)                                                                     \
    X(WORD, recipe_step, length, "length", HERE, MAY, step_length, STEP_LENGTH_GIVEN,              \
      "what it follows, instead of these two")                                                     \
    STEP_PACE_FIELDS(X)                                                                            \
    X(MAPPING, recipe_step, repeat, "repeat", HERE, MAY, repeats, "how often its steps are run")   \
    X(LIST, recipe_step, steps, step_count, "steps", HERE, MAY, 1, MOST_STEPS, inner_recipe_step,  \
      "what is repeated")

#define RECIPE_NOTE_FIELDS(X)                                                                      \
    X(TEXT, recipe_note, text, "text", HERE, MUST, PURPOSE_BYTES, "for the runner")                \
    X(NUMBER, recipe_note, at_least, "at_least", HERE, MAY, 1, 100, 0, "%",                        \
      "where all that it names of the course is so much")                                          \
    X(WORD, recipe_note, access, "access", HERE, MAY, hill_access, HILL_ACCESS_COUNT,              \
      "only for runners with such hills")

#define RECIPE_DISTANCE_FIELDS(X)                                                                  \
    X(DECIMAL, recipe, least_m, "least", HERE, MAY, KM, UNKNOWN, "km", "the shortest")             \
    X(DECIMAL, recipe, most_m, "most", HERE, MAY, KM, UNKNOWN, "km", "the longest")

#define RECIPE_FIELDS(X)                                                                           \
    X(TEXT, recipe, id, "id", HERE, MUST, ID_BYTES, "its name in menus")                           \
    X(WORD, recipe, kind, "kind", HERE, MUST, session_kind, SESSION_EASY, "as in a plan document") \
    X(TEXT, recipe, title, "title", HERE, MUST, ID_BYTES, "in a few words")                        \
    X(WORD, recipe, effort, "effort", HERE, MAY, effort, EFFORT_NONE, "as in a plan document")     \
    X(WORD, recipe, terrain, "terrain", HERE, MAY, terrain, TERRAIN_NONE, "as in a plan document") \
    X(TEXT, recipe, purpose, "purpose", HERE, MUST, PURPOSE_BYTES, "the words on the page")        \
    X(TEXT, recipe, progress, "progress", HERE, MAY, PURPOSE_BYTES,                                \
      "how it changes from one time to the next")                                                  \
    X(NUMBER, recipe, share, "share", HERE, MAY, 1, 100, UNKNOWN, "%", "of the week's distance")   \
    X(INLINE, recipe, "distance_km", HERE, MAY, recipe_distance, "its bounds")                     \
    X(NUMBER, recipe, climb_per_repeat_m, "climb_per_repeat_m", HERE, MAY, HILLS_M, 0, "m",        \
      "of an uphill session; jogged down again")                                                   \
    X(NUMBER, recipe, race_hills, "race_hills", HERE, MAY, 0, 300, 0, "%",                         \
      "of the race's climb and descent a km that it reaches at the peak")                          \
    X(MAPPING, recipe, descent_m, "descent_m", HERE, MAY, dose, "of a downhill session")           \
    X(FLAG, recipe, needs_hills, "needs_hills", HERE, MAY, "without hills another one is held")    \
    X(NUMBER, recipe, race_descent_least, "race_descent_least", HERE, MAY, HILLS_PER_KM, 0,        \
      "m a km", "held only where the race descends so much")                                       \
    X(TEXT, recipe, instead, "instead", HERE, MAY, ID_BYTES, "the recipe without hills")           \
    X(TIME, recipe, duration_s, "duration", HERE, MAY, 60, 24 * 3600,                              \
      "of run-walk and of what is not run")                                                        \
    X(LIST, recipe, notes, note_count, "notes", HERE, MAY, 0, MOST_NOTES, recipe_note,             \
      "further notes")                                                                             \
    X(LIST, recipe, steps, step_count, "steps", HERE, MAY, 0, MOST_STEPS, recipe_step,             \
      "what it is made of")

#define TERRAIN_LIMIT_FIELDS(X)                                                                    \
    X(COUNT, session_library, flat_most_m_per_km, "flat_m_per_km", HERE, MUST, 1, 500, "m a km",   \
      "flat, up to so much climb or descent")                                                      \
    X(COUNT, session_library, rolling_most_m_per_km, "rolling_m_per_km", HERE, MUST, 1, 500,       \
      "m a km", "rolling, up to so much")

#define SESSION_LIBRARY_FIELDS(X)                                                                  \
    X(INLINE, session_library, "terrain", HERE, MAY, terrain_limit,                                \
      "the word for a run's terrain; in one of the files")                                         \
    X(LIST, session_library, recipes, recipe_count, "sessions", HERE, MUST, 0, MOST_SESSIONS,      \
      recipe, "the recipes")

UNFILED(session_library, arena, "holds the rest");

/* --- recipes -----------------------------------------------------------------------------------
 */

static const char *const step_lengths[] = {
    [STEP_LENGTH_DESCENT] = "descent", [STEP_LENGTH_REST] = "rest"};
static const struct word_list step_length_words = {step_lengths, STEP_LENGTH_COUNT, NULL};

static const char *const paces[] = {"easy",     "marathon",   "threshold",
                                    "interval", "repetition", "race"};
static const struct word_list pace_words = {paces, sizeof paces / sizeof *paces, NULL};

/* The word itself is kept. */
static void read_pace(struct document *document, const struct place *place,
                      const struct field *field, void *object)
{
    struct recipe_step *step = object;
    char shown[TEXT_EXCERPT_SIZE];
    (void)field;
    step->pace = word_list_word(&pace_words, word_list_find(&pace_words, place->text));
    if (step->pace)
        return;
    struct text advice = TEXT_INIT;
    word_list_advise(&pace_words, place->text, "\"", &advice);
    document_fail(document, place, NULL, "\"%s\" is not one of %s",
                  text_excerpt(place->text, shown), text_string(&advice));
    text_release(&advice);
}

static const struct own_field pace_own = {read_pace, NULL};

static void finish_progression(struct document *document, const struct place *place, void *object)
{
    const struct progression *progression = object;
    if (place && progression->from > 0 && progression->to > 0 &&
        progression->to < progression->from)
        document_fail(document, place, "to", "is less than from");
}

static void check_length(struct document *document, const struct place *place,
                         const struct recipe_step *step)
{
    int lengths = (place_find(place, "duration") != NULL) +
                  (place_find(place, "distance_m") != NULL) + (place_find(place, "length") != NULL);
    if (!place->is_incomplete && lengths != 1)
        document_fail(document, place, NULL,
                      "needs a duration, a distance_m or a length, and only one");
    if (step->length == STEP_LENGTH_DESCENT && step->grade_percent >= 0)
        document_fail(document, place, "length", "descent needs a grade_percent below 0");
}

static void finish_inner_step(struct document *document, const struct place *place, void *object)
{
    check_length(document, place, object);
}

/* A plain step, or a repeat of plain ones. */
static void finish_step(struct document *document, const struct place *place, void *object)
{
    bool has_steps = place_find(place, "steps"), is_repeat = place_find(place, "repeat");
    if (!has_steps && !is_repeat) {
        if (!place->is_incomplete && (!place_find(place, "kind") || !place_find(place, "effort")))
            document_fail(document, place, NULL, "needs a kind and an effort; or repeat and steps");
        check_length(document, place, object);
        return;
    }
    if (has_steps != is_repeat && !place->is_incomplete)
        document_fail(document, place, NULL, "repeat and steps go together");
    if (place->count > (size_t)has_steps + (size_t)is_repeat)
        document_fail(document, place, NULL, "a repeat has nothing but repeat and steps");
}

static void finish_note(struct document *document, const struct place *place, void *object)
{
    const struct recipe_note *note = object;
    struct recipe_note_part part = {.rest = note->text};
    while (note->text && recipe_note_next(&part))
        if (part.word == COURSE_WORD_COUNT)
            document_fail(document, place, "text",
                          "names something else in braces than down, up, early_descent, "
                          "late_descent and late_climb");
}

/* What runs and other sessions have to have, each. */
static void finish_recipe(struct document *document, const struct place *place, void *object)
{
    const struct recipe *recipe = object;
    bool has_duration = place_find(place, "duration");
    if (recipe->id && strcmp(recipe->id, NO_SESSION) == 0)
        document_fail(document, place, "id", "\"%s\" means no session in menus", NO_SESSION);
    if (recipe->least_m != UNKNOWN && recipe->most_m != UNKNOWN && recipe->least_m > recipe->most_m)
        document_fail(document, place_find(place, "distance_km"), "most", "is less than least");
    if (place->is_incomplete || !place_find(place, "kind") || place_find(place, "kind")->is_wrong)
        return;
    bool is_run = session_kind_is_run(recipe->kind);
    if (is_run && (!place_find(place, "effort") || !place_find(place, "terrain")))
        document_fail(document, place, NULL, "a run needs an effort and a terrain");
    bool is_by_time = !is_run || recipe->kind == SESSION_RUN_WALK;
    if (!is_by_time && has_duration)
        document_fail(document, place, "duration",
                      "is for run-walk and what is not run; use steps");
    if (is_by_time && !has_duration)
        document_fail(document, place, NULL, "run-walk and what is not run need a duration");
}

static void finish_terrain(struct document *document, const struct place *place, void *object)
{
    const struct session_library *library = object;
    if (place && library->flat_most_m_per_km > 0 && library->rolling_most_m_per_km > 0 &&
        library->rolling_most_m_per_km < library->flat_most_m_per_km)
        document_fail(document, place, "rolling_m_per_km", "is less than flat_m_per_km");
}

FORM(repeats, progression, REPEATS_FIELDS, .finish = finish_progression)
FORM(dose, progression, DOSE_FIELDS, .finish = finish_progression)
FORM(inner_recipe_step, recipe_step, INNER_RECIPE_STEP_FIELDS, .finish = finish_inner_step)
FORM(recipe_step, recipe_step, RECIPE_STEP_FIELDS, .finish = finish_step)
FORM(recipe_note, recipe_note, RECIPE_NOTE_FIELDS, .finish = finish_note)
FORM(recipe_distance, recipe, RECIPE_DISTANCE_FIELDS)
FORM(recipe, recipe, RECIPE_FIELDS, .finish = finish_recipe)
FORM(terrain_limit, session_library, TERRAIN_LIMIT_FIELDS, .finish = finish_terrain)
FORM(session_library, session_library, SESSION_LIBRARY_FIELDS)

static const struct document_kind library_kind = {&session_library_form, 1, MOST_TEMPLATE_BYTES};

/* --- files -------------------------------------------------------------------------------------
 */

/* A file of the library, open until all recipes are known, and where its recipes begin. */
struct library_file {
    struct document document;
    char *path;
    size_t first_recipe;
};

/* Adds what a file holds to the library. */
static void add_file(struct library_file *file, struct session_library *library)
{
    struct document *document = &file->document;
    const struct session_library *given = document->data;
    struct recipe *recipes =
        arena_array(library->arena, library->recipe_count + given->recipe_count, sizeof *recipes);
    if (library->recipe_count)
        memcpy(recipes, library->recipes, library->recipe_count * sizeof *recipes);
    if (given->recipe_count)
        memcpy(recipes + library->recipe_count, given->recipes,
               given->recipe_count * sizeof *recipes);
    file->first_recipe = library->recipe_count;
    library->recipes = recipes;
    library->recipe_count += given->recipe_count;
    if (!place_find(document->root, "terrain"))
        return;
    if (library->rolling_most_m_per_km > 0)
        document_fail(document, document->root, "terrain", "is given in another file already");
    library->flat_most_m_per_km = given->flat_most_m_per_km;
    library->rolling_most_m_per_km = given->rolling_most_m_per_km;
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
    const struct place *place = place_find(document->root, "sessions")->first;
    for (size_t i = file->first_recipe; place; place = place->next, i++) {
        const struct recipe *recipe = &library->recipes[i];
        if (session_library_find(library, recipe->id) != recipe)
            document_fail(document, place, "id", "another session has the id \"%s\"", recipe->id);
        if (!recipe->instead)
            continue;
        if (!session_library_find(library, recipe->instead))
            fail_unknown_session(document, place_find(place, "instead"), recipe->instead, library);
        else if (!variants_end(library, recipe))
            document_fail(document, place, "instead", "goes round in a circle");
    }
}

static bool read_files(struct library_file *files, size_t count, struct session_library *library,
                       struct error *error)
{
    bool failed = false;
    for (size_t i = 0; i < count; i++) {
        if (document_read(&files[i].document, &library_kind, files[i].path, library->arena, NULL,
                          error))
            add_file(&files[i], library);
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
