/* Reading a script token by token, for comparisons of a field with a string. */
#include "script/unknown_words.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

#include "base/text.h"
#include "script/fields.h"

#define MOST_WORDS 32 /* of all sets that a field takes its words from */

/* ---- tokens ---- */

enum token_kind { TOKEN_END, TOKEN_NAME, TOKEN_STRING, TOKEN_COMPARISON, TOKEN_DOT, TOKEN_OTHER };

/* A string's text is what is between its quotes. */
struct token {
    enum token_kind kind;
    const char *text;
    size_t length;
    int line;
};

struct scanner {
    const char *at;
    int line;
};

static void skip_bytes(struct scanner *scanner, size_t length)
{
    for (; length > 0 && *scanner->at; length--)
        scanner->line += *scanner->at++ == '\n';
}

/* The level of "[[", "[=[" ... at a place; -1 where there is none. */
static int bracket_level(const char *at)
{
    if (*at != '[')
        return -1;
    size_t signs = strspn(at + 1, "=");
    return at[1 + signs] == '[' ? (int)signs : -1;
}

/* Over a bracket and what it holds, up to "]]", "]=]" ... or the end. */
static void skip_bracket(struct scanner *scanner, int level)
{
    skip_bytes(scanner, (size_t)level + 2);
    for (; *scanner->at; skip_bytes(scanner, 1)) {
        bool ends = *scanner->at == ']' && strspn(scanner->at + 1, "=") == (size_t)level &&
                    scanner->at[level + 1] == ']';
        if (ends) {
            skip_bytes(scanner, (size_t)level + 2);
            return;
        }
    }
}

static void skip_blanks_and_comments(struct scanner *scanner)
{
    for (;;) {
        skip_bytes(scanner, strspn(scanner->at, " \t\r\n\f\v"));
        if (strncmp(scanner->at, "--", 2) != 0)
            return;
        skip_bytes(scanner, 2);
        int level = bracket_level(scanner->at);
        if (level >= 0)
            skip_bracket(scanner, level);
        else
            skip_bytes(scanner, strcspn(scanner->at, "\n"));
    }
}

/* Over a string in quotes: to the same quote, or the end of the line. */
static struct token quoted_token(struct scanner *scanner)
{
    char quote = *scanner->at;
    struct token token = {TOKEN_STRING, scanner->at + 1, 0, scanner->line};
    skip_bytes(scanner, 1);
    while (*scanner->at && *scanner->at != quote && *scanner->at != '\n')
        skip_bytes(scanner, *scanner->at == '\\' ? 2 : 1);
    token.length = (size_t)(scanner->at - token.text);
    skip_bytes(scanner, *scanner->at == quote);
    return token;
}

static size_t name_length(const char *at)
{
    size_t length = 0;
    while (isalnum((unsigned char)at[length]) || at[length] == '_')
        length++;
    return length;
}

static struct token next_token(struct scanner *scanner)
{
    skip_blanks_and_comments(scanner);
    const char *at = scanner->at;
    struct token token = {TOKEN_OTHER, at, 1, scanner->line};
    if (*at == '"' || *at == '\'')
        return quoted_token(scanner);
    if (bracket_level(at) >= 0) {
        skip_bracket(scanner, bracket_level(at));
        return token;
    }
    if (*at == '\0') {
        token = (struct token){TOKEN_END, at, 0, scanner->line};
    } else if (name_length(at) > 0) { /* or a number, which is nobody's name */
        token.kind = TOKEN_NAME;
        token.length = name_length(at);
    } else if (strncmp(at, "==", 2) == 0 || strncmp(at, "~=", 2) == 0) {
        token.kind = TOKEN_COMPARISON;
        token.length = 2;
    } else if (*at == '.') {
        token.length = strspn(at, ".");
        token.kind = token.length == 1 ? TOKEN_DOT : TOKEN_OTHER;
    }
    skip_bytes(scanner, token.length);
    return token;
}

/* ---- comparisons ---- */

static bool is_text(const struct token *token, const char *text)
{
    return strlen(text) == token->length && memcmp(token->text, text, token->length) == 0;
}

static bool is_one_of(const struct token *string, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (is_text(string, words[i]))
            return true;
    return false;
}

/* Adds the words of a list that are not there yet. */
static size_t add_words(const struct word_list *list, const char *words[MOST_WORDS], size_t count)
{
    for (size_t i = 0; i < list->count && count < MOST_WORDS; i++) {
        if (!list->words[i])
            continue;
        struct token token = {.text = list->words[i], .length = strlen(list->words[i])};
        if (!is_one_of(&token, words, count))
            words[count++] = list->words[i];
    }
    return count;
}

/* The words that fields of the name have, of whatever view; 0 where it is none that has words. */
static size_t words_of(const struct token *name, const char *words[MOST_WORDS])
{
    size_t count = 0;
    for (int kind = 0; kind < VIEW_FIRST_LIST; kind++) {
        const struct view_field *field = view_fields((enum view_kind)kind);
        for (; field_name(field); field = field_next(field))
            if (field_words(field) && is_text(name, field_name(field)))
                count = add_words(field_words(field), words, count);
    }
    return count;
}

static void compare_words(const char *path, const struct token *field, const struct token *string,
                          struct error *error)
{
    const char *words[MOST_WORDS];
    size_t count = words_of(field, words);
    if (count == 0 || is_one_of(string, words, count))
        return;
    struct text word = TEXT_INIT, list = TEXT_INIT;
    text_printf(&word, "%.*s", (int)string->length, string->text);
    const char *near = text_nearest(text_string(&word), words, count);
    if (near)
        text_printf(&list, "did you mean '%s'?", near);
    for (size_t i = 0; i < count && !near; i++)
        text_printf(&list, "%s%s", i ? ", " : "it is one of ", words[i]);
    error_warn(error, path, string->line, 0, "%.*s is never '%s'; %s", (int)field->length,
               field->text, text_string(&word), text_string(&list));
    text_release(&word);
    text_release(&list);
}

void unknown_words_warn(const char *path, const char *script, struct error *error)
{
    struct scanner scanner = {script, 1};
    struct token before[4] = {{.kind = TOKEN_OTHER}}; /* of, dot, name, comparison */
    for (;;) {
        struct token token = next_token(&scanner);
        if (token.kind == TOKEN_END)
            return;
        bool is_comparison = token.kind == TOKEN_STRING && before[3].kind == TOKEN_COMPARISON &&
                             before[2].kind == TOKEN_NAME;
        bool is_setting = before[1].kind == TOKEN_DOT && is_text(&before[0], "set");
        if (is_comparison && !is_setting)
            compare_words(path, &before[2], &token, error);
        memmove(before, before + 1, sizeof before - sizeof *before);
        before[3] = token;
    }
}
