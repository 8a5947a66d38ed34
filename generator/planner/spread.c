/* Spread: a few dozen shapes, each rounded and judged. */
#include "planner/spread.h"

#include <stdlib.h>
#include <string.h>

#include "base/quantity.h"

#define PERMILLE 1000

/* What a shape costs, in one measure. Lost distance costs most: it is lost for the weeks to come.
 */
enum cost {
    COST_LIKE_RUN = SPREAD_FAULT, /* a run that two others are like */
    COST_NO_MEDIUM_LONG = 900,    /* none stands out that should */
    COST_STANDS_OUT = 500,        /* one does that should not */
    COST_AS_LONG_AS_LONG = 2000,  /* an easy run like the long one */
    COST_TOO_SHORT = 1200,        /* a run that is not worth the shoes, and more for each step */
    COST_LOST = 3,                /* each hundredth that found no place */
    COST_UNUSUAL = 3,             /* each step down the lists below */
};

static int by_size(const void *a, const void *b)
{
    return *(const int *)b - *(const int *)a;
}

/* Of all but one that is as long as the run; the longest first. */
static int median_of_rest(const int *sorted, int count, int run)
{
    int at = 0;
    while (at < count - 1 && sorted[at] != run)
        at++;
    int middle = (count - 1) / 2, before = middle - 1; /* of what is left */
    int upper = sorted[before < at ? before : before + 1];
    int lower = sorted[middle < at ? middle : middle + 1];
    return (count - 1) % 2 ? lower : (upper + lower) / 2;
}

/* Whether an easy run stands out from all others, work among them, and near to the long run. Sorts
   them. */
static bool is_medium_long(const struct spread *spread, int run, int *all, int count)
{
    const struct rest_shape *shape = spread->shape;
    qsort(all, (size_t)count, sizeof *all, by_size);
    return run * 100 >= shape->medium_long_over_percent * median_of_rest(all, count, run) &&
           run * 100 >= shape->medium_long_of_long_percent * spread->long_run;
}

/* INT_MAX: there is none. */
static int longest_other(const struct spread *spread)
{
    int longest = spread->other_count > 0 ? 0 : INT_MAX;
    for (size_t i = 0; i < spread->other_count; i++)
        longest = larger_of(longest, spread->others[i]);
    return longest;
}

/* What a coach would say of the runs beside the long one. */
static int fault_of(const struct spread *spread, const int runs[MAX_RUNS])
{
    const struct rest_shape *shape = spread->shape;
    int all[2 * MAX_RUNS], count = 0, cost = 0;
    int least = distance_from_m(shape->least_m, spread->units);
    for (int i = 0; i < spread->runs; i++)
        all[count++] = runs[i];
    for (size_t i = 0; i < spread->other_count; i++)
        all[count++] = spread->others[i];
    for (int i = 0; i < count; i++) {
        int like = 0;
        for (int j = 0; j < count; j++)
            like += abs(all[j] - all[i]) * 100 <= shape->unlike_percent * all[i];
        cost += like >= 3 ? COST_LIKE_RUN : 0;
    }
    if (spread->has_medium_long && count >= 3 && !is_medium_long(spread, runs[0], all, count))
        cost += COST_NO_MEDIUM_LONG;
    if (spread->is_even && spread->runs > 0 &&
        runs[0] * 100LL >= (long long)shape->medium_long_over_percent * longest_other(spread))
        cost += COST_STANDS_OUT;
    for (int i = 0; i < spread->runs; i++) {
        if (spread->long_run > 0 && runs[i] > spread->usual_most)
            cost += COST_AS_LONG_AS_LONG;
        if (runs[i] < least)
            cost += COST_TOO_SHORT + least - runs[i];
    }
    return cost;
}

static int cap_of(const struct spread *spread, int run)
{
    int cap = (size_t)run < spread->cap_count ? spread->caps[run] : spread->most;
    return round_down_to(smaller_of(cap, spread->most), spread->step);
}

/* The run that is furthest below its share and may grow by a step, or -1. */
static int next_to_grow(const struct spread *spread, const int weights[MAX_RUNS],
                        const int caps[MAX_RUNS], const int runs[MAX_RUNS])
{
    int best = -1;
    for (int i = 0; i < spread->runs; i++)
        if (runs[i] + spread->step <= caps[i] &&
            (best < 0 || (long long)runs[i] * weights[best] < (long long)runs[best] * weights[i]))
            best = i;
    return best;
}

/* Divides by weights, each run within its cap; returns what is left. */
static int divide(const struct spread *spread, const int weights[MAX_RUNS],
                  const int caps[MAX_RUNS], int runs[MAX_RUNS])
{
    int sum = 0, left = spread->left;
    for (int i = 0; i < spread->runs; i++)
        sum += weights[i];
    for (int i = 0; i < spread->runs; i++) {
        int wish = round_down_to(scale_floor(spread->left, weights[i], sum), spread->step);
        runs[i] = smaller_of(wish, caps[i]);
        left -= runs[i];
    }
    for (int i; left >= spread->step && (i = next_to_grow(spread, weights, caps, runs)) >= 0;) {
        runs[i] += spread->step;
        left -= spread->step;
    }
    return left;
}

/* How much the first run stands out, and how much each later one falls behind the one before, in
   percent; the usual ones first. */
static const int firsts[] = {150, 165, 180, 135, 200, 120, 225, 250, 100};
static const int falls[] = {116, 124, 112, 132, 108, 140, 150, 100};

static void weigh(int runs, int first, int fall, int weights[MAX_RUNS])
{
    for (int i = 0; i < runs; i++)
        weights[i] = i == 0   ? PERMILLE * firsts[first] / 100
                     : i == 1 ? PERMILLE
                              : weights[i - 1] * 100 / falls[fall];
}

struct spread_runs spread_easy_runs(const struct spread *spread)
{
    static const int first_count = sizeof firsts / sizeof *firsts,
                     fall_count = sizeof falls / sizeof *falls;
    struct spread_runs best = {.lost = spread->left, .fault = INT_MAX};
    if (spread->runs <= 0) {
        best.fault = fault_of(spread, best.distance);
        return best;
    }
    int caps[MAX_RUNS];
    for (int i = 0; i < spread->runs; i++)
        caps[i] = cap_of(spread, i);
    const int firsts_tried = spread->runs > 1 ? first_count : 1, /* a run alone has it all */
        falls_tried = spread->runs > 2 ? fall_count : 1;
    for (int first = 0; first < firsts_tried; first++) {
        int last[MAX_RUNS] = {-1};
        for (int fall = 0;
             fall < falls_tried && (first + fall) * COST_UNUSUAL < best.fault; /* its least */
             fall++) {
            int weights[MAX_RUNS];
            struct spread_runs tried = {0};
            weigh(spread->runs, first, fall, weights);
            tried.lost = divide(spread, weights, caps, tried.distance);
            if (memcmp(tried.distance, last, sizeof last) == 0)
                continue; /* the same runs, only less usual */
            memcpy(last, tried.distance, sizeof last);
            tried.fault = fault_of(spread, tried.distance) + (first + fall) * COST_UNUSUAL +
                          larger_of(tried.lost - spread->step, 0) * COST_LOST;
            if (tried.fault < best.fault)
                best = tried;
        }
    }
    return best;
}
