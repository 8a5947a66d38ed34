/* Names in the chart: races first, then the biggest week, then what is left finds room. */
#include "print/load_chart_labels.h"

#include <math.h>

#include "words/words.h"

#define RACE_WORDINGS 2
#define LEAST_NAME    (18 * MM) /* room in which a long name may be shortened */
#define LEVEL         0.5       /* points by which one place has to be better than another */

/* --- races ------------------------------------------------------------------------------------ */

/* The flag over the week of a date, if the plan has it; its name is found later. */
static void raise_flag(const struct page *page, struct load_chart *chart, int date)
{
    size_t index = date == NO_DATE ? page->plan->week_count : plan_week_index(page->plan, date);
    if (index == page->plan->week_count)
        return;
    const struct box *bar = &chart->weeks[index].distance;
    chart->races[chart->race_count++] =
        (struct load_race){.x = bar->x + bar->width / 2,
                           .head = chart->plot.y - LOAD_FLAG_ROOM * page->scale,
                           .foot = bar->y};
}

static void name_race(const struct page *page, const struct race_distance *distance,
                      const char *name, int date, const char *wordings[RACE_WORDINGS])
{
    if (!name)
        name = words_race_distance(&page->words, distance);
    const char *const facts[] = {name, words_day(&page->words, date)};
    wordings[0] = words_join(page->arena, " · ", facts, 2);
    wordings[1] = name;
}

/* Where the row of flags is free beside a pole: up to the next flag or name of `others`. */
static double room_beside(const struct load_chart *chart, const struct load_race *race,
                          size_t others, bool is_left, double flag)
{
    const struct box *plot = &chart->plot;
    double edge = is_left ? plot->x : plot->x + plot->width, room = fabs(edge - race->x);
    for (size_t i = 0; i < others; i++) {
        const struct load_race *other = &chart->races[i];
        double left = other->x - flag, right = other->x + flag;
        if (other->name.text) {
            left = fmin(left, other->name.box.x);
            right = fmax(right, other->name.box.x + other->name.box.width);
        }
        if (other == race || (is_left ? other->x >= race->x : other->x <= race->x))
            continue;
        room = fmin(room, is_left ? race->x - right : left - race->x);
    }
    return room;
}

/* The rooms beside a pole for a name, to the right and to the left. */
struct rooms {
    double right, left, gap; /* the gap is between the pole and the name */
};

static struct rooms rooms_of(const struct page *page, const struct load_chart *chart,
                             const struct load_race *race, size_t others)
{
    double flag = LOAD_FLAG * page->scale, air = LOAD_NAME_GAP * page->scale;
    double gap = LOAD_FLAG_LENGTH * flag + air;
    return (struct rooms){room_beside(chart, race, others, false, flag) - gap - air,
                          room_beside(chart, race, others, true, flag) - gap - air, gap};
}

static void put_name(const struct page *page, struct load_race *race, const struct rooms *rooms,
                     bool is_left, const char *name, double width)
{
    double left = is_left ? race->x - rooms->gap - width : race->x + rooms->gap;
    race->points_left = is_left;
    race->name = (struct load_label){name, {left, race->head, width, page_size(page, SIZE_SMALL)}};
}

/* Writes the first of the wordings for which there is room; false where there is none. */
static bool fit_name(const struct page *page, const struct load_chart *chart,
                     struct load_race *race, size_t others, const char *const *wordings)
{
    struct type type = page_type(page, FONT_STRONG, SIZE_SMALL, INK_BLACK);
    struct rooms rooms = rooms_of(page, chart, race, others);
    for (size_t i = 0; i < RACE_WORDINGS; i++) {
        double width = canvas_text_width(page->canvas, &type, wordings[i]);
        if (width > rooms.right && width > rooms.left)
            continue;
        put_name(page, race, &rooms, width > rooms.right, wordings[i], width);
        return true;
    }
    return false;
}

/* What is left of a name in the larger room, if that is worth it. */
static void shorten_name(const struct page *page, const struct load_chart *chart,
                         struct load_race *race, size_t others, const char *name)
{
    struct rooms rooms = rooms_of(page, chart, race, others);
    double width = fmax(rooms.right, rooms.left);
    race->points_left = rooms.left > rooms.right;
    if (width > LEAST_NAME * page->scale)
        put_name(page, race, &rooms, race->points_left, name, width);
}

/* Lowers the flags that the name of the goal race runs over; they stay without names. */
static void lower_flags(const struct page *page, struct load_chart *chart)
{
    double flag = LOAD_FLAG * page->scale;
    const struct box *name = &chart->races[0].name.box;
    for (size_t i = 1; i < chart->race_count; i++) {
        struct load_race *race = &chart->races[i];
        if (race->x + flag > name->x && race->x - flag < name->x + name->width)
            race->head = chart->plot.y;
    }
}

/* The goal race has its name, if need be at the cost of the other races. */
static void name_goal(const struct page *page, struct load_chart *chart,
                      const char *const *wordings)
{
    struct load_race *goal = &chart->races[0];
    if (!fit_name(page, chart, goal, chart->race_count, wordings) &&
        !fit_name(page, chart, goal, 0, wordings))
        shorten_name(page, chart, goal, 0, wordings[RACE_WORDINGS - 1]);
    if (goal->name.text)
        lower_flags(page, chart);
}

static void lay_out_races(const struct page *page, struct load_chart *chart)
{
    const struct plan *plan = page->plan;
    const char *wordings[RACE_WORDINGS];
    chart->races = arena_array(page->arena, plan->tune_up_count + 1, sizeof *chart->races);
    raise_flag(page, chart, plan->race.date);
    size_t first = chart->race_count;
    for (size_t i = 0; i < plan->tune_up_count; i++)
        raise_flag(page, chart, plan->tune_ups[i].date);
    if (first) {
        name_race(page, &plan->race.distance, plan->race.name, plan->race.date, wordings);
        name_goal(page, chart, wordings);
    }
    for (size_t i = 0, race = first; i < plan->tune_up_count; i++) {
        const struct tune_up_race *tune_up = &plan->tune_ups[i];
        if (plan_week_index(plan, tune_up->date) == plan->week_count)
            continue;
        name_race(page, &tune_up->distance, tune_up->name, tune_up->date, wordings);
        struct load_race *raised = &chart->races[race++];
        if (raised->head < chart->plot.y &&
            !fit_name(page, chart, raised, chart->race_count, wordings))
            shorten_name(page, chart, raised, chart->race_count, wordings[RACE_WORDINGS - 1]);
    }
}

/* --- names above bars ------------------------------------------------------------------------- */

/* The highest that bars and ceiling reach between two places. */
static double skyline_top(const struct load_chart *chart, size_t count, double left, double right)
{
    double top = chart->plot.y + chart->plot.height;
    for (size_t i = 0; i < count; i++) {
        const struct load_week *week = &chart->weeks[i];
        if (week->right <= left || week->left >= right)
            continue;
        top = fmin(top, week->distance.y);
        if (week->has_ceiling)
            top = fmin(top, week->ceiling);
    }
    return top;
}

static bool are_apart(const struct box *a, const struct box *b, double gap)
{
    return a->x >= b->x + b->width + gap || a->x + a->width + gap <= b->x ||
           a->y >= b->y + b->height || a->y + a->height <= b->y;
}

/* Whether a box hides no flag's pole and no name. */
static bool is_clear(const struct load_chart *chart, const struct box *box, double gap)
{
    for (size_t i = 0; i < chart->race_count; i++)
        if (chart->races[i].x > box->x - gap && chart->races[i].x < box->x + box->width + gap)
            return false;
    for (int i = 0; i < LOAD_NAME_COUNT; i++)
        if (chart->names[i].text && !are_apart(&chart->names[i].box, box, gap))
            return false;
    return true;
}

/* A box for a text that stands on the skyline from `left` on; false where it hides something. */
static bool stand_label(const struct page *page, const struct load_chart *chart, double left,
                        double width, struct box *box)
{
    const struct box *plot = &chart->plot;
    double gap = LOAD_NAME_GAP * page->scale, size = page_size(page, SIZE_SMALL);
    left = fmax(fmin(left, plot->x + plot->width - width), plot->x);
    double top = skyline_top(chart, page->plan->week_count, left - gap, left + width + gap);
    *box = (struct box){left, top - gap - size, width, size};
    return is_clear(chart, box, gap);
}

static void name_biggest(const struct page *page, struct load_chart *chart)
{
    const struct plan *plan = page->plan;
    struct type type = page_type(page, FONT_STRONG, SIZE_SMALL, INK_BLACK);
    size_t biggest = 0;
    for (size_t i = 1; i < plan->week_count; i++)
        if (plan_week_distance_run(&plan->weeks[i]) > plan_week_distance(&plan->weeks[biggest]))
            biggest = i;
    if (plan->week_count == 0 || plan_week_distance_run(&plan->weeks[biggest]) == 0)
        return;
    const char *text =
        SAY(&page->words, PHRASE_CHART_BIGGEST,
            words_distance(&page->words, plan_week_distance_run(&plan->weeks[biggest])));
    const struct box *bar = &chart->weeks[biggest].distance;
    double width = canvas_text_width(page->canvas, &type, text), middle = bar->x + bar->width / 2;
    const double lefts[] = {middle - width / 2, bar->x + bar->width - width, bar->x};
    struct box box;
    for (size_t i = 0; i < sizeof lefts / sizeof *lefts && !chart->names[LOAD_BIGGEST].text; i++)
        if (stand_label(page, chart, lefts[i], width, &box))
            chart->names[LOAD_BIGGEST] = (struct load_label){text, box};
}

static void name_lighter(const struct page *page, struct load_chart *chart)
{
    const char *text = words_phrase(&page->words, PHRASE_WEEK_LIGHTER);
    const struct plan *plan = page->plan;
    struct type type = page_type(page, FONT_REGULAR, SIZE_SMALL, INK_BLACK);
    double width = canvas_text_width(page->canvas, &type, text);
    struct load_label *name = &chart->names[LOAD_LIGHTER];
    for (size_t i = 0; i < plan->week_count && !name->text; i++) {
        double middle = (chart->weeks[i].left + chart->weeks[i].right) / 2;
        struct box box;
        if (plan->weeks[i].kind == WEEK_LIGHTER &&
            stand_label(page, chart, middle - width / 2, width, &box))
            *name = (struct load_label){text, box};
    }
}

/* How far above the ceiling a label over some weeks would be, and INFINITY where one has none. */
static double distance_to_ceiling(const struct load_chart *chart, size_t count,
                                  const struct box *box)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++) {
        const struct load_week *week = &chart->weeks[i];
        if (week->right <= box->x || week->left >= box->x + box->width)
            continue;
        double shared = fmin(week->right, box->x + box->width) - fmax(week->left, box->x);
        sum += week->has_ceiling ? shared * (week->ceiling - box->y) : INFINITY;
    }
    return sum / box->width;
}

static void name_ceiling(const struct page *page, struct load_chart *chart)
{
    const char *text = words_phrase(&page->words, PHRASE_CHART_CEILING);
    struct type type = page_type(page, FONT_REGULAR, SIZE_SMALL, INK_BLACK);
    double width = canvas_text_width(page->canvas, &type, text), best = INFINITY;
    size_t count = page->plan->week_count;
    for (size_t i = 0; i < count; i++) {
        struct box box;
        if (!stand_label(page, chart, chart->weeks[i].left, width, &box))
            continue;
        double distance = distance_to_ceiling(chart, count, &box);
        if (distance > best - LEVEL)
            continue;
        best = distance;
        chart->names[LOAD_CEILING] = (struct load_label){text, box};
    }
}

/* --- names about the hills -------------------------------------------------------------------- */

/* Above the highest climb, or below the deepest descent. */
static struct load_label name_hills(const struct page *page, const struct load_chart *chart,
                                    enum quantity quantity, enum phrase phrase)
{
    const struct plan *plan = page->plan;
    struct type type = page_type(page, FONT_REGULAR, SIZE_SMALL, INK_BLACK);
    size_t most = 0;
    int metres = 0;
    for (size_t i = 0; i < plan->week_count; i++) {
        int sum = week_sum(&plan->weeks[i], DAYS_PER_WEEK, quantity, NULL);
        most = sum > metres ? i : most;
        metres = larger_of(sum, metres);
    }
    if (metres == 0 || chart->elevation.most == 0)
        return (struct load_label){0};
    const char *amount = words_elevation(&page->words, metres);
    const char *text = words_fill(&page->words, phrase, &amount, 1);
    double width = canvas_text_width(page->canvas, &type, text);
    double gap = LOAD_NAME_GAP * page->scale, size = page_size(page, SIZE_SMALL);
    const struct load_week *week = &chart->weeks[most];
    const struct box *bar = quantity == QUANTITY_CLIMB_M ? &week->climb : &week->descent;
    const struct box *hills = &chart->hills;
    double left = bar->x + (bar->width - width) / 2;
    left = fmax(fmin(left, hills->x + hills->width - width), hills->x);
    double y = quantity == QUANTITY_CLIMB_M ? bar->y - gap - size : bar->y + bar->height + gap;
    return (struct load_label){text, {left, y, width, size}};
}

void load_chart_labels_lay_out(const struct page *page, struct load_chart *chart)
{
    lay_out_races(page, chart);
    name_biggest(page, chart);
    name_ceiling(page, chart);
    name_lighter(page, chart);
    chart->names[LOAD_CLIMB] = name_hills(page, chart, QUANTITY_CLIMB_M, PHRASE_CHART_CLIMB);
    chart->names[LOAD_DESCENT] = name_hills(page, chart, QUANTITY_DESCENT_M, PHRASE_CHART_DESCENT);
}
