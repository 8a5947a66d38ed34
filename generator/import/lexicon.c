/* The words of other people's plans: looking them up. */
#include "import/lexicon.h"

#include <ctype.h>
#include <string.h>

#include "base/text.h"

#define VOTES      60 /* of a word, over the languages that have it */
#define LEAST_PART 5  /* letters of a word that its ending or beginning tells */

/* Letters of two bytes begin below this; above it there are signs, and emoji. */
#define FIRST_SIGN 0xE2

bool is_word_byte(char byte)
{
    unsigned char value = (unsigned char)byte;
    return isalnum(value) || (value >= 0x80 && value < FIRST_SIGN);
}

bool is_behind_letter(const char *start, const char *at)
{
    if (at == start)
        return false;
    for (at--; at > start && utf8_is_continuation(*at); at--)
        ;
    unsigned char lead = (unsigned char)*at;
    return isalpha(lead) || (lead >= 0x80 && lead < FIRST_SIGN);
}

static size_t word_length(const char *at)
{
    size_t length = 0;
    while (is_word_byte(at[length]))
        length++;
    return length;
}

static char joined(char byte)
{
    if (byte == '-')
        return ' ';
    return byte;
}

size_t lexicon_bucket(const char *at)
{
    unsigned first = (unsigned char)at[0];
    unsigned second = at[0] && is_word_byte(at[1]) ? (unsigned char)at[1] : 0;
    return ((first << 5) ^ second) % PHRASE_BUCKETS;
}

/* Whether a place begins with a text, as whole words; a dash may stand for a blank. */
static bool begins_with(const char *at, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (joined(at[i]) != joined(text[i]))
            return false;
    return !is_word_byte(text[length - 1]) || !is_word_byte(at[length]) ||
           (unsigned char)text[0] >= FIRST_SIGN;
}

/* The smaller, the sooner; -1: not in a plan of that language. */
static int rank_of(const struct word_phrase *phrase, enum word_language language)
{
    bool is_short = phrase->length <= 2 && isalpha((unsigned char)phrase->text[0]);
    if (phrase->language == language)
        return 0;
    if (is_short && phrase->language > LANGUAGE_EN)
        return -1;
    return 1 + (int)phrase->language;
}

static const struct word_phrase *find_whole(const struct lexicon *lexicon, const char *at,
                                            enum word_language language)
{
    const struct word_phrases *bucket = &lexicon->buckets[lexicon_bucket(at)];
    const struct word_phrase *best = NULL;
    int best_rank = 0;
    for (size_t i = 0; i < bucket->count; i++) {
        const struct word_phrase *phrase = &bucket->items[i];
        if (best && phrase->length < best->length)
            break;
        int rank = rank_of(phrase, language);
        if (rank < 0 || (best && rank >= best_rank) ||
            !begins_with(at, phrase->text, phrase->length))
            continue;
        best = phrase;
        best_rank = rank;
    }
    return best;
}

static const struct word_phrase *find_part(const struct lexicon *lexicon, const char *at,
                                           size_t length)
{
    for (size_t i = 0; i < lexicon->beginnings.count; i++) {
        const struct word_phrase *part = &lexicon->beginnings.items[i];
        if (length >= part->length && memcmp(at, part->text, part->length) == 0)
            return part;
    }
    for (size_t i = 0; i < lexicon->endings.count; i++) {
        const struct word_phrase *part = &lexicon->endings.items[i];
        if (length >= part->length &&
            memcmp(at + length - part->length, part->text, part->length) == 0)
            return part;
    }
    return NULL;
}

const struct word_phrase *lexicon_find(const struct lexicon *lexicon, const char *at,
                                       enum word_language language, size_t *length)
{
    const struct word_phrase *found = find_whole(lexicon, at, language);
    *length = found ? found->length : word_length(at);
    if (!found && *length >= LEAST_PART)
        found = find_part(lexicon, at, *length);
    return found;
}

int lexicon_unit(const struct lexicon *lexicon, const char *at, size_t *length)
{
    const struct name_index *index = &lexicon->unit_names;
    unsigned first = (unsigned char)*at;
    int found = UNIT_NONE;
    *length = 0;
    for (size_t i = index->starts[first]; i < index->starts[first + 1]; i++) {
        const struct name_word *name = &index->items[i];
        if (name->length > *length && strncmp(at, name->text, name->length) == 0) {
            *length = name->length;
            found = name->value;
        }
    }
    return found;
}

static int find_name(const struct name_index *index, const char *at, enum word_language language,
                     size_t *length)
{
    unsigned first = (unsigned char)*at;
    int found = -1;
    *length = 0;
    for (size_t i = index->starts[first]; i < index->starts[first + 1]; i++) {
        const struct name_word *name = &index->items[i];
        bool is_allowed = name->length > 2 || name->language == language;
        if (is_allowed && name->length > *length && begins_with(at, name->text, name->length)) {
            *length = name->length;
            found = name->value;
        }
    }
    return found;
}

int lexicon_weekday(const struct lexicon *lexicon, const char *at, enum word_language language,
                    size_t *length)
{
    return find_name(&lexicon->weekday_names, at, language, length);
}

int lexicon_month(const struct lexicon *lexicon, const char *at, size_t *length)
{
    return find_name(&lexicon->month_names, at, LANGUAGE_NONE, length);
}

enum table_column lexicon_column(const struct lexicon *lexicon, const char *heading)
{
    for (size_t i = 0; i < lexicon->column_count; i++)
        for (size_t n = 0; n < lexicon->columns[i].name_count; n++)
            if (strcmp(lexicon->columns[i].names[n], heading) == 0)
                return lexicon->columns[i].column;
    return COLUMN_NONE;
}

/* The languages that have a phrase, as bits; those of all languages say nothing. */
static unsigned languages_of(const struct lexicon *lexicon, const struct word_phrase *phrase)
{
    const struct word_phrases *bucket = &lexicon->buckets[lexicon_bucket(phrase->text)];
    unsigned languages = 0;
    for (size_t i = 0; i < bucket->count; i++)
        if (bucket->items[i].length == phrase->length &&
            strcmp(bucket->items[i].text, phrase->text) == 0)
            languages |= 1u << bucket->items[i].language;
    return languages & ~(1u << LANGUAGE_ALL);
}

void lexicon_vote(const struct lexicon *lexicon, const char *plain, int votes[LANGUAGE_COUNT])
{
    for (const char *at = plain; *at;) {
        size_t length;
        const struct word_phrase *phrase = is_word_byte(*at) && !isdigit((unsigned char)*at)
                                               ? find_whole(lexicon, at, LANGUAGE_NONE)
                                               : NULL;
        unsigned languages = phrase && phrase->length > 2 ? languages_of(lexicon, phrase) : 0;
        int count = 0;
        for (int l = 0; l < LANGUAGE_COUNT; l++)
            count += (languages & (1u << l)) != 0;
        for (int l = 0; l < LANGUAGE_COUNT && count; l++)
            if (languages & (1u << l))
                votes[l] += VOTES / count;
        length = phrase ? phrase->length : word_length(at);
        at += length ? length : 1;
    }
}
