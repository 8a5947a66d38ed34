/* The closed sets of words, by the names of the model. */
#include "script/word_sets.h"

#include "base/date.h"
#include "base/quantity.h"
#include "model/names.h"

int word_set_size(enum word_set set)
{
    static const int sizes[WORD_SET_COUNT] = {
        [WORDS_UNITS] = UNITS_MI + 1,
        [WORDS_WEEKDAY] = DAYS_PER_WEEK,
        [WORDS_HILL_ACCESS] = HILL_ACCESS_COUNT,
        [WORDS_PHASE] = PHASE_COUNT,
        [WORDS_WEEK_KIND] = WEEK_KIND_COUNT,
        [WORDS_SESSION_KIND] = SESSION_KIND_COUNT,
        [WORDS_STEP_KIND] = STEP_KIND_COUNT,
        [WORDS_EFFORT] = EFFORT_COUNT,
        [WORDS_TERRAIN] = TERRAIN_COUNT,
    };
    return sizes[set];
}

const char *word_set_word(enum word_set set, int value)
{
    switch (set) {
    case WORDS_UNITS:
        return units_name((enum units)value);
    case WORDS_WEEKDAY:
        return weekday_name((enum weekday)value);
    case WORDS_HILL_ACCESS:
        return hill_access_name((enum hill_access)value);
    case WORDS_PHASE:
        return phase_name((enum phase)value);
    case WORDS_WEEK_KIND:
        return week_kind_name((enum week_kind)value);
    case WORDS_SESSION_KIND:
        return session_kind_name((enum session_kind)value);
    case WORDS_STEP_KIND:
        return step_kind_name((enum step_kind)value);
    case WORDS_EFFORT:
        return effort_name((enum effort)value);
    case WORDS_TERRAIN:
        return terrain_name((enum terrain)value);
    default:
        return NULL;
    }
}
