/* Courses: the edges of their bands, and their largest stretch. */
#include "model/course.h"

const int course_band_edges_percent[COURSE_BAND_COUNT - 1] = {-10, -5, -2, 2, 5, 10};

const struct course_stretch *course_largest(const struct course_stretch *stretches, size_t count)
{
    const struct course_stretch *largest = NULL;
    for (size_t i = 0; i < count; i++)
        if (!largest || stretches[i].metres > largest->metres)
            largest = &stretches[i];
    return largest;
}
