/*
 * Facts: what the marks of messages say. Internal to words/.
 */
#ifndef HILLPLAN_WORDS_FACT_H
#define HILLPLAN_WORDS_FACT_H

#include "words/message.h"

enum fact_kind {
    FACT_NAME,
    FACT_DISTANCE,
    FACT_ELEVATION,
    FACT_PERCENT,
    FACT_COUNT,
    FACT_TIME,
    FACT_PACE,
    FACT_DATE,
    FACT_WEEKDAY,
    FACT_DAY,
    FACT_KIND_COUNT
};

struct fact {
    enum fact_kind kind;
    int number;       /* distance and percent in hundredths, metres, seconds, a date, ... */
    int week;         /* of a day without a date; else 0 */
    bool is_duration; /* of times: minutes, not a clock's */
    enum units units;
    const char *text; /* as it is marked */
};

/* "distance". */
const char *fact_kind_name(enum fact_kind kind);

/* What stands between the braces of a mark; what reads as no value is a name. Keeps `text`. */
struct fact fact_read(const char *text);

const char *fact_in_words(const struct words *words, const struct fact *fact);

/* Whether it is a whole number, in *whole, so that a word can go with it in its plural. */
bool fact_is_whole(const struct fact *fact, int *whole);

#endif
