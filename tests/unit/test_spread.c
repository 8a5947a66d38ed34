/* How the rest of a week is spread over its easy runs, held against all ways to do so. */
#include "planner_fixture.h"

#include "planner/spread.h"

#define WEEKS 4000

/* A week's rest, with what it points at. */
struct sample {
    struct spread spread;
    int caps[DAYS_PER_WEEK], others[2];
};

static void make_sample(struct sample *sample, const struct rest_shape *shape, uint64_t *state)
{
    struct spread *spread = &sample->spread;
    *spread = (struct spread){
        .shape = shape, .units = UNITS_KM, .caps = sample->caps, .others = sample->others};
    spread->runs = random_between(state, 1, 5);
    spread->step = random_between(state, 0, 1) ? HUNDREDTHS / 2 : HUNDREDTHS / 10;
    spread->left = spread->runs * random_between(state, 4, 14) * HUNDREDTHS;
    spread->left = spread->left / spread->step * spread->step;
    spread->long_run = random_between(state, 0, 3) ? random_between(state, 10, 32) * HUNDREDTHS : 0;
    spread->usual_most = spread->long_run * 87 / 100;
    spread->most = spread->long_run > 0 ? spread->long_run * 87 / 100 : INT_MAX / 2;
    spread->other_count = (size_t)random_between(state, 0, 2);
    for (size_t i = 0; i < spread->other_count; i++)
        sample->others[i] = random_between(state, 6, 16) * HUNDREDTHS;
    spread->cap_count = (size_t)spread->runs;
    int cap = random_between(state, 0, 1) ? random_between(state, 6, 30) * HUNDREDTHS : INT_MAX / 2;
    for (size_t i = 0; i < spread->cap_count; i++) {
        sample->caps[i] = cap;
        if (cap < INT_MAX / 2 && cap > 5 * HUNDREDTHS)
            cap -= random_between(state, 0, 2) * HUNDREDTHS;
    }
    spread->has_medium_long = spread->runs >= 2 && random_between(state, 0, 1);
    spread->is_even = !spread->has_medium_long && spread->left / HUNDREDTHS % 2 == 0;
}

static void for_each_sample(void (*judge)(const struct spread *spread))
{
    struct planner_fixture fixture;
    struct sample sample;
    uint64_t state = 20270419;
    fixture_init(&fixture, "marathon", 4000);
    FOR_COUNT(int, week, WEEKS) {
        make_sample(&sample, &fixture.shape->rest, &state);
        judge(&sample.spread);
    }
    fixture_release(&fixture);
}

static int cap_of(const struct spread *spread, int run)
{
    int cap = spread->caps[run] < spread->most ? spread->caps[run] : spread->most;
    return cap / spread->step * spread->step;
}

static void judge_sums(const struct spread *spread)
{
    struct spread_runs runs = spread_easy_runs(spread);
    int sum = runs.lost;
    long long room = 0; /* days without a limit have INT_MAX */
    FOR_COUNT(int, i, spread->runs) {
        assert_int_equal(runs.distance[i] % spread->step, 0);
        assert_in_range(runs.distance[i], 0, cap_of(spread, i));
        sum += runs.distance[i];
        room += cap_of(spread, i) - runs.distance[i];
    }
    assert_int_equal(sum, spread->left);
    assert_true(runs.lost < spread->step || room == 0); /* nothing is lost that has a place */
}

static void sums_are_exact_and_caps_are_kept(void **state)
{
    (void)state;
    for_each_sample(judge_sums);
}

static void judge_order(const struct spread *spread)
{
    struct spread_runs runs = spread_easy_runs(spread);
    FOR_VALUES(int, i, 1, i < spread->runs, i++)
        assert_true(runs.distance[i] <= runs.distance[i - 1]);
}

static void the_longest_run_comes_first(void **state)
{
    (void)state;
    for_each_sample(judge_order);
}

/* --- all ways, in steps of half a kilometre --- */

#define COARSE (HUNDREDTHS / 2)

static bool is_like(const struct spread *spread, int a, int b)
{
    int larger = a > b ? a : b;
    return (a > b ? a - b : b - a) * 100 <= spread->shape->unlike_percent * larger;
}

/* Whether three runs beside the long one are as near to each other as the shape forbids. */
static bool has_three_alike(const struct spread *spread, const int *runs)
{
    int all[MAX_RUNS + 2], count = 0;
    for (int i = 0; i < spread->runs; i++)
        all[count++] = runs[i];
    for (size_t i = 0; i < spread->other_count; i++)
        all[count++] = spread->others[i];
    for (int i = 0; i < count; i++) {
        int like = 0;
        for (int j = 0; j < count; j++)
            like += all[j] <= all[i] && is_like(spread, all[i], all[j]);
        if (like >= 3)
            return true;
    }
    return false;
}

static bool exists(const struct spread *spread, int run, int left, int *runs)
{
    const int least = 300;
    if (run == spread->runs)
        return left == 0 && !has_three_alike(spread, runs);
    int most = cap_of(spread, run), rest = (spread->runs - run - 1) * least;
    if (run > 0 && runs[run - 1] < most)
        most = runs[run - 1];
    for (int distance = most / COARSE * COARSE; distance >= least; distance -= COARSE) {
        runs[run] = distance;
        if (left - distance >= rest && exists(spread, run + 1, left - distance, runs))
            return true;
    }
    return false;
}

static int avoidable;

static void judge_likeness(const struct spread *spread)
{
    int runs[MAX_RUNS];
    struct spread_runs spread_runs = spread_easy_runs(spread);
    if (spread->step != COARSE || spread_runs.lost > 0 || spread->runs > 4 ||
        !has_three_alike(spread, spread_runs.distance))
        return;
    avoidable += exists(spread, 0, spread->left, runs);
}

static void no_run_is_like_two_others_if_that_can_be(void **state)
{
    (void)state;
    avoidable = 0;
    for_each_sample(judge_likeness);
    assert_in_range(avoidable, 0, WEEKS / 1000);
}

/* --- the longest of them --- */

static int weeks_without, weeks_with;

/* Whether the longest easy run stands out from the other runs as a medium-long one does. */
static bool stands_out(const struct spread *spread, const int *runs)
{
    int longest = 0;
    for (size_t i = 0; i < spread->other_count; i++)
        longest = spread->others[i] > longest ? spread->others[i] : longest;
    return longest > 0 && runs[0] * 100 >= spread->shape->medium_long_over_percent * longest;
}

/* An even week has a longest run that stands out only where its distance finds no other place. */
static void judge_evenness(const struct spread *spread)
{
    struct spread_runs runs = spread_easy_runs(spread);
    if (!spread->is_even || spread->runs < 2 || spread->other_count == 0)
        return;
    int mean = spread->left / spread->runs, longest = spread->others[0];
    if (spread->other_count > 1 && spread->others[1] > longest)
        longest = spread->others[1];
    if (mean * 100 >= spread->shape->medium_long_over_percent * longest)
        return;
    weeks_with += stands_out(spread, runs.distance);
    weeks_without += !stands_out(spread, runs.distance);
}

static void no_run_of_an_even_week_stands_out_if_that_can_be(void **state)
{
    (void)state;
    weeks_with = weeks_without = 0;
    for_each_sample(judge_evenness);
    assert_true(weeks_without > WEEKS / 20);
    assert_in_range(weeks_with, 0, weeks_without / 4); /* three like runs are worse */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sums_are_exact_and_caps_are_kept),
        cmocka_unit_test(the_longest_run_comes_first),
        cmocka_unit_test(no_run_is_like_two_others_if_that_can_be),
        cmocka_unit_test(no_run_of_an_even_week_stands_out_if_that_can_be),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
