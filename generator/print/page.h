/*
 * Pages: a page in the making, and what every kind of page has in common.
 */
#ifndef HILLPLAN_PRINT_PAGE_H
#define HILLPLAN_PRINT_PAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "model/plan.h"
#include "print/canvas.h"
#include "words/words.h"

#define PADDING         (2 * MM)
#define GRID_THICKNESS  0.5 /* points */
#define RULE_THICKNESS  1.0
#define TICK_THICKNESS  0.8
#define PAGE_TITLE_BASE (8 * MM) /* baseline of a title, below the top of the page */

struct page {
    struct canvas *canvas;
    const struct plan *plan;
    const struct page_style *style;
    struct arena *arena;           /* strings of this print run, */
    struct words words;            /* made with these */
    struct box live;               /* the page within its margins */
    double scale;                  /* of type and of fixed lengths: 1 on A4 */
    double least, least_distance;  /* points, as the look gives them for the paper */
    size_t number, of;             /* this page of all pages, from 1 */
    size_t *week_sheets;           /* that each week takes; 0: not measured yet */
    bool tags[SESSION_KIND_COUNT]; /* those drawn so far, for the legend */
};

/* A size of the style in the page's scale, in points; no smaller than the page's least. */
double page_size(const struct page *page, enum size size);

/* A type of that size. */
struct type page_type(const struct page *page, enum font font, enum size size, struct ink ink);

/* What is left of the page between header and footer. */
struct box page_body(const struct page *page);

/* The same on a page without tags, whose footer is but a line. */
struct box page_text_body(const struct page *page);

/*
 * Title, subtitle (wordings, best first; drawn beside the title in landscape, below it in
 * portrait) and the runner's name.
 */
void page_header(struct page *page, const char *title, const char *const *subtitles,
                 size_t subtitle_count);

/* Whether the header need not cut a title. */
bool page_title_fits(const struct page *page, const char *title);

/* The legend of the tags that were drawn, the paces, and "page n of m". */
void page_footer(struct page *page);

/* Draws the session's tag, noted for the legend. */
void page_session_mark(struct page *page, enum session_kind kind, struct box box,
                       double letter_size);

/* A box to be ticked with a pencil. `y` is its top. */
#define TICK_BOX_SIZE (4 * MM)
void page_tick_box(struct page *page, double x, double y, struct ink ink);

/* "148 days to go on 1 May"; NULL where the race is not after `date`. */
const char *page_days_to_go(const struct page *page, int date);

/* "Rules", and from the second sheet on "Rules, sheet 2". */
const char *page_bookmark(const struct page *page, enum phrase title, size_t index);

/*
 * What a week is: "base", "base, lighter". A week's total leaves the goal race out; what that adds
 * is told here: "race +42.2 km".
 */
const char *page_week_word(const struct page *page, const struct week *week);

/* The same, best first: with the phase, without it, and nothing at all. */
#define SHEET_WEEK_WORDINGS 3
void page_week_words(const struct page *page, const struct week *week,
                     const char *wordings[SHEET_WEEK_WORDINGS]);

#endif
