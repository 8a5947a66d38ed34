/* Look-ups in templates. */
#include "model/template.h"

#include <string.h>

static enum course_word find_course_word(const char *name, size_t length)
{
    static const char *const names[COURSE_WORD_COUNT] = {
        [COURSE_WORD_DOWN] = "down",
        [COURSE_WORD_UP] = "up",
        [COURSE_WORD_EARLY_DESCENT] = "early_descent",
        [COURSE_WORD_LATE_DESCENT] = "late_descent",
        [COURSE_WORD_LATE_CLIMB] = "late_climb",
    };
    int word = COURSE_WORD_NONE + 1;
    while (word < COURSE_WORD_COUNT &&
           (strlen(names[word]) != length || memcmp(names[word], name, length) != 0))
        word++;
    return (enum course_word)word;
}

bool recipe_note_next(struct recipe_note_part *part)
{
    const char *text = part->rest;
    if (!text || !*text)
        return false;
    const char *open = strchr(text, '{'), *close = open ? strchr(open, '}') : NULL;
    part->words = text;
    part->length = close ? (size_t)(open - text) : strlen(text);
    part->word = close ? find_course_word(open + 1, (size_t)(close - open - 1)) : COURSE_WORD_NONE;
    part->rest = close ? close + 1 : text + part->length;
    return true;
}

const struct recipe *session_library_find(const struct session_library *library, const char *id)
{
    for (size_t i = 0; i < library->recipe_count; i++)
        if (strcmp(library->recipes[i].id, id) == 0)
            return &library->recipes[i];
    return NULL;
}

void session_library_free(struct session_library *library)
{
    if (library)
        arena_free(library->arena); /* the library itself is in it */
}

void training_template_free(struct training_template *training_template)
{
    if (training_template)
        arena_free(training_template->arena); /* the template itself is in it */
}

const struct run_count_row *
training_template_run_count(const struct training_template *training_template, int mean_m)
{
    size_t row = 0;
    while (row + 1 < training_template->run_count_rows &&
           mean_m >= training_template->run_counts[row].below_m)
        row++;
    return &training_template->run_counts[row];
}

/* What the race asks, in percent of the template's needs. */
static int needs_percent(const struct training_template *shape, int vdot_tenths)
{
    int slow = shape->slow_vdot * 10, fast = shape->fast_vdot * 10;
    if (shape->fast_vdot <= shape->slow_vdot)
        return 100;
    if (vdot_tenths == UNKNOWN)
        return larger_of(shape->slow_percent, smaller_of(100, shape->fast_percent));
    int within = smaller_of(larger_of(vdot_tenths, slow), fast) - slow;
    return shape->slow_percent +
           (shape->fast_percent - shape->slow_percent) * within / (fast - slow);
}

int easy_bound_percent(const struct rest_shape *shape, const struct easy_bound *bound, int runs)
{
    bool is_few = runs < shape->medium_long_runs && bound->few_runs_percent > 0;
    return is_few ? bound->few_runs_percent : bound->percent;
}

int training_template_asked_peak(const struct training_template *shape, int vdot_tenths,
                                 enum units units)
{
    return scale_round(distance_from_m(shape->needs_peak_m, units),
                       needs_percent(shape, vdot_tenths), 100);
}
