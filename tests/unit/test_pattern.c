/* Hatchings: parts of a box show the lines of the whole box, all of them and no others. */
#include "cases.h"
#include "print/pattern.h"

#include <math.h>
#include <stdbool.h>

#define NEAR       1e-6
#define MOST_LINES 4096
#define SAMPLES    16 /* looked at, of each stretch of a line */

struct stretch {
    struct spot from, to;
};

struct drawing {
    struct stretch stretches[MOST_LINES];
    size_t count;
};

static void collect(void *data, const struct spot *spots, size_t count)
{
    struct drawing *drawing = data;
    assert_true(count >= 2);
    FOR_VALUES(size_t, i, 1, i < count, i++) {
        assert_true(drawing->count < MOST_LINES);
        drawing->stretches[drawing->count++] = (struct stretch){spots[i - 1], spots[i]};
    }
}

static double distance(struct spot a, struct spot b)
{
    return hypot(a.x - b.x, a.y - b.y);
}

static bool is_on(const struct drawing *drawing, struct spot spot)
{
    for (size_t i = 0; i < drawing->count; i++) {
        const struct stretch *stretch = &drawing->stretches[i];
        double around = distance(stretch->from, spot) + distance(spot, stretch->to);
        if (around < distance(stretch->from, stretch->to) + NEAR)
            return true;
    }
    return false;
}

static bool is_inside(struct box box, struct spot spot)
{
    return spot.x > box.x && spot.x < box.x + box.width && spot.y > box.y &&
           spot.y < box.y + box.height;
}

/* Whatever of the first lies in the box lies on the second. */
static void assert_drawn_by(const struct drawing *drawn, const struct drawing *by, struct box box)
{
    FOR_COUNT(size_t, i, drawn->count) {
        struct spot from = drawn->stretches[i].from, to = drawn->stretches[i].to;
        FOR_VALUES(int, s, 0, s <= SAMPLES, s++) {
            double share = (double)s / SAMPLES;
            struct spot spot = {from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share};
            if (is_inside(box, spot))
                assert_true(is_on(by, spot));
        }
    }
}

static unsigned next_random(unsigned *seed)
{
    *seed = *seed * 1664525U + 1013904223U;
    return *seed >> 8;
}

/* Between 0 and `most`, in tenths. */
static double length_up_to(unsigned *seed, int most)
{
    return next_random(seed) % (unsigned)(most * 10 + 1) / 10.0;
}

static void parts_show_the_lines_of_the_whole_box(void **state)
{
    (void)state;
    static struct drawing whole, shown;
    unsigned seed = 3;
    FOR_COUNT(int, round, 20) {
        struct box box = {length_up_to(&seed, 50), length_up_to(&seed, 50),
                          10 + length_up_to(&seed, 120), 10 + length_up_to(&seed, 60)};
        struct box part = {box.x + length_up_to(&seed, 5), box.y + length_up_to(&seed, 5), 0, 0};
        part.width = length_up_to(&seed, (int)(box.x + box.width - part.x));
        part.height = length_up_to(&seed, (int)(box.y + box.height - part.y));
        FOR_VALUES(enum pattern, pattern, PATTERN_NONE, pattern < PATTERN_COUNT, pattern++) {
            whole.count = shown.count = 0;
            pattern_lines(pattern, box, box, collect, &whole);
            pattern_lines(pattern, box, part, collect, &shown);
            assert_drawn_by(&whole, &shown, part);
            assert_drawn_by(&shown, &whole, part);
            assert_true(shown.count <= whole.count);
        }
    }
}

/* Nowhere in a box is a spot far from the next line: else a kind would look like bare paper. */
static void patterns_leave_no_room_bare(void **state)
{
    (void)state;
    const double farthest = 7; /* points */
    const struct box box = {100, 200, 40, 60};
    static struct drawing whole;
    FOR_VALUES(enum pattern, pattern, PATTERN_NONE + 1, pattern < PATTERN_COUNT, pattern++) {
        whole.count = 0;
        pattern_lines(pattern, box, box, collect, &whole);
        FOR_VALUES(double, x, box.x, x <= box.x + box.width, x += 2)
            FOR_VALUES(double, y, box.y, y <= box.y + box.height, y += 2) {
                double nearest = INFINITY;
                for (size_t i = 0; i < whole.count; i++) {
                    const struct spot *from = &whole.stretches[i].from,
                                      *to = &whole.stretches[i].to;
                    for (int s = 0; s <= SAMPLES; s++) {
                        double share = (double)s / SAMPLES;
                        struct spot spot = {from->x + (to->x - from->x) * share,
                                            from->y + (to->y - from->y) * share};
                        nearest = fmin(nearest, distance(spot, (struct spot){x, y}));
                    }
                }
                assert_true(nearest < farthest);
            }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_show_the_lines_of_the_whole_box),
        cmocka_unit_test(patterns_leave_no_room_bare),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
