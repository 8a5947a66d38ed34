/* Shells: their names. */
#include "app/shells.h"

WORDS_DEFINE(shell, SHELLS)
