/* The names of the closed sets. */
#include "model/names.h"

PLAIN_SETS(WORDS_DEFINE)
TOLD_SETS(WORDS_DEFINE_TOLD)

bool session_kind_is_run(enum session_kind kind)
{
    return kind != SESSION_CROSS && kind != SESSION_STRENGTH && kind != SESSION_DRILLS;
}
