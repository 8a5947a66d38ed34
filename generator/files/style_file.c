/* Look files: their tables, and what they mean. */
#include "files/style_file.h"

#include "document/document.h"
#include "files/choices.h"
#include "files/values.h"

#define LIST       CYAML_FLAG_POINTER
#define WORD       CYAML_FLAG_STRICT
#define MOST_BYTES 65536
#define MOST_TEXT  40

#define SIZE_PLACES    2 /* decimals of a size in points */
#define SIZE_UNIT      100
#define SMALLEST_SIZE  (4 * SIZE_UNIT)
#define LARGEST_SIZE   (99 * SIZE_UNIT)
#define MM_PLACES      1
#define MM_UNIT        10
#define SHORTEST_MM    (90 * MM_UNIT)
#define LONGEST_MM     (1200 * MM_UNIT)
#define LARGEST_MARGIN (30 * MM_UNIT)
#define LEAST_PERCENT  50
#define MOST_PERCENT   300

struct scale_document {
    int scale_percent;
    char *least, *least_distance;
};

struct paper_document {
    char *width_mm, *height_mm, *margin_mm;
    struct scale_document usual;
    struct scale_document *large;
};

struct papers_document {
    struct paper_document of[PAPER_COUNT];
};

struct tag_document {
    char *letter, *colour, *pattern_colour;
    enum pattern pattern;
};

struct tags_document {
    struct tag_document of[SESSION_KIND_COUNT];
};

struct sizes_document {
    char *of[SIZE_COUNT];
};

struct colours_document {
    char *grey, *pale;
};

struct look_document {
    struct papers_document papers;
    enum page_kind *pages;
    unsigned pages_count;
    struct sizes_document sizes;
    struct colours_document colours;
    struct tags_document tags;
};

#define TEXT(key, flags, type, member)                                                             \
    CYAML_FIELD_STRING_PTR(key, CYAML_FLAG_POINTER | (flags), type, member, 1, MOST_TEXT)

#define SCALE(type, in)                                                                            \
    CYAML_FIELD_INT("scale_percent", REQUIRED, type, in scale_percent),                            \
        TEXT("least", REQUIRED, type, in least),                                                   \
        TEXT("least_distance", REQUIRED, type, in least_distance)

static const cyaml_schema_field_t scale_fields[] = {SCALE(struct scale_document, ),
                                                    CYAML_FIELD_END};

static const cyaml_schema_field_t paper_fields[] = {
    TEXT("width_mm", OPTIONAL, struct paper_document, width_mm),
    TEXT("height_mm", OPTIONAL, struct paper_document, height_mm),
    TEXT("margin_mm", REQUIRED, struct paper_document, margin_mm),
    SCALE(struct paper_document, usual.),
    CYAML_FIELD_MAPPING_PTR("large", OPTIONAL, struct paper_document, large, scale_fields),
    CYAML_FIELD_END};

#define PAPER_FIELD(enumerator, name, ...)                                                         \
    CYAML_FIELD_MAPPING(name, REQUIRED, struct papers_document, of[enumerator], paper_fields),
static const cyaml_schema_field_t papers_fields[] = {PAPERS(PAPER_FIELD) CYAML_FIELD_END};

#define PATTERN_CHOICE(enumerator, name) {(name), (enumerator)},
static const cyaml_strval_t pattern_choices[PATTERN_COUNT] = {PATTERNS(PATTERN_CHOICE)};

static const cyaml_schema_field_t tag_fields[] = {
    TEXT("letter", REQUIRED, struct tag_document, letter),
    TEXT("colour", REQUIRED, struct tag_document, colour),
    CYAML_FIELD_ENUM("pattern", OPTIONAL | WORD, struct tag_document, pattern, pattern_choices,
                     PATTERN_COUNT),
    TEXT("pattern_colour", OPTIONAL, struct tag_document, pattern_colour), CYAML_FIELD_END};

#define TAG_FIELD(enumerator, name)                                                                \
    CYAML_FIELD_MAPPING(name, OPTIONAL, struct tags_document, of[enumerator], tag_fields),
static const cyaml_schema_field_t tags_fields[] = {SESSION_KINDS(TAG_FIELD) CYAML_FIELD_END};

#define SIZE_FIELD(enumerator, name, member)                                                       \
    TEXT(name, REQUIRED, struct sizes_document, of[enumerator]),
static const cyaml_schema_field_t sizes_fields[] = {SIZES(SIZE_FIELD) CYAML_FIELD_END};

static const cyaml_schema_field_t colours_fields[] = {
    TEXT("grey", REQUIRED, struct colours_document, grey),
    TEXT("pale", REQUIRED, struct colours_document, pale), CYAML_FIELD_END};

static const cyaml_schema_value_t page_entry = {
    CYAML_VALUE_ENUM(WORD, enum page_kind, page_kind_choices, PAGE_KIND_COUNT)};

static const cyaml_schema_field_t look_fields[] = {
    CYAML_FIELD_MAPPING("papers", REQUIRED, struct look_document, papers, papers_fields),
    CYAML_FIELD_SEQUENCE("pages", LIST | REQUIRED, struct look_document, pages, &page_entry, 1,
                         PAGE_KIND_COUNT),
    CYAML_FIELD_MAPPING("sizes", REQUIRED, struct look_document, sizes, sizes_fields),
    CYAML_FIELD_MAPPING("colours", REQUIRED, struct look_document, colours, colours_fields),
    CYAML_FIELD_MAPPING("tags", REQUIRED, struct look_document, tags, tags_fields),
    CYAML_FIELD_END};

static const cyaml_schema_value_t look_schema = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_POINTER, struct look_document, look_fields)};

#define PAPER_SIZE(enumerator, name, width, height) {(width), (height)},
static const double paper_sizes[PAPER_COUNT][2] = {PAPERS(PAPER_SIZE)};

static double read_mm(struct document *document, const struct node *node, const char *key,
                      const char *given, int least, int most)
{
    int value = value_decimal(document, node, key, given, MM_PLACES, least, most);
    return (double)value / MM_UNIT;
}

/* A side of a paper; that of its standard where the look gives none. */
static double read_length(struct document *document, const struct node *node, const char *key,
                          const char *given, double standard_mm)
{
    return given ? read_mm(document, node, key, given, SHORTEST_MM, LONGEST_MM) : standard_mm;
}

static double read_size(struct document *document, const struct node *node, const char *key,
                        const char *given)
{
    int value = value_decimal(document, node, key, given, SIZE_PLACES, SMALLEST_SIZE, LARGEST_SIZE);
    return (double)value / SIZE_UNIT;
}

static struct print_scale read_scale(struct document *document, const struct node *node,
                                     const struct scale_document *given)
{
    int percent = value_int(document, node, "scale_percent", &given->scale_percent, LEAST_PERCENT,
                            MOST_PERCENT);
    struct print_scale scale = {percent / 100.0, read_size(document, node, "least", given->least),
                                read_size(document, node, "least_distance", given->least_distance)};
    if (scale.least_distance > 0 && scale.least_distance < scale.least)
        document_fail(document, node, "least_distance", "is smaller than `least`");
    return scale;
}

static void read_papers(struct document *document, const struct papers_document *given,
                        struct page_style *style)
{
    const struct node *papers = document_place(document->root, "papers");
    for (size_t i = 0; i < PAPER_COUNT; i++) {
        const struct node *node = document_place(papers, paper_name((enum paper)i));
        const struct paper_document *paper = &given->of[i];
        style->papers[i] = (struct paper_style){
            read_length(document, node, "width_mm", paper->width_mm, paper_sizes[i][0]),
            read_length(document, node, "height_mm", paper->height_mm, paper_sizes[i][1]),
            read_mm(document, node, "margin_mm", paper->margin_mm, 0, LARGEST_MARGIN),
            read_scale(document, node, &paper->usual),
            {0, 0, 0},
        };
        if (paper->large)
            style->papers[i].large =
                read_scale(document, document_place(node, "large"), paper->large);
        if (style->papers[i].width_mm > style->papers[i].height_mm)
            document_fail(document, node, "width_mm",
                          "is more than the height; papers are upright");
    }
}

static void read_pages(struct document *document, const struct look_document *given,
                       struct page_style *style)
{
    const struct node *pages = document_place(document->root, "pages");
    bool is_there[PAGE_KIND_COUNT] = {0};
    for (unsigned i = 0; i < given->pages_count; i++) {
        enum page_kind kind = given->pages[i];
        if (is_there[kind])
            document_fail(document, pages->items[i], NULL, "%s is named twice",
                          page_kind_name(kind));
        else
            style->pages[style->page_count++] = kind;
        is_there[kind] = true;
    }
}

static void read_sizes(struct document *document, const struct sizes_document *given,
                       struct page_style *style)
{
    const struct node *sizes = document_place(document->root, "sizes");
    for (size_t i = 0; i < SIZE_COUNT; i++)
        style->sizes[i] = read_size(document, sizes, size_name((enum size)i), given->of[i]);
}

/* Black where there is no such colour. */
static struct ink read_ink(struct document *document, const struct node *node, const char *key,
                           const char *given)
{
    struct ink ink = {0, 0, 0};
    if (given && !ink_parse(given, &ink))
        document_fail(document, node, key, "\"%s\" is no colour; write it like \"#6DB6EA\"", given);
    return ink;
}

static void read_tags(struct document *document, const struct tags_document *given,
                      struct page_style *style)
{
    const struct node *tags = document_place(document->root, "tags");
    for (size_t i = 0; i < SESSION_KIND_COUNT; i++) {
        const char *kind = session_kind_name((enum session_kind)i);
        const struct node *node = document_place(tags, kind);
        const struct tag_document *tag = &given->of[i];
        bool is_run = session_kind_is_run((enum session_kind)i);
        if (is_run && !tag->letter && !tags->is_incomplete)
            document_fail(document, tags, NULL, "\"%s\" is missing", kind);
        if (!is_run && tag->letter)
            document_fail(document, tags, kind, "is not run, and has no tag");
        style->tags[i] = (struct session_mark){
            .letter = value_string(style->arena, tag->letter),
            .ink = read_ink(document, node, "colour", tag->colour),
            .pattern = tag->pattern,
            .pattern_ink = read_ink(document, node, "pattern_colour", tag->pattern_colour),
        };
    }
}

struct page_style *page_style_read(const char *path, struct error *error)
{
    struct document document;
    struct arena *arena = arena_new();
    struct page_style *style = arena_alloc(arena, sizeof *style);
    *style = (struct page_style){.arena = arena};
    if (document_read(&document, path, MOST_BYTES, &look_schema, error)) {
        const struct look_document *given = document.data;
        const struct node *colours = document_place(document.root, "colours");
        read_papers(&document, &given->papers, style);
        read_pages(&document, given, style);
        read_sizes(&document, &given->sizes, style);
        style->grey = read_ink(&document, colours, "grey", given->colours.grey);
        style->pale = read_ink(&document, colours, "pale", given->colours.pale);
        read_tags(&document, &given->tags, style);
    }
    bool done = !document.failed;
    document_release(&document);
    if (done)
        return style;
    page_style_free(style);
    return NULL;
}
