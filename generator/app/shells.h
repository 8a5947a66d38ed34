/* The shells that are told what to complete. */
#ifndef HILLPLAN_APP_SHELLS_H
#define HILLPLAN_APP_SHELLS_H

#include "base/word_list.h"

#define SHELLS(X)                                                                                  \
    X(SHELL_BASH, "bash")                                                                          \
    X(SHELL_ZSH, "zsh")                                                                            \
    X(SHELL_FISH, "fish")
enum shell { SHELLS(WORD_ENUMERATOR) SHELL_COUNT };
WORDS_DECLARE(shell)

#endif
