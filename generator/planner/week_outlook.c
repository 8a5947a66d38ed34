/* Week outlook: kept by day and by the items that are used up, with the days that they were met on.
 */
#include "planner/week_outlook.h"

#include <string.h>

struct known_outlook {
    struct known_outlook *other;
    struct outlook outlook;
    int item_on[DAYS_PER_WEEK];
};

static bool is_same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

/* Whether items differ by nothing but amounts: rules that read words alone can't tell them apart.
 */
static bool are_alike(const struct item *a, const struct item *b)
{
    const struct session *one = &a->session, *other = &b->session;
    return !a->runs && !b->runs && one->kind == other->kind && one->effort == other->effort &&
           one->terrain == other->terrain && is_same_text(one->session, other->session) &&
           is_same_text(one->title, other->title);
}

void outlook_begin(struct week_search *search)
{
    const struct item *items = search->menu->items;
    memset(search->outlooks, 0, sizeof search->outlooks);
    for (int item = 0; item < (int)search->menu->count; item++) {
        search->alike[item] = 0;
        while (!are_alike(&items[search->alike[item]], &items[item]) && search->alike[item] < item)
            search->alike[item]++;
    }
}

static unsigned used_items(const struct week_search *search)
{
    unsigned used = 0;
    for (size_t item = 0; item < search->menu->count; item++)
        used |= (unsigned)search->used[item] << item;
    return used;
}

/* Whether the days before are as they were then, as far as the outlook goes by them. */
static bool holds(const struct week_search *search, const struct known_outlook *known)
{
    const struct days_read *by = &known->outlook.by;
    for (size_t d = 0; d < DAYS_PER_WEEK; d++) {
        int then = known->item_on[d], now = search->item_on[d];
        if (!(by->all & 1u << d) || then == now)
            continue;
        if (by->amounts & 1u << d || then == REST || now == REST ||
            search->alike[then] != search->alike[now])
            return false;
    }
    return true;
}

bool outlook_is_known(const struct week_search *search, size_t day, int score,
                      struct outlook *outlook)
{
    const struct known_outlook *known = search->outlooks[day][used_items(search)];
    while (known && !(search_is_beaten(search, score, known->outlook.most) && holds(search, known)))
        known = known->other;
    if (known)
        *outlook = known->outlook;
    return known;
}

void outlook_keep(struct week_search *search, size_t day, struct outlook *outlook)
{
    const unsigned before = (1u << day) - 1;
    outlook->by.all &= before;
    outlook->by.amounts &= before;
    struct known_outlook **place = &search->outlooks[day][used_items(search)];
    struct known_outlook *known = arena_alloc(search->arena, sizeof *known);
    known->outlook = *outlook;
    memcpy(known->item_on, search->item_on, sizeof known->item_on);
    known->other = *place;
    *place = known;
}
