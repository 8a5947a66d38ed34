/* The writer: the walk over rows and structs that both formats share. */
#include "document/write.h"

#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/named.h"
#include "document/read.h"
#include "document/scalar.h"

#define REPLACEMENT "\xEF\xBF\xBD" /* U+FFFD */

struct writer {
    struct sink *sink;
    unsigned in;
};

/* --- members -----------------------------------------------------------------------------------
 */

static int int_at(const void *object, size_t offset)
{
    int value;
    memcpy(&value, (const char *)object + offset, sizeof value);
    return value;
}

static const char *pointer_at(const void *object, size_t offset)
{
    const char *pointer;
    memcpy(&pointer, (const char *)object + offset, sizeof pointer);
    return pointer;
}

static size_t count_at(const void *object, const struct field *field)
{
    size_t count;
    memcpy(&count, (const char *)object + field->count_offset, sizeof count);
    return count;
}

static bool has_days(const void *object, const struct field *field)
{
    return memchr((const char *)object + field->offset, 1, (size_t)field->most_entries);
}

/* --- what is left out --------------------------------------------------------------------------
 */

static bool form_is_there(const struct form *form, const void *object, unsigned in);

static bool text_is_there(const char *text, const struct field *field)
{
    return text && strlen(text) >= (size_t)field->least;
}

/* True where a field has something to be written. */
static bool is_there(const struct field *field, const void *object, unsigned in)
{
    const void *member = (const char *)object + field->offset;
    char buffer[MOST_WRITTEN];
    switch (field->kind) {
    case FIELD_TEXT:
    case FIELD_SCALAR:
    case FIELD_PATH: /* its name comes first */
        return text_is_there(pointer_at(object, field->offset), field);
    case FIELD_NUMBER:
    case FIELD_DECIMAL:
    case FIELD_TENTHS:
    case FIELD_DATE:
    case FIELD_TIME:
    case FIELD_HOURS:
    case FIELD_RANGE:
        return int_at(object, field->offset) != field->unknown;
    case FIELD_FLAG:
    case FIELD_WORD_FLAG:
        return *(const bool *)member;
    case FIELD_WORD:
        return int_at(object, field->offset) >= field->least;
    case FIELD_WORD_SET:
        return int_at(object, field->offset) != 0;
    case FIELD_MAPPING:
        return form_is_there(field->form, member, in);
    case FIELD_LIST:
    case FIELD_TEXTS:
    case FIELD_NAMES:
    case FIELD_WORDS:
    case FIELD_SPANS:
    case FIELD_FREE:
        return count_at(object, field) > 0;
    case FIELD_GIVEN_LIST:
    case FIELD_DISTANCES:
        return pointer_at(object, field->offset);
    case FIELD_DAYS:
        return has_days(object, field);
    case FIELD_OWN:
    case FIELD_STATED:
        return field->own->text(object, field, 0, buffer);
    default:
        return true;
    }
}

static bool form_is_there(const struct form *form, const void *object, unsigned in)
{
    if (form->is_there)
        return form->is_there(object);
    for (size_t i = 0; i < form->count; i++)
        if ((form->fields[i].in & in) && is_there(&form->fields[i], object, in))
            return true;
    return false;
}

/* --- single values -----------------------------------------------------------------------------
 */

/* Writes a text as it may be written. */
static bool write_text(struct writer *writer, const char *key, enum scalar_kind kind,
                       const char *string)
{
    struct text text = TEXT_INIT;
    while (*string) {
        const char *start = string;
        uint32_t point = utf8_next(&string);
        if (utf8_is_hidden(point))
            continue;
        if (point == UTF8_INVALID || !utf8_is_plain(point))
            text_append(&text, REPLACEMENT);
        else
            text_append_bytes(&text, start, (size_t)(string - start));
    }
    bool done = writer->sink->scalar(writer->sink, key, kind, text_string(&text));
    text_release(&text);
    return done;
}

static const char *format_number(int value, const struct field *field, char buffer[MOST_WRITTEN])
{
    switch (field->kind) {
    case FIELD_DATE:
        return date_format(value, buffer);
    case FIELD_TENTHS:
        snprintf(buffer, MOST_WRITTEN, "%d.%d", value / 10, value % 10);
        return buffer;
    default:
        return scalar_format(value, field, buffer);
    }
}

static enum scalar_kind scalar_kind_of(const struct field *field)
{
    switch (field->kind) {
    case FIELD_NUMBER:
    case FIELD_COUNT:
    case FIELD_NUMBERS:
    case FIELD_RANGE:
        return SCALAR_INT;
    case FIELD_TIME:
    case FIELD_HOURS:
        return SCALAR_TEXT;
    default:
        return SCALAR_BARE;
    }
}

static bool write_number(struct writer *writer, const char *key, const struct field *field,
                         int value)
{
    char buffer[MOST_WRITTEN];
    return writer->sink->scalar(writer->sink, key, scalar_kind_of(field),
                                format_number(value, field, buffer));
}

/* --- lists -------------------------------------------------------------------------------------
 */

static bool write_form(struct writer *writer, const char *key, const struct form *form,
                       const void *object, size_t index);

static bool write_word(struct writer *writer, const char *key, const struct field *field, int value)
{
    const char *word = word_list_word(field->words, value);
    return writer->sink->scalar(writer->sink, key, SCALAR_TEXT, word ? word : "");
}

static bool write_days(struct writer *writer, const struct field *field, const void *object)
{
    const bool *days = (const bool *)object + field->offset;
    int count = field->most_entries, first = int_at(object, field->count_offset);
    bool done = true;
    for (int i = 0; i < count; i++)
        if (days[(first + i) % count])
            done = done && write_word(writer, NULL, field, (first + i) % count);
    return done;
}

/* One word by itself, several as a list. */
static bool write_word_set(struct writer *writer, const struct field *field, const void *object)
{
    int set = int_at(object, field->offset);
    bool is_list = (set & (set - 1)) != 0;
    bool done = !is_list || writer->sink->begin(writer->sink, field->key, true, true);
    for (size_t i = 0; i < field->words->count && done; i++)
        if (set & (1 << i))
            done = write_word(writer, is_list ? NULL : field->key, field, (int)i);
    return done && (!is_list || writer->sink->end(writer->sink, true));
}

/* Dates alone, where the form holds no more than them. */
static bool write_span(struct writer *writer, const struct field *field, const char *entry,
                       size_t index)
{
    const int span[] = {int_at(entry, 0), int_at(entry, sizeof(int))};
    for (size_t i = 0; i < field->form->count; i++)
        if (field->form->fields[i].kind != FIELD_DATE &&
            is_there(&field->form->fields[i], entry, writer->in))
            return write_form(writer, NULL, field->form, entry, index);
    char first[DATE_TEXT_SIZE], last[DATE_TEXT_SIZE], both[MOST_WRITTEN];
    snprintf(both, sizeof both, "%s..%s", date_format(span[0], first), date_format(span[1], last));
    return writer->sink->scalar(writer->sink, NULL, SCALAR_BARE, span[0] == span[1] ? first : both);
}

static bool write_entry(struct writer *writer, const struct field *field, const char *items,
                        size_t index)
{
    const char *entry = items + index * field->size;
    if (field->kind == FIELD_SPANS)
        return write_span(writer, field, entry, index);
    if (field->form)
        return write_form(writer, NULL, field->form, entry, index);
    switch (field->kind) {
    case FIELD_TEXTS:
    case FIELD_NAMES: /* the name comes first */
        return write_text(writer, NULL, SCALAR_TEXT, pointer_at(entry, 0));
    case FIELD_WORDS:
        return write_word(writer, NULL, field, int_at(entry, 0));
    default:
        return write_number(writer, NULL, field, int_at(items, index * sizeof(int)));
    }
}

static bool write_free(struct writer *writer, const struct field *field, const void *object)
{
    const struct named_text *texts = (const void *)pointer_at(object, field->offset);
    bool done = writer->sink->begin(writer->sink, field->key, false, true);
    for (size_t i = 0; i < count_at(object, field) && done; i++)
        done = write_text(writer, texts[i].name, SCALAR_BARE, texts[i].text);
    return done && writer->sink->end(writer->sink, false);
}

static bool write_list(struct writer *writer, const struct field *field, const void *object)
{
    const char *items = (const char *)object + field->offset;
    bool is_flow = (!field->form || field->kind == FIELD_SPANS) && field->kind != FIELD_TEXTS &&
                   field->kind != FIELD_NAMES;
    bool is_in_place = field->kind == FIELD_FIXED || field->kind == FIELD_NUMBERS ||
                       field->kind == FIELD_RANGE || field->kind == FIELD_WORDS;
    bool is_counted = !is_in_place || field->kind == FIELD_WORDS;
    if (!writer->sink->begin(writer->sink, field->key, true, is_flow))
        return false;
    bool done = true;
    if (field->kind == FIELD_DAYS) {
        done = write_days(writer, field, object);
    } else {
        size_t count = (size_t)field->most_entries;
        if (is_counted)
            count = count_at(object, field);
        if (!is_in_place)
            items = pointer_at(object, field->offset);
        for (size_t i = 0; i < count && done; i++)
            done = write_entry(writer, field, items, i);
    }
    return done && writer->sink->end(writer->sink, true);
}

/* --- fields and forms --------------------------------------------------------------------------
 */

static bool write_field(struct writer *writer, const struct field *field, const void *object,
                        size_t index)
{
    const void *member = (const char *)object + field->offset;
    char buffer[MOST_WRITTEN];
    switch (field->kind) {
    case FIELD_TEXT:
    case FIELD_PATH:
        return write_text(writer, field->key, SCALAR_TEXT, pointer_at(object, field->offset));
    case FIELD_SCALAR:
        return write_text(writer, field->key, SCALAR_BARE, pointer_at(object, field->offset));
    case FIELD_FLAG:
        return writer->sink->scalar(writer->sink, field->key, SCALAR_BOOL, "true");
    case FIELD_WORD:
        return write_word(writer, field->key, field, int_at(object, field->offset));
    case FIELD_WORD_FLAG:
        return write_word(writer, field->key, field, true);
    case FIELD_WORD_SET:
        return write_word_set(writer, field, object);
    case FIELD_MAPPING:
        return write_form(writer, field->key, field->form, member, index);
    case FIELD_OWN:
    case FIELD_STATED:
        return write_text(writer, field->key, SCALAR_BARE,
                          field->own->text(object, field, index, buffer));
    case FIELD_NUMBER:
    case FIELD_COUNT:
    case FIELD_DECIMAL:
    case FIELD_TENTHS:
    case FIELD_DATE:
    case FIELD_TIME:
    case FIELD_HOURS:
        return write_number(writer, field->key, field, int_at(object, field->offset));
    case FIELD_FREE:
        return write_free(writer, field, object);
    case FIELD_REAL:
    case FIELD_OWN_LIST:
        return true; /* no document that is written has any */
    default:
        return write_list(writer, field, object);
    }
}

static bool write_form(struct writer *writer, const char *key, const struct form *form,
                       const void *object, size_t index)
{
    bool done = writer->sink->begin(writer->sink, key, false, form->is_flow);
    for (size_t i = 0; i < form->count && done; i++) {
        const struct field *field = &form->fields[i];
        if ((field->in & writer->in) && is_there(field, object, writer->in))
            done = write_field(writer, field, object, index);
    }
    return done && writer->sink->end(writer->sink, false);
}

bool write_walk(struct sink *sink, const struct written *written)
{
    struct writer writer = {sink, written->in};
    return write_form(&writer, NULL, written->form, written->data, 0);
}
