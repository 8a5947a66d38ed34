/* The session library: every file of a folder, and what their recipes say of each other. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/memory.h"
#include "files/runner_forms.h"
#include "files/template_file.h"
#include "files/template_forms.h"

#define PURPOSE_BYTES     1, 1000
#define HILLS_M           0, 5000
#define MOST_REPEATS      100
#define MOST_DOSE_M       5000
#define LONGEST_STRETCH_M 10000
#define PERCENT           1, 100
#define MOST_STEPS        50
#define MOST_NOTES        10
#define MOST_SESSIONS     200
#define STEP_TIME_S       1, 24 * 3600

/* --- the fields -------------------------------------------------------------------------------
 */

#define PROGRESSION_FIELDS(X, most)                                                                \
    X(COUNT, progression, from, "from", HERE, MUST, 1, most, "", "the first time")                 \
    X(COUNT, progression, step, "step", HERE, MUST, 0, most, "", "more each time")                 \
    X(COUNT, progression, to, "to", HERE, MUST, 1, most, "", "in the end")
#define REPEATS_FIELDS(X)      PROGRESSION_FIELDS(X, MOST_REPEATS)
#define DESCENT_DOSE_FIELDS(X) PROGRESSION_FIELDS(X, MOST_DOSE_M)

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
    X(TIME, recipe_step, small_week_s, "small_week", HERE, MAY, STEP_TIME_S,                       \
      "its duration in a small week")                                                              \
    X(TIME, recipe_step, least_s, "least", HERE, MAY, STEP_TIME_S,                                 \
      "of one that takes the rest: without so much of it another one is held")                     \
    X(WORD, recipe_step, length, "length", HERE, MAY, step_length, STEP_LENGTH_GIVEN,              \
      "what it follows, instead of duration and distance_m")                                       \
    STEP_PACE_FIELDS(X)                                                                            \
    X(MAPPING, recipe_step, repeat, "repeat", HERE, MAY, repeats, "how often its steps are run")   \
    X(FLAG, recipe_step, is_work, "work", HERE, MAY,                                               \
      "its steps are run as the dose says: a run as long as a stretch, and a recovery")            \
    X(LIST, recipe_step, steps, step_count, "steps", HERE, MAY, 1, MOST_STEPS, inner_recipe_step,  \
      "what is repeated")

#define DOSE_RECOVERY_FIELDS(X)                                                                    \
    X(COUNT, dose, recovery_percent, "percent", HERE, MUST, 1, 500, "%", "of the stretch")         \
    X(TIME, dose, recovery_least_s, "least", HERE, MUST, STEP_TIME_S, "at least")                  \
    X(TIME, dose, recovery_most_s, "most", HERE, MUST, STEP_TIME_S, "at most")
#define WORK_DOSE_FIELDS(X)                                                                        \
    X(NUMBER, dose, week_time_percent, "week_time_percent", HERE, MAY, PERCENT, 0, "%",            \
      "the most work: of the week's time,")                                                        \
    X(NUMBER, dose, week_distance_percent, "week_distance_percent", HERE, MAY, PERCENT, 0, "%",    \
      "... of its distance,")                                                                      \
    X(NUMBER, dose, race_time_percent, "race_time_percent", HERE, MAY, PERCENT, 0, "%",            \
      "... of the time for the race,")                                                             \
    X(TIME, dose, most_s, "most", HERE, MAY, STEP_TIME_S, "... a time,")                           \
    X(DECIMAL, dose, most_m, "most_km", HERE, MAY, KM, UNKNOWN, "km", "... a distance")            \
    X(TIME, dose, least_s, "least", HERE, MUST, STEP_TIME_S, "less is not worth it")               \
    X(NUMBER, dose, small_week_percent, "small_week_percent", HERE, MAY, 100, 500, 100, "%",       \
      "of the most: so much the least may be in a small week")                                     \
    X(NUMBER, dose, from_percent, "from_percent", HERE, MAY, PERCENT, 100, "%",                    \
      "of the most at the first use")                                                              \
    X(NUMBER, dose, step_percent, "step_percent", HERE, MAY, 0, 100, 0, "%",                       \
      "more at each further use")                                                                  \
    X(TIME, dose, from_s, "from", HERE, MAY, STEP_TIME_S, "or a time at the first use")            \
    X(TIME, dose, step_s, "step", HERE, MAY, STEP_TIME_S, "and more at each further use")          \
    X(OWN_LIST, dose, stretches_s, "stretches", HERE, MUST, 1, MAX_STRETCHES, stretches,           \
      "the length of one, by use")                                                                 \
    X(OWN_LIST, dose, distances_m, "distances_m", HERE, MAY, 1, MAX_DISTANCES, distances,          \
      "a stretch is the one of these that is near to it, where its pace is known")                 \
    X(TIME, dose, longest_s, "longest", HERE, MAY, STEP_TIME_S, "none is longer")                  \
    X(NUMBER, dose, most_stretches, "most_stretches", HERE, MAY, 1, MOST_REPEATS, MOST_REPEATS,    \
      "", "how many at most")                                                                      \
    X(TIME, dose, single_from_s, "single_from", HERE, MAY, STEP_TIME_S,                            \
      "a stretch that is the only one is so long; without it there are two at least")              \
    X(INLINE, dose, "recovery", HERE, MAY, dose_recovery, "between stretches")

#define FINISH_FIELDS(X)                                                                           \
    X(COUNT, finish, from_percent, "from_percent", HERE, MUST, PERCENT, "%", "the first time")     \
    X(COUNT, finish, step_percent, "step_percent", HERE, MUST, 0, 100, "%", "more each time")      \
    X(COUNT, finish, to_percent, "to_percent", HERE, MUST, PERCENT, "%", "in the end")             \
    X(TIME, finish, least_s, "least", HERE, MUST, STEP_TIME_S, "half of it is not worth it")       \
    X(TIME, finish, most_s, "most", HERE, MUST, STEP_TIME_S, "at most")

#define RECIPE_NOTE_FIELDS(X)                                                                      \
    X(TEXT, recipe_note, text, "text", HERE, MUST, PURPOSE_BYTES, "for the runner")                \
    X(NUMBER, recipe_note, at_least, "at_least", HERE, MAY, 1, 100, 0, "%",                        \
      "where all that it names of the course is so much")                                          \
    X(WORD_SET, recipe_note, access, "access", HERE, MAY, hill_access, 0,                          \
      "only for runners with exactly these hills")

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
    X(WORD, recipe, size, "size", HERE, MAY, recipe_size, RECIPE_SIZE_COUNT,                       \
      "how far it goes, where its kind doesn't tell")                                              \
    X(INLINE, recipe, "distance_km", HERE, MAY, recipe_distance, "its bounds")                     \
    X(MAPPING, recipe, dose, "dose", HERE, MAY, work_dose, "how much of it is work")               \
    X(MAPPING, recipe, finish, "finish", HERE, MAY, finish,                                        \
      "the faster end of a long run, of its distance")                                             \
    X(NUMBER, recipe, climb_per_repeat_m, "climb_per_repeat_m", HERE, MAY, HILLS_M, 0, "m",        \
      "of an uphill session; jogged down again")                                                   \
    X(NUMBER, recipe, climb_m_per_minute, "climb_m_per_minute", HERE, MAY, 1, 30, 0, "m",          \
      "of one with a dose; jogged down again")                                                     \
    X(TEXT, recipe, when_hilly, "when_hilly", HERE, MAY, ID_BYTES,                                 \
      "the recipe that a long run becomes on the race's hills")                                    \
    X(TEXT, recipe, before, "before", HERE, MAY, ID_BYTES, "of a tune-up race: its warm-up")       \
    X(TEXT, recipe, after, "after", HERE, MAY, ID_BYTES, "of a tune-up race: its cool-down")       \
    X(MAPPING, recipe, descent_m, "descent_m", HERE, MAY, descent_dose, "of a downhill session")   \
    X(FLAG, recipe, needs_treadmill, "needs_treadmill", HERE, MAY,                                 \
      "held by runners alone whose hills are a treadmill")                                         \
    X(FLAG, recipe, needs_hills, "needs_hills", HERE, MAY, "without hills another one is held")    \
    X(NUMBER, recipe, race_descent_least, "race_descent_least", HERE, MAY, HILLS_PER_KM, 0,        \
      "m a km", "held only where the race descends so much")                                       \
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
      "m a km", "rolling, up to so much")                                                          \
    X(COUNT, session_library, load_from_m, "load_from_m", HERE, MUST, HILLS_M, "m",                \
      "a run with such a descent loads like a downhill session,")                                  \
    X(COUNT, session_library, load_percent_of_usual, "load_percent_of_usual", HERE, MUST, 100,     \
      500, "%", "... where it is so much of the runner's usual one")                               \
    X(COUNT, session_library, load_new_percent, "load_new_percent", HERE, MUST, 100, 500, "%",     \
      "of the largest of six weeks, from where it is new to the legs")

#define SESSION_LIBRARY_FIELDS(X)                                                                  \
    X(INLINE, session_library, "terrain", HERE, MAY, terrain_limit,                                \
      "the word for a run's terrain; in one of the files")                                         \
    X(TIME, session_library, small_week_s, "small_week", HERE, MAY, STEP_TIME_S,                   \
      "a week of less running has shorter warm-ups; in one of the files")                          \
    X(LIST, session_library, recipes, recipe_count, "sessions", HERE, MUST, 0, MOST_SESSIONS,      \
      recipe, "the recipes")

UNFILED(session_library, arena, "holds the rest");
UNFILED(dose, stretch_count, "of stretches");
UNFILED(dose, distance_count, "of distances");

/* --- recipes -----------------------------------------------------------------------------------
 */

static const char *const step_lengths[] = {
    [STEP_LENGTH_DESCENT] = "descent",
    [STEP_LENGTH_REST] = "rest",
    [STEP_LENGTH_FINISH] = "finish",
};
static const struct word_list step_length_words = {step_lengths, STEP_LENGTH_COUNT, NULL};

static const char *const recipe_sizes[] = {
    [RECIPE_SIZE_WORK] = "work",
    [RECIPE_SIZE_EASY] = "easy",
    [RECIPE_SIZE_LONG] = "long",
    [RECIPE_SIZE_SECOND_LONG] = "second_long",
};
static const struct word_list recipe_size_words = {recipe_sizes, RECIPE_SIZE_SECOND_LONG + 1, NULL};

static const char *const paces[] = {"easy",       "marathon", "threshold", "interval",
                                    "repetition", "5k",       "race"};
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

static void read_stretches(struct document *document, const struct place *place,
                           const struct field *field, void *object)
{
    struct dose *dose = object;
    for (const struct place *entry = place->first; entry; entry = entry->next) {
        int *seconds = &dose->stretches_s[dose->stretch_count];
        if (!duration_parse(entry->text, seconds) || *seconds == 0)
            document_fail(document, entry, NULL, "should be a time like \"6:00\"");
        else
            dose->stretch_count++;
    }
    (void)field;
}

static const struct own_field stretches_own = {read_stretches, NULL};

static void read_distances(struct document *document, const struct place *place,
                           const struct field *field, void *object)
{
    struct dose *dose = object;
    for (const struct place *entry = place->first; entry; entry = entry->next) {
        int *metres = &dose->distances_m[dose->distance_count];
        int before = dose->distance_count ? metres[-1] : 0;
        if (!decimal_parse(entry->text, 0, metres) || *metres <= before ||
            *metres > LONGEST_STRETCH_M)
            document_fail(document, entry, NULL,
                          "should be whole metres, up to %d, and more than the one before",
                          LONGEST_STRETCH_M);
        else
            dose->distance_count++;
    }
    (void)field;
}

static const struct own_field distances_own = {read_distances, NULL};

static void finish_recovery(struct document *document, const struct place *place, void *object)
{
    const struct dose *dose = object;
    if (place && dose->recovery_least_s > 0 && dose->recovery_most_s > 0 &&
        dose->recovery_most_s < dose->recovery_least_s)
        document_fail(document, place, "most", "is less than least");
}

static void finish_faster_end(struct document *document, const struct place *place, void *object)
{
    const struct finish *finish = object;
    if (place && finish->from_percent > 0 && finish->to_percent > 0 &&
        finish->to_percent < finish->from_percent)
        document_fail(document, place, "to_percent", "is less than from_percent");
}

static void finish_work_dose(struct document *document, const struct place *place, void *object)
{
    struct dose *dose = object;
    if (!place) {
        *dose = (struct dose){.most_s = UNKNOWN, .most_m = UNKNOWN};
        return;
    }
    if (dose->single_from_s == UNKNOWN)
        dose->single_from_s = INT_MAX;
    if (dose->longest_s == UNKNOWN)
        dose->longest_s = INT_MAX;
    dose->step_s = larger_of(dose->step_s, 0);
    if (place_find(place, "from") && place_find(place, "from_percent"))
        document_fail(document, place, "from", "from and from_percent are two ways; take one");
}

static void check_length(struct document *document, const struct place *place, bool is_in_work)
{
    int lengths = (place_find(place, "duration") != NULL) +
                  (place_find(place, "distance_m") != NULL) + (place_find(place, "length") != NULL);
    if (!place->is_incomplete && !is_in_work && lengths != 1)
        document_fail(document, place, NULL,
                      "needs a duration, a distance_m or a length, and only one");
    if (!place->is_incomplete && is_in_work && lengths != 0)
        document_fail(document, place, NULL, "is as long as the dose says, without a length");
}

static void finish_plain_step(struct document *document, const struct place *place,
                              const struct recipe_step *step)
{
    if (!place->is_incomplete && (!place_find(place, "kind") || !place_find(place, "effort")))
        document_fail(document, place, NULL, "needs a kind and an effort; or repeat and steps");
    check_length(document, place, false);
    if (step->length == STEP_LENGTH_DESCENT && step->grade_percent >= 0)
        document_fail(document, place, "length", "descent needs a grade_percent below 0");
}

/* A plain step, or a repeat of plain ones: so often, or for each stretch of the dose. */
static void finish_step(struct document *document, const struct place *place, void *object)
{
    const struct place *steps = place_find(place, "steps");
    const struct recipe_step *step = object;
    bool is_repeat = place_find(place, "repeat"), has_work = place_find(place, "work");
    if (!steps && !is_repeat && !has_work) {
        finish_plain_step(document, place, step);
        return;
    }
    if ((!steps || is_repeat == has_work) && !place->is_incomplete)
        document_fail(document, place, NULL, "steps go together with repeat, or with work: true");
    if (place->count > (size_t)(steps != NULL) + (size_t)is_repeat + (size_t)has_work)
        document_fail(document, place, NULL, "a repeat has nothing but repeat or work, and steps");
    for (const struct place *inner = place_first(steps); inner; inner = inner->next)
        check_length(document, inner, step->is_work);
}

static void finish_note(struct document *document, const struct place *place, void *object)
{
    const struct recipe_note *note = object;
    struct recipe_note_part part = {.rest = note->text};
    check_hill_access(document, place, note->access);
    while (note->text && recipe_note_next(&part))
        if (part.word == COURSE_WORD_COUNT)
            document_fail(document, place, "text",
                          "names something else in braces than down, up, early_descent, "
                          "late_descent and late_climb");
}

static enum recipe_size size_of_kind(enum session_kind kind)
{
    if (!session_kind_is_run(kind))
        return RECIPE_SIZE_EXTRA;
    bool is_easy = kind == SESSION_EASY || kind == SESSION_STRIDES || kind == SESSION_RUN_WALK;
    return kind == SESSION_LONG ? RECIPE_SIZE_LONG : is_easy ? RECIPE_SIZE_EASY : RECIPE_SIZE_WORK;
}

/* Steps that follow a dose or a faster end need one. */
static void check_work(struct document *document, const struct place *place,
                       const struct recipe *recipe)
{
    bool has_work = false, has_finish = false;
    for (size_t i = 0; i < recipe->step_count; i++) {
        has_work = has_work || recipe->steps[i].is_work;
        has_finish = has_finish || recipe->steps[i].length == STEP_LENGTH_FINISH;
    }
    if (!place->is_incomplete && has_work != (place_find(place, "dose") != NULL))
        document_fail(document, place, NULL, "a dose and steps with work: true go together");
    if (!place->is_incomplete && has_finish != (place_find(place, "finish") != NULL))
        document_fail(document, place, NULL, "finish and a step of length finish go together");
}

/* What runs and other sessions have to have, each. */
static void finish_recipe(struct document *document, const struct place *place, void *object)
{
    struct recipe *recipe = object;
    if (recipe->size == RECIPE_SIZE_COUNT)
        recipe->size = size_of_kind(recipe->kind);
    check_work(document, place, recipe);
    bool has_duration = place_find(place, "duration");
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
FORM(descent_dose, progression, DESCENT_DOSE_FIELDS, .finish = finish_progression)
FORM(inner_recipe_step, recipe_step, INNER_RECIPE_STEP_FIELDS)
FORM(recipe_step, recipe_step, RECIPE_STEP_FIELDS, .finish = finish_step)
FORM(dose_recovery, dose, DOSE_RECOVERY_FIELDS, .finish = finish_recovery)
FORM(work_dose, dose, WORK_DOSE_FIELDS, .finish = finish_work_dose)
FORM(finish, finish, FINISH_FIELDS, .finish = finish_faster_end)
FORM(recipe_note, recipe_note, RECIPE_NOTE_FIELDS, .finish = finish_note)
FORM(recipe_distance, recipe, RECIPE_DISTANCE_FIELDS)
FORM(recipe, recipe, RECIPE_FIELDS, .finish = finish_recipe)
FORM(terrain_limit, session_library, TERRAIN_LIMIT_FIELDS, .finish = finish_terrain)
FORM(session_library, session_library, SESSION_LIBRARY_FIELDS)

static const struct document_kind library_kind = {
    &session_library_form, 1, MOST_TEMPLATE_BYTES, {"a template", false}};

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
    if (given->small_week_s != UNKNOWN)
        library->small_week_s = given->small_week_s;
    if (!place_find(document->root, "terrain"))
        return;
    if (library->rolling_most_m_per_km > 0)
        document_fail(document, document->root, "terrain", "is given in another file already");
    library->flat_most_m_per_km = given->flat_most_m_per_km;
    library->rolling_most_m_per_km = given->rolling_most_m_per_km;
    library->load_from_m = given->load_from_m;
    library->load_percent_of_usual = given->load_percent_of_usual;
    library->load_new_percent = given->load_new_percent;
}

static void check_ids(struct library_file *file, const struct session_library *library)
{
    struct document *document = &file->document;
    const struct place *place = place_find(document->root, "sessions")->first;
    for (size_t i = file->first_recipe; place; place = place->next, i++) {
        const struct recipe *recipe = &library->recipes[i];
        if (session_library_find(library, recipe->id) != recipe)
            document_fail(document, place, "id", "another session has the id \"%s\"", recipe->id);
        const struct {
            const char *key, *id;
        } others[] = {{"when_hilly", recipe->when_hilly},
                      {"before", recipe->before},
                      {"after", recipe->after}};
        for (size_t o = 0; o < sizeof others / sizeof *others; o++)
            if (others[o].id && !session_library_find(library, others[o].id))
                fail_unknown_session(document, place_find(place, others[o].key), others[o].id,
                                     library);
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
              "no file here says what is flat: terrain: {flat_m_per_km: 10, ...}");
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
