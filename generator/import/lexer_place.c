/* What the readers of tokens share: blanks, digits, words, and a new token. */
#include <ctype.h>
#include <string.h>

#include "import/cell_parts.h"

const char *skip_blanks(const char *at)
{
    while (*at == ' ')
        at++;
    return at;
}

const char *behind_word(const char *at, const char *word)
{
    size_t length = strlen(word);
    return strncmp(at, word, length) == 0 && !is_word_byte(at[length]) ? at + length : NULL;
}

bool ends_no_sentence(const struct lexer *lexer, const char *behind)
{
    char next = lexer->cased[skip_blanks(behind) - lexer->start];
    return *behind == ' ' && (isdigit((unsigned char)next) || islower((unsigned char)next) ||
                              (next && strchr("+-/(,;:", next)));
}

struct cell_token *lexer_add(struct lexer *lexer, uint64_t is, const char *end)
{
    struct cell_text *cell = lexer->cell;
    struct cell_token *token = &cell->tokens[cell->count];
    *token = (struct cell_token){
        .is = is,
        .at = (size_t)(lexer->at - lexer->start),
        .end = (size_t)(end - lexer->start),
        .unit = UNIT_NONE,
        .is_glued = lexer->at > lexer->start && lexer->at[-1] != ' ',
        .kind = -1,
        .effort = -1,
        .terrain = -1,
    };
    lexer->at = end;
    cell->count += cell->count + 1 < cell->most; /* what doesn't fit any more is written over */
    return token;
}

int take_digits(const char **at, int most, int *value)
{
    int count = 0;
    const char *digits = *at;
    *value = 0;
    for (; isdigit((unsigned char)*digits); digits++)
        if (count++ < most)
            *value = *value * 10 + (*digits - '0');
    if (count > most)
        return 0;
    *at = digits;
    return count;
}
