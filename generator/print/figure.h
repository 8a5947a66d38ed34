/*
 * Figures: how an exercise looks, as a person of a few lines.
 */
#ifndef HILLPLAN_PRINT_FIGURE_H
#define HILLPLAN_PRINT_FIGURE_H

#include "print/canvas.h"

enum figure {
    FIGURE_GLUTE_BRIDGE,
    FIGURE_MONSTER_WALK,
    FIGURE_SIDE_LEG_LIFT,
    FIGURE_SQUAT,
    FIGURE_LUNGE,
    FIGURE_CALF_RAISE,
    FIGURE_STEP_DOWN,
    FIGURE_COUNT
};

/* Draws it as large as the box allows, standing on its bottom; `thin` is the ink of ground and
 * bands. */
void figure_draw(struct canvas *canvas, enum figure figure, struct box box, struct ink thin);

#endif
