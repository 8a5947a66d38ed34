/* Page style files: papers, sizes, colours and patterns of the printed pages. */
#include "files/style_file.h"

#include "document/document.h"

/* In the file's own units: hundredths of a point, tenths of a millimetre, percent. */
#define TYPE_SIZE     2, 4 * 100, 99 * 100, 100, "points"
#define PAPER_MM      1, 90 * 10, 1200 * 10, 10, "mm"
#define MARGIN_MM     1, 0, 30 * 10, 10, "mm"
#define SCALE_PERCENT 0, 50, 300, 100, "%"
#define MARK_BYTES    1, 40

#define SCALE_FIELDS(X, s, in)                                                                     \
    X(REAL, s, in scale, "scale_percent", HERE, MUST, SCALE_PERCENT, "of type and fixed lengths")  \
    X(REAL, s, in least, "least", HERE, MUST, TYPE_SIZE, "of any text")                            \
    X(REAL, s, in least_distance, "least_distance", HERE, MUST, TYPE_SIZE,                         \
      "of a day's distance on the month pages")

#define LARGE_FIELDS(X) SCALE_FIELDS(X, print_scale, )

#define PAPER_FIELDS(X)                                                                            \
    X(REAL, paper_style, width_mm, "width_mm", HERE, MAY, PAPER_MM, "upright")                     \
    X(REAL, paper_style, height_mm, "height_mm", HERE, MAY, PAPER_MM, "upright")                   \
    X(REAL, paper_style, margin_mm, "margin_mm", HERE, MUST, MARGIN_MM, "on each side")            \
    SCALE_FIELDS(X, paper_style, usual.)                                                           \
    X(MAPPING, paper_style, large, "large", HERE, MAY, large,                                      \
      "the same three, where the paper has large print")

#define PAPER_FIELD(enumerator, name, ...)                                                         \
    FIELD(MAPPING, page_style, papers[enumerator], name, HERE, MUST, paper, "a paper")
#define PAPERS_FIELDS(X) PAPERS(PAPER_FIELD)

#define SIZE_FIELD(enumerator, name)                                                               \
    FIELD(REAL, page_style, sizes[enumerator], name, HERE, MUST, TYPE_SIZE, "of type")
#define SIZES_FIELDS(X) SIZES(SIZE_FIELD)

#define COLOURS_FIELDS(X)                                                                          \
    X(OWN, page_style, grey, "grey", HERE, MUST, ink, "of grids and lesser words")                 \
    X(OWN, page_style, pale, "pale", HERE, MUST, ink, "behind columns and rows that stand out")

#define TAG_FIELDS(X)                                                                              \
    X(TEXT, session_mark, letter, "letter", HERE, MUST, MARK_BYTES, "printed on it")               \
    X(OWN, session_mark, ink, "colour", HERE, MUST, ink, "as in \"#6DB6EA\"")                      \
    X(WORD, session_mark, pattern, "pattern", HERE, MAY, pattern, PATTERN_NONE, "over the colour") \
    X(OWN, session_mark, pattern_ink, "pattern_colour", HERE, MAY, ink, "black, if not given")

#define TAG_FIELD(enumerator, name, ...)                                                           \
    FIELD(MAPPING, page_style, tags[enumerator], name, HERE, MAY, tag, "a kind of session")
#define TAGS_FIELDS(X) SESSION_KINDS(TAG_FIELD)

#define STYLE_FIELDS(X)                                                                            \
    X(INLINE, page_style, "papers", HERE, MUST, papers, "their sizes")                             \
    X(WORDS, page_style, pages, page_count, "pages", HERE, MUST, page_kind,                        \
      "which, in which order, where a profile names none")                                         \
    X(INLINE, page_style, "sizes", HERE, MUST, sizes, "of type, on a paper of 100 percent")        \
    X(INLINE, page_style, "colours", HERE, MUST, colours, "besides those of tags")                 \
    X(INLINE, page_style, "tags", HERE, MUST, tags, "for each kind of session that is run")

UNFILED(page_style, arena, "holds the rest");

static void read_ink(struct document *document, const struct place *place,
                     const struct field *field, void *object)
{
    struct ink *ink = (void *)((char *)object + field->offset);
    if (!ink_parse(place->text, ink))
        document_fail(document, place, NULL, "\"%s\" is no colour; write it like \"#6DB6EA\"",
                      place->text);
}

static const struct own_field ink_own = {read_ink, NULL};

static void check_scale(struct document *document, const struct place *place,
                        const struct print_scale *scale)
{
    if (scale->least_distance > 0 && scale->least_distance < scale->least)
        document_fail(document, place, "least_distance", "is smaller than `least`");
}

static void finish_large(struct document *document, const struct place *place, void *object)
{
    check_scale(document, place, object);
}

static void finish_paper(struct document *document, const struct place *place, void *object)
{
    const struct paper_style *paper = object;
    check_scale(document, place, &paper->usual);
}

#define PAPER_SIZE(enumerator, name, width, height) {(width), (height)},
static const double paper_sizes[PAPER_COUNT][2] = {PAPERS(PAPER_SIZE)};

/* A side that isn't given is that of the standard. */
static void finish_papers(struct document *document, const struct place *place, void *object)
{
    struct page_style *style = object;
    for (int i = 0; i < PAPER_COUNT; i++) {
        struct paper_style *paper = &style->papers[i];
        if (paper->width_mm == 0)
            paper->width_mm = paper_sizes[i][0];
        if (paper->height_mm == 0)
            paper->height_mm = paper_sizes[i][1];
        if (paper->width_mm > paper->height_mm)
            document_fail(document, place_find(place, paper_name((enum paper)i)), "width_mm",
                          "is more than the height; papers are upright");
    }
}

static void finish_tags(struct document *document, const struct place *place, void *object)
{
    (void)object;
    for (int i = 0; i < SESSION_KIND_COUNT && place; i++) {
        const char *kind = session_kind_name((enum session_kind)i);
        bool is_run = session_kind_is_run((enum session_kind)i), is_there = place_find(place, kind);
        if (is_run && !is_there && !place->is_incomplete)
            document_fail(document, place, NULL, "\"%s\" is missing", kind);
        if (!is_run && is_there)
            document_fail(document, place, kind, "is not run, and has no tag");
    }
}

FORM(large, print_scale, LARGE_FIELDS, .finish = finish_large)
FORM(paper, paper_style, PAPER_FIELDS, .finish = finish_paper)
FORM(papers, page_style, PAPERS_FIELDS, .finish = finish_papers)
FORM(sizes, page_style, SIZES_FIELDS)
FORM(colours, page_style, COLOURS_FIELDS)
FORM(tag, session_mark, TAG_FIELDS)
FORM(tags, page_style, TAGS_FIELDS, .finish = finish_tags)
FORM(style, page_style, STYLE_FIELDS)

static const struct document_kind style_kind = {
    &style_form, 1, (size_t)64 * 1024, {"the look", false}};

struct page_style *page_style_read(const char *path, struct error *error)
{
    struct document document;
    struct arena *arena = arena_new();
    document_read(&document, &style_kind, path, arena, NULL, error);
    struct page_style *style = document_finish(&document);
    if (style)
        style->arena = arena;
    return style;
}
