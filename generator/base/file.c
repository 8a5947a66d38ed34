/* Files: bounded reading of what is there; writing beside the target and renaming. */
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/files_read.h"
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

/* Notes what is read; false after an error if it is nothing that the role allows. */
static bool is_of_role(int file, struct file_role role, const char *path, struct error *error)
{
    struct stat info;
    if (fstat(file, &info) != 0)
        return fail_file(error, path, "cannot read");
    files_read_note(&info, role.name);
    if (S_ISREG(info.st_mode) || (role.may_be_pipe && !S_ISDIR(info.st_mode)))
        return true;
    error_add(error, STATUS_BAD_INPUT, path, 0, 0, "this is %s; %s should be a file",
              S_ISDIR(info.st_mode) ? "a folder" : "a pipe or a device", role.name);
    return false;
}

bool file_stream(struct file_role role, const char *path, size_t most_bytes, file_consumer *consume,
                 void *context, struct error *error)
{
    const bool is_standard = strcmp(path, "-") == 0;
    if (is_standard) {
        role.may_be_pipe = true;
        path = "(standard input)";
    }
    /* What should be a file isn't waited for: nobody may ever write to a pipe. */
    int file = is_standard ? STDIN_FILENO
                           : open(path, O_RDONLY | O_CLOEXEC | (role.may_be_pipe ? 0 : O_NONBLOCK));
    if (file < 0)
        return fail_file(error, path, "cannot open");
    bool done = is_of_role(file, role, path, error) &&
                stream_all(file, path, most_bytes, consume, context, error);
    if (!is_standard)
        close(file);
    return done;
}

static bool append_bytes(void *text, const char *bytes, size_t length)
{
    text_append_bytes(text, bytes, length);
    return true;
}

bool file_read(struct file_role role, const char *path, size_t most_bytes, struct text *out,
               struct error *error)
{
    return file_stream(role, path, most_bytes, append_bytes, out, error);
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

/* --- one file for another ---------------------------------------------------------------------
 */

/* The signals that would end the program (not those that it ignores, as under nohup). */
static sigset_t ending_signals(void)
{
    static const int ending[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
    struct sigaction action;
    sigset_t signals;
    sigemptyset(&signals);
    for (size_t i = 0; i < sizeof ending / sizeof *ending; i++)
        if (sigaction(ending[i], NULL, &action) == 0 && action.sa_handler != SIG_IGN)
            sigaddset(&signals, ending[i]);
    return signals;
}

/* Whether one of them has come and waits: then the file that is there had better stay. */
static bool is_to_end(void)
{
    const sigset_t ending = ending_signals();
    sigset_t come;
    if (sigpending(&come) != 0)
        return false;
    for (int signal = 1; signal < 32; signal++)
        if (sigismember(&ending, signal) == 1 && sigismember(&come, signal) == 1)
            return true;
    return false;
}

/* False with errno set, and nothing left. */
static bool write_beside(const char *target, mode_t mode, const void *bytes, size_t length)
{
    struct text beside = TEXT_INIT;
    text_printf(&beside, "%s.XXXXXX", target);
    int file = mkstemp(beside.data);
    bool done =
        file >= 0 && write_all(file, bytes, length) && fchmod(file, mode) == 0 && fsync(file) == 0;
    int saved = errno;
    if (file >= 0 && close(file) != 0 && done) {
        saved = errno;
        done = false;
    }
    if (done && is_to_end()) {
        saved = EINTR;
        done = false;
    } else if (done && rename(beside.data, target) != 0) {
        saved = errno;
        done = false;
    }
    if (file >= 0 && !done)
        unlink(beside.data);
    text_release(&beside);
    errno = saved;
    return done;
}

/* A file with further names, which another file would no longer share. Space is taken first, so
   that a full disk leaves what stood there. */
static bool write_in_place(const char *target, off_t old, const void *bytes, size_t length)
{
    int file = open(target, O_WRONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    const off_t size = (off_t)length;
    int saved = length > 0 ? posix_fallocate(file, 0, size) : 0;
    bool done = saved == 0;
    if (done) {
        done = write_all(file, bytes, length) && ftruncate(file, size) == 0 && fsync(file) == 0;
        saved = errno;
    } else if (ftruncate(file, old) != 0) {
        saved = errno;
    }
    if (close(file) != 0 && done) {
        saved = errno;
        done = false;
    }
    errno = saved;
    return done;
}

/* `info` is of what stands there, or NULL. */
static bool replace_file(const char *target, const struct stat *info, const void *bytes,
                         size_t length, const char *path, struct error *error)
{
    const sigset_t held = ending_signals();
    sigset_t before;
    sigprocmask(SIG_BLOCK, &held, &before);
    bool done =
        info && info->st_nlink > 1
            ? write_in_place(target, info->st_size, bytes, length)
            : write_beside(target, info ? info->st_mode & 07777 : default_mode(), bytes, length);
    int saved = errno;
    sigprocmask(SIG_SETMASK, &before, NULL); /* here the program ends, if it was to end */
    errno = saved;
    return done || fail_file(error, path, "cannot write");
}

/* Over what stands there, unless it is not to be written. */
static bool replace_existing(const char *path, const struct stat *info, const void *bytes,
                             size_t length, struct error *error)
{
    if ((info->st_mode & 0222) == 0 || access(path, W_OK) != 0) {
        errno = EACCES; /* its folder would let us, and so would everything let root */
        return fail_file(error, path, "cannot write");
    }
    char *target = realpath(path, NULL); /* through links, so that they stay */
    if (!target)
        return fail_file(error, path, "cannot write");
    bool done = replace_file(target, info, bytes, length, path, error);
    free(target);
    return done;
}

/* True after an error: what this run has read is never written. */
static bool was_read(const struct stat *info, const char *path, struct error *error)
{
    const char *role = files_read_role(info);
    if (role)
        error_add(error, STATUS_BAD_INPUT, path, 0, 0,
                  "the output would overwrite what is being read here: %s; name another file "
                  "with -o",
                  role);
    return role;
}

static bool write_standard(const void *bytes, size_t length, struct error *error)
{
    static const char name[] = "(standard output)";
    struct stat info;
    if (fstat(STDOUT_FILENO, &info) == 0 && was_read(&info, name, error))
        return false;
    return write_directly(STDOUT_FILENO, name, bytes, length, error);
}

bool file_write(const char *path, const void *bytes, size_t length, struct error *error)
{
    if (strcmp(path, "-") == 0)
        return write_standard(bytes, length, error);
    struct stat info;
    if (stat(path, &info) != 0) {
        if (errno != ENOENT)
            return fail_file(error, path, "cannot write");
        if (lstat(path, &info) == 0) { /* a link to nothing: it must not be lost */
            error_add(error, STATUS_SYSTEM, path, 0, 0,
                      "cannot write: this is a link to a file that doesn't exist");
            return false;
        }
        return replace_file(path, NULL, bytes, length, path, error);
    }
    if (S_ISDIR(info.st_mode)) {
        error_add(error, STATUS_SYSTEM, path, 0, 0, "cannot write: this is a folder");
        return false;
    }
    if (was_read(&info, path, error))
        return false;
    if (!S_ISREG(info.st_mode))
        return write_device(path, bytes, length, error);
    return replace_existing(path, &info, bytes, length, error);
}

void file_beside(const char *file, const char *name, struct text *path)
{
    const char *slash = strrchr(file, '/');
    if (name[0] != '/' && slash)
        text_append_bytes(path, file, (size_t)(slash - file) + 1);
    text_append(path, name);
}

bool file_is_folder(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

bool file_make_folder(const char *path, struct error *error)
{
    int why = mkdir(path, 0777) == 0 ? 0 : errno;
    if (why == 0 || file_is_folder(path))
        return true;
    errno = why;
    return fail_file(error, path, "cannot make the folder");
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
