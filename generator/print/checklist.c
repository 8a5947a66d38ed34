/* Checklists of the race page. */
#include "print/checklist.h"

#include "words/words.h"

/* What makes a race one of a kind, for advice alone: nothing is planned by these. */
#define SHORT_RACE_M    12000
#define LONG_RACE_M     20000
#define ULTRA_M         43000
#define HILLY_PER_KM    10 /* metres of climb or descent */
#define MOST_ITEMS      12
#define LATE_PERCENT    40 /* of the descent in the last third */
#define LARGE_DESCENT_M 40
#define LARGE_CLIMB_M   40

/* A list in the making. */
struct making {
    struct checklist list;
    const struct words *words;
};

static struct making begin_checklist(const struct words *words, enum phrase title)
{
    const char **items = arena_array(words->arena, MOST_ITEMS, sizeof(char *));
    return (struct making){{words_phrase(words, title), items, 0}, words};
}

static void add_words(struct making *making, const char *item)
{
    if (making->list.count < MOST_ITEMS)
        making->list.items[making->list.count++] = item;
}

static void add_item(struct making *making, enum phrase item)
{
    add_words(making, words_phrase(making->words, item));
}

static void add_if(struct making *making, bool is_asked, enum phrase item)
{
    if (is_asked)
        add_item(making, item);
}

static bool is_hilly(int metres, int distance_m)
{
    return metres != UNKNOWN && distance_m > 0 && metres >= distance_m / 1000 * HILLY_PER_KM;
}

struct checklist checklist_race_week(const struct plan *plan, const struct race_view *view,
                                     const struct words *words)
{
    struct making list = begin_checklist(words, PHRASE_RACE_WEEK);
    int distance_m = view->line.length_m;
    bool is_ultra = distance_m > ULTRA_M;
    add_item(&list, PHRASE_RACE_WEEK_RUN);
    add_item(&list, PHRASE_RACE_WEEK_SLEEP);
    add_item(&list, PHRASE_RACE_WEEK_SHOES);
    add_if(&list, is_hilly(plan->race.descent_m, distance_m), PHRASE_RACE_WEEK_TOENAILS);
    add_if(&list, view->has_profile, PHRASE_RACE_WEEK_COURSE);
    add_if(&list, view->time != RACE_TIME_NONE, PHRASE_RACE_WEEK_BAND);
    add_if(&list, distance_m >= LONG_RACE_M, PHRASE_RACE_WEEK_MEALS);
    add_if(&list, is_ultra, PHRASE_RACE_WEEK_KIT);
    add_item(&list, PHRASE_RACE_WEEK_NUMBER);
    add_item(&list, PHRASE_RACE_WEEK_EVENING);
    return list.list;
}

/* A phrase that names where a climb or descent begins: "km 12.5". */
static void add_where(struct making *making, enum phrase item, const struct course_stretch *stretch)
{
    const struct words *words = making->words;
    const char *place = arena_printf(words->arena, "%s %s", words_unit(words),
                                     words_tenths_of_unit(words, stretch->start_m));
    add_words(making, SAY(words, item, place));
}

static void add_percent(struct making *making, enum phrase item, int percent)
{
    add_words(making, SAY(making->words, item, words_count(making->words, (size_t)percent)));
}

static void add_hills(struct making *making, const struct course_facts *facts)
{
    const int *thirds = facts->descent_percent;
    if (!facts->is_known)
        return;
    if (facts->largest_climb.metres >= LARGE_CLIMB_M)
        add_where(making, PHRASE_RACE_MORNING_CLIMB, &facts->largest_climb);
    if (facts->largest_descent.metres >= LARGE_DESCENT_M)
        add_where(making, PHRASE_RACE_MORNING_DESCENT, &facts->largest_descent);
    if (thirds[COURSE_THIRDS - 1] >= LATE_PERCENT)
        add_percent(making, PHRASE_RACE_MORNING_LATE_DESCENT, thirds[COURSE_THIRDS - 1]);
    else if (thirds[0] >= LATE_PERCENT)
        add_percent(making, PHRASE_RACE_MORNING_EARLY_DESCENT, thirds[0]);
}

struct checklist checklist_race_morning(const struct plan *plan, const struct race_view *view,
                                        const struct words *words)
{
    struct making list = begin_checklist(words, PHRASE_RACE_MORNING);
    int distance_m = view->line.length_m;
    add_item(&list, PHRASE_RACE_MORNING_BREAKFAST);
    add_item(&list, PHRASE_RACE_MORNING_DRINK);
    add_item(&list,
             view->time == RACE_TIME_NONE ? PHRASE_RACE_MORNING_NUMBER : PHRASE_RACE_MORNING_BAND);
    add_if(&list, distance_m > 0 && distance_m <= SHORT_RACE_M, PHRASE_RACE_MORNING_WARM_UP);
    add_if(&list, distance_m > SHORT_RACE_M, PHRASE_RACE_MORNING_WARM);
    add_item(&list, PHRASE_RACE_MORNING_START);
    add_hills(&list, &plan->race.course.facts);
    add_if(&list, distance_m >= LONG_RACE_M, PHRASE_RACE_MORNING_EAT);
    add_item(&list, PHRASE_RACE_MORNING_STOP);
    return list.list;
}
