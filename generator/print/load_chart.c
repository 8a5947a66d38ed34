/* The chart of the plan: bars and axes. */
#include "print/load_chart.h"

#include <math.h>

#include "print/axis.h"
#include "print/load_chart_labels.h"
#include "print/typeset.h"
#include "words/words.h"

#define NAME_ROOM    (4 * MM) /* above the highest bar, and about the hills */
#define NUMBER_ROOM  (5 * MM)
#define PHASE_ROOM   (5 * MM)
#define HILLS_SHARE  0.4 /* of what is left for bars */
#define BAR_SHARE    0.66
#define MOST_BAR     (22 * MM)
#define LEAST_LINES  (4 * MM) /* from line to line of an axis */
#define MOST_LINES   5
#define LEAST_HILLS  50  /* metres: less is flat, and not drawn */
#define LEAST_NUMBER 1.6 /* from number to number, in type sizes */
#define NUMBER_BASE  (3.4 * MM)
#define PHASE_LINE   (1 * MM)
#define PHASE_BASE   (4.2 * MM)
#define PHASE_GAP    (0.6 * MM)
#define CEILING_LINE 0.9
#define OUTLINE      0.5
#define BAR_INSET    1.5 /* points about a number in its bar */

#define BAR_INK     INK(0x3B, 0x7D, 0xB0)
#define LIGHTER_INK INK(0xC4, 0xDB, 0xEC)
#define CEILING_INK INK(0xB3, 0x47, 0x00)
#define GRID_INK    INK(205, 205, 205)

/* --- layout ----------------------------------------------------------------------------------- */

/* A week's climb or descent as the axis counts it; 0 where it is unknown. */
static int elevation_of(const struct page *page, const struct week *week, enum quantity quantity)
{
    struct week left = week_without_missed(week);
    int metres = week_sum(&left, DAYS_PER_WEEK, quantity, NULL);
    return metres == UNKNOWN ? 0 : words_elevation_in(&page->words, metres);
}

static void set_axes(struct load_chart *chart, const struct page *page)
{
    const struct plan *plan = page->plan;
    for (size_t i = 0; i < plan->week_count; i++) {
        const struct week *week = &plan->weeks[i];
        int distance = larger_of(plan_week_distance_run(week), week->distance_most);
        chart->distance.most = larger_of(chart->distance.most, distance);
        int climb = elevation_of(page, week, QUANTITY_CLIMB_M);
        int descent = elevation_of(page, week, QUANTITY_DESCENT_M);
        chart->elevation.most = larger_of(chart->elevation.most, larger_of(climb, descent));
    }
    if (chart->elevation.most < words_elevation_in(&page->words, LEAST_HILLS))
        chart->elevation.most = 0;
}

static bool has_race(const struct plan *plan)
{
    bool found = plan_week_index(plan, plan->race.date) < plan->week_count;
    for (size_t i = 0; i < plan->tune_up_count && !found; i++)
        found = plan_week_index(plan, plan->tune_ups[i].date) < plan->week_count;
    return found;
}

/* A round step, of a unit or more, that keeps the lines of an axis apart. */
static void set_step(const struct page *page, struct load_axis *axis, double room)
{
    double height = room - NAME_ROOM * page->scale;
    double least = fmax(LEAST_LINES * page->scale, height / MOST_LINES);
    axis->step = axis->unit;
    if (height > 0)
        axis->step *= axis_step(axis->most * least / height / axis->unit);
}

/* Numbers of an axis; the last of them has the unit. */
static const char *axis_number(const struct page *page, const struct load_axis *axis, int at)
{
    const char *number = words_count(&page->words, (size_t)(at / axis->unit));
    bool is_last = at + axis->step > axis->most;
    return is_last ? arena_printf(page->arena, "%s %s", number, axis->unit_name) : number;
}

/* What the numbers at the left take. */
static double axis_room(const struct page *page, const struct load_chart *chart)
{
    struct type type = page_type(page, FONT_REGULAR, SIZE_SMALL, INK_BLACK);
    const struct load_axis *distance = &chart->distance, *elevation = &chart->elevation;
    const char *const texts[] = {
        words_phrase(&page->words, PHRASE_CHART_WEEK),
        axis_number(page, distance, distance->most / distance->step * distance->step),
        axis_number(page, elevation, elevation->most / elevation->step * elevation->step),
    };
    double room = 0;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        room = fmax(room, canvas_text_width(page->canvas, &type, texts[i]));
    return room + LOAD_NAME_GAP * page->scale;
}

/* The rows of the chart, from its top to its foot. */
static void split_rows(struct load_chart *chart, const struct page *page, struct box box)
{
    const double scale = page->scale;
    double flags = has_race(page->plan) ? LOAD_FLAG_ROOM * scale : 0;
    double bars = box.height - flags - (NUMBER_ROOM + PHASE_ROOM) * scale;
    double hills = chart->elevation.most ? bars * HILLS_SHARE : 0;
    set_step(page, &chart->distance, bars - hills);
    set_step(page, &chart->elevation, hills / 2);
    double axis = axis_room(page, chart), foot = box.y + flags + bars - hills;
    chart->plot = (struct box){box.x + axis, box.y + flags, box.width - axis, bars - hills};
    chart->hills =
        (struct box){chart->plot.x, foot + NUMBER_ROOM * scale, chart->plot.width, hills};
    chart->numbers = foot + NUMBER_BASE * scale;
    chart->phases = chart->hills.y + hills + PHASE_BASE * scale;
}

/* The height of an amount among the distances, or among climbs and descents. */
static double height_of(const struct page *page, const struct load_axis *axis, double room,
                        int amount)
{
    return axis->most ? (room - NAME_ROOM * page->scale) * amount / axis->most : 0;
}

static void place_week(const struct page *page, struct load_chart *chart, size_t index)
{
    const struct plan *plan = page->plan;
    const struct week *week = &plan->weeks[index];
    const struct box *plot = &chart->plot, *hills = &chart->hills;
    double pitch = plot->width / (double)plan->week_count;
    double width = fmin(BAR_SHARE * pitch, MOST_BAR * page->scale);
    double left = plot->x + (double)index * pitch, x = left + (pitch - width) / 2;
    double foot = plot->y + plot->height, middle = hills->y + hills->height / 2;
    double high = height_of(page, &chart->distance, plot->height, plan_week_distance_run(week));
    double up = height_of(page, &chart->elevation, hills->height / 2,
                          elevation_of(page, week, QUANTITY_CLIMB_M));
    double down = height_of(page, &chart->elevation, hills->height / 2,
                            elevation_of(page, week, QUANTITY_DESCENT_M));
    struct load_week *placed = &chart->weeks[index];
    *placed = (struct load_week){
        .left = left,
        .right = left + pitch,
        .distance = {x, foot - high, width, high},
        .climb = {x, middle - up, width, up},
        .descent = {x, middle, width, down},
        .has_ceiling = week->distance_most != UNKNOWN,
    };
    if (placed->has_ceiling)
        placed->ceiling =
            foot - height_of(page, &chart->distance, plot->height, week->distance_most);
}

struct load_chart load_chart_lay_out(const struct page *page, struct box box)
{
    const struct plan *plan = page->plan;
    struct load_chart chart = {
        .distance = {.unit = HUNDREDTHS, .unit_name = words_unit(&page->words)},
        .elevation = {.unit = 1, .unit_name = words_elevation_unit(&page->words)},
    };
    set_axes(&chart, page);
    split_rows(&chart, page, box);
    chart.weeks = arena_array(page->arena, plan->week_count, sizeof *chart.weeks);
    for (size_t i = 0; i < plan->week_count; i++)
        place_week(page, &chart, i);
    load_chart_labels_lay_out(page, &chart);
    return chart;
}

/* --- drawing ---------------------------------------------------------------------------------- */

static void draw_gridline(struct page *page, const struct load_chart *chart, double y,
                          const char *number)
{
    struct type type = page_type(page, FONT_REGULAR, SIZE_SMALL, INK_BLACK);
    const struct box *plot = &chart->plot;
    canvas_line(page->canvas, plot->x, y, plot->x + plot->width, y, GRID_THICKNESS, GRID_INK);
    canvas_text(page->canvas, &type, plot->x - LOAD_NAME_GAP * page->scale, y + type.size * 0.36,
                ALIGN_RIGHT, number);
}

static void draw_axes(struct page *page, const struct load_chart *chart)
{
    const struct load_axis *axis = &chart->distance;
    double foot = chart->plot.y + chart->plot.height;
    for (int at = axis->step; at <= axis->most; at += axis->step)
        draw_gridline(page, chart, foot - height_of(page, axis, chart->plot.height, at),
                      axis_number(page, axis, at));
    axis = &chart->elevation;
    double half = chart->hills.height / 2, middle = chart->hills.y + half;
    for (int at = axis->step; half > 0 && at <= axis->most; at += axis->step) {
        const char *number = axis_number(page, axis, at);
        draw_gridline(page, chart, middle - height_of(page, axis, half, at), number);
        draw_gridline(page, chart, middle + height_of(page, axis, half, at), number);
    }
}

/* The week's distance in its bar, where all have room for it. */
static bool have_numbers_room(const struct page *page, const struct load_chart *chart)
{
    struct type type = page_type(page, FONT_STRONG, SIZE_SMALL, INK_WHITE);
    for (size_t i = 0; i < page->plan->week_count; i++) {
        const struct box *bar = &chart->weeks[i].distance;
        const char *number =
            words_hundredths(&page->words, plan_week_distance_run(&page->plan->weeks[i]));
        if (canvas_text_width(page->canvas, &type, number) > bar->width - BAR_INSET)
            return false;
    }
    return true;
}

static void draw_bar_number(struct page *page, const struct box *bar, const struct week *week)
{
    bool is_lighter = week->kind == WEEK_LIGHTER;
    struct type type = page_type(page, FONT_STRONG, SIZE_SMALL, is_lighter ? INK_BLACK : INK_WHITE);
    if (bar->height < 1.6 * type.size)
        return;
    canvas_text(page->canvas, &type, bar->x + bar->width / 2, bar->y + 1.2 * type.size,
                ALIGN_CENTER, words_hundredths(&page->words, plan_week_distance_run(week)));
}

static void draw_bars(struct page *page, const struct load_chart *chart)
{
    bool has_numbers = have_numbers_room(page, chart);
    const struct session_mark *tags = page->style->tags;
    for (size_t i = 0; i < page->plan->week_count; i++) {
        const struct load_week *placed = &chart->weeks[i];
        const struct week *week = &page->plan->weeks[i];
        bool is_lighter = week->kind == WEEK_LIGHTER;
        canvas_fill(page->canvas, placed->distance, is_lighter ? LIGHTER_INK : BAR_INK);
        if (is_lighter)
            canvas_frame(page->canvas, placed->distance, OUTLINE, BAR_INK);
        if (has_numbers)
            draw_bar_number(page, &placed->distance, week);
        if (chart->elevation.most == 0)
            continue;
        canvas_fill(page->canvas, placed->climb, tags[SESSION_UPHILL].ink);
        canvas_fill(page->canvas, placed->descent, tags[SESSION_DOWNHILL].ink);
    }
    const struct box *plot = &chart->plot, *hills = &chart->hills;
    double right = plot->x + plot->width, foot = plot->y + plot->height;
    canvas_line(page->canvas, plot->x, foot, right, foot, RULE_THICKNESS, INK_BLACK);
    if (hills->height > 0)
        canvas_line(page->canvas, plot->x, hills->y + hills->height / 2, right,
                    hills->y + hills->height / 2, OUTLINE, INK_BLACK);
}

/* Every how many weeks a number stands below the bars. */
static size_t number_pitch(const struct page *page, const struct load_chart *chart)
{
    double least = LEAST_NUMBER * page_size(page, SIZE_SMALL);
    double pitch = chart->plot.width / (double)page->plan->week_count;
    return (size_t)axis_step(least / pitch);
}

static void draw_numbers(struct page *page, const struct load_chart *chart)
{
    struct type type = page_type(page, FONT_REGULAR, SIZE_SMALL, INK_BLACK);
    size_t pitch = number_pitch(page, chart);
    canvas_text(page->canvas, &type, chart->plot.x - LOAD_NAME_GAP * page->scale, chart->numbers,
                ALIGN_RIGHT, words_phrase(&page->words, PHRASE_CHART_WEEK));
    for (size_t i = 0; i < page->plan->week_count; i++) {
        const struct load_week *placed = &chart->weeks[i];
        if ((i + 1) % pitch == 0)
            canvas_text(page->canvas, &type, (placed->left + placed->right) / 2, chart->numbers,
                        ALIGN_CENTER, words_count(&page->words, i + 1));
    }
}

/* A line below the weeks of a phase, and its name where it fits. */
static void draw_phase(struct page *page, const struct load_chart *chart, size_t first, size_t last)
{
    const double scale = page->scale, gap = PHASE_GAP * scale;
    struct type type = page_type(page, FONT_REGULAR, SIZE_SMALL, INK_BLACK);
    double left = chart->weeks[first].left + gap, right = chart->weeks[last].right - gap;
    double y = chart->phases - (PHASE_BASE - PHASE_LINE) * scale;
    const char *name = words_phase(&page->words, page->plan->weeks[first].phase);
    canvas_line(page->canvas, left, y, right, y, RULE_THICKNESS, page->style->grey);
    struct line_place place = {left, chart->phases, right - left, ALIGN_CENTER};
    if (typeset_fits(page->canvas, &type, page->least, place.width, name))
        typeset_line(page->canvas, &type, page->least, place, name);
    if (first > 0)
        canvas_dashed_line(page->canvas, left - gap, chart->plot.y, left - gap, y, OUTLINE,
                           GRID_INK);
}

static void draw_phases(struct page *page, const struct load_chart *chart)
{
    const struct plan *plan = page->plan;
    for (size_t first = 0, last; first < plan->week_count; first = last + 1) {
        last = first;
        while (last + 1 < plan->week_count &&
               plan->weeks[last + 1].phase == plan->weeks[first].phase)
            last++;
        draw_phase(page, chart, first, last);
    }
}

/* The line of what the rules allowed: a step a week, broken where they said nothing. */
static void draw_ceiling(struct page *page, const struct load_chart *chart)
{
    size_t count = page->plan->week_count, corners = 0;
    struct spot *spots = arena_array(page->arena, 2 * count + 1, sizeof *spots);
    for (size_t i = 0; i < count; i++) {
        const struct load_week *week = &chart->weeks[i];
        if (!week->has_ceiling)
            continue;
        spots[corners++] = (struct spot){week->left, week->ceiling};
        spots[corners++] = (struct spot){week->right, week->ceiling};
        if (i + 1 < count && week[1].has_ceiling)
            continue;
        canvas_path(page->canvas, spots, corners, CEILING_LINE, CEILING_INK);
        corners = 0;
    }
}

static void draw_label(struct page *page, const struct load_label *label, enum font font,
                       struct ink ink)
{
    struct type type = page_type(page, font, SIZE_SMALL, ink);
    struct line_place place = {label->box.x, label->box.y + label->box.height * 0.8,
                               label->box.width, ALIGN_LEFT};
    struct box behind = {label->box.x - 1, label->box.y, label->box.width + 2, label->box.height};
    if (!label->text)
        return;
    canvas_fill(page->canvas, behind, INK_WHITE);
    typeset_line(page->canvas, &type, page->least, place, label->text);
}

static void draw_race(struct page *page, const struct load_race *race)
{
    double flag = LOAD_FLAG * page->scale, top = race->head;
    double tip = race->x + (race->points_left ? -flag : flag) * LOAD_FLAG_LENGTH;
    canvas_line(page->canvas, race->x, top, race->x, race->foot, OUTLINE, INK_BLACK);
    canvas_shape(
        page->canvas,
        (const struct spot[]){{race->x, top}, {tip, top + flag / 2}, {race->x, top + flag}}, 3,
        INK_BLACK);
    draw_label(page, &race->name, FONT_STRONG, INK_BLACK);
}

void load_chart_draw(struct page *page, const struct load_chart *chart)
{
    draw_axes(page, chart);
    draw_phases(page, chart);
    draw_bars(page, chart);
    draw_numbers(page, chart);
    draw_ceiling(page, chart);
    for (size_t i = 0; i < chart->race_count; i++)
        draw_race(page, &chart->races[i]);
    for (int name = 0; name < LOAD_NAME_COUNT; name++)
        draw_label(page, &chart->names[name], name == LOAD_BIGGEST ? FONT_STRONG : FONT_REGULAR,
                   name == LOAD_CEILING ? CEILING_INK : INK_BLACK);
}
