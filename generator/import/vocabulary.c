/* The words of other people's plans, from their file. */
#include "import/vocabulary.h"

#include <string.h>

#include "document/document.h"
#include "import/numbers.h"

#define WORDS        1, 100
#define WORD_BYTES   1, 60
#define MOST_COLUMNS 50

#define WORD_ENTRY_FIELDS(X)                                                                       \
    X(TEXTS, word_entry, words, word_count, "words", HERE, MUST, WORDS, WORD_BYTES,                \
      "that say the same")                                                                         \
    X(WORD, word_entry, kind, "kind", HERE, MAY, session_kind, -1, "as in a plan document")        \
    X(WORD, word_entry, effort, "effort", HERE, MAY, effort, -1, "as in a plan document")          \
    X(WORD, word_entry, terrain, "terrain", HERE, MAY, terrain, -1, "as in a plan document")       \
    X(WORD, word_entry, role, "is", HERE, MAY, role, -1, "what else they say")                     \
    X(OWN, word_entry, race_m, "race", HERE, MAY, race_name, "a race of this name")

#define COLUMN_ENTRY_FIELDS(X)                                                                     \
    X(WORD, column_entry, column, "column", HERE, MUST, column, COLUMN_NONE, "of a table")         \
    X(TEXTS, column_entry, names, name_count, "names", HERE, MUST, WORDS, WORD_BYTES,              \
      "headings that it may have")

#define VOCABULARY_FIELDS(X)                                                                       \
    X(LIST, vocabulary, entries, entry_count, "words", HERE, MUST, 1, MOST_WORD_ENTRIES,           \
      word_entry, "the ones that win first")                                                       \
    X(LIST, vocabulary, columns, column_count, "columns", HERE, MUST, 1, MOST_COLUMNS,             \
      column_entry, "of tables")

UNFILED(vocabulary, arena, "holds the rest");

static const char *const roles[] = {WORD_ROLES(WORD_TEXT)};
static const char *const columns[] = {TABLE_COLUMNS(WORD_TEXT)};
static const struct word_list role_words = {roles, WORD_ROLE_COUNT, NULL};
static const struct word_list column_words = {columns, TABLE_COLUMN_COUNT, NULL};

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

static void make_plain(const char **words, size_t count, struct arena *arena)
{
    for (size_t i = 0; i < count; i++)
        words[i] = text_plain(words[i], arena);
}

static void read_race_name(struct document *document, const struct place *place,
                           const struct field *field, void *object)
{
    struct word_entry *entry = object;
    (void)field;
    entry->race_m = race_distance_metres(place->text);
    if (!entry->race_m)
        document_fail(document, place, NULL,
                      "'%s' is no race distance; use 5k, 10k, half, marathon, ...", place->text);
}

static const struct own_field race_name_own = {read_race_name, NULL};

static void finish_entry(struct document *document, const struct place *place, void *object)
{
    const struct word_entry *entry = object;
    (void)place;
    make_plain(entry->words, entry->word_count, document->arena);
}

static void finish_column(struct document *document, const struct place *place, void *object)
{
    const struct column_entry *entry = object;
    (void)place;
    make_plain(entry->names, entry->name_count, document->arena);
}

FORM(word_entry, word_entry, WORD_ENTRY_FIELDS, .finish = finish_entry)
FORM(column_entry, column_entry, COLUMN_ENTRY_FIELDS, .finish = finish_column)
FORM(vocabulary, vocabulary, VOCABULARY_FIELDS)

static const struct document_kind vocabulary_kind = {&vocabulary_form, 1, (size_t)64 * 1024};

struct vocabulary *vocabulary_read(const char *path, struct error *error)
{
    struct document document;
    struct arena *arena = arena_new();
    document_read(&document, &vocabulary_kind, path, arena, NULL, error);
    struct vocabulary *table = document_finish(&document);
    if (table)
        table->arena = arena;
    return table;
}

void vocabulary_free(struct vocabulary *table)
{
    if (table)
        arena_free(table->arena);
}
