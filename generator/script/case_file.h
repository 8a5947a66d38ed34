/*
 * Case files: from Lua to structs. Internal to rules/; see cases.h for the format.
 */
#ifndef HILLPLAN_SCRIPT_CASE_FILE_H
#define HILLPLAN_SCRIPT_CASE_FILE_H

#include "base/arena.h"
#include "rules/check.h"
#include "script/library.h"
#include "script/sandbox.h"

/* What is expected of one finding; NULL, 0 and NO_DATE: anything. */
struct case_finding {
    int week, date;
    const char *status, *text;
};

struct case_ask {
    bool is_given;
    enum hook hook;
    int week, day; /* from 1 */
};

/* One case, in the file's arena but for the plan's text. */
struct rule_case {
    const char *name;
    int line;         /* where the file has it; 0 where that is not known */
    struct text plan; /* JSON; owned by the case file */
    struct rule_setting *settings;
    size_t setting_count;
    struct case_ask ask;
    struct case_finding *findings; /* without ask */
    size_t finding_count;
    struct limits limits; /* INT_MAX: none expected */
    int score;
    const char **notes;
    size_t note_count;
};

struct case_file {
    struct arena *arena;
    struct sandbox sandbox;
    struct library_search libraries;
    const char *path;
    const char *rule; /* id */
    size_t count;
    int cases; /* reference of the list */
};

/* Opens a case file; false after an error. Closed with case_file_close() in any case. */
bool case_file_open(struct case_file *file, const char *path, const char *shared_folder,
                    struct error *error);
void case_file_close(struct case_file *file);

/* Reads the case at `index` (from 0) into a zeroed struct; the caller releases its plan text in any
 * case. */
bool case_file_read(struct case_file *file, size_t index, struct rule_case *rule_case,
                    struct error *error);

#endif
