/* Running cases: the plan, the rule's findings or answer, and what was expected. */
#include "rules/cases.h"

#include <string.h>

#include "rules/check.h"
#include "script/case_file.h"
#include "words/message.h"

/* One case being run. */
struct running {
    struct ruleset *rules;
    size_t rule;
    const struct rule_case *rule_case;
    const struct case_results *results;
    const struct plan *plan;
    struct text found; /* what came out, in words */
    struct error *error;
};

/* Cases tell what people read. */
static struct words words_of(const struct running *run)
{
    return (struct words){run->plan->arena, run->plan->units, NULL};
}

static const char *status_name(enum finding_status status)
{
    return status == FINDING_BROKEN     ? "broken"
           : status == FINDING_GAVE_WAY ? "gave_way"
           : status == FINDING_PAST     ? "past"
           : status == FINDING_OFF      ? "off"
                                        : "not_judged";
}

/* ---- messages ---- */

static void tell(const struct case_results *results, const char *message)
{
    if (message)
        results->listener(results->listener_data, message);
}

static void tell_answer(void *data, const struct rule_call *call)
{
    for (int kind = 0; call->limits && kind < LIMIT_KIND_COUNT; kind++)
        if (call->limits->of[kind].max != INT_MAX)
            tell(data, call->limits->of[kind].because);
    for (size_t i = 0; i < call->note_count; i++)
        tell(data, call->notes[i]);
    tell(data, call->answer->because);
}

/* What a finding says itself; what the rule says of a limit comes after it. */
static const char *own_words(const struct finding *finding, struct arena *arena)
{
    const char *joint = finding->limit == UNKNOWN ? NULL : strstr(finding->text, ": ");
    return joint ? arena_strndup(arena, finding->text, (size_t)(joint - finding->text))
                 : finding->text;
}

/* ---- findings ---- */

/* `told` is the finding's text in words. */
static bool finding_fits(const struct case_finding *expected, const struct finding *finding,
                         const char *told)
{
    return (expected->week == 0 || expected->week == finding->week) &&
           (expected->date == NO_DATE || expected->date == finding->date) &&
           (!expected->status || strcmp(expected->status, status_name(finding->status)) == 0) &&
           (!expected->text || strstr(told, expected->text));
}

/* Each finding takes the first expectation that is left and fits. */
static bool all_match(const struct rule_case *rule_case, const struct findings *findings,
                      const struct words *words)
{
    if (findings->count != rule_case->finding_count)
        return false;
    bool *taken = arena_array(words->arena, rule_case->finding_count, sizeof *taken);
    for (size_t i = 0; i < findings->count; i++) {
        const char *told = message_phrase(words, findings->items[i].text);
        size_t e = 0;
        while (e < rule_case->finding_count &&
               (taken[e] || !finding_fits(&rule_case->findings[e], &findings->items[i], told)))
            e++;
        if (e == rule_case->finding_count)
            return false;
        taken[e] = true;
    }
    return true;
}

static void append_expected(const struct rule_case *rule_case, struct text *out)
{
    text_append(out, rule_case->finding_count ? "\n  instead of" : "\n  instead of nothing");
    for (size_t i = 0; i < rule_case->finding_count; i++) {
        const struct case_finding *expected = &rule_case->findings[i];
        char date[DATE_TEXT_SIZE];
        text_append(out, "\n    ");
        if (expected->week)
            text_printf(out, "week %d, ", expected->week);
        if (expected->date != NO_DATE)
            text_printf(out, "%s, ", date_format(expected->date, date));
        text_printf(out, "%s%s%s", expected->status ? expected->status : "found",
                    expected->text ? ": ..." : "", expected->text ? expected->text : "");
        text_append(out, expected->text ? "..." : "");
    }
}

static bool run_check(struct running *run, bool *passed)
{
    struct findings findings;
    struct arena *arena = run->plan->arena;
    const struct words words = words_of(run);
    if (!check_rule(run->rules, run->rule, run->plan, arena, &findings, run->error))
        return false;
    *passed = all_match(run->rule_case, &findings, &words);
    for (size_t i = 0; i < findings.count; i++) {
        const struct finding *finding = &findings.items[i];
        char date[DATE_TEXT_SIZE];
        if (run->results->listener)
            tell(run->results, own_words(finding, arena));
        text_printf(&run->found, "\n    week %d, %s, %s: %s", finding->week,
                    date_format(finding->date, date), status_name(finding->status),
                    message_phrase(&words, finding->text));
    }
    return true;
}

/* ---- answers ---- */

static bool run_limits(struct running *run, bool *passed)
{
    const struct words words = words_of(run);
    struct limits limits;
    struct answer answer;
    size_t week = (size_t)run->rule_case->ask.week - 1, day = (size_t)run->rule_case->ask.day - 1;
    bool done;
    if (run->rule_case->ask.hook == HOOK_LIMIT_WEEK)
        done = rule_limit_week(run->rules, run->rule, week, &limits, &answer, run->error);
    else if (run->rule_case->ask.hook == HOOK_LIMIT_DAY)
        done = rule_limit_day(run->rules, run->rule, week, day, &limits, &answer, run->error);
    else
        done = rule_limit_session(run->rules, run->rule, week, day, run->rule_case->ask.kind,
                                  &limits, &answer, run->error);
    if (!done)
        return false;
    *passed = answer.kind != ANSWER_NOT_JUDGED;
    if (answer.kind == ANSWER_NOT_JUDGED)
        text_printf(&run->found, "\n    not judged: %s", answer.field);
    for (int kind = 0; kind < LIMIT_KIND_COUNT; kind++) {
        const struct limit *limit = &limits.of[kind];
        *passed = *passed && limit->max == run->rule_case->limits.of[kind].max;
        if (limit->max != INT_MAX)
            text_printf(&run->found, "\n    %s = %d: %s", limit_kind_name((enum limit_kind)kind),
                        limit->max, message_phrase(&words, limit->because));
    }
    return true;
}

static bool run_wishes(struct running *run, bool *passed)
{
    const struct words words = words_of(run);
    struct wishes wishes;
    struct answer answer;
    if (!rule_wish_week(run->rules, run->rule, (size_t)run->rule_case->ask.week - 1, &wishes,
                        &answer, run->error))
        return false;
    *passed = answer.kind != ANSWER_NOT_JUDGED;
    if (answer.kind == ANSWER_NOT_JUDGED)
        text_printf(&run->found, "\n    not judged: %s", answer.field);
    for (int kind = 0; kind < WISH_KIND_COUNT; kind++) {
        const struct wish *wish = &wishes.of[kind];
        *passed = *passed && wish->value == run->rule_case->wishes.of[kind].value;
        if (wish->value == UNKNOWN)
            continue;
        text_printf(&run->found, "\n    %s: ", wish_kind_name((enum wish_kind)kind));
        if (kind == WISH_SESSION)
            text_append(&run->found, session_kind_name((enum session_kind)wish->value));
        else
            text_printf(&run->found, "%d", wish->value);
        text_printf(&run->found, ": %s", message_phrase(&words, wish->because));
    }
    return true;
}

static bool run_prefer(struct running *run, bool *passed)
{
    const struct words words = words_of(run);
    struct answer answer;
    if (!rule_prefer(run->rules, run->rule, (size_t)run->rule_case->ask.week - 1,
                     (size_t)run->rule_case->ask.day - 1, &answer, run->error))
        return false;
    *passed = answer.kind != ANSWER_NOT_JUDGED && answer.score == run->rule_case->score;
    if (answer.kind == ANSWER_NOT_JUDGED)
        text_printf(&run->found, "\n    not judged: %s", answer.field);
    else
        text_printf(&run->found, "\n    %d: %s", answer.score,
                    answer.because ? message_phrase(&words, answer.because) : "no reason given");
    return true;
}

static bool run_advise(struct running *run, bool *passed)
{
    const struct words words = words_of(run);
    const char *notes[MAX_ADVICE];
    size_t count = 0;
    if (!rule_advise(run->rules, run->rule, (size_t)run->rule_case->ask.week - 1,
                     (size_t)run->rule_case->ask.day - 1, run->plan->arena, notes, &count,
                     run->error))
        return false;
    *passed = count == run->rule_case->note_count;
    for (size_t i = 0; i < count; i++) {
        const char *note = message_phrase(&words, notes[i]);
        *passed = *passed && strstr(note, run->rule_case->notes[i]);
        text_printf(&run->found, "\n    %s", note);
    }
    return true;
}

static bool run_ask(struct running *run, bool *passed)
{
    const struct case_ask *ask = &run->rule_case->ask;
    if (ask->week < 1 || (size_t)ask->week > run->plan->week_count || ask->day < 1 ||
        ask->day > DAYS_PER_WEEK) {
        error_add(run->error, STATUS_BAD_INPUT, NULL, 0, 0,
                  "the case asks about week %d, day %d; the plan has %zu weeks of 7 days",
                  ask->week, ask->day, run->plan->week_count);
        return false;
    }
    switch (ask->hook) {
    case HOOK_PREFER:
        return run_prefer(run, passed);
    case HOOK_WISH_WEEK:
        return run_wishes(run, passed);
    case HOOK_ADVISE:
        return run_advise(run, passed);
    default:
        return run_limits(run, passed);
    }
}

/* ---- cases ---- */

/* Sets the rule as the case wants it, for the case's plan. */
static bool set_rule(struct running *run)
{
    const struct rule_case *rule_case = run->rule_case;
    ruleset_forget_settings(run->rules, run->rule);
    for (size_t i = 0; i < rule_case->setting_count; i++)
        if (!ruleset_set(run->rules, &rule_case->settings[i], NULL, run->error))
            return false;
    return ruleset_bind(run->rules, run->plan, run->error);
}

/* What went wrong in a case is that case's message; the others are run as well. */
static void append_errors(struct text *text, const struct error *error)
{
    for (size_t i = 0; i < error->count; i++) {
        const struct error_message *message = &error->messages[i];
        text_append(text, "\n    ");
        if (message->file)
            text_printf(text, "%s:%d: ", message->file, message->line);
        text_append(text, message->text);
    }
}

static void run_case(struct ruleset *rules, size_t rule, const char *path,
                     const struct rule_case *rule_case, case_plan_reader *read_plan,
                     struct case_results *results, struct text *messages)
{
    struct error error;
    error_init(&error);
    struct plan *plan =
        read_plan(rule_case->name, rule_case->plan.data, rule_case->plan.length, &error);
    struct running run = {.rules = rules,
                          .rule = rule,
                          .rule_case = rule_case,
                          .results = results,
                          .plan = plan,
                          .error = &error};
    bool passed = false;
    bool done = plan && set_rule(&run) &&
                (rule_case->ask.is_given ? run_ask(&run, &passed) : run_check(&run, &passed));
    if (done && passed) {
        results->passed++;
    } else {
        results->failed++;
        text_printf(messages, "%s:%d: %s: ", path, rule_case->line, rule_case->name);
        text_append(messages, !done              ? "it cannot be judged:"
                              : run.found.length ? "it came out as"
                                                 : "nothing came out");
        text_append(messages, text_string(&run.found));
        if (done && !rule_case->ask.is_given)
            append_expected(rule_case, messages);
        append_errors(messages, &error);
        text_append(messages, "\n");
    }
    text_release(&run.found);
    error_release(&error);
    plan_free(plan);
}

static bool run_cases(const char *path, struct case_file *file, struct ruleset *rules,
                      case_plan_reader *read_plan, struct case_results *results,
                      struct text *messages, struct error *error)
{
    size_t rule = ruleset_find(rules, case_file_rule(file));
    if (rule == ruleset_count(rules)) {
        error_add(error, STATUS_BAD_INPUT, path, 0, 0,
                  "there is no rule '%s'; add a custom one with --rules", case_file_rule(file));
        return false;
    }
    if (results->listener)
        ruleset_trace(rules, rule, tell_answer, results);
    for (size_t i = 0; i < case_file_count(file); i++) {
        struct rule_case rule_case = {0};
        bool done = case_file_read(file, i, &rule_case, error);
        if (done)
            run_case(rules, rule, path, &rule_case, read_plan, results, messages);
        text_release(&rule_case.plan);
        if (!done)
            return false;
    }
    ruleset_forget_settings(rules, rule);
    ruleset_trace(rules, rule, NULL, NULL);
    return true;
}

bool cases_run(const char *path, struct ruleset *rules, case_plan_reader *read_plan,
               struct case_results *results, struct text *messages, struct error *error)
{
    struct case_file *file = case_file_open(path, ruleset_library(rules), error);
    bool done = file && run_cases(path, file, rules, read_plan, results, messages, error);
    case_file_close(file);
    return done;
}
