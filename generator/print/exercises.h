/*
 * Exercises: the strength circuit, what comes before quick or hilly running, and what after it.
 */
#ifndef HILLPLAN_PRINT_EXERCISES_H
#define HILLPLAN_PRINT_EXERCISES_H

#include <stddef.h>

#include "print/figure.h"
#include "words/words.h"

/* What is to be done; FIGURE_COUNT: without a picture. */
struct exercise {
    enum figure figure;
    enum phrase name, amount, how;
};

struct exercise_section {
    enum phrase heading, intro;
    const struct exercise *exercises;
    size_t count;
};

enum { SECTION_STRENGTH, SECTION_WARM_UP, SECTION_COOL_DOWN, SECTION_COUNT };
extern const struct exercise_section exercise_sections[SECTION_COUNT];

#endif
