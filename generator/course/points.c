/* Profiles: a measured line as few points, and back. */
#include <math.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/quantity.h"
#include "course/course.h"
#include "course/line.h"

#define CM_PER_M     100
#define TOLERANCE_CM 100 /* points nearer to the line than that are not needed */

/* A part of the line between two points that were chosen, and where it leaves the straight most. */
struct part {
    size_t first, last, farthest;
    double off_cm;
};

static struct part make_part(const struct course_line *line, size_t first, size_t last)
{
    struct part part = {first, last, first, 0};
    double start = line->elevations_cm[first];
    double slope = (line->elevations_cm[last] - start) / (double)(last - first);
    for (size_t i = first + 1; i < last; i++) {
        double off = fabs(line->elevations_cm[i] - start - slope * (double)(i - first));
        if (off > part.off_cm) {
            part.farthest = i;
            part.off_cm = off;
        }
    }
    return part;
}

static struct course_point point_at(const struct course_line *line, size_t i)
{
    double at = (double)line->length_m * (double)i / (double)(line->count - 1);
    return (struct course_point){
        .distance_m = (int)lround(at),
        .elevation_m = (int)lround(line->elevations_cm[i] / (double)CM_PER_M),
    };
}

/* Splits the part that is off most until all are near, or there are `most`; in their order. */
static size_t split_parts(const struct course_line *line, struct part *parts, size_t most)
{
    size_t count = 1;
    parts[0] = make_part(line, 0, line->count - 1);
    while (count < most) {
        size_t worst = 0;
        for (size_t i = 1; i < count; i++)
            if (parts[i].off_cm > parts[worst].off_cm)
                worst = i;
        struct part part = parts[worst];
        if (part.off_cm < TOLERANCE_CM)
            break;
        for (size_t i = count++; i > worst + 1; i--)
            parts[i] = parts[i - 1];
        parts[worst] = make_part(line, part.first, part.farthest);
        parts[worst + 1] = make_part(line, part.farthest, part.last);
    }
    return count;
}

struct course course_from_line(const struct course_line *line, size_t most, struct arena *arena)
{
    struct course course = {.point_count = 0};
    if (!line->elevations_cm)
        return course;
    struct part *parts = memory_resize(NULL, most - 1, sizeof *parts);
    size_t part_count = split_parts(line, parts, most - 1);
    course.points = arena_array(arena, part_count + 1, sizeof *course.points);
    for (size_t i = 0; i < part_count; i++)
        course.points[course.point_count++] = point_at(line, parts[i].first);
    course.points[course.point_count++] = point_at(line, line->count - 1);
    free(parts);
    return course;
}

struct course_line course_to_line(const struct course *course, struct arena *arena)
{
    struct course_line line = {0, NULL, 0};
    const struct course_point *points = course->points;
    int start = course->point_count ? points[0].distance_m : 0;
    if (course->point_count)
        line.length_m = points[course->point_count - 1].distance_m - start;
    if (line.length_m == 0)
        return line;
    line.count = (size_t)(line.length_m / LINE_STEP_M) + 2;
    line.elevations_cm = arena_array(arena, line.count, sizeof *line.elevations_cm);
    size_t next = 1;
    for (size_t i = 0; i < line.count; i++) {
        double at = start + (double)line.length_m * (double)i / (double)(line.count - 1);
        while (next + 1 < course->point_count && points[next].distance_m < at)
            next++;
        double span = points[next].distance_m - points[next - 1].distance_m;
        double share = span > 0 ? (at - points[next - 1].distance_m) / span : 1;
        double rise = points[next].elevation_m - points[next - 1].elevation_m;
        line.elevations_cm[i] =
            (int)lround((points[next - 1].elevation_m + rise * share) * CM_PER_M);
    }
    return line;
}

struct course course_of_measure(const struct course_measure *measure, struct arena *arena)
{
    struct course course = course_from_line(&measure->line, COURSE_MOST_POINTS, arena);
    course.track_m = measure->track_m;
    course.track_climb_m = measure->track_climb_m;
    course.track_descent_m = measure->track_descent_m;
    struct course_line line = course_to_line(&course, arena);
    course.facts = course_facts(&line, measure->descent_m, arena);
    return course;
}
