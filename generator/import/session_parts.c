/* Texts that name a run and, beside it, what is no run: "8 km easy + 20 min yoga". */
#include <string.h>
#include <strings.h>

#include "import/session_text.h"

/* The length of what separates two parts at a place, 0 for none. "+60 m" is climb. */
static size_t separator_at(const char *at)
{
    static const char *const separators[] = {"+ ",     "& ",     ", ",     " and ",
                                             " then ", " plus ", " with ", " w/ "};
    for (size_t i = 0; i < sizeof separators / sizeof *separators; i++)
        if (strncasecmp(at, separators[i], strlen(separators[i])) == 0)
            return strlen(separators[i]);
    return 0;
}

/* The length of the part at the start of a text, and *next, where the next one begins. */
static size_t part_length(const char *text, const char **next)
{
    const char *at = text;
    size_t separator = 0;
    while (*at && (separator = separator_at(at)) == 0)
        at++;
    *next = at + separator;
    return (size_t)(at - text);
}

static const char *joined_titles(struct arena *arena, const char *before, const char *separator,
                                 const char *part)
{
    return before ? arena_printf(arena, "%s%s%s", before, separator, part) : part;
}

/* "45 min easy + drills", "easy + core"; but "core, easy" may tell how. */
static bool is_easy_run(const struct session_text *part, const char *text)
{
    const struct session *session = &part->session;
    return session->kind == SESSION_EASY && (session->duration_s != UNKNOWN || !strchr(text, ','));
}

struct session_text session_text_read(const struct vocabulary *table, const char *text,
                                      struct arena *arena)
{
    const char *run = NULL, *also = NULL, *next = text;
    bool names_run = false;
    for (const char *at = text; *at; at = next) {
        size_t length = part_length(at, &next);
        while (length > 0 && at[length - 1] == ' ')
            length--;
        const char *part = arena_strndup(arena, at, length);
        struct session_text read = session_text_read_part(table, part, arena);
        if (read.is_extra) {
            also = joined_titles(arena, also, "; ", part);
        } else {
            run = joined_titles(arena, run, ", ", part);
            names_run = names_run || read.names_run || is_easy_run(&read, text);
        }
    }
    struct session_text whole = session_text_read_part(table, text, arena);
    if (!also || !names_run || whole.is_stated)
        return whole;
    struct session_text read = session_text_read_part(table, run, arena);
    read.also = also;
    return read;
}
