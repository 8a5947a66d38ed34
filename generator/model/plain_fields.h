/*
 * Rows of fields (model/profile_fields.h) by what their members are, for those to whom the file
 * means nothing. LIST(PLAIN) gives for each row one of
 *
 *     INT_FIELD(struct, member, "key", documents, unknown)
 *     TENTHS_FIELD(struct, member, "key", documents, unknown)
 *     WORD_FIELD(struct, member, "key", documents, unknown, words)
 *     WORD_SET_FIELD(struct, member, "key", documents, unknown, words)
 *     TEXT_FIELD(struct, member, "key", documents)
 *
 * which whoever includes this defines, and nothing where a member is more than a value.
 */
#ifndef HILLPLAN_MODEL_PLAIN_FIELDS_H
#define HILLPLAN_MODEL_PLAIN_FIELDS_H

#include "model/plan_fields.h"

#define PLAIN(kind, ...) PLAIN_##kind(__VA_ARGS__)

#define PLAIN_NUMBER(s, member, key, in, needs, least, most, unknown, ...)                         \
    INT_FIELD(s, member, key, in, unknown)
#define PLAIN_COUNT(s, member, key, in, ...)    INT_FIELD(s, member, key, in, 0)
#define PLAIN_DISTANCE(s, member, key, in, ...) INT_FIELD(s, member, key, in, UNKNOWN)
#define PLAIN_DATE(s, member, key, in, ...)     INT_FIELD(s, member, key, in, NO_DATE)
#define PLAIN_TIME(s, member, key, in, ...)     INT_FIELD(s, member, key, in, UNKNOWN)
#define PLAIN_HOURS(s, member, key, in, ...)    INT_FIELD(s, member, key, in, UNKNOWN)
#define PLAIN_TENTHS(s, member, key, in, ...)   TENTHS_FIELD(s, member, key, in, UNKNOWN)
#define PLAIN_WORD(s, member, key, in, needs, words, unknown, ...)                                 \
    WORD_FIELD(s, member, key, in, unknown, words)
#define PLAIN_WORD_SET(s, member, key, in, needs, words, unknown, ...)                             \
    WORD_SET_FIELD(s, member, key, in, unknown, words)
#define PLAIN_TEXT(s, member, key, in, ...)    TEXT_FIELD(s, member, key, in)
#define PLAIN_SCALAR(s, member, key, in, ...)  TEXT_FIELD(s, member, key, in)
/* Only with one decimal. */
#define PLAIN_DECIMAL(s, member, key, in, ...) TENTHS_FIELD(s, member, key, in, UNKNOWN)
#define PLAIN_DAYS(...)
#define PLAIN_DISTANCES(...)
#define PLAIN_FIXED(...)
#define PLAIN_FLAG(...)
#define PLAIN_FREE(...)
#define PLAIN_GIVEN_LIST(...)
#define PLAIN_INLINE(...)
#define PLAIN_LIST(...)
#define PLAIN_MAPPING(...)
#define PLAIN_MARK(...)
#define PLAIN_NUMBERS(...)
#define PLAIN_OWN(...)
#define PLAIN_PATH(...)
#define PLAIN_RANGE(s, member, key, in, ...)                                                       \
    INT_FIELD(s, member.fast, key "_fast", in, UNKNOWN)                                            \
    INT_FIELD(s, member.slow, key "_slow", in, UNKNOWN)
#define PLAIN_SPANS(...)
#define PLAIN_STATED(...)
#define PLAIN_TEXTS(...)

#endif
