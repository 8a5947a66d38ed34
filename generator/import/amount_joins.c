/* Numbers with their units, ranges, and what else makes an amount. */
#include <stdlib.h>

#include "import/amount_rules.h"

#define SAME_PERCENT    8   /* "8 km (5 mi)" */
#define LEAST_METRES    100 /* "20m" may be minutes */
#define LEAST_REPEATS_M 50
#define MOST_CLIMB_M    30000

bool numbers_are_near(int a, int b, int percent)
{
    long long difference = llabs((long long)a - b);
    return difference * 100 <= (long long)larger_of(a, b) * percent;
}

bool join_range(struct rule_match *match, struct cell_token *joined)
{
    const struct cell_token *low = match->parts[0], *high = match->parts[2];
    if (low->hi >= high->hi || low->lo != low->hi || high->lo != high->hi)
        return false;
    *joined = *high;
    joined->at = low->at;
    joined->lo = low->lo;
    return true;
}

/* "between 8 and 10 km" */
bool join_range_words(struct rule_match *match, struct cell_token *joined)
{
    const struct cell_token *low = match->parts[1], *high = match->parts[3];
    if (low->hi >= high->hi)
        return false;
    size_t at = joined->at;
    *joined = *high;
    joined->at = at;
    joined->lo = low->lo;
    return true;
}

#define MOST_STROKE_PERCENT 150 /* "6/7 x 1 km", "12/14 km": a range, and no choice */
#define LEAST_STROKE_S      1200

/* Two numbers that rise by little, right before a unit or "x". */
bool join_stroke_range(struct rule_match *match, struct cell_token *joined)
{
    const struct cell_token *low = match->parts[0], *high = match->parts[2];
    const struct cell_text *cell = match->cell;
    uint64_t next = match->end < cell->count ? cell->tokens[match->end].is : 0;
    uint64_t before = match->first > 0 ? cell->tokens[match->first - 1].is : 0;
    static const uint64_t marks = ROLE(ROLE_AM) | ROLE(ROLE_PM);
    if (!(next & (IS_UNIT | IS_X)) || (before & (IS_SLASH | IS_X)) ||
        (long long)high->hi * 100 > (long long)low->hi * MOST_STROKE_PERCENT ||
        (tokens_have(cell, 0, cell->count) & marks))
        return false;
    return join_range(match, joined);
}

/* "50'/1h" */
bool join_stroke_times(struct rule_match *match, struct cell_token *joined)
{
    const struct cell_token *low = match->parts[0], *high = match->parts[2];
    bool is_in_repeat = match->first > 0 && (match->cell->tokens[match->first - 1].is & IS_X);
    if (low->lo < LEAST_STROKE_S || is_in_repeat || low->lo >= high->hi ||
        (long long)high->hi * 100 > (long long)low->hi * MOST_STROKE_PERCENT)
        return false;
    joined->hi = high->hi;
    return true;
}

/* "R = 3 min", "rest: 400 m" */
bool join_label(struct rule_match *match, struct cell_token *joined)
{
    (void)match;
    (void)joined;
    return true;
}

/* "Total: 16 min"; but behind an amount the colon parts it from what it holds. */
bool join_total_label(struct rule_match *match, struct cell_token *joined)
{
    (void)joined;
    return match->first == 0 || (match->cell->tokens[match->first - 1].is & IS_BREAK);
}

static bool is_metres_of_repeat(const struct rule_match *match, const struct cell_token *number)
{
    bool is_behind_x =
        match->first > 0 && (match->cell->tokens[match->first - 1].is & (IS_X | ROLE(ROLE_SETS)));
    return number->hi >= (is_behind_x ? LEAST_REPEATS_M : LEAST_METRES) * HUNDREDTHS;
}

static int seconds_of(int hundredths, enum word_unit unit)
{
    long long scale = unit == UNIT_H ? 3600 : unit == UNIT_MIN ? 60 : 1;
    long long seconds = (hundredths * scale + HUNDREDTHS / 2) / HUNDREDTHS;
    return seconds > MOST_SECONDS ? MOST_SECONDS : (int)seconds;
}

/* Small figures with "m" are what the rest of the plan makes of them, or nothing. */
static bool set_small_m(const struct rule_match *match, struct cell_token *amount)
{
    enum word_unit meant = match->cell->hints->small_m;
    amount->is = IS_AMBIGUOUS;
    if (meant == UNIT_NONE || meant == UNIT_M)
        return true;
    amount->is = meant == UNIT_MIN ? IS_DUR : IS_DIST;
    amount->unit = meant;
    amount->lo =
        meant == UNIT_MIN ? seconds_of(amount->lo, meant) : centimetres_of(amount->lo, meant);
    amount->hi =
        meant == UNIT_MIN ? seconds_of(amount->hi, meant) : centimetres_of(amount->hi, meant);
    return true;
}

static bool set_amount(const struct rule_match *match, const struct cell_token *number,
                       enum word_unit unit, struct cell_token *amount)
{
    amount->unit = unit;
    if (unit == UNIT_M && !is_metres_of_repeat(match, number))
        return set_small_m(match, amount);
    bool is_time = unit == UNIT_H || unit == UNIT_MIN || unit == UNIT_S;
    amount->is = is_time ? IS_DUR : IS_DIST;
    amount->lo = is_time ? seconds_of(number->lo, unit) : centimetres_of(number->lo, unit);
    amount->hi = is_time ? seconds_of(number->hi, unit) : centimetres_of(number->hi, unit);
    return true;
}

bool join_amount(struct rule_match *match, struct cell_token *joined)
{
    return set_amount(match, match->parts[0], match->parts[1]->unit, joined);
}

/* "6-8 easy miles" */
bool join_late_unit(struct rule_match *match, struct cell_token *joined)
{
    const struct cell_token *how = match->parts[1];
    set_amount(match, match->parts[0], match->parts[2]->unit, joined);
    joined->kind = how->kind;
    joined->effort = how->effort;
    return true;
}

bool join_unit_range(struct rule_match *match, struct cell_token *joined)
{
    struct cell_token low = *joined, high = *joined;
    set_amount(match, match->parts[0], match->parts[1]->unit, &low);
    set_amount(match, match->parts[3], match->parts[4]->unit, &high);
    if (low.is != high.is || low.hi >= high.hi)
        return false;
    high.lo = low.lo;
    *joined = high;
    return true;
}

bool join_hours(struct rule_match *match, struct cell_token *joined)
{
    const struct cell_token *hours = match->parts[0], *minutes = match->parts[2];
    if (hours->unit != UNIT_H || minutes->unit != UNIT_MIN || minutes->hi >= 3600)
        return false;
    joined->lo = hours->lo + minutes->lo;
    joined->hi = hours->hi + minutes->hi;
    joined->unit = UNIT_MIN;
    return true;
}

#define LEAST_MINUTES 5

/* "1 hr 15", at the end of what it stands in */
bool join_bare_minutes(struct rule_match *match, struct cell_token *joined)
{
    const struct cell_text *cell = match->cell;
    const struct cell_token *hours = match->parts[0], *minutes = match->parts[1];
    uint64_t next = match->end < cell->count ? cell->tokens[match->end].is : 0;
    bool is_whole = hours->hi % 3600 == 0 && hours->lo == hours->hi && minutes->lo == minutes->hi;
    if (hours->unit != UNIT_H || !is_whole || minutes->hi % HUNDREDTHS != 0 ||
        minutes->hi < LEAST_MINUTES * HUNDREDTHS || minutes->hi >= 60 * HUNDREDTHS ||
        (next &
         (IS_X | IS_UNIT | IS_LETTER | IS_JOIN | IS_SLASH | ROLE(ROLE_COUNT) | ROLE(ROLE_SETS))))
        return false;
    joined->lo = joined->hi = hours->hi + minutes->hi * 60 / HUNDREDTHS;
    joined->unit = UNIT_MIN;
    return true;
}

bool join_week(struct rule_match *match, struct cell_token *joined)
{
    if (match->end < match->cell->count && (match->cell->tokens[match->end].is & IS_UNIT))
        return false;
    joined->is |= IS_REFERENCE;
    return true;
}

/* "90 min -> 1:45" */
bool join_time_range(struct rule_match *match, struct cell_token *joined)
{
    struct cell_token low = *match->parts[0], high = *match->parts[2];
    if ((low.is & IS_CLOCK) && (high.is & IS_CLOCK)) {
        if (low.hi >= high.hi)
            return false;
        joined->hi = high.hi;
        return true;
    }
    struct cell_token *clock = low.is & IS_CLOCK ? &low : high.is & IS_CLOCK ? &high : NULL;
    if (clock && clock->hi < 600)
        clock->lo = clock->hi = clock->hi * 60;
    if (low.hi >= high.hi)
        return false;
    joined->is = IS_DUR;
    joined->unit = UNIT_MIN;
    joined->lo = low.lo;
    joined->hi = high.hi;
    return true;
}

static int distance_cm(const struct cell_text *cell, const struct cell_token *token, int hundredths)
{
    enum word_unit unit = cell->hints->units == UNITS_MI ? UNIT_MI : UNIT_KM;
    return token->is & IS_NUM ? centimetres_of(hundredths, unit) : hundredths;
}

/* "8 km (5 mi)": the one in the plan's unit counts. */
bool join_both_units(struct rule_match *match, struct cell_token *joined)
{
    const struct cell_token *one = match->parts[0], *other = match->parts[2];
    const struct cell_token *last = match->parts[3];
    int units = match->cell->hints->units;
    if (one->unit == other->unit ||
        !numbers_are_near(distance_cm(match->cell, one, one->hi), other->hi, SAME_PERCENT))
        return false;
    bool counts_other = (units == UNITS_MI && other->unit == UNIT_MI) ||
                        (units == UNITS_KM && other->unit == UNIT_KM) || (one->is & IS_NUM);
    if (counts_other)
        *joined = *other;
    joined->at = one->at;
    joined->end = last ? last->end : other->end;
    return true;
}

/* Makes hills of a word that says whether they go up or down. */
static void set_hills(struct cell_token *joined, const struct cell_token *word, int metres)
{
    size_t at = joined->at;
    bool is_down = word->is & ROLE(ROLE_DESCENT);
    *joined = *word;
    joined->is = IS_HILLS;
    joined->at = at;
    joined->lo = is_down ? UNKNOWN : metres;
    joined->hi = is_down ? metres : UNKNOWN;
    joined->kind = joined->effort = joined->terrain = -1;
}

/* "600 m climb", "climb 600 m"; figures without a unit are metres beside "D+" alone. */
bool join_climb(struct rule_match *match, struct cell_token *joined)
{
    const struct cell_token *word = match->parts[0], *amount = match->parts[2];
    bool is_word_first = word->is & (ROLE(ROLE_CLIMB) | ROLE(ROLE_DESCENT));
    if (!is_word_first) {
        amount = match->parts[0];
        word = match->parts[1];
    }
    const char *text = match->cell->plain.lower + word->at;
    bool is_short = text[0] == 'd' && (text[1] == '+' || text[1] == '-');
    bool is_in_repeat = match->first > 0 && (match->cell->tokens[match->first - 1].is & IS_X);
    bool is_hills =
        (amount->is & IS_NUM) ? is_short : amount->unit == UNIT_M || amount->unit == UNIT_FT;
    int metres =
        amount->is & IS_DIST ? (amount->hi + CM_PER_M / 2) / CM_PER_M : amount->hi / HUNDREDTHS;
    if (!is_hills || is_in_repeat || metres > MOST_CLIMB_M)
        return false;
    set_hills(joined, word, metres);
    return true;
}

/* "4000' gain", "gain: 4000'": the mark of minutes is that of feet beside a climb. */
bool join_feet_mark(struct rule_match *match, struct cell_token *joined)
{
    const uint64_t climbs = ROLE(ROLE_CLIMB) | ROLE(ROLE_DESCENT);
    bool is_word_first = match->parts[0]->is & climbs;
    const struct cell_token *word = match->parts[is_word_first ? 0 : 2];
    const struct cell_token *number = match->parts[is_word_first ? 2 : 0];
    const struct cell_token *unit = match->parts[is_word_first ? 3 : 1];
    int metres = (centimetres_of(number->hi, UNIT_FT) + CM_PER_M / 2) / CM_PER_M;
    if (match->cell->plain.lower[unit->at] != '\'' || metres > MOST_CLIMB_M)
        return false;
    set_hills(joined, word, metres);
    return true;
}

/* "hills 1000 ft", "1000 ft hills": nobody runs in feet. The word stays what it is. */
bool join_feet(struct rule_match *match, struct cell_token *joined)
{
    bool is_word_first = match->parts[0]->is & IS_WORD;
    const struct cell_token *word = match->parts[is_word_first ? 0 : 1];
    const struct cell_token *feet = match->parts[is_word_first ? 2 : 0];
    bool is_opened = is_word_first && match->parts[1] && (match->parts[1]->is & IS_OPEN);
    bool is_closed = is_word_first && match->parts[3];
    bool is_in_repeat = match->first > 0 && (match->cell->tokens[match->first - 1].is & IS_X);
    int metres = (feet->hi + CM_PER_M / 2) / CM_PER_M;
    if ((word->terrain != TERRAIN_HILLY && word->terrain != TERRAIN_UPHILL) ||
        feet->unit != UNIT_FT || is_opened != is_closed || is_in_repeat || metres > MOST_CLIMB_M)
        return false;
    size_t at = joined->at;
    *joined = *word;
    joined->is |= IS_HILLS;
    joined->at = at;
    joined->lo = metres;
    joined->hi = UNKNOWN;
    return true;
}

/* Of an amount and another, the smaller; a distance, if only one of them is. Their order in a run
   is told by the distance. */
static const struct cell_token *lesser_of(const struct cell_token *a, const struct cell_token *b)
{
    bool are_alike = (a->is & IS_AMOUNT) == (b->is & IS_AMOUNT);
    if (are_alike)
        return a->hi <= b->hi ? a : b;
    return a->is & IS_DUR ? b : a;
}

/* "the lesser of 14 mi and 120 min" */
bool join_lesser_of(struct rule_match *match, struct cell_token *joined)
{
    size_t at = joined->at;
    *joined = *lesser_of(match->parts[1], match->parts[3]);
    joined->at = at;
    return true;
}

/* "15 mi easy or 2.5 hours, whichever comes first" */
bool join_lesser(struct rule_match *match, struct cell_token *joined)
{
    size_t at = joined->at;
    *joined = *lesser_of(match->parts[0], match->parts[4]);
    joined->at = at;
    for (size_t i = 1; i <= 2; i++)
        if (match->parts[i] && joined->kind < 0) {
            joined->is |= match->parts[i]->is & (HAS_KIND | HAS_EFFORT | ROLE(ROLE_RUN));
            joined->kind = match->parts[i]->kind;
            joined->effort = match->parts[i]->effort;
        }
    return true;
}

bool join_letter(struct rule_match *match, struct cell_token *joined)
{
    bool is_first = match->parts[0]->is & IS_LETTER;
    const struct cell_token *letter = match->parts[is_first ? 0 : 1];
    if (match->parts[is_first ? 1 : 0]->kind >= 0)
        return false;
    *joined = *match->parts[is_first ? 1 : 0];
    joined->at = match->parts[0]->at;
    joined->kind = letter->kind;
    joined->effort = letter->effort;
    return true;
}
