/* What the tests of files/ share: texts as files, and errors as the lines a user sees. */
#ifndef HILLPLAN_TESTS_FILES_FIXTURE_H
#define HILLPLAN_TESTS_FILES_FIXTURE_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cases.h"
#include "base/error.h"
#include "base/text.h"

/* Writes the bytes to a new file; its path is freed by the caller, who removes the file. */
static inline char *fixture_file(const char *bytes, size_t length)
{
    char path[] = "/tmp/hillplan-test-XXXXXX";
    int file = mkstemp(path);
    assert_true(file >= 0);
    assert_int_equal(write(file, bytes, length), (ssize_t)length);
    close(file);
    return strdup(path);
}

/* The messages, each as "line:column: error: text\n", and with the file in front on request. */
static inline char *fixture_messages(const struct error *error, bool with_file)
{
    struct text text = TEXT_INIT;
    text_append(&text, "");
    for (size_t i = 0; i < error->count; i++) {
        const struct error_message *message = &error->messages[i];
        if (with_file)
            text_printf(&text, "%s:", message->file);
        text_printf(&text, "%d:%d: %s: %s\n", message->line, message->column,
                    message->is_warning ? "warning" : "error", message->text);
    }
    return text.data ? text.data : strdup("");
}

/* Asserts that these are all the messages, and releases them. */
static inline void assert_messages(struct error *error, const char *expected)
{
    char *messages = fixture_messages(error, false);
    assert_string_equal(messages, expected);
    free(messages);
    error_release(error);
}

#endif
