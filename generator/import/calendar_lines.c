/* Lines of a calendar: libical tells no places, and has no bounds. */
#include <string.h>
#include <strings.h>

#include "import/calendar_events.h"

#define MOST_DEPTH      10
#define MOST_LINE_BYTES 65536 /* unfolded */

static bool line_begins(const char *line, const char *prefix)
{
    return strncasecmp(line, prefix, strlen(prefix)) == 0;
}

static bool is_property(const char *line, const char *name)
{
    return line_begins(line, name) && (line[strlen(name)] == ':' || line[strlen(name)] == ';');
}

static bool fail_at_line(struct imported_plan *imported, int line, const char *what)
{
    imported_plan_fail(imported, (struct source_place){line, 1}, "%s", what);
    return false;
}

/* A line of the text: where it begins and ends, its number, how deep in components it stands. */
struct calendar_line {
    const char *at, *end;
    int number, depth;
};

/* Notes where an event of a calendar begins and ends, and its rules. */
static bool note_line(struct imported_plan *imported, const struct calendar_line *line,
                      struct calendar_events *events, bool *is_inside)
{
    if (line->depth == 1 && line_begins(line->at, "BEGIN:VEVENT")) {
        if (events->line_count == MOST_EVENTS)
            return fail_at_line(imported, line->number,
                                "more than 8000 events; export the training alone");
        events->lines[events->line_count++] =
            (struct event_lines){.place = (struct source_place){line->number, 1}, .text = line->at};
        *is_inside = true;
    }
    if (!*is_inside)
        return true;
    struct event_lines *lines = &events->lines[events->line_count - 1];
    lines->length = (size_t)(line->end - lines->text);
    lines->has_rrule = lines->has_rrule || is_property(line->at, "RRULE");
    lines->has_rdate = lines->has_rdate || is_property(line->at, "RDATE");
    lines->has_exrule = lines->has_exrule || is_property(line->at, "EXRULE");
    *is_inside = line->depth != 2 || !line_begins(line->at, "END:");
    return true;
}

bool calendar_events_scan(struct imported_plan *imported, const char *text,
                          struct calendar_events *events)
{
    size_t unfolded = 0;
    int depth = 0, line = 1;
    bool is_inside = false;
    events->lines = arena_array(imported->plan->arena, MOST_EVENTS, sizeof *events->lines);
    for (const char *at = text; *at; line++) {
        size_t length = strcspn(at, "\n");
        bool is_folded = *at == ' ' || *at == '\t';
        unfolded = is_folded ? unfolded + length : length;
        if (unfolded > MOST_LINE_BYTES)
            return fail_at_line(imported, line, "a property of more than 64 kB; shorten it");
        const struct calendar_line noted = {at, at + length + (at[length] != '\0'), line, depth};
        depth += is_folded ? 0 : line_begins(at, "BEGIN:") ? 1 : line_begins(at, "END:") ? -1 : 0;
        if (depth > MOST_DEPTH || depth < 0)
            return fail_at_line(imported, line,
                                depth < 0
                                    ? "an END without its BEGIN; export the calendar anew"
                                    : "components within components within components; export "
                                      "the calendar anew");
        if (!note_line(imported, &noted, events, &is_inside))
            return false;
        at += length + (at[length] != '\0');
    }
    return line_begins(text, "BEGIN:VCALENDAR") ||
           fail_at_line(imported, 1,
                        "is no iCalendar file: it does not begin with BEGIN:VCALENDAR");
}
