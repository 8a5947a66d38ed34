/* Whatever is refused, cutting comes to an end. */

#include "cases.h"
#include "planner/cuts.h"

#define MOST_CUTS 60

static void cutting_ends_with_no_runs_whatever_is_to_blame(void **state)
{
    (void)state;
    FOR_VALUES(size_t, slots, 0, slots <= 8, slots++) {
        FOR_VALUES(int, runs, 0, runs <= 7, runs++) {
            FOR_COUNT(unsigned, pattern, 256) {
                struct cuts cuts = {0};
                int count = 0, left = runs;
                struct blame blame;
                do {
                    unsigned bit = pattern >> (count * 2 % 8);
                    blame = (struct blame){.on_a_day = bit & 1, .is_too_much = bit & 2};
                    left = runs > cuts.runs ? runs - cuts.runs : 0;
                    count++;
                    assert_in_range(count, 1, MOST_CUTS);
                } while (cuts_next(&cuts, slots, left, &blame));
                assert_int_equal(left, 0);
                assert_int_equal(cuts.slots, slots);
            }
        }
    }
}

static void a_flat_route_is_tried_first_and_taken_back(void **state)
{
    (void)state;
    struct cuts cuts = {0};
    assert_true(cuts_next(&cuts, 3, 4, &(struct blame){.on_a_day = true}));
    assert_true(cuts.flat && cuts.slots == 0 && cuts.long_percent == 0);
    assert_true(cuts_next(&cuts, 3, 4, &(struct blame){.is_too_much = true}));
    assert_true(!cuts.flat && cuts.slots == 0 && cuts.long_percent > 0);
    assert_true(cuts_next(&cuts, 3, 4, &(struct blame){0}));
    assert_true(cuts.slots == 1 && !cuts.drop && cuts.long_percent == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cutting_ends_with_no_runs_whatever_is_to_blame),
        cmocka_unit_test(a_flat_route_is_tried_first_and_taken_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
