/* Brackets: a solid line below the downhill run, stitches below the easy days. */
#include "print/recovery_bracket.h"

#include "print/session_mark.h"

#define LINE  2.0 /* thickness, points */
#define INSET 1.9 /* of its middle, above the foot of the row */
#define STOP  6.0 /* height of the mark at the end */
#define ARROW 4.6 /* length and height of an arrow */

struct ink recovery_bracket_ink(const struct page *page)
{
    const struct session_mark *tag = &page->style->tags[SESSION_DOWNHILL];
    return session_mark_is_light(tag) ? INK_BLACK : tag->ink;
}

/* Races are what they are, and hard sessions mend nothing. */
static bool is_mending(const struct plan *plan, int date)
{
    const struct day *day = plan_day(plan, date);
    if (!day || !day->legs_mend)
        return false;
    for (size_t i = 0; i < day->session_count; i++)
        if (session_is_hard(&day->sessions[i]))
            return false;
    return true;
}

/* Whether the legs mend from a day on: it was the downhill run. */
static bool is_cause(const struct plan *plan, int date)
{
    const struct day *day = plan_day(plan, date);
    return day && !day->legs_mend && is_mending(plan, date + 1);
}

size_t recovery_bracket_parts(const struct plan *plan, int row_start,
                              struct recovery_part parts[MOST_MEND_PARTS])
{
    size_t count = 0;
    for (int i = 0; i < DAYS_PER_WEEK; i++) {
        int date = row_start + i;
        bool begins = is_cause(plan, date);
        if (!begins && !is_mending(plan, date))
            continue;
        if (begins || count == 0 || parts[count - 1].last < i - 1)
            parts[count++] = (struct recovery_part){.first = i, .first_easy = begins ? i + 1 : i};
        parts[count - 1].last = i;
        parts[count - 1].goes_on = i == DAYS_PER_WEEK - 1 && is_mending(plan, date + 1);
    }
    return count;
}

/* The end of a bracket at the foot of a row: an upright mark, or an arrow to the next row. */
static void draw_end(struct page *page, double x, double y, bool goes_on, struct ink ink)
{
    double thickness = LINE * page->scale, arrow = ARROW * page->scale;
    const struct spot spots[] = {
        {x + thickness, y}, {x - arrow, y - arrow / 2}, {x - arrow, y + arrow / 2}};
    if (goes_on)
        canvas_shape(page->canvas, spots, sizeof spots / sizeof *spots, ink);
    else
        canvas_line(page->canvas, x, y + thickness / 2, x, y - STOP * page->scale, thickness, ink);
}

void recovery_bracket_draw(struct page *page, const struct recovery_part *part, struct box row,
                           const bool is_faint[DAYS_PER_WEEK], double tag_width)
{
    double column = row.width / DAYS_PER_WEEK, thickness = LINE * page->scale;
    double y = row.y + row.height - INSET * page->scale;
    for (int day = part->first; day <= part->last; day++) {
        struct ink ink = is_faint[day] ? page->style->grey : recovery_bracket_ink(page);
        double left = row.x + day * column, right = left + column;
        right -= day == part->last ? thickness : 0;
        if (day < part->first_easy)
            canvas_line(page->canvas, left + tag_width, y, right, y, thickness, ink);
        else
            canvas_dashed_line(page->canvas, left, y, right, y, thickness, ink);
        if (day == part->last)
            draw_end(page, right, y, part->goes_on, ink);
    }
}
