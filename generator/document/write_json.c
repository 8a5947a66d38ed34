/* The writer for JSON: a jansson value, grown from the outside in. */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "document/scalar.h"
#include "document/write.h"

#define MAX_NESTING  16
#define INDENT       2
#define REAL_DIGITS  12 /* enough for all numbers, few enough for 42.2 to stay 42.2 */
#define DUMP_OPTIONS (JSON_INDENT(INDENT) | JSON_REAL_PRECISION(REAL_DIGITS))

struct json_sink {
    struct sink sink;
    json_t *open[MAX_NESTING]; /* from the root to where we are */
    size_t depth;
    json_t *root;
};

/* Adds a value, which is taken over, where we are. */
static bool add(struct json_sink *sink, const char *key, json_t *value)
{
    if (!value)
        return false;
    if (sink->depth == 0) {
        sink->root = value;
        return true;
    }
    json_t *parent = sink->open[sink->depth - 1];
    return (key ? json_object_set_new_nocheck(parent, key, value)
                : json_array_append_new(parent, value)) == 0;
}

static bool json_begin(struct sink *base, const char *key, bool is_list, bool is_flow)
{
    struct json_sink *sink = (struct json_sink *)base;
    json_t *value = is_list ? json_array() : json_object();
    (void)is_flow;
    if (sink->depth == MAX_NESTING || !add(sink, key, value))
        return false;
    sink->open[sink->depth++] = value;
    return true;
}

static bool json_end(struct sink *base, bool is_list)
{
    (void)is_list;
    ((struct json_sink *)base)->depth--;
    return true;
}

static bool json_scalar(struct sink *base, const char *key, enum scalar_kind kind, const char *text)
{
    struct json_sink *sink = (struct json_sink *)base;
    bool is_number = kind == SCALAR_INT || (kind == SCALAR_BARE && scalar_is_number(text));
    if (is_number && !strchr(text, '.'))
        return add(sink, key, json_integer(strtoll(text, NULL, 10)));
    if (is_number)
        return add(sink, key, json_real(strtod(text, NULL)));
    if (kind == SCALAR_BOOL)
        return add(sink, key, json_boolean(strcmp(text, "true") == 0));
    return add(sink, key, json_string_nocheck(text));
}

static int append_bytes(const char *bytes, size_t length, void *out)
{
    text_append_bytes(out, bytes, length);
    return 0;
}

bool write_json(const struct written *written, struct text *out, struct error *error)
{
    struct json_sink sink = {.sink = {json_begin, json_end, json_scalar}};
    bool done = write_walk(&sink.sink, written) &&
                json_dump_callback(sink.root, append_bytes, out, DUMP_OPTIONS) == 0;
    json_decref(sink.root);
    if (done)
        text_append(out, "\n");
    else
        error_add(error, STATUS_SYSTEM, NULL, 0, 0, "cannot write JSON: out of memory");
    return done;
}
