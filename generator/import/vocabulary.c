/* The words of other people's plans, from their file. */
#include "import/vocabulary.h"

#include <ctype.h>
#include <string.h>

#include "base/text.h"
#include "document/document.h"
#include "files/choices.h"
#include "files/values.h"
#include "import/numbers.h"

#define MOST_BYTES   65536
#define MOST_WORDS   100
#define MOST_COLUMNS 50

struct word_entry_document {
    char **words;
    unsigned words_count;
    const enum session_kind *kind;
    const enum effort *effort;
    const enum terrain *terrain;
    const enum word_role *is;
    char *race;
};

struct column_entry_document {
    enum table_column column;
    char **names;
    unsigned names_count;
};

struct word_table_document {
    struct word_entry_document *words;
    unsigned words_count;
    struct column_entry_document *columns;
    unsigned columns_count;
};

#define CHOICE(enumerator, name) {name, enumerator},
static const cyaml_strval_t role_choices[WORD_ROLE_COUNT] = {WORD_ROLES(CHOICE)};
static const cyaml_strval_t column_choices[TABLE_COLUMN_COUNT] = {TABLE_COLUMNS(CHOICE)};

static const cyaml_schema_value_t word_value = {
    CYAML_VALUE_STRING(CYAML_FLAG_POINTER, char, 1, 60)};

static const cyaml_schema_field_t word_entry_fields[] = {
    CYAML_FIELD_SEQUENCE("words", CYAML_FLAG_POINTER | REQUIRED, struct word_entry_document, words,
                         &word_value, 1, MOST_WORDS),
    CYAML_FIELD_ENUM_PTR("kind", CYAML_FLAG_POINTER | OPTIONAL, struct word_entry_document, kind,
                         session_kind_choices, SESSION_KIND_COUNT),
    CYAML_FIELD_ENUM_PTR("effort", CYAML_FLAG_POINTER | OPTIONAL, struct word_entry_document,
                         effort, effort_choices, EFFORT_COUNT),
    CYAML_FIELD_ENUM_PTR("terrain", CYAML_FLAG_POINTER | OPTIONAL, struct word_entry_document,
                         terrain, terrain_choices, TERRAIN_COUNT),
    CYAML_FIELD_ENUM_PTR("is", CYAML_FLAG_POINTER | OPTIONAL, struct word_entry_document, is,
                         role_choices, WORD_ROLE_COUNT),
    CYAML_FIELD_STRING_PTR("race", CYAML_FLAG_POINTER | OPTIONAL, struct word_entry_document, race,
                           1, 20),
    CYAML_FIELD_END};

static const cyaml_schema_value_t word_entry_value = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct word_entry_document, word_entry_fields)};

static const cyaml_schema_field_t column_entry_fields[] = {
    CYAML_FIELD_ENUM("column", REQUIRED, struct column_entry_document, column, column_choices,
                     TABLE_COLUMN_COUNT),
    CYAML_FIELD_SEQUENCE("names", CYAML_FLAG_POINTER | REQUIRED, struct column_entry_document,
                         names, &word_value, 1, MOST_WORDS),
    CYAML_FIELD_END};

static const cyaml_schema_value_t column_entry_value = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct column_entry_document, column_entry_fields)};

static const cyaml_schema_field_t table_fields[] = {
    CYAML_FIELD_SEQUENCE("words", CYAML_FLAG_POINTER | REQUIRED, struct word_table_document, words,
                         &word_entry_value, 1, MOST_WORD_ENTRIES),
    CYAML_FIELD_SEQUENCE("columns", CYAML_FLAG_POINTER | REQUIRED, struct word_table_document,
                         columns, &column_entry_value, 1, MOST_COLUMNS),
    CYAML_FIELD_END};

static const cyaml_schema_value_t table_schema = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_POINTER, struct word_table_document, table_fields)};

/* What a code point becomes in plain text; 0: it remains itself. */
static char plain_character(uint32_t point)
{
    static const struct {
        uint32_t point;
        char plain;
    } replaced[] = {{0xA0, ' '},   {0xD7, 'x'},    {0x2010, '-'}, {0x2011, '-'}, {0x2013, '-'},
                    {0x2014, '-'}, {0x2019, '\''}, {0x202F, ' '}, {0x2212, '~'}, {'\t', ' '},
                    {'\n', ' '},   {'\r', ' '},    {'_', ' '}};
    for (size_t i = 0; i < sizeof replaced / sizeof *replaced; i++)
        if (replaced[i].point == point)
            return replaced[i].plain;
    if (point >= 0x80)
        return 0;
    return (char)tolower((int)point);
}

char *vocabulary_plain(const char *text, struct arena *arena)
{
    char *plain = arena_alloc(arena, strlen(text) + 1);
    size_t length = 0;
    for (const char *at = text; *at;) {
        const char *start = at;
        char character = plain_character(utf8_next(&at));
        if (character == ' ' && (length == 0 || plain[length - 1] == ' '))
            continue;
        if (character)
            plain[length++] = character;
        else
            while (start < at)
                plain[length++] = *start++;
    }
    while (length > 0 && plain[length - 1] == ' ')
        length--;
    plain[length] = '\0';
    return plain;
}

/* The length of the table's words at a place of the text, 0 where they aren't there. A dash or a
   stroke may stand where the words have a blank. */
static size_t match_words(const char *words, const char *at)
{
    const char *start = at;
    for (; *words; words++, at++) {
        bool separates = *words == ' ' || *words == '-' || *words == '/';
        if (separates ? !*at || !strchr(" -/", *at) : *words != *at)
            return 0;
    }
    return is_word_character(*at) ? 0 : (size_t)(at - start);
}

static bool is_of_elevations(const struct word_entry *entry)
{
    return entry->role == WORD_CLIMB || entry->role == WORD_DESCENT;
}

bool vocabulary_find(const struct vocabulary *table, const char *at, enum word_group group,
                     size_t *index, size_t *length)
{
    *length = 0;
    for (size_t i = 0; i < table->entry_count; i++) {
        const struct word_entry *entry = &table->entries[i];
        for (size_t w = 0;
             is_of_elevations(entry) == (group == WORDS_OF_ELEVATIONS) && w < entry->word_count;
             w++) {
            size_t matched = match_words(entry->words[w], at);
            if (matched > *length) {
                *length = matched;
                *index = i;
            }
        }
    }
    return *length > 0;
}

static const char **plain_words(struct arena *arena, char *const *words, size_t count)
{
    const char **plain = arena_array(arena, count, sizeof *plain);
    for (size_t i = 0; i < count; i++)
        plain[i] = vocabulary_plain(words[i], arena);
    return plain;
}

static void read_entry(struct document *document, size_t index,
                       const struct word_entry_document *given, struct vocabulary *table)
{
    struct word_entry *entry = &table->entries[index];
    *entry = (struct word_entry){
        .words = plain_words(table->arena, given->words, given->words_count),
        .word_count = given->words_count,
        .kind = given->kind ? (int)*given->kind : -1,
        .effort = given->effort ? (int)*given->effort : -1,
        .terrain = given->terrain ? (int)*given->terrain : -1,
        .role = given->is ? (int)*given->is : -1,
        .race_m = given->race ? race_distance_metres(given->race) : 0,
    };
    if (given->race && !entry->race_m)
        document_fail(document, document_place(document->root, "words")->items[index], "race",
                      "'%s' is no race distance; use 5k, 10k, half, marathon, ...", given->race);
}

static void convert(struct document *document, struct vocabulary *table)
{
    const struct word_table_document *given = document->data;
    table->entries = arena_array(table->arena, given->words_count, sizeof *table->entries);
    table->entry_count = given->words_count;
    for (size_t i = 0; i < given->words_count; i++)
        read_entry(document, i, &given->words[i], table);
    table->columns = arena_array(table->arena, given->columns_count, sizeof *table->columns);
    table->column_count = given->columns_count;
    for (size_t i = 0; i < given->columns_count; i++)
        table->columns[i] = (struct column_entry){
            given->columns[i].column,
            plain_words(table->arena, given->columns[i].names, given->columns[i].names_count),
            given->columns[i].names_count};
}

struct vocabulary *vocabulary_read(const char *path, struct error *error)
{
    struct document document;
    struct arena *arena = arena_new();
    struct vocabulary *table = arena_alloc(arena, sizeof *table);
    table->arena = arena;
    if (document_read(&document, path, MOST_BYTES, &table_schema, error) && !document.failed)
        convert(&document, table);
    bool failed = document.failed;
    document_release(&document);
    if (!failed)
        return table;
    vocabulary_free(table);
    return NULL;
}

void vocabulary_free(struct vocabulary *table)
{
    if (table)
        arena_free(table->arena);
}
