/* Files of other people's plans: which format, and the checks that all of them share. */
#include "import/import.h"

#include <string.h>

#include "base/file.h"
#include "import/imported_plan.h"

static bool ends_with(const char *path, const char *ending)
{
    size_t length = strlen(path), ending_length = strlen(ending);
    return length > ending_length && strcmp(path + length - ending_length, ending) == 0;
}

static bool is_schedule(const char *path)
{
    struct error ignored;
    struct text text = TEXT_INIT;
    error_init(&ignored);
    const struct file_role role = {"the plan", false}; /* a pipe can be read but once */
    bool is_read =
        strcmp(path, "-") != 0 && file_read(role, path, MOST_FOREIGN_BYTES, &text, &ignored);
    bool found = is_read && schedule_is(text_string(&text));
    text_release(&text);
    error_release(&ignored);
    return found;
}

enum import_format import_format_of(const char *path)
{
    if (ends_with(path, ".csv"))
        return FOREIGN_CSV;
    if (ends_with(path, ".ics"))
        return FOREIGN_CALENDAR;
    return is_schedule(path) ? FOREIGN_SCHEDULE : IMPORT_NONE;
}

static void read_text(struct imported_plan *imported, enum import_format format, const char *text)
{
    if (format == FOREIGN_CSV)
        csv_read(imported, text);
    else if (format == FOREIGN_CALENDAR)
        calendar_read(imported, text);
    else
        schedule_read(imported, text);
}

struct plan *import_read_bytes(const char *name, const char *bytes, size_t length,
                               enum import_format format, const struct import_hints *hints,
                               struct error *error)
{
    struct imported_plan imported = imported_plan_begin(name, hints, error);
    size_t bad;
    const char *text = arena_strndup(imported.scratch, bytes, length); /* NUL behind it */
    if (!utf8_is_valid(text, length, &bad)) {
        struct source_place place;
        text_place(text, bad, &place.line, &place.column);
        imported_plan_fail(&imported, place, "%s",
                           text[bad] ? "not UTF-8 text; save the file as UTF-8"
                                     : "a NUL byte; this is no text file");
    } else {
        read_text(&imported, format, utf8_without_mark(text));
    }
    return imported_plan_finish(&imported);
}

struct plan *import_read(const char *path, enum import_format format,
                         const struct import_hints *hints, struct error *error)
{
    struct text bytes = TEXT_INIT;
    struct plan *plan = NULL;
    if (file_read((struct file_role){"the plan", true}, path, MOST_FOREIGN_BYTES, &bytes, error))
        plan = import_read_bytes(path, text_string(&bytes), bytes.length, format, hints, error);
    text_release(&bytes);
    return plan;
}
