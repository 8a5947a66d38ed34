/* What a cell is about: what is negated, names of races in passing, headings. */
#include <string.h>

#include "import/cell_parts.h"

#define A_RUN   (HAS_KIND | ROLE(ROLE_RUN) | IS_PROGRAMME | ROLE(ROLE_EXTRA) | ROLE(ROLE_OTHER))
#define AMOUNTS (IS_AMOUNT | IS_NUM | IS_REPEAT | IS_CLOCK | IS_AMBIGUOUS)
#define WEEK    ROLE(ROLE_WEEK)

uint64_t tokens_have(const struct cell_text *cell, size_t from, size_t to)
{
    uint64_t has = 0;
    for (size_t i = from; i < to; i++)
        has |= cell->tokens[i].is;
    return has;
}

static void remove_tokens(struct cell_text *cell, size_t from, size_t to)
{
    memmove(&cell->tokens[from], &cell->tokens[to], (cell->count - to) * sizeof *cell->tokens);
    cell->count -= to - from;
}

static size_t end_of_part(const struct cell_text *cell, size_t from, uint64_t breaks)
{
    while (from < cell->count && !(cell->tokens[from].is & breaks))
        from++;
    return from;
}

/* "no hills": up to the next separator */
static void remove_negated(struct cell_text *cell)
{
    for (size_t i = 0; i < cell->count; i++)
        if (cell->tokens[i].is & ROLE(ROLE_NOT))
            remove_tokens(cell, i, end_of_part(cell, i, IS_BREAK | ROLE(ROLE_WITHIN)));
}

/* A race beside "before", "expo", "week" isn't run here. True where there was one. */
static bool remove_races_in_passing(struct cell_text *cell)
{
    bool found = false;
    for (size_t from = 0; from < cell->count;) {
        size_t to = end_of_part(cell, from, IS_SEPARATOR);
        uint64_t has = tokens_have(cell, from, to);
        bool is_passing = (has & ROLE(ROLE_RACE)) && (has & (ROLE(ROLE_ABOUT) | WEEK));
        bool is_countdown = has & ROLE(ROLE_ABOUT);
        for (size_t i = from; i < to; i++) {
            uint64_t is = cell->tokens[i].is;
            bool is_counted = (is & IS_NUM) && is_countdown && i + 1 < to &&
                              (cell->tokens[i + 1].is & ROLE(ROLE_ABOUT));
            if (is_counted || (is & ROLE(ROLE_ABOUT)) || (is_passing && (is & ROLE(ROLE_RACE)))) {
                found = found || is_passing || is_counted;
                remove_tokens(cell, i, i + 1);
                i--;
                to--;
            }
        }
        from = to + 1;
    }
    return found;
}

/* "Week 3", "Week 3: 50 km", "Total: 50 km", "3 sessions this week" */
static bool is_heading(const struct cell_text *cell)
{
    uint64_t has = tokens_have(cell, 0, cell->count);
    const struct cell_token *first = &cell->tokens[0];
    bool is_counted = false, has_day = false;
    for (size_t i = 0; i < cell->count; i++) {
        uint64_t is = cell->tokens[i].is;
        is_counted = is_counted || ((is & IS_COUNTED) && (is & (ROLE(ROLE_RUNS) | IS_MANY)));
        has_day = has_day || ((is & IS_REFERENCE) && !(is & WEEK));
    }
    if (!cell->count || (has & ROLE(ROLE_REST)))
        return false;
    if (is_counted && !(has & AMOUNTS) && ((has & WEEK) || !(has & (A_RUN & ~ROLE(ROLE_RUN)))))
        return (has & WEEK) || !(has & ROLE(ROLE_RUN));
    if ((has & WEEK) && !(has & AMOUNTS) && !(has & A_RUN))
        return true;
    if ((first->is & WEEK) && cell->count > 1 && (cell->tokens[1].is & IS_COMMA))
        return true;
    return (first->is & (WEEK | ROLE(ROLE_TOTAL))) && !has_day && (has & AMOUNTS) && !(has & A_RUN);
}

/* "Day 2:", with the separator behind it */
static void remove_references(struct cell_text *cell)
{
    for (size_t i = 0; i < cell->count; i++) {
        if (!(cell->tokens[i].is & (IS_REFERENCE | WEEK)))
            continue;
        bool is_parted = i + 1 < cell->count &&
                         (cell->tokens[i + 1].is & (IS_COLON | IS_DASH | IS_JOIN | IS_SEMI));
        remove_tokens(cell, i, i + 1 + is_parted);
        i--;
    }
}

static bool names_only(const struct cell_text *cell)
{
    return !(tokens_have(cell, 0, cell->count) &
             ~(IS_UNKNOWN | IS_BREAK | IS_JOIN | IS_REFERENCE | WEEK | ROLE(ROLE_UPTO) |
               ROLE(ROLE_AT) | ROLE(ROLE_RUNS) | ROLE(ROLE_AND)));
}

/* "Don't run", "no run today" */
static bool is_no_run(const struct cell_text *cell)
{
    uint64_t has = tokens_have(cell, 0, cell->count);
    return cell->count > 1 && (cell->tokens[0].is & ROLE(ROLE_NOT)) && (has & ROLE(ROLE_RUN)) &&
           !(has & (AMOUNTS | HAS_KIND | IS_BREAK));
}

enum cell_subject cell_find_subject(struct cell_text *cell)
{
    if (is_no_run(cell))
        return SUBJECT_REST;
    remove_negated(cell);
    bool has_race = remove_races_in_passing(cell);
    if (has_race && names_only(cell))
        return SUBJECT_NOTHING;
    if (is_heading(cell))
        return SUBJECT_NOTHING;
    remove_references(cell);
    uint64_t has = tokens_have(cell, 0, cell->count);
    if ((has & ROLE(ROLE_REST)) && (has_race || (has & IS_PROGRAMME)) && !(has & AMOUNTS))
        return SUBJECT_REST;
    return SUBJECT_SESSIONS;
}
