/*
 * Levels: in random weeks under random rules no want stands lower than it could, given those above
 * it. Each week that had to give anything is held against all combinations of levels, in the order
 * of the wants. The last line is "N passed, N failed", one a week.
 *
 *   levels [--count N] [--seed N]
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/setup.h"
#include "base/memory.h"
#include "files/profile_file.h"
#include "planner/fill.h"
#include "planner/outline.h"
#include "planner/weeks.h"
#include "random_rules.h"
#include "runner.h"

#define DEFAULT_SEED      20270419
#define MOST_COMBINATIONS 2000
#define MOST_RULES        2 /* besides the built-in ones */
#define ONE_WEEK_IN       3 /* is looked at */
#define MOST_SHOWN        10

struct totals {
    size_t wanted, weeks, gave, skipped, differ, unfilled;
    int *tries; /* of weeks that gave */
};

/* A runner with their rules, until the plan is made. */
struct subject {
    struct profile *profile;
    struct session_library *library;
    struct training_template *shape;
    struct ruleset *rules;
    struct text scripts[MOST_RULES];
    size_t number;
};

static void subject_release(struct subject *subject)
{
    ruleset_free(subject->rules);
    training_template_free(subject->shape);
    session_library_free(subject->library);
    profile_free(subject->profile);
    for (int i = 0; i < MOST_RULES; i++)
        text_release(&subject->scripts[i]);
}

static bool write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    if (!file)
        return false;
    bool done = fputs(text, file) >= 0;
    return fclose(file) == 0 && done;
}

static bool subject_read(struct subject *subject, uint64_t seed, uint64_t *state,
                         struct error *error)
{
    static const struct arguments no_arguments;
    char path[64];
    struct text profile = TEXT_INIT;
    script_budget_renew(SCRIPT_SECONDS);
    snprintf(path, sizeof path, "/tmp/levels.%ld.yaml", (long)getpid());
    runner_write(&profile, seed, subject->number, false);
    bool done = write_file(path, profile.data);
    text_release(&profile);
    subject->profile = done ? profile_read(path, error) : NULL;
    unlink(path);
    if (!subject->profile ||
        !setup_templates(subject->profile, &subject->library, &subject->shape, error) ||
        !(subject->rules = setup_built_in_rules(error)) ||
        !setup_profile_rules(subject->rules, subject->profile, subject->shape, &no_arguments, 0,
                             error))
        return false;
    int rules = random_between(state, 0, 4) ? random_between(state, 1, MOST_RULES) : 0;
    for (int i = 0; i < rules; i++) {
        random_rule_write(&subject->scripts[i], state, i + 1);
        if (!ruleset_add_text(subject->rules, "random", subject->scripts[i].data, error))
            return false;
    }
    return true;
}

/* --- all combinations ------------------------------------------------------------------------ */

/* Wants of sessions that are no runs have no levels. */
static int lowest_of(const struct filling *filling, size_t want)
{
    const struct week_want *of = &filling->wants.of[want];
    return of->size == RECIPE_SIZE_EXTRA ? 0 : of->lowest;
}

static long combinations(const struct filling *filling)
{
    long product = 1;
    for (size_t w = 0; w < filling->wants.count && product <= MOST_COMBINATIONS; w++)
        product *= lowest_of(filling, w) + 1;
    return product;
}

/* The next combination in the order of the wants; false after the last. */
static bool next_levels(const struct filling *filling, struct levels *levels)
{
    for (size_t w = filling->wants.count; w-- > 0;) {
        if (levels->of[w] < lowest_of(filling, w)) {
            levels->of[w]++;
            return true;
        }
        levels->of[w] = 0;
    }
    return false;
}

static bool is_same(const struct filling *filling, const struct levels *a, const struct levels *b)
{
    for (size_t w = 0; w < filling->wants.count; w++)
        if (lowest_of(filling, w) > 0 && a->of[w] != b->of[w])
            return false;
    return true;
}

/* The best of all combinations: the first that fits, at the cuts and the flatness of the filling.
 */
static bool enumerate(struct planner *planner, size_t week, const struct filling *filling,
                      struct levels *best, struct error *error)
{
    struct filling tried = *filling;
    *best = filling->levels;
    memset(best->of, 0, sizeof best->of);
    do {
        bool fits = false;
        if (is_same(filling, best, &filling->levels))
            return true; /* it was found to fit; those after it are worse */
        if (!fill_try(planner, week, &tried, best, &fits, error))
            return false;
        if (fits)
            return true;
    } while (next_levels(filling, best));
    return true;
}

/* --- weeks ----------------------------------------------------------------------------------- */

static void print_levels(const char *what, const struct filling *filling,
                         const struct levels *levels)
{
    printf("    %s:", what);
    for (size_t w = 0; w < filling->wants.count; w++)
        printf(" %d/%d", levels->of[w], filling->wants.of[w].lowest);
    printf("\n");
}

static void show(const struct subject *subject, size_t week, const struct filling *filling,
                 const struct levels *best)
{
    printf("DIFFERS runner %zu, week %zu, %d runs and %d %% fewer%s\n", subject->number, week + 1,
           filling->levels.cuts.runs, filling->levels.cuts.percent,
           filling->levels.is_flat ? ", flat" : "");
    printf("    wants:");
    for (size_t w = 0; w < filling->wants.count; w++)
        printf(" %s", filling->wants.of[w].options[0]->id);
    printf("\n");
    print_levels("found", filling, &filling->levels);
    print_levels("best", filling, best);
    for (int i = 0; i < MOST_RULES; i++)
        if (subject->scripts[i].length > 0)
            printf("    %s\n", strchr(strstr(subject->scripts[i].data, "return { api"), '\n') + 1);
}

static bool is_at_best(const struct filling *filling)
{
    const struct levels best = {0};
    return is_same(filling, &filling->levels, &best) && filling->levels.cuts.runs == 0 &&
           filling->levels.cuts.percent == 0 && !filling->levels.is_flat;
}

static bool judge_week(const struct subject *subject, struct planner *planner, size_t week,
                       struct totals *totals, struct error *error)
{
    struct filling filling;
    struct week *here = &planner->plan->weeks[week];
    const struct week kept = *here;
    memset(planner->suspended, 0, ruleset_count(planner->rules) * sizeof *planner->suspended);
    if (!fill_week(planner, week, &filling, error))
        return false;
    if (filling.placement.found && combinations(&filling) <= MOST_COMBINATIONS) {
        struct levels best = filling.levels;
        totals->weeks++;
        if (!is_at_best(&filling)) {
            totals->tries[totals->gave++] = filling.tries;
            if (!enumerate(planner, week, &filling, &best, error))
                return false;
        }
        if (!is_same(&filling, &best, &filling.levels) && totals->differ++ < MOST_SHOWN)
            show(subject, week, &filling, &best);
    } else if (filling.placement.found) {
        totals->skipped++;
    } else {
        totals->unfilled++;
    }
    *here = kept;
    return true;
}

/* Plans the runner's weeks, and looks at some of them; a plan that is refused ends early. */
static bool judge_runner(const struct subject *subject, uint64_t *state, struct totals *totals,
                         struct error *error)
{
    struct planner_input input = {
        .profile = subject->profile,
        .start = subject->profile->start,
        .training_template = subject->shape,
        .rules = subject->rules,
    };
    struct planner planner = weeks_begin(&input);
    bool done = outline_make(&planner, error);
    for (size_t week = 0; done && week < planner.plan->week_count; week++) {
        if (totals->weeks == totals->wanted)
            break;
        if (random_between(state, 1, ONE_WEEK_IN) == 1)
            done = judge_week(subject, &planner, week, totals, error);
        done = done && weeks_plan(&planner, week, error);
    }
    plan_free(planner.plan);
    return done || error->status == STATUS_NO_PLAN;
}

static int by_size(const void *a, const void *b)
{
    return *(const int *)a - *(const int *)b;
}

static int report(struct totals *totals)
{
    qsort(totals->tries, totals->gave, sizeof *totals->tries, by_size);
    printf("%zu weeks: %zu had to give something, in %d placements (median; 99 %%: %d)\n",
           totals->weeks, totals->gave, totals->gave ? totals->tries[totals->gave / 2] : 0,
           totals->gave ? totals->tries[totals->gave * 99 / 100] : 0);
    printf("left out: %zu weeks with too many combinations, %zu that no levels fill\n",
           totals->skipped, totals->unfilled);
    printf("%zu passed, %zu failed\n", totals->weeks - totals->differ, totals->differ);
    return totals->differ == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

int main(int argc, char **argv)
{
    struct totals totals = {.wanted = 150};
    uint64_t seed = DEFAULT_SEED;
    for (int i = 1; i + 1 < argc; i += 2) {
        if (strcmp(argv[i], "--count") == 0)
            totals.wanted = strtoul(argv[i + 1], NULL, 10);
        else if (strcmp(argv[i], "--seed") == 0)
            seed = strtoul(argv[i + 1], NULL, 10);
    }
    totals.tries = memory_new((totals.wanted + 1) * sizeof *totals.tries);
    uint64_t state = (seed + 1) * UINT64_C(0x9E3779B97F4A7C15);
    for (size_t number = 0; totals.weeks < totals.wanted; number++) {
        struct subject subject = {.number = number};
        struct error error;
        error_init(&error);
        bool done = subject_read(&subject, seed, &state, &error) &&
                    judge_runner(&subject, &state, &totals, &error);
        if (!done)
            printf("runner %zu: %s\n0 passed, 1 failed\n", number,
                   error.count ? error.messages[error.count - 1].text : "");
        error_release(&error);
        subject_release(&subject);
        if (!done)
            return EXIT_FAILURE;
    }
    int status = report(&totals);
    free(totals.tries);
    return status;
}
