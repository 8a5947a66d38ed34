/* FNV-1a (Fowler, Noll and Vo, 1991), 64 bits, over what stays the same in a plan. */
#include "export/plan_id.h"

#define HASH_BASIS UINT64_C(14695981039346656037)
#define HASH_PRIME UINT64_C(1099511628211)

static uint64_t hash_text(uint64_t hash, const char *text)
{
    for (const char *at = text ? text : ""; *at; at++)
        hash = (hash ^ (unsigned char)*at) * HASH_PRIME;
    return (hash ^ '\n') * HASH_PRIME;
}

static uint64_t hash_number(uint64_t hash, int number)
{
    for (unsigned shift = 0; shift < 32; shift += 8)
        hash = (hash ^ ((unsigned)number >> shift & 0xFF)) * HASH_PRIME;
    return hash;
}

uint64_t plan_id(const struct plan *plan)
{
    const struct made_from *from = &plan->made_from;
    uint64_t hash = hash_text(HASH_BASIS, plan->runner.name);
    for (size_t i = 0; i < plan->runner.recent_week_count; i++)
        hash = hash_number(hash, plan->runner.recent_weeks[i]);
    if (from->start != NO_DATE)
        return hash_number(hash_text(hash, from->template_name), from->start);
    hash = hash_text(hash, plan->race.name);
    hash = hash_number(hash, plan->race.distance.metres);
    return hash_number(hash, plan->race.date);
}
