/* The race as its page sees it. */
#include "print/race_view.h"

#include <stdlib.h>

#include "course/course.h"

#define MOST_SPLITS 102 /* on an arm */

static const int steps[] = {1, 2, 5, 10};
#define STEP_COUNT (sizeof steps / sizeof *steps)

static int by_metres(const void *a, const void *b)
{
    const struct course_stretch *first = &((const struct race_hill *)a)->stretch;
    const struct course_stretch *second = &((const struct race_hill *)b)->stretch;
    if (first->metres != second->metres)
        return first->metres > second->metres ? -1 : 1;
    return (first->start_m > second->start_m) - (first->start_m < second->start_m);
}

static void find_hills(struct race_view *view, struct arena *arena)
{
    size_t climbs, descents;
    const struct course_stretch *climb = course_climbs(&view->line, arena, &climbs);
    const struct course_stretch *descent = course_descents(&view->line, arena, &descents);
    view->hills = arena_array(arena, climbs + descents, sizeof *view->hills);
    for (size_t i = 0; i < climbs; i++)
        view->hills[view->hill_count++] = (struct race_hill){climb[i], true};
    for (size_t i = 0; i < descents; i++)
        view->hills[view->hill_count++] = (struct race_hill){descent[i], false};
    qsort(view->hills, view->hill_count, sizeof *view->hills, by_metres);
}

static void find_course(struct race_view *view, const struct plan *plan, struct arena *arena)
{
    const struct course *course = &plan->race.course;
    view->line = course_to_line(course, arena);
    view->has_profile = view->line.elevations_cm != NULL;
    if (view->has_profile) {
        find_hills(view, arena);
        return;
    }
    view->line.length_m = plan->race.distance.metres;
    if (view->line.length_m <= 0)
        view->line.length_m = course->track_m;
}

/* The goal, where the plan believes in it; else what it expects. */
static void find_time(struct race_view *view, const struct plan *plan)
{
    const struct race *race = &plan->race;
    int goal = race->goal_time_s, expected = race->expected_time_s;
    view->time_s = UNKNOWN;
    if (distance_from_m(view->line.length_m, plan->units) <= 0)
        return;
    if (goal != UNKNOWN && (expected == UNKNOWN || expected == goal)) {
        view->time = RACE_TIME_GOAL;
        view->time_s = goal;
    } else if (expected != UNKNOWN && race->distance.metres > 0) {
        view->time = RACE_TIME_EXPECTED;
        view->time_s = expected;
    }
}

/* Puts `step` splits together into one; the last may be shorter. */
static void merge_splits(struct splits *splits, int step)
{
    size_t merged = 0;
    for (size_t i = 0; i < splits->count; merged++) {
        struct split sum = splits->items[i++];
        for (int n = 1; n < step && i < splits->count; n++, i++) {
            const struct split *next = &splits->items[i];
            sum.seconds += next->seconds;
            if (sum.climb_m != UNKNOWN) {
                sum.climb_m += next->climb_m;
                sum.descent_m += next->descent_m;
            }
            sum.distance = next->distance;
            sum.elapsed_s = next->elapsed_s;
        }
        splits->items[merged] = sum;
    }
    splits->count = merged;
}

struct race_view race_view_make(const struct plan *plan, struct arena *arena)
{
    struct race_view view = {.step = 1};
    find_course(&view, plan, arena);
    find_time(&view, plan);
    if (view.time == RACE_TIME_NONE)
        return view;
    view.splits = pacing_splits(&view.line, view.time_s, plan->units, false, arena);
    return view;
}

void race_view_merge(struct race_view *view, size_t most)
{
    most = most < MOST_SPLITS ? most : MOST_SPLITS;
    for (size_t i = 0; i < STEP_COUNT; i++) {
        view->step = steps[i];
        if (view->splits.count <= most * (size_t)view->step)
            break;
    }
    merge_splits(&view->splits, view->step);
}

int race_view_steepness(int metres, int distance_m)
{
    int gentle = course_band_edges_percent[COURSE_BAND_COUNT / 2];
    int steep = course_band_edges_percent[COURSE_BAND_COUNT / 2 + 1];
    if (metres == UNKNOWN || distance_m <= 0 || metres * 100 < distance_m * gentle)
        return 0;
    return metres * 100 < distance_m * steep ? 1 : 2;
}

int race_view_split_start_m(const struct race_view *view, enum units units, size_t index)
{
    if (index == 0)
        return 0;
    if (index >= view->splits.count)
        return view->line.length_m;
    return distance_to_m(view->splits.items[index - 1].distance, units);
}

int race_view_split_m(const struct race_view *view, enum units units, size_t index)
{
    return race_view_split_start_m(view, units, index + 1) -
           race_view_split_start_m(view, units, index);
}

const char *race_view_split_words(const struct words *words, const struct split *split)
{
    enum { TENTH = HUNDREDTHS / 10 };
    return words_hundredths(words, scale_round(split->distance, 1, TENTH) * TENTH);
}
