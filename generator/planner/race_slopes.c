/* Rehearsal: slopes, notes, and the share of the race's descent. */
#include "planner/race_slopes.h"

#include <string.h>

#include "base/text.h"
#include "words/message.h"

#define FLAT_BAND (COURSE_BAND_COUNT / 2) /* descents before it, climbs after it */
#define LATE      (COURSE_THIRDS - 1)
#define M_PER_KM  1000

static int per_km(int metres, const struct race *race)
{
    return metres == UNKNOWN ? 0 : scale_floor(metres, M_PER_KM, race->distance.metres);
}

int race_slopes_climb(const struct plan *plan)
{
    return per_km(plan->race.climb_m, &plan->race);
}

int race_slopes_descent(const struct plan *plan)
{
    return per_km(plan->race.descent_m, &plan->race);
}

/* The mean grade of the bands, in whole percent; 0 where there is nothing of them. */
static int mean_grade(const struct course_facts *facts, size_t from, size_t to)
{
    int metres = 0, distance_m = 0;
    for (size_t band = from; band < to; band++) {
        metres += facts->bands[band].climb_m - facts->bands[band].descent_m;
        distance_m += facts->bands[band].distance_m;
    }
    if (distance_m == 0)
        return 0;
    int grade = scale_round(metres < 0 ? -metres : metres, 100, distance_m);
    return metres < 0 ? -grade : grade;
}

static int down_grade(const struct course_facts *facts)
{
    return mean_grade(facts, 0, FLAT_BAND);
}

static int up_grade(const struct course_facts *facts)
{
    return mean_grade(facts, FLAT_BAND + 1, COURSE_BAND_COUNT);
}

int race_slopes_grade(const struct plan *plan, const struct recipe_step *step)
{
    const struct course_facts *facts = &plan->race.course.facts;
    if (!step->is_race_grade || !facts->is_known)
        return step->grade_percent;
    int grade = step->grade_percent < 0 ? down_grade(facts) : up_grade(facts);
    return grade ? grade : step->grade_percent;
}

/* --- notes ----------------------------------------------------------------------------------- */

static int value_of(const struct plan *plan, enum course_word word)
{
    const struct course_facts *facts = &plan->race.course.facts;
    switch (word) {
    case COURSE_WORD_DOWN:
        return -down_grade(facts);
    case COURSE_WORD_UP:
        return up_grade(facts);
    case COURSE_WORD_EARLY_DESCENT:
        return facts->descent_percent[0];
    case COURSE_WORD_LATE_DESCENT:
        return facts->descent_percent[LATE];
    case COURSE_WORD_LATE_CLIMB:
        return facts->climb_percent[LATE];
    default:
        return 0;
    }
}

const char *race_slopes_note(const struct plan *plan, const struct recipe_note *note)
{
    struct text out = TEXT_INIT;
    struct recipe_note_part part = {.rest = note->text};
    char mark[MARK_SIZE];
    bool fits = note->access == 0 || note->access == plan->hills.access;
    while (recipe_note_next(&part)) {
        text_append_bytes(&out, part.words, part.length);
        if (part.word == COURSE_WORD_NONE)
            continue;
        int value = value_of(plan, part.word);
        fits = fits && plan->race.course.facts.is_known && value >= larger_of(note->at_least, 1);
        text_append(&out, mark_percent(value, mark));
        if (strncmp(part.rest, " %", 2) == 0)
            part.rest += 2; /* is in the mark */
    }
    const char *words = fits ? arena_strdup(plan->arena, text_string(&out)) : NULL;
    text_release(&out);
    return words;
}

/* --- the verdict's sentence ------------------------------------------------------------------ */

/* The run before race day with the most descent, the last of equals; its date, or NO_DATE. */
static int biggest_descent(const struct plan *plan, int *metres)
{
    int date = NO_DATE;
    *metres = 0;
    for (size_t w = 0; w < plan->week_count; w++)
        for (size_t d = 0; d < DAYS_PER_WEEK; d++) {
            const struct day *day = &plan->weeks[w].days[d];
            for (size_t i = 0; i < day->session_count && day->date < plan->race.date; i++) {
                const struct session *session = &day->sessions[i];
                if (!session_is_run(session) || session->descent_m < larger_of(*metres, 1))
                    continue;
                *metres = session->descent_m;
                date = day->date;
            }
        }
    return date;
}

int race_slopes_largest(const struct plan *plan, enum quantity quantity)
{
    int largest = 0;
    for (size_t w = 0; w < plan->week_count; w++)
        for (size_t d = 0; d < DAYS_PER_WEEK; d++)
            for (size_t i = 0; i < plan->weeks[w].days[d].session_count; i++) {
                const struct session *session = &plan->weeks[w].days[d].sessions[i];
                if (plan->weeks[w].days[d].date < plan->race.date && session_is_run(session))
                    largest = larger_of(largest, session_quantity(session, quantity));
            }
    return largest;
}

/* What stands in for hills that the runner does not have, or how like the race's they are. */
static const char *slope_words(const struct plan *plan)
{
    const struct course_facts *facts = &plan->race.course.facts;
    if (plan->hills.access == HILL_SET(HILLS_NONE))
        return " Without hills at hand, stairs and slow step-downs stand in for them; they prepare "
               "the legs for descents only in part.";
    if (plan->hills.access == HILL_SET(HILLS_TREADMILL))
        return " A treadmill climbs but does not descend: slow step-downs stand in for descents, "
               "and "
               "prepare the legs for them only in part.";
    int down = facts->is_known ? -down_grade(facts) : 0, up = facts->is_known ? up_grade(facts) : 0;
    if (down == 0 || up == 0)
        return "";
    char marks[2][MARK_SIZE];
    return arena_printf(plan->arena,
                        " Hill sessions are on slopes like the race's, about %s up and %s down.",
                        mark_percent(up, marks[0]), mark_percent(down, marks[1]));
}

/* A few metres are noise. */
static bool has_descents(const struct planner *planner)
{
    const struct race *race = &planner->plan->race;
    const struct forecast_shape *shape = &planner->input->training_template->forecast;
    bool ends_lower =
        race->climb_m != UNKNOWN && race->descent_m - race->climb_m >= shape->net_descent_m;
    return race->descent_m != UNKNOWN && race->descent_m > 0 &&
           (ends_lower || race_slopes_descent(planner->plan) >= shape->hills_from_m_per_km);
}

/* Of a plan in which nothing goes down. */
static const char *climb_words(const struct plan *plan)
{
    int metres = race_slopes_largest(plan, QUANTITY_CLIMB_M);
    char marks[3][MARK_SIZE];
    if (plan->race.climb_m <= 0)
        return NULL;
    return arena_printf(
        plan->arena, "No run descends; the biggest climb in one run is %s, %s of the race's %s.%s",
        mark_elevation(metres, marks[0]),
        mark_percent(scale_floor(metres, 100, plan->race.climb_m), marks[1]),
        mark_elevation(plan->race.climb_m, marks[2]), slope_words(plan));
}

const char *race_slopes_words(const struct planner *planner)
{
    const struct plan *plan = planner->plan;
    int metres, date = biggest_descent(plan, &metres);
    char marks[4][MARK_SIZE];
    if (!has_descents(planner) ||
        (metres > plan->race.descent_m && !plan->race.course.facts.is_known))
        return NULL;
    if (date == NO_DATE)
        return climb_words(plan);
    return arena_printf(
        plan->arena,
        "The biggest descent in one run is %s, %s of the race's %s, %s days before it.%s",
        mark_elevation(metres, marks[0]),
        mark_percent(scale_floor(metres, 100, plan->race.descent_m), marks[1]),
        mark_elevation(plan->race.descent_m, marks[2]),
        mark_count(plan->race.date - date, marks[3]), slope_words(plan));
}
