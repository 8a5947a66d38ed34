/* Random numbers: Marsaglia's xorshift64*, the same on every machine for the same state. */
#ifndef HILLPLAN_TESTS_RANDOM_H
#define HILLPLAN_TESTS_RANDOM_H

#include <stdint.h>

static inline uint64_t random_next(uint64_t *state)
{
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    return *state * UINT64_C(2685821657736338717);
}

/* From least to most, both included. */
static inline int random_between(uint64_t *state, int least, int most)
{
    return least + (int)((random_next(state) >> 33) % (uint64_t)(most - least + 1));
}

#endif
