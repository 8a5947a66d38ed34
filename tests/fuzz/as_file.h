/* What the fuzz targets of readers of files share. They run in the root of the source tree. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/error.h"
#include "base/files_read.h"

/* What always holds; abort() tells the fuzzer that it doesn't. */
static void expect(bool holds)
{
    if (!holds)
        abort();
}

/* The bytes as a file in memory: its path, which holds until the next one. */
static inline const char *as_file(const uint8_t *bytes, size_t length, const char *ending)
{
    static char path[64];
    files_read_forget();
    snprintf(path, sizeof path, "/dev/shm/fuzz.%ld%s", (long)getpid(), ending);
    FILE *file = fopen(path, "wb");
    expect(file && fwrite(bytes, 1, length, file) == length && fclose(file) == 0);
    return path;
}

/* A target: reads the bytes as a file; either there is something, or an error says why not. */
#define FUZZ_READER(ending, type, read, release)                                                   \
    int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);                               \
    int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)                                \
    {                                                                                              \
        struct error error;                                                                        \
        error_init(&error);                                                                        \
        const char *path = as_file(bytes, length, (ending));                                       \
        type *found = read;                                                                        \
        expect(!found == error_is_set(&error));                                                    \
        release(found);                                                                            \
        error_release(&error);                                                                     \
        return 0;                                                                                  \
    }
