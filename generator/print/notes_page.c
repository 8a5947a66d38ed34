/* The notes page: room to write; a ruled table of date, what was done and how it felt. */
#include "print/pages.h"
#include "print/plan_words.h"
#include "print/typeset.h"

#define HEAD_ROOM   (7 * MM)
#define LINE_PITCH  (8.5 * MM)
#define PENCIL_LINE 0.4
#define DATE_SHARE  0.14 /* of the width */
#define FELT_SHARE  0.34

size_t notes_page_count(const struct page *page)
{
    (void)page;
    return 1;
}

const char *notes_page_bookmark(const struct page *page, size_t index)
{
    return page_bookmark(page, PHRASE_NOTES_PAGE, index);
}

void notes_page_draw(struct page *page, size_t index)
{
    (void)index;
    static const enum phrase heads[] = {PHRASE_NOTES_DATE, PHRASE_NOTES_WHAT, PHRASE_NOTES_FELT};
    const struct box body = page_text_body(page);
    const double scale = page->scale, right = body.x + body.width;
    const double edges[] = {body.x, body.x + body.width * DATE_SHARE,
                            right - body.width * FELT_SHARE, right};
    struct type type = page_type(page, FONT_STRONG, SIZE_BODY, INK_BLACK);
    const char *const subtitles[] = {plan_words_title(page)};
    page_header(page, words_phrase(&page->words, PHRASE_NOTES_PAGE), subtitles, 1);
    double top = body.y + HEAD_ROOM * scale, bottom = top;
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        typeset_line(page->canvas, &type, page->least,
                     (struct line_place){edges[i] + (i ? PADDING : 0), top - PADDING,
                                         edges[i + 1] - edges[i] - PADDING, ALIGN_LEFT},
                     words_phrase(&page->words, heads[i]));
    canvas_line(page->canvas, body.x, top, right, top, RULE_THICKNESS, INK_BLACK);
    while (bottom + LINE_PITCH * scale <= body.y + body.height) {
        bottom += LINE_PITCH * scale;
        canvas_line(page->canvas, body.x, bottom, right, bottom, PENCIL_LINE, page->style->grey);
    }
    for (size_t i = 1; i + 1 < sizeof edges / sizeof *edges; i++)
        canvas_line(page->canvas, edges[i], body.y, edges[i], bottom, PENCIL_LINE,
                    page->style->grey);
    page_footer(page);
}
