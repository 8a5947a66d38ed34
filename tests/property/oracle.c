/* Oracle: three must rules, as plain loops over the plan. */
#include "oracle.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LEAST_HILL_M     300   /* of a run that its numbers make a hill session */
#define FLAT_M_PER_KM    10    /* a flat run climbs and descends no more */
#define NEW_AFTER_DAYS   42    /* the legs forget a downhill session */
#define NEW_PERCENT      130   /* of the largest in that time: as good as new */
#define NEW_EASY_DAYS    3     /* after a downhill session that is new to the legs */
#define TWO_HARD_FROM_M  40000 /* a week of less holds one hard day */
#define BEGINNER_M       10000 /* a mean week of less: the plan begins by run-walk */
#define RUN_WALK_WEEKS   9     /* at most so many weeks by run-walk, */
#define RUN_WALK_FREE_M  12000 /* ... of which up to so much is free, */
#define RUN_WALK_MOST_M  18000 /* ... and up to so much, */
#define RUN_WALK_PERCENT 140   /* ... so many percent of the week before */

struct court {
    const struct plan *plan;
    struct breach *breaches;
    size_t most, count;
};

__attribute__((format(printf, 4, 5))) static void complain(struct court *court, const char *rule,
                                                           int week, const char *format, ...)
{
    if (court->count < court->most) {
        struct breach *breach = &court->breaches[court->count];
        va_list arguments;
        breach->rule = rule;
        breach->week = week;
        va_start(arguments, format);
        vsnprintf(breach->text, sizeof breach->text, format, arguments);
        va_end(arguments);
    }
    court->count++;
}

static const struct plan_rule *find_rule(const struct plan *plan, const char *id)
{
    for (size_t i = 0; i < plan->rule_count; i++)
        if (strcmp(plan->rules[i].id, id) == 0)
            return &plan->rules[i];
    return NULL;
}

static bool is_judged(const struct plan *plan, const char *id)
{
    const struct plan_rule *rule = find_rule(plan, id);
    return !rule || !rule->off;
}

static int setting(const struct plan *plan, const char *id, const char *name, int fallback)
{
    const struct plan_rule *rule = find_rule(plan, id);
    for (size_t i = 0; rule && i < rule->setting_count; i++)
        if (strcmp(rule->settings[i].name, name) == 0)
            return (int)strtol(rule->settings[i].value, NULL, 10);
    return fallback;
}

/* --- what a session is ----------------------------------------------------------------------- */

/* 300 m or 1.5 times what is usual; who says nothing of it is taken to be used to 100 m. */
static bool is_much(const struct plan *plan, int metres)
{
    int usual = plan->runner.usual_descent_m == UNKNOWN ? 100 : plan->runner.usual_descent_m;
    return metres >= LEAST_HILL_M && 2 * metres >= 3 * usual;
}

bool oracle_is_uphill(const struct plan *plan, const struct session *session)
{
    return session->kind == SESSION_UPHILL ||
           (session_is_run(session) && session->kind != SESSION_RACE &&
            is_much(plan, session->climb_m));
}

bool oracle_is_downhill(const struct plan *plan, const struct session *session)
{
    return session->kind == SESSION_DOWNHILL ||
           (session_is_run(session) && session->kind != SESSION_RACE &&
            is_much(plan, session->descent_m));
}

static bool is_flat(const struct plan *plan, const struct session *session)
{
    int climb = session->climb_m, descent = session->descent_m;
    if (oracle_is_uphill(plan, session) || oracle_is_downhill(plan, session))
        return false;
    if (climb == UNKNOWN || descent == UNKNOWN || session->distance == UNKNOWN)
        return session->terrain == TERRAIN_FLAT;
    if (climb <= plan->runner.usual_descent_m && descent <= plan->runner.usual_descent_m)
        return true;
    long long most = (long long)distance_to_m(session->distance, plan->units) * FLAT_M_PER_KM;
    return climb * 1000LL <= most && descent * 1000LL <= most;
}

static bool is_easy(const struct plan *plan, const struct session *session)
{
    if (session->kind == SESSION_RACE)
        return true; /* exempt */
    if (!session_is_run(session))
        return session->effort != EFFORT_HARD;
    return session->effort == EFFORT_EASY && session->kind != SESSION_LONG &&
           session->kind != SESSION_TUNE_UP && is_flat(plan, session);
}

static bool is_hard(const struct session *session)
{
    return session->kind == SESSION_TUNE_UP ||
           (session->kind != SESSION_RACE && session->effort == EFFORT_HARD);
}

static bool is_hard_day(const struct day *day)
{
    for (size_t i = 0; i < day->session_count; i++)
        if (is_hard(&day->sessions[i]))
            return true;
    return false;
}

static bool is_long_day(const struct day *day)
{
    for (size_t i = 0; i < day->session_count; i++)
        if (day->sessions[i].kind == SESSION_LONG)
            return true;
    return false;
}

static bool counts_in_week(const struct session *session)
{
    return session_is_run(session) && session->kind != SESSION_RACE;
}

/* --- what a week is -------------------------------------------------------------------------- */

struct week_facts {
    long long distance; /* hundredths of the unit */
    int runs, tune_ups, run_walks, hard_days;
    bool is_unknown; /* a run has no distance */
};

static struct week_facts look_at_week(const struct week *week)
{
    struct week_facts facts = {0};
    for (int d = 0; d < DAYS_PER_WEEK; d++) {
        const struct day *day = &week->days[d];
        facts.hard_days += is_hard_day(day);
        for (size_t i = 0; i < day->session_count; i++) {
            const struct session *session = &day->sessions[i];
            if (!counts_in_week(session))
                continue;
            facts.runs++;
            facts.tune_ups += session->kind == SESSION_TUNE_UP;
            facts.run_walks += session->kind == SESSION_RUN_WALK;
            if (session->distance == UNKNOWN)
                facts.is_unknown = true;
            else
                facts.distance += session->distance;
        }
    }
    return facts;
}

bool oracle_is_cut(const struct plan *plan, const struct week *week)
{
    const struct week_preferences *wishes = &plan->preferences;
    for (int d = 0; d < DAYS_PER_WEEK; d++) {
        int date = week->start + d;
        for (size_t i = 0; i < wishes->unavailable_count; i++)
            if (wishes->run_days[date_weekday(date)] && date >= wishes->unavailable[i].first &&
                date <= wishes->unavailable[i].last)
                return true;
    }
    return false;
}

/* --- weekly-ramp ----------------------------------------------------------------------------- */

/* The distance of week `number`; 0 and below are the runner's recent weeks. False: not known. */
static bool distance_of(const struct plan *plan, int number, long long *distance)
{
    int recent = (int)plan->runner.recent_week_count;
    if (number >= 1)
        *distance = look_at_week(&plan->weeks[number - 1]).distance;
    else if (number > -recent)
        *distance = plan->runner.recent_weeks[recent - 1 + number];
    else
        return false;
    return true;
}

/* distance <= percent % of sum / count. */
static bool is_within(long long distance, long long sum, int count, int percent)
{
    return distance * 100 * count <= sum * percent;
}

static bool is_within_mean_of_four(const struct plan *plan, int number, long long distance,
                                   int percent)
{
    long long sum = 0, one;
    int count = 0;
    for (int before = number - 4; before < number; before++)
        if (distance_of(plan, before, &one)) {
            sum += one;
            count++;
        }
    return count > 0 && is_within(distance, sum, count, percent);
}

static bool is_within_half_of_whole(const struct plan *plan, int number, long long distance,
                                    int percent)
{
    long long whole;
    int before = number - 1;
    while (before >= 1 && oracle_is_cut(plan, &plan->weeks[before - 1]))
        before--;
    return distance_of(plan, before, &whole) && is_within(distance, whole, 2, percent);
}

static long long recent_sum(const struct plan *plan)
{
    long long sum = 0;
    for (size_t i = 0; i < plan->runner.recent_week_count; i++)
        sum += plan->runner.recent_weeks[i];
    return sum;
}

static bool is_free_run_walk(const struct plan *plan, int number, const struct week_facts *facts)
{
    long long beginner = distance_from_m_floor(BEGINNER_M, plan->units);
    size_t weeks = plan->runner.recent_week_count ? plan->runner.recent_week_count : 1;
    long long before = recent_sum(plan);
    int count = (int)weeks;
    if (number > 1) {
        distance_of(plan, number - 1, &before);
        count = 1;
    }
    return recent_sum(plan) < beginner * (long long)weeks && number <= RUN_WALK_WEEKS &&
           facts->run_walks == facts->runs &&
           (facts->distance <= distance_from_m_floor(RUN_WALK_FREE_M, plan->units) ||
            (facts->distance <= distance_from_m_floor(RUN_WALK_MOST_M, plan->units) &&
             is_within(facts->distance, before, count, RUN_WALK_PERCENT)));
}

static bool keeps_ramp(const struct plan *plan, int number, const struct week_facts *facts)
{
    int percent = 100 + setting(plan, "weekly-ramp", "max_increase", 10);
    long long before = 0;
    if (is_free_run_walk(plan, number, facts) || (facts->runs == 1 && facts->tune_ups == 1))
        return true;
    if (number == 1) {
        int count = (int)plan->runner.recent_week_count;
        return is_within(facts->distance, recent_sum(plan), count ? count : 1, percent);
    }
    distance_of(plan, number - 1, &before);
    if (is_within(facts->distance, before, 1, percent))
        return true;
    return oracle_is_cut(plan, &plan->weeks[number - 2]) &&
           (is_within_mean_of_four(plan, number, facts->distance, percent) ||
            is_within_half_of_whole(plan, number, facts->distance, percent));
}

static void judge_ramp(struct court *court)
{
    const struct plan *plan = court->plan;
    for (int number = 1; number <= (int)plan->week_count; number++) {
        const struct week *week = &plan->weeks[number - 1];
        struct week_facts facts = look_at_week(week);
        long long before = 0;
        if (week->start > plan->race.date)
            return; /* the weeks of recovery start from next to nothing */
        if (facts.is_unknown)
            complain(court, "weekly-ramp", number, "a run has no distance");
        else if (!keeps_ramp(plan, number, &facts))
            complain(court, "weekly-ramp", number, "%lld hundredths after %lld", facts.distance,
                     distance_of(plan, number - 1, &before) ? before : 0);
    }
}

/* --- hard-easy ------------------------------------------------------------------------------- */

static const struct day *day_of(const struct plan *plan, size_t number)
{
    return &plan->weeks[number / DAYS_PER_WEEK].days[number % DAYS_PER_WEEK];
}

static void judge_hard_easy(struct court *court)
{
    const struct plan *plan = court->plan;
    int most = setting(plan, "hard-easy", "max_hard_days", 2);
    long long two_from = distance_from_m_floor(TWO_HARD_FROM_M, plan->units);
    for (size_t n = 1; n < plan->week_count * DAYS_PER_WEEK; n++) {
        const struct day *before = day_of(plan, n - 1), *day = day_of(plan, n);
        int week = (int)(n / DAYS_PER_WEEK) + 1;
        if (is_hard_day(day) && is_hard_day(before))
            complain(court, "hard-easy", week, "day %zu of the plan and the one before are hard",
                     n + 1);
        else if (is_hard_day(day) && is_long_day(before))
            complain(court, "hard-easy", week, "day %zu of the plan is hard, after a long run",
                     n + 1);
    }
    for (size_t w = 0; w < plan->week_count; w++) {
        struct week_facts facts = look_at_week(&plan->weeks[w]);
        int allowed = facts.distance < two_from && most > 1 ? 1 : most;
        if (facts.hard_days > allowed)
            complain(court, "hard-easy", (int)w + 1, "%d hard days in %lld hundredths",
                     facts.hard_days, facts.distance);
    }
}

/* --- downhill-recovery ----------------------------------------------------------------------- */

/* The largest descent of a downhill session from one date to another; UNKNOWN: there is none. */
static int largest_downhill(const struct plan *plan, int first, int last)
{
    const struct runner *runner = &plan->runner;
    int largest = UNKNOWN, start = plan->weeks[0].start;
    if (runner->last_downhill_date != NO_DATE && runner->last_downhill_date < start &&
        runner->last_downhill_date >= first && runner->last_downhill_date <= last)
        largest = runner->last_downhill_descent_m == UNKNOWN ? 0 : runner->last_downhill_descent_m;
    for (int date = first < start ? start : first; date <= last; date++) {
        const struct day *day = plan_day(plan, date);
        for (size_t i = 0; day && i < day->session_count; i++) {
            const struct session *session = &day->sessions[i];
            int descent = session->descent_m == UNKNOWN ? 0 : session->descent_m;
            if (oracle_is_downhill(plan, session) && descent > largest)
                largest = descent;
        }
    }
    return largest;
}

/* How many days from `date` on must be easy: 0 where it holds no downhill session. */
static int easy_days_after(const struct plan *plan, int date, int easy_days)
{
    int descent = largest_downhill(plan, date, date);
    if (descent == UNKNOWN)
        return 0;
    int largest = largest_downhill(plan, date - NEW_AFTER_DAYS, date - 1);
    bool is_new = largest == UNKNOWN || 100LL * descent >= (long long)NEW_PERCENT * largest;
    return is_new && easy_days < NEW_EASY_DAYS ? NEW_EASY_DAYS : easy_days;
}

static void judge_recovery_from(struct court *court, int date, int easy_days)
{
    const struct plan *plan = court->plan;
    char text[DATE_TEXT_SIZE], after[DATE_TEXT_SIZE];
    for (int ago = 1; ago <= easy_days; ago++) {
        const struct day *day = plan_day(plan, date + ago);
        for (size_t i = 0; day && i < day->session_count; i++)
            if (!is_easy(plan, &day->sessions[i]))
                complain(court, "downhill-recovery", (int)plan_week_index(plan, day->date) + 1,
                         "%s is not easy, %d days after the downhill session of %s",
                         date_format(day->date, text), ago, date_format(date, after));
    }
}

static void judge_downhill_recovery(struct court *court)
{
    const struct plan *plan = court->plan;
    int easy_days = setting(plan, "downhill-recovery", "easy_days", 2);
    int start = plan->weeks[0].start, end = start + (int)plan->week_count * DAYS_PER_WEEK;
    for (int date = start - NEW_AFTER_DAYS; date < end; date++)
        judge_recovery_from(court, date, easy_days_after(plan, date, easy_days));
}

size_t oracle_judge(const struct plan *plan, struct breach *breaches, size_t most)
{
    struct court court = {.plan = plan, .breaches = breaches, .most = most};
    if (plan->week_count == 0)
        return 0;
    if (is_judged(plan, "weekly-ramp"))
        judge_ramp(&court);
    if (is_judged(plan, "hard-easy"))
        judge_hard_easy(&court);
    if (is_judged(plan, "downhill-recovery"))
        judge_downhill_recovery(&court);
    return court.count;
}
