/*
 * Random runners: whatever the profile, a plan keeps every must rule, or is refused with a reason
 * and a remedy; at most 3 % are refused. The last line is "N passed, N failed", one a runner.
 *
 *   random_runners [--count N] [--seed N] [--jobs N] [--once] [--no-beginners] [--assert]
 *   random_runners --show N      prints the profile of runner N
 *   random_runners --plan N      prints their plan in JSON; fails if there is none
 *   random_runners --golden FILE [--update]
 *
 *
 * The work is done by processes, so that a crash or a hang costs one runner and names it. --once
 * leaves out the second planning, --assert counts the survey's shares, too: it takes 2000 runners
 * to judge them all.
 * --golden holds the plans against digests of what they were, which --update writes.
 */
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "runner.h"
#include "survey.h"
#include "trial.h"

#define DEFAULT_SEED 20270419
#define MOST_JOBS    64
#define PATH_SIZE    64
#define MOST_SECONDS 120 /* for one runner; whoever takes longer is taken to hang */

struct settings {
    struct trial_options trial;
    size_t count, jobs;
    bool assert_targets;
    bool show, plan; /* only the profile, or the plan, of runner `shown` */
    size_t shown;
    const char *golden; /* the file of digests, or NULL */
    bool updates;
};

/* What the processes share. */
struct desk {
    atomic_size_t next; /* runner that nobody has begun */
    struct outcome outcomes[];
};

static struct desk *desk_new(size_t count)
{
    size_t size = sizeof(struct desk) + count * sizeof(struct outcome);
    FILE *file = tmpfile();
    if (!file || ftruncate(fileno(file), (off_t)size) != 0)
        return NULL;
    void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, fileno(file), 0);
    fclose(file);
    return memory == MAP_FAILED ? NULL : memory;
}

/* A file that only this process writes. */
static void choose_path(char path[PATH_SIZE])
{
    snprintf(path, PATH_SIZE, "/tmp/random_runners.%ld.yaml", (long)getpid());
}

static void work(const struct settings *settings, struct desk *desk, int worker)
{
    char path[PATH_SIZE];
    choose_path(path);
    for (;;) {
        size_t number = atomic_fetch_add(&desk->next, 1);
        if (number >= settings->count)
            break;
        struct outcome *outcome = &desk->outcomes[number];
        outcome->worker = worker;
        outcome->state = OUTCOME_STARTED;
        alarm(MOST_SECONDS); /* ends the process */
        trial_run(&settings->trial, number, path, outcome);
        alarm(0);
    }
    unlink(path);
}

static pid_t start_worker(const struct settings *settings, struct desk *desk, int worker)
{
    fflush(stdout);
    pid_t pid = fork();
    if (pid != 0)
        return pid;
    work(settings, desk, worker);
    exit(EXIT_SUCCESS); /* leaks are looked for on the way */
}

/* Marks the runner that killed a worker; false where it died of something else. */
static bool blame(struct desk *desk, size_t count, int worker, int status)
{
    for (size_t i = 0; i < count; i++) {
        struct outcome *outcome = &desk->outcomes[i];
        if (outcome->state != OUTCOME_STARTED || outcome->worker != worker)
            continue;
        outcome->state = OUTCOME_FAILED;
        snprintf(outcome->message, sizeof outcome->message, "the process died of %s %d",
                 WIFSIGNALED(status) ? "signal" : "status",
                 WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status));
        return true;
    }
    return false;
}

/* Lets the workers finish; returns how many ended badly after their last runner. */
static int run_all(const struct settings *settings, struct desk *desk)
{
    pid_t workers[MOST_JOBS];
    int failed = 0, status;
    for (size_t i = 0; i < settings->jobs; i++)
        workers[i] = start_worker(settings, desk, (int)i);
    for (size_t running = settings->jobs; running > 0; running--) {
        pid_t pid = wait(&status);
        size_t worker = 0;
        while (worker < settings->jobs && workers[worker] != pid)
            worker++;
        if (pid < 0 || worker == settings->jobs)
            return failed + 1;
        if (WIFEXITED(status) && WEXITSTATUS(status) == EXIT_SUCCESS)
            continue;
        if (!blame(desk, settings->count, (int)worker, status)) {
            failed++;
            continue;
        }
        workers[worker] = start_worker(settings, desk, (int)worker);
        running++;
    }
    return failed;
}

static bool write_digests(const char *path, const struct desk *desk, size_t count)
{
    FILE *file = fopen(path, "w");
    for (size_t i = 0; file && i < count; i++)
        fprintf(file, "%zu %08x\n", i, (unsigned)desk->outcomes[i].digest);
    return file && fclose(file) == 0;
}

/* Tells the runners of the file whose plans are other ones; returns their number, -1: no file. */
static int compare_digests(const char *path, const struct desk *desk, size_t count)
{
    FILE *file = fopen(path, "r");
    if (!file)
        return -1;
    size_t number, told = 0;
    unsigned digest;
    int changed = 0;
    for (; fscanf(file, "%zu %x", &number, &digest) == 2; told++)
        if (number < count && desk->outcomes[number].digest != digest) {
            printf("%s %zu", changed++ ? "," : "FAILED another plan than before: runner", number);
        }
    fclose(file);
    if (changed)
        printf("\n    look at some (--show N), then `make golden`\n");
    return told > 0 ? changed : -1;
}

/* How many of the golden digests are wrong. */
static int judge_digests(const struct settings *settings, const struct desk *desk)
{
    int changed = 0;
    if (!settings->golden)
        return 0;
    if (settings->updates)
        changed = write_digests(settings->golden, desk, settings->count) ? 0 : -1;
    else
        changed = compare_digests(settings->golden, desk, settings->count);
    if (changed >= 0)
        return changed;
    perror(settings->golden);
    return 1;
}

static int run(const struct settings *settings)
{
    struct desk *desk = desk_new(settings->count);
    if (!desk) {
        perror("random_runners");
        return EXIT_FAILURE;
    }
    int failed = run_all(settings, desk), passed = 0;
    struct survey_result result = survey_print(desk->outcomes, settings->count);
    for (size_t i = 0; i < settings->count; i++) {
        enum outcome_state state = desk->outcomes[i].state;
        bool is_good = state == OUTCOME_PLANNED || state == OUTCOME_REFUSED;
        passed += is_good;
        failed += !is_good;
    }
    failed += result.too_many_refused;
    if (settings->assert_targets) { /* a share that can't be judged here is none that holds */
        passed += result.reached;
        failed += result.missed + result.unjudged;
    }
    int changed = judge_digests(settings, desk);
    passed -= changed;
    failed += changed;
    printf("%d passed, %d failed\n", passed, failed);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}

/* Reads the number behind an option; the program ends where there is none. */
static size_t number_after(int argc, char **argv, int *i)
{
    char *end = NULL;
    unsigned long number = *i + 1 < argc ? strtoul(argv[*i + 1], &end, 10) : 0;
    if (!end || *end || end == argv[*i + 1]) {
        fprintf(stderr, "random_runners: %s takes a number\n", argv[*i]);
        exit(EXIT_FAILURE);
    }
    ++*i;
    return number;
}

static struct settings read_settings(int argc, char **argv)
{
    struct settings settings = {
        .trial = {.seed = DEFAULT_SEED, .with_beginners = true}, .count = 200, .jobs = 2};
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--count") == 0) {
            settings.count = number_after(argc, argv, &i);
        } else if (strcmp(argv[i], "--seed") == 0) {
            settings.trial.seed = number_after(argc, argv, &i);
        } else if (strcmp(argv[i], "--jobs") == 0) {
            settings.jobs = number_after(argc, argv, &i);
        } else if (strcmp(argv[i], "--show") == 0) {
            settings.show = true;
            settings.shown = number_after(argc, argv, &i);
        } else if (strcmp(argv[i], "--once") == 0) {
            settings.trial.once = true;
        } else if (strcmp(argv[i], "--plan") == 0) {
            settings.plan = true;
            settings.shown = number_after(argc, argv, &i);
        } else if (strcmp(argv[i], "--no-beginners") == 0) {
            settings.trial.with_beginners = false;
        } else if (strcmp(argv[i], "--golden") == 0 && i + 1 < argc) {
            settings.golden = argv[++i];
        } else if (strcmp(argv[i], "--update") == 0) {
            settings.updates = true;
        } else if (strcmp(argv[i], "--assert") == 0) {
            settings.assert_targets = true;
        } else {
            fprintf(stderr, "random_runners: there is no option %s\n", argv[i]);
            exit(EXIT_FAILURE);
        }
    }
    if (settings.count < 1)
        settings.count = 1;
    if (settings.jobs < 1 || settings.jobs > MOST_JOBS)
        settings.jobs = 1;
    return settings;
}

/* Prints what is to be shown of a runner. */
static int show(const struct settings *settings)
{
    const struct trial_options *trial = &settings->trial;
    struct text shown = TEXT_INIT;
    bool is_there = true;
    if (settings->plan) {
        char path[PATH_SIZE];
        choose_path(path);
        is_there = trial_plan(trial, settings->shown, path, &shown);
        unlink(path);
    } else {
        runner_write(&shown, trial->seed, settings->shown, trial->with_beginners);
    }
    if (is_there)
        fputs(shown.data, stdout);
    text_release(&shown);
    return is_there ? EXIT_SUCCESS : EXIT_FAILURE;
}

int main(int argc, char **argv)
{
    struct settings settings = read_settings(argc, argv);
    return settings.show || settings.plan ? show(&settings) : run(&settings);
}
