/* What was read of cells. */
#include "app/read_report.h"

#include <jansson.h>
#include <string.h>

static const char *const wholes[] = {
    [CELL_SESSIONS] = "sessions",
    [CELL_REST] = "rest",
    [CELL_NOTHING] = "no session",
    [CELL_CHOICE] = "a choice",
};
static const char *const whole_words[] = {
    [CELL_SESSIONS] = "sessions",
    [CELL_REST] = "rest",
    [CELL_NOTHING] = "none",
    [CELL_CHOICE] = "choice",
};
static const char *const sports[] = {
    [SPORT_RUN] = "run", [SPORT_OTHER] = "other", [SPORT_UNKNOWN] = "unknown"};

/* ---- for people ---- */

static void put_range(struct text *out, int lo, int hi, int decimals)
{
    char text[QUANTITY_TEXT_SIZE];
    if (lo != hi)
        text_printf(out, "%s-", decimal_format(lo, decimals, text));
    text_append(out, decimal_format(hi, decimals, text));
}

static void put_time(struct text *out, const struct cell_amount *time)
{
    char text[QUANTITY_TEXT_SIZE];
    if (time->lo != time->hi)
        text_printf(out, "%s-", duration_format(time->lo, text));
    text_append(out, duration_format(time->hi, text));
}

/* Reasons in brackets, each behind what it is about. */
static void put_why(struct text *out, const struct cell_amount *amount)
{
    if (amount->why)
        text_printf(out, " (%s%s)", amount->told == TOLD_INFERRED ? "inferred: " : "", amount->why);
}

static void put_distance(struct text *out, const struct cell_session *session, int units)
{
    if (session->distance.hi == UNKNOWN) {
        if (session->distance.why && session->sport == SPORT_RUN)
            text_printf(out, ", distance unknown: %s", session->distance.why);
        return;
    }
    int own = units == UNKNOWN ? session->written : units;
    text_append(out, session->is_at_least ? ", at least " : ", ");
    put_range(out, session->distance.lo, session->distance.hi, 2);
    text_printf(out, " %s",
                !session->has_unit ? "of the plan's unit"
                                   : units_name(own == UNITS_MI ? UNITS_MI : UNITS_KM));
    put_why(out, &session->distance);
}

static void put_session(struct text *out, const struct cell_session *session, int units)
{
    const char *kind = word_list_word(&word_kind_words, session->kind);
    const char *effort = word_list_word(&effort_words, session->effort);
    const char *terrain = word_list_word(&terrain_words, session->terrain);
    text_append(out, session->sport == SPORT_UNKNOWN ? "unknown" : kind ? kind : "run");
    if (session->count > 1)
        text_printf(out, ", %d runs", session->count);
    if (effort && session->sport == SPORT_RUN && (!kind || strcmp(kind, effort) != 0)) {
        bool is_inferred =
            session->effort_told == TOLD_INFERRED && session->kind_told != TOLD_INFERRED;
        text_printf(out, ", %s%s", effort, is_inferred ? " (inferred)" : "");
    }
    if (terrain && session->sport == SPORT_RUN)
        text_printf(out, ", %s", terrain);
    if (session->kind_told == TOLD_INFERRED)
        text_append(out, " (inferred)");
    put_distance(out, session, units);
    if (session->duration.hi != UNKNOWN) {
        text_append(out, ", ");
        put_time(out, &session->duration);
        put_why(out, &session->duration);
    }
    if (session->climb_m != UNKNOWN)
        text_printf(out, ", climb %d m", session->climb_m);
    if (session->descent_m != UNKNOWN)
        text_printf(out, ", descent %d m", session->descent_m);
    if (session->why)
        text_printf(out, ": %s", session->why);
}

void read_report_cell_text(const struct cell_reading *reading, int units, struct text *out)
{
    if (reading->what != CELL_SESSIONS)
        text_printf(out, "%s%s", wholes[reading->what], reading->count ? ": " : "");
    for (size_t i = 0; i < reading->count; i++) {
        if (i)
            text_append(out, reading->what == CELL_CHOICE ? " | " : " + ");
        put_session(out, &reading->sessions[i], units);
    }
}

/* ---- for programs ---- */

static json_t *range_json(const struct cell_amount *amount, double scale)
{
    if (amount->hi == UNKNOWN)
        return json_null();
    return json_pack("[f, f]", amount->lo / scale, amount->hi / scale);
}

static json_t *word_json(const struct word_list *words, int value)
{
    const char *word = word_list_word(words, value);
    return word ? json_string(word) : json_null();
}

static json_t *number_json(int value)
{
    return value == UNKNOWN ? json_null() : json_integer(value);
}

/* "stated", "inferred: why", "unknown: why" */
static json_t *status_json(enum told told, bool is_known, const char *why)
{
    const char *word = !is_known ? "unknown" : told == TOLD_INFERRED ? "inferred" : "stated";
    return json_sprintf(why ? "%s: %s" : "%s", word, why);
}

static json_t *statuses_json(const struct cell_session *session)
{
    const char *why = session->why;
    return json_pack(
        "{s:o, s:o, s:o, s:o, s:o}", "sport",
        status_json(TOLD_STATED, session->sport != SPORT_UNKNOWN, why), "kind",
        status_json(session->kind_told, session->kind >= 0, NULL), "effort",
        status_json(session->effort_told, session->effort >= 0, NULL), "distance",
        status_json(session->distance.told, session->distance.hi != UNKNOWN, session->distance.why),
        "duration_s",
        status_json(session->duration.told, session->duration.hi != UNKNOWN,
                    session->duration.why));
}

static json_t *session_json(const struct cell_session *session)
{
    return json_pack("{s:s, s:o, s:o, s:o, s:o, s:b, s:o, s:o, s:o, s:i, s:o}", "sport",
                     sports[session->sport], "kind", word_json(&word_kind_words, session->kind),
                     "effort", word_json(&effort_words, session->effort), "terrain",
                     word_json(&terrain_words, session->terrain), "distance",
                     range_json(&session->distance, HUNDREDTHS), "at_least", session->is_at_least,
                     "duration_s", range_json(&session->duration, 1), "climb_m",
                     number_json(session->climb_m), "descent_m", number_json(session->descent_m),
                     "count", session->count, "status", statuses_json(session));
}

struct json_t *read_report_cell_json(const struct cell_reading *reading)
{
    json_t *sessions = json_array();
    for (size_t i = 0; i < reading->count; i++)
        json_array_append_new(sessions, session_json(&reading->sessions[i]));
    return json_pack("{s:s, s:o}", "reads", whole_words[reading->what], "sessions", sessions);
}

/* ---- a whole plan ---- */

#define MOST_SHOWN 40 /* characters of a cell */

static const char *day_text(const struct import_report *report, int day, struct text *out)
{
    char date[DATE_TEXT_SIZE];
    text_clear(out);
    if (report->is_undated)
        text_printf(out, "week %d, day %d", day / DAYS_PER_WEEK + 1, day % DAYS_PER_WEEK + 1);
    else
        text_append(out, date_format(day, date));
    return text_string(out);
}

void read_report_plan_text(const struct plan *plan, const struct import_report *report,
                           struct text *out)
{
    char excerpt[TEXT_EXCERPT_SIZE];
    struct text day = TEXT_INIT;
    text_printf(out, "units: %s, by %s\n", units_name(plan->units), report->units_from);
    for (size_t i = 0; i < report->count; i++) {
        const struct import_entry *entry = &report->entries[i];
        const char *text = text_excerpt(entry->text, excerpt);
        text_printf(out, "%s  %s", day_text(report, entry->day, &day), text);
        for (size_t column = utf8_length(text); column < MOST_SHOWN; column++)
            text_append(out, " ");
        text_append(out, "  ");
        read_report_cell_text(entry->reading, (int)plan->units, out);
        text_append(out, "\n");
    }
    for (size_t i = 0; i < plan->inferred_count; i++)
        text_printf(out, "inferred: %s (not with --strict)\n", plan->inferred[i]);
    text_release(&day);
}

static void count_told(const struct import_report *report, int *inferred, int *unknown)
{
    *inferred = *unknown = 0;
    for (size_t i = 0; i < report->count; i++)
        for (size_t s = 0; s < report->entries[i].reading->count; s++) {
            const struct cell_session *session = &report->entries[i].reading->sessions[s];
            *inferred += session->kind_told == TOLD_INFERRED;
            *inferred += session->distance.told == TOLD_INFERRED;
            *inferred += session->duration.told == TOLD_INFERRED;
            *unknown += session->sport == SPORT_UNKNOWN;
        }
}

struct json_t *read_report_plan_json(const struct plan *plan, const struct import_report *report)
{
    json_t *cells = json_array();
    char date[DATE_TEXT_SIZE];
    int inferred, unknown;
    count_told(report, &inferred, &unknown);
    for (size_t i = 0; i < report->count; i++) {
        const struct import_entry *entry = &report->entries[i];
        json_t *cell = read_report_cell_json(entry->reading);
        json_object_set_new(cell, "place", json_sprintf("%d:%d", entry->line, entry->column));
        json_object_set_new(cell, "text", json_string(entry->text));
        if (report->is_undated) {
            json_object_set_new(cell, "week", json_integer(entry->day / DAYS_PER_WEEK + 1));
            json_object_set_new(cell, "day", json_integer(entry->day % DAYS_PER_WEEK + 1));
        } else {
            json_object_set_new(cell, "date", json_string(date_format(entry->day, date)));
        }
        json_array_append_new(cells, cell);
    }
    return json_pack("{s:s, s:s, s:i, s:i, s:o}", "units", units_name(plan->units), "units_from",
                     report->units_from, "inferred", inferred, "unknown", unknown, "cells", cells);
}
