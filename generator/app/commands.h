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

/* In the order in which help lists them. */
#define COMMANDS(X)                                                                                \
    X(generate)                                                                                    \
    X(print)                                                                                       \
    X(check)                                                                                       \
    X(fix)                                                                                         \
    X(replan)                                                                                      \
    X(read)                                                                                        \
    X(explain)                                                                                     \
    X(course)                                                                                      \
    X(paces)                                                                                       \
    X(rules)                                                                                       \
    X(new)                                                                                         \
    X(keys)

#define COMMAND_DECLARE(name) extern const struct command command_##name;
COMMANDS(COMMAND_DECLARE)
#undef COMMAND_DECLARE

#endif
