/* The program: finds the subcommand, prints the messages, and turns the outcome into a status. */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/allocate.h"
#include "app/command_list.h"
#include "app/commands.h"
#include "app/completions.h"
#include "app/manual.h"
#include "app/option_help.h"
#include "app/report.h"
#include "base/memory.h"
#include "base/text.h"
#include "rules/ruleset.h"

static void print_help(void)
{
    printf(PROGRAM_SUMMARY "\n\nusage: hillplan COMMAND ...\n\n");
    for (size_t i = 0; i < command_words.count; i++) {
        const char *summary = command_at(i)->summary;
        printf("  %-10s %.*s\n", command_words.words[i], (int)strcspn(summary, "\n"), summary);
    }
    printf("\nhillplan COMMAND --help tells more; hillplan --version the version; --man prints the "
           "manual,\n--completions SHELL what completes commands in bash, zsh or fish.\n"
           "Exit status: " STATUS_SUMMARY "\n");
}

static void print_command_help(const struct command *command, struct error *error)
{
    struct text help = TEXT_INIT;
    if (option_help(command, &help, error))
        fputs(text_string(&help), stdout);
    text_release(&help);
}

/* What scripts may use, if the command has scripts and was told. */
static void set_script_seconds(const struct arguments *arguments)
{
    const struct command *command = arguments->command;
    for (size_t i = 0; i < command->option_count; i++)
        if (strcmp(command->options[i].name, "script-seconds") == 0 &&
            arguments_value(arguments, i))
            script_budget_renew(arguments_number(arguments, i));
}

static enum status run_command(int argc, char **argv, struct error *error)
{
    struct arguments arguments;
    int place = word_list_choose(&command_words, "command", argv[1], error);
    const struct command *command = place < 0 ? NULL : command_at((size_t)place);
    if (!command || !options_parse(command, argc - 2, argv + 2, &arguments, error))
        return error->status;
    if (arguments.help) {
        print_command_help(command, error);
        return error->status;
    }
    if (arguments.version) {
        puts(HILLPLAN_PROGRAM);
        return STATUS_OK;
    }
    set_script_seconds(&arguments);
    return command->run(&arguments, error);
}

/* What the program says of itself, in place of a command. */
static enum status run_program(int argc, char **argv, struct error *error)
{
    struct arguments arguments;
    struct text out = TEXT_INIT;
    if (!options_parse(&command_program, argc - 1, argv + 1, &arguments, error))
        return error->status;
    int shell = arguments_word(&arguments, PROGRAM_COMPLETIONS, -1);
    if (arguments.help)
        print_help();
    else if (arguments.version)
        puts(HILLPLAN_PROGRAM);
    else if (shell >= 0)
        completions_write((enum shell)shell, &out, error);
    else
        manual_write(&out, error);
    if (!error_is_set(error))
        fputs(text_string(&out), stdout);
    text_release(&out);
    return error->status;
}

static enum status run(int argc, char **argv, struct error *error)
{
    if (argc < 2) {
        print_help();
        return STATUS_BAD_INPUT;
    }
    return argv[1][0] == '-' ? run_program(argc, argv, error) : run_command(argc, argv, error);
}

/* A standard stream that is closed would become the first file that is opened, and what is meant
   for it be written there. A folder takes its place, which can be neither read nor written. */
static void hold_standard_streams(void)
{
    for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; stream++)
        if (fcntl(stream, F_GETFD) < 0)
            (void)!open("/", O_RDONLY);
}

int main(int argc, char **argv)
{
    struct error error;
    error_init(&error);
    memory_on_failure(allocate_fail);
    hold_standard_streams();
    signal(SIGXFSZ, SIG_IGN); /* a file that grows too large is a write error like others */
    signal(SIGPIPE, SIG_DFL); /* a reader that goes away (head) has seen enough: no message */
    enum status status = run(argc, argv, &error);
    if (fflush(stdout) != 0)
        error_add(&error, STATUS_SYSTEM, "(standard output)", 0, 0, "cannot write");
    report_messages(&error);
    if (error_is_set(&error))
        status = error.status;
    error_release(&error);
    return (int)status;
}
