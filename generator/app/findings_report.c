/* The findings of a check. */
#include "app/findings_report.h"

#include <jansson.h>
#include <string.h>

#include "app/report.h"
#include "words/message.h"

#define COLUMNS 100
#define INDENT  2
#define HANGING 4

/* What a rule comes to in the whole plan; each wins over those after it. */
enum rule_outcome {
    OUTCOME_BROKEN,
    OUTCOME_GAVE_WAY,
    OUTCOME_NOT_JUDGED, /* in some week; so it cannot be said to be kept */
    OUTCOME_OFF,
    OUTCOME_KEPT,
    OUTCOME_COUNT
};

static enum rule_outcome outcome_of(enum finding_status status)
{
    static const enum rule_outcome outcomes[] = {[FINDING_BROKEN] = OUTCOME_BROKEN,
                                                 [FINDING_GAVE_WAY] = OUTCOME_GAVE_WAY,
                                                 [FINDING_PAST] = OUTCOME_KEPT,
                                                 [FINDING_NOT_JUDGED] = OUTCOME_NOT_JUDGED,
                                                 [FINDING_OFF] = OUTCOME_OFF};
    return outcomes[status];
}

static enum rule_outcome rule_outcome(const struct findings *findings, const char *rule)
{
    enum rule_outcome outcome = OUTCOME_KEPT;
    for (size_t i = 0; i < findings->count; i++) {
        enum rule_outcome next = outcome_of(findings->items[i].status);
        if (strcmp(findings->items[i].rule, rule) == 0 && next < outcome)
            outcome = next;
    }
    return outcome;
}

static const char *status_name(enum finding_status status)
{
    static const char *const names[] = {"broken", "gave_way", "past", "not_judged", "off"};
    return names[status];
}

/* What a message says to the plan's readers; in the arena. */
static const char *phrase(const struct plan *plan, const char *message, struct arena *arena)
{
    const struct words words = {arena, plan->units, NULL};
    return message_phrase(&words, message_in_time(arena, message, plan));
}

/* ---- text ---- */

static void add_line(struct text *out, size_t indent, const char *line)
{
    text_printf(out, "%*s", (int)indent, "");
    text_wrap(out, indent, indent + HANGING, COLUMNS, line);
}

static void add_week_heading(const struct findings_report *report, const struct week *week,
                             struct text *out)
{
    char date[DATE_TEXT_SIZE];
    text_printf(out, "week %d", week->number);
    if (!report->plan->is_undated)
        text_printf(out, " (%s)", date_format(week->start, date));
    struct arena *arena = arena_new();
    int unknown;
    bool is_known = week_sum(week, DAYS_PER_WEEK, QUANTITY_DISTANCE, &unknown) != UNKNOWN;
    char mark[MARK_SIZE];
    const char *distance = mark_distance(plan_week_distance(week), report->plan->units, mark);
    text_printf(out, ", %s%s\n", is_known ? "" : "more than ",
                phrase(report->plan, distance, arena));
    arena_free(arena);
}

static void add_finding(const struct findings_report *report, const struct finding *finding,
                        struct text *out)
{
    struct arena *arena = arena_new();
    struct text line = TEXT_INIT;
    int year, month, day;
    date_to_ymd(finding->date, &year, &month, &day);
    text_printf(&line, "%s: %s: ", rule_level_name(finding->level), finding->rule);
    if (!finding->is_week)
        text_printf(&line, "%s", weekday_long_name(date_weekday(finding->date)));
    if (!finding->is_week && !report->plan->is_undated)
        text_printf(&line, " %d %s", day, month_name(month));
    text_printf(&line, "%s%s%s", finding->is_week ? "" : ": ",
                finding->status == FINDING_GAVE_WAY ? "gave way: "
                : finding->status == FINDING_PAST   ? "is over: "
                                                    : "",
                phrase(report->plan, finding->text, arena));
    if (finding->is_inferred)
        text_append(&line, " (rests on what is inferred)");
    add_line(out, INDENT, text_string(&line));
    text_release(&line);
    arena_free(arena);
}

/* Of what is over, must rules alone. */
static bool is_told(const struct finding *finding)
{
    return finding_is_breach(finding) ||
           (finding->status == FINDING_PAST && finding->level == RULE_MUST);
}

static void add_weeks(const struct findings_report *report, struct text *out)
{
    const struct findings *findings = report->findings;
    for (size_t w = 0; w < report->plan->week_count; w++) {
        const struct week *week = &report->plan->weeks[w];
        bool has_heading = false;
        for (size_t i = 0; i < findings->count; i++) {
            if (findings->items[i].week != week->number || !is_told(&findings->items[i]))
                continue;
            if (!has_heading)
                add_week_heading(report, week, out);
            has_heading = true;
            add_finding(report, &findings->items[i], out);
        }
    }
}

/* "1-3, 5": the weeks for which `holds` says so. */
typedef bool week_test(const struct findings *findings, const char *rule, int week);

static size_t append_weeks(const struct findings_report *report, const struct findings *findings,
                           const char *rule, week_test *holds, struct text *out)
{
    size_t count = 0;
    int weeks = (int)report->plan->week_count;
    for (int week = 1; week <= weeks; week++) {
        if (!holds(findings, rule, week))
            continue;
        int last = week;
        while (last < weeks && holds(findings, rule, last + 1))
            last++;
        text_printf(out, "%s%d", count ? ", " : "", week);
        if (last > week)
            text_printf(out, "-%d", last);
        count += (size_t)(last - week + 1);
        week = last;
    }
    return count;
}

static bool is_not_judged(const struct findings *findings, const char *rule, int week)
{
    for (size_t i = 0; i < findings->count; i++)
        if (findings->items[i].week == week && findings->items[i].status == FINDING_NOT_JUDGED &&
            strcmp(findings->items[i].rule, rule) == 0)
            return true;
    return false;
}

/* The first thing that a rule would have to know. */
static const char *what_lacks(const struct findings *findings, const char *rule)
{
    for (size_t i = 0; i < findings->count; i++)
        if (findings->items[i].status == FINDING_NOT_JUDGED &&
            strcmp(findings->items[i].rule, rule) == 0)
            return findings->items[i].text;
    return NULL;
}

static void add_not_judged(const struct findings_report *report, struct text *out)
{
    for (size_t i = 0; i < ruleset_count(report->rules); i++) {
        const struct rule_info *info = ruleset_info(report->rules, i);
        const char *lacks = what_lacks(report->findings, info->id);
        struct text weeks = TEXT_INIT, line = TEXT_INIT;
        if (!lacks)
            continue;
        struct arena *arena = arena_new();
        size_t count = append_weeks(report, report->findings, info->id, is_not_judged, &weeks);
        text_printf(&line, "not judged: %s: week%s %s: %s", info->id, count == 1 ? "" : "s",
                    text_string(&weeks), phrase(report->plan, lacks, arena));
        add_line(out, 0, text_string(&line));
        arena_free(arena);
        text_release(&weeks);
        text_release(&line);
    }
}

/* What would let more rules judge. */
static void add_advice(const struct findings_report *report, struct text *out)
{
    if (!report->plan->runner.recent_weeks)
        text_append(out, "the runner's recent weeks are not known; --runner PROFILE tells them\n");
}

static void add_off(const struct findings_report *report, struct text *out)
{
    for (size_t i = 0; i < report->findings->count; i++)
        if (report->findings->items[i].status == FINDING_OFF)
            text_printf(out, "off: %s\n", report->findings->items[i].rule);
}

static void add_reading_weeks(const struct findings_report *report, const struct findings *findings,
                              const char *rule, struct text *line)
{
    struct text weeks = TEXT_INIT;
    size_t count = append_weeks(report, findings, rule, findings_break_week, &weeks);
    if (count)
        text_printf(line, "not kept in week%s %s", count == 1 ? "" : "s", text_string(&weeks));
    else
        text_append(line, "nowhere found broken");
    text_release(&weeks);
}

static void add_readings(const struct findings_report *report, struct text *out)
{
    for (size_t i = 0; i < report->others->count; i++) {
        const struct other_setting *other = &report->others->items[i];
        struct text line = TEXT_INIT;
        text_printf(&line, "another reading: %s: with %s = %s ", other->rule, other->setting,
                    other->value);
        add_reading_weeks(report, &other->findings, other->rule, &line);
        text_printf(&line, "; with %s, which counts, ", other->in_force);
        add_reading_weeks(report, report->findings, other->rule, &line);
        add_line(out, 0, text_string(&line));
        text_release(&line);
    }
}

static void add_explanations(const struct findings_report *report, struct text *out)
{
    for (size_t i = 0; i < ruleset_count(report->rules); i++) {
        const struct rule_info *info = ruleset_info(report->rules, i);
        struct text line = TEXT_INIT;
        if (rule_outcome(report->findings, info->id) == OUTCOME_KEPT)
            continue;
        text_printf(out, "\n%s: %s\n", info->id, info->title);
        if (info->why)
            add_line(out, INDENT, info->why);
        if (info->source) {
            text_printf(&line, "source: %s", info->source);
            add_line(out, INDENT, text_string(&line));
        }
        text_release(&line);
    }
}

/* False for a rule that only wishes or advises: nothing can break it. */
static bool can_be_broken(const struct ruleset *rules, size_t rule)
{
    static const enum hook hooks[] = {HOOK_LIMIT_WEEK, HOOK_LIMIT_DAY, HOOK_ALLOW, HOOK_ALLOW_WEEK};
    for (size_t i = 0; i < sizeof hooks / sizeof *hooks; i++)
        if (ruleset_has_hook(rules, rule, hooks[i]))
            return true;
    return false;
}

static void add_summary(const struct findings_report *report, struct text *out)
{
    static const char *const words[OUTCOME_COUNT] = {"broken", "gave way", "not judged throughout",
                                                     "off", "kept"};
    size_t must_broken = 0, judging = 0, counts[OUTCOME_COUNT] = {0};
    for (size_t i = 0; i < ruleset_count(report->rules); i++) {
        const struct rule_info *info = ruleset_info(report->rules, i);
        if (!can_be_broken(report->rules, i))
            continue;
        judging++;
        enum rule_outcome outcome = rule_outcome(report->findings, info->id);
        counts[outcome]++;
        must_broken += outcome == OUTCOME_BROKEN && info->level == RULE_MUST;
    }
    text_printf(out, "%s: ", report->path);
    if (must_broken == 0)
        text_append(out, "no must rule is broken");
    else
        text_printf(out, "%zu must rule%s broken", must_broken, must_broken == 1 ? " is" : "s are");
    text_printf(out, "; of %zu rules that judge", judging);
    const char *separator = " ";
    for (size_t i = 0; i < OUTCOME_COUNT; i++)
        if (counts[i]) {
            text_printf(out, "%s%zu %s", separator, counts[i], words[i]);
            separator = ", ";
        }
    text_append(out, "\n");
}

/* What the verdicts rest on, beyond what the plan says. */
static void add_inferred(const struct findings_report *report, struct text *out)
{
    const struct plan *plan = report->plan;
    char pace[QUANTITY_TEXT_SIZE];
    if (plan->time_pace_s)
        text_printf(out,
                    "the plan tells its runs in time, and is judged by it; distances count as "
                    "times at %s /%s\n",
                    duration_format(plan->time_pace_s, pace), units_name(plan->units));
    for (size_t i = 0; i < report->plan->inferred_count; i++)
        text_printf(out, "inferred: %s (not with --strict)\n", report->plan->inferred[i]);
}

void findings_report_text(const struct findings_report *report, struct text *out)
{
    add_weeks(report, out);
    add_not_judged(report, out);
    add_advice(report, out);
    add_off(report, out);
    add_readings(report, out);
    add_inferred(report, out);
    if (report->explains)
        add_explanations(report, out);
    add_summary(report, out);
}

/* ---- JSON ---- */

/* Distances in the plan's unit, everything else as it is. */
static json_t *limit_value(const struct finding *finding, int value)
{
    if (value == UNKNOWN)
        return NULL;
    return finding->limit_kind == LIMIT_DISTANCE ? json_real((double)value / HUNDREDTHS)
                                                 : json_integer(value);
}

static json_t *finding_json(const struct plan *plan, const struct finding *finding)
{
    char date[DATE_TEXT_SIZE];
    bool is_dated = finding->date != NO_DATE && !plan->is_undated;
    struct arena *arena = arena_new();
    json_t *json = json_pack(
        "{s:s, s:s, s:s, s:o*, s:o*, s:o*, s:o*, s:o*, s:o*, s:s, s:s}", "rule", finding->rule,
        "level", rule_level_name(finding->level), "status", status_name(finding->status), "week",
        finding->week ? json_integer(finding->week) : NULL, "date",
        is_dated ? json_string(date_format(finding->date, date)) : NULL, "value",
        limit_value(finding, finding->value), "limit", limit_value(finding, finding->limit),
        "at_least", finding->is_at_least ? json_true() : NULL, "inferred",
        finding->is_inferred ? json_true() : NULL, "text", phrase(plan, finding->text, arena),
        "message", message_in_time(arena, finding->text, plan));
    arena_free(arena);
    return json;
}

static json_t *findings_json(const struct plan *plan, const struct findings *findings)
{
    json_t *list = json_array();
    for (size_t i = 0; i < findings->count; i++)
        json_array_append_new(list, finding_json(plan, &findings->items[i]));
    return list;
}

static json_t *readings_json(const struct findings_report *report)
{
    json_t *list = json_array();
    for (size_t i = 0; i < report->others->count; i++) {
        const struct other_setting *other = &report->others->items[i];
        json_array_append_new(
            list, json_pack("{s:s, s:s, s:s, s:b, s:o}", "rule", other->rule, "setting",
                            other->setting, "value", other->value, "kept",
                            rule_outcome(&other->findings, other->rule) != OUTCOME_BROKEN,
                            "findings", findings_json(report->plan, &other->findings)));
    }
    return list;
}

/* Of the rules that are named, as with --explain; NULL without it. */
static json_t *explanations_json(const struct findings_report *report)
{
    json_t *list = report->explains ? json_array() : NULL;
    for (size_t i = 0; list && i < ruleset_count(report->rules); i++) {
        const struct rule_info *info = ruleset_info(report->rules, i);
        if (rule_outcome(report->findings, info->id) != OUTCOME_KEPT)
            json_array_append_new(list,
                                  json_pack("{s:s, s:s, s:s*, s:s*}", "id", info->id, "title",
                                            info->title, "why", info->why, "source", info->source));
    }
    return list;
}

bool findings_report_json(const struct findings_report *report, struct text *out,
                          struct error *error)
{
    return report_json(json_pack("{s:b, s:o, s:o, s:o*}", "kept", report->findings->kept,
                                 "findings", findings_json(report->plan, report->findings),
                                 "readings", readings_json(report), "rules",
                                 explanations_json(report)),
                       out, error);
}
