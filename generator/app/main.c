/* The program: finds the subcommand, prints the messages, and turns the outcome into a status. */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/allocate.h"
#include "app/commands.h"
#include "app/option_help.h"
#include "app/report.h"
#include "base/memory.h"
#include "base/text.h"
#include "rules/ruleset.h"

#define COMMAND_ROW(name)  &command_##name,
#define COMMAND_NAME(name) #name,
static const struct command *const commands[] = {COMMANDS(COMMAND_ROW)};
static const char *const command_names[] = {COMMANDS(COMMAND_NAME)};
#define COMMAND_COUNT (sizeof commands / sizeof *commands)

static void print_help(void)
{
    printf("hillplan makes training plans for runners that respect hills, and prints them.\n\n"
           "usage: hillplan COMMAND ...\n\n");
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        printf("  %-10s %.*s\n", commands[i]->name, (int)strcspn(commands[i]->summary, "\n"),
               commands[i]->summary);
    printf("\nhillplan COMMAND --help tells more; hillplan --version the version.\n"
           "Exit status: 0 done; 1 the plan breaks a must rule; 2 bad input; 3 no plan keeps the "
           "rules;\n4 a file cannot be opened or written.\n");
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
    static const struct word_list names = {command_names, COMMAND_COUNT, NULL};
    struct arguments arguments;
    int place = word_list_choose(&names, "command", argv[1], error);
    if (place < 0 || !options_parse(commands[place], argc - 2, argv + 2, &arguments, error))
        return error->status;
    if (arguments.help) {
        print_command_help(commands[place], error);
        return error->status;
    }
    if (arguments.version) {
        puts(HILLPLAN_PROGRAM);
        return STATUS_OK;
    }
    set_script_seconds(&arguments);
    return commands[place]->run(&arguments, error);
}

static enum status run(int argc, char **argv, struct error *error)
{
    if (argc < 2 || strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0) {
        print_help();
        return argc < 2 ? STATUS_BAD_INPUT : STATUS_OK;
    }
    if (strcmp(argv[1], "--version") == 0) {
        puts(HILLPLAN_PROGRAM);
        return STATUS_OK;
    }
    return run_command(argc, argv, error);
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
