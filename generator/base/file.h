/*
 * Files: reading whole ones, bounded; and writing so that a failure leaves what stood there before.
 */
#ifndef HILLPLAN_BASE_FILE_H
#define HILLPLAN_BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/text.h"

/* What a file is to the run that reads it. */
struct file_role {
    const char *name; /* "the course", in messages */
    bool may_be_pipe; /* or a device: the runner names it on the command line, as it is read */
};

/*
 * Appends the whole file to `out`, and notes that it was read: file_write() won't overwrite it. A
 * file that cannot be opened or read is STATUS_SYSTEM; one of more than `most_bytes`, or that is no
 * regular file though its role asks for one, is STATUS_BAD_INPUT. `path` "-" reads standard input.
 */
bool file_read(struct file_role role, const char *path, size_t most_bytes, struct text *out,
               struct error *error);

/* Takes a piece of a file that is read in order; false ends the reading. */
typedef bool file_consumer(void *context, const char *bytes, size_t length);

/*
 * Reads a file piece by piece, bounded as in file_read(). False after an error, which the consumer
 * states where it was the one to end it.
 */
bool file_stream(struct file_role role, const char *path, size_t most_bytes, file_consumer *consume,
                 void *context, struct error *error);

/*
 * Writes a file whole or not at all: beside its target, synced, then renamed over it. Symbolic
 * links are followed and the mode of a target that exists is kept; one with further hard links is
 * rewritten in place. A signal that ends programs waits until nothing is half done. A target that
 * is no regular file (a device, a pipe) is written directly. `path` "-" writes standard output.
 * Errors: STATUS_BAD_INPUT for a file that this run has read, STATUS_SYSTEM.
 */
bool file_write(const char *path, const void *bytes, size_t length, struct error *error);

/* Appends `name` as seen from the folder that holds `file`, which an absolute name is not. */
void file_beside(const char *file, const char *name, struct text *path);

/* True where `path` is a folder. */
bool file_is_folder(const char *path);

/* Makes a folder, in one that is there; one that is there already stays. STATUS_SYSTEM. */
bool file_make_folder(const char *path, struct error *error);

/*
 * The names in a folder that end in `suffix`, sorted bytewise; as an array of strings, one block
 * freed by one free(). NULL and an error where the folder can't be read.
 */
char **file_list(const char *folder, const char *suffix, size_t *count, struct error *error);

#endif
