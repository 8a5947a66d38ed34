/* Export: the table of formats, and finding one. */
#include "export/export.h"

#include <string.h>

#include "export/formats.h"

#define WRITES_BINARY(writer) .is_binary = true, .write = (writer)
#define WRITES_TEXT(writer)   .write = (writer)
#define WRITES_FOLDER(writer)                                                                      \
    .is_binary = true, .write_folder = (writer), .usual_weeks = FOLDER_WEEKS
#define FORMAT_ROW(writer, format_name, its_endings, bytes, needs_of_plan, uses_besides, its_help) \
    {.name = (format_name),                                                                        \
     .endings = (its_endings),                                                                     \
     .needs = EXPORT_##needs_of_plan,                                                              \
     .uses = EXPORT_##uses_besides,                                                                \
     .help = (its_help),                                                                           \
     WRITES_##bytes(writer)},
#define FORMAT_NAME(writer, name, ...)                               name,
#define FORMAT_HELP(writer, name, endings, bytes, needs, uses, help) help,

static const struct export_format formats[] = {EXPORT_FORMATS(FORMAT_ROW)};
static const char *const names[] = {EXPORT_FORMATS(FORMAT_NAME)};
static const char *const helps[] = {EXPORT_FORMATS(FORMAT_HELP)};

const struct word_list export_format_words = {names, sizeof names / sizeof *names, helps};

const struct export_format *export_format(size_t place)
{
    return &formats[place];
}

const struct export_format *export_format_named(const char *name)
{
    int place = word_list_find(&export_format_words, name);
    return place < 0 ? NULL : &formats[place];
}

/* Whether a name ends with one of the endings; they alone are no name. */
static bool ends_with(const char *path, const char *endings)
{
    size_t length = strlen(path);
    for (const char *at = endings; *at; at += strspn(at, " ")) {
        size_t ending = strcspn(at, " ");
        if (length > ending && memcmp(path + length - ending, at, ending) == 0)
            return true;
        at += ending;
    }
    return false;
}

const struct export_format *export_format_of_file(const char *path)
{
    for (size_t i = 0; i < export_format_words.count; i++)
        if (ends_with(path, formats[i].endings))
            return &formats[i];
    return NULL;
}
