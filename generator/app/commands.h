/*
 * The subcommands; each is in command_*.c with its option table.
 */
#ifndef HILLPLAN_APP_COMMANDS_H
#define HILLPLAN_APP_COMMANDS_H

#include "app/options.h"

#ifndef HILLPLAN_VERSION
#error "the Makefile names the version"
#endif
#define HILLPLAN_PROGRAM "hillplan " HILLPLAN_VERSION

extern const struct command command_generate;
extern const struct command command_print;
extern const struct command command_check;
extern const struct command command_explain;
extern const struct command command_fix;
extern const struct command command_course;
extern const struct command command_paces;
extern const struct command command_rules;
extern const struct command command_new;

#endif
