/*
 * The shape of a session: how long each part of it takes, how hard it is, and whether it goes up or
 * down. What drawings of sessions are made from.
 */
#ifndef HILLPLAN_TRAINING_SESSION_SHAPE_H
#define HILLPLAN_TRAINING_SESSION_SHAPE_H

#include "base/arena.h"
#include "model/plan.h"

enum shape_level {
    SHAPE_REST, /* between repeats */
    SHAPE_EASY,
    SHAPE_STEADY, /* moderate, and race pace of long races */
    SHAPE_THRESHOLD,
    SHAPE_INTERVAL,
    SHAPE_SPRINT, /* hills of seconds, and strides */
    SHAPE_LEVEL_COUNT
};

/* How high each is drawn, in tenths of a millimetre. */
extern const int session_shape_heights[SHAPE_LEVEL_COUNT];

struct shape_part {
    int seconds;
    enum shape_level level;
    int slope; /* 1: uphill, -1: downhill, 0: neither */
};

/*
 * The parts of a run in their order, repeats written out, in the arena. `count` becomes 0 if it
 * isn't known how long one of them takes, and for what is not run. A distance takes the middle of
 * its pace.
 */
struct shape_part *session_shape(const struct session *session, enum units units,
                                 struct arena *arena, size_t *count);

/* The seconds of all parts. */
int session_shape_seconds(const struct shape_part *parts, size_t count);

#endif
