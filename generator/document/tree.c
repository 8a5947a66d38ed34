/* YAML as it stands: libyaml's events as nodes. */
#include "document/tree.h"

#include <string.h>
#include <yaml.h>

#define MOST_DEPTH 16

struct tree_reader {
    yaml_parser_t parser;
    yaml_event_t event; /* the current one; none where it failed */
    const char *name;
    struct arena *arena;
    struct error *error;
    bool failed;
};

static void fail_at(struct tree_reader *reader, yaml_mark_t mark, const char *what)
{
    if (!reader->failed)
        error_add(reader->error, STATUS_BAD_INPUT, reader->name, (int)mark.line + 1,
                  (int)mark.column + 1, "%s", what);
    reader->failed = true;
}

static void next_event(struct tree_reader *reader)
{
    yaml_event_delete(&reader->event);
    memset(&reader->event, 0, sizeof reader->event);
    if (reader->failed || yaml_parser_parse(&reader->parser, &reader->event))
        return;
    const char *problem = reader->parser.problem ? reader->parser.problem : "out of memory";
    fail_at(reader, reader->parser.problem_mark,
            arena_printf(reader->arena, "no valid YAML: %s", problem));
}

static bool is_decorated(const yaml_event_t *event)
{
    return event->type == YAML_ALIAS_EVENT ||
           (event->type == YAML_SCALAR_EVENT && event->data.scalar.anchor) ||
           (event->type == YAML_SEQUENCE_START_EVENT && event->data.sequence_start.anchor) ||
           (event->type == YAML_MAPPING_START_EVENT && event->data.mapping_start.anchor);
}

static const char *text_of(struct tree_reader *reader)
{
    return arena_strndup(reader->arena, (const char *)reader->event.data.scalar.value,
                         reader->event.data.scalar.length);
}

static struct tree_node *read_node(struct tree_reader *reader, int depth);

/* What a list or a mapping holds, up to its end. */
static void read_inside(struct tree_reader *reader, struct tree_node *node, int depth)
{
    struct tree_node *last = NULL;
    yaml_event_type_t end =
        node->kind == TREE_LIST ? YAML_SEQUENCE_END_EVENT : YAML_MAPPING_END_EVENT;
    if (depth == MOST_DEPTH)
        fail_at(reader, reader->event.start_mark, "lists and mappings are too deep in each other");
    for (next_event(reader); !reader->failed && reader->event.type != end;) {
        const char *key = NULL;
        if (node->kind == TREE_MAPPING) {
            if (reader->event.type != YAML_SCALAR_EVENT) {
                fail_at(reader, reader->event.start_mark, "a key should be a word");
                return;
            }
            key = text_of(reader);
            next_event(reader);
        }
        struct tree_node *inside = read_node(reader, depth + 1);
        if (!inside)
            return;
        inside->key = key;
        *(last ? &last->next : &node->first) = inside;
        last = inside;
        node->count++;
    }
}

/* The node that the current event begins; NULL after a mistake. */
static struct tree_node *read_node(struct tree_reader *reader, int depth)
{
    if (reader->failed)
        return NULL;
    struct tree_node *node = arena_alloc(reader->arena, sizeof *node);
    yaml_mark_t mark = reader->event.start_mark;
    bool is_text = reader->event.type == YAML_SCALAR_EVENT;
    *node = (struct tree_node){.line = (int)mark.line + 1, .column = (int)mark.column + 1};
    if (is_decorated(&reader->event)) {
        fail_at(reader, mark, "anchors and aliases (&, *) are not read; write the value out");
        return NULL;
    }
    node->kind = is_text                                           ? TREE_TEXT
                 : reader->event.type == YAML_SEQUENCE_START_EVENT ? TREE_LIST
                                                                   : TREE_MAPPING;
    if (is_text)
        node->text = text_of(reader);
    else
        read_inside(reader, node, depth);
    next_event(reader);
    return reader->failed ? NULL : node;
}

const struct tree_node *tree_read(const char *name, const char *text, struct arena *arena,
                                  struct error *error)
{
    struct tree_reader reader = {.name = name, .arena = arena, .error = error};
    if (!yaml_parser_initialize(&reader.parser)) {
        error_add(error, STATUS_SYSTEM, name, 0, 0, "out of memory");
        return NULL;
    }
    yaml_parser_set_encoding(&reader.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&reader.parser, (const unsigned char *)text, strlen(text));
    next_event(&reader); /* stream start */
    next_event(&reader);
    if (!reader.failed && reader.event.type == YAML_STREAM_END_EVENT)
        fail_at(&reader, (yaml_mark_t){0}, "the file is empty");
    next_event(&reader); /* document start */
    const struct tree_node *root = read_node(&reader, 0);
    if (root && reader.event.type == YAML_DOCUMENT_END_EVENT)
        next_event(&reader);
    if (!reader.failed && reader.event.type != YAML_STREAM_END_EVENT)
        fail_at(&reader, reader.event.start_mark,
                "a second document begins here; a file holds only one");
    yaml_event_delete(&reader.event);
    yaml_parser_delete(&reader.parser);
    return reader.failed ? NULL : root;
}

const struct tree_node *tree_find(const struct tree_node *mapping, const char *key)
{
    if (!mapping || mapping->kind != TREE_MAPPING)
        return NULL;
    for (const struct tree_node *node = mapping->first; node; node = node->next)
        if (strcmp(node->key, key) == 0)
            return node;
    return NULL;
}

const char *tree_text(const struct tree_node *node)
{
    return node && node->kind == TREE_TEXT ? node->text : NULL;
}
