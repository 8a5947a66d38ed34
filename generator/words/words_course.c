/* Words for courses. */
#include "words/words.h"

#include <stdlib.h>

#define TENTHS 10

const char *words_grade(const struct words *words, int tenths)
{
    return arena_printf(words->arena, "%s %%",
                        words_hundredths(words, tenths * (HUNDREDTHS / TENTHS)));
}

static const char *percent(const struct words *words, int value)
{
    return words_count(words, (size_t)abs(value));
}

const char *words_band(const struct words *words, size_t band)
{
    const int *edges = course_band_edges_percent;
    if (band == 0)
        return SAY(words, PHRASE_BAND_DOWN_OVER, percent(words, edges[0]));
    if (band == COURSE_BAND_COUNT - 1)
        return SAY(words, PHRASE_BAND_UP_OVER, percent(words, edges[band - 1]));
    const char *low = percent(words, edges[band - 1]), *high = percent(words, edges[band]);
    if (edges[band - 1] < 0 && edges[band] > 0)
        return SAY(words, PHRASE_BAND_LEVEL, high);
    return edges[band] <= 0 ? SAY(words, PHRASE_BAND_DOWN, high, low)
                            : SAY(words, PHRASE_BAND_UP, low, high);
}

const char *words_stretch(const struct words *words, const struct course_stretch *stretch,
                          bool is_descent)
{
    const char *length = arena_printf(
        words->arena, "%s %s", words_tenths_of_unit(words, stretch->length_m), words_unit(words));
    const char *grade = arena_printf(words->arena, "%s%s", is_descent ? "−" : "+",
                                     words_grade(words, stretch->grade_tenths));
    return SAY(words, PHRASE_STRETCH, words_elevation(words, stretch->metres), length, grade);
}

/* The half that holds more of the descent. */
static const char *descent_half(const struct words *words, const struct course_facts *facts)
{
    int first = facts->first_half_descent_percent, second = 100 - first;
    return first >= second ? SAY(words, PHRASE_COURSE_FIRST_HALF, percent(words, first))
                           : SAY(words, PHRASE_COURSE_SECOND_HALF, percent(words, second));
}

const char *words_course(const struct words *words, const struct race *race)
{
    const struct course *course = &race->course;
    const struct course_facts *facts = &course->facts;
    int length_m = facts->is_known ? course->points[course->point_count - 1].distance_m -
                                         course->points[0].distance_m
                                   : course->track_m;
    if (length_m == 0)
        return NULL;
    bool has_descent = facts->is_known && facts->largest_descent.length_m > 0;
    const char *const parts[] = {
        arena_printf(words->arena, "%s %s", words_tenths_of_unit(words, length_m),
                     words_unit(words)),
        words_climb_and_descent(words, race->climb_m, race->descent_m),
        has_descent ? descent_half(words, facts) : NULL,
    };
    const char *sentence = words_join(words->arena, ", ", parts, sizeof parts / sizeof *parts);
    if (has_descent)
        sentence = SAY(words, PHRASE_COURSE_LARGEST_DESCENT, sentence,
                       words_stretch(words, &facts->largest_descent, true));
    return arena_printf(words->arena, "%s.", SAY(words, PHRASE_COURSE, sentence));
}
