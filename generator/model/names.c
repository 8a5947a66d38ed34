/* The names of the closed sets. */
#include "model/names.h"

#include "base/date.h"

PLAIN_SETS(WORDS_DEFINE)
TOLD_SETS(WORDS_DEFINE_TOLD)

static const char *const week_starts[] = {[MONDAY] = "mon", [SUNDAY] = "sun"};
static const char *const week_start_names[] = {WEEKDAYS(WORD_HELP)};
const struct word_list week_start_words = {week_starts, DAYS_PER_WEEK, week_start_names};

bool session_kind_is_run(enum session_kind kind)
{
    return kind != SESSION_CROSS && kind != SESSION_STRENGTH && kind != SESSION_DRILLS;
}

bool session_kind_is_race(enum session_kind kind)
{
    return kind == SESSION_RACE || kind == SESSION_TUNE_UP;
}
