/* Errors and warnings: a growing list of messages. */
#include "base/error.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"

/* More messages than anybody reads; further ones are counted but not kept. */
#define MAX_MESSAGES 100
/* Bytes of a word in a message; paths are longer than other words. */
#define MOST_IN_WORD 300

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

/* The text as it may be told: messages quote what others wrote. Words that nobody reads to their
   end are cut. */
static char *told(const char *string, size_t most_in_word)
{
    struct text text = TEXT_INIT, clean = TEXT_INIT;
    text_append_told(&clean, string, strlen(string));
    for (const char *at = text_string(&clean); *at;) {
        size_t length = strcspn(at, " \n"), kept = length;
        if (length > most_in_word) {
            for (kept = most_in_word; utf8_is_continuation(at[kept]);)
                kept--;
        }
        text_append_bytes(&text, at, kept);
        text_append(&text, kept < length ? "…" : "");
        at += length;
        bool is_fold = *at == '\n' && at[1] == ' '; /* no other begins what looks like a message */
        if (*at)
            text_append(&text, is_fold ? "\n" : " ");
        at += *at != '\0';
    }
    text_release(&clean);
    text_append(&text, "");
    return text.data;
}

__attribute__((format(printf, 6, 0))) static void add(struct error *error, const char *file,
                                                      int line, int column, bool is_warning,
                                                      const char *format, va_list arguments)
{
    error->added++;
    if (error->count == MAX_MESSAGES)
        return;
    struct text text = TEXT_INIT;
    text_vprintf(&text, format, arguments);
    error->messages = memory_resize(error->messages, error->count + 1, sizeof *error->messages);
    error->messages[error->count++] = (struct error_message){
        .file = file ? told(file, SIZE_MAX) : NULL,
        .line = line,
        .column = column,
        .is_warning = is_warning,
        .text = told(text_string(&text), MOST_IN_WORD),
    };
    text_release(&text);
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
