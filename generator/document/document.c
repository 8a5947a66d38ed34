/* Documents: bytes, the steps in their order, and the order of messages. */
#include "document/document.h"

#include <string.h>

#include "base/file.h"
#include "document/read.h"

static bool fail_at_byte(struct document *document, const struct text *text, size_t byte,
                         const char *what)
{
    int line, column;
    text_place(text->data, byte, &line, &column);
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

/* True where there is a struct. */
static bool read_text(struct document *document, const struct form *form, struct text *text)
{
    if (!check_characters(document, text))
        return false;
    document->root = document_walk(document, form, text);
    if (document->root)
        document->data = document_load(document, form, text);
    if (document->data)
        document_settle(document, form);
    return document->data != NULL;
}

static void append_without_mark(struct text *text, const char *bytes, size_t length)
{
    size_t mark = strlen(UTF8_MARK);
    bool has_mark = length >= mark && memcmp(bytes, UTF8_MARK, mark) == 0;
    text_append_bytes(text, bytes + (has_mark ? mark : 0), length - (has_mark ? mark : 0));
}

static void *read_bytes(struct document *document, const struct document_kind *kind,
                        const char *name, const char *bytes, size_t length)
{
    struct text text = TEXT_INIT;
    document->name = name;
    append_without_mark(&text, bytes, length);
    bool done = read_text(document, kind->form, &text);
    text_release(&text);
    return done ? document->data : NULL;
}

static void begin(struct document *document, const struct document_kind *kind, struct arena *arena,
                  struct error *error)
{
    *document = (struct document){
        .error = error,
        .in = kind->in,
        .arena = arena,
        .places = arena_new(),
        .first_message = error->count,
    };
}

void *document_read_text(struct document *document, const struct document_kind *kind,
                         const char *name, const char *bytes, size_t length, struct arena *arena,
                         struct error *error)
{
    begin(document, kind, arena, error);
    return read_bytes(document, kind, name, bytes, length);
}

void *document_read(struct document *document, const struct document_kind *kind, const char *path,
                    struct arena *arena, const void *context, struct error *error)
{
    struct text bytes = TEXT_INIT;
    void *data = NULL;
    begin(document, kind, arena, error);
    document->context = context;
    if (file_read(kind->role, path, kind->most_bytes, &bytes, error))
        data = read_bytes(document, kind, path, text_string(&bytes), bytes.length);
    else
        document->failed = true;
    text_release(&bytes);
    return data;
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
    arena_free(document->places);
    *document = (struct document){.failed = document->failed};
}

void *document_finish(struct document *document)
{
    void *data = document->failed ? NULL : document->data;
    struct arena *arena = document->arena;
    document_release(document);
    if (!data)
        arena_free(arena);
    return data;
}
