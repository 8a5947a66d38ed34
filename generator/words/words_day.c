/* Words for what became of days. */
#include "words/words.h"

#include "base/text.h"

/* The gravest reason of the days off that hold a date; `*is_off`: whether any does. */
static enum absence absence_on(const struct plan *plan, int date, bool *is_off)
{
    enum absence reason = ABSENCE_NONE;
    *is_off = false;
    for (size_t i = 0; i < plan->preferences.unavailable_count; i++) {
        const struct days_off *off = &plan->preferences.unavailable[i];
        if (off->first > date || off->last < date)
            continue;
        *is_off = true;
        if (off->reason > reason)
            reason = off->reason;
    }
    return reason;
}

static const char *off_word(const struct words *words, enum absence reason)
{
    static const enum phrase phrases[] = {
        [ABSENCE_HOLIDAY] = PHRASE_OFF_HOLIDAY,
        [ABSENCE_ILLNESS] = PHRASE_OFF_ILLNESS,
        [ABSENCE_INJURY] = PHRASE_OFF_INJURY,
    };
    return words_phrase(words, reason == ABSENCE_NONE ? PHRASE_OFF_NONE : phrases[reason]);
}

const char *words_rest(const struct words *words, const struct plan *plan, const struct day *day)
{
    bool is_off;
    enum absence reason = absence_on(plan, day->date, &is_off);
    return is_off ? off_word(words, reason) : words_phrase(words, PHRASE_REST);
}

static const char *missed_mark(const struct words *words, const struct plan *plan,
                               const struct day *day)
{
    bool is_off;
    enum absence reason = absence_on(plan, day->date, &is_off);
    const char *const facts[] = {words_phrase(words, PHRASE_DAY_MISSED),
                                 is_off ? off_word(words, reason) : NULL};
    return words_join(words->arena, ": ", facts, 2);
}

/* "run: 9 km, 4 km", and "run on Fri" of what was moved away. */
static const char *runs_mark(const struct words *words, const struct day *day)
{
    const char *all = NULL, *moved = NULL;
    for (size_t i = 0; i < day->run_count; i++) {
        const struct done_run *run = &day->runs[i];
        if (run->moved_to != NO_DATE) {
            moved = SAY(words, PHRASE_DAY_MOVED,
                        words_weekday_short(words, date_weekday(run->moved_to)));
            continue;
        }
        const char *amount = run->distance == UNKNOWN ? words_duration(words, run->duration_s)
                                                      : words_distance(words, run->distance);
        const char *const both[] = {all, amount};
        all = words_join(words->arena, ", ", both, 2);
    }
    const char *const facts[] = {all && *all ? SAY(words, PHRASE_DAY_RUN, all) : NULL, moved};
    return words_join(words->arena, ", ", facts, 2);
}

const char *words_day_mark(const struct words *words, const struct plan *plan,
                           const struct day *day)
{
    switch (day->status) {
    case DAY_PLANNED:
        return NULL;
    case DAY_DONE:
        return words_phrase(words, PHRASE_DONE);
    case DAY_MISSED:
        return missed_mark(words, plan, day);
    default:
        return runs_mark(words, day);
    }
}
