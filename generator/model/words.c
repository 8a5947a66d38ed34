/* Words: the one place where numbers of a plan become phrases. */
#include "model/words.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

#define SECONDS_PER_HOUR   3600
#define SECONDS_PER_MINUTE 60
#define CM_PER_FOOT_X100   3048 /* 30.48 cm */
#define TENTHS             10
#define LONGEST_REPEAT_M   3000 /* what runners still call by metres: "3000 m", but "5 km" */

static const char *keep(struct arena *arena, struct text *text)
{
    const char *kept = text->length ? arena_strndup(arena, text->data, text->length) : NULL;
    text_release(text);
    return kept;
}

const char *words_distance(struct arena *arena, int hundredths, enum units units)
{
    char buffer[QUANTITY_TEXT_SIZE];
    if (hundredths == UNKNOWN)
        return NULL;
    return arena_printf(arena, "%s %s", distance_format(hundredths, buffer), units_name(units));
}

int words_elevation_in(int metres, enum units units)
{
    return units == UNITS_KM ? metres : scale_round(metres, 10000, CM_PER_FOOT_X100);
}

const char *words_elevation_unit(enum units units)
{
    return units == UNITS_KM ? "m" : "ft";
}

const char *words_elevation(struct arena *arena, int metres, enum units units)
{
    if (metres == UNKNOWN)
        return NULL;
    return arena_printf(arena, "%d %s", words_elevation_in(metres, units),
                        words_elevation_unit(units));
}

const char *words_climb_and_descent(struct arena *arena, int climb_m, int descent_m,
                                    enum units units)
{
    struct text text = TEXT_INIT;
    if (climb_m != UNKNOWN)
        text_printf(&text, "+%d ", words_elevation_in(climb_m, units));
    if (descent_m != UNKNOWN)
        text_printf(&text, "−%d ", words_elevation_in(descent_m, units));
    if (text.length)
        text_append(&text, words_elevation_unit(units));
    return keep(arena, &text);
}

const char *words_duration(struct arena *arena, int seconds)
{
    char buffer[QUANTITY_TEXT_SIZE];
    if (seconds == UNKNOWN)
        return NULL;
    if (seconds % SECONDS_PER_MINUTE)
        return arena_strdup(arena, duration_format(seconds, buffer));
    int hours = seconds / SECONDS_PER_HOUR;
    int minutes = seconds % SECONDS_PER_HOUR / SECONDS_PER_MINUTE;
    if (!hours)
        return arena_printf(arena, "%d min", minutes);
    if (!minutes)
        return arena_printf(arena, "%d h", hours);
    return arena_printf(arena, "%d h %d min", hours, minutes);
}

/* "5:45–6:10"; false where the range is unknown. */
static bool append_pace(struct text *text, struct pace_range pace)
{
    char fast[QUANTITY_TEXT_SIZE], slow[QUANTITY_TEXT_SIZE];
    if (pace.fast == UNKNOWN || pace.slow == UNKNOWN)
        return false;
    text_append(text, duration_format(pace.fast, fast));
    if (pace.slow != pace.fast)
        text_printf(text, "–%s", duration_format(pace.slow, slow));
    return true;
}

const char *words_pace(struct arena *arena, struct pace_range pace, enum units units)
{
    struct text text = TEXT_INIT;
    if (append_pace(&text, pace))
        text_printf(&text, " /%s", units_name(units));
    return keep(arena, &text);
}

const char *words_pace_bare(struct arena *arena, struct pace_range pace)
{
    struct text text = TEXT_INIT;
    append_pace(&text, pace);
    return keep(arena, &text);
}

const char *words_day(struct arena *arena, int date)
{
    int year, month, day;
    date_to_ymd(date, &year, &month, &day);
    return arena_printf(arena, "%d %.3s", day, month_name(month));
}

const char *words_date(struct arena *arena, int date)
{
    int year, month, day;
    date_to_ymd(date, &year, &month, &day);
    return arena_printf(arena, "%.3s %d %.3s %d", weekday_long_name(date_weekday(date)), day,
                        month_name(month), year);
}

const char *words_date_span(struct arena *arena, int first, int last)
{
    int year, month, first_day, last_month, last_day;
    date_to_ymd(first, &year, &month, &first_day);
    date_to_ymd(last, &year, &last_month, &last_day);
    if (month == last_month)
        return arena_printf(arena, "%d–%d %.3s", first_day, last_day, month_name(month));
    return arena_printf(arena, "%s – %s", words_day(arena, first), words_day(arena, last));
}

const char *words_race_distance(struct arena *arena, const struct race_distance *distance,
                                enum units units)
{
    if (!distance->text || !distance->text[0])
        return words_distance(arena, distance_from_m(distance->metres, units), units);
    size_t length = strlen(distance->text);
    if (!isdigit((unsigned char)distance->text[length - 1]))
        return distance->text;
    return arena_printf(arena, "%s %s", distance->text, units_name(units));
}

const char *words_week_kind(struct arena *arena, const struct week *week)
{
    const char *phase = phase_name(week->phase), *kind = week_kind_name(week->kind);
    return strcmp(phase, kind) == 0 ? phase : arena_printf(arena, "%s, %s", phase, kind);
}

static void append_named_pace(struct text *text, const char *name, struct pace_range pace)
{
    if (pace.fast == UNKNOWN || pace.slow == UNKNOWN)
        return;
    text_printf(text, "%s%s ", text->length ? " · " : "", name);
    append_pace(text, pace);
}

const char *words_paces(struct arena *arena, const struct paces *paces, enum units units)
{
    struct text text = TEXT_INIT;
    append_named_pace(&text, "Easy", paces->easy);
    append_named_pace(&text, "Marathon", (struct pace_range){paces->marathon, paces->marathon});
    append_named_pace(&text, "Threshold", (struct pace_range){paces->threshold, paces->threshold});
    append_named_pace(&text, "Interval", (struct pace_range){paces->interval, paces->interval});
    append_named_pace(&text, "Repetition",
                      (struct pace_range){paces->repetition, paces->repetition});
    if (text.length)
        text_printf(&text, " (min/%s)", units_name(units));
    return keep(arena, &text);
}

static const char *step_amount(struct arena *arena, const struct step *step, enum units units)
{
    if (step->distance_m == UNKNOWN)
        return words_duration(arena, step->duration_s);
    if (step->distance_m <= LONGEST_REPEAT_M && step->distance_m % 100 == 0)
        return arena_printf(arena, "%d m", step->distance_m);
    return words_distance(arena, distance_from_m(step->distance_m, units), units);
}

/* The step that a repeat is about: the first one that is run. */
static const struct step *repeat_work(const struct step *repeat)
{
    for (size_t i = 0; i < repeat->step_count; i++)
        if (repeat->steps[i].kind == STEP_RUN)
            return &repeat->steps[i];
    return NULL;
}

/* The step that is work: inside a repeat, or run harder than easy; NULL where the step is none. */
static const struct step *step_work(const struct step *step)
{
    if (step->repeat > 0)
        return repeat_work(step);
    bool harder = step->effort == EFFORT_MODERATE || step->effort == EFFORT_HARD;
    return step->kind == STEP_RUN && harder ? step : NULL;
}

static const char *slope_word(const struct session *session)
{
    if (session->kind == SESSION_UPHILL)
        return " uphill";
    return session->kind == SESSION_DOWNHILL ? " downhill" : "";
}

/* What follows the work of a run-walk repeat: the walk is half of the session. */
static const char *walk_words(struct arena *arena, const struct step *repeat, enum units units)
{
    for (size_t i = 0; i < repeat->step_count; i++)
        if (repeat->steps[i].kind == STEP_RECOVERY)
            return arena_printf(arena, " run, %s walk",
                                step_amount(arena, &repeat->steps[i], units));
    return "";
}

const char *words_main_set(struct arena *arena, const struct session *session, enum units units)
{
    struct text text = TEXT_INIT;
    for (size_t i = 0; i < session->step_count; i++) {
        const struct step *step = &session->steps[i], *work = step_work(step);
        const char *amount = work ? step_amount(arena, work, units) : NULL;
        if (!amount)
            continue;
        text_append(&text, text.length ? " + " : "");
        if (step->repeat > 1)
            text_printf(&text, "%d × ", step->repeat);
        text_append(&text, amount);
        if (session->kind == SESSION_RUN_WALK && step->repeat > 0)
            text_append(&text, walk_words(arena, step, units));
    }
    if (text.length)
        text_append(&text, slope_word(session));
    return keep(arena, &text);
}

struct pace_range session_main_pace(const struct session *session)
{
    for (size_t i = 0; i < session->step_count; i++) {
        const struct step *work = step_work(&session->steps[i]);
        if (work && work->pace.fast != UNKNOWN)
            return work->pace;
    }
    return (struct pace_range){UNKNOWN, UNKNOWN};
}

static void append_step(struct text *text, struct arena *arena, const struct step *step,
                        enum units units)
{
    static const char *const verbs[STEP_KIND_COUNT] = {
        [STEP_WARM_UP] = "warm up ",
        [STEP_RUN] = "",
        [STEP_RECOVERY] = "recover ",
        [STEP_COOL_DOWN] = "cool down ",
    };
    const char *amount = step_amount(arena, step, units);
    text_printf(text, "%s%s", verbs[step->kind], amount ? amount : "as felt");
    if (step->kind != STEP_RUN)
        return; /* the effort of the others goes without saying */
    if (step->effort != EFFORT_NONE)
        text_printf(text, " %s", effort_name(step->effort));
    if (step->pace.fast != UNKNOWN && step->pace.slow != UNKNOWN) {
        text_append(text, " at ");
        append_pace(text, step->pace);
    }
}

static void append_steps(struct text *text, struct arena *arena, const struct step *steps,
                         size_t count, enum units units)
{
    for (size_t i = 0; i < count; i++) {
        const struct step *step = &steps[i];
        text_append(text, i ? ", " : "");
        if (step->repeat == 0) {
            append_step(text, arena, step, units);
            continue;
        }
        if (step->repeat > 1)
            text_printf(text, "%d × (", step->repeat);
        append_steps(text, arena, step->steps, step->step_count, units);
        text_append(text, step->repeat > 1 ? ")" : "");
    }
}

const char *words_steps(struct arena *arena, const struct session *session, enum units units)
{
    struct text text = TEXT_INIT;
    append_steps(&text, arena, session->steps, session->step_count, units);
    return keep(arena, &text);
}

const char *words_join(struct arena *arena, const char *separator, const char *const *facts,
                       size_t count)
{
    struct text text = TEXT_INIT;
    for (size_t i = 0; i < count; i++) {
        if (!facts[i])
            continue;
        text_append(&text, text.length ? separator : "");
        text_append(&text, facts[i]);
    }
    const char *joined = arena_strdup(arena, text_string(&text));
    text_release(&text);
    return joined;
}

/* How fast a run is, or how it should feel. */
static const char *speed(struct arena *arena, const struct session *session, enum units units)
{
    const char *pace = words_pace(arena, session->pace, units);
    if (pace || session->effort == EFFORT_NONE)
        return pace;
    return arena_printf(arena, "%s effort", effort_name(session->effort));
}

const char *words_session(struct arena *arena, const struct session *session, enum units units)
{
    const char *const facts[] = {
        session->title ? session->title : session_kind_name(session->kind),
        session->distance != UNKNOWN ? words_distance(arena, session->distance, units)
                                     : words_duration(arena, session->duration_s),
        speed(arena, session, units),
        session->terrain == TERRAIN_NONE ? NULL : terrain_name(session->terrain),
        words_climb_and_descent(arena, session->climb_m, session->descent_m, units),
    };
    return words_join(arena, ", ", facts, sizeof facts / sizeof *facts);
}

const char *words_tenths_of_unit(struct arena *arena, int metres, enum units units)
{
    int tenths = scale_round(distance_from_m(metres, units), TENTHS, HUNDREDTHS);
    char buffer[QUANTITY_TEXT_SIZE];
    return arena_strdup(arena, distance_format(tenths * (HUNDREDTHS / TENTHS), buffer));
}

const char *words_grade(struct arena *arena, int tenths)
{
    char buffer[QUANTITY_TEXT_SIZE];
    return arena_printf(arena, "%s %%", distance_format(tenths * (HUNDREDTHS / TENTHS), buffer));
}

const char *words_band(struct arena *arena, size_t band)
{
    const int *edges = course_band_edges_percent;
    bool is_first = band == 0, is_last = band == COURSE_BAND_COUNT - 1;
    int low = is_first ? edges[0] : edges[band - 1], high = is_last ? edges[band - 1] : edges[band];
    if (is_first || is_last)
        return arena_printf(arena, "%s, over %d %%", is_first ? "down" : "up", abs(low));
    if (low < 0 && high > 0)
        return arena_printf(arena, "level, up to %d %%", high);
    return arena_printf(arena, "%s, %d to %d %%", low < 0 ? "down" : "up", low < 0 ? -high : low,
                        low < 0 ? -low : high);
}

const char *words_stretch(struct arena *arena, const struct course_stretch *stretch,
                          bool is_descent, enum units units)
{
    return arena_printf(arena, "%s in %s %s at %s%s",
                        words_elevation(arena, stretch->metres, units),
                        words_tenths_of_unit(arena, stretch->length_m, units), units_name(units),
                        is_descent ? "−" : "+", words_grade(arena, stretch->grade_tenths));
}

/* The half that holds more of the descent. */
static const char *descent_half(struct arena *arena, const struct course_facts *facts)
{
    int first = facts->first_half_descent_percent;
    bool is_first = first >= 100 - first;
    return arena_printf(arena, "%d %% of the descent in the %s half",
                        is_first ? first : 100 - first, is_first ? "first" : "second");
}

const char *words_course(struct arena *arena, const struct race *race, enum units units)
{
    const struct course *course = &race->course;
    const struct course_facts *facts = &course->facts;
    int length_m = facts->is_known ? course->points[course->point_count - 1].distance_m -
                                         course->points[0].distance_m
                                   : course->track_m;
    if (length_m == 0)
        return NULL;
    bool has_descent = facts->is_known && facts->largest_descent.length_m > 0;
    const char *const parts[] = {
        arena_printf(arena, "Course: %s %s", words_tenths_of_unit(arena, length_m, units),
                     units_name(units)),
        words_climb_and_descent(arena, race->climb_m, race->descent_m, units),
        has_descent ? descent_half(arena, facts) : NULL,
    };
    const char *sentence = words_join(arena, ", ", parts, sizeof parts / sizeof *parts);
    if (has_descent)
        sentence = arena_printf(arena, "%s; largest descent %s", sentence,
                                words_stretch(arena, &facts->largest_descent, true, units));
    return arena_printf(arena, "%s.", sentence);
}
