/* Kinds of weeks; and breaks as sentences, and when what they cost is there again. */
#include <string.h>

#include "words/message.h"
#include "words/words.h"

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

static const char *break_text(const struct words *words, const struct training_break *pause)
{
    const char *reason = mark_name(words->arena, absence_name(pause->reason));
    int days = pause->last - pause->first + 1;
    char first[MARK_SIZE], last[MARK_SIZE], count[MARK_SIZE];
    mark_date(pause->first, first);
    if (days == 1)
        return arena_printf(words->arena, "Day off: %s, %s.", first, reason);
    return arena_printf(words->arena, "Days off: %s to %s, %s, %s days.", first,
                        mark_date(pause->last, last), reason, mark_count(days, count));
}

static const char *lost_words(const struct words *words, int lost)
{
    char distance[MARK_SIZE];
    if (lost <= 0)
        return NULL;
    mark_distance(lost, words->units, distance);
    return message_phrase(words, arena_printf(words->arena, "This costs %s.", distance));
}

static const char *join(const struct words *words, const char *first, const char *second)
{
    const char *const sentences[] = {first, second};
    return words_join(words->arena, " ", sentences, sizeof sentences / sizeof *sentences);
}

const char *words_break(const struct words *words, const struct training_break *pause)
{
    return join(words, message_phrase(words, break_text(words, pause)),
                lost_words(words, pause->lost));
}

const char *words_short_breaks(const struct words *words, const struct plan *plan)
{
    int days = 0, lost = 0;
    char count[MARK_SIZE];
    for (size_t i = 0; i < plan->break_count; i++) {
        const struct training_break *pause = &plan->breaks[i];
        if (plan_break_is_long(plan, pause) || pause->lost <= 0)
            continue;
        days += smaller_of(pause->last, plan->race.date - 1) - pause->first + 1;
        lost += pause->lost;
    }
    if (lost == 0)
        return NULL;
    mark_count(days, count);
    const char *text = arena_printf(words->arena, "Shorter breaks: %s days.", count);
    return join(words, message_phrase(words, text), lost_words(words, lost));
}

const char *words_level_again(const struct words *words, const struct plan *plan,
                              const struct training_break *pause)
{
    char distance[MARK_SIZE], week[MARK_SIZE];
    if (pause->level == UNKNOWN || !plan_break_is_long(plan, pause))
        return NULL;
    mark_distance(pause->level, plan->units, distance);
    for (size_t w = 0; w < plan->week_count; w++)
        if (plan->weeks[w].start > pause->last &&
            plan_week_distance(&plan->weeks[w]) >= pause->level)
            return message_phrase(
                words, arena_printf(words->arena, "Back at the level of before (%s) in week %s.",
                                    distance, mark_count(plan->weeks[w].number, week)));
    return message_phrase(
        words,
        arena_printf(words->arena, "The level of before (%s) is not reached again.", distance));
}
