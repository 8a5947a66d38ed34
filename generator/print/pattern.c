#include "print/pattern.h"

#include <math.h>

#define THICKNESS    0.8 /* points */
#define STEP         3.0
#define CHEVRON_STEP 6.0
#define DASH_LENGTH  4.0

struct hatching {
    struct box box, part;
    pattern_line *line;
    void *data;
};

static double right_of(struct box box)
{
    return box.x + box.width;
}

static double bottom_of(struct box box)
{
    return box.y + box.height;
}

/* The first of the places `start`, `start` + `step`, ... that is not before `least`. */
static double first_from(double start, double step, double least)
{
    return start + fmax(ceil((least - start) / step), 0) * step;
}

static void put_line(const struct hatching *lines, double x1, double y1, double x2, double y2)
{
    lines->line(lines->data, (const struct spot[]){{x1, y1}, {x2, y2}}, 2);
}

/* Parallel lines at `slope` (rise over run, upwards to the right), from side to side of the part.
 */
static void put_diagonals(const struct hatching *lines, double slope)
{
    const struct box *box = &lines->box, *part = &lines->part;
    double reach = fabs(slope * box->width), rise = slope * part->width;
    double before = slope * (part->x - box->x); /* risen from the left of the box to the part */
    double least = part->y + before + fmin(rise, 0);
    double most = bottom_of(*part) + before + fmax(rise, 0);
    for (double y = first_from(box->y - reach, STEP, least); y <= most; y += STEP)
        put_line(lines, part->x, y - before, right_of(*part), y - before - rise);
}

static void put_verticals(const struct hatching *lines)
{
    const double step = 1.5 * STEP, right = right_of(lines->part);
    for (double x = first_from(lines->box.x + STEP / 2, step, lines->part.x); x < right; x += step)
        put_line(lines, x, lines->part.y, x, bottom_of(lines->part));
}

/* `point` is the tip's height over the ends, as a share of the width: above 0 it points up. */
static void put_chevrons(const struct hatching *lines, double point)
{
    const struct box *box = &lines->box;
    double height = point * box->width, middle = box->x + box->width / 2;
    double least = lines->part.y + fmin(height, 0) - CHEVRON_STEP;
    double most = bottom_of(lines->part) + fmax(height, 0) + CHEVRON_STEP;
    for (double y = first_from(box->y - fabs(height), CHEVRON_STEP, least); y <= most;
         y += CHEVRON_STEP) {
        const struct spot spots[] = {{box->x, y}, {middle, y - height}, {right_of(*box), y}};
        lines->line(lines->data, spots, 3);
    }
}

/* Rows of dashes; every other row is shifted by half a step. */
static void put_dashes(const struct hatching *lines)
{
    const double bottom = bottom_of(lines->part), right = right_of(lines->part);
    double row = lines->box.y + STEP / 2;
    for (int i = 0; row < bottom; i++, row += STEP) {
        double start = lines->box.x + (i % 2 == 0 ? DASH_LENGTH / 2 : -DASH_LENGTH / 2);
        double x = first_from(start, 2 * DASH_LENGTH, lines->part.x - DASH_LENGTH);
        for (; row >= lines->part.y && x < right; x += 2 * DASH_LENGTH)
            put_line(lines, x, row, x + DASH_LENGTH, row);
    }
}

void pattern_lines(enum pattern pattern, struct box box, struct box part, pattern_line *line,
                   void *data)
{
    const double tip = 1.0 / 3;
    const struct hatching lines = {box, part, line, data};
    switch (pattern) {
    case PATTERN_RISING:
        put_diagonals(&lines, 1);
        break;
    case PATTERN_FALLING:
        put_diagonals(&lines, -1);
        break;
    case PATTERN_HORIZONTAL:
        put_diagonals(&lines, 0);
        break;
    case PATTERN_VERTICAL:
        put_verticals(&lines);
        break;
    case PATTERN_CROSSED:
        put_diagonals(&lines, 1);
        put_diagonals(&lines, -1);
        break;
    case PATTERN_CHEVRONS_UP:
        put_chevrons(&lines, tip);
        break;
    case PATTERN_CHEVRONS_DOWN:
        put_chevrons(&lines, -tip);
        break;
    case PATTERN_DASHES:
        put_dashes(&lines);
        break;
    case PATTERN_NONE:
    case PATTERN_COUNT:
        break;
    }
}

double pattern_thickness(enum pattern pattern)
{
    bool is_wide = pattern == PATTERN_CHEVRONS_UP || pattern == PATTERN_CHEVRONS_DOWN;
    return is_wide ? 2 * THICKNESS : THICKNESS;
}
