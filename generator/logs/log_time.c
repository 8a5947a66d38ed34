/* Dates and times as logs write them. */
#include "logs/log_time.h"

#include <ctype.h>
#include <string.h>

#include "base/date.h"
#include "base/quantity.h"

/* One or two digits, at most `most`; UNKNOWN where there are none. */
static int take_number(const char **at, int most)
{
    int number = 0, digits = 0;
    for (; isdigit((unsigned char)**at); ++*at, digits++)
        number = digits < 4 ? 10 * number + (**at - '0') : most + 1;
    return digits > 0 && number <= most ? number : UNKNOWN;
}

/* ".123" behind seconds. */
static void skip_fraction(const char **at)
{
    if ((**at == '.' || **at == ',') && isdigit((unsigned char)(*at)[1]))
        for (++*at; isdigit((unsigned char)**at);)
            ++*at;
}

/* "17:01:18", "5:01 pm": seconds of the day, or UNKNOWN. */
static int take_time_of_day(const struct log_words *words, const char **at)
{
    int hour = take_number(at, 23), minute = UNKNOWN, second = 0;
    if (hour != UNKNOWN && **at == ':') {
        ++*at;
        minute = take_number(at, 59);
    }
    if (minute != UNKNOWN && **at == ':') {
        ++*at;
        second = take_number(at, 60);
    }
    if (minute == UNKNOWN || second == UNKNOWN)
        return UNKNOWN;
    skip_fraction(at);
    const char *behind = *at + strspn(*at, " ");
    bool is_after = log_names_hold(&words->after_noon, behind);
    if (is_after || log_names_hold(&words->before_noon, behind)) {
        if (hour < 1 || hour > 12)
            return UNKNOWN;
        hour = hour % 12 + (is_after ? 12 : 0);
        *at = behind + strlen(behind);
    }
    int seconds = hour * HOUR_S + minute * MINUTE_S + second;
    return seconds < DAY_S ? seconds : DAY_S - 1; /* a leap second */
}

/* "Z", "+02:00", "-0330"; false where something else stands there. */
static bool take_offset(const char *at, struct log_time *time)
{
    at += strspn(at, " ");
    time->is_utc = strcmp(at, "z") == 0 || strcmp(at, "utc") == 0;
    time->has_offset = *at == '+' || *at == '-' || *at == '~';
    if (!time->has_offset)
        return !*at || time->is_utc;
    int digits = 0;
    for (at++; *at; at++)
        if (isdigit((unsigned char)*at))
            digits++;
        else if (*at != ':' || digits != 2)
            return false;
    return digits == 2 || digits == 4;
}

/* The text with the names of months in English, as csv_date_read() knows them. */
static const char *in_english(const struct log_words *words, const char *text, struct arena *arena)
{
    const char *start = text;
    while (*start && (isdigit((unsigned char)*start) || strchr(" ,.-/", *start)))
        start++;
    size_t length = strcspn(start, " ,-/0123456789");
    const char *word = arena_strndup(arena, start, length);
    for (size_t month = 0; length > 0 && month < words->month_count; month++)
        if (log_names_hold(&words->months[month], word))
            return arena_printf(arena, "%.*s%s%s", (int)(start - text), text,
                                month_name((int)month + 1), start + length);
    return text;
}

/* Where the time of the day begins: at the digits before the first colon. */
static const char *find_time(const char *plain)
{
    const char *colon = strchr(plain, ':');
    if (!colon)
        return NULL;
    while (colon > plain && isdigit((unsigned char)colon[-1]))
        colon--;
    return colon;
}

bool log_time_read(const struct log_words *words, const char *text, struct arena *arena,
                   struct log_time *time)
{
    const char *plain = text_plain(text, arena), *at = find_time(plain);
    size_t length = at ? (size_t)(at - plain) : strlen(plain);
    *time = (struct log_time){.second = UNKNOWN};
    while (length > 0 && !isdigit((unsigned char)plain[length - 1]))
        length--;
    time->date = in_english(words, arena_strndup(arena, plain, length), arena);
    if (!at)
        return true;
    time->second = take_time_of_day(words, &at);
    return time->second != UNKNOWN && take_offset(at, time);
}

int log_duration_read(const char *text)
{
    int parts[3] = {0}, count = 0;
    for (const char *at = text; count < 3; at++) {
        parts[count] = take_number(&at, count == 0 ? 9999 : 59);
        if (parts[count++] == UNKNOWN)
            return UNKNOWN;
        if (*at == ':')
            continue;
        skip_fraction(&at);
        if (*at || count < 2)
            return UNKNOWN;
        int seconds = count == 2 ? parts[0] * MINUTE_S + parts[1]
                                 : parts[0] * HOUR_S + parts[1] * MINUTE_S + parts[2];
        return seconds <= MOST_RUN_S ? seconds : UNKNOWN;
    }
    return UNKNOWN;
}
