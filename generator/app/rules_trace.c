#include "app/rules_trace.h"

#include "app/course_input.h"
#include "files/profile_file.h"
#include "rules/limits.h"
#include "words/message.h"

struct tracing {
    struct text *out;
    struct arena *arena; /* of one line's words */
    size_t calls[HOOK_COUNT], answers[HOOK_COUNT], refusals[HOOK_COUNT], unjudged[HOOK_COUNT];
};

static bool is_about_week(enum hook hook)
{
    return hook == HOOK_WEEK_KIND || hook == HOOK_LIMIT_WEEK || hook == HOOK_WISH_WEEK ||
           hook == HOOK_ALLOW_WEEK;
}

static bool shows_sessions(enum hook hook)
{
    return !is_about_week(hook) && hook != HOOK_LIMIT_DAY && hook != HOOK_LIMIT_SESSION &&
           hook != HOOK_BREAK_LEVEL;
}

/* "week 3" or "week 3, Tue 2027-01-19: uphill 8 km, strength". */
static void append_about(const struct rule_call *call, struct arena *arena, struct text *out)
{
    const struct week *week = &call->plan->weeks[call->week];
    text_printf(out, "%-10s  ", hook_name(call->hook));
    if (call->hook == HOOK_LIMIT_SESSION)
        text_printf(out, "%s, ", session_kind_name(call->kind));
    text_printf(out, "week %d", week->number);
    if (is_about_week(call->hook))
        return;
    char date[DATE_TEXT_SIZE];
    const struct words words = {arena, call->plan->units, NULL};
    const struct day *day = &week->days[call->day];
    text_printf(out, ", %s %s", weekday_name(date_weekday(day->date)),
                date_format(day->date, date));
    if (!shows_sessions(call->hook))
        return;
    for (size_t i = 0; i < day->session_count; i++) {
        const struct session *session = &day->sessions[i];
        text_printf(out, "%s%s", i ? ", " : ": ", session_kind_name(session->kind));
        if (session->distance != UNKNOWN)
            text_printf(out, " %s", words_distance(&words, session->distance));
    }
    if (day->session_count == 0)
        text_append(out, ": rest");
}

static const char *phrase(const struct rule_call *call, struct arena *arena, const char *message)
{
    const struct words words = {arena, call->plan->units, NULL};
    return message_phrase(&words, message);
}

static void append_limits(const struct rule_call *call, struct arena *arena, struct text *out)
{
    const char *join = "";
    for (enum limit_kind kind = 0; kind < LIMIT_KIND_COUNT; kind++) {
        const struct limit *limit = &call->limits->of[kind];
        if (limit->max == INT_MAX)
            continue;
        text_printf(out, "%sat most %s (%s)", join,
                    phrase(call, arena, limit_message(arena, kind, limit->max, call->plan->units)),
                    phrase(call, arena, limit->because));
        join = "; ";
    }
}

static void append_wishes(const struct rule_call *call, struct arena *arena, struct text *out)
{
    const char *join = "";
    for (enum wish_kind kind = 0; kind < WISH_KIND_COUNT; kind++) {
        const struct wish *wish = &call->wishes->of[kind];
        if (wish->value == UNKNOWN)
            continue;
        enum limit_kind sum = kind == WISH_CLIMB_M ? LIMIT_CLIMB_M : LIMIT_DURATION_S;
        const char *wished =
            kind == WISH_SESSION
                ? session_kind_name((enum session_kind)wish->value)
                : phrase(call, arena, limit_message(arena, sum, wish->value, call->plan->units));
        text_printf(out, "%swished %s (%s)", join, wished, phrase(call, arena, wish->because));
        join = "; ";
    }
}

static void append_level(const struct rule_call *call, struct arena *arena, struct text *out)
{
    const struct words words = {arena, call->plan->units, NULL};
    text_printf(out, "%s a week", words_distance(&words, call->answer->level));
    text_printf(out, ", %s in a run", words_distance(&words, call->answer->longest));
}

static void append_given(const struct rule_call *call, struct arena *arena, struct text *out)
{
    const char *because = call->answer->because;
    switch (call->hook) {
    case HOOK_WEEK_KIND:
        text_append(out, week_kind_name(WEEK_RETURN));
        break;
    case HOOK_LIMIT_WEEK:
    case HOOK_LIMIT_DAY:
    case HOOK_LIMIT_SESSION:
        append_limits(call, arena, out);
        break;
    case HOOK_WISH_WEEK:
        append_wishes(call, arena, out);
        break;
    case HOOK_PREFER:
        text_printf(out, "%d%s%s", call->answer->score, because ? ": " : "",
                    because ? phrase(call, arena, because) : "");
        break;
    case HOOK_ADVISE:
        for (size_t i = 0; i < call->note_count; i++)
            text_printf(out, "%s\"%s\"", i ? " " : "", phrase(call, arena, call->notes[i]));
        break;
    case HOOK_BREAK_LEVEL:
        append_level(call, arena, out);
        break;
    default:
        text_append(out, "allowed");
        break;
    }
}

static void append_answer(const struct rule_call *call, struct arena *arena, struct text *out)
{
    const struct answer *answer = call->answer;
    switch (answer->kind) {
    case ANSWER_GIVEN:
        append_given(call, arena, out);
        break;
    case ANSWER_REFUSED:
        text_printf(out, "refused: %s", phrase(call, arena, answer->because));
        break;
    case ANSWER_NOT_JUDGED:
        text_printf(out, "not judged: the plan does not say %s", answer->field);
        break;
    case ANSWER_NONE:
        text_append(out, "nothing");
        break;
    }
}

static void trace_call(void *data, const struct rule_call *call)
{
    struct tracing *tracing = data;
    tracing->calls[call->hook]++;
    tracing->answers[call->hook] += call->answer->kind == ANSWER_GIVEN;
    tracing->refusals[call->hook] += call->answer->kind == ANSWER_REFUSED;
    tracing->unjudged[call->hook] += call->answer->kind == ANSWER_NOT_JUDGED;
    append_about(call, tracing->arena, tracing->out);
    text_append(tracing->out, " -> ");
    append_answer(call, tracing->arena, tracing->out);
    text_append(tracing->out, "\n");
}

static void append_counts(const struct tracing *tracing)
{
    text_append(tracing->out, "\ncalls:\n");
    for (enum hook hook = 0; hook < HOOK_COUNT; hook++)
        if (tracing->calls[hook])
            text_printf(tracing->out, "  %-10s  %zu: %zu answered, %zu refused, %zu not judged\n",
                        hook_name(hook), tracing->calls[hook], tracing->answers[hook],
                        tracing->refusals[hook], tracing->unjudged[hook]);
}

static void trace_planning(const struct planning *planning, const char *id, struct text *out,
                           struct error *error)
{
    size_t rule;
    if (!ruleset_look_up(planning->rules, &(struct named){id, 0, 0}, NULL, &rule, error))
        return;
    struct tracing tracing = {.out = out, .arena = arena_new()};
    ruleset_trace(planning->rules, rule, trace_call, &tracing);
    plan_free(planning_make(planning, error));
    ruleset_trace(planning->rules, rule, NULL, NULL);
    append_counts(&tracing);
    arena_free(tracing.arena);
}

bool rules_trace(const char *path, const char *rule, const struct planning_options *options,
                 struct text *out, struct error *error)
{
    struct profile *profile = profile_read(path, error);
    struct planning planning;
    if (profile && course_input_of_profile(profile, error)) {
        if (planning_open(&planning, profile, options, error))
            trace_planning(&planning, rule, out, error);
        planning_close(&planning);
    }
    profile_free(profile);
    return !error_is_set(error);
}
