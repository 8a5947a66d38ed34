/* From tokens to fewer tokens: numbers and their units, ranges, repeats, paces. */
#include <string.h>

#include "import/amount_rules.h"

#define TO     (ROLE(ROLE_UPTO) | IS_JOIN | IS_DASH)
#define TO_OR  (TO | ROLE(ROLE_OR))
#define AT     ROLE(ROLE_AT)
#define PACE   ROLE(ROLE_PACE)
#define RACE   ROLE(ROLE_RACE)
#define SETS   ROLE(ROLE_SETS)
#define LESSER ROLE(ROLE_LESSER)
#define EITHER (ROLE(ROLE_AND) | ROLE(ROLE_OR) | IS_SLASH)
#define CLIMB  (ROLE(ROLE_CLIMB) | ROLE(ROLE_DESCENT))
#define A_PACE (PACE | IS_RACE_PACE)
#define A_NAME (HAS_KIND | HAS_EFFORT | RACE | IS_LETTER | IS_RACE_PACE)
#define A_TIME (IS_DUR | IS_CLOCK)
#define SOME   (IS_AMOUNT | IS_NUM)
#define HOW    (HAS_KIND | HAS_EFFORT | ROLE(ROLE_RUN) | ROLE(ROLE_WALK) | ROLE(ROLE_REST) | MAYBE)

/* The order counts: a rule sees what those before it left. Each has a cell in the tests. */
static const struct amount_rule rules[] = {
    {"strength pace", {AT | MAYBE, IS_STRENGTH, PACE}, join_strength_pace},
    {"growing effort", {HAS_EFFORT, IS_ARROW, HAS_EFFORT}, join_growing_effort},
    {"pace of a clock", {AT, IS_CLOCK, IS_JOIN | IS_DASH, IS_CLOCK}, join_pace},
    {"pace of a clock", {AT, IS_CLOCK}, join_pace},
    {"pace of a time",
     {PACE, IS_COLON | MAYBE, A_TIME, TO | MAYBE, A_TIME | MAYBE},
     join_pace_time},
    {"label of a total", {ROLE(ROLE_TOTAL), IS_COLON}, join_total_label},
    {"range in words", {ROLE(ROLE_BETWEEN), IS_NUM, ROLE(ROLE_AND), IS_NUM}, join_range_words},
    {"label of a recovery", {ROLE(ROLE_BETWEEN), IS_COLON}, join_label},
    {"range", {IS_NUM, TO_OR, IS_NUM}, join_range},
    {"range by a stroke", {IS_NUM, IS_SLASH, IS_NUM}, join_stroke_range},
    {"range, unit twice", {IS_NUM, IS_UNIT, TO_OR, IS_NUM, IS_UNIT}, join_unit_range},
    {"feet of climb", {IS_NUM, IS_UNIT, CLIMB}, join_feet_mark},
    {"feet of climb", {CLIMB, IS_COLON | MAYBE, IS_NUM, IS_UNIT}, join_feet_mark},
    {"amount", {IS_NUM, IS_UNIT}, join_amount},
    {"unit behind a word", {IS_NUM, HAS_KIND | HAS_EFFORT, IS_UNIT}, join_late_unit},
    {"hours and minutes", {IS_DUR, ROLE(ROLE_AND) | MAYBE, IS_DUR}, join_hours},
    {"hours and minutes", {IS_DUR, IS_NUM}, join_bare_minutes},
    {"number of a week", {ROLE(ROLE_WEEK), IS_NUM}, join_week},
    {"range of times", {A_TIME, TO | IS_ARROW, A_TIME}, join_time_range},
    {"range by a stroke", {IS_DUR, IS_SLASH, IS_DUR}, join_stroke_times},
    {"offset in words", {IS_DUR, PACE}, join_slower},
    {"both units", {IS_DIST | IS_NUM, IS_OPEN, IS_DIST, IS_CLOSE}, join_both_units},
    {"both units", {IS_DIST, IS_SLASH, IS_DIST}, join_both_units},
    {"climb", {IS_DIST | IS_AMBIGUOUS | IS_NUM, CLIMB}, join_climb},
    {"climb", {CLIMB, IS_COLON | MAYBE, IS_DIST | IS_AMBIGUOUS | IS_NUM}, join_climb},
    {"feet of hills",
     {IS_WORD, IS_OPEN | IS_COLON | IS_COMMA | MAYBE, IS_DIST, IS_CLOSE | MAYBE},
     join_feet},
    {"feet of hills", {IS_DIST, IS_WORD}, join_feet},
    {"letters", {SOME, IS_LETTER}, join_letter},
    {"letters", {IS_LETTER, SOME}, join_letter},
    {"lesser of two", {LESSER, SOME, EITHER, SOME}, join_lesser_of},
    {"lesser of two",
     {SOME, HOW, HOW, EITHER, SOME, IS_COMMA | IS_OPEN | IS_DASH | MAYBE, LESSER},
     join_lesser},
    {"n times", {HAS_KIND, IS_NUM, SETS}, join_times},
    {"on and off", {IS_NUM, IS_SLASH, IS_NUM, IS_X, IS_NUM}, join_on_off},
    {"times on and off", {IS_NUM, IS_X, IS_NUM, IS_SLASH, IS_NUM}, join_times_on_off},
    {"run and walk",
     {ROLE(ROLE_RUN), IS_NUM, IS_COMMA | IS_SLASH | MAYBE, ROLE(ROLE_WALK), IS_NUM,
      IS_COMMA | MAYBE, IS_X, IS_NUM},
     join_run_walk},
    {"run and walk",
     {IS_DUR, ROLE(ROLE_RUN), IS_COMMA | IS_SLASH | MAYBE, IS_DUR, ROLE(ROLE_WALK),
      IS_COMMA | MAYBE, IS_X, IS_NUM},
     join_run_walk},
    {"run and walk",
     {ROLE(ROLE_RUN), IS_DUR, IS_COMMA | IS_SLASH | MAYBE, ROLE(ROLE_WALK), IS_DUR,
      IS_COMMA | MAYBE, IS_X, IS_NUM},
     join_run_walk},
    {"ratio", {IS_NUM, IS_COLON | IS_SLASH, IS_NUM}, join_ratio},
    {"repeat of on and off",
     {IS_NUM, IS_X, IS_OPEN | MAYBE, IS_AMOUNT | IS_AMBIGUOUS, HOW, HOW, IS_SLASH,
      IS_AMOUNT | IS_AMBIGUOUS, HOW, HOW, IS_CLOSE | MAYBE},
     join_pairs},
    {"repeat", {IS_NUM, IS_X, SOME | IS_AMBIGUOUS}, join_repeat},
    {"factor behind", {IS_AMOUNT, IS_OPEN | MAYBE, IS_X, IS_NUM}, join_factor},
    {"repeats of repeats", {IS_NUM, SETS, IS_REPEAT}, join_sets},
    {"repeats of repeats", {IS_NUM, IS_X, IS_OPEN | MAYBE, IS_REPEAT, IS_CLOSE | MAYBE}, join_sets},
    {"repeats of repeats", {IS_REPEAT, IS_X, SOME}, join_repeat_of_number},
    {"repeat in words", {IS_NUM, IS_JOIN | MAYBE, SETS, HAS_KIND | MAYBE, SOME}, join_repeat_words},
    {"hills", {IS_NUM, IS_X, ROLE(ROLE_COUNT)}, join_hills},
    {"hills", {ROLE(ROLE_COUNT), IS_OPEN, IS_NUM, IS_CLOSE}, join_bracket_count},
    {"repeat of a bracket", {IS_NUM, IS_X | SETS, IS_OPEN}, join_bracket},
    {"bracket and factor", {IS_OPEN}, join_bracket_factor},
    {"parts and factor", {SOME | ROLE(ROLE_RUN) | HAS_KIND | HAS_EFFORT}, join_parts_factor},
    {"repeat of anything", {IS_NUM, IS_X}, join_anything},
    {"repeat of all", {IS_X, IS_NUM}, join_all},
    {"counted intervals", {IS_NUM, HAS_KIND, IS_AMOUNT}, join_counted},
    {"ladder", {IS_NUM, IS_COMMA, IS_NUM, IS_COMMA, IS_NUM}, join_ladder},
    {"counts", {IS_NUM, HAS_EFFORT | IS_UNKNOWN | MAYBE, ROLE(ROLE_COUNT)}, join_count},
    {"counts", {IS_NUM, HAS_KIND | MAYBE, IS_MANY | ROLE(ROLE_RUNS)}, join_count},
    {"pace of a name", {PACE, RACE | HAS_KIND | HAS_EFFORT}, join_pace_of_name},
    {"number of a pace", {PACE, IS_NUM}, join_pace_number},
    {"length of a pace", {PACE, IS_DIST}, join_pace_length},
    {"percent of a pace",
     {AT | MAYBE, IS_PERCENT, IS_DIST | RACE | IS_RACE_PACE, PACE | MAYBE},
     join_percent},
    {"race as pace",
     {AT, IS_DIST | RACE, TO | IS_SLASH, IS_DIST | RACE, A_PACE | MAYBE},
     join_race_pace},
    {"race as pace", {AT, IS_DIST | RACE, RACE | MAYBE, A_PACE | MAYBE}, join_race_pace},
    {"race as pace", {IS_DIST, TO, RACE, A_PACE}, join_race_pace},
    {"race as pace", {IS_DIST, RACE | MAYBE, A_PACE}, join_distance_pace},
    {"at an effort", {AT, A_NAME, PACE | MAYBE}, join_named_pace},
    {"race pace", {RACE, A_PACE}, join_race_pace},
    {"kind pace", {A_NAME, PACE}, join_named_pace},
    {"pace alone", {IS_DIST, PACE}, join_pace_run},
    {"pace of a number", {IS_NUM | IS_AMBIGUOUS, PACE}, join_bare_pace_run},
    {"joined",
     {IS_INTENSITY | IS_RACE_PACE, TO | IS_SLASH, IS_INTENSITY | IS_RACE_PACE},
     join_intensities},
    {"offset", {IS_INTENSITY | IS_RACE_PACE, IS_PLUS | TO, IS_DUR | IS_NUM}, join_offset},
};

const char *amount_rule_name(size_t index)
{
    return index < sizeof rules / sizeof *rules ? rules[index].name : NULL;
}

/* Whether the pattern's rest fits the tokens from a place on; notes which it fits. */
static bool fits(const struct cell_text *cell, const uint64_t *pattern, size_t part, size_t at,
                 struct rule_match *match)
{
    if (part == MOST_PATTERN || !pattern[part]) {
        match->end = at;
        return true;
    }
    match->parts[part] = at < cell->count ? &cell->tokens[at] : NULL;
    if (match->parts[part] && (match->parts[part]->is & pattern[part] & ~MAYBE) &&
        fits(cell, pattern, part + 1, at + 1, match))
        return true;
    match->parts[part] = NULL;
    return (pattern[part] & MAYBE) && fits(cell, pattern, part + 1, at, match);
}

/* Puts a token in the place of those of a match. */
static void replace(struct cell_text *cell, const struct rule_match *match,
                    const struct cell_token *joined)
{
    size_t removed = match->end - match->first - 1;
    cell->tokens[match->first] = *joined;
    memmove(&cell->tokens[match->first + 1], &cell->tokens[match->end],
            (cell->count - match->end) * sizeof *cell->tokens);
    cell->count -= removed;
}

static bool apply(struct cell_text *cell, const struct amount_rule *rule, size_t at)
{
    if (!(cell->tokens[at].is & rule->pattern[0]) && !(rule->pattern[0] & MAYBE))
        return false;
    struct rule_match match = {.cell = cell, .first = at};
    if (!fits(cell, rule->pattern, 0, at, &match) || match.end == at)
        return false;
    struct cell_token joined = cell->tokens[at];
    joined.end = cell->tokens[match.end - 1].end;
    if (!rule->join(&match, &joined))
        return false;
    joined.end = cell->tokens[match.end - 1].end;
    replace(cell, &match, &joined);
    return true;
}

/* Whether the cell has tokens for each part of a rule that may not be absent. */
static bool can_fit(const struct amount_rule *rule, uint64_t has)
{
    for (size_t part = 0; part < MOST_PATTERN && rule->pattern[part]; part++)
        if (!(rule->pattern[part] & MAYBE) && !(rule->pattern[part] & has))
            return false;
    return true;
}

static void apply_rule(struct cell_text *cell, size_t index, uint64_t *has)
{
    for (size_t at = 0; at < cell->count; at++)
        while (at < cell->count && apply(cell, &rules[index], at)) {
            *has |= cell->tokens[at].is;
            if (cell->hints->rules_used)
                cell->hints->rules_used[index] = true;
            if (!rules[index].pattern[1])
                break;
        }
}

void amount_rules_apply(struct cell_text *cell)
{
    uint64_t has = tokens_have(cell, 0, cell->count);
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (can_fit(&rules[i], has))
            apply_rule(cell, i, &has);
}
