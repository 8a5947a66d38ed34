/*
 * Page styles: papers, sizes, colours and patterns of the printed pages, as the files of
 * templates/pages give them.
 */
#ifndef HILLPLAN_MODEL_PAGE_STYLE_H
#define HILLPLAN_MODEL_PAGE_STYLE_H

#include "base/arena.h"
#include "model/names.h"

/* Patterns that tell tags apart without colour. X(enumerator, "name") */
#define PATTERNS(X)                                                                                \
    X(PATTERN_NONE, "none")                                                                        \
    X(PATTERN_RISING, "rising")                                                                    \
    X(PATTERN_FALLING, "falling")                                                                  \
    X(PATTERN_HORIZONTAL, "horizontal")                                                            \
    X(PATTERN_VERTICAL, "vertical")                                                                \
    X(PATTERN_CROSSED, "crossed")                                                                  \
    X(PATTERN_CHEVRONS_UP, "chevrons_up")                                                          \
    X(PATTERN_CHEVRONS_DOWN, "chevrons_down")                                                      \
    X(PATTERN_DASHES, "dashes")

/* Sizes of type by what they are for. X(enumerator, "name") */
#define SIZES(X)                                                                                   \
    X(SIZE_TITLE, "title")                                                                         \
    X(SIZE_HEADING, "heading")                                                                     \
    X(SIZE_SUBTITLE, "subtitle")                                                                   \
    X(SIZE_WEEKDAY, "weekday")                                                                     \
    X(SIZE_DATE, "date")                                                                           \
    X(SIZE_NAME, "name")                                                                           \
    X(SIZE_SESSION, "session")                                                                     \
    X(SIZE_DISTANCE, "distance")                                                                   \
    X(SIZE_TEXT, "text")                                                                           \
    X(SIZE_BODY, "body")                                                                           \
    X(SIZE_LEGEND, "legend")                                                                       \
    X(SIZE_DETAIL, "detail")                                                                       \
    X(SIZE_SMALL, "small")

enum pattern { PATTERNS(WORD_ENUMERATOR) PATTERN_COUNT };
enum size { SIZES(WORD_ENUMERATOR) SIZE_COUNT };
#define SIZE_LEAST SIZE_COUNT /* none of the look's: as small as the paper allows */

WORDS_DECLARE(pattern)
WORDS_DECLARE(size)

/* A colour, 0 to 255 each. */
struct ink {
    unsigned char red, green, blue;
};

/* Reads "#DDEFFA"; false where it isn't such a colour. */
bool ink_parse(const char *text, struct ink *ink);

/* How a kind of session is marked. */
struct session_mark {
    const char *letter; /* NULL: no tag (what is not run) */
    struct ink ink;
    enum pattern pattern;
    struct ink pattern_ink;
};

/*
 * How large things are on a paper: `scale` enlarges type and fixed lengths. In points: the least
 * that any text has, and the least that the distance of a day has on the month pages.
 */
struct print_scale {
    double scale, least, least_distance;
};

/* A paper, upright, in millimetres. */
struct paper_style {
    double width_mm, height_mm, margin_mm;
    struct print_scale usual, large; /* large.scale 0: the paper has no large print */
};

struct page_style {
    struct arena *arena; /* the look itself is in it */
    struct paper_style papers[PAPER_COUNT];
    enum page_kind pages[PAGE_KIND_COUNT]; /* the order where a profile names none */
    size_t page_count;
    double sizes[SIZE_COUNT]; /* points, on a paper of scale 1 */
    struct ink grey;          /* of grids and of what matters less */
    struct ink pale;          /* behind columns and rows that stand out */
    struct session_mark tags[SESSION_KIND_COUNT];
};

void page_style_free(struct page_style *style); /* NULL is allowed */

#endif
