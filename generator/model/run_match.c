/* Planned sessions and runs. */
#include "model/run_match.h"

#define PERMILLE      1000
#define DONE_SHARE    10   /* a run that differs by less than such a part of the distance, */
#define DONE_M        1000 /* ... or by so much, is the one that was planned, */
#define HILLS_SHARE   4    /* ... if such a part of climb and descent, */
#define HILLS_M       150  /* ... or so much, is all that is missing or too much */
#define RACE_PERMILLE 900  /* of a race is the race */
#define PART_PERMILLE 500  /* of a session: what is less is nothing but a run */
#define HALF_LIKELY   500  /* of a distance that isn't known */

int session_likeness(const struct session *planned, const struct done_run *run)
{
    int a = planned->distance, b = run->distance;
    if (a == UNKNOWN || b == UNKNOWN)
        return HALF_LIKELY;
    return larger_of(a, b) > 0 ? scale_floor(smaller_of(a, b), PERMILLE, larger_of(a, b)) : 0;
}

static bool is_near(int planned, int run, int share, int least)
{
    if (planned == UNKNOWN || run == UNKNOWN)
        return true;
    int off = planned > run ? planned - run : run - planned;
    return off <= larger_of(planned / share, least);
}

/* Whether a run is the race, or longer. */
static bool is_raced_by(const struct session *race, const struct done_run *run)
{
    return race->distance == UNKNOWN || run->distance == UNKNOWN ||
           run->distance >= scale_round(race->distance, RACE_PERMILLE, PERMILLE);
}

bool session_is_done_by(const struct session *planned, const struct done_run *run, enum units units)
{
    if (session_is_race(planned))
        return is_raced_by(planned, run);
    return is_near(planned->distance, run->distance, DONE_SHARE, distance_from_m(DONE_M, units)) &&
           is_near(planned->climb_m, run->climb_m, HILLS_SHARE, HILLS_M) &&
           is_near(planned->descent_m, run->descent_m, HILLS_SHARE, HILLS_M);
}

static bool is_small_part(int planned, int run)
{
    return planned != UNKNOWN && run != UNKNOWN &&
           run < scale_round(planned, PART_PERMILLE, PERMILLE);
}

bool session_is_broken_off(const struct session *planned, const struct done_run *run)
{
    bool is_flat =
        (planned->kind == SESSION_DOWNHILL && is_small_part(planned->descent_m, run->descent_m)) ||
        (planned->kind == SESSION_UPHILL && is_small_part(planned->climb_m, run->climb_m));
    return is_flat || is_small_part(planned->distance, run->distance);
}

/* The most alike pair of those that are left; false where there is none. */
static bool find_pair(const struct day *day, const struct runs_of_sessions *matched,
                      const bool *is_taken, size_t *session, size_t *run)
{
    int best = -1;
    for (size_t s = 0; s < day->session_count && s < MOST_SESSIONS; s++) {
        if (!session_is_run(&day->sessions[s]) || matched->run[s] != NOT_RUN)
            continue;
        for (size_t r = 0; r < day->run_count && r < MOST_SESSIONS; r++) {
            int likeness = session_likeness(&day->sessions[s], &day->runs[r]);
            if (session_is_race(&day->sessions[s]) && is_raced_by(&day->sessions[s], &day->runs[r]))
                likeness += PERMILLE; /* before all else */
            if (is_taken[r] || day->runs[r].moved_from != NO_DATE || likeness <= best)
                continue;
            best = likeness;
            *session = s;
            *run = r;
        }
    }
    return best >= 0;
}

struct runs_of_sessions day_match_runs(const struct day *day)
{
    struct runs_of_sessions matched;
    bool is_taken[MOST_SESSIONS] = {false};
    size_t session = 0, run = 0;
    for (size_t s = 0; s < MOST_SESSIONS; s++)
        matched.run[s] = NOT_RUN;
    while (find_pair(day, &matched, is_taken, &session, &run)) {
        matched.run[session] = (int)run;
        is_taken[run] = true;
    }
    return matched;
}
