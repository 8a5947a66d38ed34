/*
 * Scripts that want out: each tests/hostile/NAME.lua ends in time, within its memory, and with what
 * NAME.expected says (its line and message, or the first finding, or "nothing"). Most of them have
 * a tenth of what scripts may use, so that those without an end are short.
 */
#include "rules_fixture.h"

#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "base/sanitizer.h"
#include "words/message.h"

#define FOLDER        "tests/hostile"
#define LEAST_SCRIPTS 150
#define MAX_SECONDS   4
#define MAX_KILOBYTES (64 * 1024)
#define HANGS_SECONDS 20 /* of the processor, as all of these */

/* Sanitizers keep freed memory: only their absence makes its amount mean something. */
#define MEMORY_IS_MEASURED (!HAS_ADDRESS_SANITIZER)

/* The first error or finding of a script, without its traceback. */
static void judge(const char *path, struct script_limits limits, struct text *outcome)
{
    struct plan *plan = fixture_plan(2);
    for (size_t day = 0; day < 14; day += 2)
        fixture_run(plan, day, 800);
    struct error error;
    error_init(&error);
    struct ruleset *rules = ruleset_new();
    ruleset_limit_scripts(rules, limits);
    struct findings findings = {0};
    if (ruleset_add_file(rules, path, RULE_CUSTOM, &error) && ruleset_bind(rules, plan, &error) &&
        check_plan(rules, plan, plan->arena, &findings, &error)) {
        struct answer answer;
        struct wishes wishes;
        rule_wish_week(rules, 0, 0, &wishes, &answer, &error);
        for (size_t day = 0; day < 7 && !error_is_set(&error); day++)
            rule_prefer(rules, 0, 0, day, &answer, &error);
    }
    if (error.count > 0)
        text_printf(outcome, "%d: %.*s\n", error.messages[0].line,
                    (int)strcspn(error.messages[0].text, "\n"), error.messages[0].text);
    else if (findings.count > 0)
        text_printf(outcome, "%s\n",
                    message_phrase(&(struct words){plan->arena, plan->units, NULL},
                                   findings.items[0].text));
    else
        text_append(outcome, "nothing\n");
    ruleset_free(rules);
    error_release(&error);
    plan_free(plan);
}

/* Judges in a process of its own, and measures that; false where it had to be ended. */
static bool judge_apart(const char *path, struct script_limits limits, struct text *outcome,
                        struct rusage *usage)
{
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        struct text text = TEXT_INIT;
        setrlimit(RLIMIT_CPU, &(struct rlimit){HANGS_SECONDS, HANGS_SECONDS});
        judge(path, limits, &text);
        getrusage(RUSAGE_SELF, usage);
        bool written = write(ends[1], usage, sizeof *usage) == (ssize_t)sizeof *usage &&
                       write(ends[1], text.data, text.length) == (ssize_t)text.length;
        _exit(written ? 0 : 1);
    }
    close(ends[1]);
    char buffer[4096];
    bool ended = read(ends[0], usage, sizeof *usage) == (ssize_t)sizeof *usage;
    for (ssize_t got; (got = read(ends[0], buffer, sizeof buffer)) > 0;)
        text_append_bytes(outcome, buffer, (size_t)got);
    close(ends[0]);
    assert_int_equal(waitpid(child, NULL, 0), child);
    return ended;
}

/* One without an end, and those whose own numbers are made for what scripts may use. */
static const char *const with_all[] = {"pcall-loop.lua", "backtracking.lua",
                                       "memory-over-calls.lua", "varargs.lua"};

static struct script_limits limits_of(const char *name)
{
    struct script_limits limits = SCRIPT_LIMITS;
    for (size_t i = 0; i < sizeof with_all / sizeof *with_all; i++)
        if (strcmp(name, with_all[i]) == 0)
            return limits;
    limits.bytes /= 10;
    limits.fuel_per_call /= 10;
    return limits;
}

/* The most that any script took, and which. */
struct record {
    char name[64];
    double value;
};

static void record(struct record *most, const char *name, double value)
{
    if (value > most->value) {
        snprintf(most->name, sizeof most->name, "%s", name);
        most->value = value;
    }
}

static bool holds(const char *name, struct record *slowest, struct record *largest)
{
    char path[256];
    struct text outcome = TEXT_INIT, expected = TEXT_INIT;
    struct error error;
    struct rusage usage = {0};
    error_init(&error);
    snprintf(path, sizeof path, FOLDER "/%s", name);
    bool ended = judge_apart(path, limits_of(name), &outcome, &usage);
    snprintf(path, sizeof path, FOLDER "/%.*s.expected", (int)(strlen(name) - strlen(".lua")),
             name);
    bool is_there =
        file_read((struct file_role){"the file", false}, path, 65536, &expected, &error);
    double seconds = (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
                     (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
    bool same = ended && is_there && strcmp(text_string(&outcome), text_string(&expected)) == 0;
    bool in_time = seconds < MAX_SECONDS;
    bool in_memory = !MEMORY_IS_MEASURED || usage.ru_maxrss < MAX_KILOBYTES;
    record(slowest, name, seconds);
    record(largest, name, (double)usage.ru_maxrss);
    if (!same)
        print_error("%s\n  expected: %s  came out: %s", name, text_string(&expected),
                    text_string(&outcome));
    if (!in_time || !in_memory)
        print_error("%s: %.1f s, %ld kB\n", name, seconds, usage.ru_maxrss);
    text_release(&outcome);
    text_release(&expected);
    error_release(&error);
    return same && in_time && in_memory;
}

static void every_hostile_script_ends_as_expected(void **state)
{
    (void)state;
    struct error error;
    error_init(&error);
    size_t count, kept = 0;
    struct record slowest = {"", 0}, largest = {"", 0};
    char **names = file_list(FOLDER, ".lua", &count, &error);
    assert_non_null(names);
    FOR_COUNT(size_t, i, count)
        kept += holds(names[i], &slowest, &largest);
    free(names);
    error_release(&error);
    print_message("%zu scripts; slowest: %s, %.2f s; largest: %s, %.0f kB\n", count, slowest.name,
                  slowest.value, largest.name, largest.value);
    assert_true(count >= LEAST_SCRIPTS);
    assert_int_equal(kept, count);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_hostile_script_ends_as_expected),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
