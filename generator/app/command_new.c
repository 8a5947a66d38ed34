/* hillplan new: a commented profile to start from. */
#include <unistd.h>
#include <stdlib.h>

#include "app/commands.h"
#include "app/setup.h"
#include "base/file.h"
#include "base/text.h"

#define MOST_STARTER_BYTES ((size_t)64 * 1024)

enum { OPTION_OUT };

static const struct option options[] = {
    [OPTION_OUT] = {"output", 'o', "OUT", "write to this file (default: profile.yaml)", false},
};

static enum status run(const struct arguments *arguments, struct error *error)
{
    const char *out = arguments_value(arguments, OPTION_OUT);
    if (!out)
        out = "profile.yaml";
    if (access(out, F_OK) == 0 && out[0] != '-') {
        error_add(error, STATUS_BAD_INPUT, out, 0, 0,
                  "there is such a file already; name another with -o, or remove it");
        return error->status;
    }
    char *path = setup_data_path("templates/profile.yaml");
    struct text starter = TEXT_INIT;
    if (file_read(path, MOST_STARTER_BYTES, &starter, error))
        file_write(out, text_string(&starter), starter.length, error);
    text_release(&starter);
    free(path);
    return error->status;
}

const struct command command_new = {
    .name = "new",
    .usage = "hillplan new [-o OUT]",
    .summary = "Write a commented profile to start from.",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .run = run,
};
