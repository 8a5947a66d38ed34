/* hillplan explain: why a day, a week or the whole plan is what it is. */
#include <string.h>

#include "app/commands.h"
#include "app/explain_text.h"
#include "app/option_rows.h"
#include "app/output.h"
#include "app/plan_input.h"
#include "app/setup.h"

enum { OPTION_RULES, OPTION_SCRIPT_SECONDS };

static const struct option options[] = {
    [OPTION_RULES] = RULES_OPTION, [OPTION_SCRIPT_SECONDS] = SCRIPT_SECONDS_OPTION};

enum subject { SUBJECT_PLAN, SUBJECT_WEEK, SUBJECT_DAY };

/* What the runner asks about; week and day are indexes. */
struct question {
    enum subject subject;
    size_t week, day;
};

static bool find_day(const struct plan *plan, int date, struct question *question,
                     struct error *error)
{
    char first[DATE_TEXT_SIZE], last[DATE_TEXT_SIZE], given[DATE_TEXT_SIZE];
    question->subject = SUBJECT_DAY;
    question->week = plan_week_index(plan, date);
    if (question->week < plan->week_count) {
        question->day = (size_t)(date - plan->weeks[question->week].start);
        return true;
    }
    int start = plan->weeks[0].start;
    int end = plan->weeks[plan->week_count - 1].start + DAYS_PER_WEEK - 1;
    error_add(error, STATUS_BAD_INPUT, NULL, 0, 0,
              "%s is not in the plan; choose a day from %s to %s", date_format(date, given),
              date_format(start, first), date_format(end, last));
    return false;
}

static bool find_week(const struct plan *plan, const char *number, struct question *question,
                      struct error *error)
{
    int wanted;
    question->subject = SUBJECT_WEEK;
    if (decimal_parse(number, 0, &wanted))
        for (size_t w = 0; w < plan->week_count; w++)
            if (plan->weeks[w].number == wanted) {
                question->week = w;
                return true;
            }
    error_add(error, STATUS_BAD_INPUT, NULL, 0, 0,
              "the plan has no week %s; choose a number from %d to %d", number,
              plan->weeks[0].number, plan->weeks[plan->week_count - 1].number);
    return false;
}

/* Reads what stands behind PLAN: nothing, a date, or "week N". */
static bool read_question(const struct arguments *arguments, const struct plan *plan,
                          struct question *question, struct error *error)
{
    const char *const *words = &arguments->positionals[1];
    size_t count = arguments->positional_count - 1;
    int date;
    *question = (struct question){SUBJECT_PLAN, 0, 0};
    if (count == 0)
        return true;
    if (count == 2 && strcmp(words[0], "week") == 0)
        return find_week(plan, words[1], question, error);
    if (count == 1 && date_parse(words[0], &date))
        return find_day(plan, date, question, error);
    char example[DATE_TEXT_SIZE];
    error_add(error, STATUS_BAD_INPUT, NULL, 0, 0,
              "'%s%s%s' is no day and no week; say a date, as in %s, or a week, as in week %d",
              words[0], count > 1 ? " " : "", count > 1 ? words[1] : "",
              date_format(plan->weeks[0].start, example), plan->weeks[0].number);
    return false;
}

static bool answer_question(struct ruleset *rules, struct plan *plan,
                            const struct question *question, struct text *out, struct error *error)
{
    struct explain_text text = {plan, rules, plan->arena, {plan->arena, plan->units, NULL}, out};
    struct day_explanation day;
    struct rule_limits limits;
    struct rule_use *uses;
    size_t count;
    switch (question->subject) {
    case SUBJECT_DAY:
        if (!explain_day(rules, plan, question->week, question->day, plan->arena, &day, error))
            return false;
        explain_text_day(&text, question->week, question->day, &day);
        return true;
    case SUBJECT_WEEK:
        if (!explain_week(rules, question->week, plan->arena, &limits, error))
            return false;
        explain_text_week(&text, question->week, &limits);
        return true;
    default:
        count = explain_uses(rules, plan, plan->arena, &uses);
        explain_text_plan(&text, uses, count);
        return true;
    }
}

static enum status run_explain(const struct arguments *arguments, struct error *error)
{
    struct plan *plan = plan_input_read_ours(arguments->positionals[0], error);
    struct question question;
    struct ruleset *rules = plan && read_question(arguments, plan, &question, error)
                                ? setup_plan_rules(plan, arguments, OPTION_RULES, error)
                                : NULL;
    struct text out = TEXT_INIT;
    if (rules && answer_question(rules, plan, &question, &out, error))
        output_text(&out, "-", error);
    text_release(&out);
    ruleset_free(rules);
    plan_free(plan);
    return error->status;
}

const struct command command_explain = {
    .name = "explain",
    .operands = "PLAN [DATE | week N]",
    .summary = "Tell why a day, a week or the whole plan is what it is.",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .needs = "the file of a plan",
    .most_positionals = 3,
    .run = run_explain,
};
