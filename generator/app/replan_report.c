/* The changes of a plan that was made anew. */
#include "app/replan_report.h"

#include <stdarg.h>

#include "words/message.h"

struct replan_telling {
    const struct plan *before, *after;
    int today;
    const struct words *words;
    struct text *out;
};

/* Appends a message in the runner's words. */
static void say(const struct replan_telling *telling, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
static void say(const struct replan_telling *telling, const char *format, ...)
{
    struct text message = TEXT_INIT;
    va_list arguments;
    va_start(arguments, format);
    text_vprintf(&message, format, arguments);
    va_end(arguments);
    text_append(telling->out, message_phrase(telling->words, text_string(&message)));
    text_release(&message);
}

/* --- what became of the days ----------------------------------------------------------------- */

/* How many days a mark has. */
static int count_marked(const struct replan_telling *telling, enum day_status status)
{
    const struct plan *plan = telling->after;
    int count = 0;
    for (int date = plan->weeks[0].start; date < telling->today; date++)
        count += plan_day(plan, date)->status == status;
    return count;
}

/* Whether something was run that day that nobody planned. */
static bool is_beyond_plan(const struct day *day)
{
    for (size_t i = 0; day->status == DAY_EXTRA && i < day->run_count; i++)
        if (day->runs[i].moved_from == NO_DATE)
            return true;
    return false;
}

/* What a log tells besides. */
static void tell_otherwise(const struct replan_telling *telling)
{
    int changed = count_marked(telling, DAY_CHANGED), moved = count_marked(telling, DAY_MOVED);
    int extra = 0;
    char marks[3][MARK_SIZE];
    for (int date = telling->after->weeks[0].start; date < telling->today; date++)
        extra += is_beyond_plan(plan_day(telling->after, date));
    if (changed + moved + extra == 0)
        return;
    say(telling, "Otherwise than planned: %s; on another day: %s; beyond the plan: %s.",
        mark_count(changed, marks[0]), mark_count(moved, marks[1]), mark_count(extra, marks[2]));
    text_append(telling->out, "\n");
}

static void tell_days(const struct replan_telling *telling)
{
    const struct plan *plan = telling->after;
    int done = 0, missed = 0, distance = 0;
    char marks[4][MARK_SIZE];
    for (int date = plan->weeks[0].start; date < telling->today; date++) {
        const struct day *day = plan_day(plan, date);
        if (!day_has_run(day))
            continue;
        done += day->status != DAY_MISSED;
        missed += day->status == DAY_MISSED;
        if (day->status == DAY_MISSED)
            distance += larger_of(day_sum(day, QUANTITY_DISTANCE), 0);
    }
    mark_day(plan, telling->today - 1, marks[0]);
    mark_count(done, marks[1]);
    if (missed > 0)
        say(telling, "Until %s: %s runs done, %s missed (%s).", marks[0], marks[1],
            mark_count(missed, marks[2]), mark_distance(distance, plan->units, marks[3]));
    else if (done > 0)
        say(telling, "Until %s: %s runs done.", marks[0], marks[1]);
    if (missed + done > 0)
        text_append(telling->out, "\n");
    tell_otherwise(telling);
}

/* --- days off -------------------------------------------------------------------------------- */

static void tell_breaks(const struct replan_telling *telling)
{
    const struct plan *plan = telling->after;
    for (size_t i = 0; i < plan->break_count; i++) {
        const struct training_break *pause = &plan->breaks[i];
        bool is_over = pause->last < telling->today - DAYS_PER_WEEK;
        if (pause->first >= telling->today || is_over)
            continue;
        text_printf(telling->out, "%s\n", words_break(telling->words, pause));
        const char *level = words_level_again(telling->words, plan, pause);
        if (level)
            text_printf(telling->out, "%s\n", level);
    }
}

/* --- the whole ------------------------------------------------------------------------------- */

static void tell_peak(const struct replan_telling *telling)
{
    const struct verdict *was = &telling->before->verdict, *is = &telling->after->verdict;
    enum units units = telling->after->units;
    char marks[4][MARK_SIZE];
    if (!was->text || !is->text || was->peak == UNKNOWN || was->longest == UNKNOWN)
        return;
    mark_distance(is->peak, units, marks[0]);
    mark_distance(is->longest, units, marks[1]);
    mark_distance(was->peak, units, marks[2]);
    mark_distance(was->longest, units, marks[3]);
    if (is->peak == was->peak)
        say(telling, "Biggest week %s, as before.", marks[0]);
    else
        say(telling, "Biggest week %s, before %s.", marks[0], marks[2]);
    text_append(telling->out, " ");
    if (is->longest == was->longest)
        say(telling, "Longest run %s, as before.", marks[1]);
    else
        say(telling, "Longest run %s, before %s.", marks[1], marks[3]);
    text_append(telling->out, "\n");
}

static void tell_race(const struct replan_telling *telling)
{
    int before = telling->before->race.date, after = telling->after->race.date;
    char marks[2][MARK_SIZE];
    if (before == after)
        return;
    say(telling, "The race is on %s, before on %s.", mark_date(after, marks[0]),
        mark_date(before, marks[1]));
    text_append(telling->out, "\n");
}

/* --- days ------------------------------------------------------------------------------------ */

static void tell_sessions(const struct replan_telling *telling, const struct day *day)
{
    const struct words *words = telling->words;
    for (size_t i = 0; i < day->session_count; i++) {
        const struct session *session = &day->sessions[i];
        text_printf(telling->out, "%s%s", i ? ", " : "", words_translate(words, session->title));
        if (session->distance != UNKNOWN)
            text_printf(telling->out, " %s", words_distance(words, session->distance));
        const char *hills = words_climb_and_descent(words, session->climb_m, session->descent_m);
        if (hills)
            text_printf(telling->out, " %s", hills);
    }
    if (day->session_count == 0)
        say(telling, "{rest}");
}

/* What a rule says to the day that it had not said before. */
static void tell_reason(const struct replan_telling *telling, const struct day *day)
{
    if (day->session_count == 0)
        return;
    const struct session *session = &day->sessions[day_main_session(day)];
    if (session->reason_count > 0)
        text_printf(telling->out, "    %s: %s", session->reasons[0].rule,
                    message_phrase(telling->words, session->reasons[0].text));
}

static const struct day no_day = {0};

static const struct day *day_of(const struct plan *plan, int date)
{
    const struct day *day = plan_day(plan, date);
    return day ? day : &no_day;
}

static void tell_day(const struct replan_telling *telling, int date)
{
    text_printf(telling->out, "  %s: ", words_date(telling->words, date));
    tell_sessions(telling, day_of(telling->before, date));
    text_append(telling->out, " -> ");
    tell_sessions(telling, day_of(telling->after, date));
    tell_reason(telling, day_of(telling->after, date));
    text_append(telling->out, "\n");
}

static bool is_changed(const struct replan_telling *telling, int date)
{
    return !day_is_same(day_of(telling->before, date), day_of(telling->after, date));
}

static int week_distance(const struct plan *plan, int start)
{
    size_t week = plan_week_index(plan, start);
    return week < plan->week_count ? plan_week_distance_run(&plan->weeks[week]) : 0;
}

/* How many days of the week that starts then have changed. */
static int tell_week(const struct replan_telling *telling, const struct week *week)
{
    enum units units = telling->after->units;
    char marks[3][MARK_SIZE];
    int changed = 0;
    for (int date = week->start; date < week->start + DAYS_PER_WEEK; date++) {
        if (!is_changed(telling, date))
            continue;
        if (changed++ == 0) {
            say(telling, "week %s, %s -> %s", mark_count(week->number, marks[0]),
                mark_distance(week_distance(telling->before, week->start), units, marks[1]),
                mark_distance(week_distance(telling->after, week->start), units, marks[2]));
            text_append(telling->out, "\n");
        }
        tell_day(telling, date);
    }
    return changed;
}

static const struct plan *longer(const struct replan_telling *telling)
{
    return telling->before->week_count > telling->after->week_count ? telling->before
                                                                    : telling->after;
}

/* Tells the weeks, and returns how many days have changed; `*last`: the last week that did. */
static int tell_weeks(const struct replan_telling *telling, int *last)
{
    const struct plan *plan = longer(telling);
    int changed = 0;
    *last = 0;
    for (size_t w = 0; w < plan->week_count; w++) {
        int here = tell_week(telling, &plan->weeks[w]);
        changed += here;
        if (here)
            *last = plan->weeks[w].number;
    }
    return changed;
}

static void tell_total(const struct replan_telling *telling, int changed, int last)
{
    int weeks = (int)longer(telling)->week_count;
    char marks[2][MARK_SIZE];
    if (changed == 0)
        say(telling, "No day changes.");
    else if (changed == 1)
        say(telling, "One day changed, none before today.");
    else
        say(telling, "%s days changed, none before today.", mark_count(changed, marks[0]));
    if (changed > 0 && weeks - last > 1) {
        text_append(telling->out, " ");
        say(telling, "Weeks %s to %s as before.", mark_count(last + 1, marks[0]),
            mark_count(weeks, marks[1]));
    }
    text_append(telling->out, "\n");
}

void replan_report(const struct plan *before, const struct plan *after, int today,
                   const struct words *words, struct text *out)
{
    const struct replan_telling telling = {before, after, today, words, out};
    int last;
    tell_days(&telling);
    tell_breaks(&telling);
    tell_race(&telling);
    tell_peak(&telling);
    int changed = tell_weeks(&telling, &last);
    tell_total(&telling, changed, last);
}
