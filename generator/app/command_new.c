/* hillplan new: a commented profile to start from. */
#include "app/commands.h"
#include "app/new_file.h"
#include "app/option_rows.h"

enum { OPTION_OUT };

static const struct option options[] = {
    [OPTION_OUT] = OUTPUT_OPTION("write to this file (default: profile.yaml)")};

static enum status run_new(const struct arguments *arguments, struct error *error)
{
    const char *out = arguments_value(arguments, OPTION_OUT);
    if (!out)
        out = "profile.yaml";
    new_file_write("templates/profile.yaml", NULL, NULL, out, error);
    return error->status;
}

const struct command command_new = {
    .name = "new",
    .summary = "Write a commented profile to start from.",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .run = run_new,
};
