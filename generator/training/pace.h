/*
 * Paces: what a race tells about fitness, and fitness about training paces and other races.
 */
#ifndef HILLPLAN_TRAINING_PACE_H
#define HILLPLAN_TRAINING_PACE_H

#include "base/quantity.h"
#include "model/plan.h"

#define MARATHON_M 42195

/*
 * VDOT, the oxygen uptake (ml/kg/min) that a race performance stands for. Distances of 800 m to
 * 400 km, positive times. Source: Daniels and Gilbert, Oxygen Power, 1979.
 */
double vdot_from_race(int metres, int seconds);

/* The time in seconds that a VDOT (10 to 100) predicts for a distance: the inverse of the above. */
double vdot_race_time(double vdot, int metres);

/* The speed in m/min at which running takes that much oxygen (same source). */
double vdot_speed(double oxygen);

/* A second opinion: the time for `metres` from another race. Source: Riegel, 1981. */
double riegel_race_time(int race_m, int race_s, int metres);

/* The same with another exponent, in percent. */
int power_law_s(int race_m, int race_s, int metres, int exponent_percent);

/* The same in whole numbers: tenths of VDOT, and the times predicted from another race. */
int vdot_tenths_from_race(int metres, int seconds);
int vdot_predict_s(int race_m, int race_s, int metres);
int riegel_predict_s(int race_m, int race_s, int metres);

/* The pace of a race at that level, in seconds per unit. */
int vdot_race_pace_s(int vdot_tenths, int metres, enum units units);

/* paces_from_vdot() of a race. */
struct paces paces_from_race(int metres, int seconds, enum units units);

/*
 * Training paces in seconds per unit, rounded to whole seconds. Easy runs at 63 to 73.5 % of VDOT,
 * threshold at 88 %, intervals at 97.4 %, marathon pace from the predicted time (Daniels),
 * repetitions at the predicted pace of a mile race.
 */
struct paces paces_from_vdot(double vdot, enum units units);

#endif
