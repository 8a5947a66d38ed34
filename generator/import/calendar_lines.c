/* Lines of a calendar: libical tells no places, has no bounds, and takes much for each line. */
#include <string.h>
#include <strings.h>

#include "import/calendar_events.h"

#define MOST_DEPTH      10
#define MOST_NAME_BYTES 64 /* of a property: those that are read are shorter */

static bool line_begins(const char *line, const char *prefix)
{
    return strncasecmp(line, prefix, strlen(prefix)) == 0;
}

/* Whether a line, which may end in a return, is this one. */
static bool line_is(const char *line, const char *whole)
{
    const char *behind = line + strlen(whole);
    if (!line_begins(line, whole))
        return false;
    behind += strspn(behind, " \t\r");
    return *behind == '\n' || *behind == '\0';
}

static const char *next_line(const char *line)
{
    const char *end = strchr(line, '\n');
    return end ? end + 1 : line + strlen(line);
}

static bool is_folded(const char *line)
{
    return *line == ' ' || *line == '\t';
}

static bool fail_at_line(struct imported_plan *imported, int line, const char *what)
{
    imported_plan_fail(imported, (struct source_place){line, 1}, "%s", what);
    return false;
}

/* ---- where events stand ---- */

/* The text while its lines are looked at. */
struct calendar_scan {
    struct imported_plan *imported;
    struct calendar_events *events;
    int depth;             /* of components */
    int line;              /* from 1 */
    bool is_inside;        /* an event */
    int tasks, first_task; /* to-dos and journals, and the line of the first */
};

static bool begin_event(struct calendar_scan *scan, const char *line)
{
    struct calendar_events *events = scan->events;
    if (scan->is_inside)
        return fail_at_line(scan->imported, scan->line,
                            "an event within an event, whose END is missing; export the calendar "
                            "anew");
    if (scan->depth != 1)
        return fail_at_line(scan->imported, scan->line,
                            "an event that isn't in a calendar; export the calendar anew");
    if (events->line_count == MOST_EVENTS)
        return fail_at_line(scan->imported, scan->line,
                            "more than 8000 events; export the training alone");
    events->lines[events->line_count++] = (struct event_lines){
        .place = {scan->line, 1},
        .text = line,
    };
    scan->is_inside = true;
    return true;
}

static bool begin_component(struct calendar_scan *scan, const char *line)
{
    if (line_is(line, "BEGIN:VEVENT") && !begin_event(scan, line))
        return false;
    if (line_is(line, "BEGIN:VTODO") || line_is(line, "BEGIN:VJOURNAL")) {
        scan->first_task = scan->tasks ? scan->first_task : scan->line;
        scan->tasks++;
    }
    return ++scan->depth <= MOST_DEPTH ||
           fail_at_line(scan->imported, scan->line,
                        "components within components within components; export the calendar anew");
}

static bool end_component(struct calendar_scan *scan, const char *line)
{
    if (scan->is_inside && scan->depth == 2) {
        struct event_lines *lines = &scan->events->lines[scan->events->line_count - 1];
        lines->length = (size_t)(line - lines->text);
        scan->is_inside = false;
    }
    return --scan->depth >= 0 || fail_at_line(scan->imported, scan->line,
                                              "an END without its BEGIN; export the calendar anew");
}

static bool scan_line(struct calendar_scan *scan, const char *line)
{
    if (line_begins(line, "BEGIN:"))
        return begin_component(scan, line);
    if (line_begins(line, "END:"))
        return end_component(scan, line);
    if (scan->depth == 1 && line_is(line, "METHOD:CANCEL"))
        return fail_at_line(scan->imported, scan->line,
                            "a message that cancels its events, and no plan; export the calendar");
    return true;
}

/* What the text as a whole leaves to be told. */
static bool close_scan(struct calendar_scan *scan)
{
    if (scan->is_inside)
        return fail_at_line(scan->imported, scan->line,
                            "the calendar is cut off within an event; export it anew");
    if (scan->depth > 0 && scan->events->line_count)
        imported_plan_warn(scan->imported, (struct source_place){scan->line, 1},
                           "the calendar is cut off: END:VCALENDAR is missing, and maybe events");
    if (scan->tasks)
        imported_plan_warn(scan->imported, (struct source_place){scan->first_task, 1},
                           "%d of its entries %s no events (VTODO, VJOURNAL), and left out",
                           scan->tasks, scan->tasks == 1 ? "is" : "are");
    return true;
}

bool calendar_events_scan(struct imported_plan *imported, const char *text,
                          struct calendar_events *events)
{
    struct calendar_scan scan = {.imported = imported, .events = events, .line = 1};
    events->lines = arena_array(imported->scratch, MOST_EVENTS, sizeof *events->lines);
    if (!line_begins(text, "BEGIN:VCALENDAR"))
        return fail_at_line(imported, 1,
                            "is no iCalendar file: it does not begin with BEGIN:VCALENDAR");
    for (const char *at = text; *at; at = next_line(at), scan.line++)
        if (!is_folded(at) && !scan_line(&scan, at))
            return false;
    return close_scan(&scan);
}

/* ---- what libical gets of an event ---- */

/* Appends a line without its ending. */
static void append_line(struct text *out, const char *line, const char *end)
{
    size_t length = (size_t)(end - line);
    while (length && (line[length - 1] == '\n' || line[length - 1] == '\r'))
        length--;
    text_append_bytes(out, line, length);
}

/* The name of the property that begins here, which may be folded, too. */
static void read_name(const char *line, const char *end, char name[MOST_NAME_BYTES])
{
    size_t length = 0;
    for (const char *at = line; at < end && length < MOST_NAME_BYTES - 1; at++) {
        if (*at == ':' || *at == ';')
            break;
        if (*at == '\n' && at + 1 < end && is_folded(at + 1))
            at++;
        else if (*at != '\r' && *at != '\n')
            name[length++] = *at;
    }
    name[length] = '\0';
}

static bool is_kept(const char *name)
{
    static const char *const kept[] = {
        "DTSTART", "DTEND",       "DURATION", "RRULE",    "RDATE",  "EXDATE",        "EXRULE",
        "SUMMARY", "DESCRIPTION", "UID",      "SEQUENCE", "STATUS", "RECURRENCE-ID",
    };
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
        if (strcasecmp(name, kept[i]) == 0)
            return true;
    return line_begins(name, "X-HILLPLAN-");
}

static void note_name(struct event_lines *lines, const char *name)
{
    lines->has_rrule = lines->has_rrule || strcasecmp(name, "RRULE") == 0;
    lines->has_rdate = lines->has_rdate || strcasecmp(name, "RDATE") == 0;
    lines->has_exrule = lines->has_exrule || strcasecmp(name, "EXRULE") == 0;
}

/* Where the value of an unfolded property begins: behind the first colon that isn't quoted. */
static const char *value_of(const char *property)
{
    bool is_quoted = false;
    for (const char *at = property; *at; at++) {
        is_quoted ^= *at == '"';
        if (*at == ':' && !is_quoted)
            return at + 1;
    }
    return property + strlen(property);
}

/* Appends an unfolded property; a list as one for each of its values, of which libical takes no
   more than the first 500. */
static void append_property(struct text *out, const char *property, bool is_list)
{
    const char *value = value_of(property);
    do {
        size_t length = is_list ? strcspn(value, ",") : strlen(value);
        text_append_bytes(out, property, (size_t)(value_of(property) - property));
        text_append_bytes(out, value, length);
        text_append(out, "\r\n");
        value += length;
    } while (*value++ && out->length <= MOST_EVENT_BYTES);
}

static bool append_kept(struct event_lines *lines, const char *line, const char *end,
                        const char *name, struct text *out)
{
    struct text property = TEXT_INIT;
    if ((size_t)(end - line) <= MOST_EVENT_BYTES) {
        for (const char *part = line, *behind; part < end; part = behind) {
            behind = next_line(part);
            append_line(&property, part + (part > line), behind);
        }
        note_name(lines, name);
        append_property(out, text_string(&property),
                        strcasecmp(name, "RDATE") == 0 || strcasecmp(name, "EXDATE") == 0);
    }
    text_release(&property);
    return (size_t)(end - line) <= MOST_EVENT_BYTES && out->length <= MOST_EVENT_BYTES;
}

bool calendar_event_text(struct event_lines *lines, struct text *out)
{
    const char *end = lines->text + lines->length;
    int depth = 0;
    text_append(out, "BEGIN:VEVENT\r\n");
    for (const char *line = next_line(lines->text), *next; line < end; line = next) {
        char name[MOST_NAME_BYTES];
        for (next = next_line(line); next < end && is_folded(next);)
            next = next_line(next);
        depth += line_begins(line, "BEGIN:") ? 1 : line_begins(line, "END:") ? -1 : 0;
        read_name(line, next, name);
        if (depth == 0 && is_kept(name) && !append_kept(lines, line, next, name, out))
            return false;
    }
    text_append(out, "END:VEVENT\r\n");
    return true;
}
