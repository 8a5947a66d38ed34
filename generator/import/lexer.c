/* From text to tokens. At each place the first reader of a list that fits takes what it knows. */
#include <ctype.h>
#include <string.h>

#include "import/cell_parts.h"

static const struct cell_token *last_token(const struct lexer *lexer)
{
    static const struct cell_token none;
    return lexer->cell->count ? &lexer->cell->tokens[lexer->cell->count - 1] : &none;
}

/* ---- letters and x ---- */

static const struct {
    const char *letters;
    int kind, effort;
    uint64_t is;
} pace_letters[] = {
    {"ST", SESSION_STRIDES, -1, ROLE(ROLE_COUNT) | HAS_KIND | IS_WORD},
    {"E", SESSION_EASY, EFFORT_EASY, IS_LETTER},
    {"L", SESSION_LONG, -1, IS_LETTER},
    {"M", SESSION_RACE_PACE, EFFORT_HARD, IS_LETTER},
    {"T", SESSION_TEMPO, EFFORT_HARD, IS_LETTER},
    {"I", SESSION_INTERVALS, EFFORT_HARD, IS_LETTER},
    {"R", SESSION_INTERVALS, EFFORT_HARD, IS_LETTER},
};

static bool has_number_near(const struct lexer *lexer, const char *end)
{
    const struct cell_token *last = last_token(lexer);
    bool is_behind = (last->is & (IS_NUM | IS_UNIT | ROLE(ROLE_AT)));
    return is_behind || isdigit((unsigned char)*skip_blanks(end));
}

static bool read_letter(struct lexer *lexer)
{
    const char *cased = lexer->cased + (lexer->at - lexer->start);
    bool begins = lexer->at == lexer->start || !isalpha((unsigned char)lexer->at[-1]);
    for (size_t i = 0; begins && i < sizeof pace_letters / sizeof *pace_letters; i++) {
        size_t length = strlen(pace_letters[i].letters);
        const char *end = lexer->at + length;
        if (strncmp(cased, pace_letters[i].letters, length) != 0 || is_word_byte(*end) ||
            !has_number_near(lexer, end) || strspn(skip_blanks(end), "=:") > 0)
            continue; /* "R = 3 min" */
        struct cell_token *token = lexer_add(lexer, pace_letters[i].is, end);
        token->kind = pace_letters[i].kind;
        token->effort = pace_letters[i].effort;
        return true;
    }
    return false;
}

/* E, T, I or R beside a number, anywhere in the cell. */
static bool uses_letters(const struct lexer *lexer)
{
    for (const char *at = lexer->cased; *at; at++) {
        if (!strchr("ETIR", *at) || is_word_byte(at[1]) ||
            (at > lexer->cased && isalpha((unsigned char)at[-1])))
            continue;
        const char *before = at;
        while (before > lexer->cased && before[-1] == ' ')
            before--;
        if (isdigit((unsigned char)*skip_blanks(at + 1)) ||
            (before > lexer->cased && isdigit((unsigned char)before[-1])))
            return true;
    }
    return false;
}

static bool read_x(struct lexer *lexer)
{
    const struct cell_token *last = last_token(lexer);
    const char *next = skip_blanks(lexer->at + 1);
    bool is_apart = !isalpha((unsigned char)lexer->at[1]);
    if (*lexer->at != 'x' && *lexer->at != '*')
        return false;
    if (!(last->is & (IS_NUM | IS_UNIT)) && !isdigit((unsigned char)*next))
        return false;
    if (!isdigit((unsigned char)*next) && *next != '(' && !is_word_byte(*next))
        return false;
    if (!is_apart && (last->end != (size_t)(lexer->at - lexer->start)))
        return false;
    lexer_add(lexer, IS_X, lexer->at + 1);
    return true;
}

/* ---- separators ---- */

static bool read_dash(struct lexer *lexer)
{
    bool begins = lexer->at == lexer->start || strchr(" \n", lexer->at[-1]);
    bool ends = !lexer->at[1] || strchr(" \n", lexer->at[1]);
    if (lexer->at[1] == '>')
        lexer_add(lexer, IS_ARROW, lexer->at + 2);
    else if (begins && (last_token(lexer)->is & IS_LINE))
        lexer->at++, lexer->cell->tokens[lexer->cell->count - 1].is_open = true; /* a step */
    else
        lexer_add(lexer, begins && ends ? IS_DASH : IS_JOIN, lexer->at + 1);
    return true;
}

/* "10 min easy, 50 min steady = 60 min": a total; but "R = 3 min" is a label. */
static bool read_equals(struct lexer *lexer)
{
    static const uint64_t labels = ROLE(ROLE_BETWEEN) | ROLE(ROLE_RECOVER) | ROLE(ROLE_PACE) |
                                   ROLE(ROLE_REST) | IS_UNKNOWN | IS_LETTER;
    bool is_total = lexer->cell->count && !(last_token(lexer)->is & (labels | IS_BREAK));
    lexer_add(lexer, IS_COLON, lexer->at + 1);
    if (is_total)
        lexer_add(lexer, IS_WORD | ROLE(ROLE_TOTAL), lexer->at);
    return true;
}

static bool read_separator(struct lexer *lexer)
{
    static const struct {
        char character;
        uint64_t is;
    } separators[] = {{'+', IS_PLUS},  {',', IS_COMMA}, {'/', IS_SLASH}, {';', IS_SEMI},
                      {'\n', IS_LINE}, {'(', IS_OPEN},  {')', IS_CLOSE}, {'[', IS_OPEN},
                      {']', IS_CLOSE}, {':', IS_COLON}, {'|', IS_COMMA}, {'>', IS_ARROW}};
    for (size_t i = 0; i < sizeof separators / sizeof *separators; i++)
        if (*lexer->at == separators[i].character) {
            lexer_add(lexer, separators[i].is, lexer->at + 1);
            return true;
        }
    if (*lexer->at == '-')
        return read_dash(lexer);
    if (*lexer->at == '=')
        return read_equals(lexer);
    if (*lexer->at != '.' || (lexer->at[1] && !strchr(" \n", lexer->at[1])))
        return false;
    lexer_add(lexer, IS_SEMI, lexer->at + 1);
    return true;
}

/* ---- words ---- */

static uint64_t classes_of(const struct word_entry *entry)
{
    uint64_t is = IS_WORD;
    if (entry->role >= 0)
        is |= ROLE(entry->role);
    if (entry->kind >= 0)
        is |= HAS_KIND;
    if (entry->effort >= 0)
        is |= HAS_EFFORT;
    if (entry->kind == SESSION_STRENGTH)
        is |= IS_STRENGTH;
    if (entry->kind == SESSION_RACE_PACE)
        is |= IS_RACE_PACE;
    return entry->many ? is | IS_MANY : is;
}

/* "ca. 20 min", "anschl. 2 km", "Risc. 20 min": the full stop of an abbreviation ends nothing. */
static const char *behind_full_stop(const struct lexer *lexer, int role, const char *end)
{
    static const int abbreviated[] = {ROLE_FILLER, ROLE_APPROX,  ROLE_AND,     ROLE_WITHIN,
                                      ROLE_PART,   ROLE_RECOVER, ROLE_BETWEEN, ROLE_TOTAL};
    bool is_one = false;
    for (size_t i = 0; i < sizeof abbreviated / sizeof *abbreviated; i++)
        is_one = is_one || role == abbreviated[i];
    return is_one && *end == '.' && ends_no_sentence(lexer, end + 1) ? end + 1 : end;
}

static bool read_word(struct lexer *lexer)
{
    size_t length;
    bool is_digit = isdigit((unsigned char)*lexer->at);
    bool begins =
        !is_behind_letter(lexer->start, lexer->at) || (last_token(lexer)->is & IS_X); /* "3xhill" */
    if (!begins)
        return false;
    if (is_digit && (last_token(lexer)->is & IS_X))
        return false; /* "10 x 30/30" */
    const struct word_phrase *phrase =
        lexicon_find(lexer->cell->hints->words, lexer->at, lexer->cell->hints->language, &length);
    if (!phrase || (is_digit && !isdigit((unsigned char)phrase->text[0])))
        return false;
    const char *end = behind_full_stop(lexer, phrase->entry->role, lexer->at + length);
    if (phrase->entry->role == ROLE_FILLER || phrase->entry->role == ROLE_APPROX) {
        lexer->at = end;
        return true;
    }
    struct cell_token *token = lexer_add(lexer, classes_of(phrase->entry), end);
    token->kind = phrase->entry->kind;
    token->effort = phrase->entry->effort;
    token->terrain = phrase->entry->terrain;
    token->word = phrase->entry;
    return true;
}

#define FEWEST_PLACES 2

/* "with miles 12, 14 and 16 fast", "km 8-12 at MP": which of them, behind how many there are. They
   are no amounts, and are dropped. */
static bool read_places(struct lexer *lexer)
{
    const char *end, *at;
    int unit, count = 0, number;
    if (is_behind_letter(lexer->start, lexer->at) ||
        !(tokens_have(lexer->cell, 0, lexer->cell->count) & IS_UNIT) ||
        (last_token(lexer)->is & IS_NUM))
        return false;
    unit = lexer_unit_at(lexer, lexer->at, &end);
    if ((unit != UNIT_KM && unit != UNIT_MI && unit != UNIT_MIN) || end - lexer->at < 2)
        return false;
    for (at = skip_blanks(end); take_digits(&at, 3, &number); count++) {
        const char *behind = end = at;
        size_t length = strspn(skip_blanks(behind), ",-&/");
        behind = skip_blanks(skip_blanks(behind) + length);
        const struct word_phrase *word =
            lexicon_find(lexer->cell->hints->words, behind, lexer->cell->hints->language, &length);
        if (word && (word->entry->role == ROLE_AND || word->entry->role == ROLE_UPTO))
            behind = skip_blanks(behind + length);
        at = behind;
    }
    if (count < FEWEST_PLACES || is_word_byte(*end) ||
        lexer_unit_at(lexer, skip_blanks(end), &at) >= 0)
        return false;
    lexer->at = end;
    return true;
}

/* "6-8 easy miles": a unit behind the word that its number is of. */
static bool read_late_unit(struct lexer *lexer)
{
    const struct cell_text *cell = lexer->cell;
    const char *end;
    size_t count = cell->count;
    if (count < 2 || !(cell->tokens[count - 1].is & (HAS_KIND | HAS_EFFORT)) ||
        !(cell->tokens[count - 2].is & IS_NUM) || is_behind_letter(lexer->start, lexer->at))
        return false;
    int unit = lexer_unit_at(lexer, lexer->at, &end);
    if ((unit != UNIT_KM && unit != UNIT_MI && unit != UNIT_MIN) || end - lexer->at < 2)
        return false;
    lexer_add(lexer, IS_UNIT, end)->unit = (enum word_unit)unit;
    return true;
}

/* Emoji of no sport, quotes and the like say nothing. */
static bool read_unknown(struct lexer *lexer)
{
    const char *end = lexer->at;
    while (is_word_byte(*end) && !isdigit((unsigned char)*end))
        end++;
    if (end == lexer->at) {
        lexer->at++;
        while (utf8_is_continuation(*lexer->at))
            lexer->at++;
    } else if (end - lexer->at > 1) {
        lexer_add(lexer, IS_UNKNOWN, end);
    } else {
        lexer->at = end; /* a letter */
    }
    return true;
}

void lexer_read(struct cell_text *cell)
{
    static bool (*const readers[])(struct lexer *) = {
        lexer_read_told, read_letter,       read_x,         read_late_unit, read_places,
        read_word,       lexer_read_number, read_separator, read_unknown,
    };
    struct lexer lexer = {cell, cell->plain.lower, cell->plain.lower, cell->plain.cased, false};
    cell->uses_letters = uses_letters(&lexer);
    lexer.has_letters = cell->hints->m_is_a_pace || cell->uses_letters;
    while (*(lexer.at = skip_blanks(lexer.at)))
        for (size_t i = 0; i < sizeof readers / sizeof *readers && !readers[i](&lexer); i++)
            ;
}
