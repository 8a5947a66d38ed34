/* The plan's sums and look-ups. */
#include "model/plan.h"

#include <string.h>

#include "model/plain_fields.h"

/* What nobody told, by the rows of the structs' fields: sets the members of *object. */
#define INT_FIELD(s, member, key, in, unknown)         object->member = (unknown);
#define TENTHS_FIELD(s, member, key, in, unknown)      object->member = (unknown);
#define WORD_FIELD(s, member, key, in, unknown, words) object->member = (unknown);
#define WORD_SET_FIELD                                 WORD_FIELD
#define TEXT_FIELD(s, member, key, in)
#define DEFINE_FORGET(s, LIST)                                                                     \
    static void s##_forget(struct s *object)                                                       \
    {                                                                                              \
        LIST(PLAIN)                                                                                \
    }

DEFINE_FORGET(session, SESSION_FIELDS)
DEFINE_FORGET(step, STEP_FIELDS)
DEFINE_FORGET(race, RACE_FIELDS)
DEFINE_FORGET(hills, HILLS_FIELDS)
DEFINE_FORGET(paces, PACES_FIELDS)
DEFINE_FORGET(made_from, MADE_FROM_FIELDS)

static void runner_forget(struct runner *object)
{
    RUNNER_FIELDS(PLAIN)
    LAST_DOWNHILL_FIELDS(PLAIN)
}

static void week_preferences_forget(struct week_preferences *object)
{
    WEEK_PREFERENCES_FIELDS(PLAIN)
    LONGEST_SESSION_FIELDS(PLAIN)
}

struct session session_unknown(void)
{
    struct session session = {0};
    session_forget(&session);
    return session;
}

struct step step_unknown(void)
{
    struct step step = {0};
    step_forget(&step);
    return step;
}

struct plan *plan_new(void)
{
    struct arena *arena = arena_new();
    struct plan *plan = arena_alloc(arena, sizeof *plan);
    plan->arena = arena;
    plan->format = PLAN_FORMAT;
    runner_forget(&plan->runner);
    race_forget(&plan->race);
    week_preferences_forget(&plan->preferences);
    hills_forget(&plan->hills);
    paces_forget(&plan->paces);
    made_from_forget(&plan->made_from);
    return plan;
}

void plan_free(struct plan *plan)
{
    if (plan)
        arena_free(plan->arena); /* the plan itself is in it */
}

/* --- days off -------------------------------------------------------------------------------- */

/* Whether a date is off; `*reason` (or NULL) becomes as grave as any that is given. */
static bool is_off(const struct week_preferences *week, int date, enum absence *reason)
{
    bool is_off = false;
    for (size_t i = 0; i < week->unavailable_count; i++) {
        const struct days_off *off = &week->unavailable[i];
        if (date < off->first || date > off->last)
            continue;
        is_off = true;
        if (reason && off->reason > *reason)
            *reason = off->reason;
    }
    return is_off;
}

/* The first date from `date` on that is off; INT_MAX where none is. */
static int next_off(const struct week_preferences *week, int date)
{
    int next = INT_MAX;
    for (size_t i = 0; i < week->unavailable_count; i++) {
        const struct days_off *off = &week->unavailable[i];
        if (off->last >= date)
            next = smaller_of(next, larger_of(off->first, date));
    }
    return next;
}

/* The first break from a date on; false where there is none. */
static bool find_break(const struct week_preferences *week, int date, struct training_break *found)
{
    *found = (struct training_break){.first = NO_DATE,
                                     .reason = ABSENCE_HOLIDAY,
                                     .level = UNKNOWN,
                                     .longest = UNKNOWN,
                                     .lost = UNKNOWN};
    for (date = next_off(week, date); date < INT_MAX; date++) {
        bool is_run_day = week->run_days[date_weekday(date)];
        bool is_here = is_off(week, date, is_run_day ? &found->reason : NULL);
        if (is_run_day && is_here && found->first == NO_DATE)
            found->first = date;
        if (is_run_day && !is_here && found->first != NO_DATE) {
            found->last = date - 1;
            return true;
        }
        if (!is_here && found->first == NO_DATE)
            date = next_off(week, date) - 1;
    }
    return false;
}

/* What is known of a break that a list holds. */
static struct training_break known_break(const struct training_break *list, size_t count,
                                         const struct training_break *found)
{
    for (size_t i = 0; i < count; i++)
        if (list[i].first == found->first && list[i].last == found->last &&
            list[i].reason == found->reason)
            return list[i];
    return *found;
}

void plan_find_breaks(struct plan *plan, struct arena *arena)
{
    const struct week_preferences *week = &plan->preferences;
    const struct training_break *before = plan->breaks;
    size_t before_count = plan->break_count, most = 0;
    struct training_break found;
    plan->break_count = 0;
    plan->breaks = NULL;
    if (plan_run_days(plan) == 0)
        return;
    for (int date = INT_MIN; find_break(week, date, &found); date = found.last + 1)
        most++;
    if (most == 0)
        return;
    plan->breaks = arena_array(arena, most, sizeof *plan->breaks);
    for (int date = INT_MIN; find_break(week, date, &found); date = found.last + 1)
        plan->breaks[plan->break_count++] = known_break(before, before_count, &found);
}

bool plan_break_is_long(const struct plan *plan, const struct training_break *pause)
{
    size_t week = plan_week_index(plan, larger_of(pause->last, plan->weeks[0].start));
    bool is_long = pause->last - pause->first + 1 >= DAYS_PER_WEEK;
    for (size_t w = week; w < plan->week_count && w <= week + 1; w++)
        is_long = is_long || plan->weeks[w].kind == WEEK_RETURN;
    return is_long && pause->first < plan->race.date;
}

int plan_run_days(const struct plan *plan)
{
    int count = 0;
    for (int day = 0; day < DAYS_PER_WEEK; day++)
        count += plan->preferences.run_days[day];
    return count;
}

int plan_open_days(const struct plan *plan, const struct week *week)
{
    int count = 0;
    for (int date = week->start; date < week->start + DAYS_PER_WEEK; date++)
        count += week_preferences_can_run(&plan->preferences, date);
    return count;
}

/* --- sessions --------------------------------------------------------------------------------- */

bool session_is_run(const struct session *session)
{
    return session_kind_is_run(session->kind);
}

bool session_is_race(const struct session *session)
{
    return session_kind_is_race(session->kind);
}

bool session_effort_is_known(const struct session *session)
{
    return !session_is_run(session) || session->effort != EFFORT_NONE || session_is_race(session);
}

bool session_is_hard(const struct session *session)
{
    return session->effort == EFFORT_HARD || session_is_race(session);
}

/* The goal race is no training: it is in no sum. */
static bool is_training_run(const struct session *session)
{
    return session_is_run(session) && session->kind != SESSION_RACE;
}

/* UNKNOWN stays so. */
static int with_more(int value, int more)
{
    return value == UNKNOWN ? UNKNOWN : value + more;
}

int session_quantity(const struct session *session, enum quantity quantity)
{
    switch (quantity) {
    case QUANTITY_DISTANCE:
        return session->distance;
    case QUANTITY_DURATION_S:
        return session->duration_s;
    case QUANTITY_CLIMB_M:
        return session->climb_m;
    case QUANTITY_DESCENT_M:
        return session->descent_m;
    case QUANTITY_LOAD_DISTANCE:
        return with_more(session->distance, session->beyond_distance);
    case QUANTITY_LOAD_DESCENT_M:
        return with_more(session->descent_m, session->beyond_descent_m);
    }
    return UNKNOWN;
}

size_t day_main_session(const struct day *day)
{
    size_t first_run = day->session_count, race = first_run;
    for (size_t i = day->session_count; i-- > 0;) {
        const struct session *session = &day->sessions[i];
        first_run = session_is_run(session) ? i : first_run;
        if (session_is_race(session))
            race = i;
    }
    if (race < day->session_count)
        return race;
    return first_run < day->session_count ? first_run : 0;
}

int day_sum(const struct day *day, enum quantity quantity)
{
    int sum = 0;
    for (size_t i = 0; i < day->session_count; i++) {
        if (!is_training_run(&day->sessions[i]))
            continue;
        int value = session_quantity(&day->sessions[i], quantity);
        if (value == UNKNOWN)
            return UNKNOWN;
        sum += value;
    }
    return sum;
}

int week_sum(const struct week *week, size_t days, enum quantity quantity, int *unknown_date)
{
    int sum = 0;
    for (size_t i = 0; i < days; i++) {
        int value = day_sum(&week->days[i], quantity);
        if (value == UNKNOWN) {
            if (unknown_date)
                *unknown_date = week->days[i].date;
            return UNKNOWN;
        }
        sum += value;
    }
    return sum;
}

/* What a day is to hold of training, unknown distances left out. */
static int planned_distance(const struct day *day)
{
    int sum = 0;
    for (size_t i = 0; i < day->session_count; i++) {
        const struct session *session = &day->sessions[i];
        if (is_training_run(session) && session->distance != UNKNOWN)
            sum += session->distance;
    }
    return sum;
}

int plan_week_distance(const struct week *week)
{
    int sum = 0;
    for (size_t d = 0; d < DAYS_PER_WEEK; d++)
        sum += planned_distance(&week->days[d]);
    return sum;
}

struct week week_without_missed(const struct week *week)
{
    struct week left = *week;
    for (size_t d = 0; d < DAYS_PER_WEEK; d++)
        if (left.days[d].status == DAY_MISSED)
            left.days[d].session_count = 0;
    return left;
}

/* What was run on a day that was not run as planned. */
static int distance_run(const struct day *day)
{
    int sum = 0;
    for (size_t i = 0; i < day->run_count; i++)
        if (day->runs[i].moved_to == NO_DATE && day->runs[i].distance != UNKNOWN)
            sum += day->runs[i].distance;
    return sum;
}

int plan_week_distance_run(const struct week *week)
{
    int sum = 0;
    for (size_t d = 0; d < DAYS_PER_WEEK; d++) {
        const struct day *day = &week->days[d];
        sum += day->status > DAY_DONE ? distance_run(day) : planned_distance(day);
    }
    return sum;
}

int session_quantity_least(const struct session *session, enum quantity quantity)
{
    int value = session_quantity(session, quantity);
    if (session->may_be_no_run)
        return 0;
    if (value == UNKNOWN && quantity == QUANTITY_DISTANCE)
        return session->distance_at_least;
    return value == UNKNOWN ? 0 : value;
}

int week_sum_least(const struct week *week, enum quantity quantity)
{
    int sum = 0;
    for (size_t d = 0; d < DAYS_PER_WEEK; d++)
        for (size_t i = 0; i < week->days[d].session_count; i++) {
            const struct session *session = &week->days[d].sessions[i];
            if (is_training_run(session))
                sum += session_quantity_least(session, quantity);
        }
    return sum;
}

static bool has_tune_up(const struct day *day)
{
    for (size_t i = 0; i < day->session_count; i++)
        if (day->sessions[i].kind == SESSION_TUNE_UP)
            return true;
    return false;
}

int week_run_count(const struct week *week, size_t days, int *unknown_date)
{
    int count = 0;
    for (size_t d = 0; d < days; d++) {
        bool is_race_day = has_tune_up(&week->days[d]);
        for (size_t i = 0; i < week->days[d].session_count; i++) {
            const struct session *session = &week->days[d].sessions[i];
            if (session->may_be_no_run) {
                if (unknown_date)
                    *unknown_date = week->days[d].date;
                return UNKNOWN;
            }
            count += is_training_run(session) && !(is_race_day && session->kind == SESSION_EASY);
        }
    }
    return count;
}

int week_run_day_count(const struct week *week, size_t days, int *unknown_date)
{
    int count = 0;
    for (size_t d = 0; d < days; d++) {
        bool runs = false, known = true;
        for (size_t i = 0; i < week->days[d].session_count; i++) {
            const struct session *session = &week->days[d].sessions[i];
            runs = runs || (session_is_run(session) && !session->may_be_no_run);
            known = known && !session->may_be_no_run;
        }
        if (!runs && !known) {
            if (unknown_date)
                *unknown_date = week->days[d].date;
            return UNKNOWN;
        }
        count += runs;
    }
    return count;
}

int week_hard_day_count(const struct week *week, size_t days, int *unknown_date)
{
    int count = 0;
    for (size_t d = 0; d < days; d++) {
        bool hard = false, known = true;
        for (size_t i = 0; i < week->days[d].session_count; i++) {
            const struct session *session = &week->days[d].sessions[i];
            hard = hard || (session_is_hard(session) && session->kind != SESSION_RACE);
            known = known && session_effort_is_known(session);
        }
        if (!hard && !known) {
            if (unknown_date)
                *unknown_date = week->days[d].date;
            return UNKNOWN;
        }
        count += hard;
    }
    return count;
}

bool day_has_run(const struct day *day)
{
    for (size_t i = 0; i < day->session_count; i++)
        if (session_is_run(&day->sessions[i]))
            return true;
    return false;
}

bool day_is_hard(const struct day *day)
{
    for (size_t i = 0; i < day->session_count; i++)
        if (session_is_hard(&day->sessions[i]) && day->sessions[i].kind != SESSION_RACE)
            return true;
    return false;
}

int week_hard_days_least(const struct week *week)
{
    int count = 0;
    for (size_t d = 0; d < DAYS_PER_WEEK; d++)
        count += day_is_hard(&week->days[d]);
    return count;
}

const struct session *week_longest_run(const struct week *week)
{
    const struct session *longest = NULL;
    for (size_t d = 0; d < DAYS_PER_WEEK; d++)
        for (size_t i = 0; i < week->days[d].session_count; i++) {
            const struct session *session = &week->days[d].sessions[i];
            if (is_training_run(session) && session->kind != SESSION_TUNE_UP &&
                session->distance != UNKNOWN && (!longest || session->distance > longest->distance))
                longest = session;
        }
    return longest;
}

static bool is_same_session(const struct session *a, const struct session *b)
{
    return a->kind == b->kind && a->effort == b->effort && strcmp(a->title, b->title) == 0 &&
           a->distance == b->distance && a->climb_m == b->climb_m && a->descent_m == b->descent_m;
}

bool day_is_same(const struct day *a, const struct day *b)
{
    if (a->session_count != b->session_count)
        return false;
    for (size_t i = 0; i < a->session_count; i++)
        if (!is_same_session(&a->sessions[i], &b->sessions[i]))
            return false;
    return true;
}

size_t plan_week_index(const struct plan *plan, int date)
{
    for (size_t w = 0; w < plan->week_count; w++)
        if (date >= plan->weeks[w].start && date < plan->weeks[w].start + DAYS_PER_WEEK)
            return w;
    return plan->week_count;
}

static bool holds(const struct week *week, bool (*is_such)(const struct session *))
{
    for (size_t d = 0; d < DAYS_PER_WEEK; d++)
        for (size_t i = 0; i < week->days[d].session_count; i++)
            if (is_such(&week->days[d].sessions[i]))
                return true;
    return false;
}

static bool is_long(const struct session *session)
{
    return session->kind == SESSION_LONG;
}

static bool is_run_walk(const struct session *session)
{
    return session->kind == SESSION_RUN_WALK;
}

bool week_is_run_walk(const struct week *week)
{
    return holds(week, is_run_walk);
}

bool week_lacks(const struct week *week, enum given_up what)
{
    return !week_is_run_walk(week) && !(what == GIVEN_UP_LONG && holds(week, is_long)) &&
           !(what == GIVEN_UP_QUALITY && holds(week, session_is_hard));
}

const struct day *plan_day(const struct plan *plan, int date)
{
    size_t week = plan_week_index(plan, date);
    return week < plan->week_count ? &plan->weeks[week].days[date - plan->weeks[week].start] : NULL;
}

void plan_each_message(struct plan *plan, plan_message_visitor *visit, void *data)
{
    if (plan->verdict.text)
        visit(data, &plan->verdict.text);
    for (size_t i = 0; i < plan->exception_count; i++)
        visit(data, &plan->exceptions[i].text);
    for (size_t w = 0; w < plan->week_count; w++)
        for (size_t i = 0; i < plan->weeks[w].gave_up_count; i++)
            visit(data, &plan->weeks[w].gave_up[i].text);
    for (size_t day = 0; day < plan->week_count * DAYS_PER_WEEK; day++) {
        const struct day *of = &plan->weeks[day / DAYS_PER_WEEK].days[day % DAYS_PER_WEEK];
        for (size_t i = 0; i < of->session_count; i++) {
            struct session *session = &of->sessions[i];
            for (size_t n = 0; n < session->note_count; n++)
                visit(data, &session->notes[n]);
            for (size_t r = 0; r < session->reason_count; r++)
                visit(data, &session->reasons[r].text);
        }
    }
}
