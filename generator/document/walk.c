/* The walk: libyaml's events along the rows of the forms. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <yaml.h>

#include "document/read.h"
#include "document/scalar.h"

#define MAX_DEPTH      16
#define MAX_FIELDS     512 /* of one form */
#define MOST_KEY_BYTES 60  /* of a free key */
#define MAX_LISTED     32  /* more keys than that are not listed in a message */

struct walk {
    struct document *document;
    struct text *text;
    yaml_parser_t parser;
    yaml_event_t event; /* the current one */
    bool is_over;       /* the text cannot be read any further */
    int depth;
    size_t character, byte; /* the same place, in libyaml's count and in ours; see strike() */
};

/* --- messages --------------------------------------------------------------------------------- */

static int event_line(const struct walk *walk)
{
    return (int)walk->event.start_mark.line + 1;
}

static int event_column(const struct walk *walk)
{
    return (int)walk->event.start_mark.column + 1;
}

/* Reports a mistake where the current event begins; its path is that of `place`. */
static void fail_here(struct walk *walk, const struct place *place, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static void fail_here(struct walk *walk, const struct place *place, const char *format, ...)
{
    struct place here = *place;
    char message[1024];
    here.line = event_line(walk);
    here.column = event_column(walk);
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    document_fail(walk->document, &here, NULL, "%s", message);
}

static void fail_syntax(struct walk *walk)
{
    const yaml_parser_t *parser = &walk->parser;
    struct document *document = walk->document;
    document->failed = true;
    if (parser->error == YAML_MEMORY_ERROR) {
        error_add(document->error, STATUS_SYSTEM, document->name, 0, 0, "out of memory");
        return;
    }
    const char *problem = parser->problem ? parser->problem : "it cannot be read";
    bool is_token = strstr(problem, "cannot start any token") != NULL;
    error_add(document->error, STATUS_BAD_INPUT, document->name, (int)parser->problem_mark.line + 1,
              (int)parser->problem_mark.column + 1, "this is not valid YAML: %s%s%s%s",
              parser->context ? parser->context : "", parser->context ? ", " : "", problem,
              is_token ? "; indent with spaces, and quote texts that begin with @, ` or %" : "");
}

/* --- striking --------------------------------------------------------------------------------- */

/* The byte of a place, which libyaml counts in characters. */
static size_t byte_of(struct walk *walk, size_t character)
{
    const char *bytes = walk->text->data;
    for (; walk->character < character; walk->character++)
        do
            walk->byte++;
        while (utf8_is_continuation(bytes[walk->byte]));
    for (; walk->character > character; walk->character--)
        do
            walk->byte--;
        while (utf8_is_continuation(bytes[walk->byte]));
    return walk->byte;
}

/*
 * Strikes a key, an anchor in front of it, or an alias: its first letter becomes one that no key of
 * ours begins with, so that libcyaml passes over it and its value.
 */
static void strike(struct walk *walk, size_t character)
{
    size_t byte = byte_of(walk, character);
    char first = walk->text->data[byte];
    walk->text->data[first == '"' || first == '\'' ? byte + 1 : byte] = '_';
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
    } else if (walk->event.type == YAML_ALIAS_EVENT) {
        strike(walk, walk->event.start_mark.index);
    }
}

/* Passes over the value that the current event begins, whatever is in it. */
static void skip_value(struct walk *walk)
{
    static const struct place nowhere = {0};
    int depth = 0;
    do {
        switch (walk->event.type) {
        case YAML_MAPPING_START_EVENT:
        case YAML_SEQUENCE_START_EVENT:
            if (walk->depth + ++depth > MAX_DEPTH) {
                fail_here(walk, &nowhere, "nested more than %d deep; no such file is meant to be",
                          MAX_DEPTH);
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

/* True where a key stands there with nothing behind it. */
static bool is_left_open(const struct walk *walk)
{
    return walk->event.type == YAML_SCALAR_EVENT && !is_decorated(&walk->event) &&
           walk->event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE &&
           scalar_is_null((const char *)walk->event.data.scalar.value);
}

/* --- keys ------------------------------------------------------------------------------------- */

static bool is_here(const struct walk *walk, const struct field *field)
{
    return field->in & walk->document->in;
}

/* Marks in `lines`, besides the line where a key stands: */
#define MEANT (-1) /* a misspelt key means this one, so it isn't missing */

/* "it belongs under runner": a mapping here has such a key. Nothing where none has. */
static void append_owners(const struct walk *walk, const struct form *form, const char *key,
                          struct text *out)
{
    const char *separator = "it belongs under ";
    for (size_t i = 0; i < form->count; i++) {
        const struct field *owner = &form->fields[i];
        bool is_mapping = owner->kind == FIELD_MAPPING && is_here(walk, owner);
        for (size_t j = 0; is_mapping && j < owner->form->count; j++) {
            if (!is_here(walk, &owner->form->fields[j]) ||
                strcmp(owner->form->fields[j].key, key) != 0)
                continue;
            text_printf(out, "%s%s", separator, owner->key);
            separator = " or ";
        }
    }
}

/* The keys of a form that are meant to be here. */
static size_t list_keys(const struct walk *walk, const struct form *form,
                        const char *keys[MAX_FIELDS])
{
    size_t count = 0;
    for (size_t i = 0; i < form->count; i++)
        if (is_here(walk, &form->fields[i]))
            keys[count++] = form->fields[i].key;
    return count;
}

static void append_keys(const char *const *keys, size_t count, struct text *out)
{
    if (count > MAX_LISTED)
        text_printf(out, "it is none of the %zu keys here", count);
    for (size_t i = 0; count <= MAX_LISTED && i < count; i++)
        text_printf(out, "%s%s", i ? ", " : "the keys here are ", keys[i]);
}

static void fail_unknown_key(struct walk *walk, const struct form *form,
                             const struct place *mapping, const char *key, int lines[MAX_FIELDS])
{
    const char *keys[MAX_FIELDS];
    char shown[TEXT_EXCERPT_SIZE];
    size_t count = list_keys(walk, form, keys);
    struct text advice = TEXT_INIT;
    append_owners(walk, form, key, &advice);
    const char *nearest = advice.length > 0 ? NULL : text_nearest(key, keys, count);
    if (nearest)
        text_printf(&advice, "did you mean \"%s\"?", nearest);
    if (advice.length == 0)
        append_keys(keys, count, &advice);
    fail_here(walk, mapping, "unknown key \"%s\"; %s", text_excerpt(key, shown),
              text_string(&advice));
    text_release(&advice);
    for (size_t i = 0; nearest && i < form->count; i++)
        if (form->fields[i].key == nearest && !lines[i])
            lines[i] = MEANT;
}

/* The field that the current event names, or NULL. `lines` holds where each was seen before. */
static const struct field *read_key(struct walk *walk, const struct form *form,
                                    const struct place *mapping, int lines[MAX_FIELDS])
{
    if (walk->event.type != YAML_SCALAR_EVENT || is_decorated(&walk->event)) {
        fail_here(walk, mapping, "a key should be a word");
        strike(walk, walk->event.start_mark.index);
        return NULL;
    }
    const char *key = (const char *)walk->event.data.scalar.value;
    bool is_whole = strlen(key) == walk->event.data.scalar.length;
    for (size_t i = 0; is_whole && i < form->count; i++) {
        const struct field *field = &form->fields[i];
        if (!is_here(walk, field) || strcmp(field->key, key) != 0)
            continue;
        if (lines[i] > 0) {
            fail_here(walk, mapping, "\"%s\" is given twice; it stands in line %d already", key,
                      lines[i]);
            strike(walk, walk->event.start_mark.index);
            return NULL;
        }
        lines[i] = event_line(walk);
        return field;
    }
    fail_unknown_key(walk, form, mapping, key, lines);
    return NULL;
}

/* --- values ----------------------------------------------------------------------------------- */

static void read_value(struct walk *walk, struct place *place, enum shape shape);

static struct place *add_place(struct walk *walk, struct place *parent, struct place **last,
                               const struct field *field)
{
    struct place *place = arena_alloc(walk->document->places, sizeof *place);
    *place = (struct place){.parent = parent,
                            .field = field,
                            .index = parent->count++,
                            .line = event_line(walk),
                            .column = event_column(walk)};
    if (*last)
        (*last)->next = place;
    else
        parent->first = place;
    *last = place;
    return place;
}

static void read_mapping(struct walk *walk, const struct form *form, struct place *mapping)
{
    int lines[MAX_FIELDS] = {0};
    struct place *last = NULL;
    next_event(walk);
    while (!walk->is_over && walk->event.type != YAML_MAPPING_END_EVENT) {
        size_t key_at = walk->event.start_mark.index;
        const struct field *field = read_key(walk, form, mapping, lines);
        skip_value(walk);
        if (walk->is_over)
            break;
        if (!field) {
            mapping->is_incomplete = true;
            skip_value(walk);
            continue;
        }
        enum shape shape = field_traits[field->kind].shape;
        bool is_struck = false;
        bool is_single = shape == SHAPE_SCALAR || shape == SHAPE_WORDS;
        if (!is_single && !(field->needs & walk->document->in) && is_left_open(walk)) {
            is_struck = true; /* for libcyaml; nobody minds */
            skip_value(walk);
        } else {
            struct place *place = add_place(walk, mapping, &last, field);
            read_value(walk, place, shape);
            is_struck = place->is_wrong || place->is_written_freely;
        }
        if (is_struck && field_traits[field->kind].is_loaded)
            strike(walk, key_at);
    }
    for (size_t i = 0; !walk->is_over && i < form->count; i++)
        if ((form->fields[i].needs & form->fields[i].in & walk->document->in) && !lines[i])
            document_fail(walk->document, mapping, NULL, "\"%s\" is missing", form->fields[i].key);
    next_event(walk);
}

static void check_count(struct walk *walk, struct place *list)
{
    size_t least = (size_t)list->field->least_entries, most = (size_t)list->field->most_entries;
    if (walk->is_over || (list->count >= least && list->count <= most))
        return;
    list->is_wrong = true;
    if (least == most)
        document_fail(walk->document, list, NULL, "needs exactly %zu entries, has %zu", least,
                      list->count);
    else if (list->count < least)
        document_fail(walk->document, list, NULL, "needs %zu or more entries, has %zu", least,
                      list->count);
    else
        document_fail(walk->document, list, NULL, "may have at most %zu entries, has %zu", most,
                      list->count);
}

/* The free key that the current event is, or NULL. */
static const char *read_free_key(struct walk *walk, const struct place *mapping)
{
    size_t length = walk->event.type == YAML_SCALAR_EVENT ? walk->event.data.scalar.length : 0;
    if (length == 0 || length > MOST_KEY_BYTES || is_decorated(&walk->event) ||
        strlen((const char *)walk->event.data.scalar.value) < length) {
        fail_here(walk, mapping, "a key should be a word of at most %d bytes", MOST_KEY_BYTES);
        return NULL;
    }
    const char *key = (const char *)walk->event.data.scalar.value;
    const struct place *before = place_find(mapping, key);
    if (before)
        fail_here(walk, mapping, "\"%s\" is given twice; it stands in line %d already", key,
                  before->line);
    return before ? NULL : arena_strdup(walk->document->arena, key);
}

/* A mapping of free keys, with a single value each. */
static void read_free_mapping(struct walk *walk, struct place *mapping)
{
    struct place *last = NULL;
    next_event(walk);
    while (!walk->is_over && walk->event.type != YAML_MAPPING_END_EVENT) {
        const char *key = read_free_key(walk, mapping);
        skip_value(walk);
        if (walk->is_over)
            break;
        if (!key || mapping->count >= (size_t)mapping->field->most_entries) {
            mapping->count += key != NULL;
            skip_value(walk);
            continue;
        }
        struct place *value = add_place(walk, mapping, &last, mapping->field);
        value->name = key;
        read_value(walk, value, SHAPE_SCALAR);
    }
    check_count(walk, mapping);
    next_event(walk);
}

/* An entry that libcyaml can't load makes the whole list one that it can't. */
static void read_list(struct walk *walk, struct place *list, enum shape entry_shape)
{
    struct place *last = NULL;
    next_event(walk);
    while (!walk->is_over && walk->event.type != YAML_SEQUENCE_END_EVENT) {
        if (list->count >= (size_t)list->field->most_entries) {
            list->count++;
            skip_value(walk);
            continue;
        }
        struct place *entry = add_place(walk, list, &last, list->field);
        entry->is_entry = true;
        bool is_form =
            list->field->kind == FIELD_SPANS && walk->event.type == YAML_MAPPING_START_EVENT;
        read_value(walk, entry, is_form ? SHAPE_MAPPING : entry_shape);
        list->is_incomplete = list->is_incomplete || entry->is_wrong;
    }
    list->is_wrong = list->is_incomplete && field_traits[list->field->kind].is_loaded;
    check_count(walk, list);
    next_event(walk);
}

static void read_scalar(struct walk *walk, struct place *place)
{
    const char *text = (const char *)walk->event.data.scalar.value;
    size_t length = walk->event.data.scalar.length;
    bool is_plain = walk->event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    place->is_wrong = !scalar_check(walk->document, place, text, length, is_plain);
    if (field_traits[place->field->kind].keeps_text)
        place->text = arena_strndup(walk->document->places, text, length);
    next_event(walk);
}

static const char *kind_of(const yaml_event_t *event)
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

/* Reads the value that the current event begins. */
static void read_value(struct walk *walk, struct place *place, enum shape shape)
{
    static const yaml_event_type_t events[] = {YAML_SCALAR_EVENT,        YAML_SEQUENCE_START_EVENT,
                                               YAML_MAPPING_START_EVENT, YAML_SEQUENCE_START_EVENT,
                                               YAML_MAPPING_START_EVENT, YAML_SEQUENCE_START_EVENT};
    static const char *const wishes[] = {"a single value",         "a list",
                                         "a mapping (key: value)", "a list",
                                         "a mapping (key: value)", "a single value or a list"};
    if (shape == SHAPE_WORDS && walk->event.type == YAML_SCALAR_EVENT &&
        !is_decorated(&walk->event))
        shape = SHAPE_SCALAR;
    place->is_wrong = true; /* until it is read */
    if (is_decorated(&walk->event)) {
        document_fail(walk->document, place, NULL,
                      "anchors, aliases and tags (&, *, !) are not read; write the value out");
        skip_value(walk);
        return;
    }
    if (walk->event.type != events[shape]) {
        document_fail(walk->document, place, NULL, "should be %s, is %s", wishes[shape],
                      kind_of(&walk->event));
        skip_value(walk);
        return;
    }
    place->is_wrong = false;
    if (shape == SHAPE_SCALAR) {
        read_scalar(walk, place);
        return;
    }
    walk->depth++;
    if (shape == SHAPE_MAPPING)
        read_mapping(walk, place->field->form, place);
    else if (shape == SHAPE_FREE)
        read_free_mapping(walk, place);
    else
        read_list(walk, place, shape == SHAPE_MAPPINGS ? SHAPE_MAPPING : SHAPE_SCALAR);
    walk->depth--;
}

/* --- the whole -------------------------------------------------------------------------------- */

static const struct place *read_root(struct walk *walk, const struct field *root_field)
{
    struct place *root = arena_alloc(walk->document->places, sizeof *root);
    next_event(walk); /* stream start */
    next_event(walk);
    if (!walk->is_over && walk->event.type == YAML_STREAM_END_EVENT) {
        document_fail(walk->document, &(struct place){.line = 1, .column = 1}, NULL,
                      "the file is empty");
        return NULL;
    }
    next_event(walk); /* document start */
    if (walk->is_over)
        return NULL;
    *root =
        (struct place){.field = root_field, .line = event_line(walk), .column = event_column(walk)};
    read_value(walk, root, SHAPE_MAPPING);
    next_event(walk); /* document end */
    if (!walk->is_over && walk->event.type != YAML_STREAM_END_EVENT) {
        fail_here(walk, &(struct place){0}, "a second document begins here; a file holds only one");
        walk->text->length = byte_of(walk, walk->event.start_mark.index);
    }
    return root->is_wrong || walk->is_over ? NULL : root;
}

const struct place *document_walk(struct document *document, const struct form *form,
                                  struct text *text)
{
    struct walk walk = {.document = document, .text = text};
    struct field *root_field = arena_alloc(document->places, sizeof *root_field);
    *root_field = (struct field){.kind = FIELD_MAPPING, .form = form};
    if (!yaml_parser_initialize(&walk.parser)) {
        error_add(document->error, STATUS_SYSTEM, document->name, 0, 0, "out of memory");
        document->failed = true;
        return NULL;
    }
    yaml_parser_set_encoding(&walk.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&walk.parser, (const unsigned char *)text_string(text),
                                 text->length);
    const struct place *root = read_root(&walk, root_field);
    yaml_event_delete(&walk.event);
    yaml_parser_delete(&walk.parser);
    return root;
}
