/* Print options: from words on the command line to preferences. */
#include "app/print_options.h"

#include <string.h>

#include "app/setup.h"
#include "base/text.h"

bool print_options_set_paper(struct print_preferences *print, const char *name, struct error *error)
{
    int paper = name ? word_list_choose(&paper_words, "paper", name, error) : (int)print->paper;
    if (paper >= 0)
        print->paper = (enum paper)paper;
    return paper >= 0;
}

static bool set_pages(struct print_preferences *print, const char *names, struct error *error)
{
    bool is_there[PAGE_KIND_COUNT] = {0}, done = true;
    if (!names)
        return true;
    print->page_count = 0;
    for (const char *at = names; at; at = strchr(at, ',') ? strchr(at, ',') + 1 : NULL) {
        struct text name = TEXT_INIT;
        text_append_bytes(&name, at, strcspn(at, ","));
        int kind = word_list_choose(&page_kind_words, "page", text_string(&name), error);
        if (kind >= 0 && !is_there[kind])
            print->pages[print->page_count++] = (enum page_kind)kind;
        if (kind >= 0)
            is_there[kind] = true;
        done = done && kind >= 0;
        text_release(&name);
    }
    return done;
}

static bool set_language(struct print_preferences *print, const char *name, struct error *error)
{
    struct language *language = NULL;
    if (!name)
        return true;
    bool exists = setup_language(name, &language, error);
    language_free(language);
    print->language = name;
    return exists;
}

/* Sets `is_special` by one of two names. */
static bool set_use(const char *option, const char *usual, const char *special, const char *given,
                    bool *is_special, struct error *error)
{
    if (given && strcmp(given, usual) != 0 && strcmp(given, special) != 0) {
        error_add(error, STATUS_BAD_INPUT, NULL, 0, 0, "--%s: '%s' is neither %s nor %s", option,
                  given, usual, special);
        return false;
    }
    if (given)
        *is_special = strcmp(given, special) == 0;
    return true;
}

static bool check_size(const struct print_preferences *print, struct error *error)
{
    if (print->is_large && print->is_two_up)
        error_add(error, STATUS_BAD_INPUT, NULL, 0, 0,
                  "large print does not fit two pages on a sheet; leave out --large or --two-up "
                  "(in a profile or plan: print.large or print.two_up)");
    return !(print->is_large && print->is_two_up);
}

bool print_options_apply(const struct arguments *arguments, size_t first,
                         struct print_preferences *print, struct error *error)
{
    const char *given[PRINT_OPTION_COUNT];
    for (size_t i = 0; i < PRINT_OPTION_COUNT; i++)
        given[i] = arguments_value(arguments, first + i);
    if (given[PRINT_OPTION_LOOK])
        print->style = given[PRINT_OPTION_LOOK];
    if (given[PRINT_OPTION_TWO_UP])
        print->is_two_up = true;
    if (given[PRINT_OPTION_LARGE])
        print->is_large = true;
    return print_options_set_paper(print, given[PRINT_OPTION_PAPER], error) &&
           set_pages(print, given[PRINT_OPTION_PAGES], error) &&
           set_language(print, given[PRINT_OPTION_LANGUAGE], error) &&
           set_use("ink", ink_use_name(INK_USE_FULL), ink_use_name(INK_USE_SAVER),
                   given[PRINT_OPTION_INK], &print->saves_ink, error) &&
           set_use("color", color_use_name(COLOR_USE_FULL), color_use_name(COLOR_USE_MONO),
                   given[PRINT_OPTION_COLOR], &print->is_mono, error) &&
           check_size(print, error);
}
