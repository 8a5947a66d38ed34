/* Axes: round steps. */
#include "print/axis.h"

#include <stddef.h>

int axis_step(double least)
{
    static const int digits[] = {1, 2, 5};
    for (int power = 1;; power *= 10)
        for (size_t i = 0; i < sizeof digits / sizeof *digits; i++)
            if (digits[i] * power >= least)
                return digits[i] * power;
}
