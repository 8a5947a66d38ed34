/*
 * The formats, each a row: what writes it, and what is said of it (see struct export_format).
 */
#ifndef HILLPLAN_EXPORT_FORMATS_H
#define HILLPLAN_EXPORT_FORMATS_H

#include "export/export.h"

/* X(writer, "name", "endings", bytes, needs, uses, "help") */
#define EXPORT_FORMATS(X)                                                                          \
    X(export_pdf, "pdf", ".pdf", BINARY, NEEDS_DOCUMENT, USES_STYLE, "pages to print")             \
    X(export_yaml, "yaml", ".yaml .yml", TEXT, NEEDS_WHOLE, USES_NOTHING,                          \
      "the plan document, to edit, check and print")                                               \
    X(export_json, "json", ".json", TEXT, NEEDS_WHOLE, USES_NOTHING,                               \
      "the plan document, for programs")                                                           \
    X(export_text, "text", ".txt", TEXT, NEEDS_DOCUMENT, USES_NOTHING,                             \
      "every day and why it is so")                                                                \
    X(export_csv, "csv", ".csv", TEXT, NEEDS_DATES, USES_LANGUAGE, "a table, a row a day")         \
    X(export_csv_weeks, "csv-weeks", "", TEXT, NEEDS_WEEKS, USES_LANGUAGE,                         \
      "a table, a row a week")                                                                     \
    X(export_ics, "ics", ".ics", TEXT, NEEDS_DATES, USES_LANGUAGE,                                 \
      "a calendar, an event a session")                                                            \
    X(export_markdown, "md", ".md", TEXT, NEEDS_DOCUMENT, USES_LANGUAGE, "tables in Markdown")     \
    X(export_html, "html", ".html .htm", TEXT, NEEDS_DOCUMENT, USES_STYLE,                         \
      "one file to read on a phone")                                                               \
    X(export_fit, "fit", "", FOLDER, NEEDS_DOCUMENT, USES_LANGUAGE,                                \
      "a folder of workouts for a watch")                                                          \
    X(export_intervals, "intervals", "", TEXT, NEEDS_DOCUMENT, USES_LANGUAGE,                      \
      "events for intervals.icu, to be sent to it")

/* The weeks of workouts that a watch has room for. */
#define FOLDER_WEEKS 4

#define EXPORT_WRITER_BINARY                              export_writer
#define EXPORT_WRITER_TEXT                                export_writer
#define EXPORT_WRITER_FOLDER                              export_folder_writer
#define EXPORT_DECLARE(writer, name, endings, bytes, ...) EXPORT_WRITER_##bytes writer;
EXPORT_FORMATS(EXPORT_DECLARE)
#undef EXPORT_DECLARE

#endif
