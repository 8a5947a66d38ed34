/* Export options: from words on the command line to what is written, and where. */
#include "app/export_options.h"

#include <string.h>

bool export_options_read(const struct arguments *arguments, size_t first, const char *by_default,
                         struct plan_output *output, struct error *error)
{
    const char *name = arguments_value(arguments, first + EXPORT_OPTION_FORMAT);
    const char *path = arguments_value(arguments, first + EXPORT_OPTION_OUT);
    bool is_named = name || (path && strcmp(path, "-") != 0);
    *output = (struct plan_output){
        .format = is_named ? output_format(name, path, error) : export_format_named(by_default),
        .path = path,
        .from = arguments_date(arguments, first + EXPORT_OPTION_FROM),
        .weeks = arguments_number(arguments, first + EXPORT_OPTION_WEEKS),
        .time_s = larger_of(arguments_clock(arguments, first + EXPORT_OPTION_TIME), 0),
    };
    return output->format;
}
