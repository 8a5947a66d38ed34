/* Allocation that succeeds or ends the program. */
#include "base/memory.h"

#include <stdint.h>
#include <stdlib.h>

static void (*on_failure)(void) = abort;

void memory_on_failure(void (*handler)(void))
{
    on_failure = handler;
}

void *memory_new(size_t size)
{
    void *block = calloc(1, size ? size : 1);
    if (!block) {
        on_failure();
        abort();
    }
    return block;
}

void *memory_resize(void *block, size_t count, size_t size)
{
    void *grown = NULL;
    if (size == 0 || count <= SIZE_MAX / size) {
        size_t bytes = count * size;
        grown = realloc(block, bytes ? bytes : 1);
    }
    if (!grown) {
        on_failure();
        abort();
    }
    return grown;
}
