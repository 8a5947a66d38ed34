/* Plans of others: what their files say, until all of it is there. */
#include "import/imported_plan.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"

#define MOST_ITEMS    8000
#define MOST_WARNINGS 12
#define MOST_MESSAGE  512
#define MOST_QUOTED   60

/* ---- messages ---- */

struct imported_plan imported_plan_begin(const char *name, const struct import_hints *hints,
                                         struct error *error)
{
    struct imported_plan imported = {
        .name = name,
        .hints = hints,
        .error = error,
        .plan = plan_new(),
        .first_day = NO_DATE,
        .last_day = NO_DATE,
        .week_start = NO_DATE,
        .units = UNKNOWN,
        .title_units = UNKNOWN,
    };
    imported.scratch = hints->report ? imported.plan->arena : arena_new();
    imported.plan->hills.access = 0;
    return imported;
}

void imported_plan_fail(struct imported_plan *imported, struct source_place place,
                        const char *format, ...)
{
    char message[MOST_MESSAGE];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    error_add(imported->error, STATUS_BAD_INPUT, imported->name, place.line, place.column, "%s",
              message);
    imported->failed = true;
}

void imported_plan_warn(struct imported_plan *imported, struct source_place place,
                        const char *format, ...)
{
    char message[MOST_MESSAGE];
    va_list arguments;
    if (imported->warnings++ >= MOST_WARNINGS)
        return;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    error_warn(imported->error, imported->name, place.line, place.column, "%s", message);
}

void imported_plan_close_warnings(const struct imported_plan *imported)
{
    if (imported->warnings > MOST_WARNINGS)
        error_warn(imported->error, imported->name, 0, 0, "%zu more warnings are not shown",
                   imported->warnings - MOST_WARNINGS);
}

void imported_plan_infer(struct imported_plan *imported, const char *what)
{
    struct plan *plan = imported->plan;
    if (plan->inferred_count < MOST_INFERRED)
        plan->inferred[plan->inferred_count++] = what;
}

/* ---- collecting ---- */

/* Room for one more in an array of the arena, doubled where it is full. */
static void *grown_items(struct imported_plan *imported, void *items, size_t count,
                         size_t *capacity, size_t size)
{
    if (count < *capacity)
        return items;
    *capacity = *capacity ? 2 * *capacity : 64;
    void *larger = arena_array(imported->scratch, *capacity, size);
    if (count)
        memcpy(larger, items, count * size);
    return larger;
}

void imported_plan_cover(struct imported_plan *imported, int day)
{
    if (imported->first_day == NO_DATE || day < imported->first_day)
        imported->first_day = day;
    if (imported->last_day == NO_DATE || day > imported->last_day)
        imported->last_day = day;
}

const char *imported_plan_quote(const struct imported_plan *imported, const char *text)
{
    const char *end = text;
    for (int i = 0; i < MOST_QUOTED && *end && *end != '\n' && *end != '\r'; i++)
        utf8_next(&end);
    return arena_printf(imported->scratch, "%.*s%s", (int)(end - text), text, *end ? "..." : "");
}

struct stated_session stated_nothing(void)
{
    return (struct stated_session){
        .kind = -1,
        .effort = -1,
        .terrain = -1,
        .least = UNKNOWN,
        .distance = UNKNOWN,
        .units = UNKNOWN,
        .duration_s = UNKNOWN,
        .climb_m = UNKNOWN,
        .descent_m = UNKNOWN,
    };
}

void imported_plan_add(struct imported_plan *imported, int day, const struct stated_session *stated,
                       struct source_place place)
{
    imported_plan_cover(imported, day);
    if (imported->failed)
        return;
    if (imported->item_count == MOST_ITEMS) {
        imported_plan_fail(imported, place, "more than %d sessions; hand in one plan a file",
                           MOST_ITEMS);
        return;
    }
    imported->items = grown_items(imported, imported->items, imported->item_count,
                                  &imported->item_capacity, sizeof *imported->items);
    imported->items[imported->item_count++] =
        (struct imported_item){day, *stated, place, {.what = CELL_REST}};
}

void imported_plan_add_text(struct imported_plan *imported, int day, const char *text,
                            struct source_place place)
{
    struct stated_session stated = stated_nothing();
    stated.words = text;
    imported_plan_cover(imported, day);
    if (*text)
        imported_plan_add(imported, day, &stated, place);
}

void imported_plan_add_also(struct imported_plan *imported, int day, const char *text,
                            struct source_place place)
{
    struct arena *arena = imported->plan->arena;
    while (*text) {
        text += strspn(text, " ");
        size_t length = strcspn(text, ";"), word = strcspn(text, ":");
        struct stated_session stated = stated_nothing();
        stated.words = arena_strndup(arena, text, length);
        if (word < length)
            stated.kind = word_list_find(&session_kind_words, arena_strndup(arena, text, word));
        if (stated.kind >= 0) {
            stated.words += word + 1;
            stated.words += strspn(stated.words, " ");
        }
        if (*stated.words)
            imported_plan_add(imported, day, &stated, place);
        text += length + (text[length] != '\0');
    }
}

void imported_plan_add_session(struct imported_plan *imported,
                               const struct imported_session *session)
{
    imported->sessions = grown_items(imported, imported->sessions, imported->session_count,
                                     &imported->session_capacity, sizeof *imported->sessions);
    imported->sessions[imported->session_count] = *session;
    imported->sessions[imported->session_count].order = imported->session_count;
    imported->session_count++;
}

void imported_plan_note_week(struct imported_plan *imported, int day, int phase, int kind)
{
    if (imported->week_count >= MOST_ITEMS)
        return;
    imported->weeks = grown_items(imported, imported->weeks, imported->week_count,
                                  &imported->week_capacity, sizeof *imported->weeks);
    imported->weeks[imported->week_count++] = (struct imported_week){day, phase, kind};
}
