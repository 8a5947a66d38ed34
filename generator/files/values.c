/* Values: parsing and ranges. */
#include "files/values.h"

#include <stdlib.h>
#include <string.h>

#include "document/scalar.h"

#define DATE_BYTES     10 /* "2027-02-15" */
#define SPAN_SEPARATOR ".."

int value_int(struct document *document, const struct node *mapping, const char *key,
              const int *given, int least, int most)
{
    if (!given || (key && !node_find(mapping, key)))
        return UNKNOWN;
    if (*given >= least && *given <= most)
        return *given;
    document_fail(document, mapping, key, "%d is out of range; it may be %d to %d", *given, least,
                  most);
    return UNKNOWN;
}

/* A count of 10^-places in its shortest form. */
static void append_decimal(struct text *text, int value, int places)
{
    int whole = value, scale = 1;
    for (; places > 0; places--) {
        whole /= 10;
        scale *= 10;
    }
    text_printf(text, "%d", whole);
    int part = value - whole * scale;
    if (part > 0)
        text_append(text, ".");
    for (; part > 0; part %= scale) {
        scale /= 10;
        text_printf(text, "%d", part / scale);
    }
}

int value_decimal(struct document *document, const struct node *mapping, const char *key,
                  const char *given, int places, int least, int most)
{
    int value;
    char shown[TEXT_EXCERPT_SIZE];
    if (!given)
        return UNKNOWN;
    if (!decimal_parse(given, places, &value)) {
        document_fail(document, mapping, key,
                      "\"%s\" should be a number like 8 or 8.5, with at most %d decimals",
                      text_excerpt(given, shown), places);
        return UNKNOWN;
    }
    if (value >= least && value <= most)
        return value;
    struct text range = TEXT_INIT;
    append_decimal(&range, least, places);
    text_append(&range, " to ");
    append_decimal(&range, most, places);
    document_fail(document, mapping, key, "%s is out of range; it may be %s", given,
                  text_string(&range));
    text_release(&range);
    return UNKNOWN;
}

int value_distance(struct document *document, const struct node *mapping, const char *key,
                   const char *given, int least, int most)
{
    return value_decimal(document, mapping, key, given, 2, least, most);
}

int value_date(struct document *document, const struct node *mapping, const char *key,
               const char *given)
{
    int date = NO_DATE;
    char shown[TEXT_EXCERPT_SIZE];
    if (given && !date_parse(given, &date))
        document_fail(document, mapping, key,
                      "\"%s\" is no date; dates are written like 2027-04-19",
                      text_excerpt(given, shown));
    return date;
}

struct date_span value_date_span(struct document *document, const struct node *mapping,
                                 const char *key, const char *given)
{
    struct date_span span = {NO_DATE, NO_DATE};
    if (!given)
        return span;
    char first[DATE_BYTES + 1] = "", shown[TEXT_EXCERPT_SIZE];
    bool is_span = strlen(given) == (size_t)2 * DATE_BYTES + strlen(SPAN_SEPARATOR) &&
                   memcmp(given + DATE_BYTES, SPAN_SEPARATOR, strlen(SPAN_SEPARATOR)) == 0;
    if (is_span)
        memcpy(first, given, DATE_BYTES);
    const char *last = is_span ? given + DATE_BYTES + strlen(SPAN_SEPARATOR) : given;
    struct date_span read;
    if (!date_parse(last, &read.last) || !date_parse(is_span ? first : last, &read.first))
        document_fail(document, mapping, key,
                      "\"%s\" should be a date like 2027-03-05, or two like "
                      "2027-02-15..2027-02-21",
                      text_excerpt(given, shown));
    else if (read.first > read.last)
        document_fail(document, mapping, key, "the first date comes after the last; swap them");
    else
        span = read;
    return span;
}

/* A time in seconds, for a message: as the file has it. */
typedef const char *time_format(int seconds, char buffer[QUANTITY_TEXT_SIZE]);

static const char *format_hours_minutes(int seconds, char buffer[QUANTITY_TEXT_SIZE])
{
    return duration_format(seconds / 60, buffer); /* h:mm looks like m:ss */
}

static int check_seconds(struct document *document, const struct node *mapping, const char *key,
                         int seconds, int least, int most, time_format *format)
{
    char from[QUANTITY_TEXT_SIZE], to[QUANTITY_TEXT_SIZE], is[QUANTITY_TEXT_SIZE];
    if (seconds >= least && seconds <= most)
        return seconds;
    document_fail(document, mapping, key, "%s is out of range; it may be %s to %s",
                  format(seconds, is), format(least, from), format(most, to));
    return UNKNOWN;
}

int value_duration(struct document *document, const struct node *mapping, const char *key,
                   const char *given, int least, int most)
{
    int seconds;
    char shown[TEXT_EXCERPT_SIZE];
    if (!given)
        return UNKNOWN;
    if (duration_parse(given, &seconds))
        return check_seconds(document, mapping, key, seconds, least, most, duration_format);
    document_fail(document, mapping, key, "\"%s\" should be a time like \"45:30\" or \"3:30:00\"",
                  text_excerpt(given, shown));
    return UNKNOWN;
}

int value_hours_minutes(struct document *document, const struct node *mapping, const char *key,
                        const char *given, int least, int most)
{
    int seconds;
    char shown[TEXT_EXCERPT_SIZE];
    if (!given)
        return UNKNOWN;
    if (hours_minutes_parse(given, &seconds))
        return check_seconds(document, mapping, key, seconds, least, most, format_hours_minutes);
    document_fail(document, mapping, key, "\"%s\" should be hours and minutes like \"1:15\"",
                  text_excerpt(given, shown));
    return UNKNOWN;
}

static void fail_race_distance(struct document *document, const struct node *mapping,
                               const char *key, const char *given)
{
    struct text names = TEXT_INIT;
    char shown[TEXT_EXCERPT_SIZE];
    for (size_t i = 0; i < race_distance_name_count; i++)
        text_printf(&names, "%s%s", i ? ", " : "", race_distance_names[i]);
    const char *nearest = text_nearest(given, race_distance_names, race_distance_name_count);
    document_fail(document, mapping, key,
                  "\"%s\" should be one of %s, or a number with up to %d decimals%s%s%s",
                  text_excerpt(given, shown), text_string(&names), RACE_DISTANCE_PLACES,
                  nearest ? "; did you mean \"" : "", nearest ? nearest : "", nearest ? "\"?" : "");
    text_release(&names);
}

struct race_distance value_race_distance(struct document *document, const struct node *mapping,
                                         const char *key, const char *given, enum units units,
                                         struct arena *arena)
{
    struct race_distance distance = {0};
    if (!given)
        return distance;
    int metres = race_distance_parse(given, units);
    if (metres == UNKNOWN)
        fail_race_distance(document, mapping, key, given);
    else if (metres < SHORTEST_RACE_M || metres > LONGEST_RACE_M)
        document_fail(document, mapping, key,
                      "%s %s is out of range; a race may be of %d to "
                      "%d km",
                      given, units_name(units), SHORTEST_RACE_M / 1000, LONGEST_RACE_M / 1000);
    else
        distance = (struct race_distance){arena_strdup(arena, given), metres};
    return distance;
}

const char *value_string(struct arena *arena, const char *given)
{
    return given ? arena_strdup(arena, given) : NULL;
}
