/*
 * An arena: allocations that are freed together. One holds a profile, one a plan.
 */
#ifndef HILLPLAN_BASE_ARENA_H
#define HILLPLAN_BASE_ARENA_H

#include <stddef.h>

struct arena;

/* A new, empty arena; freed with arena_free(). Never NULL (see memory.h). */
struct arena *arena_new(void);

/* Frees the arena and all that was allocated from it. NULL is allowed. */
void arena_free(struct arena *arena);

/* `size` zeroed bytes, aligned for any type; owned by the arena. */
void *arena_alloc(struct arena *arena, size_t size);

/* `count` zeroed elements of `size` bytes; an overflow counts as out of memory. */
void *arena_array(struct arena *arena, size_t count, size_t size);

/* Copies of a string, of its first `length` bytes, and of a formatted one; owned by the arena. */
char *arena_strdup(struct arena *arena, const char *string);
char *arena_strndup(struct arena *arena, const char *string, size_t length);
char *arena_printf(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
