/* Help and usage lines, put together from a command's table. */
#ifndef HILLPLAN_APP_OPTION_HELP_H
#define HILLPLAN_APP_OPTION_HELP_H

#include "app/options.h"
#include "base/text.h"

/* Appends "hillplan new [-o OUT]". */
void option_help_usage(const struct command *command, struct text *out);

/* Appends what --help prints. False where files that tell the words of an option are missing. */
bool option_help(const struct command *command, struct text *out, struct error *error);

#endif
