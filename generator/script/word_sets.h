/* The closed sets of words that fields hold: of sessions, weeks, days and the runner's wishes. */
#ifndef HILLPLAN_SCRIPT_WORD_SETS_H
#define HILLPLAN_SCRIPT_WORD_SETS_H

enum word_set {
    WORDS_UNITS,
    WORDS_WEEKDAY,
    WORDS_HILL_ACCESS,
    WORDS_PHASE,
    WORDS_WEEK_KIND,
    WORDS_SESSION_KIND,
    WORDS_STEP_KIND,
    WORDS_EFFORT,
    WORDS_TERRAIN,
    WORD_SET_COUNT
};

int word_set_size(enum word_set set);

/* The word of a value from 0 to before the set's size; static. */
const char *word_set_word(enum word_set set, int value);

#endif
