/* The words of training logs, from their file. */
#include "logs/log_words.h"

#include <string.h>

#include "document/document.h"

#define MOST_BYTES_OF_WORDS ((size_t)64 * 1024)
#define WORDS               1, 100
#define WORD_BYTES          1, 60
#define MOST_TABLES         20
#define MOST_HEADINGS       40
#define MONTHS              12

#define LOG_HEADING_FIELDS(X)                                                                      \
    X(WORD, log_heading, column, "column", HERE, MUST, log_column, LOG_COLUMN_NONE,                \
      "what it "                                                                                   \
      "holds")                                                                                     \
    X(TEXTS, log_heading, names.names, names.count, "names", HERE, MUST, WORDS, WORD_BYTES,        \
      "that it may have, in any language")                                                         \
    X(WORD, log_heading, unit, "unit", HERE, MAY, log_unit, LOG_UNIT_NONE, "of its numbers")       \
    X(WORD, log_heading, last_unit, "last_unit", HERE, MAY, log_unit, LOG_UNIT_NONE,               \
      "of the last of several columns of that name")                                               \
    X(WORD, log_heading, assumed_unit, "assumed_unit", HERE, MAY, log_unit, LOG_UNIT_NONE,         \
      "if nobody says otherwise")

#define LOG_TABLE_KIND_FIELDS(X)                                                                   \
    X(TEXT, log_table_kind, name, "table", HERE, MUST, WORD_BYTES, "for messages")                 \
    X(WORD_SET, log_table_kind, needs, "needs", HERE, MUST, log_column, 0,                         \
      "the columns that it is known by")                                                           \
    X(WORD, log_table_kind, clock, "clock", HERE, MAY, log_clock, CLOCK_OF_RUNNER,                 \
      "which its times are by")                                                                    \
    X(LIST, log_table_kind, headings, heading_count, "columns", HERE, MUST, 1, MOST_HEADINGS,      \
      log_heading, "that are read")

#define MONTH_FIELDS(X)                                                                            \
    X(TEXTS, log_names, names, count, "names", HERE, MUST, WORDS, WORD_BYTES, "of a month")

#define LOG_SPANS_FIELDS(X)                                                                        \
    X(COUNT, log_spans, weeks, "recent_weeks", HERE, MUST, 1, 52, NULL,                            \
      "whole weeks before day 1 that are the runner's recent ones")                                \
    X(COUNT, log_spans, longest_days, "longest_run_days", HERE, MUST, 1, 365, NULL,                \
      "before day 1, whose longest run counts")                                                    \
    X(COUNT, log_spans, descent_days, "descent_days", HERE, MUST, 1, 365, NULL,                    \
      "before day 1, whose descents count")                                                        \
    X(COUNT, log_spans, run_days, "recent_runs_days", HERE, MUST, 1, 365, NULL,                    \
      "before day 1, whose runs the plan holds")                                                   \
    X(COUNT, log_spans, least_descent_m, "least_downhill_m", HERE, MUST, 1, 30000, "m",            \
      "of descent that make a downhill run")                                                       \
    X(COUNT, log_spans, least_percent, "least_downhill_percent", HERE, MUST, 1, 1000, "%",         \
      "of the usual descent, likewise")

#define LOG_WORDS_FIELDS(X)                                                                        \
    X(LIST, log_words, tables, table_count, "tables", HERE, MUST, 1, MOST_TABLES, log_table_kind,  \
      "the first that fits is it")                                                                 \
    X(TEXTS, log_words, runs.names, runs.count, "runs", HERE, MUST, WORDS, WORD_BYTES,             \
      "kinds of sport that are runs")                                                              \
    X(TEXTS, log_words, others.names, others.count, "others", HERE, MUST, 1, 400, WORD_BYTES,      \
      "kinds of sport that are none")                                                              \
    X(TEXTS, log_words, totals.names, totals.count, "totals", HERE, MUST, WORDS, WORD_BYTES,       \
      "in place of a date or a kind of sport: the row sums up others")                             \
    X(TEXTS, log_words, before_noon.names, before_noon.count, "before_noon", HERE, MUST, WORDS,    \
      WORD_BYTES, "behind a time of 12 hours")                                                     \
    X(TEXTS, log_words, after_noon.names, after_noon.count, "after_noon", HERE, MUST, WORDS,       \
      WORD_BYTES, "likewise")                                                                      \
    X(LIST, log_words, months, month_count, "months", HERE, MUST, MONTHS, MONTHS, month,           \
      "by their names, from January on")                                                           \
    X(MAPPING, log_words, spans, "runner", HERE, MUST, log_spans, "what a log tells of its runner")

UNFILED(log_words, arena, "holds the rest");

WORDS_DEFINE(log_column, LOG_COLUMNS)
WORDS_DEFINE(log_unit, LOG_UNITS)
WORDS_DEFINE(log_clock, LOG_CLOCKS)

static void make_plain(struct log_names *names, struct arena *arena)
{
    for (size_t i = 0; i < names->count; i++)
        names->names[i] = text_plain(names->names[i], arena);
}

static void finish_heading(struct document *document, const struct place *place, void *object)
{
    struct log_heading *heading = object;
    (void)place;
    make_plain(&heading->names, document->arena);
}

static void finish_month(struct document *document, const struct place *place, void *object)
{
    (void)place;
    make_plain(object, document->arena);
}

static void finish_words(struct document *document, const struct place *place, void *object)
{
    struct log_words *words = object;
    (void)place;
    make_plain(&words->runs, document->arena);
    make_plain(&words->others, document->arena);
    make_plain(&words->totals, document->arena);
    make_plain(&words->before_noon, document->arena);
    make_plain(&words->after_noon, document->arena);
}

FORM(log_heading, log_heading, LOG_HEADING_FIELDS, .finish = finish_heading)
FORM(log_table_kind, log_table_kind, LOG_TABLE_KIND_FIELDS)
FORM(month, log_names, MONTH_FIELDS, .finish = finish_month)
FORM(log_spans, log_spans, LOG_SPANS_FIELDS)
FORM(log_words, log_words, LOG_WORDS_FIELDS, .finish = finish_words)

static const struct document_kind log_words_kind = {
    &log_words_form, 1, MOST_BYTES_OF_WORDS, {"the words of logs", false}};

struct log_words *log_words_read(const char *path, struct error *error)
{
    struct document document;
    struct arena *arena = arena_new();
    document_read(&document, &log_words_kind, path, arena, NULL, error);
    struct log_words *words = document_finish(&document);
    if (words)
        words->arena = arena;
    return words;
}

void log_words_free(struct log_words *words)
{
    if (words)
        arena_free(words->arena);
}

bool log_names_hold(const struct log_names *names, const char *plain)
{
    for (size_t i = 0; i < names->count; i++)
        if (strcmp(names->names[i], plain) == 0)
            return true;
    return false;
}
