/* Single values: what each kind of field takes, and what is said of everything else. */
#include <stdlib.h>
#include <string.h>

#include "base/csv_date.h"
#include "base/date.h"
#include "document/read.h"
#include "document/scalar.h"

#define DATE_BYTES     10 /* "2027-02-15" */
#define SPAN_SEPARATOR ".."

const struct kind_traits field_traits[FIELD_KIND_COUNT] = {
    [FIELD_TEXT] = {SHAPE_SCALAR, AS_TEXT, true, false},
    [FIELD_SCALAR] = {SHAPE_SCALAR, AS_TEXT, true, false},
    [FIELD_NUMBER] = {SHAPE_SCALAR, AS_NUMBER, true, false},
    [FIELD_COUNT] = {SHAPE_SCALAR, AS_NUMBER, true, false},
    [FIELD_FLAG] = {SHAPE_SCALAR, AS_FLAG, true, false},
    [FIELD_WORD] = {SHAPE_SCALAR, AS_WORD, true, false},
    [FIELD_WORD_FLAG] = {SHAPE_SCALAR, AS_WORD, true, false},
    [FIELD_WORD_SET] = {SHAPE_WORDS, AS_WORD, false, false},
    [FIELD_DECIMAL] = {SHAPE_SCALAR, AS_DECIMAL, false, false},
    [FIELD_REAL] = {SHAPE_SCALAR, AS_DECIMAL, false, false},
    [FIELD_TENTHS] = {SHAPE_SCALAR, AS_DECIMAL, false, false},
    [FIELD_DATE] = {SHAPE_SCALAR, AS_DATE, false, false},
    [FIELD_TIME] = {SHAPE_SCALAR, AS_TIME, false, false},
    [FIELD_HOURS] = {SHAPE_SCALAR, AS_HOURS, false, false},
    [FIELD_PATH] = {SHAPE_SCALAR, AS_TEXT, false, true},
    [FIELD_MAPPING] = {SHAPE_MAPPING, AS_TEXT, true, false},
    [FIELD_LIST] = {SHAPE_MAPPINGS, AS_TEXT, true, false},
    [FIELD_GIVEN_LIST] = {SHAPE_MAPPINGS, AS_TEXT, true, false},
    [FIELD_FIXED] = {SHAPE_MAPPINGS, AS_TEXT, true, false},
    [FIELD_NUMBERS] = {SHAPE_SCALARS, AS_NUMBER, true, false},
    [FIELD_RANGE] = {SHAPE_SCALARS, AS_NUMBER, true, false},
    [FIELD_TEXTS] = {SHAPE_SCALARS, AS_TEXT, true, false},
    [FIELD_NAMES] = {SHAPE_SCALARS, AS_TEXT, false, true},
    [FIELD_WORDS] = {SHAPE_SCALARS, AS_WORD, false, false},
    [FIELD_DAYS] = {SHAPE_SCALARS, AS_WORD, false, false},
    [FIELD_DISTANCES] = {SHAPE_SCALARS, AS_DECIMAL, false, false},
    [FIELD_SPANS] = {SHAPE_SCALARS, AS_SPAN, false, false},
    [FIELD_OWN] = {SHAPE_SCALAR, AS_TEXT, false, true},
    [FIELD_STATED] = {SHAPE_SCALAR, AS_DECIMAL, false, false},
    [FIELD_OWN_LIST] = {SHAPE_SCALARS, AS_TEXT, false, true},
    [FIELD_FREE] = {SHAPE_FREE, AS_TEXT, false, true},
};

#define fail(document, place, ...) (document_fail(document, place, NULL, __VA_ARGS__), false)

static bool check_text(struct document *document, const struct place *place, const char *text)
{
    size_t length = strlen(text);
    for (const char *at = text; *at;) {
        uint32_t point = utf8_next(&at);
        if (!utf8_is_plain(point))
            return fail(document, place, "the character U+%04X has no place in a text",
                        (unsigned)point);
    }
    if (length < (size_t)place->field->least)
        return fail(document, place, "is empty; write a text, or leave it out");
    if (length > (size_t)place->field->most)
        return fail(document, place, "is too long: at most %d bytes", place->field->most);
    return true;
}

static bool check_word(struct document *document, struct place *place, const char *text)
{
    char shown[TEXT_EXCERPT_SIZE];
    place->number = word_list_meant(place->field->words, text);
    bool is_exact =
        place->number >= 0 && strcmp(word_list_word(place->field->words, place->number), text) == 0;
    place->is_written_freely = !is_exact;
    if (is_exact || (place->number >= 0 && place->field->kind != FIELD_WORD_FLAG))
        return true;
    struct text advice = TEXT_INIT;
    word_list_advise(place->field->words, text, "\"", &advice);
    document_fail(document, place, NULL, "\"%s\" is not one of %s", text_excerpt(text, shown),
                  text_string(&advice));
    text_release(&advice);
    return false;
}

const char *scalar_format(int value, const struct field *field, char buffer[QUANTITY_TEXT_SIZE])
{
    switch (field_traits[field->kind].form) {
    case AS_TIME:
        return duration_format(value, buffer);
    case AS_HOURS:
        return duration_format(value / 60, buffer); /* h:mm looks like m:ss */
    default:                                        /* a whole number has no places */
        return decimal_format(value, field->places, buffer);
    }
}

static bool check_range(struct document *document, const struct place *place)
{
    const struct field *field = place->field;
    if (place->number >= field->least && place->number <= field->most)
        return true;
    char is[QUANTITY_TEXT_SIZE], least[QUANTITY_TEXT_SIZE], most[QUANTITY_TEXT_SIZE];
    return fail(document, place, "%s is out of range; it may be %s to %s",
                scalar_format(place->number, field, is), scalar_format(field->least, field, least),
                scalar_format(field->most, field, most));
}

static bool check_span(struct document *document, struct place *place, const char *text)
{
    char first[DATE_BYTES + 1] = "", shown[TEXT_EXCERPT_SIZE];
    bool is_span = strlen(text) == (size_t)2 * DATE_BYTES + strlen(SPAN_SEPARATOR) &&
                   memcmp(text + DATE_BYTES, SPAN_SEPARATOR, strlen(SPAN_SEPARATOR)) == 0;
    if (is_span)
        memcpy(first, text, DATE_BYTES);
    const char *last = is_span ? text + DATE_BYTES + strlen(SPAN_SEPARATOR) : text;
    if (!date_parse(last, &place->last) || !date_parse(is_span ? first : last, &place->number))
        return fail(document, place,
                    "\"%s\" should be a date like 2027-03-05, or two like "
                    "2027-02-15..2027-02-21",
                    text_excerpt(text, shown));
    if (place->number > place->last)
        return fail(document, place, "the first date comes after the last; swap them");
    return true;
}

static bool check_whole(struct document *document, struct place *place, const char *text,
                        bool is_plain)
{
    char shown[TEXT_EXCERPT_SIZE];
    if (!is_plain || !scalar_is_integer(text))
        return fail(document, place, "should be a whole number%s, is \"%s\"",
                    is_plain ? "" : " without quotes", text_excerpt(text, shown));
    place->number = (int)strtol(text, NULL, 10); /* at most nine digits */
    return check_range(document, place);
}

/* As people write dates, where that can be but one. */
static bool check_date(struct document *document, struct place *place, const char *text)
{
    char shown[TEXT_EXCERPT_SIZE], either[DATE_TEXT_SIZE], or [DATE_TEXT_SIZE];
    int date;
    text_excerpt(text, shown);
    switch (csv_date_read(text, DATE_ORDER_UNKNOWN, &place->number)) {
    case DATE_READ:
        return true;
    case DATE_IS_AMBIGUOUS:
        csv_date_read(text, DAY_FIRST, &date);
        date_format(date, either);
        csv_date_read(text, MONTH_FIRST, &date);
        return fail(document, place, "\"%s\" can be %s or %s; write it like that", shown, either,
                    date_format(date, or));
    default:
        return fail(document, place, "\"%s\" is no date; dates are written like 2027-04-19", shown);
    }
}

/* Numbers, dates and times that are texts to YAML. */
static bool check_written(struct document *document, struct place *place, const char *text)
{
    char shown[TEXT_EXCERPT_SIZE];
    text_excerpt(text, shown);
    switch (field_traits[place->field->kind].form) {
    case AS_DECIMAL:
        if (place->field->places == 0)
            return check_whole(document, place, text, true);
        if (decimal_parse(text, place->field->places, &place->number))
            return check_range(document, place);
        return fail(document, place,
                    "\"%s\" should be a number like 8 or 8.5, with at most %d decimals", shown,
                    place->field->places);
    case AS_TIME:
        if (duration_parse(text, &place->number))
            return check_range(document, place);
        return fail(document, place, "\"%s\" should be a time like \"45:30\" or \"3:30:00\"",
                    shown);
    case AS_HOURS:
        if (hours_minutes_parse(text, &place->number))
            return check_range(document, place);
        return fail(document, place, "\"%s\" should be hours and minutes like \"1:15\"", shown);
    case AS_DATE:
        return check_date(document, place, text);
    default:
        return check_span(document, place, text);
    }
}

bool scalar_check(struct document *document, struct place *place, const char *text, size_t length,
                  bool is_plain)
{
    char shown[TEXT_EXCERPT_SIZE];
    if (is_plain && scalar_is_null(text))
        return fail(document, place, "has no value; write one, or leave it out");
    if (strlen(text) < length)
        return fail(document, place, "the character U+0000 has no place in a text");
    switch (field_traits[place->field->kind].form) {
    case AS_NUMBER:
        return check_whole(document, place, text, is_plain);
    case AS_FLAG:
        if (is_plain && (strcmp(text, "true") == 0 || strcmp(text, "false") == 0))
            return true;
        return fail(document, place, "should be true or false, is \"%s\"",
                    text_excerpt(text, shown));
    case AS_WORD:
        return check_word(document, place, text);
    case AS_TEXT:
        return check_text(document, place, text);
    default:
        return check_written(document, place, text);
    }
}
