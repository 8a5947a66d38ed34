/* Errors and warnings: a growing list of messages. */
#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

/* More messages than anybody reads; further ones are counted as errors but not kept. */
#define MAX_MESSAGES 100

void error_init(struct error *error)
{
    *error = (struct error){0};
}

void error_release(struct error *error)
{
    for (size_t i = 0; i < error->count; i++) {
        free(error->messages[i].file);
        free(error->messages[i].text);
    }
    free(error->messages);
    error_init(error);
}

static char *duplicate_string(const char *string)
{
    size_t size = strlen(string) + 1;
    return memcpy(memory_new(size), string, size);
}

__attribute__((format(printf, 1, 0), nonnull)) static char *format_text(const char *format,
                                                                        va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    size_t size = length < 0 ? 1 : (size_t)length + 1;
    char *text = memory_new(size);
    vsnprintf(text, size, format, arguments);
    return text;
}

__attribute__((format(printf, 6, 0))) static void add(struct error *error, const char *file,
                                                      int line, int column, bool is_warning,
                                                      const char *format, va_list arguments)
{
    if (error->count == MAX_MESSAGES)
        return;
    error->messages = memory_resize(error->messages, error->count + 1, sizeof *error->messages);
    error->messages[error->count++] = (struct error_message){
        .file = file ? duplicate_string(file) : NULL,
        .line = line,
        .column = column,
        .is_warning = is_warning,
        .text = format_text(format, arguments),
    };
}

void error_add(struct error *error, enum status status, const char *file, int line, int column,
               const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    add(error, file, line, column, false, format, arguments);
    va_end(arguments);
    if (error->status == STATUS_OK)
        error->status = status;
}

void error_warn(struct error *error, const char *file, int line, int column, const char *format,
                ...)
{
    va_list arguments;
    va_start(arguments, format);
    add(error, file, line, column, true, format, arguments);
    va_end(arguments);
}

bool error_is_set(const struct error *error)
{
    return error->status != STATUS_OK;
}
