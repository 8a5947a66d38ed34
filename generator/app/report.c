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

static const char *status_name(enum finding_status status)
{
    static const char *const names[] = {"broken", "gave_way", "not_judged", "off"};
    return names[status];
}

/* What a finding says besides its level where it is no plain breach. */
static const char *status_words(enum finding_status status)
{
    static const char *const words[] = {"", "gave way: ", "not judged: ", "off: "};
    return words[status];
}

void report_findings_text(const char *path, const struct findings *findings, struct text *out)
{
    char date[DATE_TEXT_SIZE];
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->items[i];
        text_printf(out, "%s: ", path);
        if (finding->week)
            text_printf(out, "week %d (%s): ", finding->week, date_format(finding->date, date));
        text_printf(out, "%s: %s: %s%s\n", rule_level_name(finding->level), finding->rule,
                    status_words(finding->status), finding->text);
    }
}

static json_t *optional_integer(int value)
{
    return value == UNKNOWN ? NULL : json_integer(value);
}

/* Distances in the plan's unit, everything else as it is. */
static json_t *limit_value(const struct finding *finding, int value)
{
    if (value == UNKNOWN)
        return NULL;
    return finding->limit_kind == LIMIT_DISTANCE ? json_real((double)value / HUNDREDTHS)
                                                 : json_integer(value);
}

static json_t *finding_json(const struct finding *finding)
{
    char date[DATE_TEXT_SIZE];
    return json_pack("{s:s, s:s, s:s, s:o*, s:o*, s:o*, s:o*, s:s}", "rule", finding->rule, "level",
                     rule_level_name(finding->level), "status", status_name(finding->status),
                     "week", finding->week ? optional_integer(finding->week) : NULL, "date",
                     finding->date == NO_DATE ? NULL
                                              : json_string(date_format(finding->date, date)),
                     "value", limit_value(finding, finding->value), "limit",
                     limit_value(finding, finding->limit), "text", finding->text);
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

bool report_findings_json(const struct findings *findings, struct text *out, struct error *error)
{
    json_t *list = json_array();
    for (size_t i = 0; i < findings->count; i++)
        json_array_append_new(list, finding_json(&findings->items[i]));
    return report_json(json_pack("{s:b, s:o}", "kept", findings->kept, "findings", list), out,
                       error);
}
