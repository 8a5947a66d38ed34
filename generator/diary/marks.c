/* Marks: done and missed days, and the days off that follow. */
#include "diary/marks.h"

#define SMALL_PART     5 /* a run of at most so great a part of its week is no loss alone */
#define LEAST_ILL_DAYS 4 /* of a break whose reason nobody told */

struct marking {
    struct plan *plan;
    const struct diary *diary;
    size_t own_off; /* days off that the plan had before */
    struct error *error;
};

/* --- the dates ------------------------------------------------------------------------------- */

static void fail(struct marking *marking, const char *option, const char *what, int date,
                 const char *what_to_do)
{
    char text[DATE_TEXT_SIZE], first[DATE_TEXT_SIZE], race[DATE_TEXT_SIZE];
    const struct plan *plan = marking->plan;
    error_add(marking->error, STATUS_BAD_INPUT, NULL, 0, 0,
              "--%s: %s %s; the plan begins on %s, and its race is on %s%s", option,
              date_format(date, text), what, date_format(plan->weeks[0].start, first),
              date_format(plan->race.date, race), what_to_do);
}

static bool check_dates(struct marking *marking)
{
    const struct diary *diary = marking->diary;
    const struct plan *plan = marking->plan;
    int first = plan->weeks[0].start;
    bool done = true;
    if (diary->today < first || diary->today > plan->race.date) {
        bool is_early = diary->today < first;
        fail(marking, "today", is_early ? "is before the plan" : "is after the race", diary->today,
             is_early ? ": make a new one with hillplan generate"
                      : ": make a plan for the next race with hillplan generate");
        done = false;
    }
    for (size_t i = 0; i < diary->missed_count; i++) {
        const struct days_off *missed = &diary->missed[i];
        bool is_outside = missed->last < first || missed->first > plan->race.date;
        if (is_outside || missed->first >= diary->today) {
            fail(marking, "missed",
                 is_outside ? "is not in the plan" : "is not before today (--today)", missed->first,
                 is_outside ? "" : ": name days to come as unavailable, in a profile for --runner");
            done = false;
        }
    }
    return done;
}

/* --- marks ----------------------------------------------------------------------------------- */

static bool has_run(const struct day *day)
{
    for (size_t i = 0; i < day->session_count; i++)
        if (session_is_run(&day->sessions[i]))
            return true;
    return false;
}

static const struct days_off *missed_on(const struct diary *diary, int date)
{
    for (size_t i = 0; i < diary->missed_count; i++)
        if (diary->missed[i].first <= date && date <= diary->missed[i].last)
            return &diary->missed[i];
    return NULL;
}

static void mark_day(const struct diary *diary, struct day *day)
{
    if (day->date >= diary->today || day->session_count == 0)
        return;
    if (missed_on(diary, day->date))
        day->status = DAY_MISSED;
    else if (day->status == DAY_PLANNED)
        day->status = DAY_DONE;
}

static void mark_days(struct marking *marking)
{
    struct plan *plan = marking->plan;
    for (size_t w = 0; w < plan->week_count; w++)
        for (size_t d = 0; d < DAYS_PER_WEEK; d++)
            mark_day(marking->diary, &plan->weeks[w].days[d]);
}

/* --- days off -------------------------------------------------------------------------------- */

static bool is_missed_run(const struct day *day)
{
    return day->status == DAY_MISSED && has_run(day);
}

static int count_missed(const struct week *week)
{
    int count = 0;
    for (size_t d = 0; d < DAYS_PER_WEEK; d++)
        count += is_missed_run(&week->days[d]);
    return count;
}

/* Whether the last run day before, or the next one after, was missed too. */
static bool is_in_a_row(const struct plan *plan, int date)
{
    for (int step = -1; step <= 1; step += 2) {
        int other = date + step;
        const struct day *day = plan_day(plan, other);
        while (day && !plan->preferences.run_days[date_weekday(other)])
            day = plan_day(plan, other += step);
        if (day && is_missed_run(day))
            return true;
    }
    return false;
}

/* A single run that is a small part of its week, and not what the week is for. */
static bool is_no_loss(const struct plan *plan, const struct week *week, const struct day *day)
{
    int distance = larger_of(day_sum(day, QUANTITY_DISTANCE), 0);
    for (size_t i = 0; i < day->session_count; i++) {
        enum session_kind kind = day->sessions[i].kind;
        if (kind == SESSION_LONG || kind == SESSION_RACE || kind == SESSION_TUNE_UP)
            return false;
    }
    return count_missed(week) == 1 && distance * SMALL_PART <= plan_week_distance(week) &&
           !is_in_a_row(plan, day->date);
}

static void add_off(struct plan *plan, int first, int last, enum absence reason)
{
    struct week_preferences *week = &plan->preferences;
    struct days_off *all = arena_array(plan->arena, week->unavailable_count + 1, sizeof *all);
    for (size_t i = 0; i < week->unavailable_count; i++)
        all[i] = week->unavailable[i];
    all[week->unavailable_count++] = (struct days_off){first, last, reason};
    week->unavailable = all;
}

/* Whether an entry of the days off holds all of these, with a reason as grave. */
static bool is_known(const struct week_preferences *week, const struct days_off *days)
{
    for (size_t i = 0; i < week->unavailable_count; i++) {
        const struct days_off *off = &week->unavailable[i];
        if (off->first <= days->first && off->last >= days->last && off->reason >= days->reason)
            return true;
    }
    return false;
}

/* Whether the days hold more than a run that is no loss, and be it for their reason. */
static bool is_loss(const struct plan *plan, const struct days_off *days)
{
    if (days->reason != ABSENCE_NONE)
        return true;
    for (int date = days->first; date <= days->last; date++) {
        const struct day *day = plan_day(plan, date);
        if (day && is_missed_run(day) &&
            !is_no_loss(plan, &plan->weeks[plan_week_index(plan, date)], day))
            return true;
    }
    return false;
}

/* Days that are missed, as they were told; then those told before that are a loss by now. */
static void add_days_off(struct marking *marking)
{
    struct plan *plan = marking->plan;
    const struct diary *diary = marking->diary;
    for (size_t i = 0; i < diary->missed_count; i++)
        if (is_loss(plan, &diary->missed[i]) && !is_known(&plan->preferences, &diary->missed[i]))
            add_off(plan, diary->missed[i].first, diary->missed[i].last, diary->missed[i].reason);
    for (size_t w = 0; w < plan->week_count; w++)
        for (size_t d = 0; d < DAYS_PER_WEEK; d++) {
            const struct day *day = &plan->weeks[w].days[d];
            if (is_missed_run(day) && !is_no_loss(plan, &plan->weeks[w], day) &&
                !week_preferences_is_unavailable(&plan->preferences, day->date))
                add_off(plan, day->date, day->date, ABSENCE_NONE);
        }
}

/* Whether days off that were planned are among those of a break: these were no illness. */
static bool is_planned(const struct marking *marking, const struct training_break *pause)
{
    const struct week_preferences *week = &marking->plan->preferences;
    for (size_t i = 0; i < marking->own_off; i++)
        if (week->unavailable[i].first <= pause->last && week->unavailable[i].last >= pause->first)
            return true;
    return false;
}

/* A long break that nobody told the reason of is taken for illness. */
static void assume_illness(struct marking *marking)
{
    struct plan *plan = marking->plan;
    struct week_preferences *week = &plan->preferences;
    char first[DATE_TEXT_SIZE], last[DATE_TEXT_SIZE];
    for (size_t b = 0; b < plan->break_count; b++) {
        const struct training_break *pause = &plan->breaks[b];
        bool is_assumed = false;
        if (is_planned(marking, pause))
            continue;
        for (size_t i = marking->own_off; i < week->unavailable_count; i++) {
            struct days_off *off = &week->unavailable[i];
            if (off->reason != ABSENCE_NONE || off->first > pause->last ||
                off->last < pause->first || pause->last - pause->first + 1 < LEAST_ILL_DAYS)
                continue;
            off->reason = ABSENCE_ILLNESS;
            is_assumed = true;
        }
        if (is_assumed)
            error_warn(marking->error, NULL, 0, 0,
                       "days off from %s to %s: no reason is told, so they count as illness; "
                       "name it as in --missed %s..%s:holiday",
                       date_format(pause->first, first), date_format(pause->last, last), first,
                       last);
    }
}

bool marks_set(struct plan *plan, const struct diary *diary, struct error *error)
{
    struct marking marking = {
        .plan = plan,
        .diary = diary,
        .own_off = plan->preferences.unavailable_count,
        .error = error,
    };
    if (!check_dates(&marking))
        return false;
    mark_days(&marking);
    add_days_off(&marking);
    plan_find_breaks(plan, plan->arena);
    assume_illness(&marking);
    plan_find_breaks(plan, plan->arena);
    return true;
}
