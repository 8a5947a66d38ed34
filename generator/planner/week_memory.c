/* Week memory: by question and rule the last answer, and the days as they stood then. */
#include "planner/week_memory.h"

#include "base/arena.h"
#include "planner/schedule.h"

#define BITS_OF_DAY 8
#define ABOUTS      (SESSION_KIND_COUNT + 1) /* REST is the first */

_Static_assert(ABOUTS > DAYS_PER_WEEK, "there is a place for each item");

/* A byte for each day: which item stands there, and which one that words can't tell from it. */
struct days_standing {
    uint64_t items, words;
};

struct known_answer {
    bool is_there;
    struct days_standing stood, goes_by; /* goes_by: with all bits of the days that matter */
    struct answer answer;
    struct limits *limits; /* NULL: none */
};

struct week_memory {
    struct arena *arena;
    size_t rules;
    struct days_standing now;
    struct known_answer *known[HOOK_COUNT][DAYS_PER_WEEK][ABOUTS]; /* by rule; NULL: not asked */
};

struct week_memory *week_memory_new(size_t rules, struct arena *arena)
{
    struct week_memory *memory = arena_alloc(arena, sizeof *memory);
    memory->arena = arena;
    memory->rules = rules;
    return memory;
}

static void set_byte(uint64_t *bytes, size_t day, int item)
{
    const unsigned shift = (unsigned)day * BITS_OF_DAY;
    *bytes = (*bytes & ~((uint64_t)UINT8_MAX << shift)) | (uint64_t)(item - REST) << shift;
}

void week_memory_set_day(struct week_memory *memory, size_t day, int item, int alike)
{
    set_byte(&memory->now.items, day, item);
    set_byte(&memory->now.words, day, alike);
}

static uint64_t bytes_of_days(unsigned days)
{
    uint64_t bytes = 0;
    for (size_t d = 0; d < DAYS_PER_WEEK; d++)
        if (days & 1u << d)
            bytes |= (uint64_t)UINT8_MAX << d * BITS_OF_DAY;
    return bytes;
}

const struct answer *week_memory_find(const struct week_memory *memory,
                                      const struct day_question *question, size_t rule,
                                      struct limits *limits)
{
    const struct known_answer *known =
        memory->known[question->hook][question->day][question->about - REST];
    if (!known || !known[rule].is_there)
        return NULL;
    known += rule;
    if (((known->stood.items ^ memory->now.items) & known->goes_by.items) |
        ((known->stood.words ^ memory->now.words) & known->goes_by.words))
        return NULL;
    if (limits && known->limits)
        *limits = *known->limits;
    return &known->answer;
}

static const char *keep_text(struct week_memory *memory, const char *text)
{
    return text ? arena_strdup(memory->arena, text) : NULL;
}

static struct limits *keep_limits(struct week_memory *memory, const struct limits *limits)
{
    struct limits *kept = arena_alloc(memory->arena, sizeof *kept);
    *kept = *limits;
    for (int kind = 0; kind < LIMIT_KIND_COUNT; kind++)
        kept->of[kind].because =
            limits->of[kind].max == INT_MAX ? NULL : keep_text(memory, limits->of[kind].because);
    return kept;
}

const struct answer *week_memory_keep(struct week_memory *memory,
                                      const struct day_question *question, size_t rule,
                                      const struct answer *answer, struct limits *limits)
{
    struct known_answer **place =
        &memory->known[question->hook][question->day][question->about - REST];
    if (!*place)
        *place = arena_array(memory->arena, memory->rules, sizeof **place);
    struct known_answer *known = *place + rule;
    *known = (struct known_answer){
        .is_there = true,
        .stood = memory->now,
        .goes_by = {bytes_of_days(answer->read.amounts), bytes_of_days(answer->read.all)},
        .answer = *answer,
    };
    known->answer.because = keep_text(memory, answer->because);
    known->answer.field = keep_text(memory, answer->field);
    if (limits && answer->kind == ANSWER_GIVEN)
        *limits = *(known->limits = keep_limits(memory, limits));
    return &known->answer;
}
