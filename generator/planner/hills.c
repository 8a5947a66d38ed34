/* Hills: climb and descent of each run. */
#include "planner/hills.h"

#include "planner/recipe.h"
#include "training/load.h"

#define PERMILLE 1000
#define M_PER_KM 1000

/* What may still be given away in a week. */
struct hill_budget {
    int week_m;               /* climb and descent of the whole week */
    int day_m[DAYS_PER_WEEK]; /* of one run */
    int practical_m;          /* of one run, as the runner says */
    bool is_timed;            /* days hold so many minutes, of which climbing takes its part */
};

/* Runs end where they began, so one limit holds for both. */
static int tighter_hill_limit(const struct limits *limits)
{
    return smaller_of(limits->of[LIMIT_CLIMB_M].max, limits->of[LIMIT_DESCENT_M].max);
}

static struct hill_budget budget_of(const struct planner *planner, const struct week_limits *limits)
{
    const struct hills *hills = &planner->plan->hills;
    struct hill_budget budget = {
        .week_m = tighter_hill_limit(&limits->week.limits),
        .practical_m = hills->max_climb_m == UNKNOWN ? INT_MAX : hills->max_climb_m,
    };
    for (int d = 0; d < DAYS_PER_WEEK; d++) {
        const struct limits *day = &limits->days[d].limits;
        budget.day_m[d] = tighter_hill_limit(day);
        budget.is_timed = budget.is_timed || (day->of[LIMIT_DISTANCE].max > 0 &&
                                              day->of[LIMIT_DURATION_S].max != INT_MAX);
    }
    return budget;
}

/* The most for one run: on the long run's own day, or on the best of all. */
static int run_limit(const struct hill_budget *budget, const struct recipe *recipe, int long_day)
{
    int most = 0;
    if (recipe_is_long_run(recipe) && long_day != ANY_DAY)
        return smaller_of(budget->day_m[long_day], budget->practical_m);
    for (int d = 0; d < DAYS_PER_WEEK; d++)
        most = larger_of(most, budget->day_m[d]);
    return smaller_of(most, budget->practical_m);
}

bool hills_are_asked(const struct recipe *recipe)
{
    return recipe->climb_per_repeat_m > 0 || recipe->race_hills > 0 || recipe->descent_m.from > 0;
}

/* Metres per km of the race, the larger of climb and descent; 0 where unknown. */
static int race_hills_of(const struct race *race, int distance_m)
{
    int metres = larger_of(race->climb_m, race->descent_m); /* UNKNOWN is the smallest int */
    return metres <= 0 ? 0 : scale_round(metres, distance_m, race->distance.metres);
}

int hills_race_descent(const struct plan *plan)
{
    return plan->race.descent_m == UNKNOWN
               ? 0
               : scale_floor(plan->race.descent_m, M_PER_KM, plan->race.distance.metres);
}

bool hills_can_hold(const struct planner *planner, const struct week_limits *limits,
                    const struct recipe *recipe)
{
    const struct plan *plan = planner->plan;
    enum hill_access access = plan->hills.access;
    if (hills_race_descent(plan) < recipe->race_descent_least)
        return false;
    if (!hills_are_asked(recipe))
        return true;
    if (recipe->needs_hills && access == HILLS_NONE)
        return false;
    if (recipe->needs_hills && access == HILLS_TREADMILL && recipe->climb_per_repeat_m == 0)
        return false;
    struct hill_budget budget = budget_of(planner, limits);
    int least = recipe->descent_m.from + recipe->climb_per_repeat_m;
    return smaller_of(run_limit(&budget, recipe, ANY_DAY), budget.week_m) >= least;
}

/* The climb of a run on the runner's usual terrain. */
static int home_climb(const struct planner *planner, int distance)
{
    int usual = planner->plan->runner.usual_descent_m;
    if (usual == UNKNOWN)
        return 0;
    int most = planner->plan->hills.max_climb_m;
    if (most != UNKNOWN)
        usual = smaller_of(usual, most);
    return smaller_of(usual,
                      scale_floor(distance, planner->home_climb_per_1000, 1000 * HUNDREDTHS));
}

/* The climb that the recipe wishes for, with all its repeats. */
static int wished_climb(const struct planner *planner, const struct item *item, int progress)
{
    const struct recipe *recipe = item->recipe;
    const struct plan *plan = planner->plan;
    int home = item->session.climb_m;
    int distance_m = distance_to_m(item->session.distance, plan->units);
    if (recipe->climb_per_repeat_m > 0)
        return home + item->repeats * recipe->climb_per_repeat_m;
    if (recipe->descent_m.from > 0) {
        size_t index = (size_t)(recipe - planner->input->training_template->library->recipes);
        int dose = progression_at(&recipe->descent_m, planner->uses[index]);
        if (recipe->race_descent_least == 0)
            return dose; /* of use for any race */
        /* No more than the race asks, but three doses at least. */
        int third = progression_at(&recipe->descent_m, 2);
        return smaller_of(dose, larger_of(plan->race.descent_m, third));
    }
    if (recipe->race_hills > 0) {
        int race = scale_floor(race_hills_of(&plan->race, distance_m), recipe->race_hills, 100);
        return race > home ? home + scale_floor(race - home, progress, PERMILLE) : home;
    }
    return home;
}

/* The climb that the day's minutes leave for a run of that distance. */
static int climb_in_time(const struct planner *planner, const struct item *item)
{
    int left = larger_of(item->cap - item->session.distance, 0);
    return item->cap == INT_MAX ? INT_MAX : effort_climb(left, planner->plan->units);
}

/* Gives an item its hills out of what is left; `*left` is what the week may hold besides. */
static void assign_hills(const struct planner *planner, const struct hill_budget *budget,
                         int progress, int long_day, struct item *item, int *left)
{
    const struct recipe *recipe = item->recipe;
    struct session *session = &item->session;
    int home = session->climb_m, wish = wished_climb(planner, item, progress);
    int most = smaller_of(run_limit(budget, recipe, long_day),
                          *left > INT_MAX - home ? INT_MAX : home + *left);
    int climb = smaller_of(wish, most);
    if (recipe->race_hills > 0 && budget->is_timed) /* the distance of a long run comes first */
        climb = smaller_of(climb, climb_in_time(planner, item));
    if (recipe->climb_per_repeat_m > 0) {
        /* Where it can't be both, it is a hill session on an otherwise flat route. */
        item->repeats = smaller_of(item->repeats, most / recipe->climb_per_repeat_m);
        if (item->repeats < 1) { /* what is left is no hill session */
            item->recipe = planner->input->training_template->easy_run;
            item->repeats = 0;
        }
        climb = smaller_of(most, home + item->repeats * recipe->climb_per_repeat_m);
    }
    if (climb < recipe->descent_m.from) /* nor is this */
        item->recipe = planner->input->training_template->easy_run;
    if (recipe->race_hills > 0 && climb <= home && recipe->instead) /* nothing of the race yet */
        item->recipe =
            session_library_find(planner->input->training_template->library, recipe->instead);
    session->climb_m = larger_of(climb, 0);
    bool treadmill = planner->plan->hills.access == HILLS_TREADMILL && climb > home;
    session->descent_m = treadmill ? home : session->climb_m;
    *left -= larger_of(session->climb_m - home, 0);
}

/* Shortens a run by what its climb takes of the time for it; its steps remain. */
static void shorten_by_climb(const struct planner *planner, int step, struct item *item)
{
    struct session *session = &item->session;
    int most = effort_distance_inverse(item->cap, session->climb_m, planner->plan->units);
    int least = recipe_distance(planner, item->recipe, item->repeats);
    if (session->climb_m > 0 && session->distance > most)
        session->distance = larger_of(
            most / step * step, smaller_of(session->distance, least + step - 1) / step * step);
}

/* The runner's usual terrain for all, less of it where the week's limit is below their sum. */
static int assign_home(const struct planner *planner, const struct hill_budget *budget, bool flat,
                       struct menu_result *menu)
{
    int sum = 0;
    for (size_t i = 0; i < menu->count; i++) {
        struct item *item = &menu->items[i];
        if (!item->recipe)
            continue;
        int climb = flat ? 0 : home_climb(planner, item->session.distance);
        item->session.climb_m =
            budget->is_timed ? smaller_of(climb, climb_in_time(planner, item)) : climb;
        sum += item->session.climb_m;
    }
    if (sum <= budget->week_m)
        return sum;
    int scaled = 0;
    for (size_t i = 0; i < menu->count; i++)
        if (menu->items[i].recipe) {
            struct session *session = &menu->items[i].session;
            session->climb_m = scale_floor(session->climb_m, budget->week_m, sum);
            scaled += session->climb_m;
        }
    return scaled;
}

enum terrain hills_terrain(const struct planner *planner, const struct session *session)
{
    const struct session_library *library = planner->input->training_template->library;
    int usual = planner->plan->runner.usual_descent_m;
    int metres = larger_of(session->climb_m, session->descent_m); /* UNKNOWN is the smallest int */
    long long km = distance_to_m(session->distance, planner->plan->units);
    long long scaled = (long long)metres * M_PER_KM;
    if (metres <= 0 || metres <= usual || scaled <= km * library->flat_most_m_per_km)
        return TERRAIN_FLAT;
    return scaled <= km * library->rolling_most_m_per_km ? TERRAIN_ROLLING : TERRAIN_HILLY;
}

/* Fills in what follows from recipe, repeats, distance and hills. */
static void finish_item(const struct planner *planner, struct item *item)
{
    const struct recipe *recipe = item->recipe;
    struct session session = recipe_session(planner, recipe, item->repeats, item->session.distance,
                                            item->session.descent_m);
    session.climb_m = item->session.climb_m;
    session.descent_m = item->session.descent_m;
    if (recipe->terrain != TERRAIN_UPHILL && recipe->terrain != TERRAIN_DOWNHILL)
        session.terrain = hills_terrain(planner, &session);
    if (recipe->duration_s == UNKNOWN)
        session.duration_s = run_seconds(session.distance, session.climb_m, planner->easy_pace_s,
                                         planner->plan->units);
    item->session = session;
}

void hills_assign(const struct planner *planner, size_t week, const struct week_limits *limits,
                  bool flat, struct menu_result *menu)
{
    struct hill_budget budget = budget_of(planner, limits);
    int home = assign_home(planner, &budget, flat, menu);
    int left = budget.week_m == INT_MAX ? INT_MAX : budget.week_m - home;
    /* Hill sessions first: long runs take of the race's hills what is left. */
    for (int takes_rest = 0; takes_rest <= 1; takes_rest++)
        for (size_t i = 0; i < menu->count; i++)
            if (menu->items[i].recipe && takes_rest == (menu->items[i].recipe->race_hills > 0))
                assign_hills(planner, &budget, planner->wishes[week].progress, menu->long_day,
                             &menu->items[i], &left);
    for (size_t i = 0; i < menu->count; i++) {
        if (!menu->items[i].recipe)
            continue;
        if (flat || budget.is_timed)
            shorten_by_climb(planner, menu->step, &menu->items[i]);
        finish_item(planner, &menu->items[i]);
    }
}
