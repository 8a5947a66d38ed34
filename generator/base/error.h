/*
 * Errors and warnings: filled in by the function that finds them, printed by the program alone.
 *
 * A function that can fail takes a `struct error *` last and returns false; on success it leaves
 * the errors untouched (it may add warnings). One struct collects every message of a run, so that
 * a file's mistakes are all reported at once.
 */
#ifndef HILLPLAN_BASE_ERROR_H
#define HILLPLAN_BASE_ERROR_H

#include <stdbool.h>
#include <stddef.h>

/* What went wrong, as the program's exit status. */
enum status {
    STATUS_OK = 0,
    STATUS_RULE_BROKEN = 1, /* a must rule is broken in a plan that was to be checked or printed */
    STATUS_BAD_INPUT = 2,   /* bad usage, bad input, bad script */
    STATUS_NO_PLAN = 3,     /* no plan satisfies the rules */
    STATUS_SYSTEM = 4,      /* cannot open, cannot write, out of memory */
};

/* One message. `file` may be NULL; line and column count from 1, 0 where they mean nothing. */
struct error_message {
    char *file;
    int line, column;
    bool is_warning;
    char *text;
};

struct error {
    struct error_message *messages;
    size_t count;       /* of those that are kept: nobody reads more */
    size_t added;       /* of all that were added */
    enum status status; /* of the first error; STATUS_OK while there are only warnings */
};

void error_init(struct error *error);

/* Frees the messages; the struct is as after error_init(). */
void error_release(struct error *error);

/* Adds an error at a place in a file (copied; NULL, 0, 0: none). Says what, where and what to do.
 */
void error_add(struct error *error, enum status status, const char *file, int line, int column,
               const char *format, ...) __attribute__((format(printf, 6, 7)));

/* Adds a warning: work goes on. */
void error_warn(struct error *error, const char *file, int line, int column, const char *format,
                ...) __attribute__((format(printf, 5, 6)));

/* True once an error (no mere warning) was added. */
bool error_is_set(const struct error *error);

#endif
