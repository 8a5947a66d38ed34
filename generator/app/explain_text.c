/* Explanations as text. */
#include "app/explain_text.h"

#include <stdlib.h>

#include "words/message.h"

#define COLUMNS 100
#define INDENT  2
#define DEEPER  4
#define HANGING 4 /* more, in the lines after the first */

static void add_line(struct explain_text *text, size_t indent, const char *line)
{
    text_printf(text->out, "%*s", (int)indent, "");
    text_wrap(text->out, indent, indent + HANGING, COLUMNS, line);
}

static void add_heading(struct explain_text *text, const char *heading)
{
    text_append(text->out, "\n");
    add_line(text, 0, heading);
}

/* "hard-easy (must)". */
static const char *rule_words(struct arena *arena, const struct rule_info *rule)
{
    return arena_printf(arena, "%s (%s)", rule->id, rule_level_name(rule->level));
}

/* ---- limits ---- */

/* "48.5 km", "310 m of descent". */
static const char *limit_words(const struct explain_text *text, enum limit_kind kind, int value)
{
    return message_phrase(&text->words, limit_message(text->arena, kind, value, text->plan->units));
}

/* The largest value of the day's runs that limits are for; UNKNOWN where there is none. */
static int planned_on(const struct day *day, enum limit_kind kind)
{
    int most = UNKNOWN;
    for (size_t i = 0; i < day->session_count; i++) {
        const struct session *session = &day->sessions[i];
        int value = limit_is_for(session) ? limit_run_value(session, kind) : UNKNOWN;
        most = value > most ? value : most; /* UNKNOWN is less than all others */
    }
    return most;
}

static void add_limit(struct explain_text *text, const struct rule_limit *limit, int planned)
{
    struct arena *arena = text->arena;
    const char *most = limit_words(text, limit->kind, limit->max);
    const char *have = planned == UNKNOWN ? ""
                                          : arena_printf(arena, "; planned: %s",
                                                         limit_words(text, limit->kind, planned));
    add_line(text, INDENT,
             arena_printf(arena, "At most %s%s. %s: %s", most, have, rule_words(arena, limit->rule),
                          message_phrase(&text->words, limit->because)));
}

static void add_looser_limit(struct explain_text *text, const struct rule_limit *limit)
{
    struct arena *arena = text->arena;
    add_line(
        text, DEEPER,
        arena_printf(arena, "Less strict: %s. %s: %s", limit_words(text, limit->kind, limit->max),
                     rule_words(arena, limit->rule), message_phrase(&text->words, limit->because)));
}

static bool is_tightest(const struct rule_limits *limits, size_t index)
{
    return index == 0 || limits->items[index - 1].kind != limits->items[index].kind;
}

/* ---- days ---- */

/* True where all that is run is races: neither limits nor exchanges are for them. */
static bool is_race_day(const struct day *day)
{
    for (size_t i = 0; i < day->session_count; i++)
        if (limit_is_for(&day->sessions[i]))
            return false;
    return day_has_run(day);
}

/* "12 days to the race"; NULL where there is no date. */
static const char *distance_from_race(struct arena *arena, const struct plan *plan, int date)
{
    if (plan->race.date == NO_DATE)
        return NULL;
    int days = plan->race.date - date;
    if (days == 0)
        return "race day";
    return arena_printf(arena, "%d day%s %s the race", abs(days), abs(days) == 1 ? "" : "s",
                        days > 0 ? "to" : "after");
}

/* "Sat 9 Jan". */
static const char *short_date(const struct words *words, int date)
{
    return arena_printf(words->arena, "%s %s", words_weekday_short(words, date_weekday(date)),
                        words_day(words, date));
}

static void add_day_header(struct explain_text *text, const struct week *week,
                           const struct day *day)
{
    struct arena *arena = text->arena;
    const char *const facts[] = {
        words_date(&text->words, day->date),
        arena_printf(arena, "week %d", week->number),
        words_week_kind(&text->words, week),
        distance_from_race(arena, text->plan, day->date),
    };
    add_line(text, 0, words_join(arena, ", ", facts, sizeof facts / sizeof *facts));
}

static void add_sessions(struct explain_text *text, const struct day *day)
{
    if (day->session_count == 0)
        add_line(text, INDENT, "Rest");
    for (size_t i = 0; i < day->session_count; i++) {
        const char *steps = words_steps(&text->words, &day->sessions[i]);
        add_line(text, INDENT, words_session(&text->words, &day->sessions[i]));
        if (steps)
            add_line(text, DEEPER, arena_printf(text->arena, "Steps: %s", steps));
    }
}

static void add_reason(struct explain_text *text, const struct reason *reason)
{
    struct arena *arena = text->arena;
    const char *told = message_phrase(&text->words, reason->text);
    size_t rule = ruleset_find(text->rules, reason->rule);
    if (rule == ruleset_count(text->rules)) {
        add_line(text, INDENT, arena_printf(arena, "%s: %s", reason->rule, told));
        return;
    }
    const struct rule_info *info = ruleset_info(text->rules, rule);
    add_line(text, INDENT, arena_printf(arena, "%s: %s", rule_words(arena, info), told));
    add_line(text, DEEPER, arena_printf(arena, "Why: %s", info->why));
    if (info->source)
        add_line(text, DEEPER, arena_printf(arena, "Source: %s", info->source));
}

static void add_reasons(struct explain_text *text, const struct day *day)
{
    bool any = false;
    for (size_t i = 0; i < day->session_count; i++)
        any = any || day->sessions[i].reason_count > 0;
    if (!any)
        return;
    add_heading(text, "Why it is as it is");
    for (size_t i = 0; i < day->session_count; i++)
        for (size_t j = 0; j < day->sessions[i].reason_count; j++)
            add_reason(text, &day->sessions[i].reasons[j]);
}

static void add_day_limits(struct explain_text *text, const struct day *day,
                           const struct rule_limits *limits)
{
    if (limits->count == 0 || is_race_day(day))
        return;
    add_heading(text, "The limits of a run on this day");
    for (size_t i = 0; i < limits->count; i++)
        if (is_tightest(limits, i))
            add_limit(text, &limits->items[i], planned_on(day, limits->items[i].kind));
}

/* The titles of the day's runs, or "rest". */
static const char *run_titles(struct arena *arena, const struct day *day)
{
    const char *titles = NULL;
    for (size_t i = 0; i < day->session_count; i++) {
        const struct session *session = &day->sessions[i];
        const char *title = session->title ? session->title : session_kind_name(session->kind);
        if (session_is_run(session))
            titles = titles ? arena_printf(arena, "%s and %s", titles, title) : title;
    }
    return titles ? titles : "rest";
}

/* Who says so, and why; with the day where that isn't the one at hand. */
static const char *verdict_words(const struct words *words, const struct alternative *alternative,
                                 int date)
{
    bool is_elsewhere = alternative->date != NO_DATE && alternative->date != date;
    return arena_printf(words->arena, "%s%s%s%s%s", rule_words(words->arena, alternative->rule),
                        is_elsewhere ? ", for " : "",
                        is_elsewhere ? short_date(words, alternative->date) : "",
                        alternative->because ? ": " : "",
                        alternative->because ? message_phrase(words, alternative->because) : "");
}

/* `date` is where the runs in question would go. */
static const char *outcome_words(const struct words *words, const struct alternative *alternative,
                                 int date)
{
    switch (alternative->outcome) {
    case SWAP_FORBIDDEN:
        return arena_printf(words->arena, "%s. %s",
                            alternative->rule->level == RULE_MUST
                                ? "not possible"
                                : "possible only if a rule gave way",
                            verdict_words(words, alternative, date));
    case SWAP_LIKED_LESS:
        return arena_printf(words->arena, "possible, but liked less. %s",
                            verdict_words(words, alternative, date));
    case SWAP_LIKED_MORE:
        return arena_printf(words->arena, "possible, and liked more. As it is: %s",
                            verdict_words(words, alternative, date));
    case SWAP_SAME:
        return "the same run.";
    case SWAP_FIXED:
        return "not possible. The race stays where it is.";
    default:
        return "just as good.";
    }
}

static void add_alternatives(struct explain_text *text, const struct week *week,
                             const struct day *day, const struct alternative *alternatives)
{
    struct arena *arena = text->arena;
    bool is_rest = !day_has_run(day), any = false;
    for (size_t i = 0; i < DAYS_PER_WEEK - 1; i++) {
        const struct day *other = &week->days[alternatives[i].day];
        if (is_rest && !day_has_run(other))
            continue;
        if (!any)
            add_heading(text, is_rest ? "If a run of another day of the week were here instead"
                                      : "If it changed places with another day of the week");
        any = true;
        add_line(text, INDENT,
                 arena_printf(arena, "%s, %s: %s", short_date(&text->words, other->date),
                              run_titles(arena, other),
                              outcome_words(&text->words, &alternatives[i],
                                            is_rest ? day->date : other->date)));
    }
}

void explain_text_day(struct explain_text *text, size_t week, size_t day,
                      const struct day_explanation *explanation)
{
    const struct week *here = &text->plan->weeks[week];
    add_day_header(text, here, &here->days[day]);
    add_sessions(text, &here->days[day]);
    add_reasons(text, &here->days[day]);
    add_day_limits(text, &here->days[day], &explanation->limits);
    if (!is_race_day(&here->days[day]))
        add_alternatives(text, here, &here->days[day], explanation->alternatives);
}

/* ---- weeks and the whole ---- */

/* What a week was to hold and lacks; whether there is any of it. */
static bool add_given_up(struct explain_text *text, const struct week *week, bool names_week)
{
    struct arena *arena = text->arena;
    bool any = false;
    for (size_t i = 0; i < week->gave_up_count; i++) {
        const struct gave_up *item = &week->gave_up[i];
        if (!week_lacks(week, item->what))
            continue;
        any = true;
        add_line(text, INDENT,
                 arena_printf(arena, "%s%s",
                              names_week ? arena_printf(arena, "Week %d: ", week->number) : "",
                              message_given_up(&text->words, item)));
    }
    return any;
}

/* What gave way in a week, or with 0 in all of them. */
static void add_gave_way(struct explain_text *text, int week)
{
    struct arena *arena = text->arena;
    const struct plan *plan = text->plan;
    bool any = false;
    add_heading(text, "What gave way");
    for (size_t i = 0; i < plan->exception_count; i++) {
        const struct exception *item = &plan->exceptions[i];
        if (week && item->week != week)
            continue;
        any = true;
        const char *const facts[] = {
            week ? NULL : arena_printf(arena, "Week %d", item->week),
            item->date == NO_DATE ? NULL : short_date(&text->words, item->date),
        };
        const char *where = words_join(arena, ", ", facts, sizeof facts / sizeof *facts);
        add_line(text, INDENT,
                 arena_printf(arena, "%s%s%s: %s", where, *where ? ": " : "", item->rule,
                              item->text ? message_phrase(&text->words, item->text)
                                         : "could not be kept"));
    }
    for (size_t w = 0; w < plan->week_count; w++)
        if (!week || plan->weeks[w].number == week)
            any = add_given_up(text, &plan->weeks[w], !week) || any;
    if (!any)
        add_line(text, INDENT, "Nothing: every rule is kept.");
}

void explain_text_week(struct explain_text *text, size_t week, const struct rule_limits *limits)
{
    struct arena *arena = text->arena;
    const struct plan *plan = text->plan;
    const struct week *here = &plan->weeks[week];
    const char *const planned[] = {
        words_distance(&text->words, plan_week_distance(here)),
        words_climb_and_descent(&text->words, week_sum(here, DAYS_PER_WEEK, QUANTITY_CLIMB_M, NULL),
                                week_sum(here, DAYS_PER_WEEK, QUANTITY_DESCENT_M, NULL)),
        limit_words(text, LIMIT_RUNS, limit_week_value(here, LIMIT_RUNS, NULL)),
        limit_words(text, LIMIT_HARD_DAYS, limit_week_value(here, LIMIT_HARD_DAYS, NULL)),
    };
    add_line(
        text, 0,
        arena_printf(arena, "Week %d, %s: %s", here->number,
                     words_date_span(&text->words, here->start, here->start + DAYS_PER_WEEK - 1),
                     words_week_kind(&text->words, here)));
    add_line(text, INDENT,
             arena_printf(arena, "Planned: %s",
                          words_join(arena, ", ", planned, sizeof planned / sizeof *planned)));
    if (limits->count)
        add_heading(text, "The limits of the week");
    for (size_t i = 0; i < limits->count; i++) {
        const struct rule_limit *limit = &limits->items[i];
        if (is_tightest(limits, i))
            add_limit(text, limit, limit_week_value(here, limit->kind, NULL));
        else
            add_looser_limit(text, limit);
    }
    add_gave_way(text, here->number);
}

static void add_rules_off(struct explain_text *text)
{
    bool any = false;
    for (size_t i = 0; i < ruleset_count(text->rules); i++) {
        const struct rule_info *info = ruleset_info(text->rules, i);
        if (!info->off)
            continue;
        if (!any)
            add_heading(text, "Rules switched off");
        any = true;
        add_line(text, INDENT,
                 arena_printf(text->arena, "%s: %s", rule_words(text->arena, info), info->title));
    }
}

void explain_text_plan(struct explain_text *text, const struct rule_use *uses, size_t count)
{
    struct arena *arena = text->arena;
    const struct plan *plan = text->plan;
    add_line(text, 0, plan->title ? plan->title : "Training plan");
    if (plan->verdict.text)
        add_line(text, INDENT, message_verdict(&text->words, &plan->verdict));
    add_heading(text, "The rules that shaped the most sessions");
    for (size_t i = 0; i < count; i++)
        add_line(text, INDENT,
                 arena_printf(arena, "%s, %zu session%s: %s", rule_words(arena, uses[i].rule),
                              uses[i].sessions, uses[i].sessions == 1 ? "" : "s",
                              uses[i].rule->title));
    if (count == 0)
        add_line(text, INDENT, "The plan's sessions name none.");
    add_gave_way(text, 0);
    add_rules_off(text);
}
