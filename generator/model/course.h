/*
 * The race course: the track of a file, its profile, and what was measured on it.
 *
 * Metres are whole metres but where a name says otherwise. UNKNOWN (base/quantity.h) stands for
 * what is not known: everything about elevation where the file has none. Lists belong to the arena
 * of the function that makes them, but for a track's points (files/gpx_file.h).
 */
#ifndef HILLPLAN_MODEL_COURSE_H
#define HILLPLAN_MODEL_COURSE_H

#include <stdbool.h>
#include <stddef.h>

/* A place on a track; its elevation may be UNKNOWN. */
struct track_point {
    int latitude, longitude; /* 10^-7 degrees, which is a centimetre */
    int elevation_mm;
};

/* A line over the ground: at least two points, no two in a row at the same place. */
struct track {
    char *name; /* or NULL */
    struct track_point *points;
    size_t point_count;
};

struct course_point {
    int distance_m;  /* from the start, never decreasing */
    int elevation_m; /* above sea level */
};

/* The profile as it is measured: elevations at equal distances from the start to the finish. */
struct course_line {
    int length_m;
    int *elevations_cm; /* NULL: unknown */
    size_t count;       /* at least 2, or 0 */
};

/* The grades of a course by steepness: less than its upper edge, and not less than that before. */
#define COURSE_BAND_COUNT 7
extern const int course_band_edges_percent[COURSE_BAND_COUNT - 1];

struct course_band {
    int distance_m, distance_percent;
    int climb_m, climb_percent; /* the percentages are of the line's climb and descent */
    int descent_m, descent_percent;
};

/* A long climb or descent. */
struct course_stretch {
    int start_m, length_m;
    int metres;       /* up or down, positive */
    int grade_tenths; /* of a percent, positive */
};

#define COURSE_THIRDS 3

/*
 * What a profile tells of a course: all that planning and pages need to know of it, in numbers.
 * Shares are whole percentages that add up to 100, or all 0 where there is nothing to share.
 */
struct course_facts {
    bool is_known; /* otherwise there is no profile, and nothing below means anything */
    struct course_band bands[COURSE_BAND_COUNT];
    int climb_percent[COURSE_THIRDS];   /* early, middle, late: of the climb, */
    int descent_percent[COURSE_THIRDS]; /* and of the descent, in each third of the distance */
    int first_half_descent_percent;
    struct course_stretch largest_climb, largest_descent; /* of the most metres; length 0: none */
    int eccentric_load;        /* of the descent that counts, in metres of gentle descent */
    int eccentric_load_per_km; /* in tenths */
};

/*
 * The course as a plan holds it. What counts for the race are its official figures, in struct
 * race; here is what the file gives, by the filter of training/course.h.
 */
struct course {
    struct course_point *points;        /* the profile, straight between them; scaled to the race */
    size_t point_count;                 /* 0: the file has no elevations, or there is no file */
    int track_m;                        /* the file's length; 0: there is no file */
    int track_climb_m, track_descent_m; /* UNKNOWN without points */
    struct course_facts facts; /* follow from the points: training/course.h, course_facts() */
};

/* What is known of a course officially; UNKNOWN where nothing is. */
struct course_official {
    int distance_m, climb_m, descent_m;
};

struct course_measure {
    /* What counts: the official figures where there are any, otherwise the track's. */
    int distance_m, climb_m, descent_m;
    /* What the file gives, by the filter of training/course.h. */
    int track_m, track_climb_m, track_descent_m;
    int climb_least_m, climb_most_m; /* of noisy elevations, by other filters; else UNKNOWN */
    bool is_scaled; /* distance_m is official, and all distances below are scaled to it */
    bool has_elevation;

    int start_m, finish_m, lowest_m, highest_m; /* above sea level */
    struct course_facts facts;
    struct course_stretch *climbs, *descents;
    size_t climb_count, descent_count;
    int km_effort;           /* in hundredths of a km; UNKNOWN without climb_m */
    struct course_line line; /* reversals that the filter leaves out are flat in it */
};

/* The stretch of the most metres, the first of equals; NULL where there is none. */
const struct course_stretch *course_largest(const struct course_stretch *stretches, size_t count);

#endif
