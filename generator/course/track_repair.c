/* Points that cannot be true: spikes, detours of the device, and elevations that jump. */
#include <math.h>
#include <stdlib.h>

#include "base/quantity.h"
#include "course/track.h"

#define MM_PER_M           1000.0
#define METRES_PER_UNIT    0.0111195 /* of 10^-7 degrees of a great circle, rounded up */
#define SPIKE_M            100       /* away from both neighbours */
#define SPIKE_RATIO        5         /* times as far as the neighbours are from theirs */
#define FEWEST_WITH_SPIKE  4 /* points: of three, the one in the middle is the turning point */
#define ELEVATION_SPIKE_MM 10000
#define JUMP_M             300  /* a step that is none, if it is */
#define TOLD_JUMP_M        1000 /* one that stays */
#define JUMP_STEPS         20   /* times as long as the usual ones */
#define FEWEST_WITH_JUMP   10   /* points */
#define MOST_DETOUR        2000 /* points of one */
#define MOST_SAMPLES       1000 /* of steps, to find the usual one */
#define MOST_SUDDEN        100  /* points of a peak or pit of elevations */
#define END_PERCENT        2    /* of the points: an end that lies apart */
#define FEWEST_OF_END      5    /* points that an end may always have */
#define MOST_EXTENDED_M    200  /* an end that goes on as the ground beside it */
#define FEWEST_MISSING     3    /* points of a stretch without elevations that is told of */
#define MISSING_M          500  /* of a stretch without elevations that is told of */

/* ---- places ---- */

/* Without a sine: no two points are farther apart than along a meridian and then the equator. */
static bool is_surely_near(const struct track_point *a, const struct track_point *b, double metres)
{
    double north = fabs(a->latitude - (double)b->latitude);
    double east = fabs(a->longitude - (double)b->longitude);
    return (north + east) * METRES_PER_UNIT <= metres;
}

/*
 * The turning point of an out and back of few points lies as far from its neighbours, so those
 * have to be near to theirs; of a track's first and last two points that is asked on one side.
 * `kept` points are at the front, point i and those after it were not looked at.
 */
static bool is_spike(const struct track *track, size_t kept, size_t i)
{
    const struct track_point *points = track->points;
    size_t count = track->point_count;
    if (is_surely_near(&points[kept - 1], &points[i], SPIKE_M))
        return false;
    double before = track_distance(&points[kept - 1], &points[i]);
    double after = track_distance(&points[i], &points[i + 1]);
    double near = fmin(before, after) / SPIKE_RATIO;
    return before > SPIKE_M && after > SPIKE_M &&
           track_distance(&points[kept - 1], &points[i + 1]) < near &&
           (kept < 2 || track_distance(&points[kept - 2], &points[kept - 1]) < near) &&
           (i + 2 >= count || track_distance(&points[i + 1], &points[i + 2]) < near);
}

static bool is_same_place(const struct track_point *a, const struct track_point *b)
{
    return a->latitude == b->latitude && a->longitude == b->longitude;
}

static size_t remove_spikes(struct track *track)
{
    struct track_point *points = track->points;
    size_t count = track->point_count, kept = 1, spikes = 0;
    if (count < FEWEST_WITH_SPIKE)
        return 0;
    for (size_t i = 1; i < count; i++) {
        if (i + 1 == count || !is_spike(track, kept, i)) {
            points[kept++] = points[i];
            continue;
        }
        spikes++;
        if (is_same_place(&points[kept - 1], &points[i + 1]))
            i++; /* no two points in a row at the same place */
    }
    track->point_count = kept;
    return spikes;
}

/* The median step of a track. */
static int compare_steps(const void *a, const void *b)
{
    double first = *(const double *)a, second = *(const double *)b;
    return (first > second) - (first < second);
}

static double usual_step(const struct track *track)
{
    double steps[MOST_SAMPLES] = {0};
    size_t count = 0, apart = (track->point_count - 1) / MOST_SAMPLES + 1;
    for (size_t i = 1; i < track->point_count && count < MOST_SAMPLES; i += apart)
        steps[count++] = track_distance(&track->points[i - 1], &track->points[i]);
    qsort(steps, count, sizeof *steps, compare_steps);
    return count ? steps[count / 2] : 0;
}

/* An end of a track of so many points is cut off rather than a long way off. */
static size_t most_of_end(const struct track *track)
{
    size_t most = track->point_count * END_PERCENT / 100;
    return most > FEWEST_OF_END ? most : FEWEST_OF_END;
}

/*
 * Where a track that jumps to point i comes back to point `before`: the number of a point behind
 * it, or the point count if it never does but ends there; i if the jump is a gap. What lies between
 * is short beside the jump, or it is a part of the track beyond a gap.
 */
static size_t end_of_detour(const struct track *track, const struct track_point *before, size_t i,
                            double jump_m)
{
    const struct track_point *points = track->points;
    double away = track_distance(before, &points[i]), length = 0;
    for (size_t j = i + 1; j < track->point_count && j - i <= MOST_DETOUR; j++) {
        double step = track_distance(&points[j - 1], &points[j]);
        if (step > jump_m && track_distance(before, &points[j]) < jump_m)
            return j;
        length += step;
        if (length > away / 2)
            return i;
    }
    return track->point_count - i <= most_of_end(track) ? track->point_count : i;
}

/* The points before the first jump, if they are few, and near each other: they are left out. */
static size_t far_start(const struct track *track, double jump_m)
{
    double length = 0;
    for (size_t i = 1; i <= most_of_end(track); i++) {
        double step = track_distance(&track->points[i - 1], &track->points[i]);
        if (step > jump_m)
            return length < step / 2 ? i : 0;
        length += step;
    }
    return 0;
}

/* Removes what lies far off; notes the widest jump that stays. */
static size_t remove_detours(struct track *track, int *widest_jump_m)
{
    struct track_point *points = track->points;
    if (track->point_count < FEWEST_WITH_JUMP)
        return 0;
    double jump_m = fmax(JUMP_M, JUMP_STEPS * usual_step(track)), widest = 0;
    size_t from = far_start(track, jump_m), kept = 0, removed = from;
    points[kept++] = points[from];
    for (size_t i = from + 1; i < track->point_count; i++) {
        bool is_near = is_surely_near(&points[kept - 1], &points[i], jump_m);
        double step = is_near ? 0 : track_distance(&points[kept - 1], &points[i]);
        if (step > jump_m) {
            size_t end = end_of_detour(track, &points[kept - 1], i, jump_m);
            removed += end - i;
            widest = end == i ? fmax(widest, step) : widest;
            i = end;
        }
        if (i < track->point_count)
            points[kept++] = points[i];
    }
    track->point_count = kept;
    *widest_jump_m = widest > TOLD_JUMP_M ? (int)fmin(widest, INT_MAX / 2) : 0;
    return removed;
}

/* ---- elevations ---- */

/* How far `point` is above `other` (below: negative) by more than ground can be; 0 where not. */
static int sudden_mm(const struct track_point *point, const struct track_point *other)
{
    int difference = point->elevation_mm - other->elevation_mm;
    bool is_sudden = abs(difference) > ELEVATION_SPIKE_MM &&
                     abs(difference) > track_distance(point, other) * MM_PER_M;
    return is_sudden ? difference : 0;
}
/* The next point behind i whose elevation is known; the count where there is none. */
static size_t next_known(const struct track *track, size_t i)
{
    for (i++; i < track->point_count && track->points[i].elevation_mm == UNKNOWN;)
        i++;
    return i;
}

static size_t forget(struct track *track, size_t from, size_t to)
{
    size_t count = 0;
    for (; from < to; from++) {
        count += track->points[from].elevation_mm != UNKNOWN;
        track->points[from].elevation_mm = UNKNOWN;
    }
    return count;
}

/*
 * An end of the track whose elevations were none goes on as the ground beside it does: `edge` is
 * the last point that is known, `way` 1 if the end lies behind it and -1 before it.
 */
static void extend_end(struct track *track, size_t edge, int way)
{
    struct track_point *points = track->points;
    size_t end = way > 0 ? track->point_count - 1 : 0, inside = edge;
    double missing = 0, beside = 0;
    for (size_t i = edge; i != end; i += (size_t)way)
        missing += track_distance(&points[i], &points[i + (size_t)way]);
    while (beside < missing && inside != track->point_count - 1 - end &&
           points[inside - (size_t)way].elevation_mm != UNKNOWN) {
        beside += track_distance(&points[inside], &points[inside - (size_t)way]);
        inside -= (size_t)way;
    }
    if (missing > MOST_EXTENDED_M || beside < missing || missing <= 0)
        return;
    double grade = (points[edge].elevation_mm - points[inside].elevation_mm) / beside, at = 0;
    for (size_t i = edge; i != end; i += (size_t)way) {
        at += track_distance(&points[i], &points[i + (size_t)way]);
        points[i + (size_t)way].elevation_mm = points[edge].elevation_mm + (int)lround(grade * at);
    }
}

/* Elevations of exactly 0 that begin and end with a jump, or with the track, are none. */
static size_t remove_zeros(struct track *track)
{
    struct track_point *points = track->points;
    size_t removed = 0, count = track->point_count, before = count; /* the last that is not 0 */
    for (size_t i = 0; i < count; i++) {
        if (points[i].elevation_mm != 0) {
            before = points[i].elevation_mm == UNKNOWN ? before : i;
            continue;
        }
        size_t last = i, behind = next_known(track, i);
        while (behind < count && points[behind].elevation_mm == 0) {
            last = behind;
            behind = next_known(track, behind);
        }
        bool begins = before == count || sudden_mm(&points[i], &points[before]) != 0;
        bool ends = behind == count || sudden_mm(&points[last], &points[behind]) != 0;
        if (begins && ends && (before < count || behind < count))
            removed += forget(track, i, last + 1);
        if (begins && ends && i == 0 && behind < count)
            extend_end(track, behind, -1);
        else if (begins && ends && last + 1 == count && before < count)
            extend_end(track, before, 1);
        i = last;
    }
    return removed;
}

/* Where elevations that jumped at point i come back to that of point `before`; i: they don't. */
static size_t end_of_sudden(const struct track *track, size_t before, size_t i)
{
    const struct track_point *points = track->points;
    int way = sudden_mm(&points[i], &points[before]);
    for (size_t last = i, j = next_known(track, i); j < track->point_count && j - i <= MOST_SUDDEN;
         last = j, j = next_known(track, j)) {
        int back = sudden_mm(&points[last], &points[j]);
        bool is_back = (way > 0 && back > 0) || (way < 0 && back < 0);
        if (is_back && sudden_mm(&points[j], &points[before]) == 0)
            return j;
    }
    return i;
}

/* Peaks and pits that begin and end with a jump. */
static size_t remove_sudden(struct track *track)
{
    size_t removed = 0, before = track->point_count;
    for (size_t i = next_known(track, (size_t)-1); i < track->point_count;
         i = next_known(track, i)) {
        if (before < track->point_count &&
            sudden_mm(&track->points[i], &track->points[before]) != 0) {
            size_t end = end_of_sudden(track, before, i);
            removed += forget(track, i, end);
            i = end > i ? end : i;
        }
        before = i;
    }
    return removed;
}

/* The metres of longer stretches without elevations, in a track that has them. */
static int missing_m(const struct track *track)
{
    double missing = 0, stretch = 0;
    size_t known = 0, unknown = 0; /* unknown: of the stretch */
    for (size_t i = 0; i < track->point_count; i++) {
        bool is_known = track->points[i].elevation_mm != UNKNOWN;
        known += is_known;
        unknown += !is_known;
        if (i > 0 && (!is_known || track->points[i - 1].elevation_mm == UNKNOWN))
            stretch += track_distance(&track->points[i - 1], &track->points[i]);
        if (is_known || i + 1 == track->point_count) {
            missing += stretch > MISSING_M && unknown >= FEWEST_MISSING ? stretch : 0;
            stretch = 0;
            unknown = 0;
        }
    }
    return 2 * known >= track->point_count ? (int)fmin(missing, INT_MAX / 2) : 0;
}

struct track_repair track_clean(struct track *track)
{
    struct track_repair repair = {.points = remove_spikes(track)};
    repair.points += remove_detours(track, &repair.widest_jump_m);
    repair.elevations = remove_zeros(track);
    repair.elevations += remove_sudden(track);
    repair.missing_m = missing_m(track);
    return repair;
}
