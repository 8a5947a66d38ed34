/* Places: look-ups, paths, and messages. */
#include "document/place.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "document/document.h"

static const char *key_of(const struct place *place)
{
    return place->name ? place->name : place->field->key;
}

const struct place *place_find(const struct place *mapping, const char *key)
{
    const struct place *value = mapping ? mapping->first : NULL;
    while (value && (value->is_entry || strcmp(key_of(value), key) != 0))
        value = value->next;
    return value;
}

const struct place *place_first(const struct place *list)
{
    return list ? list->first : NULL;
}

void place_append_path(const struct place *place, struct text *path)
{
    if (!place->parent)
        return;
    place_append_path(place->parent, path);
    if (place->is_entry)
        text_printf(path, "[%zu]", place->index);
    else
        text_printf(path, "%s%s", path->length ? "." : "", key_of(place));
}

/* The value of a mapping's key, or the mapping itself. */
static const struct place *place_of(const struct place *mapping, const char *key)
{
    const struct place *child = key ? place_find(mapping, key) : NULL;
    return child ? child : mapping;
}

/* The message with its path in front. */
static void compose(struct text *message, const struct place *place, const char *format,
                    va_list arguments)
{
    char what[1024];
    vsnprintf(what, sizeof what, format, arguments);
    place_append_path(place, message);
    text_printf(message, "%s%s", message->length ? ": " : "", what);
}

void document_fail(struct document *document, const struct place *mapping, const char *key,
                   const char *format, ...)
{
    const struct place *place = place_of(mapping, key);
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

void document_warn(struct document *document, const struct place *mapping, const char *key,
                   const char *format, ...)
{
    const struct place *place = place_of(mapping, key);
    struct text message = TEXT_INIT;
    va_list arguments;
    va_start(arguments, format);
    compose(&message, place, format, arguments);
    va_end(arguments);
    error_warn(document->error, document->name, place->line, place->column, "%s",
               text_string(&message));
    text_release(&message);
}
