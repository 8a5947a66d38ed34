/* Of a file's tracks the course: legs whose ends meet are one, and of several the longest counts.
 */
#include "course/gpx_tracks.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

#define MEET_M 100 /* ends of legs are no farther apart; neither are those of a loop */

static void release_candidate(struct candidate *candidate)
{
    free(candidate->track.name);
    free(candidate->track.points);
    *candidate = (struct candidate){0};
}

void candidate_add(struct candidate *candidate, const struct track_point *point)
{
    struct track *track = &candidate->track;
    if (track->point_count == candidate->capacity) {
        candidate->capacity = candidate->capacity ? candidate->capacity * 2 : 64;
        track->points = memory_resize(track->points, candidate->capacity, sizeof *track->points);
    }
    track->points[track->point_count++] = *point;
}

/* A track is a better answer than a route, a longer one than a shorter one, an earlier one else. */
static bool is_better(const struct candidate *candidate, const struct candidate *than)
{
    if (candidate->track.point_count < 2)
        return false;
    if (than->track.point_count < 2)
        return true;
    if (candidate->is_track != than->is_track)
        return candidate->is_track;
    return candidate->length_m > than->length_m;
}

/* ---- legs ---- */

static const struct track_point *first_of(const struct candidate *candidate)
{
    return &candidate->track.points[0];
}

static const struct track_point *last_of(const struct candidate *candidate)
{
    return &candidate->track.points[candidate->track.point_count - 1];
}

/* Loops of several lengths begin and end at one place, and are courses of their own. */
static bool is_loop(const struct candidate *candidate)
{
    return track_distance(first_of(candidate), last_of(candidate)) <= MEET_M;
}

static bool goes_on(const struct candidate *before, const struct candidate *behind)
{
    return before->track.point_count >= 2 && before->is_track == behind->is_track &&
           !is_loop(before) && !is_loop(behind) &&
           track_distance(last_of(before), first_of(behind)) <= MEET_M;
}

static void append_leg(struct candidate *candidate, const struct candidate *leg)
{
    const struct track_point *last = last_of(candidate), *first = first_of(leg);
    bool is_same = last->latitude == first->latitude && last->longitude == first->longitude;
    for (size_t i = is_same; i < leg->track.point_count; i++)
        candidate_add(candidate, &leg->track.points[i]);
    candidate->legs += leg->legs;
    if (leg->widest_gap_m > candidate->widest_gap_m)
        candidate->widest_gap_m = leg->widest_gap_m;
    memcpy(candidate->recording.last_time, leg->recording.last_time,
           sizeof candidate->recording.last_time);
}

/* ---- the longest ---- */

/* No other leg follows the last one. */
static void settle_last(struct gpx_tracks *tracks)
{
    struct candidate *last = &tracks->last;
    if (last->track.point_count >= 2) {
        *(last->is_track ? &tracks->track_count : &tracks->route_count) += 1;
        last->repair = track_clean(&last->track);
        last->length_m = track_length_m(&last->track);
    }
    if (is_better(last, &tracks->best)) {
        release_candidate(&tracks->best);
        tracks->best = *last;
        *last = (struct candidate){0};
    }
    release_candidate(last);
}

void gpx_tracks_end_track(struct gpx_tracks *tracks)
{
    struct candidate *current = &tracks->current;
    current->legs = 1;
    if (current->track.point_count < 2) {
        release_candidate(current);
    } else if (goes_on(&tracks->last, current)) {
        append_leg(&tracks->last, current);
        release_candidate(current);
    } else {
        settle_last(tracks);
        tracks->last = *current;
        *current = (struct candidate){0};
    }
}

void gpx_tracks_finish(struct gpx_tracks *tracks)
{
    settle_last(tracks);
}

void gpx_tracks_release(struct gpx_tracks *tracks)
{
    release_candidate(&tracks->current);
    release_candidate(&tracks->last);
    release_candidate(&tracks->best);
}
