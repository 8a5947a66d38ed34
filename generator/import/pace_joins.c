/* Names of paces, so that their numbers are no amounts. */
#include "import/amount_rules.h"

#define LEAST_HARD_PERCENT 88  /* of the pace of a race */
#define MOST_OFFSET_S      120 /* "MP + 20" */

static bool set_pace(struct cell_token *joined, int kind, int effort)
{
    joined->is = IS_INTENSITY;
    joined->lo = joined->hi = 0;
    joined->is_pace = true;
    joined->kind = kind;
    joined->effort = effort;
    joined->terrain = -1;
    joined->word = NULL;
    return true;
}

bool join_strength_pace(struct rule_match *match, struct cell_token *joined)
{
    (void)match;
    return set_pace(joined, -1, EFFORT_HARD);
}

bool join_growing_effort(struct rule_match *match, struct cell_token *joined)
{
    (void)match;
    joined->is = IS_WORD | HAS_KIND;
    joined->kind = KIND_PROGRESSION;
    joined->effort = -1;
    return true;
}

bool join_pace(struct rule_match *match, struct cell_token *joined)
{
    (void)match;
    return set_pace(joined, -1, -1);
}

/* "allure marathon", "@ MP", "easy pace" */
bool join_named_pace(struct rule_match *match, struct cell_token *joined)
{
    const struct cell_token *name = match->parts[0];
    for (size_t i = 0; i < 3 && (name->is & (ROLE(ROLE_AT) | ROLE(ROLE_PACE))); i++)
        name = match->parts[i] ? match->parts[i] : name;
    if (name->is & (ROLE(ROLE_EXTRA) | ROLE(ROLE_OTHER) | ROLE(ROLE_WALK) | ROLE(ROLE_COUNT)))
        return false;
    if (name->is & ROLE(ROLE_RACE))
        return set_pace(joined, SESSION_RACE_PACE, EFFORT_HARD);
    return set_pace(joined, name->kind, name->effort);
}

/* "allure marathon", "rythme soutenu"; but "marathon pace easy" is named in front. */
bool join_pace_of_name(struct rule_match *match, struct cell_token *joined)
{
    uint64_t before = match->first ? match->cell->tokens[match->first - 1].is : 0;
    bool is_race = match->first && (before & IS_DIST) && /* "5k pace intervals" */
                   match->cell->plain.lower[match->cell->tokens[match->first - 1].end - 1] == 'k';
    return !is_race && !(before & (ROLE(ROLE_RACE) | IS_RACE_PACE)) &&
           join_named_pace(match, joined);
}

#define FASTEST_PACE_S 120
#define SLOWEST_PACE_S 900

/* "pace: 5:30-5:45", "ritmo 4:30"; behind a name only with a colon. */
bool join_pace_time(struct rule_match *match, struct cell_token *joined)
{
    const struct cell_token *time = match->parts[2];
    uint64_t before = match->first ? match->cell->tokens[match->first - 1].is : 0;
    bool has_colon = match->parts[1];
    bool is_pace = time->is & IS_CLOCK ? time->hi >= FASTEST_PACE_S && time->hi <= SLOWEST_PACE_S
                                       : has_colon && time->hi <= SLOWEST_PACE_S;
    bool is_half = !match->parts[3] != !match->parts[4];
    if (!is_pace || is_half || (!has_colon && (before & (HAS_KIND | HAS_EFFORT))))
        return false;
    return set_pace(joined, -1, -1);
}

#define MOST_PACES 6

/* "allure 1": paces by number; but "easy pace 5" is a run. */
bool join_pace_number(struct rule_match *match, struct cell_token *joined)
{
    uint64_t before = match->first ? match->cell->tokens[match->first - 1].is : 0;
    int number = match->parts[1]->hi;
    return !(before & (HAS_KIND | HAS_EFFORT | ROLE(ROLE_RACE))) && number % HUNDREDTHS == 0 &&
           number <= MOST_PACES * HUNDREDTHS && set_pace(joined, -1, -1);
}

/* "10 s slower than goal pace" */
bool join_slower(struct rule_match *match, struct cell_token *joined)
{
    return match->parts[0]->hi <= MOST_OFFSET_S && set_pace(joined, -1, -1);
}

/* "6 x 1000 m a ritmo 10k"; but "easy pace 10 km" is a run of that length. */
bool join_pace_length(struct rule_match *match, struct cell_token *joined)
{
    const struct cell_text *cell = match->cell;
    uint64_t before = match->first ? cell->tokens[match->first - 1].is : 0;
    if (!(tokens_have(cell, 0, match->first) & (IS_AMOUNT | IS_REPEAT)) ||
        (before & (HAS_KIND | HAS_EFFORT | ROLE(ROLE_RACE))))
        return false;
    joined->is_race_name = true;
    return set_pace(joined, SESSION_RACE_PACE, EFFORT_HARD);
}

bool join_percent(struct rule_match *match, struct cell_token *joined)
{
    bool is_hard = match->parts[1]->hi >= LEAST_HARD_PERCENT * HUNDREDTHS;
    return set_pace(joined, -1, is_hard ? EFFORT_HARD : -1);
}

bool join_race_pace(struct rule_match *match, struct cell_token *joined)
{
    (void)match;
    joined->is_race_name = true;
    return set_pace(joined, SESSION_RACE_PACE, EFFORT_HARD);
}

/* "10k pace"; but "5 km race pace" is a run of 5 km, and "5 mi pace", too. */
bool join_distance_pace(struct rule_match *match, struct cell_token *joined)
{
    const struct cell_token *distance = match->parts[0];
    bool is_short = match->cell->plain.lower[distance->end - 1] == 'k';
    bool is_named = match->parts[1] || (match->parts[2]->is & IS_RACE_PACE);
    const struct cell_text *cell = match->cell;
    bool is_of_other = !is_short && match->end < cell->count && /* "10 km ritmo alegre" */
                       (cell->tokens[match->end].is & IS_UNKNOWN);
    if (distance->unit != UNIT_KM || (is_named && !is_short) || distance->lo != distance->hi ||
        is_of_other)
        return false;
    joined->is_race_name = true;
    return set_pace(joined, SESSION_RACE_PACE, EFFORT_HARD);
}

bool join_pace_run(struct rule_match *match, struct cell_token *joined)
{
    const struct cell_text *cell = match->cell;
    bool is_of_other = match->end < cell->count && (cell->tokens[match->end].is & IS_UNKNOWN);
    if (match->parts[0]->kind >= 0 || is_of_other)
        return false;
    joined->kind = SESSION_RACE_PACE;
    joined->effort = EFFORT_HARD;
    return true;
}

/* "6 pace", "5 m pace", alone: a run at race pace, as of the plan's other cells */
bool join_bare_pace_run(struct rule_match *match, struct cell_token *joined)
{
    return match->first == 0 && match->end == match->cell->count && join_pace_run(match, joined);
}

bool join_intensities(struct rule_match *match, struct cell_token *joined)
{
    const struct cell_token *first = match->parts[0], *second = match->parts[2];
    return set_pace(joined, first->kind >= 0 ? first->kind : second->kind,
                    first->effort == second->effort ? first->effort : -1);
}

/* "MP - 10s" */
bool join_offset(struct rule_match *match, struct cell_token *joined)
{
    const struct cell_token *offset = match->parts[2];
    bool is_small = offset->is & IS_DUR ? offset->hi <= MOST_OFFSET_S
                                        : offset->is_glued && offset->hi <= 60 * HUNDREDTHS;
    (void)joined;
    return is_small;
}
