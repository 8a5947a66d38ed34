/* Figures in a square of 100 by 100, y downwards, drawn by heads and limbs. */
#include "print/figure.h"

#include <math.h>
#include <stddef.h>

#define SQUARE       100.0
#define HEAD         7.0 /* radius */
#define HEAD_CORNERS 20
#define LIMB         0.034 /* thickness, in sides of the box */
#define GROUND       0.012
#define MOST_JOINTS  5

/* A line through joints; a thin one is ground, a step, a band or an arrow. */
struct limb {
    size_t count;
    bool is_thin;
    struct spot joints[MOST_JOINTS];
};

#define MOST_LIMBS 9

struct drawing {
    struct spot head;
    size_t count;
    struct limb limbs[MOST_LIMBS];
};

#define THICK(count, ...)                                                                          \
    {                                                                                              \
        count, false,                                                                              \
        {                                                                                          \
            __VA_ARGS__                                                                            \
        }                                                                                          \
    }
#define THIN(count, ...)                                                                           \
    {                                                                                              \
        count, true,                                                                               \
        {                                                                                          \
            __VA_ARGS__                                                                            \
        }                                                                                          \
    }

static const struct drawing drawings[FIGURE_COUNT] = {
    [FIGURE_GLUTE_BRIDGE] = {{12, 84},
                             4,
                             {THICK(4, {20, 86}, {54, 62}, {74, 50}, {78, 92}),
                              THICK(2, {78, 92}, {88, 92}), THICK(2, {24, 88}, {52, 91}),
                              THIN(2, {2, 94}, {98, 94})}},
    [FIGURE_MONSTER_WALK] =
        {{50, 14},
         8,
         {THICK(2, {50, 24}, {50, 54}), THICK(4, {50, 54}, {34, 70}, {30, 92}, {22, 92}),
          THICK(4, {50, 54}, {66, 70}, {70, 92}, {78, 92}), THICK(3, {50, 30}, {36, 40}, {46, 48}),
          THICK(3, {50, 30}, {64, 40}, {54, 48}), THIN(2, {33, 74}, {67, 74}),
          THIN(5, {84, 80}, {97, 80}, {91, 75}, {97, 80}, {91, 85}), THIN(2, {2, 94}, {98, 94})}},
    [FIGURE_SIDE_LEG_LIFT] = {{12, 74},
                              5,
                              {THICK(2, {20, 79}, {52, 84}), THICK(2, {52, 84}, {94, 90}),
                               THICK(2, {52, 84}, {90, 56}), THICK(3, {24, 80}, {22, 91}, {10, 91}),
                               THIN(2, {2, 94}, {98, 94})}},
    [FIGURE_SQUAT] = {{50, 16},
                      4,
                      {THICK(2, {47, 26}, {34, 58}),
                       THICK(4, {34, 58}, {64, 60}, {54, 92}, {66, 92}),
                       THICK(2, {46, 33}, {78, 36}), THIN(2, {2, 94}, {98, 94})}},
    [FIGURE_LUNGE] = {{48, 13},
                      5,
                      {THICK(2, {48, 23}, {48, 56}),
                       THICK(4, {48, 56}, {76, 62}, {76, 92}, {86, 92}),
                       THICK(4, {48, 56}, {40, 88}, {14, 86}, {12, 92}),
                       THICK(3, {48, 30}, {40, 44}, {50, 54}), THIN(2, {2, 94}, {98, 94})}},
    [FIGURE_CALF_RAISE] = {{46, 10},
                           6,
                           {THICK(2, {46, 20}, {46, 48}), THICK(3, {46, 48}, {46, 74}, {54, 82}),
                            THICK(3, {46, 26}, {60, 36}, {74, 34}), THIN(2, {74, 20}, {74, 84}),
                            THIN(5, {30, 84}, {30, 62}, {26, 68}, {30, 62}, {34, 68}),
                            THIN(4, {48, 94}, {48, 84}, {98, 84}, {98, 84})}},
    [FIGURE_STEP_DOWN] = {{42, 10},
                          6,
                          {THICK(2, {42, 20}, {38, 46}),
                           THICK(4, {38, 46}, {54, 54}, {42, 74}, {52, 74}),
                           THICK(4, {38, 46}, {56, 64}, {70, 84}, {78, 82}),
                           THICK(2, {41, 27}, {68, 32}),
                           THIN(4, {2, 76}, {58, 76}, {58, 94}, {98, 94}),
                           THIN(5, {88, 62}, {88, 86}, {84, 80}, {88, 86}, {92, 80})}},
};

static struct spot place_in_box(const struct spot *spot, const struct box *box, double side)
{
    return (struct spot){box->x + (box->width - side) / 2 + spot->x / SQUARE * side,
                         box->y + box->height - side + spot->y / SQUARE * side};
}

static void draw_head(struct canvas *canvas, const struct spot *head, const struct box *box,
                      double side)
{
    const double turn = 2 * acos(-1);
    struct spot corners[HEAD_CORNERS];
    for (size_t i = 0; i < HEAD_CORNERS; i++) {
        double angle = turn * (double)i / HEAD_CORNERS;
        struct spot corner = {head->x + HEAD * cos(angle), head->y + HEAD * sin(angle)};
        corners[i] = place_in_box(&corner, box, side);
    }
    canvas_shape(canvas, corners, HEAD_CORNERS, INK_BLACK);
}

void figure_draw(struct canvas *canvas, enum figure figure, struct box box, struct ink thin)
{
    const struct drawing *drawing = &drawings[figure];
    double side = box.width < box.height ? box.width : box.height;
    for (size_t i = 0; i < drawing->count; i++) {
        const struct limb *limb = &drawing->limbs[i];
        struct spot joints[MOST_JOINTS];
        for (size_t joint = 0; joint < limb->count; joint++)
            joints[joint] = place_in_box(&limb->joints[joint], &box, side);
        canvas_path(canvas, joints, limb->count, side * (limb->is_thin ? GROUND : LIMB),
                    limb->is_thin ? thin : INK_BLACK);
    }
    draw_head(canvas, &drawing->head, &box, side);
}
