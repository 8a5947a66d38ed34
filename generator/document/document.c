/* Documents: bytes, tree, structs. */
#include "document/document.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/memory.h"
#include "document/scalar.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

static bool fail_at_byte(struct document *document, const struct text *text, size_t byte,
                         const char *what)
{
    int line = 1, column = 1;
    for (size_t i = 0; i < byte; i++) {
        bool is_continuation = ((unsigned char)text->data[i] & 0xC0) == 0x80;
        column += !is_continuation;
        if (text->data[i] == '\n') {
            line++;
            column = 1;
        }
    }
    error_add(document->error, STATUS_BAD_INPUT, document->name, line, column, "%s", what);
    document->failed = true;
    return false;
}

static bool check_characters(struct document *document, const struct text *text)
{
    const char *at = text_string(text), *end = at + text->length;
    while (at < end) {
        const char *start = at;
        uint32_t point = utf8_next(&at);
        if (point && point != UTF8_INVALID && utf8_is_plain(point))
            continue;
        return fail_at_byte(document, text, (size_t)(start - text->data),
                            point == 0              ? "a NUL byte; this is no text file"
                            : point == UTF8_INVALID ? "not UTF-8 text; save the file as UTF-8"
                                                    : "a control character; remove it");
    }
    return true;
}

/* libcyaml's allocator: one that never fails, so that only mistakes of ours can stop a load. */
static void *allocate(void *context, void *block, size_t size)
{
    (void)context;
    if (size > 0)
        return memory_resize(block, size, 1);
    free(block);
    return NULL;
}

static const cyaml_config_t config = {
    .mem_fn = allocate,
    .flags = CYAML_CFG_NO_ALIAS | CYAML_CFG_STYLE_BLOCK,
};

/*
 * libcyaml reads the checked tree, not the file: its own reading is lenient ("010" is 8, "maybe"
 * is true) and stops at the first mistake, at the wrong line.
 */
static bool load(struct document *document)
{
    struct text yaml = TEXT_INIT;
    node_append_yaml(document->root, &yaml);
    cyaml_err_t result = cyaml_load_data((const uint8_t *)yaml.data, yaml.length, &config,
                                         document->schema, (cyaml_data_t **)&document->data, NULL);
    text_release(&yaml);
    if (result == CYAML_OK && document->data)
        return true;
    error_add(document->error, STATUS_BAD_INPUT, document->name, 0, 0, "cannot be read: %s",
              cyaml_strerror(result));
    document->failed = true;
    return false;
}

static bool read_text(struct document *document, const struct text *text)
{
    if (!check_characters(document, text))
        return false;
    document->root = tree_read(document->name, text, document->schema, document->arena,
                               document->error, &document->failed);
    return document->root && load(document);
}

static void append_without_mark(struct text *text, const char *bytes, size_t length)
{
    size_t mark = strlen(BYTE_ORDER_MARK);
    bool has_mark = length >= mark && memcmp(bytes, BYTE_ORDER_MARK, mark) == 0;
    text_append_bytes(text, bytes + (has_mark ? mark : 0), length - (has_mark ? mark : 0));
}

bool document_read_text(struct document *document, const char *name, const char *bytes,
                        size_t length, const cyaml_schema_value_t *schema, struct error *error)
{
    *document = (struct document){
        .name = name,
        .error = error,
        .arena = arena_new(),
        .schema = schema,
        .first_message = error->count,
    };
    struct text text = TEXT_INIT;
    append_without_mark(&text, bytes, length);
    bool done = read_text(document, &text);
    text_release(&text);
    return done;
}

bool document_read(struct document *document, const char *path, size_t most_bytes,
                   const cyaml_schema_value_t *schema, struct error *error)
{
    struct text bytes = TEXT_INIT;
    bool done = false;
    *document = (struct document){.failed = true};
    if (file_read(path, most_bytes, &bytes, error))
        done = document_read_text(document, path, text_string(&bytes), bytes.length, schema, error);
    text_release(&bytes);
    return done;
}

static bool is_after(const struct error_message *a, const struct error_message *b)
{
    bool are_of_one_file = a->file && b->file && strcmp(a->file, b->file) == 0;
    return are_of_one_file && (a->line > b->line || (a->line == b->line && a->column > b->column));
}

static void sort_messages(struct error *error, size_t first)
{
    for (size_t i = first + 1; i < error->count; i++) {
        struct error_message message = error->messages[i];
        size_t at = i;
        for (; at > first && is_after(&error->messages[at - 1], &message); at--)
            error->messages[at] = error->messages[at - 1];
        error->messages[at] = message;
    }
}

void document_release(struct document *document)
{
    if (document->error)
        sort_messages(document->error, document->first_message);
    if (document->data)
        cyaml_free(&config, document->schema, document->data, 0);
    arena_free(document->arena);
    *document = (struct document){0};
}

const struct node *document_place(const struct node *mapping, const char *key)
{
    const struct node *child =
        key && !mapping->is_list && !mapping->scalar ? node_find(mapping, key) : NULL;
    return child ? child : mapping;
}

/* The message with its path in front. */
static void compose(struct text *message, const struct node *place, const char *format,
                    va_list arguments)
{
    char what[1024];
    vsnprintf(what, sizeof what, format, arguments);
    node_append_path(place, message);
    text_printf(message, "%s%s", message->length ? ": " : "", what);
}

void document_fail(struct document *document, const struct node *mapping, const char *key,
                   const char *format, ...)
{
    const struct node *place = document_place(mapping, key);
    struct text message = TEXT_INIT;
    va_list arguments;
    va_start(arguments, format);
    compose(&message, place, format, arguments);
    va_end(arguments);
    error_add(document->error, STATUS_BAD_INPUT, document->name, place->line, place->column, "%s",
              text_string(&message));
    text_release(&message);
    document->failed = true;
}

void document_warn(struct document *document, const struct node *mapping, const char *key,
                   const char *format, ...)
{
    const struct node *place = document_place(mapping, key);
    struct text message = TEXT_INIT;
    va_list arguments;
    va_start(arguments, format);
    compose(&message, place, format, arguments);
    va_end(arguments);
    error_warn(document->error, document->name, place->line, place->column, "%s",
               text_string(&message));
    text_release(&message);
}
