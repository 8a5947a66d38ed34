/* hillplan keys: the keys of profiles and plan documents. */
#include "app/commands.h"
#include "app/output.h"
#include "files/keys.h"

static enum status run_keys(const struct arguments *arguments, struct error *error)
{
    struct text out = TEXT_INIT;
    (void)arguments;
    keys_append(&out);
    output_text(&out, "-", error);
    text_release(&out);
    return error->status;
}

const struct command command_keys = {
    .name = "keys",
    .summary = "List the keys of profiles and plan documents.",
    .run = run_keys,
};
