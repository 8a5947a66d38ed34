/* Whether what stands behind an option is what the option takes. */
#include "app/option_check.h"

#include <ctype.h>
#include <string.h>

#include "base/csv_date.h"
#include "base/date.h"
#include "base/quantity.h"

/* "paper" of "PAPER", "page" of "PAGE,...": what messages call a value. */
static const char *noun_of(const struct option *option, struct arena *arena)
{
    char *noun = arena_strdup(arena, option->value);
    for (char *at = noun; *at; at++) {
        if (!isalpha((unsigned char)*at))
            *at = '\0';
        else
            *at = (char)tolower((unsigned char)*at);
        if (!*at)
            break;
    }
    return noun;
}

bool option_words(const struct option *option, struct arena *arena, struct word_list *words,
                  struct error *error)
{
    bool takes_words = option->takes == TAKES_WORD || option->takes == TAKES_WORDS;
    *words = (struct word_list){NULL, 0, NULL};
    if (takes_words && option->find_words)
        return option->find_words(arena, words, error);
    if (takes_words)
        *words = *option->words;
    return true;
}

/* Each word of the value, of which there may be several if the option takes WORDS. */
static bool check_words(const struct option *option, const char *value, struct arena *arena,
                        struct error *error)
{
    struct word_list words;
    bool done = option_words(option, arena, &words, error);
    const char *separator = option->takes == TAKES_WORDS ? "," : "";
    for (const char *at = value; done; at++) {
        size_t length = strcspn(at, separator);
        const char *word = arena_printf(arena, "%.*s", (int)length, at);
        done = word_list_choose(&words, noun_of(option, arena), word, error) >= 0;
        at += length;
        if (!*at)
            break;
    }
    return done;
}

static bool fail(const struct option *option, const char *value, const char *what_to_do,
                 struct error *error)
{
    error_add(error, STATUS_BAD_INPUT, NULL, 0, 0, "--%s: '%s' %s", option->name, value,
              what_to_do);
    return false;
}

static bool check_number(const struct option *option, const char *value, struct arena *arena,
                         struct error *error)
{
    int number;
    if (decimal_parse(value, 0, &number) && number >= option->least && number <= option->most)
        return true;
    return fail(option, value,
                arena_printf(arena, "should be whole %s from %d to %d", noun_of(option, arena),
                             option->least, option->most),
                error);
}

static bool check(const struct option *option, const char *value, struct arena *arena,
                  struct error *error)
{
    int number;
    switch (option->takes) {
    case TAKES_DATE:
        return csv_date_read(value, DATE_ORDER_UNKNOWN, &number) == DATE_READ ||
               fail(option, value, "is no date, or can be two; write it like 2027-01-31", error);
    case TAKES_TIME:
        return duration_parse(value, &number) ||
               fail(option, value, "should be a time like 45:30 or 3:30:00", error);
    case TAKES_CLOCK:
        return (hours_minutes_parse(value, &number) && number < SECONDS_PER_DAY) ||
               fail(option, value, "should be a time of day like 07:00", error);
    case TAKES_NUMBER:
        return check_number(option, value, arena, error);
    case TAKES_WORD:
    case TAKES_WORDS:
        return check_words(option, value, arena, error);
    default:
        return true;
    }
}

bool option_check(const struct option *option, const char *value, struct error *error)
{
    struct arena *arena = arena_new();
    bool is_right = check(option, value, arena, error);
    arena_free(arena);
    return is_right;
}
