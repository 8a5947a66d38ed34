/*
 * Memory that is there or ends the program: callers never test for NULL.
 *
 * hillplan makes one document and ends, so running out of memory has one sensible answer: say so
 * and leave every file as it was. The program decides how (memory_on_failure); a library user who
 * sets nothing gets abort(). For what libraries allocate, the program's app/allocate.c does the
 * same.
 */
#ifndef HILLPLAN_BASE_MEMORY_H
#define HILLPLAN_BASE_MEMORY_H

#include <stddef.h>

/* Sets what is called when memory runs out; it must not return. */
void memory_on_failure(void (*handler)(void));

/* `size` bytes, zeroed. The caller frees them with free(). */
void *memory_new(size_t size);

/* Like realloc() for `count` elements of `size` bytes; an overflow counts as out of memory. */
void *memory_resize(void *block, size_t count, size_t size);

#endif
