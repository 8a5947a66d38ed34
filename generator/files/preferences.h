/*
 * Preferences: the sections that profiles and plan documents share word for word (week, hills,
 * print, the last downhill), as documents hold them, and both ways between these and the model.
 */
#ifndef HILLPLAN_FILES_PREFERENCES_H
#define HILLPLAN_FILES_PREFERENCES_H

#include "document/document.h"
#include "files/choices.h"
#include "model/profile.h"

struct longest_session_document {
    char *weekday, *weekend;
};

struct week_preferences_document {
    enum weekday starts_on; /* Monday where it isn't given */
    enum weekday *run_days, *long_run, *quality;
    unsigned run_days_count, quality_count;
    char **unavailable;
    unsigned unavailable_count;
    struct longest_session_document longest_session;
};

struct hills_document {
    enum hill_access *access;
    const int *max_climb_m;
};

struct print_document {
    enum paper paper; /* A4 where it isn't given */
    enum page_kind *pages;
    unsigned pages_count;
    char *language;
    const enum ink_use *ink; /* these only where they are not the usual ones */
    const enum color_use *color;
    const bool *two_up, *large;
};

struct last_downhill_document {
    char *date;
    const int *descent_m;
};

extern const cyaml_schema_field_t week_preferences_fields[];
extern const cyaml_schema_field_t hills_fields[];
extern const cyaml_schema_field_t print_fields[];
extern const cyaml_schema_field_t last_downhill_fields[];

/* Of lists of numbers and words that are written bare, and of lists of texts. */
extern const cyaml_schema_value_t bare_entry, text_entry;

/*
 * From a document: `node` is the section's (or its parent's, where there is none). Memory comes
 * from the arena.
 */
struct week_preferences week_preferences_read(struct document *document, const struct node *node,
                                              const struct week_preferences_document *given,
                                              struct arena *arena);
struct hills hills_read(struct document *document, const struct node *node,
                        const struct hills_document *given);
struct print_preferences print_preferences_read(struct document *document, const struct node *node,
                                                const struct print_document *given,
                                                struct arena *arena);
void last_downhill_read(struct document *document, const struct node *node,
                        const struct last_downhill_document *given, struct runner *runner);

/* Into a document, for writing; memory comes from the arena, or is the model's own. */
struct week_preferences_document week_preferences_write(const struct week_preferences *week,
                                                        struct arena *arena);
struct hills_document hills_write(const struct hills *hills, struct arena *arena);
struct print_document print_preferences_write(const struct print_preferences *print,
                                              struct arena *arena);
struct last_downhill_document last_downhill_write(const struct runner *runner, struct arena *arena);

/* The value, or NULL where it is UNKNOWN. */
const int *known(const int *value);

/* The date as a text in the arena; NULL for NO_DATE. */
char *date_write(int date, struct arena *arena);

/* Hundredths as a text in the arena; NULL for UNKNOWN. */
char *distance_write(int hundredths, struct arena *arena);

#endif
