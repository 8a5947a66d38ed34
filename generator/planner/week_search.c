/* Week search: items and extras on days. */
#include "planner/week_search.h"

#include <string.h>

#include "planner/standing.h"

bool search_is_beaten(const struct week_search *search, int score, int most)
{
    const struct placement *best = search->placement;
    return most == HOPELESS || (best->found && score + most <= best->score);
}

void search_put(struct week_search *search, size_t day, int item)
{
    struct day *here = &search->week->days[day];
    struct item *put = item == REST ? NULL : &search->menu->items[item];
    here->sessions = !put ? NULL : put->runs ? put->runs : &put->session;
    here->session_count = !put ? 0 : put->runs ? put->run_count : 1;
}

/* A run (or REST) and the extras beside it. */
void search_put_all(struct week_search *search, size_t day, int item, unsigned extras)
{
    struct day *here = &search->week->days[day];
    search_put(search, day, item);
    if (!extras)
        return;
    for (size_t i = 0; i < here->session_count; i++)
        search->all[day][i] = here->sessions[i];
    for (size_t extra = 0; extra < search->menu->extra_count; extra++)
        if (extras & 1u << extra)
            search->all[day][here->session_count++] = search->menu->extras[extra];
    here->sessions = search->all[day];
}

/* The race of a day, or REST. */
int search_race_on(const struct week_search *search, size_t day)
{
    for (size_t i = 0; i < search->menu->count; i++)
        if (search->menu->items[i].fixed_day == (int)day)
            return (int)i;
    return REST;
}

int count_days(unsigned days)
{
    int count = 0;
    for (; days; days &= days - 1)
        count++;
    return count;
}

unsigned days_after(unsigned days, size_t day)
{
    return days >> (day + 1) << (day + 1);
}

/* How many runs that are no races have no day yet. */
int search_count_left(const struct week_search *search)
{
    int left = 0;
    for (size_t i = 0; i < search->menu->count; i++)
        left += !search->used[i] && search->menu->items[i].fixed_day == ANY_DAY;
    return left;
}

/* Whether the rules allow the day, and the one after it, as they stand. */
static bool is_allowed_with_next(struct week_search *search, size_t day, bool *allowed)
{
    struct refusal refusal;
    if (!ask_allow(search->planner, search->week_index, day, 0, NULL, allowed, &refusal,
                   search->error))
        return false;
    if (!*allowed || day + 1 == DAYS_PER_WEEK)
        return true;
    return ask_allow(search->planner, search->week_index, day + 1, 0, NULL, allowed, &refusal,
                     search->error);
}

/* Whether an extra of that kind is on a day; false outside the week. */
static bool has_extra(const struct week_search *search, int day, enum session_kind kind)
{
    if (day < 0 || day >= DAYS_PER_WEEK)
        return false;
    const struct day *standing = standing_day(search->planner, search->week, (size_t)day);
    bool found = false;
    for (size_t extra = 0; extra < search->menu->extra_count; extra++)
        found = found ||
                (search->extras_on[day] & 1u << extra && search->menu->extras[extra].kind == kind);
    for (size_t i = 0; standing && i < standing->session_count; i++)
        found = found || standing->sessions[i].kind == kind;
    return found;
}

/* Which days are left for an extra when others would do. */
enum extra_rank {
    EXTRA_ANYWHERE,
    EXTRA_BEFORE_HARD, /* strength comes after something hard, not the day before */
    EXTRA_BESIDE,      /* next to one of its kind */
    EXTRA_RANK_COUNT
};

static enum extra_rank extra_rank(const struct week_search *search, int day, enum session_kind kind)
{
    if (has_extra(search, day - 1, kind) || has_extra(search, day + 1, kind))
        return EXTRA_BESIDE;
    bool is_eve = day + 1 < DAYS_PER_WEEK && day_is_hard(&search->week->days[day + 1]);
    return kind == SESSION_STRENGTH && is_eve ? EXTRA_BEFORE_HARD : EXTRA_ANYWHERE;
}

/* Puts each extra on the first of the best days that allows it. */
bool search_place_extras(struct week_search *search)
{
    memset(search->extras_on, 0, sizeof search->extras_on);
    for (size_t extra = 0; extra < search->menu->extra_count; extra++) {
        enum session_kind kind = search->menu->extras[extra].kind;
        bool placed = false;
        for (int choice = 0; choice < EXTRA_RANK_COUNT * DAYS_PER_WEEK && !placed; choice++) {
            int day = choice % DAYS_PER_WEEK;
            if (search->week->days[day].is_fixed)
                continue;
            if (has_extra(search, day, kind) ||
                (int)extra_rank(search, day, kind) != choice / DAYS_PER_WEEK)
                continue;
            unsigned extras = search->extras_on[day] | 1u << extra;
            search_put_all(search, (size_t)day, search->item_on[day], extras);
            if (!is_allowed_with_next(search, (size_t)day, &placed))
                return false;
            if (placed)
                search->extras_on[day] = extras;
            else
                search_put_all(search, (size_t)day, search->item_on[day], search->extras_on[day]);
        }
    }
    return true;
}
