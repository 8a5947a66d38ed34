/*
 * FIT files, as watches read them: a header, records, and checksums over both. A record either
 * defines what messages of a kind hold or is one. Written from the public description of the
 * format; it knows nothing of running.
 *
 *     #define LAPS(X) X(LAP_INDEX, 254, FIT_U16) X(LAP_NAME, 0, FIT_STRING)
 *     enum { LAPS(FIT_ENUMERATOR) };
 *     static const struct fit_field lap_fields[] = {LAPS(FIT_FIELD)};
 *     fit_begin(&bytes);
 *     fit_define(&bytes, &lap);
 *     fit_add(&bytes, &lap, (struct fit_value[]){[LAP_INDEX] = {.number = 1}, ...});
 *     fit_end(&bytes);
 */
#ifndef HILLPLAN_EXPORT_FIT_FILE_H
#define HILLPLAN_EXPORT_FIT_FILE_H

#include <stdint.h>

#include "base/text.h"

/* The base types: their number in files. */
enum fit_type {
    FIT_ENUM = 0x00,
    FIT_STRING = 0x07, /* FIT_STRING_SIZE bytes, the last one NUL */
    FIT_U16 = 0x84,
    FIT_U32 = 0x86,
    FIT_U32Z = 0x8C, /* the same, of which 0 is none */
};

/* The bytes of a string: 24 of UTF-8, and a NUL. */
#define FIT_STRING_SIZE 25

struct fit_field {
    uint8_t number;
    enum fit_type type;
};

/* A kind of message: its number among all kinds, that within the file (0 to 15), its fields. */
struct fit_message {
    uint16_t number;
    uint8_t local;
    const struct fit_field *fields;
    uint8_t field_count;
};

/* What stands in a field; FIT_NOTHING is that of a number, NULL that of a string, that isn't
   told. */
struct fit_value {
    uint32_t number;
    const char *text;
};
#define FIT_NOTHING UINT32_MAX

/* Columns of a list of fields, X(ENUMERATOR, number, type). */
#define FIT_ENUMERATOR(enumerator, ...)     enumerator,
#define FIT_FIELD(enumerator, number, type) {number, type},

/* The time that FIT counts its seconds from, as a date. */
int fit_first_date(void);

/* Begins a file; `bytes` is empty. */
void fit_begin(struct text *bytes);

/* Says what the messages of a kind hold; before the first of them. */
void fit_define(struct text *bytes, const struct fit_message *message);

/* A message with a value for each field. Texts are cut at a character. */
void fit_add(struct text *bytes, const struct fit_message *message, const struct fit_value *values);

/* Ends the file: nothing is added after. */
void fit_end(struct text *bytes);

#endif
