/* Print options: from words on the command line to preferences. */
#include "app/print_options.h"

#include <string.h>

/* Each kind once, in the order in which they were named first. */
static void set_pages(struct print_preferences *print, const char *names)
{
    bool is_there[PAGE_KIND_COUNT] = {0};
    print->page_count = 0;
    for (const char *at = names; at; at = strchr(at, ',') ? strchr(at, ',') + 1 : NULL) {
        struct text name = TEXT_INIT;
        text_append_bytes(&name, at, strcspn(at, ","));
        int kind = word_list_meant(&page_kind_words, text_string(&name));
        if (kind >= 0 && !is_there[kind]) {
            print->pages[print->page_count++] = (enum page_kind)kind;
            is_there[kind] = true;
        }
        text_release(&name);
    }
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
    if (given[PRINT_OPTION_LANGUAGE])
        print->language = given[PRINT_OPTION_LANGUAGE];
    if (given[PRINT_OPTION_PAGES])
        set_pages(print, given[PRINT_OPTION_PAGES]);
    print->is_two_up = print->is_two_up || given[PRINT_OPTION_TWO_UP];
    print->is_large = print->is_large || given[PRINT_OPTION_LARGE];
    print->paper =
        (enum paper)arguments_word(arguments, first + PRINT_OPTION_PAPER, (int)print->paper);
    int ink = arguments_word(arguments, first + PRINT_OPTION_INK,
                             print->saves_ink ? INK_USE_SAVER : INK_USE_FULL);
    int color = arguments_word(arguments, first + PRINT_OPTION_COLOR,
                               print->is_mono ? COLOR_USE_MONO : COLOR_USE_FULL);
    print->saves_ink = ink == INK_USE_SAVER;
    print->is_mono = color == COLOR_USE_MONO;
    return check_size(print, error);
}
