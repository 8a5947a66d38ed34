/* Figures, by what they ask a canvas to draw: this program has a canvas of its own. */
#include <math.h>

#include "cases.h"
#include "print/figure.h"

#define AIR   0.01
#define LEAST 0.5 /* points: a thinner line is no line in print */

/* What was drawn: its extent with the thickness of its lines, and how much of each kind. */
struct drawn {
    double left, right, top, bottom;
    size_t lines, thin, heads;
    double thinnest, thickest;
};

static struct drawn drawn;

static void note(const struct spot *spots, size_t count, double reach)
{
    for (size_t i = 0; i < count; i++) {
        drawn.left = fmin(drawn.left, spots[i].x - reach);
        drawn.right = fmax(drawn.right, spots[i].x + reach);
        drawn.top = fmin(drawn.top, spots[i].y - reach);
        drawn.bottom = fmax(drawn.bottom, spots[i].y + reach);
    }
}

static bool is_black(struct ink ink)
{
    return ink.red == 0 && ink.green == 0 && ink.blue == 0;
}

void canvas_path(struct canvas *canvas, const struct spot *spots, size_t count, double thickness,
                 struct ink ink)
{
    (void)canvas;
    assert_true(count >= 2);
    note(spots, count, thickness / 2);
    drawn.lines++;
    drawn.thin += !is_black(ink);
    drawn.thinnest = fmin(drawn.thinnest, thickness);
    drawn.thickest = fmax(drawn.thickest, thickness);
}

void canvas_shape(struct canvas *canvas, const struct spot *spots, size_t count, struct ink ink)
{
    (void)canvas;
    assert_true(count >= 3 && is_black(ink));
    note(spots, count, 0);
    drawn.heads++;
}

static struct drawn draw(enum figure figure, struct box box)
{
    drawn = (struct drawn){INFINITY, -INFINITY, INFINITY, -INFINITY, 0, 0, 0, INFINITY, 0};
    figure_draw(NULL, figure, box, INK(0x73, 0x73, 0x73));
    return drawn;
}

static void figures_stay_in_their_box(void **state)
{
    (void)state;
    static const struct box boxes[] = {{10, 20, 60, 60}, {0, 0, 200, 60}, {5, 300, 60, 90}};
    FOR_COUNT(int, figure, FIGURE_COUNT)
        FOR_EACH(i, boxes) {
            const struct box *box = &boxes[i];
            struct drawn is = draw((enum figure)figure, *box);
            assert_true(is.left >= box->x - AIR && is.right <= box->x + box->width + AIR);
            assert_true(is.top >= box->y - AIR && is.bottom <= box->y + box->height + AIR);
        }
}

static void figures_are_people_on_the_ground(void **state)
{
    (void)state;
    enum { LEAST_LIMBS = 3 };
    static const double side = 60;
    FOR_COUNT(int, figure, FIGURE_COUNT) {
        struct drawn is = draw((enum figure)figure, (struct box){0, 0, side, side});
        assert_int_equal(is.heads, 1);
        assert_true(is.thin >= 1 && is.lines - is.thin >= LEAST_LIMBS);
        assert_true(is.bottom > side * 0.9 && is.right - is.left > side * 0.6);
        assert_true(is.thinnest >= LEAST && is.thickest > 2 * is.thinnest);
    }
}

static void figures_keep_their_shape_and_stand_in_the_middle_of_the_foot(void **state)
{
    (void)state;
    FOR_COUNT(int, figure, FIGURE_COUNT) {
        struct drawn small = draw((enum figure)figure, (struct box){0, 0, 50, 50});
        struct drawn wide = draw((enum figure)figure, (struct box){0, 0, 200, 100});
        struct drawn high = draw((enum figure)figure, (struct box){0, 0, 50, 80});
        assert_true(fabs(wide.left - 50 - 2 * small.left) < AIR);
        assert_true(fabs(wide.right - 50 - 2 * small.right) < AIR);
        assert_true(fabs(wide.bottom - 2 * small.bottom) < AIR);
        assert_true(fabs(high.left - small.left) < AIR);
        assert_true(fabs(high.bottom - 30 - small.bottom) < AIR);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(figures_stay_in_their_box),
        cmocka_unit_test(figures_are_people_on_the_ground),
        cmocka_unit_test(figures_keep_their_shape_and_stand_in_the_middle_of_the_foot),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
