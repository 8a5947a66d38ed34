#include "mending/mending.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "mending/change.h"
#include "rules/limits.h"
#include "words/message.h"

#define MOST_REPAIRS_A_WEEK 50
#define SHORTEN_STEP        5 /* percent */
#define MOST_SHORTENED      80
#define MOST_WAYS           100
#define UNMENDED_COST       (3 * HUNDREDTHS) /* of a change after which the week still breaks a rule */

/* How a plan stands: the first week that breaks must rules, and how often it does. */
struct standing {
    int week; /* number; INT_MAX: it keeps them all */
    size_t count;
    bool has_run;           /* the next one is a single run that is too long */
    struct finding finding; /* the breach to mend next */
};

/* What is tried against a breach, smallest change first. */
enum remedy {
    REMEDY_SWAP,        /* the day with another one of its week */
    REMEDY_SWAP_BEFORE, /* the day before it with another one */
    REMEDY_CUT,         /* to the limit that was passed */
    REMEDY_LEVEL,       /* the longest run gives to the others */
    REMEDY_SHORTEN,
    REMEDY_EASE,
    REMEDY_UNMAKE_LONG,
    REMEDY_DROP,
    REMEDY_COUNT
};

/* How a week is cut: one run that is larger than its fellows, the runs that fill it up, or all. */
enum { CUT_LARGEST, CUT_GENTLY, CUT_EVENLY, CUT_COUNT };

/* A remedy on a day, and its number: which other day, how much, or how. */
struct trial {
    enum remedy remedy;
    size_t day, number;
};

static bool is_too_long_run(const struct finding *finding)
{
    return !finding->is_week && finding->limit_kind == LIMIT_DISTANCE && finding->limit != UNKNOWN;
}

/* A single run that is too long goes before its week, which may be too much only because of it. */
static void count_breach(struct standing *standing, const struct finding *finding)
{
    bool is_run = is_too_long_run(finding);
    if (standing->count++ == 0 || (is_run && !standing->has_run))
        standing->finding = *finding;
    standing->week = finding->week;
    standing->has_run = standing->has_run || is_run;
}

/* Where all weeks before one (index) keep the must rules. */
static bool judge_from_week(struct ruleset *rules, const struct plan *plan, size_t week,
                            struct standing *standing, struct error *error)
{
    struct arena *arena = arena_new();
    struct findings findings;
    *standing = (struct standing){.week = INT_MAX};
    bool done = check_must_rules_from(rules, plan, week, arena, &findings, error);
    for (size_t i = 0; done && i < findings.count; i++)
        if (findings.items[i].status == FINDING_BROKEN)
            count_breach(standing, &findings.items[i]);
    if (standing->count > 0) {
        standing->finding.text = arena_strdup(plan->arena, standing->finding.text);
        standing->finding.rule = arena_strdup(plan->arena, standing->finding.rule);
    }
    arena_free(arena);
    return done;
}

static int excess_of(const struct finding *finding)
{
    return finding->limit == UNKNOWN ? 0 : finding->value - finding->limit;
}

static bool is_same_breach(const struct finding *a, const struct finding *b)
{
    return a->date == b->date && a->is_week == b->is_week && a->limit_kind == b->limit_kind &&
           strcmp(a->rule, b->rule) == 0;
}

/*
 * Weeks are mended one after the other, in each first the single runs that are too long, in the
 * order of their days: what the next one may be depends on them. What is as often broken may be
 * nearer to its limit.
 */
static bool is_better(const struct standing *a, const struct standing *b)
{
    if (a->week != b->week)
        return a->week > b->week;
    if (a->has_run != b->has_run)
        return b->has_run;
    if (a->finding.date != b->finding.date)
        return a->finding.date > b->finding.date;
    if (a->count != b->count)
        return a->count < b->count;
    return excess_of(&a->finding) < excess_of(&b->finding) &&
           is_same_breach(&a->finding, &b->finding);
}

/* With the day after, the day before, two days after, ...: the nearer, the smaller the change. */
static bool swap_near(struct plan *plan, size_t week, size_t day, size_t number)
{
    int apart = (int)number / 2 + 1, other = (int)day + (number % 2 == 0 ? apart : -apart);
    return other >= 0 && other < DAYS_PER_WEEK && change_swap(plan, week, day, (size_t)other);
}

static bool apply_cut(struct plan *plan, size_t week, const struct trial *trial,
                      const struct finding *breach)
{
    if (!breach->is_week)
        return change_cut_day(plan, week, trial->day, breach->limit_kind, breach->limit);
    if (trial->number == CUT_LARGEST)
        return breach->limit_kind == LIMIT_DISTANCE &&
               change_cut_largest(plan, week, breach->limit);
    return change_cut_week(plan, week, breach->limit_kind, breach->limit,
                           trial->number == CUT_EVENLY);
}

/* No order of the days changes what they add up to. */
static bool is_sum_of_week(const struct finding *breach)
{
    return breach->is_week && breach->limit != UNKNOWN;
}

static bool apply_trial(struct plan *plan, size_t week, const struct trial *trial,
                        const struct finding *breach)
{
    switch (trial->remedy) {
    case REMEDY_CUT:
        if (breach->limit == UNKNOWN)
            return false;
        return apply_cut(plan, week, trial, breach);
    case REMEDY_SWAP:
        return !is_sum_of_week(breach) && swap_near(plan, week, trial->day, trial->number);
    case REMEDY_SWAP_BEFORE:
        return trial->day > 0 && !is_sum_of_week(breach) &&
               swap_near(plan, week, trial->day - 1, trial->number);
    case REMEDY_LEVEL:
        return breach->limit == UNKNOWN &&
               change_level(plan, week, trial->day, SHORTEN_STEP * (int)trial->number);
    case REMEDY_SHORTEN:
        return change_shorten(plan, week, trial->day, SHORTEN_STEP * (int)trial->number);
    case REMEDY_EASE:
        return change_ease(plan, week, trial->day);
    case REMEDY_UNMAKE_LONG:
        return change_unmake_long(plan, week, trial->day, trial->number == 0);
    case REMEDY_DROP:
        return change_drop(plan, week, trial->day);
    case REMEDY_COUNT:
        break;
    }
    return false;
}

/* How many numbers a remedy has; a week's breach is looked for on each of its days. */
static size_t numbers_of(enum remedy remedy)
{
    switch (remedy) {
    case REMEDY_SWAP:
    case REMEDY_SWAP_BEFORE:
        return (size_t)2 * (DAYS_PER_WEEK - 1);
    case REMEDY_CUT:
        return CUT_COUNT;
    case REMEDY_LEVEL:
    case REMEDY_SHORTEN:
        return MOST_SHORTENED / SHORTEN_STEP + 1;
    case REMEDY_UNMAKE_LONG:
        return 2;
    default:
        return 1;
    }
}

/* The next trial after one; false behind the last. */
static bool next_trial(struct trial *trial, const struct finding *breach)
{
    if (++trial->number < numbers_of(trial->remedy))
        return true;
    trial->number = 0;
    bool all_days =
        (breach->is_week && trial->remedy != REMEDY_CUT) || trial->remedy == REMEDY_DROP;
    if (all_days && ++trial->day < DAYS_PER_WEEK)
        return true;
    trial->remedy++;
    if (all_days || trial->remedy == REMEDY_DROP)
        trial->day = 0;
    return trial->remedy < REMEDY_COUNT;
}

/* A week to try changes on: as it is, or on its way, where one breach gave way to another. */
struct way {
    struct week week;
    struct finding breach;
    int cost; /* of the changes so far */
    bool is_gone;
};

struct change_search {
    struct ruleset *rules;
    struct plan *plan;
    size_t week;
    const struct standing *now;
    struct way *ways;
    size_t way_count;
    struct standing best;  /* as `now` where nothing has helped yet */
    struct week best_week; /* the week as the best trial leaves it */
    int best_cost;
    struct error *error;
};

static bool is_swap(enum remedy remedy)
{
    return remedy == REMEDY_SWAP || remedy == REMEDY_SWAP_BEFORE;
}

/* Of the runs that can be changed, unknown distances left out. */
static int day_distance(const struct day *day)
{
    int distance = 0;
    for (size_t i = 0; i < day->session_count; i++)
        if (limit_is_for(&day->sessions[i]) && day->sessions[i].distance != UNKNOWN)
            distance += day->sessions[i].distance;
    return distance;
}

static bool holds_long_run(const struct day *day)
{
    for (size_t i = 0; i < day->session_count; i++)
        if (day->sessions[i].kind == SESSION_LONG)
            return true;
    return false;
}

/* What a change takes from the runner: distance that was planned, or what a session was for. */
static int cost_of(const struct week *before, const struct week *after, enum remedy remedy)
{
    static const int lost[REMEDY_COUNT] = {
        [REMEDY_EASE] = HUNDREDTHS,
        [REMEDY_UNMAKE_LONG] = 3 * HUNDREDTHS,
        [REMEDY_DROP] = 5 * HUNDREDTHS,
    };
    int less = 0, more = 0; /* what is lost counts more than what is moved */
    for (size_t day = 0; day < DAYS_PER_WEEK && !is_swap(remedy); day++) {
        int change = day_distance(&after->days[day]) - day_distance(&before->days[day]);
        less += larger_of(-change, 0);
        if (change < 0 && holds_long_run(&after->days[day])) /* easy runs go first */
            less += -change / 2;
        more += larger_of(change, 0);
    }
    return larger_of(less, more) + larger_of(less - more, 0) / 2 + lost[remedy];
}

/* Whether a swap has only moved a breach to another day: no swap mends such a rule. */
static bool is_only_moved(const struct change_search *search, const struct standing *standing)
{
    return standing->week == search->now->week && standing->count >= search->now->count &&
           strcmp(standing->finding.rule, search->now->finding.rule) == 0;
}

/* Keeps the changed week where it helps and takes less than the best one so far, or may lead on. */
static bool weigh_week(struct change_search *search, const struct way *way, enum remedy remedy)
{
    struct standing standing;
    if (way->cost > search->best_cost)
        return true;
    if (!judge_from_week(search->rules, search->plan, search->week, &standing, search->error))
        return false;
    const struct finding *breach = &standing.finding;
    if (is_swap(remedy) && is_only_moved(search, &standing))
        return true;
    if (is_better(&standing, search->now)) {
        int cost = way->cost + (standing.week > search->now->week ? 0 : UNMENDED_COST);
        if (cost < search->best_cost ||
            (cost == search->best_cost && is_better(&standing, &search->best))) {
            search->best = standing;
            search->best_cost = cost;
            search->best_week = way->week;
        }
    } else if (search->way_count < MOST_WAYS && !is_same_breach(breach, &way->breach) &&
               !is_same_breach(breach, &search->now->finding)) {
        search->ways[search->way_count] = *way;
        search->ways[search->way_count++].breach = *breach;
    }
    return true;
}

static bool attempt_trial(struct change_search *search, const struct way *way,
                          const struct trial *trial)
{
    struct week *week = &search->plan->weeks[search->week];
    const struct week held = *week;
    bool done = true;
    *week = way->week;
    if (apply_trial(search->plan, search->week, trial, &way->breach)) {
        const struct way changed = {
            .week = *week,
            .breach = way->breach,
            .cost = way->cost + cost_of(&way->week, week, trial->remedy),
        };
        done = weigh_week(search, &changed, trial->remedy);
    }
    *week = held;
    return done;
}

/* A run or a week that is too long is made so long as it may be. */
static bool is_exact(const struct finding *breach)
{
    return breach->limit != UNKNOWN &&
           (breach->limit_kind == LIMIT_DISTANCE || breach->limit_kind == LIMIT_DURATION_S);
}

/* Of the changes that help the one that takes least. */
static bool try_all(struct change_search *search, const struct way *way)
{
    const struct finding *breach = &way->breach;
    size_t day = (size_t)(breach->date - way->week.start);
    struct trial trial = {.day = breach->is_week ? 0 : day};
    if (is_exact(breach)) {
        struct trial cut = {REMEDY_CUT, day, 0};
        for (; cut.number < numbers_of(REMEDY_CUT); cut.number++)
            if (!attempt_trial(search, way, &cut))
                return false;
        if (search->best_cost < INT_MAX)
            return true;
    }
    do {
        if (!attempt_trial(search, way, &trial))
            return false;
        if (search->best_cost == 0 && search->best.week > search->now->week)
            break;
    } while (next_trial(&trial, breach));
    return true;
}

/* The way that has cost least of those not gone yet, or NULL. */
static struct way *next_way(const struct change_search *search)
{
    struct way *next = NULL;
    for (size_t i = 0; i < search->way_count; i++) {
        struct way *way = &search->ways[i];
        if (!way->is_gone && (!next || way->cost < next->cost))
            next = way;
    }
    return next;
}

/* A change, or where none helps alone, several: each mends the breach that the last one brought. */
static bool find_remedy(struct change_search *search)
{
    struct way *way;
    search->ways = arena_array(search->plan->arena, MOST_WAYS, sizeof *search->ways);
    search->ways[search->way_count++] =
        (struct way){.week = search->plan->weeks[search->week], .breach = search->now->finding};
    while (search->best_cost == INT_MAX && (way = next_way(search)) != NULL) {
        way->is_gone = true;
        if (!try_all(search, way))
            return false;
    }
    return true;
}

/* ---- telling ---- */

/* The sessions of a day that changed tell why, and no longer why they were as they were. */
static void give_reason(struct plan *plan, struct day *day, const struct finding *breach)
{
    struct session *own = arena_array(plan->arena, day->session_count, sizeof *own);
    for (size_t i = 0; i < day->session_count; i++) {
        own[i] = day->sessions[i];
        own[i].reasons = arena_alloc(plan->arena, sizeof *own[i].reasons);
        own[i].reasons[0] =
            (struct reason){breach->rule, message_in_time(plan->arena, breach->text, plan)};
        own[i].reason_count = 1;
    }
    day->sessions = own;
}

/* What was said of a breach before anything was changed in the week: such numbers the runner knows.
 */
static const char *text_as_found(const struct findings *found, const struct finding *breach)
{
    for (size_t i = 0; i < found->count; i++)
        if (found->items[i].status == FINDING_BROKEN && is_same_breach(&found->items[i], breach))
            return found->items[i].text;
    return breach->text;
}

static void take_best_way(struct change_search *search, const struct findings *found,
                          struct mending *repairs)
{
    struct week *week = &search->plan->weeks[search->week];
    struct finding breach = search->now->finding;
    breach.text = text_as_found(found, &breach);
    struct mending_step repair = {week->number, NO_DATE, NO_DATE, breach.rule, breach.text};
    for (size_t i = 0; i < DAYS_PER_WEEK; i++) {
        struct day *day = &search->best_week.days[i];
        if (day_is_same(&week->days[i], day))
            continue;
        give_reason(search->plan, day, &breach);
        repair.last = day->date;
        if (repair.first == NO_DATE)
            repair.first = day->date;
    }
    *week = search->best_week;
    week->gave_up_count = 0; /* of what it was */
    repairs->items[repairs->count++] = repair;
}

/* ---- what was not needed ---- */

/* How often a week has a session of that kind and title. */
static int count_like(const struct week *week, const struct session *session)
{
    int count = 0;
    for (size_t day = 0; day < DAYS_PER_WEEK; day++)
        for (size_t i = 0; i < week->days[day].session_count; i++) {
            const struct session *other = &week->days[day].sessions[i];
            count += other->kind == session->kind && strcmp(other->title, session->title) == 0;
        }
    return count;
}

/* Whether a week holds a session of the day more often than two others: it is on another day, too.
 */
static bool is_doubled(const struct week *week, size_t day, const struct week *before,
                       const struct week *after)
{
    const struct day *at = &week->days[day];
    for (size_t i = 0; i < at->session_count; i++) {
        const struct session *session = &at->sessions[i];
        if (count_like(week, session) >
            larger_of(count_like(before, session), count_like(after, session)))
            return true;
    }
    return false;
}

/* Whether a day that gets its rest back takes with it a session that had moved there. */
static bool is_lost(const struct week *week, size_t day, const struct week *before,
                    const struct week *held)
{
    const struct day *moved = &held->days[day];
    if (before->days[day].session_count >= moved->session_count)
        return false;
    for (size_t i = 0; i < moved->session_count; i++)
        if (count_like(week, &moved->sessions[i]) <
            smaller_of(count_like(before, &moved->sessions[i]),
                       count_like(held, &moved->sessions[i])))
            return true;
    return false;
}

/* Gives a day back what it held before, where the week keeps the must rules with that, too. */
static bool restore_day(const struct change_search *search, const struct week *before, size_t day,
                        struct standing *now, bool *restored)
{
    struct week *week = &search->plan->weeks[search->week];
    const struct week held = *week;
    struct standing standing;
    if (day_is_same(&before->days[day], &held.days[day]))
        return true;
    week->days[day] = before->days[day];
    if (!judge_from_week(search->rules, search->plan, search->week, &standing, search->error))
        return false;
    if (standing.week > week->number && !is_doubled(week, day, before, &held) &&
        !is_lost(week, day, before, &held)) {
        *now = standing;
        *restored = true;
    } else {
        *week = held;
    }
    return true;
}

/* A change of a mended week may turn out to have been needless, after one that followed it. */
static bool restore_days(const struct change_search *search, const struct week *before,
                         struct standing *now)
{
    bool restored = true;
    while (restored) {
        restored = false;
        for (size_t day = 0; day < DAYS_PER_WEEK; day++)
            if (!restore_day(search, before, day, now, &restored))
                return false;
    }
    return true;
}

/* ---- the whole plan ---- */

bool mending_plan(struct ruleset *rules, struct plan *plan, struct mending *repairs,
                  struct error *error)
{
    size_t most = MOST_REPAIRS_A_WEEK * plan->week_count;
    *repairs = (struct mending){.items = arena_array(plan->arena, most, sizeof *repairs->items)};
    struct standing now;
    struct week before = {0};
    struct findings found = {0}; /* in that week */
    if (!judge_from_week(rules, plan, 0, &now, error))
        return false;
    while (now.count > 0) {
        struct change_search search = {
            .rules = rules,
            .plan = plan,
            .week = plan_week_index(plan, now.finding.date),
            .now = &now,
            .best = now,
            .best_cost = INT_MAX,
            .error = error,
        };
        if (!find_remedy(&search))
            return false;
        if (!is_better(&search.best, &now) || repairs->count == most) {
            repairs->left = now.finding;
            return true;
        }
        if (before.number != now.week) {
            before = plan->weeks[search.week];
            if (!check_must_rules_from(rules, plan, search.week, plan->arena, &found, error))
                return false;
        }
        take_best_way(&search, &found, repairs);
        now = search.best;
        if (now.week > before.number && !restore_days(&search, &before, &now))
            return false;
    }
    return true;
}
