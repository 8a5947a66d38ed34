/* Marks: done and missed days, and the days off that follow. */
#include "diary/marks.h"

#include "diary/matching.h"

#define SMALL_PART     5 /* a run of at most so great a part of its week is no loss alone */
#define LEAST_ILL_DAYS 4 /* of a break whose reason nobody told */

struct marking {
    struct plan *plan;
    struct diary *diary;
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

/* --- the log --------------------------------------------------------------------------------- */

#define MOST_UNTOLD_DAYS 3 /* from a log's last run to today */

static const struct days_off *missed_on(const struct diary *diary, int date)
{
    for (size_t i = 0; i < diary->missed_count; i++)
        if (diary->missed[i].first <= date && date <= diary->missed[i].last)
            return &diary->missed[i];
    return NULL;
}

/* The dates of the first and the last run in the plan's time; NO_DATE where there is none. */
static void find_run_dates(const struct marking *marking, int *first, int *last)
{
    const struct diary *diary = marking->diary;
    *first = *last = NO_DATE;
    for (size_t i = 0; i < diary->run_count; i++) {
        int date = diary->runs[i].date;
        if (date < marking->plan->weeks[0].start || date > diary->today)
            continue;
        *first = *first == NO_DATE ? date : *first;
        *last = date;
    }
}

/* Days that are told as missed and hold runs of the log. */
static bool check_missed_runs(struct marking *marking)
{
    const struct diary *diary = marking->diary;
    bool done = true;
    for (size_t m = 0; m < diary->missed_count; m++) {
        const struct days_off *missed = &diary->missed[m];
        char first[DATE_TEXT_SIZE], last[DATE_TEXT_SIZE], date[DATE_TEXT_SIZE];
        size_t i = 0;
        while (i < diary->run_count && diary->runs[i].date < missed->first)
            i++;
        if (i == diary->run_count || diary->runs[i].date > missed->last)
            continue;
        error_add(marking->error, STATUS_BAD_INPUT, NULL, 0, 0,
                  "--missed: %s..%s holds a run, that of %s in the log: name only days without a "
                  "run",
                  date_format(missed->first, first), date_format(missed->last, last),
                  date_format(diary->runs[i].date, date));
        done = false;
    }
    return done;
}

/* Whether the days between a log's last run and today hold a run that would count as missed. */
static bool is_untold(const struct marking *marking, int last)
{
    int days = 0, runs = 0;
    for (int date = last + 1; date < marking->diary->today; date++) {
        const struct day *day = plan_day(marking->plan, date);
        if (missed_on(marking->diary, date))
            continue;
        days++;
        runs += day && day_has_run(day);
    }
    return days >= MOST_UNTOLD_DAYS && runs > 0;
}

static bool check_log(struct marking *marking)
{
    const struct diary *diary = marking->diary;
    char begin[DATE_TEXT_SIZE], next[DATE_TEXT_SIZE], end[DATE_TEXT_SIZE];
    int first, last;
    find_run_dates(marking, &first, &last);
    if (last == NO_DATE) {
        error_add(marking->error, STATUS_BAD_INPUT, NULL, 0, 0,
                  "--log: there is no run from the plan's first day %s to --today %s: give the log "
                  "of these days",
                  date_format(marking->plan->weeks[0].start, begin),
                  date_format(diary->today, end));
        return false;
    }
    if (!is_untold(marking, last))
        return true;
    error_add(marking->error, STATUS_BAD_INPUT, NULL, 0, 0,
              "--log: the last run is on %s, %d days before --today, and the days since then would "
              "count as missed: give a log that reaches further or an earlier --today; or, if they "
              "were missed, say so, as in --missed %s..%s:illness",
              date_format(last, begin), diary->today - last, date_format(last + 1, next),
              date_format(diary->today - 1, end));
    return false;
}

/* Days of the plan before the log begins are none that it tells of. */
static int first_told(struct marking *marking, int first)
{
    const struct diary *diary = marking->diary;
    char begin[DATE_TEXT_SIZE];
    int start = marking->plan->weeks[0].start;
    if (diary->runs[0].date < start + DAYS_PER_WEEK)
        return start;
    error_warn(marking->error, NULL, 0, 0,
               "the log begins on %s, in the midst of the plan; what it doesn't tell of the days "
               "before counts as run as planned",
               date_format(first, begin));
    return first;
}

static void match_log(struct marking *marking)
{
    struct diary *diary = marking->diary;
    int first, last;
    find_run_dates(marking, &first, &last);
    if (last == diary->today && last < marking->plan->race.date)
        diary->today++;
    const struct run_days days = {diary->runs, diary->run_count, first_told(marking, first),
                                  diary->today};
    match_runs(marking->plan, &days);
}

/* --- marks ----------------------------------------------------------------------------------- */

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
    return day->status == DAY_MISSED && day_has_run(day);
}

static int count_missed(const struct week *week)
{
    int count = 0;
    for (size_t d = 0; d < DAYS_PER_WEEK; d++)
        count += is_missed_run(&week->days[d]);
    return count;
}

/* Whether the next planned run before a date (step -1), or after it (1), was missed. */
static bool is_beside_missed(const struct plan *plan, int date, int step)
{
    int other = date + step;
    const struct day *day = plan_day(plan, other);
    while (day && !day_has_run(day))
        day = plan_day(plan, other += step);
    return day && is_missed_run(day);
}

static bool is_in_a_row(const struct plan *plan, int date)
{
    return is_beside_missed(plan, date, -1) || is_beside_missed(plan, date, 1);
}

/* A single run that is a small part of its week, and not what the week is for. */
static bool is_no_loss(const struct plan *plan, const struct week *week, const struct day *day)
{
    int distance = larger_of(day_sum(day, QUANTITY_DISTANCE), 0);
    for (size_t i = 0; i < day->session_count; i++) {
        enum session_kind kind = day->sessions[i].kind;
        if (kind == SESSION_LONG || session_kind_is_race(kind))
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

/* Adds a row of missed days that nobody named, and ends it. */
static void add_row(struct plan *plan, struct days_off *row)
{
    if (row->first != NO_DATE)
        add_off(plan, row->first, row->last, ABSENCE_NONE);
    *row = (struct days_off){NO_DATE, NO_DATE, ABSENCE_NONE};
}

/* Days that nobody named and that are a loss by now, as many together as were missed in a row. */
static void add_unnamed(struct plan *plan)
{
    struct days_off row = {NO_DATE, NO_DATE, ABSENCE_NONE};
    for (size_t w = 0; w < plan->week_count; w++)
        for (size_t d = 0; d < DAYS_PER_WEEK; d++) {
            const struct day *day = &plan->weeks[w].days[d];
            if (!day_has_run(day))
                continue;
            if (!is_missed_run(day) || is_no_loss(plan, &plan->weeks[w], day) ||
                week_preferences_is_unavailable(&plan->preferences, day->date)) {
                add_row(plan, &row);
                continue;
            }
            row.first = row.first == NO_DATE ? day->date : row.first;
            row.last = day->date;
        }
    add_row(plan, &row);
}

/* Days that are missed, as they were told; then others. */
static void add_days_off(struct marking *marking)
{
    struct plan *plan = marking->plan;
    const struct diary *diary = marking->diary;
    for (size_t i = 0; i < diary->missed_count; i++)
        if (is_loss(plan, &diary->missed[i]) && !is_known(&plan->preferences, &diary->missed[i]))
            add_off(plan, diary->missed[i].first, diary->missed[i].last, diary->missed[i].reason);
    add_unnamed(plan);
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

/* Of days without a run a log tells nothing: among missed ones they were missed as well. */
static void mark_between(struct plan *plan)
{
    for (size_t w = 0; w < plan->week_count; w++)
        for (size_t d = 0; d < DAYS_PER_WEEK; d++) {
            struct day *day = &plan->weeks[w].days[d];
            if (day->status == DAY_DONE && !day_has_run(day) &&
                is_beside_missed(plan, day->date, -1) && is_beside_missed(plan, day->date, 1))
                day->status = DAY_MISSED;
        }
}

bool marks_set(struct plan *plan, struct diary *diary, struct error *error)
{
    struct marking marking = {
        .plan = plan,
        .diary = diary,
        .own_off = plan->preferences.unavailable_count,
        .error = error,
    };
    bool is_true = check_dates(&marking);
    if (is_true && diary->has_log) {
        is_true = check_missed_runs(&marking);
        is_true = check_log(&marking) && is_true;
    }
    if (!is_true)
        return false;
    if (diary->has_log)
        match_log(&marking);
    mark_days(&marking);
    if (diary->has_log)
        mark_between(plan);
    add_days_off(&marking);
    plan_find_breaks(plan, plan->arena);
    assume_illness(&marking);
    plan_find_breaks(plan, plan->arena);
    return true;
}
