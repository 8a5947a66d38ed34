/* The writer: the walk over schema and structs that both formats share. */
#include "document/write.h"

#include <stdio.h>
#include <string.h>

#include "document/scalar.h"

#define INTEGER_TEXT_SIZE 16
#define REPLACEMENT       "\xEF\xBF\xBD" /* U+FFFD */

/* Where a value's bytes are: behind a pointer, or in the struct itself; NULL where not given. */
static const void *locate(const cyaml_schema_value_t *schema, const void *data)
{
    if (!(schema->flags & CYAML_FLAG_POINTER))
        return data;
    const void *target;
    memcpy(&target, data, sizeof target);
    return target;
}

static const void *member(const cyaml_schema_field_t *field, const void *data)
{
    return locate(&field->value, (const char *)data + field->data_offset);
}

/* The number of a list's items; all counts are unsigned ints. */
static unsigned item_count(const cyaml_schema_field_t *field, const void *data)
{
    unsigned count;
    memcpy(&count, (const char *)data + field->count_offset, sizeof count);
    return count;
}

/* True where a field has nothing to be written. */
static bool is_absent(const cyaml_schema_field_t *field, const void *data)
{
    const void *value = member(field, data);
    if (!value)
        return true;
    if (field->value.type != CYAML_MAPPING)
        return false;
    const cyaml_schema_field_t *fields = field->value.mapping.fields;
    for (; fields->key; fields++)
        if (!is_absent(fields, value))
            return false;
    return true;
}

static int read_int(const void *value)
{
    int number;
    memcpy(&number, value, sizeof number);
    return number;
}

static const char *choice(const cyaml_schema_value_t *schema, int number)
{
    for (uint32_t i = 0; i < schema->enumeration.count; i++)
        if (schema->enumeration.strings[i].val == number)
            return schema->enumeration.strings[i].str;
    return "";
}

/* A text as it may be written. */
static void clean(const char *string, struct text *text)
{
    while (*string) {
        const char *start = string;
        uint32_t point = utf8_next(&string);
        if (point == UTF8_INVALID || !utf8_is_plain(point))
            text_append(text, REPLACEMENT);
        else
            text_append_bytes(text, start, (size_t)(string - start));
    }
}

static bool write_text(struct sink *sink, const char *key, const cyaml_schema_value_t *schema,
                       const char *string)
{
    struct text text = TEXT_INIT;
    clean(string, &text);
    bool done = sink->scalar(sink, key, schema->flags & BARE ? SCALAR_BARE : SCALAR_TEXT,
                             text_string(&text));
    text_release(&text);
    return done;
}

static bool write_mapping(struct sink *sink, const char *key, const cyaml_schema_value_t *schema,
                          const void *data);

static bool write_value(struct sink *sink, const char *key, const cyaml_schema_value_t *schema,
                        const void *value)
{
    char number[INTEGER_TEXT_SIZE];
    switch (schema->type) {
    case CYAML_INT:
        snprintf(number, sizeof number, "%d", read_int(value));
        return sink->scalar(sink, key, SCALAR_INT, number);
    case CYAML_BOOL:
        return sink->scalar(sink, key, SCALAR_BOOL, *(const bool *)value ? "true" : "false");
    case CYAML_ENUM:
        return sink->scalar(sink, key, SCALAR_TEXT, choice(schema, read_int(value)));
    case CYAML_STRING:
        return write_text(sink, key, schema, value);
    default:
        return write_mapping(sink, key, schema, value);
    }
}

static bool write_list(struct sink *sink, const cyaml_schema_field_t *field, const char *items,
                       unsigned count)
{
    const cyaml_schema_value_t *entry = field->value.sequence.entry;
    bool is_pointer = entry->flags & CYAML_FLAG_POINTER;
    size_t size = is_pointer ? sizeof(void *) : entry->data_size;
    if (!sink->begin(sink, field->key, true, field->value.flags & CYAML_FLAG_FLOW))
        return false;
    for (unsigned i = 0; i < count; i++) {
        const void *value = locate(entry, items + i * size);
        if (value && !write_value(sink, NULL, entry, value))
            return false;
    }
    return sink->end(sink, true);
}

static bool write_mapping(struct sink *sink, const char *key, const cyaml_schema_value_t *schema,
                          const void *data)
{
    if (!sink->begin(sink, key, false, schema->flags & CYAML_FLAG_FLOW))
        return false;
    for (const cyaml_schema_field_t *field = schema->mapping.fields; field->key; field++) {
        if (is_absent(field, data))
            continue;
        const void *value = member(field, data);
        bool done = field->value.type == CYAML_SEQUENCE
                        ? write_list(sink, field, value, item_count(field, data))
                        : write_value(sink, field->key, &field->value, value);
        if (!done)
            return false;
    }
    return sink->end(sink, false);
}

bool write_walk(struct sink *sink, const cyaml_schema_value_t *schema, const void *data)
{
    return write_mapping(sink, NULL, schema, data);
}
