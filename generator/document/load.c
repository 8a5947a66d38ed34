/* Loading: libcyaml's tables, made of the rows, and its memory, which is the arena's. */
#include <cyaml/cyaml.h>
#include <string.h>

#include "document/read.h"

/* --- memory ------------------------------------------------------------------------------------
 *
 * Blocks that grow take twice what they need, because libcyaml grows lists by one entry; blocks
 * that were given back serve again, because it has some for each mapping.
 */

struct loaded_block {
    struct loaded_block *next; /* of those that were given back */
    size_t size;
};

struct loader {
    struct arena *arena, *tables;
    unsigned in;
    struct loaded_block *free;
};

static void *new_block(struct loader *loader, size_t size)
{
    struct loaded_block *block = loader->free;
    if (block && block->size >= size) {
        loader->free = block->next;
        return block + 1;
    }
    block = arena_alloc(loader->arena, sizeof *block + size);
    block->size = size;
    return block + 1;
}

static void *allocate(void *context, void *old, size_t size)
{
    struct loader *loader = context;
    struct loaded_block *block = old ? (struct loaded_block *)old - 1 : NULL;
    if (size == 0 && block) {
        block->next = loader->free;
        loader->free = block;
    }
    if (size == 0)
        return NULL;
    if (block && block->size >= size)
        return old;
    void *grown = new_block(loader, block ? 2 * size : size);
    if (block)
        memcpy(grown, old, block->size);
    return grown;
}

/* --- tables ------------------------------------------------------------------------------------
 */

#define OPTIONAL CYAML_FLAG_OPTIONAL /* all are: the walk tells what is missing */
#define POINTER  (OPTIONAL | CYAML_FLAG_POINTER)

static const cyaml_schema_value_t int_entry = {CYAML_VALUE_INT(CYAML_FLAG_DEFAULT, int)};
static const cyaml_schema_value_t text_entry = {
    CYAML_VALUE_STRING(CYAML_FLAG_POINTER, char, 0, CYAML_UNLIMITED)};

static const cyaml_schema_field_t *table_of(struct loader *loader, const struct form *form);

static cyaml_schema_value_t word_value(struct loader *loader, const struct field *field)
{
    size_t count = 0;
    cyaml_strval_t *words = arena_array(loader->tables, field->words->count, sizeof *words);
    for (size_t i = 0; i < field->words->count; i++)
        if (field->words->words[i])
            words[count++] = (cyaml_strval_t){field->words->words[i], (int64_t)i};
    size_t size = field->kind == FIELD_WORD_FLAG ? sizeof(bool) : sizeof(int);
    return (cyaml_schema_value_t){.type = CYAML_ENUM,
                                  .flags = OPTIONAL | CYAML_FLAG_STRICT,
                                  .data_size = (uint32_t)size,
                                  .enumeration = {words, (uint32_t)count}};
}

static cyaml_schema_value_t list_value(struct loader *loader, const struct field *field)
{
    cyaml_schema_value_t *entry = arena_alloc(loader->tables, sizeof *entry);
    *entry = (cyaml_schema_value_t){.type = CYAML_MAPPING,
                                    .data_size = (uint32_t)field->size,
                                    .mapping = {table_of(loader, field->form)}};
    bool is_fixed = field->kind == FIELD_FIXED;
    return (cyaml_schema_value_t){
        .type = is_fixed ? CYAML_SEQUENCE_FIXED : CYAML_SEQUENCE,
        .flags = is_fixed ? OPTIONAL : POINTER,
        .data_size = (uint32_t)field->size,
        .sequence = {entry, is_fixed ? (uint32_t)field->most_entries : 0,
                     is_fixed ? (uint32_t)field->most_entries : CYAML_UNLIMITED}};
}

static cyaml_schema_value_t value_of(struct loader *loader, const struct field *field)
{
    switch (field->kind) {
    case FIELD_NUMBER:
    case FIELD_COUNT:
        return (cyaml_schema_value_t){CYAML_VALUE_INT(OPTIONAL, int)};
    case FIELD_FLAG:
        return (cyaml_schema_value_t){CYAML_VALUE_BOOL(OPTIONAL, bool)};
    case FIELD_WORD:
    case FIELD_WORD_FLAG:
        return word_value(loader, field);
    case FIELD_MAPPING:
        return (cyaml_schema_value_t){.type = CYAML_MAPPING,
                                      .flags = OPTIONAL,
                                      .data_size = (uint32_t)field->form->size,
                                      .mapping = {table_of(loader, field->form)}};
    case FIELD_LIST:
    case FIELD_GIVEN_LIST:
    case FIELD_FIXED:
        return list_value(loader, field);
    case FIELD_NUMBERS:
    case FIELD_RANGE:
        return (cyaml_schema_value_t){
            CYAML_VALUE_SEQUENCE_FIXED(OPTIONAL, int, &int_entry, (uint32_t)field->most_entries)};
    case FIELD_TEXTS:
        return (cyaml_schema_value_t){
            CYAML_VALUE_SEQUENCE(POINTER, char *, &text_entry, 0, CYAML_UNLIMITED)};
    default:
        return (cyaml_schema_value_t){CYAML_VALUE_STRING(POINTER, char, 0, CYAML_UNLIMITED)};
    }
}

/* The fields of a form that libcyaml loads from this document; the rest is unknown to it. */
static const cyaml_schema_field_t *table_of(struct loader *loader, const struct form *form)
{
    cyaml_schema_field_t *table = arena_array(loader->tables, form->count + 1, sizeof *table);
    size_t count = 0;
    for (size_t i = 0; i < form->count; i++) {
        const struct field *field = &form->fields[i];
        if (!(field->in & loader->in) || !field_traits[field->kind].is_loaded)
            continue;
        table[count++] = (cyaml_schema_field_t){
            .key = field->key,
            .data_offset = (uint32_t)field->offset,
            .count_offset = (uint32_t)field->count_offset,
            .count_size = sizeof(size_t),
            .value = value_of(loader, field),
        };
    }
    return table; /* the entry behind the last has no key */
}

void *document_load(struct document *document, const struct form *form, const struct text *text)
{
    struct loader loader = {
        .arena = document->arena, .tables = document->places, .in = document->in};
    const cyaml_schema_value_t schema = {
        CYAML_VALUE_MAPPING(CYAML_FLAG_POINTER, char, table_of(&loader, form))};
    cyaml_schema_value_t root = schema;
    root.data_size = (uint32_t)form->size;
    const cyaml_config_t config = {
        .mem_fn = allocate,
        .mem_ctx = &loader,
        .flags = CYAML_CFG_NO_ALIAS | CYAML_CFG_IGNORE_UNKNOWN_KEYS,
    };
    void *data = NULL;
    cyaml_err_t result =
        cyaml_load_data((const uint8_t *)text->data, text->length, &config, &root, &data, NULL);
    if (result == CYAML_OK && data)
        return data;
    if (!document->failed)
        document_fail(document, document->root, NULL, "cannot be read: %s", cyaml_strerror(result));
    return NULL;
}
