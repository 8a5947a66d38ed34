/* Paces from VDOT. */
#include "training/pace.h"

#include <math.h>

#define EASY_SLOW_SHARE 0.63
#define EASY_FAST_SHARE 0.735
#define THRESHOLD_SHARE 0.88
#define INTERVAL_SHARE  0.974
#define MILE_M          1609

#define RIEGEL_EXPONENT 1.06

/* Daniels and Gilbert: oxygen = OXYGEN_0 + OXYGEN_1 v + OXYGEN_2 v^2, v in m/min. */
#define OXYGEN_0 (-4.60)
#define OXYGEN_1 0.182258
#define OXYGEN_2 0.000104

/* The share of the maximum that can be held for so long (Daniels and Gilbert). */
static double sustained_share(double minutes)
{
    return 0.8 + 0.1894393 * exp(-0.012778 * minutes) + 0.2989558 * exp(-0.1932605 * minutes);
}

double vdot_from_race(int metres, int seconds)
{
    double minutes = seconds / 60.0, speed = metres / minutes;
    double oxygen = OXYGEN_0 + OXYGEN_1 * speed + OXYGEN_2 * speed * speed;
    return oxygen / sustained_share(minutes);
}

double vdot_speed(double oxygen)
{
    double root = sqrt(OXYGEN_1 * OXYGEN_1 + 4 * OXYGEN_2 * (oxygen - OXYGEN_0));
    return (root - OXYGEN_1) / (2 * OXYGEN_2);
}

double vdot_race_time(double vdot, int metres)
{
    /* VDOT falls as the time grows, so bisection between a sprint and a crawl finds it. */
    double fast = metres / 600.0 * 60, slow = metres / 20.0 * 60;
    for (int i = 0; i < 60; i++) {
        double middle = (fast + slow) / 2, minutes = middle / 60, speed = metres / minutes;
        double oxygen = OXYGEN_0 + OXYGEN_1 * speed + OXYGEN_2 * speed * speed;
        if (oxygen / sustained_share(minutes) > vdot)
            fast = middle;
        else
            slow = middle;
    }
    return (fast + slow) / 2;
}

double riegel_race_time(int race_m, int race_s, int metres)
{
    return race_s * pow((double)metres / race_m, RIEGEL_EXPONENT);
}

int power_law_s(int race_m, int race_s, int metres, int exponent_percent)
{
    return (int)lround(race_s * pow((double)metres / race_m, exponent_percent / 100.0));
}

/* Seconds per unit at a speed in m/min. */
static int pace(double speed, enum units units)
{
    return (int)lround(units_mm(units) / 1000.0 / speed * 60);
}

struct paces paces_from_vdot(double vdot, enum units units)
{
    double marathon_min = vdot_race_time(vdot, MARATHON_M) / 60;
    double mile_min = vdot_race_time(vdot, MILE_M) / 60;
    return (struct paces){
        .easy = {pace(vdot_speed(EASY_FAST_SHARE * vdot), units),
                 pace(vdot_speed(EASY_SLOW_SHARE * vdot), units)},
        .marathon = pace(MARATHON_M / marathon_min, units),
        .threshold = pace(vdot_speed(THRESHOLD_SHARE * vdot), units),
        .interval = pace(vdot_speed(INTERVAL_SHARE * vdot), units),
        .repetition = pace(MILE_M / mile_min, units),
    };
}

int vdot_tenths_from_race(int metres, int seconds)
{
    return (int)lround(vdot_from_race(metres, seconds) * 10);
}

int vdot_predict_s(int race_m, int race_s, int metres)
{
    return (int)lround(vdot_race_time(vdot_from_race(race_m, race_s), metres));
}

int riegel_predict_s(int race_m, int race_s, int metres)
{
    return (int)lround(riegel_race_time(race_m, race_s, metres));
}

int vdot_race_pace_s(int vdot_tenths, int metres, enum units units)
{
    return pace(metres / (vdot_race_time(vdot_tenths / 10.0, metres) / 60), units);
}

struct paces paces_from_race(int metres, int seconds, enum units units)
{
    return paces_from_vdot(vdot_from_race(metres, seconds), units);
}
