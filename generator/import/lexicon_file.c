/* The words of other people's plans: from their file. */
#include <stdlib.h>
#include <string.h>

#include "document/document.h"
#include "import/lexicon.h"
#include "import/plain_text.h"
#include "model/profile.h"

#define MOST_ENTRIES 200
#define MOST_COLUMNS 50
#define WORDS        1, 250
#define WORD_BYTES   1, 60
#define MOST_BYTES   ((size_t)128 * 1024)

#define OF_LANGUAGE(X, s, language, key)                                                           \
    X(TEXTS, s, of[language].words, of[language].count, key, HERE, MAY, WORDS, WORD_BYTES,         \
      "words of a language")
#define OF_LANGUAGES(X, s)                                                                         \
    OF_LANGUAGE(X, s, LANGUAGE_ALL, "all")                                                         \
    OF_LANGUAGE(X, s, LANGUAGE_EN, "en")                                                           \
    OF_LANGUAGE(X, s, LANGUAGE_DE, "de")                                                           \
    OF_LANGUAGE(X, s, LANGUAGE_FR, "fr")                                                           \
    OF_LANGUAGE(X, s, LANGUAGE_ES, "es")                                                           \
    OF_LANGUAGE(X, s, LANGUAGE_IT, "it")                                                           \
    OF_LANGUAGE(X, s, LANGUAGE_NL, "nl")                                                           \
    OF_LANGUAGE(X, s, LANGUAGE_PT, "pt")                                                           \
    OF_LANGUAGE(X, s, LANGUAGE_SV, "sv")                                                           \
    OF_LANGUAGE(X, s, LANGUAGE_PL, "pl")                                                           \
    OF_LANGUAGE(X, s, LANGUAGE_DA, "da")                                                           \
    OF_LANGUAGE(X, s, LANGUAGE_NB, "nb")                                                           \
    OF_LANGUAGE(X, s, LANGUAGE_RU, "ru")                                                           \
    OF_LANGUAGE(X, s, LANGUAGE_EL, "el")

#define WORD_ENTRY_FIELDS(X)                                                                       \
    X(WORD, word_entry, kind, "kind", HERE, MAY, word_kind, -1, "as in a plan document")           \
    X(WORD, word_entry, effort, "effort", HERE, MAY, effort, -1, "as in a plan document")          \
    X(WORD, word_entry, terrain, "terrain", HERE, MAY, terrain, -1, "as in a plan document")       \
    X(WORD, word_entry, role, "is", HERE, MAY, word_role, ROLE_NONE, "the part that it plays")     \
    X(OWN, word_entry, race_m, "race", HERE, MAY, race_name, "a race of this name")                \
    X(FLAG, word_entry, jog, "jog", HERE, MAY, "a recovery that is run")                           \
    X(FLAG, word_entry, many, "many", HERE, MAY, "a number before it counts")                      \
    OF_LANGUAGES(X, word_entry)

#define WEEKDAY_FIELDS(X)                                                                          \
    X(WORD, name_entry, value, "day", HERE, MUST, weekday, -1, "mon to sun")                       \
    OF_LANGUAGES(X, name_entry)
#define MONTH_FIELDS(X)                                                                            \
    X(NUMBER, name_entry, value, "month", HERE, MUST, 1, 12, 0, "", "from 1 to 12")                \
    OF_LANGUAGES(X, name_entry)
#define UNIT_ENTRY_FIELDS(X)                                                                       \
    X(WORD, unit_entry, unit, "unit", HERE, MUST, word_unit, UNIT_NONE, "km, mi, m, ...")          \
    X(TEXTS, unit_entry, words, word_count, "words", HERE, MUST, WORDS, WORD_BYTES, "its names")

#define COLUMN_ENTRY_FIELDS(X)                                                                     \
    X(WORD, column_entry, column, "column", HERE, MUST, table_column, COLUMN_NONE, "of a table")   \
    X(TEXTS, column_entry, names, name_count, "names", HERE, MUST, WORDS, WORD_BYTES,              \
      "headings that it may have")

#define LEXICON_FIELDS(X)                                                                          \
    X(LIST, lexicon, entries, entry_count, "words", HERE, MUST, 1, MOST_ENTRIES, word_entry,       \
      "the ones that win first")                                                                   \
    X(LIST, lexicon, weekdays, weekday_count, "weekdays", HERE, MUST, 7, 7, weekday_name,          \
      "in order")                                                                                  \
    X(LIST, lexicon, months, month_count, "months", HERE, MUST, 12, 12, month_name, "in order")    \
    X(LIST, lexicon, units, unit_count, "units", HERE, MUST, 1, UNIT_COUNT, unit_entry,            \
      "of numbers")                                                                                \
    X(LIST, lexicon, columns, column_count, "columns", HERE, MUST, 1, MOST_COLUMNS, column_entry,  \
      "of tables")

UNFILED(word_entry, of, "a row a language");
UNFILED(name_entry, of, "a row a language");
UNFILED(lexicon, arena, "holds the rest");
UNFILED(lexicon, buckets, "made of the entries");
UNFILED(lexicon, beginnings, "made of the entries");
UNFILED(lexicon, endings, "made of the entries");
UNFILED(lexicon, weekday_names, "made of the weekdays");
UNFILED(lexicon, month_names, "made of the months");
UNFILED(lexicon, unit_names, "made of the units");

static const char *const kinds[] = {SESSION_KINDS(WORD_TEXT) "progression", "mobility"};
const struct word_list word_kind_words = {kinds, sizeof kinds / sizeof *kinds, NULL};
static const char *const roles[] = {WORD_ROLES(WORD_TEXT)};
static const struct word_list word_role_words = {roles, ROLE_TOTAL_COUNT, NULL};
static const char *const unit_names[] = {WORD_UNITS(WORD_TEXT)};
static const struct word_list word_unit_words = {unit_names, UNIT_COUNT, NULL};
static const char *const column_names[] = {TABLE_COLUMNS(WORD_TEXT)};
static const struct word_list table_column_words = {column_names, TABLE_COLUMN_COUNT, NULL};
WORDS_DEFINE(word_language, WORD_LANGUAGES)

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

static void make_plain(struct language_words *of, struct arena *arena)
{
    for (int l = 0; l < LANGUAGE_COUNT; l++)
        for (size_t i = 0; i < of[l].count; i++)
            of[l].words[i] = plain_text_make(of[l].words[i], arena).lower;
}

static void finish_entry(struct document *document, const struct place *place, void *object)
{
    struct word_entry *entry = object;
    (void)place;
    make_plain(entry->of, document->arena);
}

static void finish_name(struct document *document, const struct place *place, void *object)
{
    struct name_entry *entry = object;
    (void)place;
    make_plain(entry->of, document->arena);
}

FORM(word_entry, word_entry, WORD_ENTRY_FIELDS, .finish = finish_entry)
FORM(weekday_name, name_entry, WEEKDAY_FIELDS, .finish = finish_name)
FORM(month_name, name_entry, MONTH_FIELDS, .finish = finish_name)
static void finish_unit(struct document *document, const struct place *place, void *object)
{
    const struct unit_entry *entry = object;
    (void)place;
    for (size_t i = 0; i < entry->word_count; i++)
        entry->words[i] = plain_text_make(entry->words[i], document->arena).lower;
}

FORM(unit_entry, unit_entry, UNIT_ENTRY_FIELDS, .finish = finish_unit)
static void finish_column(struct document *document, const struct place *place, void *object)
{
    const struct column_entry *entry = object;
    (void)place;
    for (size_t i = 0; i < entry->name_count; i++)
        entry->names[i] = plain_text_make(entry->names[i], document->arena).lower;
}

FORM(column_entry, column_entry, COLUMN_ENTRY_FIELDS, .finish = finish_column)
FORM(lexicon, lexicon, LEXICON_FIELDS)

static const struct document_kind lexicon_kind = {
    &lexicon_form, 1, MOST_BYTES, {"the words of plans", false}};

/* ---- the index ---- */

static int compare_phrases(const void *a, const void *b)
{
    const struct word_phrase *first = a, *second = b;
    size_t one = lexicon_bucket(first->text), other = lexicon_bucket(second->text);
    if (one != other)
        return one < other ? -1 : 1;
    if (first->length != second->length)
        return first->length > second->length ? -1 : 1;
    return first->entry < second->entry ? -1 : first->entry > second->entry;
}

/* Which list a word belongs to, with its star taken off. */
static struct word_phrases *list_of(struct lexicon *lexicon, const char **word, size_t *length,
                                    struct word_phrases *whole)
{
    *length = strlen(*word);
    if (**word == '*') {
        ++*word;
        --*length;
        return &lexicon->endings;
    }
    if ((*word)[*length - 1] != '*')
        return whole;
    --*length;
    return &lexicon->beginnings;
}

static void add_words(struct lexicon *lexicon, const struct word_entry *entry,
                      struct word_phrases *whole)
{
    for (int l = 0; l < LANGUAGE_COUNT; l++)
        for (size_t i = 0; i < entry->of[l].count; i++) {
            const char *word = entry->of[l].words[i];
            size_t length;
            struct word_phrases *list = list_of(lexicon, &word, &length, whole);
            list->items[list->count++] =
                (struct word_phrase){word, length, (enum word_language)l, entry};
        }
}

static void make_index(struct lexicon *lexicon)
{
    size_t count = 0;
    struct word_phrases whole = {0};
    for (size_t i = 0; i < lexicon->entry_count; i++)
        for (int l = 0; l < LANGUAGE_COUNT; l++)
            count += lexicon->entries[i].of[l].count;
    struct word_phrases *lists[] = {&whole, &lexicon->beginnings, &lexicon->endings};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        *lists[i] =
            (struct word_phrases){arena_array(lexicon->arena, count, sizeof *lists[i]->items), 0};
    for (size_t i = 0; i < lexicon->entry_count; i++)
        add_words(lexicon, &lexicon->entries[i], &whole);
    qsort(whole.items, whole.count, sizeof *whole.items, compare_phrases);
    for (size_t i = 0; i < whole.count; i++) {
        struct word_phrases *bucket = &lexicon->buckets[lexicon_bucket(whole.items[i].text)];
        if (!bucket->count)
            bucket->items = &whole.items[i];
        bucket->count++;
    }
}

/* In the order of their first bytes; of those with the same, in the order given. */
static void sort_names(struct name_index *index, const struct name_word *names, size_t count,
                       struct arena *arena)
{
    size_t places[257] = {0};
    for (size_t i = 0; i < count; i++)
        places[(unsigned char)*names[i].text + 1]++;
    for (size_t byte = 0; byte < 256; byte++)
        places[byte + 1] += places[byte];
    memcpy(index->starts, places, sizeof places);
    index->items = arena_array(arena, count + 1, sizeof *index->items);
    for (size_t i = 0; i < count; i++)
        index->items[places[(unsigned char)*names[i].text]++] = names[i];
}

static void index_names(struct name_index *index, const struct name_entry *entries, size_t count,
                        struct arena *arena)
{
    size_t total = 0, next = 0;
    for (size_t i = 0; i < count; i++)
        for (int l = 0; l < LANGUAGE_COUNT; l++)
            total += entries[i].of[l].count;
    struct name_word *names = arena_array(arena, total + 1, sizeof *names);
    for (size_t i = 0; i < count; i++)
        for (int l = 0; l < LANGUAGE_COUNT; l++)
            for (size_t w = 0; w < entries[i].of[l].count; w++) {
                const char *word = entries[i].of[l].words[w];
                names[next++] =
                    (struct name_word){word, strlen(word), entries[i].value, (enum word_language)l};
            }
    sort_names(index, names, total, arena);
}

static void index_units(struct lexicon *lexicon)
{
    size_t total = 0, next = 0;
    for (size_t i = 0; i < lexicon->unit_count; i++)
        total += lexicon->units[i].word_count;
    struct name_word *names = arena_array(lexicon->arena, total + 1, sizeof *names);
    for (size_t i = 0; i < lexicon->unit_count; i++)
        for (size_t w = 0; w < lexicon->units[i].word_count; w++) {
            const char *word = lexicon->units[i].words[w];
            names[next++] =
                (struct name_word){word, strlen(word), (int)lexicon->units[i].unit, LANGUAGE_ALL};
        }
    sort_names(&lexicon->unit_names, names, total, lexicon->arena);
}

struct lexicon *lexicon_read(const char *path, struct error *error)
{
    struct document document;
    struct arena *arena = arena_new();
    document_read(&document, &lexicon_kind, path, arena, NULL, error);
    struct lexicon *lexicon = document_finish(&document);
    if (lexicon) {
        lexicon->arena = arena;
        make_index(lexicon);
        index_names(&lexicon->weekday_names, lexicon->weekdays, lexicon->weekday_count, arena);
        index_names(&lexicon->month_names, lexicon->months, lexicon->month_count, arena);
        index_units(lexicon);
    }
    return lexicon;
}

void lexicon_free(struct lexicon *lexicon)
{
    if (lexicon)
        arena_free(lexicon->arena);
}
