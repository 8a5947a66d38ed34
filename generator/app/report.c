/* Report: the only place that prints messages. */
#include "app/report.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

void report_messages(const struct error *error)
{
    for (size_t i = 0; i < error->count; i++) {
        const struct error_message *message = &error->messages[i];
        fprintf(stderr, "%s", message->file ? message->file : "hillplan");
        if (message->line > 0)
            fprintf(stderr, ":%d", message->line);
        if (message->line > 0 && message->column > 0)
            fprintf(stderr, ":%d", message->column);
        fprintf(stderr, ": %s: %s\n", message->is_warning ? "warning" : "error", message->text);
    }
}

bool report_json(struct json_t *root, struct text *out, struct error *error)
{
    char *json = root ? json_dumps(root, JSON_INDENT(2) | JSON_REAL_PRECISION(12)) : NULL;
    bool done = json != NULL;
    if (done)
        text_printf(out, "%s\n", json);
    else
        error_add(error, STATUS_SYSTEM, NULL, 0, 0, "out of memory");
    free(json);
    json_decref(root);
    return done;
}
