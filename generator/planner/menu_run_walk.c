/* Weeks of running and walking: which stage is due, and how many runs it fills. */
#include "planner/menu_run_walk.h"

static bool is_run_walk(const struct want *want)
{
    return want->due[0]->kind == SESSION_RUN_WALK;
}

/*
 * What a want of run-walk holds in this week; NULL where it begins later. It lists its sessions
 * from the first week on to running without a stop; who starts with more has fewer such weeks and
 * starts further down the list.
 */
static const struct recipe *run_walk_of_week(const struct menu_making *making,
                                             const struct want *want)
{
    const struct sizing *sizing = &making->sizing;
    int stage = (int)want->due_count - sizing->planner->run_walk_weeks + sizing->wish->turn;
    return stage < 0 ? NULL : want->due[stage];
}

/* Run-walk of a week: how many are still to come, and what they may go in all. */
struct run_walk_room {
    int runs, left;
};

static int run_walk_distance(const struct menu_making *making, const struct recipe *recipe)
{
    return distance_from_m_floor(recipe->most_m, making->sizing.planner->plan->units);
}

static void add_run_walk(struct menu_making *making, const struct recipe *recipe,
                         struct run_walk_room *room)
{
    const struct work work = {.repeats = recipe_repeats(recipe, 0)};
    int distance = run_walk_distance(making, recipe);
    making_add_item(making, recipe, &work, distance, 0, 0);
    room->runs--;
    room->left -= distance;
}

/* Whether a longer session costs none of the usual ones. */
static bool has_run_walk_room(const struct run_walk_room *room, int longer, int usual)
{
    if (room->runs <= 0 || room->left < longer)
        return false;
    int others = smaller_of(room->runs - 1, (room->left - longer) / usual);
    return others + 1 >= smaller_of(room->runs, room->left / usual);
}

void menu_add_run_walks(struct menu_making *making)
{
    const struct sizing *sizing = &making->sizing;
    const struct menu *menu = &sizing->shape->menus[MENU_RUN_WALK];
    const struct want *last = NULL;
    for (size_t i = 0; i < menu->want_count; i++)
        if (is_run_walk(&menu->wants[i]))
            last = &menu->wants[i];
    if (!last)
        return;
    const struct recipe *usual = run_walk_of_week(making, last);
    usual = usual ? usual : last->due[0];
    int each = larger_of(run_walk_distance(making, usual), 1);
    struct run_walk_room room = {sizing->runs, sizing->limits->week.limits.of[LIMIT_DISTANCE].max -
                                                   sizing->tune_up - sizing->fixed};
    for (size_t w = 0; w < making->wants->count; w++) {
        const struct week_want *want = &making->wants->of[w];
        if (!is_run_walk(want->want) || want->want == last || making->levels->of[w] >= want->lowest)
            continue;
        const struct recipe *longer = run_walk_of_week(making, want->want);
        if (!longer || !has_run_walk_room(&room, run_walk_distance(making, longer), each))
            continue;
        add_run_walk(making, longer, &room);
        making->result->held[w] = longer;
    }
    while (room.runs > 0 && room.left >= each)
        add_run_walk(making, usual, &room);
}
