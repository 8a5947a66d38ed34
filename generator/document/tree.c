/* The tree: one walk over libyaml's events, along the schema. */
#include "document/tree.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "base/memory.h"
#include "base/word_list.h"
#include "document/scalar.h"

#define MAX_DEPTH  16
#define MAX_FIELDS 512 /* of one mapping of a schema */
#define MAX_LISTED 32  /* more keys than that are not listed in a message */

struct walk {
    yaml_parser_t parser;
    yaml_event_t event; /* the current one */
    bool is_over;       /* the text cannot be read any further */
    int depth;
    const char *name;
    struct arena *arena;
    struct error *error;
    bool *failed;
};

/* A growing list of nodes. */
struct nodes {
    const struct node **items;
    size_t count, capacity;
};

/* --- lists of nodes --------------------------------------------------------------------------- */

static void nodes_add(struct nodes *nodes, const struct node *node)
{
    if (!node)
        return;
    if (nodes->count == nodes->capacity) {
        nodes->capacity = nodes->capacity ? nodes->capacity * 2 : 8;
        nodes->items = memory_resize(nodes->items, nodes->capacity, sizeof *nodes->items);
    }
    nodes->items[nodes->count++] = node;
}

/* Moves the list into the arena. */
static void nodes_finish(struct nodes *nodes, struct arena *arena, struct node *node)
{
    node->items = arena_array(arena, nodes->count, sizeof *node->items);
    node->count = nodes->count;
    if (nodes->count)
        memcpy(node->items, nodes->items, nodes->count * sizeof *node->items);
    free(nodes->items);
}

/* --- messages --------------------------------------------------------------------------------- */

/* Reports a mistake at a place; `node` (or NULL) gives the path that the message begins with. */
static void fail_at(struct walk *walk, int line, int column, const struct node *node,
                    const char *format, ...) __attribute__((format(printf, 5, 6)));

static void fail_at(struct walk *walk, int line, int column, const struct node *node,
                    const char *format, ...)
{
    struct text path = TEXT_INIT;
    if (node)
        node_append_path(node, &path);
    va_list arguments;
    va_start(arguments, format);
    char message[1024];
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    error_add(walk->error, STATUS_BAD_INPUT, walk->name, line, column, "%s%s%s", text_string(&path),
              path.length ? ": " : "", message);
    text_release(&path);
    *walk->failed = true;
}

#define fail(walk, node, ...) fail_at(walk, (node)->line, (node)->column, node, __VA_ARGS__)

static void fail_syntax(struct walk *walk)
{
    const yaml_parser_t *parser = &walk->parser;
    if (parser->error == YAML_MEMORY_ERROR) {
        error_add(walk->error, STATUS_SYSTEM, walk->name, 0, 0, "out of memory");
        *walk->failed = true;
        return;
    }
    const char *problem = parser->problem ? parser->problem : "it cannot be read";
    bool is_token = strstr(problem, "cannot start any token") != NULL;
    fail_at(walk, (int)parser->problem_mark.line + 1, (int)parser->problem_mark.column + 1, NULL,
            "this is not valid YAML: %s%s%s%s", parser->context ? parser->context : "",
            parser->context ? ", " : "", problem,
            is_token ? "; indent with spaces, and quote texts that begin with @, ` or %" : "");
}

/* --- events ----------------------------------------------------------------------------------- */

static void next_event(struct walk *walk)
{
    yaml_event_delete(&walk->event); /* leaves YAML_NO_EVENT */
    if (walk->is_over)
        return;
    if (!yaml_parser_parse(&walk->parser, &walk->event)) {
        fail_syntax(walk);
        walk->is_over = true;
    }
}

static int event_line(const struct walk *walk)
{
    return (int)walk->event.start_mark.line + 1;
}

static int event_column(const struct walk *walk)
{
    return (int)walk->event.start_mark.column + 1;
}

/* Passes over the node that the current event begins, whatever is in it. */
static void skip_node(struct walk *walk)
{
    int depth = 0;
    do {
        switch (walk->event.type) {
        case YAML_MAPPING_START_EVENT:
        case YAML_SEQUENCE_START_EVENT:
            if (walk->depth + ++depth > MAX_DEPTH) {
                fail_at(walk, event_line(walk), event_column(walk), NULL,
                        "nested more than %d deep; no such file is meant to be", MAX_DEPTH);
                walk->is_over = true;
            }
            break;
        case YAML_MAPPING_END_EVENT:
        case YAML_SEQUENCE_END_EVENT:
            depth--;
            break;
        default:
            break;
        }
        next_event(walk);
    } while (depth > 0 && !walk->is_over);
}

/* True where the current event is an alias, or has an anchor or a tag. */
static bool is_decorated(const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        return event->data.scalar.anchor || event->data.scalar.tag;
    case YAML_SEQUENCE_START_EVENT:
        return event->data.sequence_start.anchor || event->data.sequence_start.tag;
    case YAML_MAPPING_START_EVENT:
        return event->data.mapping_start.anchor || event->data.mapping_start.tag;
    default:
        return true;
    }
}

static const char *event_kind(const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_SEQUENCE_START_EVENT:
        return "a list";
    case YAML_MAPPING_START_EVENT:
        return "a mapping (key: value)";
    default:
        return "a single value";
    }
}

/* --- scalars ---------------------------------------------------------------------------------- */

static bool check_choice(struct walk *walk, const cyaml_schema_value_t *schema,
                         const struct node *node)
{
    const char *words[MAX_FIELDS], *given = node->scalar;
    const struct word_list list = {words, schema->enumeration.count, NULL};
    for (size_t i = 0; i < list.count && i < MAX_FIELDS; i++)
        words[i] = schema->enumeration.strings[i].str;
    if (word_list_find(&list, given) >= 0)
        return true;
    char buffer[TEXT_EXCERPT_SIZE];
    struct text advice = TEXT_INIT;
    word_list_advise(&list, given, "\"", &advice);
    fail(walk, node, "\"%s\" is not one of %s", text_excerpt(given, buffer), text_string(&advice));
    text_release(&advice);
    return false;
}

static bool check_text(struct walk *walk, const cyaml_schema_value_t *schema,
                       const struct node *node)
{
    size_t length = strlen(node->scalar);
    for (const char *at = node->scalar; *at;) {
        uint32_t point = utf8_next(&at);
        if (!utf8_is_plain(point)) {
            fail(walk, node, "the character U+%04X has no place in a text", (unsigned)point);
            return false;
        }
    }
    if (length < schema->string.min)
        fail(walk, node, "is empty; write a text, or leave it out");
    else if (length > schema->string.max)
        fail(walk, node, "is too long: at most %u bytes", (unsigned)schema->string.max);
    else
        return true;
    return false;
}

static bool check_scalar(struct walk *walk, const cyaml_schema_value_t *schema,
                         const struct node *node)
{
    bool is_plain = walk->event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    char buffer[TEXT_EXCERPT_SIZE];
    if (is_plain && scalar_is_null(node->scalar)) {
        fail(walk, node, "has no value; write one, or leave it out");
        return false;
    }
    if (strlen(node->scalar) < walk->event.data.scalar.length) {
        fail(walk, node, "the character U+0000 has no place in a text");
        return false;
    }
    switch (schema->type) {
    case CYAML_INT:
        if (is_plain && scalar_is_integer(node->scalar))
            return true;
        fail(walk, node, "should be a whole number%s, is \"%s\"", is_plain ? "" : " without quotes",
             text_excerpt(node->scalar, buffer));
        return false;
    case CYAML_BOOL:
        if (is_plain && (!strcmp(node->scalar, "true") || !strcmp(node->scalar, "false")))
            return true;
        fail(walk, node, "should be true or false, is \"%s\"", text_excerpt(node->scalar, buffer));
        return false;
    case CYAML_ENUM:
        return check_choice(walk, schema, node);
    default:
        return check_text(walk, schema, node);
    }
}

/* --- mappings and lists ----------------------------------------------------------------------- */

static const struct node *read_node(struct walk *walk, const cyaml_schema_value_t *schema,
                                    struct node node);

/* Marks in `lines`, besides the line where a key stands: */
#define MEANT (-1) /* a misspelt key means this one, so it isn't missing */

static void fail_unknown_key(struct walk *walk, const cyaml_schema_field_t *fields,
                             const struct node *mapping, const char *key, int lines[MAX_FIELDS])
{
    const char *keys[MAX_FIELDS];
    size_t count = 0;
    struct text list = TEXT_INIT;
    for (; count < MAX_FIELDS && fields[count].key; count++) {
        keys[count] = fields[count].key;
        text_printf(&list, "%s%s", count ? ", " : "the keys here are ", keys[count]);
    }
    if (count > MAX_LISTED) {
        text_clear(&list);
        text_printf(&list, "it is none of the %zu keys here", count);
    }
    char buffer[TEXT_EXCERPT_SIZE];
    const char *nearest = text_nearest(key, keys, count);
    fail_at(walk, event_line(walk), event_column(walk), mapping, "unknown key \"%s\"; %s%s%s",
            text_excerpt(key, buffer), nearest ? "did you mean \"" : "",
            nearest ? nearest : text_string(&list), nearest ? "\"?" : "");
    text_release(&list);
    for (size_t i = 0; nearest && i < count; i++)
        if (keys[i] == nearest && !lines[i])
            lines[i] = MEANT;
}

/* The field that the current event names, or NULL. `lines` holds where each was seen before. */
static const cyaml_schema_field_t *read_key(struct walk *walk, const cyaml_schema_field_t *fields,
                                            const struct node *mapping, int lines[MAX_FIELDS])
{
    if (walk->event.type != YAML_SCALAR_EVENT || is_decorated(&walk->event)) {
        fail_at(walk, event_line(walk), event_column(walk), mapping, "a key should be a word");
        return NULL;
    }
    const char *key = (const char *)walk->event.data.scalar.value;
    bool is_whole = strlen(key) == walk->event.data.scalar.length;
    for (size_t i = 0; is_whole && fields[i].key && i < MAX_FIELDS; i++) {
        if (strcmp(fields[i].key, key) != 0)
            continue;
        if (lines[i] > 0) {
            fail_at(walk, event_line(walk), event_column(walk), mapping,
                    "\"%s\" is given twice; it stands in line %d already", key, lines[i]);
            return NULL;
        }
        lines[i] = event_line(walk);
        return &fields[i];
    }
    fail_unknown_key(walk, fields, mapping, key, lines);
    return NULL;
}

/* True where a key stands there with nothing behind it, and may be left out as well. */
static bool is_left_open(const struct walk *walk, const cyaml_schema_value_t *schema)
{
    bool is_container = schema->type == CYAML_MAPPING || schema->type == CYAML_SEQUENCE;
    return is_container && (schema->flags & REQUIRED) == OPTIONAL &&
           walk->event.type == YAML_SCALAR_EVENT &&
           walk->event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE &&
           scalar_is_null((const char *)walk->event.data.scalar.value);
}

static void read_mapping(struct walk *walk, const cyaml_schema_value_t *schema, struct node *node)
{
    const cyaml_schema_field_t *fields = schema->mapping.fields;
    int lines[MAX_FIELDS] = {0};
    struct nodes nodes = {0};
    next_event(walk);
    while (!walk->is_over && walk->event.type != YAML_MAPPING_END_EVENT) {
        const cyaml_schema_field_t *field = read_key(walk, fields, node, lines);
        skip_node(walk);
        if (walk->is_over)
            break;
        bool is_empty = field && is_left_open(walk, &field->value);
        const struct node *value = NULL;
        if (!field || is_empty)
            skip_node(walk);
        else
            value =
                read_node(walk, &field->value, (struct node){.parent = node, .key = field->key});
        node->is_incomplete = node->is_incomplete || (!value && !is_empty);
        nodes_add(&nodes, value);
    }
    for (size_t i = 0; !walk->is_over && fields[i].key && i < MAX_FIELDS; i++)
        if ((fields[i].value.flags & REQUIRED) == REQUIRED && !lines[i])
            fail(walk, node, "\"%s\" is missing", fields[i].key);
    nodes_finish(&nodes, walk->arena, node);
    next_event(walk);
}

static void check_count(struct walk *walk, const struct node *list, size_t count, unsigned least,
                        unsigned most)
{
    if (walk->is_over || (count >= least && count <= most))
        return;
    if (least == most)
        fail(walk, list, "needs exactly %u entries, has %zu", least, count);
    else if (count < least)
        fail(walk, list, "needs %u or more entries, has %zu", least, count);
    else
        fail(walk, list, "may have at most %u entries, has %zu", most, count);
}

static void read_list(struct walk *walk, const cyaml_schema_value_t *schema, struct node *node)
{
    struct nodes nodes = {0};
    size_t count = 0;
    next_event(walk);
    for (; !walk->is_over && walk->event.type != YAML_SEQUENCE_END_EVENT; count++) {
        const struct node *item = NULL;
        if (count < schema->sequence.max)
            item = read_node(walk, schema->sequence.entry,
                             (struct node){.parent = node, .index = count});
        else
            skip_node(walk);
        node->is_incomplete = node->is_incomplete || !item;
        nodes_add(&nodes, item);
    }
    check_count(walk, node, count, schema->sequence.min, schema->sequence.max);
    nodes_finish(&nodes, walk->arena, node);
    next_event(walk);
}

/* Reads the node that the current event begins; NULL after a mistake that leaves it out. */
static const struct node *read_node(struct walk *walk, const cyaml_schema_value_t *schema,
                                    struct node node)
{
    node.line = event_line(walk);
    node.column = event_column(walk);
    yaml_event_type_t wanted = schema->type == CYAML_MAPPING    ? YAML_MAPPING_START_EVENT
                               : schema->type == CYAML_SEQUENCE ? YAML_SEQUENCE_START_EVENT
                                                                : YAML_SCALAR_EVENT;
    if (is_decorated(&walk->event)) {
        fail(walk, &node, "anchors, aliases and tags (&, *, !) are not read; write the value out");
        skip_node(walk);
        return NULL;
    }
    if (walk->event.type != wanted) {
        static const char *const wishes[] = {"a mapping (key: value)", "a list", "a single value"};
        int wish = schema->type == CYAML_MAPPING ? 0 : schema->type == CYAML_SEQUENCE ? 1 : 2;
        fail(walk, &node, "should be %s, is %s", wishes[wish], event_kind(&walk->event));
        skip_node(walk);
        return NULL;
    }
    struct node *kept = arena_alloc(walk->arena, sizeof *kept);
    *kept = node;
    if (wanted == YAML_SCALAR_EVENT) {
        kept->scalar = arena_strndup(walk->arena, (const char *)walk->event.data.scalar.value,
                                     walk->event.data.scalar.length);
        bool is_good = check_scalar(walk, schema, kept);
        next_event(walk);
        return is_good ? kept : NULL;
    }
    kept->is_list = schema->type == CYAML_SEQUENCE;
    walk->depth++;
    if (kept->is_list)
        read_list(walk, schema, kept);
    else
        read_mapping(walk, schema, kept);
    walk->depth--;
    bool is_too_short = kept->is_list && kept->count < schema->sequence.min;
    return walk->is_over || is_too_short ? NULL : kept;
}

/* --- the whole -------------------------------------------------------------------------------- */

static const struct node *read_document(struct walk *walk, const cyaml_schema_value_t *schema)
{
    next_event(walk); /* stream start */
    next_event(walk);
    if (walk->event.type == YAML_STREAM_END_EVENT) {
        fail_at(walk, 1, 1, NULL, "the file is empty");
        return NULL;
    }
    next_event(walk); /* document start */
    if (walk->is_over)
        return NULL;
    const struct node *root = read_node(walk, schema, (struct node){0});
    next_event(walk); /* document end */
    if (!walk->is_over && walk->event.type != YAML_STREAM_END_EVENT)
        fail_at(walk, event_line(walk), event_column(walk), NULL,
                "a second document begins here; a file holds only one");
    return root;
}

const struct node *tree_read(const char *name, const struct text *text,
                             const cyaml_schema_value_t *schema, struct arena *arena,
                             struct error *error, bool *failed)
{
    struct walk walk = {.name = name, .arena = arena, .error = error, .failed = failed};
    if (!yaml_parser_initialize(&walk.parser)) {
        error_add(error, STATUS_SYSTEM, name, 0, 0, "out of memory");
        *failed = true;
        return NULL;
    }
    yaml_parser_set_encoding(&walk.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&walk.parser, (const unsigned char *)text_string(text),
                                 text->length);
    const struct node *root = read_document(&walk, schema);
    yaml_event_delete(&walk.event);
    yaml_parser_delete(&walk.parser);
    return root;
}
