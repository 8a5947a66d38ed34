/* The same run twice: from two devices, or in two files. */
#include "base/quantity.h"
#include "logs/log_reading.h"

#define MOST_TOLD 20 /* two exports of a life have every run twice */

/* Whether two runs, the second of which starts later, overlap by more than half of the shorter. */
static bool is_double(const struct log_entry *first, const struct log_entry *second)
{
    int64_t first_end = first->time + first->run.duration_s;
    int64_t second_end = second->time + second->run.duration_s;
    int64_t end = first_end < second_end ? first_end : second_end;
    int shorter = smaller_of(first->run.duration_s, second->run.duration_s);
    return (end - second->time) * 2 > shorter;
}

static bool has_span(const struct log_entry *entry)
{
    return !entry->is_doubled && entry->time != NO_TIME && entry->run.duration_s != UNKNOWN;
}

/* What knows its climb counts; then what is shorter, as the worse device wanders more. */
static bool is_better(const struct log_entry *a, const struct log_entry *b)
{
    bool a_knows = a->run.climb_m != UNKNOWN, b_knows = b->run.climb_m != UNKNOWN;
    return a_knows != b_knows ? a_knows : a->run.distance_m <= b->run.distance_m;
}

static void mark_double(struct log_reading *reading, struct log_entry *kept,
                        struct log_entry *doubled, const char *why)
{
    struct text place = TEXT_INIT;
    doubled->is_doubled = true;
    if (++reading->doubles > MOST_TOLD)
        return;
    text_printf(&place, "%s", kept->source.file);
    if (kept->source.line > 0)
        text_printf(&place, ":%d", kept->source.line);
    error_warn(reading->error, doubled->source.file, doubled->source.line, 0,
               "this is the same run as %s, which counts: %s", text_string(&place), why);
    text_release(&place);
}

/* Those that overlap an entry. */
static void mark_overlapping(struct log_reading *reading, size_t i)
{
    static const char why[] = "they overlap";
    struct log_entry *first = &reading->entries[i];
    for (size_t j = i + 1; j < reading->count && has_span(first); j++) {
        struct log_entry *second = &reading->entries[j];
        if (second->time != NO_TIME && second->time >= first->time + first->run.duration_s)
            break;
        if (!has_span(second) || !is_double(first, second))
            continue;
        if (is_better(first, second))
            mark_double(reading, first, second, why);
        else
            mark_double(reading, second, first, why);
    }
}

static bool is_alike(const struct run *a, const struct run *b)
{
    return a->start_s == b->start_s && a->distance_m == b->distance_m &&
           a->duration_s == b->duration_s && a->climb_m == b->climb_m &&
           a->descent_m == b->descent_m;
}

/* Those of other files that no time tells from an entry and that are alike in all: one a file. */
static void mark_alike(struct log_reading *reading, size_t i)
{
    const char *done = NULL; /* the last file of which one is marked */
    struct log_entry *first = &reading->entries[i];
    for (size_t j = i + 1; j < reading->count && !first->is_doubled && !has_span(first); j++) {
        struct log_entry *second = &reading->entries[j];
        if (second->run.date != first->run.date)
            break;
        if (second->is_doubled || second->source.file == first->source.file ||
            second->source.file == done || !is_alike(&first->run, &second->run))
            continue;
        mark_double(reading, first, second, "they are alike, in two files");
        done = second->source.file;
    }
}

void log_mark_doubles(struct log_reading *reading)
{
    for (size_t i = 0; i < reading->count; i++)
        mark_overlapping(reading, i);
    for (size_t i = 0; i < reading->count && reading->file_count > 1; i++)
        mark_alike(reading, i);
    if (reading->doubles > MOST_TOLD)
        error_warn(reading->error, NULL, 0, 0, "%d more runs are in the log twice, and count once",
                   reading->doubles - MOST_TOLD);
}
