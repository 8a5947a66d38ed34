/*
 * Export: a plan in every format that it can be written in.
 */
#ifndef HILLPLAN_EXPORT_EXPORT_H
#define HILLPLAN_EXPORT_EXPORT_H

#include <stdbool.h>

#include "base/error.h"
#include "base/text.h"
#include "base/word_list.h"
#include "export/folder.h"
#include "model/page_style.h"
#include "model/plan.h"
#include "words/language.h"

/* What a format is written from. */
struct export_source {
    const struct plan *plan;
    const struct page_style *style;  /* NULL where the format uses none */
    const struct language *language; /* NULL: English */
    const char *program;             /* who writes: "hillplan 0.1" */
    bool is_part;                    /* some weeks of the plan only */
    int time_s;                      /* of day, when sessions begin; 0: not told */
};

/* Appends the bytes of the file to `out`; false after an error. */
typedef bool export_writer(const struct export_source *source, struct text *out,
                           struct error *error);

/* The same of a format that fills a folder. */
typedef bool export_folder_writer(const struct export_source *source, struct export_folder *folder,
                                  struct error *error);

/* What a format tells of a plan, and so asks of it. */
enum export_needs {
    EXPORT_NEEDS_WEEKS,    /* days and their sessions, as any plan has them */
    EXPORT_NEEDS_DATES,    /* the same, with dates */
    EXPORT_NEEDS_DOCUMENT, /* what only a plan document holds: race, paces, verdict, steps */
    EXPORT_NEEDS_WHOLE,    /* all of that, as it is a plan document itself */
};

/* What a format is written with, besides the plan; the style goes with the language. */
enum export_uses { EXPORT_USES_NOTHING, EXPORT_USES_LANGUAGE, EXPORT_USES_STYLE };

struct export_format {
    const char *name;    /* of -f: "csv" */
    const char *endings; /* of its files, the usual one first: ".yaml .yml"; "" by name only */
    bool is_binary;
    enum export_needs needs;
    enum export_uses uses;
    const char *help;
    export_writer *write; /* NULL: it fills a folder */
    export_folder_writer *write_folder;
    size_t usual_weeks; /* that it holds unless told; 0: all */
};

/* The names of all formats; a format's place there is its place among the formats. */
extern const struct word_list export_format_words;

/* The format at a place, from 0 to before export_format_words.count; the first is the default. */
const struct export_format *export_format(size_t place);

/* The format of that name; NULL if there is none. */
const struct export_format *export_format_named(const char *name);

/* The format whose ending a file's name has; NULL if there is none. */
const struct export_format *export_format_of_file(const char *path);

#endif
