#include "base/word_list.h"

#include <string.h>
#include <strings.h>

const char *word_list_word(const struct word_list *list, int value)
{
    return value >= 0 && (size_t)value < list->count ? list->words[value] : NULL;
}

static bool begins_with(const char *text, const char *start)
{
    return strncasecmp(text, start, strlen(start)) == 0;
}

/* "Tue", and "tues" or "Tuesday" where that is what the word stands for. */
static bool is_meant(const struct word_list *list, size_t place, const char *word)
{
    const char *mine = list->words[place];
    return strcasecmp(mine, word) == 0 ||
           (list->helps && begins_with(list->helps[place], word) && begins_with(word, mine));
}

int word_list_find(const struct word_list *list, const char *word)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->words[i] && strcmp(list->words[i], word) == 0)
            return (int)i;
    return -1;
}

int word_list_meant(const struct word_list *list, const char *word)
{
    int place = word_list_find(list, word);
    for (size_t i = 0; i < list->count && place < 0; i++)
        if (list->words[i] && is_meant(list, i, word))
            place = (int)i;
    return place;
}

void word_list_advise(const struct word_list *list, const char *word, const char *quote,
                      struct text *out)
{
    const char *separator = "";
    for (size_t i = 0; i < list->count; i++) {
        if (!list->words[i])
            continue;
        text_printf(out, "%s%s", separator, list->words[i]);
        separator = ", ";
    }
    const char *nearest = text_nearest(word, list->words, list->count);
    if (nearest)
        text_printf(out, "; did you mean %s%s%s?", quote, nearest, quote);
}

int word_list_choose(const struct word_list *list, const char *what, const char *word,
                     struct error *error)
{
    int place = word_list_meant(list, word);
    if (place >= 0)
        return place;
    struct text advice = TEXT_INIT;
    word_list_advise(list, word, "'", &advice);
    error_add(error, STATUS_BAD_INPUT, NULL, 0, 0, "there is no %s '%s'; choose one of %s", what,
              word, text_string(&advice));
    text_release(&advice);
    return -1;
}
