/*
 * Case files: what rules are expected to say of small plans, from Lua to structs. The second door
 * of the room, for those who run them; the format is in rules/cases.h.
 */
#ifndef HILLPLAN_SCRIPT_CASE_FILE_H
#define HILLPLAN_SCRIPT_CASE_FILE_H

#include "base/text.h"
#include "script/script.h"

/* What is expected of one finding; NULL, 0 and NO_DATE: anything. */
struct case_finding {
    int week, date;
    const char *status, *text;
};

struct case_ask {
    bool is_given;
    enum hook hook;
    int week, day;          /* from 1 */
    enum session_kind kind; /* of limit_session */
};

/* One case, in the file's arena but for the plan's text. */
struct rule_case {
    const char *name;
    int line;         /* where the file has it; 0 if that is not known */
    struct text plan; /* JSON; owned by the case file */
    struct rule_setting *settings;
    size_t setting_count;
    struct case_ask ask;
    struct case_finding *findings; /* without ask */
    size_t finding_count;
    struct limits limits; /* INT_MAX: none expected */
    struct wishes wishes; /* UNKNOWN: none expected */
    int score;
    const char **notes;
    size_t note_count;
};

struct case_file;

/*
 * Opens a case file; libraries are looked for beside it and in the shared folder (or NULL). NULL
 * after an error. Closed with case_file_close().
 */
struct case_file *case_file_open(const char *path, const char *shared_folder, struct error *error);
void case_file_close(struct case_file *file); /* NULL is allowed */

const char *case_file_rule(const struct case_file *file); /* the id of the rule it is about */
size_t case_file_count(const struct case_file *file);

/*
 * Reads the case at `index` (from 0) into a zeroed struct. False after an error. The caller
 * releases the case's plan text either way.
 */
bool case_file_read(struct case_file *file, size_t index, struct rule_case *rule_case,
                    struct error *error);

#endif
