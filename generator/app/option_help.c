/* Help and usage lines, put together from a command's table. */
#include "app/option_help.h"

#include <stdio.h>
#include <string.h>

#include "app/option_check.h"

#define COLUMNS     100
#define HELP_COLUMN 29 /* where the help of an option begins; that of its words stands below, */
#define WORD_COLUMN (HELP_COLUMN + 2)
#define WORD_WIDTH  10
#define HANGING     4

/* "[-o OUT]", "[--rules FILE|DIR]...". */
static const char *usage_of(const struct option *option, struct arena *arena)
{
    const char *name = option->letter ? arena_printf(arena, "-%c", option->letter)
                                      : arena_printf(arena, "--%s", option->name);
    return arena_printf(arena, "[%s%s%s]%s", name, option->value ? " " : "",
                        option->value ? option->value : "", option->repeats ? "..." : "");
}

/* The usage in lines of at most so many columns, which begin in `column` and do not cut options. */
static void append_usage(const struct command *command, size_t column, size_t columns,
                         struct text *out)
{
    struct arena *arena = arena_new();
    size_t begin = out->length, indent;
    text_printf(out, "hillplan %s", command->name);
    indent = column + (out->length - begin);
    size_t at = indent;
    for (size_t i = 0; i <= command->option_count; i++) {
        const char *part = i ? usage_of(&command->options[i - 1], arena) : command->operands;
        if (!part)
            continue;
        if (at + 1 + strlen(part) > columns) {
            text_printf(out, "\n%*s", (int)indent, "");
            at = indent;
        }
        text_printf(out, " %s", part);
        at += 1 + strlen(part);
    }
    arena_free(arena);
}

void option_help_usage(const struct command *command, struct text *out)
{
    append_usage(command, 0, (size_t)-1, out);
}

/* "a4, letter, a3 or a5". */
static const char *list_of(const struct word_list *words, struct arena *arena)
{
    struct text text = TEXT_INIT;
    for (size_t i = 0; i < words->count; i++)
        text_printf(&text, "%s%s", !i ? "" : i + 1 < words->count ? ", " : " or ", words->words[i]);
    const char *list = arena_strdup(arena, text_string(&text));
    text_release(&text);
    return list;
}

/* What the words stand for, a line each. */
static void append_words(const struct word_list *words, struct text *out)
{
    for (size_t i = 0; i < words->count; i++) {
        text_printf(out, "%*s%-*s ", WORD_COLUMN, "", WORD_WIDTH, words->words[i]);
        text_wrap(out, WORD_COLUMN + WORD_WIDTH + 1, WORD_COLUMN + WORD_WIDTH + 1, COLUMNS,
                  words->helps[i]);
    }
}

static bool append_option(const struct option *option, struct arena *arena, struct text *out,
                          struct error *error)
{
    struct word_list words;
    if (!option_words(option, arena, &words, error))
        return false;
    const char *letter = option->letter ? arena_printf(arena, "-%c, ", option->letter) : "";
    const char *left =
        arena_printf(arena, "%4s--%s %s", letter, option->name, option->value ? option->value : "");
    bool is_listed = words.count > 0 && !words.helps;
    text_printf(out, "  %-*s ", HELP_COLUMN - 3, left);
    text_wrap(out, HELP_COLUMN, HELP_COLUMN + HANGING, COLUMNS,
              is_listed ? arena_printf(arena, "%s: %s", option->help, list_of(&words, arena))
                        : option->help);
    if (words.helps)
        append_words(&words, out);
    return true;
}

bool option_help(const struct command *command, struct text *out, struct error *error)
{
    static const char usage[] = "usage: ";
    struct arena *arena = arena_new();
    bool done = true;
    text_printf(out, "%s\n\n%s", command->summary, usage);
    append_usage(command, strlen(usage), COLUMNS, out);
    text_append(out, command->option_count ? "\n\n" : "\n");
    for (size_t i = 0; done && i < command->option_count; i++)
        done = append_option(&command->options[i], arena, out, error);
    arena_free(arena);
    return done;
}
