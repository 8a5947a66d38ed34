/* Words for sessions and their steps. */
#include "words/words.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

/* What runners still call by metres: "3000 m" of work, but "5 km", and "2.4 km easy". */
#define LONGEST_REPEAT_M 3000
#define LONGEST_EASY_M   1000

static const char *kept_text(const struct words *words, struct text *text)
{
    const char *kept = text->length ? arena_strndup(words->arena, text->data, text->length) : NULL;
    text_release(text);
    return kept;
}

static const char *step_amount(const struct words *words, const struct step *step)
{
    if (step->distance_m == UNKNOWN)
        return words_duration(words, step->duration_s);
    int longest = step->effort == EFFORT_EASY ? LONGEST_EASY_M : LONGEST_REPEAT_M;
    if (step->distance_m <= longest && step->distance_m % 100 == 0)
        return arena_printf(words->arena, "%d %s", step->distance_m,
                            words_phrase(words, PHRASE_UNIT_M));
    return words_distance(words, distance_from_m(step->distance_m, words->units));
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

/* A run-walk repeat: the walk is half of the session. */
static const char *run_and_walk(const struct words *words, const struct step *repeat,
                                const char *amount)
{
    for (size_t i = 0; i < repeat->step_count; i++)
        if (repeat->steps[i].kind == STEP_RECOVERY)
            return SAY(words, PHRASE_RUN_AND_WALK, amount, step_amount(words, &repeat->steps[i]));
    return amount;
}

/* One part of a main set: "6 × 1000 m"; NULL where the step is none. */
static const char *set_part(const struct words *words, const struct session *session,
                            const struct step *step)
{
    bool walks = session->kind == SESSION_RUN_WALK;
    bool is_stretch = walks && session->step_count > 1 && step->kind == STEP_RUN;
    const struct step *work = is_stretch && step->repeat == 0 ? step : step_work(step);
    const char *amount = work ? step_amount(words, work) : NULL;
    if (!amount)
        return NULL;
    if (walks && step->repeat > 0)
        amount = run_and_walk(words, step, amount);
    if (step->repeat <= 1)
        return amount;
    return SAY(words, PHRASE_REPEATS, words_count(words, (size_t)step->repeat), amount);
}

const char *words_main_set(const struct words *words, const struct session *session)
{
    struct text text = TEXT_INIT;
    for (size_t i = 0; i < session->step_count; i++) {
        const char *part = set_part(words, session, &session->steps[i]);
        if (part)
            text_printf(&text, "%s%s", text.length ? " + " : "", part);
    }
    const char *set = kept_text(words, &text);
    if (set && session->kind == SESSION_UPHILL)
        return SAY(words, PHRASE_SET_UPHILL, set);
    if (set && session->kind == SESSION_DOWNHILL)
        return SAY(words, PHRASE_SET_DOWNHILL, set);
    return set;
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

static const enum phrase efforts[EFFORT_COUNT] = {
    [EFFORT_EASY] = PHRASE_EFFORT_EASY,
    [EFFORT_MODERATE] = PHRASE_EFFORT_MODERATE,
    [EFFORT_HARD] = PHRASE_EFFORT_HARD,
};

/* "uphill 6 %"; NULL of a step that asks for no slope. */
static const char *slope_words(const struct words *words, const struct step *step)
{
    int percent = step->grade_percent;
    enum terrain terrain = percent > 0 ? TERRAIN_UPHILL : TERRAIN_DOWNHILL;
    return percent == 0 ? NULL
                        : arena_printf(words->arena, "%s %s", words_terrain(words, terrain),
                                       words_grade(words, 10 * abs(percent)));
}

/* Run-walk recovers by walking. */
static const char *step_words(const struct words *words, const struct step *step, bool walks)
{
    static const enum phrase verbs[STEP_KIND_COUNT] = {
        [STEP_WARM_UP] = PHRASE_STEP_WARM_UP,
        [STEP_RUN] = PHRASE_STEP_RUN,
        [STEP_RECOVERY] = PHRASE_STEP_RECOVERY,
        [STEP_COOL_DOWN] = PHRASE_STEP_COOL_DOWN,
    };
    const char *amount = step_amount(words, step);
    enum phrase verb = walks && step->kind == STEP_RECOVERY ? PHRASE_STEP_WALK : verbs[step->kind];
    const char *all = SAY(words, verb, amount ? amount : words_phrase(words, PHRASE_STEP_AS_FELT));
    if (step->kind != STEP_RUN)
        return all; /* the effort of the others goes without saying */
    if (step->effort != EFFORT_NONE)
        all = SAY(words, PHRASE_STEP_EFFORT, all, words_phrase(words, efforts[step->effort]));
    const char *pace = words_pace_bare(words, step->pace);
    return pace ? SAY(words, PHRASE_STEP_AT_PACE, all, pace) : all;
}

const char *words_step(const struct words *words, const struct session *session,
                       const struct step *step)
{
    if (step->kind != STEP_RUN)
        return step_words(words, step, session->kind == SESSION_RUN_WALK);
    const char *const facts[] = {
        slope_words(words, step),
        step->effort == EFFORT_NONE ? NULL : words_phrase(words, efforts[step->effort])};
    return words_join(words->arena, ", ", facts, 2);
}

static const char *steps_words(const struct words *words, const struct step *steps, size_t count,
                               bool walks)
{
    struct text text = TEXT_INIT;
    for (size_t i = 0; i < count; i++) {
        const struct step *step = &steps[i];
        const char *all = step->repeat ? steps_words(words, step->steps, step->step_count, walks)
                                       : step_words(words, step, walks);
        if (step->repeat > 1)
            all = SAY(words, PHRASE_REPEATS, words_count(words, (size_t)step->repeat),
                      arena_printf(words->arena, "(%s)", all));
        text_printf(&text, "%s%s", i ? ", " : "", all);
    }
    const char *kept = kept_text(words, &text);
    return kept;
}

const char *words_steps(const struct words *words, const struct session *session)
{
    return steps_words(words, session->steps, session->step_count,
                       session->kind == SESSION_RUN_WALK);
}

/* How fast a run is, or how it should feel. */
static const char *speed(const struct words *words, const struct session *session)
{
    const char *pace = words_pace(words, session->pace);
    if (pace || session->effort == EFFORT_NONE)
        return pace;
    return words_effort(words, session->effort);
}

const char *words_session(const struct words *words, const struct session *session)
{
    const char *const facts[] = {
        session->title ? words_translate(words, session->title) : session_kind_name(session->kind),
        session->distance != UNKNOWN ? words_distance(words, session->distance)
                                     : words_duration(words, session->duration_s),
        speed(words, session),
        session->terrain == TERRAIN_NONE ? NULL : words_terrain(words, session->terrain),
        words_climb_and_descent(words, session->climb_m, session->descent_m),
    };
    return words_join(words->arena, ", ", facts, sizeof facts / sizeof *facts);
}

/* A title that can be anything, the name of a race, with what it is before it. */
static const char *title_with_kind(const struct words *words, const struct session *session)
{
    const char *title = words_translate(words, session->title);
    if (session->kind == SESSION_RACE)
        return SAY(words, PHRASE_RACE_NAMED, title);
    return session->kind == SESSION_TUNE_UP ? SAY(words, PHRASE_TUNE_UP_NAMED, title) : title;
}

const char *words_session_brief(const struct words *words, const struct session *session)
{
    /* "6 miles easy", as somebody else wrote it; not "VO2 intervals". */
    bool tells_all = !session_is_race(session) && session->steps_are_unknown &&
                     strpbrk(session->title, "0123456789");
    const char *const facts[] = {title_with_kind(words, session),
                                 session->effort == EFFORT_MODERATE && !tells_all
                                     ? words_phrase(words, PHRASE_EFFORT_MODERATE)
                                     : NULL,
                                 tells_all ? NULL
                                 : session->distance != UNKNOWN
                                     ? words_distance(words, session->distance)
                                     : words_duration(words, session->duration_s)};
    return words_join(words->arena, ", ", facts, sizeof facts / sizeof *facts);
}
