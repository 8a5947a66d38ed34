/*
 * A plan as events for intervals.icu: a JSON array for its address /events/bulk, which the runner
 * sends, with workouts in the site's own notation. Events keep their external_id when the plan is
 * written anew, and so replace those of before.
 */
#include <inttypes.h>
#include <jansson.h>
#include <stdlib.h>

#include "base/arena.h"
#include "export/formats.h"
#include "export/plan_id.h"
#include "words/words.h"

#define SECONDS_PER_HOUR 3600

struct events {
    struct words words;
    uint64_t id; /* of the plan */
    int time_s;  /* of day, when they begin */
    json_t *list;
};

/* ---- workouts in the notation of the site ---- */

/* "1h15m", "45s"; "m" are minutes. */
static void append_time(struct text *out, int seconds)
{
    const struct {
        int amount;
        const char *unit;
    } parts[] = {{seconds / SECONDS_PER_HOUR, "h"},
                 {seconds % SECONDS_PER_HOUR / SECONDS_PER_MINUTE, "m"},
                 {seconds % SECONDS_PER_MINUTE, "s"}};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (parts[i].amount > 0)
            text_printf(out, "%d%s", parts[i].amount, parts[i].unit);
}

/* " 5:49-6:35/km Pace". */
static void append_pace(struct text *out, struct pace_range pace, enum units units)
{
    char fast[QUANTITY_TEXT_SIZE], slow[QUANTITY_TEXT_SIZE];
    bool is_range = pace.fast != pace.slow;
    text_printf(out, " %s%s%s/%s Pace", duration_format(pace.fast, fast), is_range ? "-" : "",
                is_range ? duration_format(pace.slow, slow) : "", units_name(units));
}

/* A line of the notation: words without numbers, how long, and how fast. */
static void append_line(const struct events *events, const char *terrain, enum effort effort,
                        const char *amount, struct pace_range pace, struct text *out)
{
    const struct words *words = &events->words;
    bool has_pace = pace.fast != UNKNOWN && pace.slow != UNKNOWN;
    const char *const cues[] = {
        terrain, has_pace || effort == EFFORT_NONE ? NULL : words_effort(words, effort)};
    const char *cue = words_join(words->arena, ", ", cues, 2);
    text_printf(out, "- %s%s%s", cue, *cue ? " " : "", amount);
    if (has_pace)
        append_pace(out, pace, words->units);
    text_append(out, "\n");
}

static void append_step(const struct events *events, const struct step *step, struct text *out)
{
    struct text amount = TEXT_INIT;
    enum terrain terrain = step->grade_percent > 0 ? TERRAIN_UPHILL : TERRAIN_DOWNHILL;
    if (step->distance_m != UNKNOWN)
        text_printf(&amount, "%dmtr", step->distance_m);
    else
        append_time(&amount, step->duration_s);
    append_line(events, step->grade_percent ? words_terrain(&events->words, terrain) : NULL,
                step->effort, text_string(&amount), step->pace, out);
    text_release(&amount);
}

/* A repeat stands apart from what is around it. */
static void append_steps(const struct events *events, const struct step *steps, size_t count,
                         struct text *out)
{
    for (size_t i = 0; i < count; i++) {
        const struct step *step = &steps[i];
        bool is_apart = i > 0 && (step->repeat > 0 || steps[i - 1].repeat > 0);
        if (is_apart)
            text_append(out, "\n");
        if (step->repeat == 0) {
            append_step(events, step, out);
            continue;
        }
        text_printf(out, "%dx\n", step->repeat);
        append_steps(events, step->steps, step->step_count, out);
    }
}

/* A run of one piece; of unknown length it is told nothing. */
static void append_whole(const struct events *events, const struct session *session,
                         struct text *out)
{
    struct text amount = TEXT_INIT;
    char buffer[QUANTITY_TEXT_SIZE];
    if (session->distance != UNKNOWN)
        text_printf(&amount, "%s%s", distance_format(session->distance, buffer),
                    units_name(events->words.units));
    else if (session->duration_s != UNKNOWN)
        append_time(&amount, session->duration_s);
    if (amount.length > 0)
        append_line(events, NULL, session->effort, text_string(&amount), session->pace, out);
    text_release(&amount);
}

/* ---- events ---- */

/* Whether it could be added; out of memory it can't. */
static bool add_event(struct events *events, int date, size_t index, const struct session *session)
{
    char day[DATE_TEXT_SIZE];
    struct text workout = TEXT_INIT;
    struct arena *arena = events->words.arena;
    const char *title = session->title ? words_translate(&events->words, session->title)
                                       : words_session_kind(&events->words, session->kind);
    date_format(date, day);
    if (session->step_count > 0)
        append_steps(events, session->steps, session->step_count, &workout);
    else
        append_whole(events, session, &workout);
    const char *begins =
        arena_printf(arena, "%sT%02d:%02d:00", day, events->time_s / SECONDS_PER_HOUR,
                     events->time_s % SECONDS_PER_HOUR / SECONDS_PER_MINUTE);
    const char *id =
        arena_printf(arena, "hillplan-%016" PRIx64 "-%s-%zu", events->id, day, index + 1);
    json_t *event =
        json_pack("{ss ss ss ss ss ss}", "category", "WORKOUT", "start_date_local", begins, "type",
                  "Run", "name", title, "description", text_string(&workout), "external_id", id);
    text_release(&workout);
    return json_array_append_new(events->list, event) == 0;
}

static bool add_day(struct events *events, const struct day *day)
{
    bool done = true;
    for (size_t i = 0; done && i < day->session_count; i++)
        if (session_is_run(&day->sessions[i]))
            done = add_event(events, day->date, i, &day->sessions[i]);
    return done;
}

bool export_intervals(const struct export_source *source, struct text *out, struct error *error)
{
    const struct plan *plan = source->plan;
    struct events events = {
        {arena_new(), plan->units, source->language}, plan_id(plan), source->time_s, json_array()};
    bool done = events.list;
    for (size_t w = 0; w < plan->week_count; w++)
        for (size_t d = 0; done && d < DAYS_PER_WEEK; d++)
            done = add_day(&events, &plan->weeks[w].days[d]);
    char *bytes = done ? json_dumps(events.list, JSON_INDENT(2)) : NULL;
    if (bytes)
        text_printf(out, "%s\n", bytes);
    else
        error_add(error, STATUS_SYSTEM, NULL, 0, 0, "out of memory");
    free(bytes);
    json_decref(events.list);
    arena_free(events.words.arena);
    return bytes;
}
