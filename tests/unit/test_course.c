/* Courses: distances, the filter of climb and descent, and what is measured on tracks. */
#include "files_fixture.h"

#include <math.h>

#include "base/quantity.h"
#include "course/course.h"
#include "course/gpx_file.h"
#include "course/line.h"
#include "course/track.h"

#define LENGTH(array) (sizeof(array) / sizeof *(array))
#define DEGREE        10000000
#define METRE         (DEGREE / 111194.93) /* on a meridian */
#define MOST_SAMPLES  20000

static const struct course_official nothing_official = {UNKNOWN, UNKNOWN, UNKNOWN};

/* A small generator of its own, so that every machine tests the same. */
static unsigned next_random(unsigned *seed)
{
    *seed = *seed * 1664525U + 1013904223U;
    return *seed >> 8;
}

/* A track to the north with a point every `step_m`, at elevations in metres. */
static struct track make_track(const double *elevations, size_t count, double step_m)
{
    struct track track = {NULL, malloc(count * sizeof *track.points), count};
    assert_non_null(track.points);
    for (size_t i = 0; i < count; i++)
        track.points[i] = (struct track_point){
            .latitude = (int)lround((double)i * step_m * METRE),
            .elevation_mm = isnan(elevations[i]) ? UNKNOWN : (int)lround(elevations[i] * 1000),
        };
    return track;
}

/* The measure of such a track; its lists are in the arena. */
static struct course_measure measure(const double *elevations, size_t count, double step_m,
                                     const struct course_official *official, struct arena *arena)
{
    struct track track = make_track(elevations, count, step_m);
    struct course_measure measured;
    course_measure(&track, official, arena, &measured);
    free(track.points);
    return measured;
}

static void a_degree_of_latitude_has_111_195_m(void **state)
{
    (void)state;
    struct track_point equator = {0, 0, UNKNOWN}, north = {DEGREE, 0, UNKNOWN};
    struct track_point east = {0, DEGREE, UNKNOWN}, far_east = {0, 180 * DEGREE - 1, UNKNOWN};
    struct track_point far_west = {0, -180 * DEGREE, UNKNOWN}, pole = {90 * DEGREE, 0, UNKNOWN};
    assert_near(track_distance(&equator, &north), 111194.93, 0.005);
    assert_near(track_distance(&equator, &east), 111194.93, 0.005);
    assert_near(track_distance(&north, &equator), 111194.93, 0.005);
    assert_near(track_distance(&far_east, &far_west), 0.011, 0.001); /* over the date line */
    assert_near(track_distance(&equator, &pole), 10007543.4, 0.1);
    assert_true(track_distance(&pole, &pole) == 0);
}

static void reversals_under_two_metres_do_not_count(void **state)
{
    (void)state;
    static const double hill[] = {100, 105, 104, 110, 100, 101, 100};
    static const double noise[] = {100, 101, 100, 101.5, 100.2, 101, 100};
    double ramp[41];
    for (size_t i = 0; i < LENGTH(ramp); i++)
        ramp[i] = 100 + 0.5 * (double)i;
    struct line_sum sum = line_sum(hill, LENGTH(hill), LINE_REVERSAL_M);
    assert_near(sum.climb, 10, 1e-9);
    assert_near(sum.descent, 10, 1e-9);
    sum = line_sum(noise, LENGTH(noise), LINE_REVERSAL_M);
    assert_true(sum.climb == 0 && sum.descent == 0);
    sum = line_sum(ramp, LENGTH(ramp), LINE_REVERSAL_M);
    assert_near(sum.climb, 20, 1e-9);
    assert_true(sum.descent == 0);
}

static void climb_less_descent_is_the_net_rise_of_random_walks(void **state)
{
    (void)state;
    static double walk[2000], smoothed[2000], flat[2000];
    unsigned seed = 1;
    FOR_COUNT(int, run, 500) {
        size_t count = 5 + next_random(&seed) % (LENGTH(walk) - 5);
        double rough = 0.1 + next_random(&seed) % 100 / 10.0;
        walk[0] = 300;
        for (size_t i = 1; i < count; i++)
            walk[i] = walk[i - 1] + (next_random(&seed) % 2001 / 1000.0 - 1) * rough;
        line_smooth(walk, smoothed, count);
        struct line_sum sum = line_sum(smoothed, count, LINE_REVERSAL_M);
        assert_near(sum.climb - sum.descent, smoothed[count - 1] - smoothed[0], 4);
        memcpy(flat, smoothed, sizeof flat);
        line_flatten(flat, count, LINE_REVERSAL_M);
        double climb = 0, descent = 0;
        for (size_t i = 1; i < count; i++) {
            climb += fmax(flat[i] - flat[i - 1], 0);
            descent += fmax(flat[i - 1] - flat[i], 0);
        }
        assert_near(climb, sum.climb, 1e-6);
        assert_near(descent, sum.descent, 1e-6);
        FOR_COUNT(size_t, i, count)
            assert_near(flat[i], smoothed[i], 2 * LINE_REVERSAL_M); /* around the start */
    }
}

/* 3 km: 1 km level, 1 km down by 8 %, 1 km level; a point every 100 m. */
static void make_descent(double *elevations)
{
    for (int i = 0; i <= 30; i++)
        elevations[i] = i < 10 ? 200 : i < 20 ? 200 - 8 * (i - 10) : 120;
}

static void a_plain_descent_is_measured(void **state)
{
    (void)state;
    double elevations[31];
    struct arena *arena = arena_new();
    make_descent(elevations);
    struct course_measure m = measure(elevations, 31, 100, &nothing_official, arena);
    assert_int_equal(m.distance_m, 3000);
    assert_int_equal(m.climb_m, 0);
    assert_int_equal(m.descent_m, 80);
    assert_int_equal(m.start_m, 200);
    assert_int_equal(m.finish_m, 120);
    assert_int_equal(m.climb_count, 0);
    assert_int_equal(m.descent_count, 1);
    assert_near(m.descents[0].start_m, 1000, 60);
    assert_near(m.descents[0].length_m, 1000, 120);
    assert_near(m.descents[0].metres, 80, 1);
    assert_near(m.descents[0].grade_tenths, 80, 8); /* its ends are smoothed */
    assert_near(m.facts.eccentric_load, 80 * (1 + 0.034 * 8), 1);
    assert_near(m.facts.eccentric_load_per_km, m.facts.eccentric_load * 10 / 3.0, 3);
    assert_int_equal(m.km_effort, 300);
    assert_near(m.facts.descent_percent[1], 100, 3);
    assert_near(m.facts.bands[1].distance_m, 1000, 80);
    assert_true(m.facts.bands[1].descent_percent >= 90);
    arena_free(arena);
}

static void shares_add_up_to_a_hundred(void **state)
{
    (void)state;
    static double walk[1000];
    unsigned seed = 7;
    struct arena *arena = arena_new();
    FOR_COUNT(int, run, 100) {
        walk[0] = 500;
        for (size_t i = 1; i < LENGTH(walk); i++)
            walk[i] = walk[i - 1] + next_random(&seed) % 2001 / 500.0 - 2;
        struct course_measure m = measure(walk, LENGTH(walk), 30, &nothing_official, arena);
        int distance = 0, descent = 0, distance_m = 0, descent_m = 0, thirds = 0;
        for (size_t i = 0; i < COURSE_BAND_COUNT; i++) {
            distance += m.facts.bands[i].distance_percent;
            descent += m.facts.bands[i].descent_percent;
            distance_m += m.facts.bands[i].distance_m;
            descent_m += m.facts.bands[i].descent_m;
        }
        for (size_t i = 0; i < COURSE_THIRDS; i++)
            thirds += m.facts.descent_percent[i];
        assert_int_equal(distance, 100);
        assert_int_equal(descent, 100);
        assert_int_equal(thirds, 100);
        assert_near(distance_m, m.distance_m, COURSE_BAND_COUNT);
        assert_near(descent_m, m.descent_m, COURSE_BAND_COUNT);
    }
    arena_free(arena);
}

static void official_figures_win_and_the_files_are_kept(void **state)
{
    (void)state;
    double elevations[31];
    struct arena *arena = arena_new();
    make_descent(elevations);
    const struct course_official official = {2950, 12, 160};
    struct course_measure m = measure(elevations, 31, 100, &official, arena);
    assert_true(m.is_scaled);
    assert_int_equal(m.distance_m, 2950);
    assert_int_equal(m.track_m, 3000);
    assert_int_equal(m.line.length_m, 2950);
    assert_int_equal(m.climb_m, 12);
    assert_int_equal(m.track_climb_m, 0);
    assert_int_equal(m.descent_m, 160);
    assert_int_equal(m.track_descent_m, 80);
    assert_near(m.facts.eccentric_load, 2 * 80 * (1 + 0.034 * 8.14), 4);
    assert_int_equal(m.km_effort, 295 + 12);
    const struct course_official other = {3100, UNKNOWN, UNKNOWN}; /* 3.2 % */
    m = measure(elevations, 31, 100, &other, arena);
    assert_false(m.is_scaled);
    assert_int_equal(m.distance_m, 3000);
    /* The last metre below 3 %, and the first one above. */
    const struct course_official close = {3092, UNKNOWN, UNKNOWN}, far = {3093, UNKNOWN, UNKNOWN};
    assert_true(measure(elevations, 31, 100, &close, arena).is_scaled);
    assert_false(measure(elevations, 31, 100, &far, arena).is_scaled);
    arena_free(arena);
}

static void an_even_descent_has_its_halves_and_thirds(void **state)
{
    (void)state;
    static const int lengths_m[] = {1000, 3000, 10000};
    FOR_EACH(i, lengths_m) {
        struct course_point points[] = {{0, 1000}, {lengths_m[i], 1000 - lengths_m[i] / 20}};
        struct arena *arena = arena_new();
        struct course course = {.points = points, .point_count = LENGTH(points)};
        struct course_line line = course_to_line(&course, arena);
        struct course_facts facts = course_facts(&line, UNKNOWN, arena);
        assert_near(facts.first_half_descent_percent, 50, 1);
        assert_near(facts.descent_percent[0], 33, 2);
        assert_near(facts.descent_percent[2], 33, 2);
        arena_free(arena);
    }
}

static void without_elevations_only_official_figures_are_known(void **state)
{
    (void)state;
    double zeros[31] = {0}, unknown[31];
    struct arena *arena = arena_new();
    for (size_t i = 0; i < LENGTH(unknown); i++)
        unknown[i] = i < 16 ? NAN : 100; /* most of them */
    const struct course_official official = {UNKNOWN, UNKNOWN, 70};
    const double *const courses[] = {zeros, unknown};
    FOR_EACH(i, courses) {
        struct course_measure m = measure(courses[i], 31, 100, &official, arena);
        assert_false(m.has_elevation);
        assert_int_equal(m.distance_m, 3000);
        assert_int_equal(m.climb_m, UNKNOWN);
        assert_int_equal(m.descent_m, 70);
        assert_int_equal(m.track_descent_m, UNKNOWN);
        assert_int_equal(m.start_m, UNKNOWN);
        assert_false(m.facts.is_known);
        assert_int_equal(m.km_effort, UNKNOWN);
        assert_int_equal(course_from_line(&m.line, 10, arena).point_count, 0);
    }
    arena_free(arena);
}

static void elevations_that_are_missing_lie_between_their_neighbours(void **state)
{
    (void)state;
    double elevations[31], samples[121];
    for (size_t i = 0; i < LENGTH(elevations); i++)
        elevations[i] = i % 3 == 1 && i < 28 ? 100 + (double)i : NAN;
    struct track track = make_track(elevations, LENGTH(elevations), 100);
    line_sample(&track, track_length(&track), samples, LENGTH(samples));
    FOR_EACH(i, samples)
        assert_near(samples[i], fmin(fmax(100 + (double)i / 4, 101), 125), 0.001);
    free(track.points);
}

static void a_profile_is_few_points_near_the_line(void **state)
{
    (void)state;
    static double walk[2000];
    unsigned seed = 3;
    struct arena *arena = arena_new();
    walk[0] = 500;
    for (size_t i = 1; i < LENGTH(walk); i++)
        walk[i] = walk[i - 1] + next_random(&seed) % 2001 / 100.0 - 10;
    struct course_measure m = measure(walk, LENGTH(walk), 25, &nothing_official, arena);
    struct course all = course_from_line(&m.line, MOST_SAMPLES, arena);
    struct course course = course_from_line(&m.line, COURSE_MOST_POINTS, arena);
    assert_true(course.point_count <= COURSE_MOST_POINTS && course.point_count > 100);
    assert_true(all.point_count > course.point_count);
    assert_int_equal(course.points[0].distance_m, 0);
    assert_int_equal(course.points[course.point_count - 1].distance_m, m.distance_m);
    FOR_VALUES(size_t, i, 1, i < course.point_count, i++)
        assert_true(course.points[i].distance_m > course.points[i - 1].distance_m);
    struct course_line back = course_to_line(&all, arena);
    assert_int_equal(back.length_m, m.line.length_m);
    FOR_COUNT(size_t, i, m.line.count) {
        size_t there = i * (back.count - 1) / (m.line.count - 1);
        int low = back.elevations_cm[there], high = back.elevations_cm[there];
        for (size_t j = there ? there - 1 : 0; j <= there + 2 && j < back.count; j++) {
            low = smaller_of(low, back.elevations_cm[j]);
            high = larger_of(high, back.elevations_cm[j]);
        }
        assert_in_range(m.line.elevations_cm[i], low - 200, high + 200);
    }
    assert_int_equal(course_from_line(&m.line, 2, arena).point_count, 2);
    assert_int_equal(course_to_line(&(struct course){.point_count = 0}, arena).count, 0);
    arena_free(arena);
}

static void facts_tell_where_the_hills_are(void **state)
{
    (void)state;
    /* 9 km: up 90 m in the second km, down 60 m in the fourth, down 30 m in the last. */
    static struct course_point points[] = {{0, 500},    {1000, 500}, {2000, 590}, {3000, 590},
                                           {4000, 530}, {8000, 530}, {9000, 500}};
    struct arena *arena = arena_new();
    struct course course = {.points = points, .point_count = LENGTH(points)};
    struct course_line line = course_to_line(&course, arena);
    struct course_facts facts = course_facts(&line, UNKNOWN, arena);
    assert_true(facts.is_known);
    assert_int_equal(facts.climb_percent[0], 100);
    assert_in_range(facts.descent_percent[0], 0, 2); /* no sample stands at 3 km exactly */
    assert_near(facts.descent_percent[1], 66, 1);
    assert_int_equal(facts.descent_percent[2], 33);
    assert_int_equal(facts.first_half_descent_percent, 67);
    assert_near(facts.largest_climb.start_m, 1000, 30);
    assert_near(facts.largest_climb.metres, 90, 2);
    assert_near(facts.largest_descent.length_m, 1000, 50);
    assert_near(facts.largest_descent.grade_tenths, 60, 2);
    assert_near(facts.bands[COURSE_BAND_COUNT - 2].climb_percent, 99, 1); /* 5 to 10 % */
    assert_near(facts.bands[1].descent_m, 60, 2);
    assert_near(facts.bands[2].descent_m, 30, 2);
    assert_near(facts.eccentric_load, 60 * (1 + 0.034 * 6) + 30 * (1 + 0.034 * 3), 2);
    struct course_facts official = course_facts(&line, 180, arena);
    assert_near(official.eccentric_load, 2 * facts.eccentric_load, 2);
    struct course_line unknown = {.length_m = 9000};
    assert_false(course_facts(&unknown, 180, arena).is_known);
    arena_free(arena);
}

static void climbs_begin_and_end_with_the_slope(void **state)
{
    (void)state;
    static double elevations[1001]; /* 10 km: up 60 m from 2 to 3 km, a dip of 4 m at 2.5 km */
    struct arena *arena = arena_new();
    for (int i = 0; i <= 1000; i++) {
        double hill = i < 200 ? 0 : i > 300 ? 60 : (i - 200) * 0.6;
        elevations[i] = 50 + hill - (i > 250 && i < 260 ? 4 : 0);
    }
    struct course_measure m = measure(elevations, 1001, 10, &nothing_official, arena);
    assert_int_equal(m.climb_count, 1);
    assert_int_equal(m.descent_count, 0);
    assert_near(m.climbs[0].start_m, 2000, 60);
    assert_near(m.climbs[0].length_m, 1000, 100);
    assert_near(m.climbs[0].metres, 60, 1);
    assert_ptr_equal(course_largest(m.climbs, m.climb_count), &m.climbs[0]);
    assert_null(course_largest(m.descents, m.descent_count));
    arena_free(arena);
}

/* Real tracks, where the folder is there: HILLPLAN_COURSES names it. */
static void real_courses_give_their_known_totals(void **state)
{
    (void)state;
    static const struct {
        const char *file;
        int distance_m, climb_m, descent_m;
    } courses[] = {
        {"berkeley-10k.gpx", 8757, 310, 310},
        {"inverness-half.gpx", 21077, 80, 75},
        {"manchester-marathon.gpx", 42234, 98, 86},
        {"berkeley-50k.gpx", 49054, 1784, 1784},
        {"shasta.gpx", 19028, 2288, 2286},
        {"allermuir-no-elevation.gpx", 6748, UNKNOWN, UNKNOWN},
    };
    const char *folder = getenv("HILLPLAN_COURSES");
    folder = folder ? folder : "../shared/data/courses";
    if (access(folder, R_OK) != 0)
        skip();
    FOR_CASES(i, courses, file) {
        struct text path = TEXT_INIT;
        struct error error;
        struct arena *arena = arena_new();
        struct course_measure m;
        error_init(&error);
        text_printf(&path, "%s/%s", folder, courses[i].file);
        struct track *track = gpx_read(text_string(&path), &error);
        assert_messages(&error, "");
        course_measure(track, &nothing_official, arena, &m);
        assert_near(m.distance_m, courses[i].distance_m, courses[i].distance_m * 0.001);
        if (courses[i].climb_m == UNKNOWN) {
            assert_false(m.has_elevation);
        } else {
            assert_near(m.climb_m, courses[i].climb_m, courses[i].climb_m * 0.01);
            assert_near(m.descent_m, courses[i].descent_m, courses[i].descent_m * 0.01);
        }
        track_free(track);
        arena_free(arena);
        text_release(&path);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_degree_of_latitude_has_111_195_m),
        cmocka_unit_test(reversals_under_two_metres_do_not_count),
        cmocka_unit_test(climb_less_descent_is_the_net_rise_of_random_walks),
        cmocka_unit_test(a_plain_descent_is_measured),
        cmocka_unit_test(shares_add_up_to_a_hundred),
        cmocka_unit_test(official_figures_win_and_the_files_are_kept),
        cmocka_unit_test(without_elevations_only_official_figures_are_known),
        cmocka_unit_test(elevations_that_are_missing_lie_between_their_neighbours),
        cmocka_unit_test(a_profile_is_few_points_near_the_line),
        cmocka_unit_test(facts_tell_where_the_hills_are),
        cmocka_unit_test(an_even_descent_has_its_halves_and_thirds),
        cmocka_unit_test(climbs_begin_and_end_with_the_slope),
        cmocka_unit_test(real_courses_give_their_known_totals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
