#include "mending/change.h"

#include <stdlib.h>
#include <string.h>

#include "rules/limits.h"
#include "words/words.h"

#define CUT_STEP      10 /* hundredths: cut distances are whole tenths */
#define EASY_PERCENT  30 /* of easy runs, that a cut takes before it comes to the long run */
#define EASY_TITLE    "Easy run"
#define LONG_TITLE    "Long run"
#define UNKNOWN_TITLE "Run"

static struct day *day_of(struct plan *plan, size_t week, size_t day)
{
    return &plan->weeks[week].days[day];
}

static bool holds_race(const struct day *day)
{
    for (size_t i = 0; i < day->session_count; i++)
        if (session_is_run(&day->sessions[i]) && !limit_is_for(&day->sessions[i]))
            return true;
    return false;
}

/* The day's sessions, to be changed. */
static struct session *own_sessions(struct plan *plan, struct day *day)
{
    struct session *own = arena_array(plan->arena, day->session_count, sizeof *own);
    for (size_t i = 0; i < day->session_count; i++)
        own[i] = day->sessions[i];
    day->sessions = own;
    return own;
}

static int scaled_value(int value, int part, int whole)
{
    return value == UNKNOWN || part == UNKNOWN || whole <= 0
               ? value
               : (int)((long long)value * part / whole);
}

/* The easy step that only fills a session up to its distance, or -1. */
static int filling_step(const struct session *run)
{
    for (size_t i = 0; i < run->step_count; i++) {
        const struct step *step = &run->steps[i];
        if (step->kind == STEP_RUN && step->effort == EFFORT_EASY && step->repeat == 0 &&
            step->distance_m != UNKNOWN)
            return (int)i;
    }
    return -1;
}

/* Takes metres from the filling step; false where there are not so many in it. */
static bool cut_steps(struct plan *plan, struct session *run, int metres)
{
    int filling = filling_step(run);
    if (filling < 0 || run->steps[filling].distance_m <= metres)
        return false;
    struct step *own = arena_array(plan->arena, run->step_count, sizeof *own);
    for (size_t i = 0; i < run->step_count; i++)
        own[i] = run->steps[i];
    own[filling].distance_m -= metres;
    run->steps = own;
    return true;
}

/* In plans of others the title is what was written there: "6 miles easy" is no longer true. */
static void forget_numbers(struct plan *plan, struct session *run)
{
    const struct words words = {plan->arena, plan->units, NULL};
    if (!run->session && strpbrk(run->title, "0123456789"))
        run->title =
            run->kind == SESSION_KIND_NONE ? UNKNOWN_TITLE : words_session_kind(&words, run->kind);
}

/*
 * The time of a run that was changed. What it was scaled from may have been left behind by whoever
 * made the run longer: nobody runs faster than the fast end of its pace.
 */
static int fitting_duration(const struct session *run, int scaled_s)
{
    const struct pace_range *pace = &run->pace;
    if (scaled_s == UNKNOWN || pace->fast == UNKNOWN || pace->slow == UNKNOWN ||
        scaled_s >= scale_round(run->distance, pace->fast, HUNDREDTHS) - 1)
        return scaled_s;
    return scale_round(run->distance, pace->fast + pace->slow, 2 * HUNDREDTHS);
}

/* The time and hills of a run go with its distance, which was another one before. */
static void scale_facts(struct session *run, int before)
{
    run->duration_s = fitting_duration(run, scaled_value(run->duration_s, run->distance, before));
    run->climb_m = scaled_value(run->climb_m, run->distance, before);
    run->descent_m = scaled_value(run->descent_m, run->distance, before);
}

/* Makes a run shorter; its time and hills shrink with it. */
static bool set_distance(struct plan *plan, struct session *run, int distance)
{
    int before = run->distance;
    distance -= distance % CUT_STEP;
    if (before == UNKNOWN || distance >= before || distance <= 0)
        return false;
    if (run->step_count > 0 && !cut_steps(plan, run, distance_to_m(before - distance, plan->units)))
        return false;
    run->distance = distance;
    forget_numbers(plan, run);
    scale_facts(run, before);
    if (run->is_by_time) /* told in whole minutes */
        run->duration_s = round_down_to(run->duration_s, SECONDS_PER_MINUTE);
    return true;
}

static int distance_between(const struct session *session, int distance)
{
    if (session->distance == UNKNOWN || distance == UNKNOWN)
        return INT_MAX - 1; /* nearer than none */
    return abs(session->distance - distance);
}

/* An easy, or a plain long run of the plan to go by, the nearest in distance; or NULL. */
static const struct session *find_easy(const struct plan *plan, enum session_kind kind,
                                       int distance)
{
    const struct session *nearest = NULL;
    int off = INT_MAX;
    for (size_t week = 0; week < plan->week_count; week++)
        for (size_t day = 0; day < DAYS_PER_WEEK; day++) {
            const struct day *at = &plan->weeks[week].days[day];
            for (size_t i = 0; i < at->session_count; i++) {
                const struct session *session = &at->sessions[i];
                int other = distance_between(session, distance);
                if (session->kind != kind || session->step_count > 0 || session_is_hard(session) ||
                    other >= off)
                    continue;
                nearest = session;
                off = other;
            }
        }
    return nearest;
}

static struct session eased_session(const struct plan *plan, const struct session *run,
                                    enum session_kind kind)
{
    const struct session *easy = find_easy(plan, kind, run->distance);
    bool is_ours = easy && easy->session; /* the titles of others tell of their own runs */
    struct session result = session_unknown();
    result.kind = kind;
    result.session = is_ours ? easy->session : NULL;
    result.title = is_ours ? easy->title : kind == SESSION_LONG ? LONG_TITLE : EASY_TITLE;
    result.effort = EFFORT_EASY;
    result.terrain = TERRAIN_FLAT;
    result.distance = run->distance;
    result.is_by_time = run->is_by_time;
    result.duration_s = run->is_by_time ? run->duration_s : UNKNOWN;
    result.climb_m = run->climb_m == UNKNOWN ? UNKNOWN : 0;
    result.descent_m = run->descent_m == UNKNOWN ? UNKNOWN : 0;
    if (easy && easy->distance != UNKNOWN && !run->is_by_time)
        result.duration_s = scaled_value(easy->duration_s, run->distance, easy->distance);
    if (easy)
        result.pace = easy->pace;
    return result;
}

/* A loop goes down as much as it goes up, and stays one. */
static bool set_hills(struct session *run, enum limit_kind kind, int metres)
{
    int *value = kind == LIMIT_CLIMB_M ? &run->climb_m : &run->descent_m;
    if (*value == UNKNOWN || *value <= metres)
        return false;
    if (run->climb_m == run->descent_m)
        run->climb_m = run->descent_m = metres;
    else
        *value = metres;
    return true;
}

static bool cut_run(struct plan *plan, struct session *run, enum limit_kind kind, int limit)
{
    switch (kind) {
    case LIMIT_DISTANCE:
        return set_distance(plan, run, limit);
    case LIMIT_DURATION_S:
        return set_distance(plan, run, scaled_value(run->distance, limit, run->duration_s));
    case LIMIT_CLIMB_M:
    case LIMIT_DESCENT_M:
        return set_hills(run, kind, limit);
    default:
        return false;
    }
}

/* Where its steps keep a session from being so short, an easy run takes its place. */
static bool cut_eased(struct plan *plan, struct session *run, enum limit_kind kind, int limit)
{
    if (kind != LIMIT_DISTANCE || run->step_count == 0 || run->distance <= limit)
        return false;
    *run = eased_session(plan, run, SESSION_EASY);
    return set_distance(plan, run, limit);
}

bool change_cut_day(struct plan *plan, size_t week, size_t day, enum limit_kind kind, int limit)
{
    struct day *at = day_of(plan, week, day);
    struct session *sessions = own_sessions(plan, at);
    bool changed = false;
    for (size_t i = 0; i < at->session_count; i++)
        if (limit_is_for(&sessions[i]) && limit_run_value(&sessions[i], kind) > limit)
            changed = cut_run(plan, &sessions[i], kind, limit) ||
                      cut_eased(plan, &sessions[i], kind, limit) || changed;
    return changed;
}

bool change_cut_largest(struct plan *plan, size_t week, int limit)
{
    size_t day_of_largest = 0;
    struct session *largest = NULL;
    int next = 0, excess = limit_week_value(&plan->weeks[week], LIMIT_DISTANCE, NULL);
    if (excess == UNKNOWN)
        return false;
    excess -= limit;
    for (size_t day = 0; day < DAYS_PER_WEEK; day++)
        for (size_t i = 0; i < day_of(plan, week, day)->session_count; i++) {
            struct session *run = &day_of(plan, week, day)->sessions[i];
            if (!limit_is_for(run) || run->kind == SESSION_LONG)
                continue;
            bool is_largest = !largest || run->distance > largest->distance;
            next = larger_of(next, is_largest ? (largest ? largest->distance : 0) : run->distance);
            if (is_largest) {
                largest = run;
                day_of_largest = day;
            }
        }
    if (!largest || excess <= 0 || largest->distance - excess < next)
        return false;
    size_t index = (size_t)(largest - day_of(plan, week, day_of_largest)->sessions);
    struct session *own = own_sessions(plan, day_of(plan, week, day_of_largest));
    return set_distance(plan, &own[index], own[index].distance - excess);
}

/* The runs that a week is filled with; the others are there for what they are. */
static bool is_filling(const struct session *run)
{
    return run->kind == SESSION_EASY || run->kind == SESSION_LONG;
}

/* Whose turn it is to be cut. */
enum turn { TURN_EASY, TURN_FILLING, TURN_ALL, TURN_COUNT };

static bool has_turn(const struct session *run, enum turn turn)
{
    return turn == TURN_EASY ? run->kind == SESSION_EASY : turn == TURN_ALL || is_filling(run);
}

/* Makes the runs of a week whose turn it is smaller, so that so much goes from their sum; easy runs
   before others by no more than is easily missed. */
static bool cut_runs(struct plan *plan, size_t week, enum limit_kind kind, enum turn turn,
                     int excess)
{
    int sum = 0;
    bool changed = false;
    for (int pass = 0; pass < 2; pass++) { /* to sum up, and to cut */
        if (turn == TURN_EASY && pass == 1)
            excess = smaller_of(excess, scaled_value(sum, EASY_PERCENT, 100));
        for (size_t day = 0; day < DAYS_PER_WEEK; day++) {
            struct day *at = day_of(plan, week, day);
            struct session *sessions = own_sessions(plan, at);
            for (size_t i = 0; i < at->session_count; i++) {
                struct session *run = &sessions[i];
                int value = limit_run_value(run, kind);
                if (value == UNKNOWN || !limit_is_for(run) || !has_turn(run, turn))
                    continue;
                int most = sum > excess ? scaled_value(value, sum - excess, sum) : 0;
                if (pass == 0)
                    sum += value;
                else
                    changed = cut_run(plan, run, kind, most) ||
                              (turn == TURN_ALL && cut_eased(plan, run, kind, most)) || changed;
            }
        }
    }
    return changed;
}

bool change_drop(struct plan *plan, size_t week, size_t day)
{
    struct day *at = day_of(plan, week, day);
    if (holds_race(at))
        return false;
    struct session *sessions = own_sessions(plan, at);
    size_t kept = 0;
    for (size_t i = 0; i < at->session_count; i++)
        if (!limit_is_for(&sessions[i]))
            sessions[kept++] = sessions[i];
    bool changed = kept < at->session_count;
    at->session_count = kept;
    return changed;
}

static bool drop_runs(struct plan *plan, size_t week)
{
    bool changed = false;
    for (size_t day = 0; day < DAYS_PER_WEEK; day++)
        changed = change_drop(plan, week, day) || changed;
    return changed;
}

/* The distance of the week's runs that limits are for. */
static int limited_distance(const struct week *week)
{
    int sum = 0;
    for (size_t day = 0; day < DAYS_PER_WEEK; day++)
        for (size_t i = 0; i < week->days[day].session_count; i++)
            if (limit_is_for(&week->days[day].sessions[i]))
                sum += larger_of(week->days[day].sessions[i].distance, 0);
    return sum;
}

bool change_cut_week(struct plan *plan, size_t week, enum limit_kind kind, int limit, bool evenly)
{
    const struct week *at = &plan->weeks[week];
    bool changed = false;
    if (kind > LIMIT_DURATION_S)
        return false;
    if (kind == LIMIT_DISTANCE && limit_week_least(at, kind) - limit >= limited_distance(at))
        changed = drop_runs(plan, week);
    for (enum turn turn = evenly ? TURN_ALL : TURN_EASY; turn < TURN_COUNT; turn++) {
        int value = limit_week_least(at, kind);
        if (value > limit)
            changed = cut_runs(plan, week, kind, turn, value - limit) || changed;
    }
    return changed && limit_week_least(at, kind) <= limit;
}

bool change_shorten(struct plan *plan, size_t week, size_t day, int percent)
{
    struct day *at = day_of(plan, week, day);
    struct session *sessions = own_sessions(plan, at), *longest = NULL;
    for (size_t i = 0; i < at->session_count; i++)
        if (limit_is_for(&sessions[i]) && (!longest || sessions[i].distance > longest->distance))
            longest = &sessions[i];
    return longest &&
           set_distance(plan, longest, scaled_value(longest->distance, 100 - percent, 100));
}

/* Makes a run longer by so many hundredths; its time and hills grow with it. */
static bool lengthen_run(struct plan *plan, struct session *run, int more)
{
    int before = run->distance;
    more -= more % CUT_STEP;
    if (before == UNKNOWN || more <= 0)
        return false;
    run->distance = before + more;
    forget_numbers(plan, run);
    scale_facts(run, before);
    return true;
}

static int longest_of_day(const struct day *day)
{
    int longest = 0;
    for (size_t i = 0; i < day->session_count; i++)
        if (limit_is_for(&day->sessions[i]) && day->sessions[i].distance > longest)
            longest = day->sessions[i].distance;
    return longest;
}

/* The easy and long runs of the other days, `others` in all, take so much distance. */
static bool give_distance(struct plan *plan, struct week *at, size_t day, int given, int others)
{
    bool changed = false;
    for (size_t d = 0; d < DAYS_PER_WEEK; d++) {
        struct session *sessions = d == day ? NULL : own_sessions(plan, &at->days[d]);
        for (size_t i = 0; sessions && i < at->days[d].session_count; i++)
            if (is_filling(&sessions[i]) && sessions[i].step_count == 0)
                changed = lengthen_run(plan, &sessions[i],
                                       scaled_value(sessions[i].distance, given, others)) ||
                          changed;
    }
    return changed;
}

bool change_level(struct plan *plan, size_t week, size_t day, int percent)
{
    struct week *at = &plan->weeks[week];
    const struct session *longest = week_longest_run(at);
    if (!longest || longest_of_day(&at->days[day]) != longest->distance)
        return false;
    int before = longest->distance, others = plan_week_distance(at) - before;
    if (others <= 0 || !change_shorten(plan, week, day, percent))
        return false;
    return give_distance(plan, at, day, before - longest_of_day(&at->days[day]), others);
}

bool change_swap(struct plan *plan, size_t week, size_t day, size_t other)
{
    struct day *a = day_of(plan, week, day), *b = day_of(plan, week, other);
    if (a == b || (a->session_count == 0 && b->session_count == 0))
        return false;
    struct day held = *a;
    a->sessions = b->sessions;
    a->session_count = b->session_count;
    b->sessions = held.sessions;
    b->session_count = held.session_count;
    return true;
}

/* The longest run of a week that is not a long one, in hundredths; 0 where there is none. */
static int longest_other(const struct week *week)
{
    int longest = 0;
    for (size_t d = 0; d < DAYS_PER_WEEK; d++)
        for (size_t i = 0; i < week->days[d].session_count; i++) {
            const struct session *run = &week->days[d].sessions[i];
            if (limit_is_for(run) && run->kind != SESSION_LONG)
                longest = larger_of(longest, run->distance);
        }
    return longest;
}

bool change_unmake_long(struct plan *plan, size_t week, size_t day, bool gives)
{
    struct week *at = &plan->weeks[week];
    struct session *sessions = own_sessions(plan, &at->days[day]);
    int longest = longest_other(at), before = plan_week_distance(at);
    bool changed = false;
    for (size_t i = 0; i < at->days[day].session_count; i++) {
        struct session *run = &sessions[i];
        if (run->kind != SESSION_LONG || run->distance == UNKNOWN)
            continue;
        struct session easy = eased_session(plan, run, SESSION_EASY);
        int most = longest > 0 ? longest : run->distance / 2;
        if (easy.distance > most && !set_distance(plan, &easy, most))
            continue;
        *run = easy;
        changed = true;
    }
    int given = before - plan_week_distance(at);
    int others = plan_week_distance(at) - longest_of_day(&at->days[day]);
    if (changed && gives)
        return given > 0 && others > 0 && give_distance(plan, at, day, given, others);
    return changed;
}

bool change_ease(struct plan *plan, size_t week, size_t day)
{
    struct day *at = day_of(plan, week, day);
    struct session *sessions = own_sessions(plan, at);
    bool changed = false;
    for (size_t i = 0; i < at->session_count; i++) {
        enum session_kind kind = sessions[i].kind == SESSION_LONG ? SESSION_LONG : SESSION_EASY;
        bool is_easy = sessions[i].kind == kind && !session_is_hard(&sessions[i]) &&
                       sessions[i].terrain == TERRAIN_FLAT;
        if (!limit_is_for(&sessions[i]) || is_easy)
            continue;
        sessions[i] = eased_session(plan, &sessions[i], kind);
        changed = true;
    }
    return changed;
}
