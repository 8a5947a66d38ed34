/* Files: bounded reading; writing beside the target and renaming. */
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"

#define READ_BYTES ((size_t)64 * 1024)

static bool fail_file(struct error *error, const char *path, const char *what)
{
    error_add(error, STATUS_SYSTEM, path, 0, 0, "%s: %s", what, strerror(errno));
    return false;
}

static bool stream_all(int file, const char *path, size_t most_bytes, file_consumer *consume,
                       void *context, struct error *error)
{
    char buffer[READ_BYTES];
    size_t total = 0;
    for (;;) {
        ssize_t got = read(file, buffer, sizeof buffer);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fail_file(error, path, "cannot read");
        if (got == 0)
            return true;
        total += (size_t)got;
        if (total > most_bytes) {
            error_add(error, STATUS_BAD_INPUT, path, 0, 0,
                      "the file is larger than %zu kB; this cannot be the right one",
                      most_bytes / 1024);
            return false;
        }
        if (!consume(context, buffer, (size_t)got))
            return false;
    }
}

bool file_stream(const char *path, size_t most_bytes, file_consumer *consume, void *context,
                 struct error *error)
{
    if (strcmp(path, "-") == 0)
        return stream_all(STDIN_FILENO, "(standard input)", most_bytes, consume, context, error);
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return fail_file(error, path, "cannot open");
    bool done = stream_all(file, path, most_bytes, consume, context, error);
    close(file);
    return done;
}

static bool append_bytes(void *text, const char *bytes, size_t length)
{
    text_append_bytes(text, bytes, length);
    return true;
}

bool file_read(const char *path, size_t most_bytes, struct text *out, struct error *error)
{
    return file_stream(path, most_bytes, append_bytes, out, error);
}

static bool write_all(int file, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t written = write(file, bytes, length);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        bytes += written;
        length -= (size_t)written;
    }
    return true;
}

/* Devices, pipes, and standard output. */
static bool write_directly(int file, const char *path, const void *bytes, size_t length,
                           struct error *error)
{
    if (!write_all(file, bytes, length))
        return fail_file(error, path, "cannot write");
    return true;
}

static bool write_device(const char *path, const void *bytes, size_t length, struct error *error)
{
    int file = open(path, O_WRONLY | O_CLOEXEC);
    if (file < 0)
        return fail_file(error, path, "cannot open for writing");
    bool done = write_directly(file, path, bytes, length, error);
    if (close(file) != 0 && done)
        done = fail_file(error, path, "cannot write");
    return done;
}

/* The mode that open() gives a new file; there is no way to ask but to set it. */
static mode_t default_mode(void)
{
    mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

static bool replace_file(const char *target, mode_t mode, const void *bytes, size_t length,
                         const char *path, struct error *error)
{
    struct text beside = TEXT_INIT;
    text_printf(&beside, "%s.XXXXXX", target);
    int file = mkstemp(beside.data);
    if (file < 0) {
        text_release(&beside);
        return fail_file(error, path, "cannot write");
    }
    bool done = write_all(file, bytes, length) && fchmod(file, mode) == 0 && fsync(file) == 0;
    int saved = errno;
    if (close(file) != 0 && done) {
        saved = errno;
        done = false;
    }
    if (done && rename(beside.data, target) != 0) {
        saved = errno;
        done = false;
    }
    if (!done) {
        unlink(beside.data);
        errno = saved;
        fail_file(error, path, "cannot write");
    }
    text_release(&beside);
    return done;
}

bool file_write(const char *path, const void *bytes, size_t length, struct error *error)
{
    if (strcmp(path, "-") == 0)
        return write_directly(STDOUT_FILENO, "(standard output)", bytes, length, error);
    struct stat info;
    if (stat(path, &info) != 0) {
        if (errno != ENOENT)
            return fail_file(error, path, "cannot write");
        if (lstat(path, &info) == 0) { /* a link to nothing: it must not be lost */
            error_add(error, STATUS_SYSTEM, path, 0, 0,
                      "cannot write: this is a link to a file that doesn't exist");
            return false;
        }
        return replace_file(path, default_mode(), bytes, length, path, error);
    }
    if (S_ISDIR(info.st_mode)) {
        error_add(error, STATUS_SYSTEM, path, 0, 0, "cannot write: this is a folder");
        return false;
    }
    if (!S_ISREG(info.st_mode))
        return write_device(path, bytes, length, error);
    char *target = realpath(path, NULL); /* through links, so that they stay */
    if (!target)
        return fail_file(error, path, "cannot write");
    bool done = replace_file(target, info.st_mode & 07777, bytes, length, path, error);
    free(target);
    return done;
}

void file_beside(const char *file, const char *name, struct text *path)
{
    const char *slash = strrchr(file, '/');
    if (name[0] != '/' && slash)
        text_append_bytes(path, file, (size_t)(slash - file) + 1);
    text_append(path, name);
}

bool file_is_same(const char *a, const char *b)
{
    struct stat first, second;
    return stat(a, &first) == 0 && stat(b, &second) == 0 && first.st_dev == second.st_dev &&
           first.st_ino == second.st_ino;
}

bool file_is_folder(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool has_suffix(const char *name, const char *suffix)
{
    size_t length = strlen(name), suffix_length = strlen(suffix);
    return length > suffix_length && strcmp(name + length - suffix_length, suffix) == 0;
}

/* Puts the NUL-separated names behind their pointers, in one block. */
static char **names_block(const struct text *names, size_t count)
{
    char **block = memory_new(count * sizeof *block + names->length + 1);
    char *copy = (char *)(block + count);
    if (names->length)
        memcpy(copy, names->data, names->length);
    for (size_t i = 0; i < count; i++) {
        block[i] = copy;
        copy += strlen(copy) + 1;
    }
    qsort(block, count, sizeof *block, compare_names);
    return block;
}

char **file_list(const char *folder, const char *suffix, size_t *count, struct error *error)
{
    DIR *directory = opendir(folder);
    if (!directory) {
        fail_file(error, folder, "cannot open the folder");
        return NULL;
    }
    struct text names = TEXT_INIT;
    *count = 0;
    errno = 0;
    for (struct dirent *entry; (entry = readdir(directory)); errno = 0) {
        if (entry->d_name[0] == '.' || !has_suffix(entry->d_name, suffix))
            continue;
        text_append_bytes(&names, entry->d_name, strlen(entry->d_name) + 1);
        ++*count;
    }
    char **block = NULL;
    if (errno)
        fail_file(error, folder, "cannot read the folder");
    else
        block = names_block(&names, *count);
    closedir(directory);
    text_release(&names);
    return block;
}
