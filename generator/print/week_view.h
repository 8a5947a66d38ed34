/*
 * What a week sheet says, measured before anything is drawn: the paragraphs of each day, and the
 * heights of their rows.
 */
#ifndef HILLPLAN_PRINT_WEEK_VIEW_H
#define HILLPLAN_PRINT_WEEK_VIEW_H

#include "print/page.h"
#include "print/typeset.h"

/* How much a paragraph matters: where the sheet is full, those of the highest rank go first. */
enum week_text {
    WEEK_TEXT_TITLE,   /* a session's name and amount */
    WEEK_TEXT_FACTS,   /* pace, terrain, hills */
    WEEK_TEXT_STEPS,   /* what is done in which order */
    WEEK_TEXT_PURPOSE, /* what it is good for */
    WEEK_TEXT_WHY,     /* the rules that shaped it */
    WEEK_TEXT_NOTE,
    WEEK_TEXT_COUNT
};

struct week_paragraph {
    enum week_text kind;
    struct type type;
    const char *string;    /* NULL: left out for want of room */
    struct paragraph text; /* the string, broken into lines */
    const char *amount;    /* of a title, to stand at the right end of its line; or NULL */
};

#define WEEK_MOST_PARAGRAPHS 40

struct week_day {
    const struct day *day;
    struct week_paragraph paragraphs[WEEK_MOST_PARAGRAPHS];
    size_t count;
    bool has_log; /* something is done on it that can be written down */
    double height;
};

/* What there is for a week. */
struct week_room {
    double text_width; /* of the paragraphs */
    double log_height; /* of a day's log, */
    bool log_is_below; /* which is below its text, not beside it */
    double height;     /* of the days on a sheet */
    double foot;       /* by which the last sheet has less */
    size_t sheets;     /* at most, up to WEEK_MOST_SHEETS */
};

#define WEEK_MOST_SHEETS 2 /* both sides of a leaf */

struct week_view {
    struct week_day days[DAYS_PER_WEEK];
    size_t sheets;
    size_t first[WEEK_MOST_SHEETS + 1]; /* day of each sheet, and DAYS_PER_WEEK after the last */
};

/*
 * The view of a week on as few sheets as it needs. Where it needs more than there are, type shrinks
 * first, then the least important paragraphs are left out. Where there is room to spare, rows are
 * higher than they need, up to a comfortable height.
 */
struct week_view week_view_make(const struct page *page, const struct week *week,
                                const struct week_room *room);

/* The number of its sheets. */
size_t week_view_sheets(const struct page *page, const struct week *week,
                        const struct week_room *room);

/* The distance from one baseline to the next. */
double week_view_pitch(const struct type *type);

#endif
