/* Day cells: the choice of words for one day. */
#include "print/day_cell.h"

#include <string.h>

#include "base/text.h"
#include "words/words.h"

/* How much a session makes the day what it is: races, then hard ones, then any that is run. */
static int session_rank(const struct session *session)
{
    if (session_is_race(session))
        return 3;
    if (!session_is_run(session))
        return 0;
    return session_is_hard(session) ? 2 : 1;
}

static const struct session *main_session(const struct day *day)
{
    const struct session *main = NULL;
    for (size_t i = 0; i < day->session_count; i++) {
        const struct session *session = &day->sessions[i];
        if (!main || session_rank(session) > session_rank(main) ||
            (session_rank(session) == session_rank(main) && session->distance > main->distance))
            main = session;
    }
    return main;
}

/* Run-walk goes by time: its distance is an estimate. */
static bool goes_by_time(const struct session *session)
{
    return session->distance == UNKNOWN ||
           (session->kind == SESSION_RUN_WALK && session->duration_s != UNKNOWN);
}

/* A distance with as many decimals as it has, with one at most, and with none. */
static void set_short_amounts(struct day_cell *card, const struct words *words, int distance)
{
    static const int steps[] = {1, HUNDREDTHS / 10, HUNDREDTHS};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        card->short_amounts[i] =
            words_hundredths(words, scale_round(distance, 1, steps[i]) * steps[i]);
}

static void set_amount(struct day_cell *card, const struct words *words, const struct plan *plan)
{
    const struct session *session = card->session;
    if (!goes_by_time(session)) {
        card->amount = words_distance(words, session->distance);
        set_short_amounts(card, words, session->distance);
    } else if (session->duration_s != UNKNOWN) {
        card->amount = words_duration(words, session->duration_s);
        card->short_amounts[0] = arena_printf(words->arena, "%d'", session->duration_s / 60);
    } else if (session->kind == SESSION_RACE) {
        card->amount = words_race_distance(words, &plan->race.distance);
    }
}

static void set_goal(struct day_cell *card, const struct words *words, const char *time)
{
    card->extras[0] = SAY(words, PHRASE_GOAL, time);
    card->extras[1] = arena_strdup(words->arena, time);
}

static void set_race_details(struct day_cell *card, const struct words *words,
                             const struct plan *plan)
{
    char buffer[QUANTITY_TEXT_SIZE];
    const struct session *session = card->session;
    card->details[0] = session->title;
    if (session->kind == SESSION_RACE && plan->race.goal_time_s != UNKNOWN)
        set_goal(card, words, duration_format(plan->race.goal_time_s, buffer));
}

static void set_hills(struct day_cell *card, const struct words *words)
{
    const struct session *session = card->session;
    const char *hills = words_climb_and_descent(words, session->climb_m, session->descent_m);
    const char *unit = hills ? strrchr(hills, ' ') : NULL;
    card->extras[0] = hills;
    if (unit)
        card->extras[1] = arena_strndup(words->arena, hills, (size_t)(unit - hills));
}

/* Whether a set is one distance: without a word beside it, it would be taken for the day's. */
static bool is_one_distance(const struct session *session)
{
    bool is_distance = false;
    for (size_t i = 0; i < session->step_count; i++) {
        const struct step *step = &session->steps[i];
        if (step->repeat > 1)
            return false;
        is_distance = is_distance || (step->kind == STEP_RUN && step->effort != EFFORT_EASY &&
                                      step->distance_m != UNKNOWN);
    }
    return is_distance;
}

static void set_details(struct day_cell *card, const struct words *words)
{
    const struct session *session = card->session;
    const char *set = words_main_set(words, session);
    struct session level = *session; /* whose set does not tell the slope, which the tag does */
    level.kind = SESSION_TEMPO;
    const char *pace = words_pace(words, session->pace);
    if (set) {
        struct pace_range main_pace = session_main_pace(session);
        const char *set_pace = words_pace(words, main_pace);
        if (set_pace) {
            card->details[0] = arena_printf(words->arena, "%s @ %s", set, set_pace);
            card->details[1] =
                arena_printf(words->arena, "%s @ %s", set, words_pace_bare(words, main_pace));
        }
        const char *bare = words_main_set(words, &level);
        bool is_clear = !is_one_distance(session);
        if (is_clear || !set_pace || strcmp(set, bare) != 0)
            card->details[2] = set;
        if (is_clear)
            card->details[3] = bare;
    } else if (pace) {
        card->details[0] = pace;
        card->details[1] = words_pace_bare(words, session->pace);
    } else if (session_is_run(session) && session->effort != EFFORT_NONE) {
        card->details[0] = words_effort(words, session->effort);
    }
    bool is_flat = session->terrain == TERRAIN_FLAT || session->terrain == TERRAIN_NONE;
    if (!is_flat)
        set_hills(card, words);
}

/* What the other sessions of a kind come to: their distance, of one without any its time. */
static const char *amount_of_kind(const struct words *words, const struct day_cell *card,
                                  const struct day *day, const struct session *first)
{
    int sum = first->distance;
    if (sum == UNKNOWN)
        return words_duration(words, first->duration_s);
    for (const struct session *next = first + 1; next < day->sessions + day->session_count; next++)
        if (next != card->session && next->kind == first->kind && sum != UNKNOWN)
            sum = next->distance == UNKNOWN ? UNKNOWN : sum + next->distance;
    return sum == UNKNOWN ? NULL : words_distance(words, sum);
}

static bool is_told(const struct day_cell *card, const struct day *day,
                    const struct session *session)
{
    for (const struct session *before = day->sessions; before < session; before++)
        if (before != card->session && before->kind == session->kind)
            return true;
    return session == card->session;
}

/* The other sessions, those of a kind together. */
static void set_more(struct day_cell *card, const struct words *words, const struct day *day)
{
    struct text whole = TEXT_INIT, names = TEXT_INIT;
    for (size_t i = 0; i < day->session_count; i++) {
        const struct session *session = &day->sessions[i];
        if (is_told(card, day, session))
            continue;
        const char *amount = amount_of_kind(words, card, day, session);
        const char *word = words_session_kind(words, session->kind);
        const char *const facts[] = {word, amount};
        const char *both = words_join(words->arena, " ", facts, 2);
        text_printf(&whole, "%s%s", whole.length ? " " : "",
                    SAY(words, PHRASE_MORE_SESSIONS, both));
        text_printf(&names, "%s%s", names.length ? " " : "",
                    SAY(words, PHRASE_MORE_SESSIONS, word));
    }
    if (whole.length) {
        card->more[0] = arena_strdup(words->arena, text_string(&whole));
        card->more[1] = arena_strdup(words->arena, text_string(&names));
    }
    text_release(&whole);
    text_release(&names);
}

/* Of a day that is over its pace and hills no longer matter. */
static void set_mark(struct day_cell *card, const char *mark)
{
    if (!mark)
        return;
    for (size_t i = 0; i < CARD_WORDINGS; i++)
        card->details[i] = card->extras[i] = NULL;
    card->details[0] = mark;
}

bool day_cell_is_loud(const struct day_cell *card)
{
    return card->is_tagged && card->session->kind != SESSION_EASY &&
           card->session->kind != SESSION_RUN_WALK;
}

struct day_cell day_cell_make(const struct words *words, const struct plan *plan,
                              const struct day *day)
{
    struct day_cell card = {.session = main_session(day)};
    const struct session *session = card.session;
    if (!session) {
        card.title = card.word = words_rest(words, plan, day);
        card.details[0] = words_day_mark(words, plan, day);
        return card;
    }
    bool is_race = session_is_race(session);
    card.is_tagged = session_is_run(session);
    card.word = words_session_kind(words, session->kind);
    card.title = is_race || !session->title ? card.word : words_translate(words, session->title);
    set_amount(&card, words, plan);
    if (is_race)
        set_race_details(&card, words, plan);
    else
        set_details(&card, words);
    set_more(&card, words, day);
    set_mark(&card, words_day_mark(words, plan, day));
    return card;
}
