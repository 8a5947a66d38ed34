/* Completions: for each shell, how the program, a command and an option are told. */
#include "app/completions.h"

#include <string.h>

#include "app/command_list.h"
#include "app/option_check.h"

/* How a shell is told of everything: what comes first and last, and what stands for each command
   and option. `words` are those that an option takes, or of no count. */
struct dialect {
    void (*begin)(struct text *out);
    void (*begin_command)(const struct command *command, struct text *out);
    void (*option)(const struct command *command, const struct option *option,
                   const struct word_list *words, struct text *out);
    void (*end_command)(const struct command *command, struct text *out);
    void (*end)(struct text *out);
};

static void append_words(const struct word_list *words, struct text *out)
{
    for (size_t i = 0; i < words->count; i++)
        text_printf(out, "%s%s", i ? " " : "", words->words[i]);
}

/* Between single quotes; each of `special` behind a backslash. */
static void append_quoted(const char *string, size_t length, const char *special, struct text *out)
{
    for (size_t i = 0; i < length; i++) {
        if (string[i] == '\'')
            text_append(out, "'\\'");
        else if (strchr(special, string[i]))
            text_append(out, "\\");
        text_append_bytes(out, &string[i], 1);
    }
}

static void append_summary(const struct command *command, const char *special, struct text *out)
{
    append_quoted(command->summary, strcspn(command->summary, "\n"), special, out);
}

/* ---- bash ---- */

static void bash_begin(struct text *out)
{
    text_append(out, "_hillplan()\n{\n"
                     "    local current=${COMP_WORDS[COMP_CWORD]} words=\n"
                     "    local place=${COMP_WORDS[1]}:${COMP_WORDS[COMP_CWORD-1]}\n"
                     "    COMPREPLY=()\n"
                     "    [ \"$COMP_CWORD\" -eq 1 ] && place=:\n"
                     "    [[ $current == -* ]] && place=${place%%:*}:-\n"
                     "    case $place in\n"
                     "    :) words='");
    append_words(&command_words, out);
    text_append(out, "' ;;\n");
}

/* The words of an option stand for what comes behind it. */
static void bash_option(const struct command *command, const struct option *option,
                        const struct word_list *words, struct text *out)
{
    const char *first = command == &command_program ? "-*" : command->name;
    if (words->count == 0)
        return;
    text_printf(out, "    %s:--%s", first, option->name);
    if (option->letter)
        text_printf(out, " | %s:-%c", first, option->letter);
    text_append(out, ") words='");
    append_words(words, out);
    text_append(out, "' ;;\n");
}

static void bash_end_command(const struct command *command, struct text *out)
{
    text_printf(out, "    %s:-) words='", command == &command_program ? "" : command->name);
    for (size_t i = 0; i < command->option_count; i++)
        text_printf(out, "--%s ", command->options[i].name);
    for (size_t i = 0; i < HELP_OPTIONS; i++)
        text_printf(out, "%s--%s", i ? " " : "", help_options[i].name);
    text_append(out, "' ;;\n");
}

static void bash_end(struct text *out)
{
    text_append(out,
                "    esac\n"
                "    [ -n \"$words\" ] && COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
                "}\n"
                "complete -o default -F _hillplan hillplan\n");
}

/* ---- zsh ---- */

static void zsh_begin(struct text *out)
{
    text_append(out, "#compdef hillplan\n\n_hillplan()\n{\n"
                     "    local -a commands\n    commands=(\n");
    for (size_t i = 0; i < command_words.count; i++) {
        text_printf(out, "        '%s:", command_words.words[i]);
        append_summary(command_at(i), ":", out);
        text_append(out, "'\n");
    }
    text_append(out, "    )\n"
                     "    if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then\n"
                     "        _describe command commands\n"
                     "        return\n"
                     "    fi\n"
                     "    local command=$words[2]\n"
                     "    [[ $command == -* ]] || { shift words; (( CURRENT-- )) }\n"
                     "    case $command in\n");
}

static void zsh_begin_command(const struct command *command, struct text *out)
{
    text_printf(out, "    %s)\n        _arguments \\\n",
                command == &command_program ? "-*" : command->name);
}

static void zsh_option(const struct command *command, const struct option *option,
                       const struct word_list *words, struct text *out)
{
    (void)command;
    text_append(out, "            ");
    if (option->letter)
        text_printf(out, "%s{-%c,--%s}'[", option->repeats ? "\\*" : "", option->letter,
                    option->name);
    else
        text_printf(out, "'%s--%s[", option->repeats ? "*" : "", option->name);
    append_quoted(option->help, strlen(option->help), "[]:", out);
    text_append(out, "]");
    if (option->value)
        text_printf(out, ":%s:", option->value);
    if (words->count > 0) {
        text_append(out, option->takes == TAKES_WORDS ? "_values -s , words " : "(");
        append_words(words, out);
        text_append(out, option->takes == TAKES_WORDS ? "" : ")");
    } else if (option->takes == TAKES_FILE) {
        text_append(out, "_files");
    }
    text_append(out, "' \\\n");
}

static void zsh_end_command(const struct command *command, struct text *out)
{
    static const struct word_list none = {NULL, 0, NULL};
    for (size_t i = 0; i < HELP_OPTIONS; i++)
        zsh_option(command, &help_options[i], &none, out);
    text_append(out, "            '*:file:_files' ;;\n");
}

static void zsh_end(struct text *out)
{
    text_append(out, "    esac\n}\n\n_hillplan \"$@\"\n");
}

/* ---- fish ---- */

static void fish_begin(struct text *out)
{
    for (size_t i = 0; i < command_words.count; i++) {
        text_printf(out, "complete -c hillplan -n __fish_use_subcommand -f -a %s -d '",
                    command_words.words[i]);
        append_summary(command_at(i), "", out);
        text_append(out, "'\n");
    }
}

static void fish_option(const struct command *command, const struct option *option,
                        const struct word_list *words, struct text *out)
{
    text_append(out, "complete -c hillplan -n ");
    if (command == &command_program)
        text_append(out, "__fish_use_subcommand");
    else
        text_printf(out, "'__fish_seen_subcommand_from %s'", command->name);
    if (option->letter)
        text_printf(out, " -s %c", option->letter);
    text_printf(out, " -l %s", option->name);
    if (option->takes != TAKES_NOTHING)
        text_append(out, option->takes == TAKES_FILE ? " -r" : " -x");
    if (words->count > 0) {
        text_append(out, " -a '");
        append_words(words, out);
        text_append(out, "'");
    }
    text_append(out, " -d '");
    append_quoted(option->help, strlen(option->help), "", out);
    text_append(out, "'\n");
}

static void fish_end_command(const struct command *command, struct text *out)
{
    static const struct word_list none = {NULL, 0, NULL};
    for (size_t i = 0; i < HELP_OPTIONS; i++)
        fish_option(command, &help_options[i], &none, out);
}

/* ---- all of them ---- */

static const struct dialect dialects[SHELL_COUNT] = {
    [SHELL_BASH] = {bash_begin, NULL, bash_option, bash_end_command, bash_end},
    [SHELL_ZSH] = {zsh_begin, zsh_begin_command, zsh_option, zsh_end_command, zsh_end},
    [SHELL_FISH] = {fish_begin, NULL, fish_option, fish_end_command, NULL},
};

static bool append_command(const struct dialect *dialect, const struct command *command,
                           struct text *out, struct error *error)
{
    struct arena *arena = arena_new();
    bool done = true;
    if (dialect->begin_command)
        dialect->begin_command(command, out);
    for (size_t i = 0; done && i < command->option_count; i++) {
        const struct option *option = &command->options[i];
        struct word_list words;
        done = option_words(option, arena, &words, error);
        if (done)
            dialect->option(command, option, &words, out);
    }
    dialect->end_command(command, out);
    arena_free(arena);
    return done;
}

bool completions_write(enum shell shell, struct text *out, struct error *error)
{
    const struct dialect *dialect = &dialects[shell];
    dialect->begin(out);
    bool done = append_command(dialect, &command_program, out, error);
    for (size_t i = 0; done && i < command_words.count; i++)
        done = append_command(dialect, command_at(i), out, error);
    if (dialect->end)
        dialect->end(out);
    return done;
}
