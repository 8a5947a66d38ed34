/* hillplan fix: the smallest changes after which a plan keeps its must rules. */
#include <string.h>

#include "app/commands.h"
#include "app/empty_days.h"
#include "app/export_options.h"
#include "app/plan_input.h"
#include "import/import.h"
#include "mending/mending.h"
#include "model/as_run.h"
#include "rules/check.h"
#include "rules/other_settings.h"
#include "words/message.h"

enum {
    OPTION_EXPORT,
    OPTION_RULES = OPTION_EXPORT + EXPORT_OPTION_COUNT,
    OPTION_SCRIPT_SECONDS,
    OPTION_RUNNER,
    OPTION_STRICT,
    OPTION_START
};

static const struct option options[] = {
    EXPORT_OPTIONS(OPTION_EXPORT, "write the plan as it is then; - is standard output",
                   "by default as OUT ends, or yaml:"),
    [OPTION_RULES] = RULES_OPTION,
    [OPTION_SCRIPT_SECONDS] = SCRIPT_SECONDS_OPTION,
    [OPTION_RUNNER] = RUNNER_OPTION,
    [OPTION_STRICT] = STRICT_OPTION,
    [OPTION_START] = START_OPTION,
};

/* ---- what has changed, for people ---- */

/*
 * "Hills 9 km +300 −280 m (hard), Strength circuit", or "rest". A title with numbers of its own is
 * told from those that follow: "“6 miles easy” 6 mi".
 */
static void append_day(const struct day *day, const struct words *words, struct text *out)
{
    for (size_t i = 0; i < day->session_count; i++) {
        const struct session *session = &day->sessions[i];
        bool has_numbers = strpbrk(session->title, "0123456789") != NULL;
        text_printf(out, has_numbers ? "%s“%s”" : "%s%s", i ? ", " : "", session->title);
        if (session->is_by_time)
            text_printf(out, " %s", words_duration(words, session->duration_s));
        else if (session->distance != UNKNOWN)
            text_printf(out, " %s", words_distance(words, session->distance));
        const char *hills = words_climb_and_descent(words, session->climb_m, session->descent_m);
        if (hills)
            text_printf(out, " %s", hills);
        if (session->effort == EFFORT_HARD)
            text_append(out, " (hard)");
    }
    if (day->session_count == 0)
        text_append(out, "rest");
}

static bool is_within(const struct mending_step *repair, int date)
{
    return repair->first <= date && date <= repair->last;
}

/* Which rules asked for the changes of a day; `out` has the week's days so far, and each reason
   stands there once: under the first day that was changed for it. */
static void append_reasons(const struct mending *repairs, int date, const struct plan *plan,
                           const struct words *words, struct text *out)
{
    for (size_t i = 0; i < repairs->count; i++) {
        const struct mending_step *repair = &repairs->items[i];
        bool told = !is_within(repair, date);
        for (size_t j = 0; j < i && !told; j++)
            told = is_within(&repairs->items[j], date) &&
                   strcmp(repairs->items[j].rule, repair->rule) == 0;
        const char *because = message_in_time(words->arena, repair->because, plan);
        const char *line = arena_printf(words->arena, "    %s: %s\n", repair->rule,
                                        message_phrase(words, because));
        if (!told && (!out->length || !strstr(text_string(out), line)))
            text_append(out, line);
    }
}

/* A day of each plan's, as a change; how many there are: 0 where they hold the same, else 1. */
static size_t append_change(const struct day *before, const struct day *after,
                            const struct plan *plan, const struct mending *repairs,
                            const struct words *words, struct text *out)
{
    bool is_dated = !plan->is_undated;
    char date[DATE_TEXT_SIZE];
    if (day_is_same(before, after))
        return 0;
    text_printf(out, "%s%s%s: ", weekday_name(date_weekday(after->date)), is_dated ? " " : "",
                is_dated ? date_format(after->date, date) : "");
    append_day(before, words, out);
    text_append(out, " -> ");
    append_day(after, words, out);
    text_append(out, "\n");
    append_reasons(repairs, after->date, plan, words, out);
    return 1;
}

/* What a week holds: in time where all its runs are told so. */
static const char *week_size(const struct plan *plan, const struct week *week,
                             const struct words *words)
{
    int seconds = scale_round(plan_week_distance(week), plan->time_pace_s, HUNDREDTHS);
    return plan->time_pace_s ? words_duration(words, round_down_to(seconds, SECONDS_PER_MINUTE))
                             : words_week_distance(words, week);
}

static void append_changes(const struct week *before, const struct plan *plan,
                           const struct mending *repairs, struct text *out)
{
    const struct words words = {plan->arena, plan->units, NULL};
    size_t changed = 0;
    for (size_t week = 0; week < plan->week_count; week++) {
        struct text days = TEXT_INIT;
        size_t here = 0;
        for (size_t day = 0; day < DAYS_PER_WEEK; day++)
            here += append_change(&before[week].days[day], &plan->weeks[week].days[day], plan,
                                  repairs, &words, &days);
        if (here)
            text_printf(out, "week %d, %s -> %s\n%s", plan->weeks[week].number,
                        week_size(plan, &before[week], &words),
                        week_size(plan, &plan->weeks[week], &words), text_string(&days));
        changed += here;
        text_release(&days);
    }
    if (changed)
        text_printf(out, "%zu day%s changed\n", changed, changed == 1 ? "" : "s");
    else if (!repairs->left.rule)
        text_append(out, "The plan keeps every must rule: nothing to change.\n");
}

/* ---- the command ---- */

static struct week *copy_weeks(const struct plan *plan)
{
    struct week *weeks = arena_array(plan->arena, plan->week_count, sizeof *weeks);
    for (size_t i = 0; i < plan->week_count; i++)
        weeks[i] = plan->weeks[i];
    return weeks;
}

/* What was said of the plan as a whole may no longer be true of it. */
static void forget_summaries(struct plan *plan)
{
    plan->verdict = (struct verdict){0};
    plan->exception_count = 0;
}

/* Runs that tell a time alone do so again. */
static void forget_times_distances(struct plan *plan)
{
    for (size_t w = 0; w < plan->week_count; w++)
        for (size_t d = 0; d < DAYS_PER_WEEK; d++)
            for (size_t i = 0; i < plan->weeks[w].days[d].session_count; i++) {
                struct session *session = &plan->weeks[w].days[d].sessions[i];
                if (session->is_by_time)
                    session->distance = UNKNOWN;
            }
}

static bool refuse_rest(const struct mending *repairs, const struct plan *plan, const char *path,
                        struct error *error)
{
    const struct words words = {plan->arena, plan->units, NULL};
    const struct finding *left = &repairs->left;
    if (!left->rule)
        return false;
    error_add(error, STATUS_NO_PLAN, path, 0, 0,
              "week %d: %s: %s; neither swapping days of the week, shorter runs, easier ones nor a "
              "day of rest mend that: change the week by hand, or the rule's settings",
              left->week, left->rule,
              message_phrase(&words, message_in_time(plan->arena, left->text, plan)));
    return true;
}

/* A plan document tells more than most plans of others do. */
static bool can_write(const struct plan *plan, const char *path, const struct export_format *format,
                      struct error *error)
{
    enum export_needs has = plan->is_undated ? EXPORT_NEEDS_WEEKS : EXPORT_NEEDS_DATES;
    if (import_format_of(path) == IMPORT_NONE || format->needs <= has)
        return true;
    error_add(
        error, STATUS_BAD_INPUT, path, 0, 0,
        plan->is_undated
            ? "the plan has no dates, and can be written as a table of weeks alone: name an OUT "
              "that ends in .csv"
            : "somebody else's plan can be written as a table or a calendar: name an OUT that "
              "ends in .csv or .ics");
    return false;
}

/* The should rules that a week no longer keeps. */
static void append_losses(const struct findings *before, const struct findings *after,
                          const struct words *words, struct text *out)
{
    for (size_t i = 0; i < after->count; i++) {
        const struct finding *finding = &after->items[i];
        if (finding->status == FINDING_BROKEN && finding->level == RULE_SHOULD &&
            !findings_break_week(before, finding->rule, finding->week))
            text_printf(out, "no longer kept in week %d: %s (should): %s\n", finding->week,
                        finding->rule, message_phrase(words, finding->text));
    }
}

/* Runs that were missed are no mistake of the runs that follow. */
static bool refuse_missed(const struct plan *plan, const struct findings *found, const char *path,
                          struct error *error)
{
    struct empty_days days;
    if (!empty_days_find(plan, found, &days))
        return false;
    error_add(error, STATUS_NO_PLAN, path, 0, 0, "nothing is shortened: %s",
              empty_days_advice(plan, &days, path));
    return true;
}

/* What is told of the changes: on standard output, if the plan itself does not go there. */
static void tell_changes(const struct text *told, const char *out, struct error *error)
{
    if (!out || strcmp(out, "-") != 0)
        output_text(told, "-", error);
}

static void fix_plan(struct plan_input *input, const char *path, const struct plan_output *output,
                     struct error *error)
{
    const struct week *before = copy_weeks(input->plan);
    struct findings found, left;
    struct arena *arena = input->plan->arena;
    struct mending repairs;
    if ((output->path && !can_write(input->plan, path, output->format, error)) ||
        !check_plan(input->rules, input->plan, arena, &found, error) ||
        refuse_missed(input->plan, &found, path, error) ||
        !mending_plan(input->rules, input->plan, &repairs, error) ||
        !check_plan(input->rules, input->plan, arena, &left, error))
        return;
    struct text told = TEXT_INIT;
    append_changes(before, input->plan, &repairs, &told);
    if (!refuse_rest(&repairs, input->plan, path, error)) {
        check_note_bounds(&left, input->plan);
        const struct words words = {arena, input->plan->units, NULL};
        append_losses(&found, &left, &words, &told);
        if (repairs.count)
            forget_summaries(input->plan);
    }
    forget_times_distances(input->plan);
    plan_show_as_planned(input->plan);
    if (error_is_set(error) || !output->path || output_plan(input->plan, output, path, error))
        tell_changes(&told, output->path, error);
    text_release(&told);
}

static enum status run_fix(const struct arguments *arguments, struct error *error)
{
    const char *path = arguments->positionals[0];
    bool is_named = arguments_value(arguments, OPTION_EXPORT + EXPORT_OPTION_FORMAT);
    struct plan_output output;
    if (!export_options_read(arguments, OPTION_EXPORT, "yaml", &output, error))
        return error->status;
    const struct plan_options choices = {arguments,    OPTION_RULES, OPTION_RUNNER, OPTION_STRICT,
                                         OPTION_START, false,        true};
    struct plan_input input;
    bool is_open = plan_input_open(&input, path, &choices, error);
    if (is_open && !is_named && output.format == export_format_named("csv") &&
        input.plan->is_undated)
        output.format = export_format_named("csv-weeks");
    if (is_open)
        fix_plan(&input, path, &output, error);
    plan_input_close(&input);
    return error->status;
}

const struct command command_fix = {
    .name = "fix",
    .operands = "PLAN",
    .summary =
        "Tell the smallest changes after which a plan keeps every must rule.\n"
        "Runs are cut to what is allowed, days of a week swapped, sessions made easier or, as\n"
        "the last resort, left out. -o writes the plan with the changes; PLAN itself stays as\n"
        "it is. Exit status 3 where no change mends a week: then nothing is written, and the\n"
        "changes up to that week are told.",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .needs = "the file of a plan",
    .most_positionals = 1,
    .run = run_fix,
};
