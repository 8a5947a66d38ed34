/* Kinds of weeks; and breaks as sentences, and when what they cost is there again. */
#include <string.h>

#include "words/message.h"
#include "words/words.h"

#define LEVEL_DAYS  4 /* of a break: shorter ones take nothing of the level */
#define LEVEL_WEEKS 2 /* without days off before a break, of which the larger one is the level */
#define RECENT_DAYS 30

const char *words_kind_of_week(const struct words *words, const struct week *week)
{
    const char *kind = words_phrase(words, (enum phrase)(PHRASE_WEEK_BUILD + (int)week->kind));
    char mark[MARK_SIZE];
    if (week->kind != WEEK_RETURN || week->percent == 0)
        return kind;
    return arena_printf(words->arena, "%s %s", kind,
                        message_phrase(words, mark_percent(week->percent, mark)));
}

const char *words_week_kind(const struct words *words, const struct week *week)
{
    const char *phase = week->phase == PHASE_NONE ? NULL : words_phase(words, week->phase);
    const char *kind = week->kind == WEEK_KIND_NONE ? NULL : words_kind_of_week(words, week);
    if (!phase || !kind || strcmp(phase, kind) == 0)
        return phase ? phase : kind;
    return arena_printf(words->arena, "%s, %s", phase, kind);
}

/* --- breaks ---------------------------------------------------------------------------------- */

const char *words_break(const struct words *words, const struct training_break *pause)
{
    const char *reason = mark_name(words->arena, absence_name(pause->reason));
    int days = pause->last - pause->first + 1;
    char first[MARK_SIZE], last[MARK_SIZE], count[MARK_SIZE];
    mark_date(pause->first, first);
    if (days == 1)
        return message_phrase(words, arena_printf(words->arena, "Day off: %s, %s.", first, reason));
    return message_phrase(words, arena_printf(words->arena, "Days off: %s to %s, %s, %s days.",
                                              first, mark_date(pause->last, last), reason,
                                              mark_count(days, count)));
}

/* --- the level of before --------------------------------------------------------------------- */

/* The longest run of the days before a date. */
static int longest_before(const struct plan *plan, int date)
{
    int longest = date - RECENT_DAYS < plan->weeks[0].start
                      ? larger_of(plan->runner.longest_recent_run, 0)
                      : 0;
    for (int before = date - RECENT_DAYS; before < date; before++) {
        const struct day *day = plan_day(plan, before);
        for (size_t i = 0; day && i < day->session_count; i++)
            if (session_is_run(&day->sessions[i]))
                longest = larger_of(longest, day->sessions[i].distance);
    }
    return longest;
}

/* What of a week is training: of a tune-up race no more than the longest run before it. */
static int training_of(const struct plan *plan, const struct week *week)
{
    int distance = plan_week_distance(week);
    for (size_t d = 0; d < DAYS_PER_WEEK; d++)
        for (size_t i = 0; i < week->days[d].session_count; i++) {
            const struct session *session = &week->days[d].sessions[i];
            if (session->kind == SESSION_TUNE_UP)
                distance -=
                    larger_of(session->distance - longest_before(plan, week->days[d].date), 0);
        }
    return distance;
}

static int level_before(const struct plan *plan, int date)
{
    int level = 0, found = 0;
    size_t week = date < plan->weeks[0].start ? 0 : plan_week_index(plan, date);
    for (size_t w = week; w-- > 0 && found < LEVEL_WEEKS;) {
        if (plan_open_days(plan, &plan->weeks[w]) < plan_run_days(plan))
            continue;
        level = larger_of(level, training_of(plan, &plan->weeks[w]));
        found++;
    }
    return found < LEVEL_WEEKS ? larger_of(level, runner_mean_week(&plan->runner)) : level;
}

const char *words_level_again(const struct words *words, const struct plan *plan,
                              const struct training_break *pause)
{
    char distance[MARK_SIZE], week[MARK_SIZE];
    if (pause->last - pause->first + 1 < LEVEL_DAYS || pause->last < plan->weeks[0].start)
        return NULL;
    int level = level_before(plan, pause->first);
    mark_distance(level, plan->units, distance);
    for (size_t w = plan_week_index(plan, pause->last) + 1; w < plan->week_count; w++)
        if (plan_week_distance(&plan->weeks[w]) >= level)
            return message_phrase(
                words, arena_printf(words->arena, "Back at the level of before (%s) in week %s.",
                                    distance, mark_count(plan->weeks[w].number, week)));
    return message_phrase(
        words,
        arena_printf(words->arena, "The level of before (%s) is not reached again.", distance));
}
