/*
 * Memory for the program and all its libraries: there, or the run ends with status 4.
 *
 * The program's own malloc(), calloc() and realloc() come before the C library's, so that they are
 * libical's, libharu's, libyaml's and everybody's; some of these lose data, or crash, when they are
 * told that there is no memory. What was written stays whole, as nothing is half written anywhere;
 * nothing that waits to be printed is printed.
 *
 * A sandbox refuses its script memory by itself, before it asks here.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/allocate.h"
#include "base/error.h"
#include "base/sanitizer.h"

void allocate_fail(void)
{
    static const char message[] = "hillplan: error: out of memory\n";
    (void)!write(STDERR_FILENO, message, sizeof message - 1);
    _exit(STATUS_SYSTEM);
}

/* Sanitizers have an allocator of their own in the same place. */
#if !HAS_ADDRESS_SANITIZER

/* What stands behind ours: the C library's, or a test's that fails. */
typedef void *malloc_function(size_t size);
typedef void *calloc_function(size_t count, size_t size);
typedef void *realloc_function(void *block, size_t size);

static malloc_function *next_malloc;
static calloc_function *next_calloc;
static realloc_function *next_realloc;

/* POSIX has dlsym() give functions as pointers to objects. */
static void find(const char *name, void *function)
{
    void *symbol = dlsym(RTLD_NEXT, name);
    if (!symbol)
        abort();
    memcpy(function, &symbol, sizeof symbol);
}

static void *or_fail(void *block)
{
    if (!block)
        allocate_fail();
    return block;
}

void *malloc(size_t size)
{
    if (!next_malloc)
        find("malloc", &next_malloc);
    return or_fail(next_malloc(size));
}

void *calloc(size_t count, size_t size)
{
    if (!next_calloc)
        find("calloc", &next_calloc);
    return or_fail(next_calloc(count, size));
}

void *realloc(void *block, size_t size)
{
    if (!next_realloc)
        find("realloc", &next_realloc);
    void *moved = next_realloc(block, size);
    return size == 0 ? moved : or_fail(moved); /* of nothing: the block was freed */
}

#endif
