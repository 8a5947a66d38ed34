/* Exercises: which there are. Their words are phrases. */
#include "print/exercises.h"

#define EXERCISE(figure, key)                                                                      \
    {                                                                                              \
        figure, PHRASE_EXERCISE_##key, PHRASE_EXERCISE_##key##_AMOUNT, PHRASE_EXERCISE_##key##_HOW \
    }

static const struct exercise circuit[] = {
    EXERCISE(FIGURE_GLUTE_BRIDGE, GLUTE_BRIDGE),
    EXERCISE(FIGURE_MONSTER_WALK, MONSTER_WALK),
    EXERCISE(FIGURE_SIDE_LEG_LIFT, SIDE_LEG_LIFT),
    EXERCISE(FIGURE_SQUAT, SQUAT),
    EXERCISE(FIGURE_LUNGE, LUNGE),
    EXERCISE(FIGURE_CALF_RAISE, CALF_RAISE),
    EXERCISE(FIGURE_STEP_DOWN, STEP_DOWN),
};
static const struct exercise warm_up[] = {
    EXERCISE(FIGURE_COUNT, LEG_SWINGS),
    EXERCISE(FIGURE_COUNT, WALKING_LUNGES),
    EXERCISE(FIGURE_COUNT, SIDE_LUNGES),
    EXERCISE(FIGURE_COUNT, QUICK_FEET),
};
static const struct exercise cool_down[] = {
    EXERCISE(FIGURE_COUNT, THIGH_STRETCH),
    EXERCISE(FIGURE_COUNT, CALF_STRETCH),
    EXERCISE(FIGURE_COUNT, FORWARD_FOLD),
    EXERCISE(FIGURE_COUNT, HIP_STRETCH),
};

#define SECTION(heading, intro, list)                                                              \
    {                                                                                              \
        heading, intro, list, sizeof(list) / sizeof *(list)                                        \
    }
const struct exercise_section exercise_sections[SECTION_COUNT] = {
    [SECTION_STRENGTH] = SECTION(PHRASE_STRENGTH_CIRCUIT, PHRASE_STRENGTH_CIRCUIT_HOW, circuit),
    [SECTION_WARM_UP] = SECTION(PHRASE_STRENGTH_WARM_UP, PHRASE_STRENGTH_WARM_UP_HOW, warm_up),
    [SECTION_COOL_DOWN] =
        SECTION(PHRASE_STRENGTH_COOL_DOWN, PHRASE_STRENGTH_COOL_DOWN_HOW, cool_down),
};
