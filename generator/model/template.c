/* Look-ups in templates. */
#include "model/template.h"

#include <string.h>

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
