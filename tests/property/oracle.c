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
#define MOST_RUN_DAYS    6     /* of a week */
#define LONGEST_WAY_BACK 10    /* weeks, after a long absence */

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

static bool is_off(const struct plan *plan, int date)
{
    const struct week_preferences *wishes = &plan->preferences;
    for (size_t i = 0; i < wishes->unavailable_count; i++)
        if (date >= wishes->unavailable[i].first && date <= wishes->unavailable[i].last)
            return true;
    return false;
}

/* On how many days of a week something may be run, days off aside where `week` is NULL. */
static int room(const struct plan *plan, const struct week *week)
{
    int count = 0;
    for (int d = 0; d < DAYS_PER_WEEK; d++) {
        int date = plan->weeks[0].start + d;
        if (week)
            date = week->start + d;
        count += plan->preferences.run_days[date_weekday(date)] && !(week && is_off(plan, date));
    }
    return count > MOST_RUN_DAYS ? MOST_RUN_DAYS : count;
}

bool oracle_is_cut(const struct plan *plan, const struct week *week)
{
    return room(plan, week) < room(plan, NULL);
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

static long long recent_sum(const struct plan *plan)
{
    long long sum = 0;
    for (size_t i = 0; i < plan->runner.recent_week_count; i++)
        sum += plan->runner.recent_weeks[i];
    return sum;
}

/* The larger of the last two weeks without days off before week `number`, or the recent mean. */
static long long level_before(const struct plan *plan, int number)
{
    long long level = 0;
    int found = 0, recent = (int)plan->runner.recent_week_count;
    for (int before = number - 1; before >= 1 && found < 2; before--) {
        const struct week *week = &plan->weeks[before - 1];
        long long distance = look_at_week(week).distance;
        if (oracle_is_cut(plan, week))
            continue;
        found++;
        level = distance > level ? distance : level;
    }
    if (found < 2 && recent > 0 && recent_sum(plan) / recent > level)
        level = recent_sum(plan) / recent;
    return level;
}

/* What week `number` counts as for the one after it. */
static long long held(const struct plan *plan, int number)
{
    const struct week *week = &plan->weeks[number - 1];
    long long distance = look_at_week(week).distance, level;
    int usual = room(plan, NULL), open = room(plan, week);
    if (open >= usual)
        return distance;
    if (5 * (usual - open) <= usual)
        return distance * usual / open;
    level = level_before(plan, number);
    if (open > 0 && distance * usual / open < level)
        level = distance * usual / open;
    return level > distance ? level : distance;
}

/*
 * The level to which a week may return at once at the very most: that before any long absence of
 * which the way back may reach into the week.
 */
static long long level_to_return_to(const struct plan *plan, int number)
{
    const struct week *week = &plan->weeks[number - 1];
    long long level = 0, one;
    int end = week->start + DAYS_PER_WEEK;
    for (int date = end - LONGEST_WAY_BACK * DAYS_PER_WEEK; date < end; date++) {
        int begins = (date - plan->weeks[0].start) / DAYS_PER_WEEK + 1;
        if (!is_off(plan, date))
            continue;
        one = level_before(plan, date < plan->weeks[0].start ? 1 : begins);
        level = one > level ? one : level;
    }
    return level;
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
    /* A week with days off carries its share. */
    int usual = room(plan, NULL), open = room(plan, &plan->weeks[number - 1]);
    long long before;
    if (is_free_run_walk(plan, number, facts) || (facts->runs == 1 && facts->tune_ups == 1))
        return true;
    if (number == 1) {
        int count = (int)plan->runner.recent_week_count;
        return is_within(facts->distance * usual, recent_sum(plan) * open, count ? count : 1,
                         percent);
    }
    before = held(plan, number - 1);
    return is_within(facts->distance * usual, before * open, 1, percent) ||
           facts->distance * usual <= level_to_return_to(plan, number) * open;
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
