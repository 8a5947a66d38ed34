/* Checklists of the race page. */
#include "print/checklist.h"

#include "model/words.h"

/* What makes a race one of a kind, for advice alone: nothing is planned by these. */
#define SHORT_RACE_M    12000
#define LONG_RACE_M     20000
#define ULTRA_M         43000
#define HILLY_PER_KM    10 /* metres of climb or descent */
#define MOST_ITEMS      12
#define LATE_PERCENT    40 /* of the descent in the last third */
#define LARGE_DESCENT_M 40
#define LARGE_CLIMB_M   40

static void add(struct checklist *list, const char *item)
{
    if (list->count < MOST_ITEMS)
        list->items[list->count++] = item;
}

static void add_if(struct checklist *list, bool is_asked, const char *item)
{
    if (is_asked)
        add(list, item);
}

static struct checklist begin(const char *title, struct arena *arena)
{
    return (struct checklist){title, arena_array(arena, MOST_ITEMS, sizeof(char *)), 0};
}

static bool is_hilly(int metres, int distance_m)
{
    return metres != UNKNOWN && distance_m > 0 && metres >= distance_m / 1000 * HILLY_PER_KM;
}

struct checklist checklist_race_week(const struct plan *plan, const struct race_view *view,
                                     struct arena *arena)
{
    struct checklist list = begin("Race week", arena);
    int distance_m = view->line.length_m;
    bool is_ultra = distance_m > ULTRA_M;
    add(&list, "Run what the plan says and no more: the fitness is there, the legs get fresh now.");
    add(&list, "Sleep well early in the week; one short night before the race does no harm.");
    add(&list, "Shoes, socks, clothes, food: nothing that a long run has not proved.");
    add_if(&list, is_hilly(plan->race.descent_m, distance_m),
           "Cut your toenails: on descents toes push against the shoe.");
    add_if(&list, view->has_profile,
           "Learn the course: where it climbs, where it falls, where there is water.");
    add_if(&list, view->time != RACE_TIME_NONE, "Cut out the pace band, and try it on.");
    add_if(&list, distance_m >= LONG_RACE_M,
           "Two days before: meals that you know, with more bread, rice, pasta or potatoes.");
    add_if(&list, is_ultra,
           "Lay out the kit that the organiser asks for, with lamp and charged batteries.");
    add(&list, "Get your number; know the way to the start, the time, and where bags are left.");
    add(&list, "Evening before: look at the weather, lay everything out, pin the number on.");
    return list;
}

static const char *where(struct arena *arena, const struct course_stretch *stretch,
                         enum units units)
{
    return arena_printf(arena, "%s %s", units_name(units),
                        words_tenths_of_unit(arena, stretch->start_m, units));
}

static void add_hills(struct checklist *list, const struct plan *plan, struct arena *arena)
{
    const struct course_facts *facts = &plan->race.course.facts;
    if (!facts->is_known)
        return;
    if (facts->largest_climb.metres >= LARGE_CLIMB_M)
        add(list,
            arena_printf(arena, "The largest climb begins at %s: keep the effort, let the pace go.",
                         where(arena, &facts->largest_climb, plan->units)));
    if (facts->largest_descent.metres >= LARGE_DESCENT_M)
        add(list,
            arena_printf(arena, "The largest descent begins at %s: short quick steps, no braking.",
                         where(arena, &facts->largest_descent, plan->units)));
    if (facts->descent_percent[COURSE_THIRDS - 1] >= LATE_PERCENT)
        add(list, arena_printf(arena,
                               "%d %% of the descent is in the last third: spare your "
                               "thighs for it.",
                               facts->descent_percent[COURSE_THIRDS - 1]));
    else if (facts->descent_percent[0] >= LATE_PERCENT)
        add(list, arena_printf(arena,
                               "%d %% of the descent is in the first third: it feels easy, "
                               "and costs later. Hold back.",
                               facts->descent_percent[0]));
}

struct checklist checklist_race_morning(const struct plan *plan, const struct race_view *view,
                                        struct arena *arena)
{
    struct checklist list = begin("Race morning", arena);
    int distance_m = view->line.length_m;
    add(&list, "Breakfast as before your long runs, two to three hours before the start.");
    add(&list, "Drink with it, then little; leave time for the queue at the toilets.");
    add(&list, view->time == RACE_TIME_NONE ? "Number and chip on, laces tied twice."
                                            : "Number, chip and pace band on, laces tied twice.");
    add_if(&list, distance_m > 0 && distance_m <= SHORT_RACE_M,
           "Warm up: easy minutes, then a few strides.");
    add_if(&list, distance_m > SHORT_RACE_M,
           "Stay warm and off your feet; the first minutes of the race are the warm-up.");
    add(&list, "Start slower than it feels right: everybody else starts too fast.");
    add_hills(&list, plan, arena);
    add_if(&list, distance_m >= LONG_RACE_M,
           "Drink and eat early and little by little, as trained.");
    add(&list, "Pain that changes your stride is a reason to stop. There will be other races.");
    return list;
}
