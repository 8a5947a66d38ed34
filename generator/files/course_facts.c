/* The course of the plan document: points and the file's figures both ways, facts for others. */
#include "files/plan_document.h"

#include <string.h>

#include "course/course.h"
#include "files/values.h"

#define MOST_HILLS_M 30000
#define LOWEST_M     (-500)
#define HIGHEST_M    9000
#define TENTHS       10

/* --- to the document -------------------------------------------------------------------------- */

static char *write_tenths(int value, struct arena *arena)
{
    char text[QUANTITY_TEXT_SIZE];
    return arena_strdup(arena, distance_format(value * (HUNDREDTHS / TENTHS), text));
}

static int *write_thirds(const int percent[COURSE_THIRDS], struct arena *arena)
{
    int *list = arena_array(arena, COURSE_THIRDS, sizeof *list);
    memcpy(list, percent, COURSE_THIRDS * sizeof *list);
    return list;
}

static struct course_stretch_document *write_stretch(const struct course_stretch *stretch,
                                                     struct arena *arena)
{
    if (stretch->length_m == 0)
        return NULL;
    struct course_stretch_document *document = arena_alloc(arena, sizeof *document);
    *document = (struct course_stretch_document){
        .start_m = stretch->start_m,
        .length_m = stretch->length_m,
        .metres = stretch->metres,
        .grade_percent = write_tenths(stretch->grade_tenths, arena),
    };
    return document;
}

/* "below -10", "-10 to -5", "from 10". */
static char *band_grade(size_t band, struct arena *arena)
{
    const int *edges = course_band_edges_percent;
    if (band == 0)
        return arena_printf(arena, "below %d", edges[0]);
    if (band == COURSE_BAND_COUNT - 1)
        return arena_printf(arena, "from %d", edges[band - 1]);
    return arena_printf(arena, "%d to %d", edges[band - 1], edges[band]);
}

static struct course_band_document *write_bands(const struct course_band *bands,
                                                struct arena *arena)
{
    struct course_band_document *list = arena_array(arena, COURSE_BAND_COUNT, sizeof *list);
    for (size_t i = 0; i < COURSE_BAND_COUNT; i++)
        list[i] = (struct course_band_document){
            .grade_percent = band_grade(i, arena),
            .distance_m = bands[i].distance_m,
            .distance_percent = bands[i].distance_percent,
            .climb_m = bands[i].climb_m,
            .climb_percent = bands[i].climb_percent,
            .descent_m = bands[i].descent_m,
            .descent_percent = bands[i].descent_percent,
        };
    return list;
}

static struct course_facts_document *write_facts(const struct course_facts *facts,
                                                 struct arena *arena)
{
    if (!facts->is_known)
        return NULL;
    struct course_facts_document *document = arena_alloc(arena, sizeof *document);
    *document = (struct course_facts_document){
        .climb_percent_by_third = write_thirds(facts->climb_percent, arena),
        .climb_percent_by_third_count = COURSE_THIRDS,
        .descent_percent_by_third = write_thirds(facts->descent_percent, arena),
        .descent_percent_by_third_count = COURSE_THIRDS,
        .descent_percent_of_first_half = facts->first_half_descent_percent,
        .eccentric_load = facts->eccentric_load,
        .eccentric_load_per_km = write_tenths(facts->eccentric_load_per_km, arena),
        .largest_climb = write_stretch(&facts->largest_climb, arena),
        .largest_descent = write_stretch(&facts->largest_descent, arena),
        .bands = write_bands(facts->bands, arena),
        .bands_count = COURSE_BAND_COUNT,
    };
    return document;
}

struct course_document course_to_document(const struct course *course, struct arena *arena)
{
    struct course_document document = {
        .facts = write_facts(&course->facts, arena),
        .points = course->point_count ? course->points : NULL,
        .points_count = (unsigned)course->point_count,
    };
    if (course->track_m > 0)
        document.file = (struct course_file_document){
            .distance_m = &course->track_m,
            .climb_m = known(&course->track_climb_m),
            .descent_m = known(&course->track_descent_m),
        };
    return document;
}

/* --- from the document ------------------------------------------------------------------------ */

static void read_points(struct document *document, const struct node *list, struct course *course,
                        const struct course_document *given, struct arena *arena)
{
    course->points = arena_array(arena, given->points_count, sizeof *course->points);
    course->point_count = given->points_count;
    for (unsigned i = 0; i < given->points_count; i++) {
        const struct course_point *point = &given->points[i];
        const struct node *place = list->items[i];
        value_int(document, place, "distance_m", &point->distance_m, 0, LONGEST_RACE_M);
        value_int(document, place, "elevation_m", &point->elevation_m, LOWEST_M, HIGHEST_M);
        if (i > 0 && point->distance_m < given->points[i - 1].distance_m)
            document_fail(document, place, "distance_m", "is less than the point before has");
        course->points[i] = *point;
    }
}

static bool stretches_differ(const struct course_stretch_document *a,
                             const struct course_stretch_document *b)
{
    if (!a || !b)
        return a != b;
    return a->start_m != b->start_m || a->length_m != b->length_m || a->metres != b->metres ||
           strcmp(a->grade_percent, b->grade_percent) != 0;
}

static bool bands_differ(const struct course_band_document *a, const struct course_band_document *b)
{
    for (size_t i = 0; i < COURSE_BAND_COUNT; i++)
        if (strcmp(a[i].grade_percent, b[i].grade_percent) != 0 ||
            a[i].distance_m != b[i].distance_m || a[i].distance_percent != b[i].distance_percent ||
            a[i].climb_m != b[i].climb_m || a[i].climb_percent != b[i].climb_percent ||
            a[i].descent_m != b[i].descent_m || a[i].descent_percent != b[i].descent_percent)
            return true;
    return false;
}

static bool thirds_differ(const int *a, const int *b)
{
    return memcmp(a, b, COURSE_THIRDS * sizeof *a) != 0;
}

static bool facts_differ(const struct course_facts_document *a,
                         const struct course_facts_document *b)
{
    return thirds_differ(a->climb_percent_by_third, b->climb_percent_by_third) ||
           thirds_differ(a->descent_percent_by_third, b->descent_percent_by_third) ||
           a->descent_percent_of_first_half != b->descent_percent_of_first_half ||
           a->eccentric_load != b->eccentric_load ||
           strcmp(a->eccentric_load_per_km, b->eccentric_load_per_km) != 0 ||
           stretches_differ(a->largest_climb, b->largest_climb) ||
           stretches_differ(a->largest_descent, b->largest_descent) ||
           bands_differ(a->bands, b->bands);
}

/* The facts of the points; those that are stated are worth a warning where they are others. */
static void find_facts(struct document *document, const struct node *node, struct plan *plan,
                       const struct course_document *given)
{
    struct course *course = &plan->race.course;
    struct course_line line = course_to_line(course, plan->arena);
    course->facts = course_facts(&line, plan->race.descent_m, plan->arena);
    const struct course_facts_document *found = write_facts(&course->facts, plan->arena);
    if (given->facts && (!found || facts_differ(given->facts, found)))
        document_warn(document, node, "facts",
                      "do not follow from the points and the race's descent_m; these count");
}

void course_from_document(struct document *document, struct plan *plan,
                          const struct course_document *given)
{
    const struct node *node = document_place(document_place(document->root, "race"), "course");
    const struct node *file = document_place(node, "file");
    struct course *course = &plan->race.course;
    int track_m =
        value_int(document, file, "distance_m", given->file.distance_m, 1, LONGEST_RACE_M);
    course->track_m = track_m == UNKNOWN ? 0 : track_m;
    course->track_climb_m =
        value_int(document, file, "climb_m", given->file.climb_m, 0, MOST_HILLS_M);
    course->track_descent_m =
        value_int(document, file, "descent_m", given->file.descent_m, 0, MOST_HILLS_M);
    read_points(document, document_place(node, "points"), course, given, plan->arena);
    if (!document->failed)
        find_facts(document, node, plan, given);
}
