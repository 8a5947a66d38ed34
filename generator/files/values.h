/*
 * Values: from the bare words of a document to numbers, dates and copies, within their ranges.
 *
 * Every function takes the mapping and the key where the value stands (for messages; NULL for the
 * value of an entry of a list, whose node is given then), and the value as it was loaded. NULL
 * stands for one that isn't there, and gives UNKNOWN, NO_DATE or NULL, as does a mistake.
 */
#ifndef HILLPLAN_FILES_VALUES_H
#define HILLPLAN_FILES_VALUES_H

#include "base/date.h"
#include "base/quantity.h"
#include "document/document.h"
#include "model/profile.h"

int value_int(struct document *document, const struct node *mapping, const char *key,
              const int *given, int least, int most);

/* A decimal with at most `places` places, as a count of 10^-places; so are least and most. */
int value_decimal(struct document *document, const struct node *mapping, const char *key,
                  const char *given, int places, int least, int most);

/* A distance in hundredths of the unit. */
int value_distance(struct document *document, const struct node *mapping, const char *key,
                   const char *given, int least, int most);

int value_date(struct document *document, const struct node *mapping, const char *key,
               const char *given);

/* "2027-02-15", or "2027-02-15..2027-02-21". */
struct date_span value_date_span(struct document *document, const struct node *mapping,
                                 const char *key, const char *given);

/* "45:30" or "1:15:00", in seconds. */
int value_duration(struct document *document, const struct node *mapping, const char *key,
                   const char *given, int least, int most);

/* "1:15" as hours and minutes, in seconds. */
int value_hours_minutes(struct document *document, const struct node *mapping, const char *key,
                        const char *given, int least, int most);

/* A name ("marathon") or a number of units, of 1 to 400 km. Its text is copied into the arena. */
struct race_distance value_race_distance(struct document *document, const struct node *mapping,
                                         const char *key, const char *given, enum units units,
                                         struct arena *arena);

/* A copy in the arena. */
const char *value_string(struct arena *arena, const char *given);

#endif
