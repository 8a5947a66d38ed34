/* The manual as roff, with the macros of man(7). */
#include "app/manual.h"

#include <string.h>

#include "app/command_list.h"
#include "app/commands.h"
#include "app/option_check.h"

/* Appends a text whose every character is meant as it is. */
static void append_plain(const char *string, struct text *out)
{
    bool begins_line = out->length > 0 && out->data[out->length - 1] == '\n';
    for (const char *at = string; *at; at++) {
        if (begins_line && (*at == '.' || *at == '\''))
            text_append(out, "\\&");
        if (*at == '\\')
            text_append(out, "\\e");
        else if (*at == '-')
            text_append(out, "\\-");
        else
            text_append_bytes(out, at, 1);
        begins_line = *at == '\n';
    }
}

static void append_line(const char *string, struct text *out)
{
    append_plain(string, out);
    text_append(out, "\n");
}

/* "a4, letter, a3 or a5", or a paragraph for each with what it stands for. */
static void append_words(const struct word_list *words, struct text *out)
{
    if (words->helps)
        text_append(out, ".RS\n");
    for (size_t i = 0; i < words->count; i++) {
        if (words->helps)
            text_append(out, ".TP\n");
        text_append(out, "\\fB");
        append_plain(words->words[i], out);
        text_append(out, words->helps || i + 1 == words->count ? "\\fR\n" : "\\fR,\n");
        if (words->helps)
            append_line(words->helps[i], out);
    }
    if (words->helps)
        text_append(out, ".RE\n");
}

static bool append_option(const struct option *option, struct arena *arena, struct text *out,
                          struct error *error)
{
    struct word_list words;
    if (!option_words(option, arena, &words, error))
        return false;
    text_append(out, ".TP\n");
    if (option->letter)
        text_printf(out, "\\fB\\-%c\\fR, ", option->letter);
    text_append(out, "\\fB\\-\\-");
    append_plain(option->name, out);
    text_append(out, "\\fR");
    if (option->value) {
        text_append(out, " \\fI");
        append_plain(option->value, out);
        text_append(out, "\\fR");
    }
    text_append(out, option->repeats ? " ...\n" : "\n");
    append_line(option->help, out);
    append_words(&words, out);
    return true;
}

static bool append_options(const struct option *options, size_t count, struct text *out,
                           struct error *error)
{
    struct arena *arena = arena_new();
    bool done = true;
    for (size_t i = 0; done && i < count; i++)
        done = append_option(&options[i], arena, out, error);
    arena_free(arena);
    return done;
}

static bool append_command(const struct command *command, struct text *out, struct error *error)
{
    text_printf(out, ".SS hillplan %s ", command->name);
    append_line(command->operands ? command->operands : "", out);
    append_line(command->summary, out);
    return append_options(command->options, command->option_count, out, error);
}

bool manual_write(struct text *out, struct error *error)
{
    text_append(out, ".TH HILLPLAN 1 \"\" \"" HILLPLAN_PROGRAM "\"\n"
                     ".SH NAME\nhillplan \\- training plans for runners that respect hills\n"
                     ".SH SYNOPSIS\n.B hillplan\n.I COMMAND\n[\\fIoptions\\fR] ...\n"
                     ".SH DESCRIPTION\n");
    append_line(PROGRAM_SUMMARY, out);
    text_append(out, ".SH OPTIONS\n");
    bool done = append_options(command_program.options, command_program.option_count, out, error) &&
                append_options(help_options, HELP_OPTIONS, out, error);
    text_append(out, ".SH COMMANDS\n");
    for (size_t i = 0; done && i < command_words.count; i++)
        done = append_command(command_at(i), out, error);
    text_append(out, ".SH EXIT STATUS\n");
    append_line(STATUS_SUMMARY, out);
    text_append(out, ".SH ENVIRONMENT\n.TP\n.B HILLPLAN_DATA\n");
    append_line("the folder that holds templates and scripts, if they are not installed", out);
    return done;
}
