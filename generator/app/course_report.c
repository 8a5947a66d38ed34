/* Course report. */
#include "app/course_report.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "app/report.h"
#include "course/course.h"
#include "words/words.h"

#define MOST_STRETCHES 10 /* shown as text */
#define TENTHS         10

/* "12.30": two decimals, for columns. */
static const char *two_decimals(const struct words *words, int hundredths)
{
    return arena_printf(words->arena, "%d.%02d", hundredths / HUNDREDTHS, hundredths % HUNDREDTHS);
}

static const char *one_decimal(const struct words *words, int value)
{
    return arena_printf(words->arena, "%d.%d", value / TENTHS, value % TENTHS);
}

/* "climb 98 m", "descent 390 m (the file's: 371 m)"; NULL where it is unknown. */
static const char *climb_total(const struct words *words, const char *what, int metres,
                               int track_metres)
{
    if (metres == UNKNOWN)
        return NULL;
    const char *both =
        track_metres == UNKNOWN || track_metres == metres
            ? ""
            : arena_printf(words->arena, " (the file's: %s)", words_elevation(words, track_metres));
    return arena_printf(words->arena, "%s %s%s", what, words_elevation(words, metres), both);
}

/* "climb 420 m (250–590 m, by filter)", of noisy elevations. */
static const char *with_range(const struct words *words, const struct course_measure *measure,
                              const char *climb)
{
    if (!climb || measure->climb_least_m == UNKNOWN)
        return climb;
    return arena_printf(words->arena, "%s (%d\xe2\x80\x93%s, by filter)", climb,
                        words_elevation_in(words, measure->climb_least_m),
                        words_elevation(words, measure->climb_most_m));
}

static void add_totals(const struct course_input *input, const struct words *words,
                       struct text *out)
{
    const struct course_measure *measure = &input->measure;
    const char *distance =
        words_distance(words, distance_from_m(measure->distance_m, words->units));
    if (measure->is_scaled && measure->track_m != measure->distance_m)
        distance =
            arena_printf(words->arena, "%s (the file's: %s)", distance,
                         words_distance(words, distance_from_m(measure->track_m, words->units)));
    const char *const facts[] = {
        distance,
        with_range(words, measure,
                   climb_total(words, "climb", measure->climb_m, measure->track_climb_m)),
        climb_total(words, "descent", measure->descent_m, measure->track_descent_m),
    };
    text_printf(out, "%s\n  %s\n", input->name ? input->name : "Course",
                words_join(words->arena, ", ", facts, sizeof facts / sizeof *facts));
}

/* "12 m net climb", "140 m net drop". */
static const char *net_words(const struct words *words, const struct course_measure *measure)
{
    int net = measure->finish_m - measure->start_m;
    if (net == 0)
        return "no net drop";
    return arena_printf(words->arena, "%s net %s", words_elevation(words, abs(net)),
                        net > 0 ? "climb" : "drop");
}

static void add_facts(const struct course_measure *measure, const struct words *words,
                      struct text *out)
{
    text_printf(out, "  Start at %s, finish at %s: %s. Lowest %s, highest %s.\n",
                words_elevation(words, measure->start_m), words_elevation(words, measure->finish_m),
                net_words(words, measure), words_elevation(words, measure->lowest_m),
                words_elevation(words, measure->highest_m));
    text_printf(out, "  As much effort as %s km on the flat (km + climb / 100).\n",
                two_decimals(words, measure->km_effort));
    text_printf(
        out, "  Eccentric load %d, or %s a km: metres of descent, steep ones counting more.\n",
        measure->facts.eccentric_load, one_decimal(words, measure->facts.eccentric_load_per_km));
    text_printf(out, "  Filter: %s.\n", COURSE_FILTER_WORDS);
}

static void add_bands(const struct course_measure *measure, const struct words *words,
                      struct text *out)
{
    text_printf(out, "\nGrades             %13s    %13s\n", "distance", "descent");
    for (size_t i = 0; i < COURSE_BAND_COUNT; i++) {
        const struct course_band *band = &measure->facts.bands[i];
        text_printf(out, "  %-17s %7s %s %3d %%", words_band(words, i),
                    two_decimals(words, distance_from_m(band->distance_m, words->units)),
                    words_unit(words), band->distance_percent);
        if (band->descent_m > 0)
            text_printf(out, "  %5d %s %3d %%", words_elevation_in(words, band->descent_m),
                        words_elevation_unit(words), band->descent_percent);
        text_append(out, "\n");
    }
    const int *thirds = measure->facts.descent_percent;
    if (measure->track_descent_m > 0)
        text_printf(out,
                    "\nOf the descent, %d %% lies in the first third, %d %% in the second, %d %% "
                    "in the last.\n",
                    thirds[0], thirds[1], thirds[2]);
}

static int by_metres(const void *a, const void *b)
{
    const struct course_stretch *first = a, *second = b;
    if (first->metres != second->metres)
        return first->metres > second->metres ? -1 : 1;
    return first->start_m < second->start_m ? -1 : 1;
}

static int by_start(const void *a, const void *b)
{
    const struct course_stretch *first = a, *second = b;
    return (first->start_m > second->start_m) - (first->start_m < second->start_m);
}

static void add_stretches(const char *heading, const struct course_stretch *stretches, size_t count,
                          const struct words *words, struct text *out)
{
    size_t shown = count < MOST_STRETCHES ? count : MOST_STRETCHES;
    if (count == 0)
        return;
    struct course_stretch *sorted = arena_array(words->arena, count, sizeof *sorted);
    memcpy(sorted, stretches, count * sizeof *sorted);
    qsort(sorted, count, sizeof *sorted, by_metres);
    const struct course_stretch *largest = course_largest(stretches, count);
    int largest_start_m = largest->start_m;
    qsort(sorted, shown, sizeof *sorted, by_start);
    text_printf(out, "\n%s", heading);
    if (shown < count)
        text_printf(out, ", the %zu largest of %zu", shown, count);
    text_append(out, "\n");
    for (size_t i = 0; i < shown; i++)
        text_printf(out, "  at %6s %s  %5d %s in %6s %s, %4s %%%s\n",
                    two_decimals(words, distance_from_m(sorted[i].start_m, words->units)),
                    words_unit(words), words_elevation_in(words, sorted[i].metres),
                    words_elevation_unit(words),
                    two_decimals(words, distance_from_m(sorted[i].length_m, words->units)),
                    words_unit(words), one_decimal(words, sorted[i].grade_tenths),
                    sorted[i].start_m == largest_start_m && count > 1 ? "  (the largest)" : "");
}

void course_report_text(const struct course_input *input, const struct words *words,
                        struct text *out)
{
    const struct course_measure *measure = &input->measure;
    add_totals(input, words, out);
    if (!measure->has_elevation)
        return;
    add_facts(measure, words, out);
    add_bands(measure, words, out);
    add_stretches("Climbs", measure->climbs, measure->climb_count, words, out);
    add_stretches("Descents", measure->descents, measure->descent_count, words, out);
}

/* --- JSON ------------------------------------------------------------------------------------- */

static json_t *json_known(int value)
{
    return value == UNKNOWN ? NULL : json_integer(value);
}

static json_t *known_real(int value, int parts)
{
    return value == UNKNOWN ? NULL : json_real((double)value / parts);
}

static json_t *bands_json(const struct course_measure *measure)
{
    if (!measure->has_elevation)
        return NULL;
    json_t *list = json_array();
    for (size_t i = 0; i < COURSE_BAND_COUNT; i++) {
        const struct course_band *band = &measure->facts.bands[i];
        int from = i > 0 ? course_band_edges_percent[i - 1] : UNKNOWN;
        int to = i + 1 < COURSE_BAND_COUNT ? course_band_edges_percent[i] : UNKNOWN;
        json_array_append_new(
            list, json_pack("{s:o*, s:o*, s:i, s:i, s:i, s:i, s:i, s:i}", "from_percent",
                            json_known(from), "to_percent", json_known(to), "distance_m",
                            band->distance_m, "distance_percent", band->distance_percent, "climb_m",
                            band->climb_m, "climb_percent", band->climb_percent, "descent_m",
                            band->descent_m, "descent_percent", band->descent_percent));
    }
    return list;
}

static json_t *stretches_json(const struct course_measure *measure,
                              const struct course_stretch *stretches, size_t count)
{
    if (!measure->has_elevation)
        return NULL;
    json_t *list = json_array();
    for (size_t i = 0; i < count; i++)
        json_array_append_new(
            list, json_pack("{s:i, s:i, s:i, s:o}", "start_m", stretches[i].start_m, "length_m",
                            stretches[i].length_m, "metres", stretches[i].metres, "grade_percent",
                            known_real(stretches[i].grade_tenths, TENTHS)));
    return list;
}

static json_t *thirds_json(const struct course_measure *measure)
{
    const int *thirds = measure->facts.descent_percent;
    if (!measure->has_elevation || measure->track_descent_m == 0)
        return NULL;
    return json_pack("[i, i, i]", thirds[0], thirds[1], thirds[2]);
}

static json_t *range_json(const struct course_measure *measure)
{
    if (measure->climb_least_m == UNKNOWN)
        return NULL;
    return json_pack("[i, i]", measure->climb_least_m, measure->climb_most_m);
}

static json_t *course_json(const struct course_input *input)
{
    const struct course_measure *measure = &input->measure;
    const struct course_facts *facts = &measure->facts;
    int load = facts->is_known ? facts->eccentric_load : UNKNOWN;
    int load_per_km = facts->is_known ? facts->eccentric_load_per_km : UNKNOWN;
    return json_pack(
        "{s:s*, s:i, s:o*, s:o*, s:o*, s:o*, s:o*, s:o*, s:o*, s:o*, s:o*, s:o*, s:o*, s:o*, s:o*, "
        "s:{s:i, s:o*, s:o*, s:o*}, s:s*}",
        "name", input->name, "distance_m", measure->distance_m, "climb_m",
        json_known(measure->climb_m), "descent_m", json_known(measure->descent_m), "start_m",
        json_known(measure->start_m), "finish_m", json_known(measure->finish_m), "lowest_m",
        json_known(measure->lowest_m), "highest_m", json_known(measure->highest_m), "km_effort",
        known_real(measure->km_effort, HUNDREDTHS), "eccentric_load", json_known(load),
        "eccentric_load_per_km", known_real(load_per_km, TENTHS), "descent_percent_by_third",
        thirds_json(measure), "bands", bands_json(measure), "climbs",
        stretches_json(measure, measure->climbs, measure->climb_count), "descents",
        stretches_json(measure, measure->descents, measure->descent_count), "file", "distance_m",
        measure->track_m, "climb_m", json_known(measure->track_climb_m), "climb_range_m",
        range_json(measure), "descent_m", json_known(measure->track_descent_m), "filter",
        measure->has_elevation ? COURSE_FILTER_WORDS : NULL);
}

bool course_report_json(const struct course_input *input, struct text *out, struct error *error)
{
    return report_json(course_json(input), out, error);
}
