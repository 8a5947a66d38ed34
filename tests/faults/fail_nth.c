/*
 * Preloaded into a program: the n-th call of one function fails, as FAULT_CALL and FAULT_AT say.
 * Without FAULT_AT the calls are counted, and FAULT_COUNT is a file for the number.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *block, size_t size);

static const char *call;
static long at, count;

__attribute__((constructor)) static void begin(void)
{
    call = getenv("FAULT_CALL");
    const char *number = getenv("FAULT_AT");
    at = number ? atol(number) : -1;
    count = 0;
}

static int fails(const char *name, int error)
{
    if (!call || strcmp(call, name) != 0 || ++count != at)
        return 0;
    errno = error;
    return 1;
}

/* The C library's own, behind this one. */
#define NEXT(result, name, ...)                                                                    \
    static result (*next)(__VA_ARGS__);                                                            \
    if (!next)                                                                                     \
    *(void **)&next = dlsym(RTLD_NEXT, name)

__attribute__((destructor)) static void end(void)
{
    const char *file = getenv("FAULT_COUNT");
    call = NULL;
    FILE *out = file ? fopen(file, "w") : NULL;
    if (out) {
        fprintf(out, "%ld\n", count);
        fclose(out);
    }
}

void *malloc(size_t size)
{
    return fails("malloc", ENOMEM) ? NULL : __libc_malloc(size);
}

void *calloc(size_t number, size_t size)
{
    return fails("malloc", ENOMEM) ? NULL : __libc_calloc(number, size);
}

void *realloc(void *block, size_t size)
{
    return size && fails("malloc", ENOMEM) ? NULL : __libc_realloc(block, size);
}

ssize_t read(int file, void *bytes, size_t length)
{
    NEXT(ssize_t, "read", int, void *, size_t);
    return fails("read", EIO) ? -1 : next(file, bytes, length);
}

ssize_t write(int file, const void *bytes, size_t length)
{
    NEXT(ssize_t, "write", int, const void *, size_t);
    return file != STDERR_FILENO && fails("write", ENOSPC) ? -1 : next(file, bytes, length);
}

int open(const char *path, int flags, ...)
{
    NEXT(int, "open", const char *, int, mode_t);
    va_list more;
    va_start(more, flags);
    mode_t mode = flags & O_CREAT ? va_arg(more, mode_t) : 0;
    va_end(more);
    return fails("open", EMFILE) ? -1 : next(path, flags, mode);
}

int close(int file)
{
    NEXT(int, "close", int);
    int failed = fails("close", EIO);
    int result = next(file);
    if (failed)
        errno = EIO;
    return failed ? -1 : result;
}

int fsync(int file)
{
    NEXT(int, "fsync", int);
    return fails("fsync", EIO) ? -1 : next(file);
}

int rename(const char *from, const char *to)
{
    NEXT(int, "rename", const char *, const char *);
    return fails("rename", EACCES) ? -1 : next(from, to);
}

int mkstemp(char *name)
{
    NEXT(int, "mkstemp", char *);
    return fails("mkstemp", ENOSPC) ? -1 : next(name);
}
