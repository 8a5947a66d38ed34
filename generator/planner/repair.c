#include "planner/repair.h"

#include <limits.h>

#include "planner/change.h"

#define MOST_REPAIRS_A_WEEK 8
#define SHORTEN_STEP        10 /* percent */
#define MOST_SHORTENED      50

/* How a plan stands: when it first breaks a must rule, and how often. */
struct standing {
    int first; /* date; INT_MAX: it keeps them all */
    size_t count;
    struct finding finding; /* the first breach */
};

/* What is tried against a breach, smallest change first. */
enum remedy {
    REMEDY_CUT,         /* to the limit that was passed */
    REMEDY_SWAP,        /* the day with another one of its week */
    REMEDY_SWAP_BEFORE, /* the day before it with another one */
    REMEDY_SHORTEN,
    REMEDY_EASE,
    REMEDY_DROP,
    REMEDY_COUNT
};

/* A remedy on a day, and its number: the other day, or how much. */
struct trial {
    enum remedy remedy;
    size_t day, number;
};

static bool judge(struct ruleset *rules, const struct plan *plan, struct standing *standing,
                  struct error *error)
{
    struct arena *arena = arena_new();
    struct findings findings;
    *standing = (struct standing){.first = INT_MAX};
    bool done = check_plan(rules, plan, arena, &findings, error);
    for (size_t i = 0; done && i < findings.count; i++) {
        const struct finding *finding = &findings.items[i];
        if (finding->status != FINDING_BROKEN || finding->level != RULE_MUST)
            continue;
        if (standing->count++ == 0) {
            standing->first = finding->date;
            standing->finding = *finding;
            standing->finding.text = arena_strdup(plan->arena, finding->text);
        standing->finding.rule = arena_strdup(plan->arena, finding->rule);
        }
    }
    arena_free(arena);
    return done;
}

static bool is_better(const struct standing *a, const struct standing *b)
{
    return a->first != b->first ? a->first > b->first : a->count < b->count;
}

static bool apply(struct plan *plan, size_t week, const struct trial *trial,
                  const struct finding *breach)
{
    switch (trial->remedy) {
    case REMEDY_CUT:
        if (breach->limit == UNKNOWN)
            return false;
        return breach->is_week
                   ? change_cut_week(plan, week, breach->limit_kind, breach->limit)
                   : change_cut_day(plan, week, trial->day, breach->limit_kind, breach->limit);
    case REMEDY_SWAP:
        return change_swap(plan, week, trial->day, trial->number);
    case REMEDY_SWAP_BEFORE:
        return trial->day > 0 && change_swap(plan, week, trial->day - 1, trial->number);
    case REMEDY_SHORTEN:
        return change_shorten(plan, week, trial->day, SHORTEN_STEP * (int)trial->number);
    case REMEDY_EASE:
        return change_ease(plan, week, trial->day);
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
        return DAYS_PER_WEEK;
    case REMEDY_SHORTEN:
        return MOST_SHORTENED / SHORTEN_STEP + 1;
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
    bool all_days = breach->is_week && trial->remedy != REMEDY_CUT;
    if (all_days && ++trial->day < DAYS_PER_WEEK)
        return true;
    if (all_days)
        trial->day = 0;
    return ++trial->remedy < REMEDY_COUNT;
}

struct search {
    struct ruleset *rules;
    struct plan *plan;
    size_t week;
    const struct standing *now;
    struct standing best;
    struct week best_week; /* the week as the best trial leaves it */
    struct error *error;
};

static bool try(struct search *search, const struct trial *trial)
{
    struct week *week = &search->plan->weeks[search->week];
    const struct week held = *week;
    struct standing standing;
    bool done = true;
    if (apply(search->plan, search->week, trial, &search->now->finding)) {
        done = judge(search->rules, search->plan, &standing, search->error);
        if (done && is_better(&standing, &search->best)) {
            search->best = standing;
            search->best_week = *week;
        }
    }
    *week = held;
    return done;
}

/* The smallest change that leaves nothing broken so early, or else the one that goes furthest. */
static bool find_remedy(struct search *search)
{
    const struct finding *breach = &search->now->finding;
    size_t day = (size_t)(breach->date - search->plan->weeks[search->week].start);
    struct trial trial = {.day = breach->is_week ? 0 : day};
    do {
        if (!try(search, &trial))
            return false;
        if (search->best.count < search->now->count && search->best.first > search->now->first)
            break;
    } while (next_trial(&trial, breach));
    return true;
}

/* ---- telling ---- */

static bool is_same_day(const struct day *a, const struct day *b)
{
    if (a->session_count != b->session_count)
        return false;
    for (size_t i = 0; i < a->session_count; i++) {
        const struct session *one = &a->sessions[i], *other = &b->sessions[i];
        if (one->kind != other->kind || one->title != other->title ||
            one->distance != other->distance || one->climb_m != other->climb_m ||
            one->descent_m != other->descent_m)
            return false;
    }
    return true;
}

/* The sessions of a day that changed tell why, and no longer why they were as they were. */
static void give_reason(struct plan *plan, struct day *day, const struct finding *breach)
{
    struct session *own = arena_array(plan->arena, day->session_count, sizeof *own);
    for (size_t i = 0; i < day->session_count; i++) {
        own[i] = day->sessions[i];
        own[i].reasons = arena_alloc(plan->arena, sizeof *own[i].reasons);
        own[i].reasons[0] = (struct reason){breach->rule, breach->text};
        own[i].reason_count = 1;
    }
    day->sessions = own;
}

static void take(struct search *search, struct repairs *repairs)
{
    struct week *week = &search->plan->weeks[search->week];
    const struct finding *breach = &search->now->finding;
    struct repair repair = {week->number, NO_DATE, NO_DATE, breach->rule, breach->text};
    for (size_t i = 0; i < DAYS_PER_WEEK; i++) {
        struct day *day = &search->best_week.days[i];
        if (is_same_day(day, &week->days[i]))
            continue;
        give_reason(search->plan, day, breach);
        repair.last = day->date;
        if (repair.first == NO_DATE)
            repair.first = day->date;
    }
    *week = search->best_week;
    repairs->items[repairs->count++] = repair;
}

bool repair_plan(struct ruleset *rules, struct plan *plan, struct repairs *repairs,
                 struct error *error)
{
    size_t most = MOST_REPAIRS_A_WEEK * plan->week_count;
    *repairs = (struct repairs){.items = arena_array(plan->arena, most, sizeof *repairs->items)};
    struct standing now;
    if (!judge(rules, plan, &now, error))
        return false;
    while (now.count > 0) {
        struct search search = {rules, plan, plan_week_index(plan, now.first), &now, now,
                                {0},   error};
        if (!find_remedy(&search))
            return false;
        if (!is_better(&search.best, &now) || repairs->count == most) {
            repairs->left = now.finding;
            return true;
        }
        take(&search, repairs);
        now = search.best;
    }
    return true;
}
