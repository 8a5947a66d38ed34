/* From recipe to session. */
#include "planner/recipe.h"

#include <string.h>

#include "planner/race_slopes.h"
#include "training/grade.h"

#define FILL_STEP (HUNDREDTHS / 10) /* distances of steps are whole tenths of a unit */

int progression_at(const struct progression *progression, int uses)
{
    return smaller_of(progression->from + progression->step * uses, progression->to);
}

int recipe_repeats(const struct recipe *recipe, int uses)
{
    for (size_t i = 0; i < recipe->step_count; i++)
        if (recipe->steps[i].repeat.from > 0)
            return progression_at(&recipe->steps[i].repeat, uses);
    return 0;
}

int recipe_uses(const struct planner *planner, const struct recipe *recipe)
{
    return planner->uses[recipe - planner->input->training_template->library->recipes];
}

/* --- paces ----------------------------------------------------------------------------------- */

static struct pace_range one_pace(int pace)
{
    return (struct pace_range){pace, pace};
}

static struct pace_range flat_pace(const struct planner *planner, const char *pace)
{
    const struct plan *plan = planner->plan;
    const struct paces *paces = &plan->paces;
    if (!pace)
        return one_pace(UNKNOWN);
    if (strcmp(pace, "easy") == 0)
        return paces->easy;
    if (strcmp(pace, "marathon") == 0)
        return one_pace(paces->marathon);
    if (strcmp(pace, "threshold") == 0)
        return one_pace(paces->threshold);
    if (strcmp(pace, "interval") == 0)
        return one_pace(paces->interval);
    if (strcmp(pace, "repetition") == 0)
        return one_pace(paces->repetition);
    if (strcmp(pace, "5k") == 0)
        return one_pace(planner->five_km_pace_s);
    return one_pace(planner->race_pace_s); /* the only other word that a template may hold */
}

struct pace_range step_pace(const struct planner *planner, const struct recipe_step *step)
{
    return grade_pace(flat_pace(planner, step->pace), race_slopes_grade(planner->plan, step));
}

static int mean_pace(const struct planner *planner, struct pace_range pace)
{
    return pace.fast == UNKNOWN ? planner->easy_pace_s : (pace.fast + pace.slow) / 2;
}

/* The step that is the recipe's work, or NULL. */
static const struct recipe_step *work_step(const struct recipe *recipe)
{
    const struct recipe_step *work = NULL;
    for (size_t i = 0; i < recipe->step_count && !work; i++) {
        const struct recipe_step *step = &recipe->steps[i];
        if (step->is_work && step->step_count > 0)
            work = &step->steps[0];
        else if (step->length == STEP_LENGTH_FINISH)
            work = step;
    }
    return work;
}

bool recipe_has_work_pace(const struct planner *planner, const struct recipe *recipe)
{
    const struct recipe_step *work = work_step(recipe);
    return work && step_pace(planner, work).fast != UNKNOWN;
}

int recipe_work_pace(const struct planner *planner, const struct recipe *recipe)
{
    const struct recipe_step *work = work_step(recipe);
    return work ? mean_pace(planner, step_pace(planner, work)) : planner->easy_pace_s;
}

/* --- how far the steps go -------------------------------------------------------------------- */

/* The metres of a step that is given by distance; UNKNOWN for one that is given by time. */
static int given_metres(const struct recipe_step *step, const struct work *work, bool is_in_work)
{
    if (is_in_work && step->kind != STEP_RECOVERY && work->stretch_m > 0)
        return work->stretch_m;
    return step->distance_m;
}

/* ... and the seconds of one that is given by time. */
static int given_seconds(const struct recipe_step *step, const struct work *work, bool is_in_work)
{
    if (given_metres(step, work, is_in_work) != UNKNOWN)
        return UNKNOWN;
    if (is_in_work)
        return step->kind == STEP_RECOVERY ? work->recovery_s : work->stretch_s;
    if (work->is_small_week && step->small_week_s > 0)
        return step->small_week_s;
    return step->duration_s;
}

/* The step along the session's descent, or NULL. */
static const struct recipe_step *descent_step(const struct recipe *recipe)
{
    for (size_t i = 0; i < recipe->step_count; i++)
        if (recipe->steps[i].length == STEP_LENGTH_DESCENT)
            return &recipe->steps[i];
    return NULL;
}

int recipe_slope(const struct planner *planner, const struct recipe *recipe)
{
    const struct recipe_step *down = descent_step(recipe);
    for (size_t i = 0; i < recipe->step_count && !down; i++)
        if (recipe->steps[i].is_work && recipe->descent_m.from > 0)
            down = &recipe->steps[i].steps[0];
    return down ? larger_of(-race_slopes_grade(planner->plan, down), 0) : 0;
}

/* How far the descent goes on its slope. */
static int descent_distance(const struct planner *planner, const struct recipe *recipe,
                            const struct work *work)
{
    int slope = descent_step(recipe) ? recipe_slope(planner, recipe) : 0;
    return slope == 0
               ? 0
               : distance_from_m(scale_floor(work->descent_m, 100, slope), planner->plan->units);
}

static int step_distance(const struct planner *planner, const struct recipe_step *step,
                         const struct work *work, bool is_in_work)
{
    if (step->length == STEP_LENGTH_FINISH)
        return work->finish;
    if (step->length == STEP_LENGTH_REST)
        return scale_round(larger_of(step->least_s, 0), HUNDREDTHS,
                           mean_pace(planner, step_pace(planner, step)));
    if (step->length == STEP_LENGTH_DESCENT)
        return 0; /* the recipe's */
    int seconds = given_seconds(step, work, is_in_work);
    int metres = given_metres(step, work, is_in_work);
    if (metres != UNKNOWN)
        return distance_from_m(metres, planner->plan->units);
    return scale_round(seconds, HUNDREDTHS, mean_pace(planner, step_pace(planner, step)));
}

int recipe_distance(const struct planner *planner, const struct recipe *recipe,
                    const struct work *work)
{
    int distance = 2 * descent_distance(planner, recipe, work);
    for (size_t i = 0; i < recipe->step_count; i++) {
        const struct recipe_step *step = &recipe->steps[i];
        if (step->step_count == 0)
            distance += step_distance(planner, step, work, false);
        for (size_t j = 0; j < step->step_count; j++)
            distance +=
                work->repeats * step_distance(planner, &step->steps[j], work, step->is_work);
    }
    return distance;
}

/* --- steps ----------------------------------------------------------------------------------- */

static struct step plain_step(const struct planner *planner, const struct recipe_step *recipe,
                              const struct work *work, bool is_in_work)
{
    struct step step = step_unknown();
    step.kind = recipe->kind;
    step.effort = recipe->effort;
    step.duration_s = given_seconds(recipe, work, is_in_work);
    step.distance_m = given_metres(recipe, work, is_in_work);
    step.pace = step_pace(planner, recipe);
    step.grade_percent = race_slopes_grade(planner->plan, recipe);
    return step;
}

/* The steps of one repeat, without recoveries that take no time. */
static struct step repeated_step(const struct planner *planner, const struct recipe_step *recipe,
                                 const struct work *work)
{
    struct step step = step_unknown();
    step.repeat = work->repeats;
    step.steps = arena_array(planner->plan->arena, recipe->step_count, sizeof *step.steps);
    for (size_t i = 0; i < recipe->step_count; i++) {
        struct step inner = plain_step(planner, &recipe->steps[i], work, recipe->is_work);
        if (inner.duration_s != 0)
            step.steps[step.step_count++] = inner;
    }
    return step;
}

/* A stretch that is the only one is a step like others. */
static struct step make_step(const struct planner *planner, const struct recipe_step *recipe,
                             const struct work *work)
{
    if (recipe->step_count == 0)
        return plain_step(planner, recipe, work, false);
    if (recipe->is_work && work->repeats == 1)
        return plain_step(planner, &recipe->steps[0], work, true);
    return repeated_step(planner, recipe, work);
}

static int to_fill_m(const struct planner *planner, int distance)
{
    return distance_to_m(round_down_to(distance, FILL_STEP), planner->plan->units);
}

/* What the steps fall short of the session, in hundredths. */
static int missing_distance(const struct planner *planner, const struct recipe *recipe,
                            const struct work *work, int distance)
{
    if (distance == UNKNOWN || recipe->kind == SESSION_RUN_WALK)
        return 0;
    return larger_of(distance - recipe_distance(planner, recipe, work), 0);
}

/* One step that takes all is the session itself: it needs no words of its own. */
static bool is_plain_run(const struct recipe *recipe)
{
    return recipe->step_count == 1 && recipe->steps[0].length == STEP_LENGTH_REST;
}

static bool has_rest_step(const struct recipe *recipe)
{
    bool found = false;
    for (size_t i = 0; i < recipe->step_count; i++)
        found = found || recipe->steps[i].length == STEP_LENGTH_REST;
    return found;
}

/* Easy running that the steps don't name comes first: whole minutes more of warm-up. */
static void lengthen_warm_up(const struct planner *planner, int fill, struct session *session)
{
    struct step *first = session->step_count ? &session->steps[0] : NULL;
    int seconds = scale_floor(fill, planner->easy_pace_s, HUNDREDTHS);
    if (first && first->kind == STEP_WARM_UP && first->duration_s != UNKNOWN)
        first->duration_s += round_down_to(seconds, SECONDS_PER_MINUTE);
}

static void make_steps(const struct planner *planner, const struct recipe *recipe,
                       const struct work *work, int fill, struct session *session)
{
    size_t count = is_plain_run(recipe) ? 0 : recipe->step_count;
    int down = descent_distance(planner, recipe, work);
    session->steps = arena_array(planner->plan->arena, count, sizeof *session->steps);
    for (size_t i = 0; i < count; i++) {
        const struct recipe_step *from = &recipe->steps[i];
        struct step step = make_step(planner, from, work);
        if (from->length != STEP_LENGTH_GIVEN)
            step.distance_m =
                to_fill_m(planner, from->length == STEP_LENGTH_DESCENT ? down
                                   : from->length == STEP_LENGTH_FINISH
                                       ? work->finish
                                       : down + step_distance(planner, from, work, false) + fill);
        if (from->length == STEP_LENGTH_GIVEN || step.distance_m > 0)
            session->steps[session->step_count++] = step;
    }
    if (!has_rest_step(recipe))
        lengthen_warm_up(planner, fill, session);
}

/* --- sessions -------------------------------------------------------------------------------- */

static int steps_seconds(const struct planner *planner, const struct step *steps, size_t count)
{
    int sum = 0;
    for (size_t i = 0; i < count; i++) {
        const struct step *step = &steps[i];
        if (step->repeat > 0)
            sum += step->repeat * steps_seconds(planner, step->steps, step->step_count);
        else if (step->duration_s != UNKNOWN)
            sum += step->duration_s;
        else
            sum += scale_round(distance_from_m(step->distance_m, planner->plan->units),
                               mean_pace(planner, step->pace), HUNDREDTHS);
    }
    return sum;
}

struct session recipe_session(const struct planner *planner, const struct recipe *recipe,
                              const struct work *work, int distance)
{
    struct arena *arena = planner->plan->arena;
    struct session session = session_unknown();
    session.kind = recipe->kind;
    session.session = arena_strdup(arena, recipe->id);
    session.title = arena_strdup(arena, recipe->title);
    session.effort = recipe->effort;
    session.terrain = recipe->terrain;
    session.distance = distance;
    make_steps(planner, recipe, work, missing_distance(planner, recipe, work, distance), &session);
    session.duration_s = session.step_count && recipe->duration_s == UNKNOWN
                             ? steps_seconds(planner, session.steps, session.step_count)
                             : recipe->duration_s;
    return session;
}
