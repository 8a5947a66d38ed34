/* Session shapes: steps written out, with their times. */
#include "training/session_shape.h"

#include "base/quantity.h"

#define SPRINT_S 25 /* hills and strides up to here are sprints */

const int session_shape_heights[SHAPE_LEVEL_COUNT] = {16, 32, 58, 80, 92, 104};

struct shaping {
    const struct session *session;
    enum units units;
    struct shape_part *parts;
    size_t count;
    bool is_unknown;
};

/* The seconds that a distance takes at a pace; UNKNOWN without it. */
static int seconds_at(const struct shaping *shaping, int distance_m, struct pace_range pace)
{
    if (distance_m == UNKNOWN || pace.fast == UNKNOWN)
        return UNKNOWN;
    int hundredths = distance_from_m(distance_m, shaping->units);
    return scale_round(hundredths, pace.fast + pace.slow, 2 * HUNDREDTHS);
}

static int seconds_of(const struct shaping *shaping, const struct step *step)
{
    if (step->duration_s != UNKNOWN)
        return step->duration_s;
    struct pace_range pace = step->pace.fast == UNKNOWN ? shaping->session->pace : step->pace;
    return seconds_at(shaping, step->distance_m, pace);
}

/* How hard running of the kind is where it is hard. */
static enum shape_level hard_level(enum session_kind kind, int seconds)
{
    switch (kind) {
    case SESSION_STRIDES:
        return SHAPE_SPRINT;
    case SESSION_UPHILL:
        return seconds <= SPRINT_S ? SHAPE_SPRINT : SHAPE_INTERVAL;
    case SESSION_INTERVALS:
        return SHAPE_INTERVAL;
    case SESSION_RACE_PACE:
    case SESSION_LONG:
        return SHAPE_STEADY;
    default:
        return SHAPE_THRESHOLD;
    }
}

static enum shape_level level_of(enum session_kind kind, const struct step *step, int seconds)
{
    if (step->kind == STEP_RECOVERY)
        return SHAPE_REST;
    if (step->effort == EFFORT_HARD)
        return hard_level(kind, seconds);
    return step->effort == EFFORT_MODERATE ? SHAPE_STEADY : SHAPE_EASY;
}

static int slope_of(enum session_kind kind, const struct step *step)
{
    if (step->kind != STEP_RUN || step->effort == EFFORT_EASY)
        return 0;
    if (step->grade_percent)
        return step->grade_percent > 0 ? 1 : -1;
    return (kind == SESSION_UPHILL) - (kind == SESSION_DOWNHILL);
}

static void add_step(struct shaping *shaping, const struct step *step)
{
    enum session_kind kind = shaping->session->kind;
    int seconds = seconds_of(shaping, step);
    if (seconds == UNKNOWN)
        shaping->is_unknown = true;
    else
        shaping->parts[shaping->count++] =
            (struct shape_part){seconds, level_of(kind, step, seconds), slope_of(kind, step)};
}

static size_t parts_of(const struct session *session)
{
    size_t count = 1;
    for (size_t i = 0; i < session->step_count; i++) {
        const struct step *step = &session->steps[i];
        count += step->repeat ? (size_t)step->repeat * step->step_count : 1;
    }
    return count;
}

/* A run without steps is one part. */
static void add_whole(struct shaping *shaping)
{
    const struct session *session = shaping->session;
    int seconds = session->duration_s;
    if (seconds == UNKNOWN && session->distance != UNKNOWN && session->pace.fast != UNKNOWN)
        seconds =
            scale_round(session->distance, session->pace.fast + session->pace.slow, 2 * HUNDREDTHS);
    enum shape_level level = session->effort == EFFORT_HARD ? SHAPE_THRESHOLD : SHAPE_EASY;
    shaping->is_unknown = seconds == UNKNOWN;
    shaping->parts[shaping->count++] = (struct shape_part){seconds, level, 0};
}

struct shape_part *session_shape(const struct session *session, enum units units,
                                 struct arena *arena, size_t *count)
{
    struct shaping shaping = {session, units, NULL, 0, !session_is_run(session)};
    shaping.parts = arena_array(arena, parts_of(session), sizeof *shaping.parts);
    for (size_t i = 0; i < session->step_count; i++) {
        const struct step *step = &session->steps[i];
        for (int n = 0; n < step->repeat; n++)
            for (size_t s = 0; s < step->step_count; s++)
                add_step(&shaping, &step->steps[s]);
        if (step->repeat == 0)
            add_step(&shaping, step);
    }
    if (session->step_count == 0)
        add_whole(&shaping);
    *count = shaping.is_unknown ? 0 : shaping.count;
    return shaping.parts;
}

int session_shape_seconds(const struct shape_part *parts, size_t count)
{
    int seconds = 0;
    for (size_t i = 0; i < count; i++)
        seconds += parts[i].seconds;
    return seconds;
}
