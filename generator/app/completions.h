/* What a shell completes: commands, options, and words that options take. */
#ifndef HILLPLAN_APP_COMPLETIONS_H
#define HILLPLAN_APP_COMPLETIONS_H

#include "app/options.h"
#include "app/shells.h"
#include "base/text.h"

/* Appends a script for the shell, made of the tables of options. False where files that tell the
   words of an option are missing. */
bool completions_write(enum shell shell, struct text *out, struct error *error);

#endif
