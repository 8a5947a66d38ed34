/* Grade: cost and pace on slopes. */
#include "training/grade.h"

#include <math.h>

#define STEEPEST 0.45

/* Measured points of the pace curve: grade, and factor of the pace on the flat. */
static const struct {
    double grade, factor;
} points[] = {
    {-0.20, 1.081}, {-0.15, 0.941}, {-0.10, 0.876}, {-0.08, 0.876},
    {0.00, 1.000},  {0.04, 1.135},  {0.10, 1.459},  {0.20, 2.297},
};
#define POINT_COUNT ((int)(sizeof points / sizeof *points))

double grade_cost(double grade)
{
    double i = fmin(fmax(grade, -STEEPEST), STEEPEST);
    return ((((155.4 * i - 30.4) * i - 43.3) * i + 46.3) * i + 19.5) * i + 3.6;
}

static double secant(int i)
{
    return (points[i + 1].factor - points[i].factor) / (points[i + 1].grade - points[i].grade);
}

/*
 * The slope of the curve in a point. The harmonic mean of the slopes beside it keeps the curve from
 * swinging past its points; none where it turns (Fritsch and Butland, 1984).
 */
static double tangent(int i)
{
    if (i == 0)
        return secant(0);
    if (i == POINT_COUNT - 1)
        return secant(POINT_COUNT - 2);
    double before = secant(i - 1), after = secant(i);
    return before * after > 0 ? 2 * before * after / (before + after) : 0;
}

double grade_pace_factor(double grade)
{
    const int last = POINT_COUNT - 1;
    if (grade <= points[0].grade)
        return points[0].factor + tangent(0) * (grade - points[0].grade);
    if (grade >= points[last].grade)
        return points[last].factor + tangent(last) * (grade - points[last].grade);
    int i = 0;
    while (grade > points[i + 1].grade)
        i++;
    double width = points[i + 1].grade - points[i].grade, t = (grade - points[i].grade) / width;
    double t2 = t * t, t3 = t2 * t; /* cubic Hermite interpolation */
    return (2 * t3 - 3 * t2 + 1) * points[i].factor + (t3 - 2 * t2 + t) * width * tangent(i) +
           (3 * t2 - 2 * t3) * points[i + 1].factor + (t3 - t2) * width * tangent(i + 1);
}

struct pace_range grade_pace(struct pace_range flat, int grade_percent)
{
    if (flat.fast == UNKNOWN)
        return flat;
    double factor = grade_pace_factor(grade_percent / 100.0);
    return (struct pace_range){(int)lround(flat.fast * factor), (int)lround(flat.slow * factor)};
}
