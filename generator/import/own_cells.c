/* Cells of hillplan's own weeks: "Easy run, 8 km; RACE: Bay; the Big One, 42.2 km". */
#include <string.h>

#include "import/columns.h"

#define SEPARATOR "; "

static const struct {
    const char *mark;
    enum session_kind kind;
} races[] = {{"RACE: ", SESSION_RACE}, {"Tune-up race: ", SESSION_TUNE_UP}};
#define RACE_COUNT (sizeof races / sizeof *races)

bool own_cells_are(const struct row *headings)
{
    const char *first = headings->count ? headings->cells[0].text : "";
    const char *last = headings->count ? headings->cells[headings->count - 1].text : "";
    return strcmp(first, "week") == 0 &&
           (strcmp(last, "total_km") == 0 || strcmp(last, "total_mi") == 0);
}

/* ", 42.2 km", and what tells of hills, up to the end of a session: its length; 0 where it isn't.
 */
static size_t amount_length(const char *text, int *hundredths)
{
    const char *at = text;
    if (strncmp(at, ", ", 2) != 0)
        return 0;
    at += 2;
    size_t digits = strspn(at, "0123456789."), number = digits;
    char written[QUANTITY_TEXT_SIZE];
    if (digits == 0 || digits >= sizeof written)
        return 0;
    memcpy(written, at, number);
    written[number] = '\0';
    at += digits;
    if ((strncmp(at, " km", 3) != 0 && strncmp(at, " mi", 3) != 0) ||
        !decimal_parse(written, 2, hundredths))
        return 0;
    at += 3;
    return !*at || strncmp(at, SEPARATOR, 2) == 0 ? (size_t)(at - text) : 0;
}

/* Whether sessions of ours follow: their titles have no figures, but those of their amounts. */
static bool are_sessions(const char *text)
{
    while (strncmp(text, SEPARATOR, strlen(SEPARATOR)) == 0) {
        text += strlen(SEPARATOR);
        size_t length = strcspn(text, ";"), title = strcspn(text, ",;");
        if (strcspn(text, "0123456789") < title)
            return false;
        text += length;
    }
    return !*text;
}

/* The end of a race's name: the first amount with nothing but sessions behind it, of the goal race
   the last. */
static const char *end_of_name(const char *text, enum session_kind kind, size_t *length,
                               int *hundredths)
{
    const char *found = NULL;
    for (const char *at = text; *at && (!found || kind == SESSION_RACE); at++) {
        int number;
        size_t is_amount = amount_length(at, &number);
        if (!is_amount || (kind != SESSION_RACE && !are_sessions(at + is_amount)))
            continue;
        found = at;
        *length = is_amount;
        *hundredths = number;
    }
    return found;
}

/* Adds a race, and returns the place behind it. */
static const char *add_race(struct imported_plan *imported, int day, const char *text,
                            enum session_kind kind, struct source_place place)
{
    struct stated_session stated = stated_nothing();
    size_t length = 0;
    int hundredths = UNKNOWN;
    const char *end = end_of_name(text, kind, &length, &hundredths);
    stated.kind = (int)kind;
    stated.effort = EFFORT_HARD;
    stated.least = stated.distance = hundredths;
    size_t name = end ? (size_t)(end - text) : strlen(text);
    stated.title = arena_strndup(imported->plan->arena, text, name);
    stated.distance_place = place;
    imported_plan_add(imported, day, &stated, place);
    return text + name + length;
}

/* Where a race begins in a text, and which mark it has; the end where none does. */
static const char *find_race(const char *text, size_t *race)
{
    for (const char *at = text; *at; at++)
        for (*race = 0; *race < RACE_COUNT; ++*race) {
            bool begins = at == text || (at - text > 1 && strncmp(at - 2, SEPARATOR, 2) == 0);
            if (begins && strncmp(at, races[*race].mark, strlen(races[*race].mark)) == 0)
                return at;
        }
    return text + strlen(text);
}

static void add_line(struct imported_plan *imported, int day, const char *text,
                     struct source_place place)
{
    struct arena *arena = imported->plan->arena;
    while (*text) {
        size_t race;
        const char *at = find_race(text, &race);
        size_t before = (size_t)(at - text);
        if (*at && before)
            before -= strlen(SEPARATOR);
        if (before)
            imported_plan_add_text(imported, day, arena_strndup(arena, text, before), place);
        text = *at ? add_race(imported, day, at + strlen(races[race].mark), races[race].kind, place)
                   : at;
        text += strncmp(text, SEPARATOR, strlen(SEPARATOR)) == 0 ? strlen(SEPARATOR) : 0;
    }
}

void own_cells_add(struct imported_plan *imported, int day, const char *text,
                   struct source_place place)
{
    struct arena *arena = imported->plan->arena;
    for (const char *line = text; *line;) {
        const char *end = line + strcspn(line, "\n");
        while (*end && end[1] == '-') /* a step of the session */
            end += 1 + strcspn(end + 1, "\n");
        add_line(imported, day, arena_strndup(arena, line, (size_t)(end - line)), place);
        line = end + (*end != '\0');
    }
}
