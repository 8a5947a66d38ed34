/* The course of a plan document: its forms, and facts that have to follow from its points. */
#include "course/course.h"

#include <stdio.h>
#include <string.h>

#include "document/write.h"
#include "files/runner_forms.h"
#include "model/profile_fields.h"

/* "below -10", "-10 to -5", "from 10". */
static const char *band_grade_text(const void *object, const struct field *field, size_t band,
                                   char buffer[MOST_WRITTEN])
{
    const int *edges = course_band_edges_percent;
    (void)object;
    (void)field;
    if (band == 0)
        snprintf(buffer, MOST_WRITTEN, "below %d", edges[0]);
    else if (band == COURSE_BAND_COUNT - 1)
        snprintf(buffer, MOST_WRITTEN, "from %d", edges[band - 1]);
    else
        snprintf(buffer, MOST_WRITTEN, "%d to %d", edges[band - 1], edges[band]);
    return buffer;
}

static void check_band_grade(struct document *document, const struct place *place,
                             const struct field *field, void *object)
{
    char buffer[MOST_WRITTEN];
    band_grade_text(object, field, place->parent->index, buffer);
    if (strcmp(place->text, buffer) != 0)
        document_warn(document, place, NULL, "is band %zu, \"%s\"", place->parent->index + 1,
                      buffer);
}

static const struct own_field band_grade_own = {check_band_grade, band_grade_text};

static bool stretch_is_there(const void *object)
{
    return ((const struct course_stretch *)object)->length_m > 0;
}

static bool facts_are_there(const void *object)
{
    return ((const struct course_facts *)object)->is_known;
}

static bool file_is_there(const void *object)
{
    return ((const struct course *)object)->track_m > 0;
}

/* Distances never decrease. */
static void finish_course(struct document *document, const struct place *place, void *object)
{
    const struct course *course = object;
    const struct place *points = place_find(place, "points");
    const struct place *point = place_first(points);
    for (size_t i = 0; i < course->point_count && point; i++, point = point->next)
        if (i > 0 && course->points[i].distance_m < course->points[i - 1].distance_m)
            document_fail(document, point, "distance_m", "is less than the point before has");
}

FORM(course_file, course, COURSE_FILE_FIELDS, .is_flow = true, .is_there = file_is_there)
FORM(course_stretch, course_stretch, COURSE_STRETCH_FIELDS, .is_flow = true,
     .is_there = stretch_is_there)
FORM(course_band, course_band, COURSE_BAND_FIELDS, .is_flow = true)
FORM(course_facts, course_facts, COURSE_FACTS_FIELDS, .is_there = facts_are_there)
FORM(course_point, course_point, COURSE_POINT_FIELDS, .is_flow = true)
FORM(course, course, COURSE_FIELDS, .finish = finish_course)

/* Facts are the same where they are written the same. */
static bool facts_differ(const struct course_facts *a, const struct course_facts *b)
{
    struct text texts[2] = {TEXT_INIT, TEXT_INIT};
    struct error ignored;
    error_init(&ignored);
    write_json(&(struct written){&course_facts_form, IN_PLAN, a}, &texts[0], &ignored);
    write_json(&(struct written){&course_facts_form, IN_PLAN, b}, &texts[1], &ignored);
    bool differ = strcmp(text_string(&texts[0]), text_string(&texts[1])) != 0;
    text_release(&texts[0]);
    text_release(&texts[1]);
    error_release(&ignored);
    return differ;
}

void course_facts_finish(struct document *document, const struct place *place, struct race *race)
{
    const struct place *stated = place_find(place_find(place, "course"), "facts");
    if (document->failed)
        return; /* the facts of what is left say nothing */
    struct course_facts given = race->course.facts;
    struct course_line line = course_to_line(&race->course, document->arena);
    race->course.facts = course_facts(&line, race->descent_m, document->arena);
    if (stated && (!race->course.facts.is_known || facts_differ(&given, &race->course.facts)))
        document_warn(document, stated, NULL,
                      "do not follow from the points and the race's descent_m; these count");
}
