/* Facts: reading marks, writing them, and their words. */
#include "words/fact.h"

#include <stdio.h>
#include <string.h>

#define NUMBER_SIZE 24

const char *fact_kind_name(enum fact_kind kind)
{
    static const char *const names[FACT_KIND_COUNT] = {
        [FACT_NAME] = "name",       [FACT_DISTANCE] = "distance", [FACT_ELEVATION] = "elevation",
        [FACT_PERCENT] = "percent", [FACT_COUNT] = "count",       [FACT_TIME] = "time",
        [FACT_PACE] = "pace",       [FACT_DATE] = "date",         [FACT_DAY] = "day",
        [FACT_WEEKDAY] = "weekday",
    };
    return names[kind];
}

/* ---- reading marks ---- */

/* Takes " km" or the like from the end of a text; the rest is a number of few characters. */
static bool take_unit(const char *text, const char *unit, char number[NUMBER_SIZE])
{
    size_t length = strlen(text), end = strlen(unit);
    if (length <= end || length - end >= NUMBER_SIZE || strcmp(text + length - end, unit) != 0)
        return false;
    memcpy(number, text, length - end);
    number[length - end] = '\0';
    return true;
}

/* A number as it is written elsewhere; "007" is a name. */
static bool read_number(const char *text, int decimals, int *number)
{
    bool is_padded = text[0] == '0' && text[1] && text[1] != '.';
    return !is_padded && decimal_parse(text, decimals, number);
}

static bool read_weekday(const char *text, size_t length, int *weekday)
{
    for (int i = 0; i < DAYS_PER_WEEK; i++) {
        const char *name = weekday_name((enum weekday)i);
        if (strlen(name) == length && strncmp(name, text, length) == 0) {
            *weekday = i;
            return true;
        }
    }
    return false;
}

/* "sun 2027-03-07", "sun of week 3". */
static bool read_day(const char *text, struct fact *fact)
{
    static const char of_week[] = "of week ";
    const char *space = strchr(text, ' ');
    if (!space || !read_weekday(text, (size_t)(space - text), &fact->number))
        return false;
    if (date_parse(space + 1, &fact->number))
        return true;
    return strncmp(space + 1, of_week, strlen(of_week)) == 0 &&
           read_number(space + strlen(" ") + strlen(of_week), 0, &fact->week) && fact->week > 0;
}

struct fact fact_read(const char *text)
{
    struct fact fact = {.kind = FACT_NAME, .text = text};
    char number[NUMBER_SIZE];
    bool is_mi = take_unit(text, " mi", number), is_mi_pace = false;
    if ((is_mi || take_unit(text, " km", number)) && read_number(number, 2, &fact.number))
        fact.kind = FACT_DISTANCE;
    else if (take_unit(text, " m", number) && read_number(number, 0, &fact.number))
        fact.kind = FACT_ELEVATION;
    else if (take_unit(text, " %", number) && read_number(number, 2, &fact.number))
        fact.kind = FACT_PERCENT;
    else if (take_unit(text, " min", number) && read_number(number, 0, &fact.number))
        fact.kind = FACT_TIME;
    else if (duration_parse(text, &fact.number))
        return (struct fact){.kind = FACT_TIME, .number = fact.number, .text = text};
    else if (((is_mi_pace = take_unit(text, " /mi", number)) || take_unit(text, " /km", number)) &&
             duration_parse(number, &fact.number))
        fact.kind = FACT_PACE;
    else if (date_parse(text, &fact.number))
        fact.kind = FACT_DATE;
    else if (read_weekday(text, strlen(text), &fact.number))
        fact.kind = FACT_WEEKDAY;
    else if (read_day(text, &fact))
        fact.kind = FACT_DAY;
    else if (read_number(text, 0, &fact.number))
        fact.kind = FACT_COUNT;
    fact.is_duration = fact.kind == FACT_TIME;
    fact.units = is_mi || is_mi_pace ? UNITS_MI : UNITS_KM;
    return fact;
}

/* ---- facts in words ---- */

static int in_units(const struct words *words, int hundredths, enum units units)
{
    return units == words->units ? hundredths
                                 : distance_from_m(distance_to_m(hundredths, units), words->units);
}

static int pace_in_units(const struct words *words, int seconds, enum units units)
{
    return scale_round(seconds, units_mm(words->units), units_mm(units));
}

static const char *weekday_in_text(const struct words *words, int weekday)
{
    return words_phrase(words, (enum phrase)(PHRASE_TEXT_MONDAY + weekday));
}

static const char *date_words(const struct words *words, int date)
{
    int year, month, day;
    date_to_ymd(date, &year, &month, &day);
    return SAY(words, PHRASE_TEXT_DATE, arena_printf(words->arena, "%02d", day),
               arena_printf(words->arena, "%02d", month), arena_printf(words->arena, "%04d", year));
}

static const char *day_words(const struct words *words, const struct fact *fact)
{
    if (fact->week)
        return SAY(words, PHRASE_TEXT_DAY_OF_WEEK, weekday_in_text(words, fact->number),
                   words_count(words, (size_t)fact->week));
    return SAY(words, PHRASE_TEXT_DAY, weekday_in_text(words, (int)date_weekday(fact->number)),
               date_words(words, fact->number));
}

const char *fact_in_words(const struct words *words, const struct fact *fact)
{
    int number = fact->number;
    switch (fact->kind) {
    case FACT_DISTANCE:
        return words_distance(words, in_units(words, number, fact->units));
    case FACT_ELEVATION:
        return words_elevation(words, number);
    case FACT_PERCENT:
        return SAY(words, PHRASE_TEXT_PERCENT, words_hundredths(words, number));
    case FACT_TIME:
        return fact->is_duration ? words_duration(words, number * SECONDS_PER_MINUTE) : fact->text;
    case FACT_PACE:
        number = pace_in_units(words, number, fact->units);
        return SAY(words, PHRASE_TEXT_PACE,
                   words_pace_bare(words, (struct pace_range){number, number}), words_unit(words));
    case FACT_DATE:
        return date_words(words, number);
    case FACT_WEEKDAY:
        return weekday_in_text(words, number);
    case FACT_DAY:
        return day_words(words, fact);
    case FACT_NAME:
        return words_translate(words, fact->text);
    default:
        return fact->text;
    }
}

bool fact_is_whole(const struct fact *fact, int *whole)
{
    bool is_hundredths = fact->kind == FACT_DISTANCE || fact->kind == FACT_PERCENT;
    *whole = is_hundredths ? fact->number / HUNDREDTHS : fact->number;
    return !is_hundredths || fact->number % HUNDREDTHS == 0;
}

/* ---- writing marks ---- */

const char *mark_distance(int hundredths, enum units units, char mark[MARK_SIZE])
{
    char text[QUANTITY_TEXT_SIZE];
    snprintf(mark, MARK_SIZE, "{%s %s}", distance_format(hundredths, text), units_name(units));
    return mark;
}

const char *mark_elevation(int metres, char mark[MARK_SIZE])
{
    snprintf(mark, MARK_SIZE, "{%d m}", metres);
    return mark;
}

const char *mark_percent(int percent, char mark[MARK_SIZE])
{
    snprintf(mark, MARK_SIZE, "{%d %%}", percent);
    return mark;
}

const char *mark_count(int count, char mark[MARK_SIZE])
{
    snprintf(mark, MARK_SIZE, "{%d}", count);
    return mark;
}

const char *mark_pace(int seconds, enum units units, char mark[MARK_SIZE])
{
    char text[QUANTITY_TEXT_SIZE];
    snprintf(mark, MARK_SIZE, "{%s /%s}", duration_format(seconds, text), units_name(units));
    return mark;
}

const char *mark_date(int date, char mark[MARK_SIZE])
{
    char text[DATE_TEXT_SIZE];
    snprintf(mark, MARK_SIZE, "{%s}", date_format(date, text));
    return mark;
}

const char *mark_weekday(enum weekday weekday, char mark[MARK_SIZE])
{
    snprintf(mark, MARK_SIZE, "{%s}", weekday_name(weekday));
    return mark;
}

const char *mark_day(const struct plan *plan, int date, char mark[MARK_SIZE])
{
    char text[DATE_TEXT_SIZE];
    const char *weekday = weekday_name(date_weekday(date));
    if (plan && plan->is_undated)
        snprintf(mark, MARK_SIZE, "{%s of week %zu}", weekday, plan_week_index(plan, date) + 1);
    else
        snprintf(mark, MARK_SIZE, "{%s %s}", weekday, date_format(date, text));
    return mark;
}

const char *mark_time(int seconds, char mark[MARK_SIZE])
{
    char text[QUANTITY_TEXT_SIZE];
    snprintf(mark, MARK_SIZE, "{%s}", duration_format(seconds, text));
    return mark;
}

const char *mark_duration(int seconds, char mark[MARK_SIZE])
{
    if (seconds % SECONDS_PER_MINUTE)
        return mark_time(seconds, mark);
    snprintf(mark, MARK_SIZE, "{%d min}", seconds / SECONDS_PER_MINUTE);
    return mark;
}

bool mark_holds_name(const char *name)
{
    return *name && !strpbrk(name, "{}") && fact_read(name).kind == FACT_NAME;
}

const char *message_plain(struct arena *arena, const char *text)
{
    struct text out = TEXT_INIT;
    if (!text || !strchr(text, '{'))
        return text;
    for (; *text; text++) {
        text_append(&out, *text == '{' ? "{" : "");
        text_append_bytes(&out, text, 1);
    }
    const char *plain = arena_strndup(arena, text_string(&out), out.length);
    text_release(&out);
    return plain;
}

const char *mark_name(struct arena *arena, const char *name)
{
    return mark_holds_name(name) ? arena_printf(arena, "{%s}", name) : message_plain(arena, name);
}
