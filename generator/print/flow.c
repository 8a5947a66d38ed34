/* Flows: columns and sheets. */
#include "print/flow.h"

#define COLUMN_GAP (8 * MM)
#define PITCH      1.3 /* in type sizes */
#define ROUNDING   0.01

static double width_of(const struct page *page, const struct box *body, size_t columns)
{
    return (body->width - (double)(columns - 1) * COLUMN_GAP * page->scale) / (double)columns;
}

struct flow flow_make(struct page *page, size_t wanted, size_t most, double least_width)
{
    struct flow flow = {.page = page, .body = page_text_body(page), .wanted = wanted};
    flow.columns = most;
    while (flow.columns > 1 && width_of(page, &flow.body, flow.columns) < least_width)
        flow.columns--;
    flow.width = width_of(page, &flow.body, flow.columns);
    flow.y = flow.body.y;
    flow.gaps = 1;
    return flow;
}

bool flow_take(struct flow *flow, double height, double follows, struct box *box)
{
    double bottom = flow->body.y + flow->body.height;
    if (flow->y > flow->body.y && flow->y + height + follows > bottom + ROUNDING) {
        flow->y = flow->body.y;
        flow->column++;
        if (flow->column == flow->columns) {
            flow->column = 0;
            flow->sheet++;
        }
    }
    double step = flow->width + COLUMN_GAP * flow->page->scale;
    *box = (struct box){flow->body.x + (double)flow->column * step, flow->y, flow->width, height};
    flow->y += height;
    return flow->sheet == flow->wanted;
}

void flow_skip(struct flow *flow, double height)
{
    if (flow->y > flow->body.y)
        flow->y += height * flow->gaps;
}

size_t flow_sheets(const struct flow *flow)
{
    return flow->sheet + 1;
}

double flow_lines_height(const struct type *type, const struct paragraph *paragraph)
{
    return (double)paragraph->line_count * type->size * PITCH;
}

void flow_draw_lines(struct page *page, const struct type *type, double x, double y,
                     const struct paragraph *paragraph)
{
    for (size_t i = 0; i < paragraph->line_count; i++)
        canvas_text(page->canvas, type, x, y + type->size * (1 + PITCH * (double)i), ALIGN_LEFT,
                    paragraph->lines[i]);
}
