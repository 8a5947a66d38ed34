/* Repeats, and what is counted. */
#include "import/amount_rules.h"

#define MOST_TIMES    100
#define MOST_COUNT    30
#define LEAST_METRES  100 /* bare numbers in repeats */
#define LEAST_COUNTED 1

/* How often: a whole number. */
static bool times_of(const struct cell_token *number, int *times)
{
    *times = number->hi / HUNDREDTHS;
    return number->hi % HUNDREDTHS == 0 && *times >= 1 && *times <= MOST_TIMES;
}

static int multiplied(int value, int times, int most)
{
    long long product = (long long)value * times;
    return product > most ? most : (int)product;
}

/* Makes a repeat of one part. Bare numbers from 100 on are metres. */
static void set_repeat(struct cell_token *joined, int times, const struct cell_token *part)
{
    int lo = part->lo, hi = part->hi;
    joined->is = IS_REPEAT;
    joined->times = times;
    joined->measure = part->is & (IS_DIST | IS_DUR | IS_NUM);
    joined->unit = part->unit;
    joined->kind = part->kind;
    joined->effort = part->effort;
    if ((part->is & IS_NUM) && hi >= LEAST_METRES * HUNDREDTHS) {
        joined->measure = IS_DIST;
        joined->unit = UNIT_M;
        lo = centimetres_of(lo, UNIT_M);
        hi = centimetres_of(hi, UNIT_M);
    }
    int most = joined->measure == IS_DUR ? MOST_SECONDS : MOST_CM;
    joined->each = hi;
    joined->lo = multiplied(lo, times, most);
    joined->hi = multiplied(hi, times, most);
}

bool join_repeat(struct rule_match *match, struct cell_token *joined)
{
    int times;
    if (!times_of(match->parts[0], &times))
        return false;
    set_repeat(joined, times, match->parts[2]);
    return true;
}

/* "10 sets of 2 min", "15-mal 200 m" */
bool join_repeat_words(struct rule_match *match, struct cell_token *joined)
{
    int times;
    const struct cell_token *kind = match->parts[3];
    if (!times_of(match->parts[0], &times))
        return false;
    set_repeat(joined, times, match->parts[4]);
    if (kind && joined->kind < 0) {
        joined->kind = kind->kind;
        joined->effort = kind->effort;
    }
    return true;
}

#define LONGEST_REPEAT_S  600
#define LONGEST_REPEAT_CM (2 * CM_PER_KM)

/* "5 hills of 20 s", "10 intervals of 2 min"; but "8 fartlek 40 min" is a run. */
bool join_counted(struct rule_match *match, struct cell_token *joined)
{
    int times;
    const struct cell_token *kind = match->parts[1], *amount = match->parts[2];
    bool is_short = amount->hi <= (amount->is & IS_DUR ? LONGEST_REPEAT_S : LONGEST_REPEAT_CM);
    if ((kind->kind != SESSION_INTERVALS && kind->kind != SESSION_UPHILL &&
         kind->kind != SESSION_DOWNHILL) ||
        kind->is_pace || !is_short || !times_of(match->parts[0], &times) || times < 2)
        return false;
    set_repeat(joined, times, amount);
    joined->kind = kind->kind;
    joined->effort = kind->kind == SESSION_UPHILL ? EFFORT_HARD : kind->effort;
    return true;
}

/* "run 2 min, walk 1 min, x 5" */
bool join_all(struct rule_match *match, struct cell_token *joined)
{
    int times;
    if (!times_of(match->parts[1], &times))
        return false;
    joined->is = IS_REPEAT;
    joined->is_of_all = true;
    joined->times = times;
    joined->measure = 0;
    return true;
}

/* "2k (x4" */
bool join_factor(struct rule_match *match, struct cell_token *joined)
{
    int times;
    if (!times_of(match->parts[3], &times))
        return false;
    set_repeat(joined, times, match->parts[0]);
    return true;
}

/* "2 x (4 x 300)" */
bool join_sets(struct rule_match *match, struct cell_token *joined)
{
    int times;
    const struct cell_token *inner =
        match->parts[match->parts[2] && (match->parts[2]->is & IS_REPEAT) ? 2 : 3];
    if (!times_of(match->parts[0], &times))
        return false;
    int most = inner->measure == IS_DUR ? MOST_SECONDS : MOST_CM;
    size_t at = joined->at;
    *joined = *inner;
    joined->at = at;
    joined->times = multiplied(inner->times, times, MOST_TIMES);
    joined->lo = multiplied(inner->lo, times, most);
    joined->hi = multiplied(inner->hi, times, most);
    return true;
}

/* "2 x 3 x 400": the first two were joined already. */
bool join_repeat_of_number(struct rule_match *match, struct cell_token *joined)
{
    const struct cell_token *first = match->parts[0];
    int times = first->each / HUNDREDTHS;
    if (first->measure != IS_NUM || times < 1)
        return false;
    times = multiplied(times, first->times, MOST_TIMES);
    set_repeat(joined, times, match->parts[2]);
    return true;
}

bool join_times(struct rule_match *match, struct cell_token *joined)
{
    int times;
    if (!times_of(match->parts[1], &times))
        return false;
    joined->is = IS_REPEAT;
    joined->times = times;
    joined->measure = 0;
    return true;
}

static int minutes_s(const struct cell_token *number)
{
    return number->hi > MOST_SECONDS ? MOST_SECONDS : number->hi * 60 / HUNDREDTHS;
}

/* So many times so long, and so long with what is easy between. */
static void set_pairs(struct cell_token *joined, int times, int each_s, int whole_s)
{
    joined->is = IS_REPEAT;
    joined->is_paired = true;
    joined->times = times;
    joined->measure = IS_DUR;
    joined->each = each_s;
    joined->lo = joined->hi = multiplied(whole_s, times, MOST_SECONDS);
}

#define LEAST_ON_S 15 /* "45/15": seconds */
#define MOST_ON_S  90

static void set_on_off(struct cell_token *joined, int times, const struct cell_token *on,
                       const struct cell_token *off)
{
    if (on->hi >= LEAST_ON_S * HUNDREDTHS && off->hi >= LEAST_ON_S * HUNDREDTHS)
        set_pairs(joined, times, on->hi / HUNDREDTHS, (on->hi + off->hi) / HUNDREDTHS);
    else
        set_pairs(joined, times, minutes_s(on), minutes_s(on) + minutes_s(off));
}

/* "3/1 x 8": minutes; "45/15 x 20": seconds */
bool join_on_off(struct rule_match *match, struct cell_token *joined)
{
    int times;
    if (!times_of(match->parts[4], &times))
        return false;
    set_on_off(joined, times, match->parts[0], match->parts[2]);
    return true;
}

/* "10 x 30/30"; but "6 x 400/200" are metres, and "3 x 8/10" is a range. */
bool join_times_on_off(struct rule_match *match, struct cell_token *joined)
{
    int times;
    const struct cell_token *on = match->parts[2], *off = match->parts[4];
    bool are_seconds = on->hi >= LEAST_ON_S * HUNDREDTHS && off->hi >= LEAST_ON_S * HUNDREDTHS;
    bool is_rise = !are_seconds && off->hi > on->hi;
    uint64_t next = match->end < match->cell->count ? match->cell->tokens[match->end].is : 0;
    if (is_rise || on->hi > MOST_ON_S * HUNDREDTHS || off->hi > MOST_ON_S * HUNDREDTHS ||
        (next & (IS_UNIT | IS_X | IS_LETTER)) || !times_of(match->parts[0], &times))
        return false;
    set_on_off(joined, times, on, off);
    return true;
}

/* "run 4 walk 1 x 8": minutes; "1 min run, 1 min walk x 10" */
bool join_run_walk(struct rule_match *match, struct cell_token *joined)
{
    int times;
    if (!times_of(match->parts[7], &times))
        return false;
    int seconds[2] = {0, 0}, count = 0;
    for (size_t i = 0; i < 6; i++)
        if (match->parts[i] && (match->parts[i]->is & (IS_NUM | IS_DUR)) && count < 2)
            seconds[count++] =
                match->parts[i]->is & IS_DUR ? match->parts[i]->hi : minutes_s(match->parts[i]);
    if (count < 2)
        return false;
    set_pairs(joined, times, seconds[0], seconds[0] + seconds[1]);
    joined->kind = SESSION_RUN_WALK;
    joined->effort = EFFORT_EASY;
    return true;
}

#define MOST_OF_RATIO 20 /* minutes */

/* "run/walk 4:1", "run 3/1": so long each, however often; beside a word of it, or a whole amount */
bool join_ratio(struct rule_match *match, struct cell_token *joined)
{
    const struct cell_text *cell = match->cell;
    int run = match->parts[0]->hi, walk = match->parts[2]->hi;
    uint64_t before = tokens_have(cell, 0, match->first),
             behind = tokens_have(cell, match->end, cell->count);
    uint64_t next = match->end < cell->count ? cell->tokens[match->end].is : 0;
    bool is_whole = run % HUNDREDTHS == 0 && walk % HUNDREDTHS == 0;
    bool is_beside = (before | behind) & (ROLE(ROLE_WALK) | ROLE(ROLE_RUN));
    for (size_t i = 0; i < cell->count; i++)
        is_beside = is_beside || cell->tokens[i].kind == SESSION_RUN_WALK;
    if (!is_whole || !is_beside || run <= walk || run > MOST_OF_RATIO * HUNDREDTHS || walk == 0 ||
        ((before | behind) & IS_PLUS) || (next & (IS_UNIT | IS_LETTER | IS_SLASH | IS_JOIN)))
        return false;
    joined->is = IS_INTENSITY;
    joined->is_pace = true;
    joined->kind = joined->effort = -1;
    return true;
}

static int time_of(const struct cell_token *part)
{
    return part->is & IS_AMBIGUOUS ? minutes_s(part) : part->is & IS_DUR ? part->hi : UNKNOWN;
}

/* "8 x (1 min fast / 1 min easy)": both halves count; of distances, they are added as well. */
bool join_pairs(struct rule_match *match, struct cell_token *joined)
{
    int times;
    const struct cell_token *work = match->parts[3], *rest = match->parts[7];
    if (!times_of(match->parts[0], &times) || !match->parts[2] != !match->parts[10])
        return false;
    int work_s = time_of(work), rest_s = time_of(rest);
    set_repeat(joined, times, work);
    if (work_s != UNKNOWN && rest_s != UNKNOWN) {
        joined->is_paired = true;
        joined->measure = IS_DUR;
        joined->each = work_s;
        joined->lo = joined->hi = multiplied(work_s + rest_s, times, MOST_SECONDS);
    }
    for (size_t i = 4; i <= 5; i++)
        if (match->parts[i] && joined->effort < 0)
            joined->effort = match->parts[i]->effort;
    for (size_t i = 8; i <= 9; i++)
        if (match->parts[i] && (match->parts[i]->is & ROLE(ROLE_WALK)))
            joined->kind = SESSION_RUN_WALK;
    return true;
}

#define MOST_HILLS 20

/* "hill repeats (6)" */
bool join_bracket_count(struct rule_match *match, struct cell_token *joined)
{
    int times;
    if (!times_of(match->parts[2], &times) || times > MOST_HILLS || joined->kind == SESSION_STRIDES)
        return false;
    joined->is |= IS_REPEAT;
    joined->is &= ~IS_WORD;
    joined->times = times;
    joined->measure = 0;
    joined->effort = joined->kind == SESSION_UPHILL ? EFFORT_HARD : joined->effort;
    return true;
}

bool join_hills(struct rule_match *match, struct cell_token *joined)
{
    int times;
    const struct cell_token *word = match->parts[2];
    if (!times_of(match->parts[0], &times))
        return false;
    joined->is = IS_REPEAT;
    joined->times = times;
    joined->measure = 0;
    joined->kind = word->kind;
    joined->effort = word->kind == SESSION_UPHILL ? EFFORT_HARD : word->effort;
    return true;
}

/* What stands in a bracket lies between repeats. */
static bool is_recovery(const struct cell_token *token)
{
    return token->is &
           (ROLE(ROLE_RECOVER) | ROLE(ROLE_BETWEEN) | ROLE(ROLE_REST) | ROLE(ROLE_WALK));
}

/* A bracket's parts, added up, but for recoveries; those that tell a time are added apart. */
struct bracket_sum {
    struct cell_token part;
    int rest_s;
    bool walks, is_open; /* is_open: a part tells no time */
    bool in_minutes;     /* so are bare numbers */
};

/* The hardest word of a bracket says how it is run: "(3 min tempo, 2 min easy)" is tempo. */
static void note_how(struct cell_token *sum, const struct cell_token *token)
{
    static const uint64_t no_run = ROLE(ROLE_RACE) | ROLE(ROLE_EXTRA) | ROLE(ROLE_OTHER);
    if (token->effort == EFFORT_HARD || (sum->effort != EFFORT_HARD && token->effort >= 0))
        sum->effort = token->effort;
    if (sum->kind < 0 && token->effort != EFFORT_EASY && !(token->is & (no_run | ROLE(ROLE_WALK))))
        sum->kind = token->kind;
}

/* Adds the part that begins at a place; the place behind it. */
static size_t add_part(const struct cell_text *cell, size_t at, size_t close,
                       struct bracket_sum *sum)
{
    const struct cell_token *amount = NULL;
    bool recovers = false;
    for (; at < close && !(cell->tokens[at].is & (IS_SEPARATOR | ROLE(ROLE_WITHIN))); at++) {
        const struct cell_token *token = &cell->tokens[at];
        bool is_amount = token->is & (IS_AMOUNT | IS_NUM | IS_REPEAT);
        sum->is_open = sum->is_open || (is_amount && amount);
        if (!amount && is_amount)
            amount = token;
        recovers = recovers || (is_recovery(token) && !(amount && (token->is & ROLE(ROLE_WALK))));
        sum->walks = sum->walks || (token->is & ROLE(ROLE_WALK));
        if (!recovers)
            note_how(&sum->part, token);
    }
    bool is_bare = amount && (amount->is & IS_NUM) && sum->in_minutes;
    bool is_time = amount && ((amount->is & IS_DUR) || is_bare);
    sum->is_open = sum->is_open || !is_time;
    if (recovers && is_time)
        sum->rest_s += is_bare ? minutes_s(amount) : amount->hi;
    if (!amount || recovers)
        return at + 1;
    uint64_t measure = is_bare                  ? IS_DUR
                       : amount->is & IS_REPEAT ? amount->measure
                                                : amount->is & (IS_AMOUNT | IS_NUM);
    if (sum->part.is && sum->part.is != measure)
        return at + 1;
    sum->part.is = measure;
    sum->part.unit = amount->unit;
    sum->part.lo += is_bare ? minutes_s(amount) : amount->lo;
    sum->part.hi += is_bare ? minutes_s(amount) : amount->hi;
    return at + 1;
}

/* What the parts between a bracket's first token and its end make, so many times. */
static void set_bracket(const struct cell_text *cell, size_t from, size_t close, int times,
                        struct cell_token *joined)
{
    struct bracket_sum sum = {.part = {.kind = -1, .effort = -1, .unit = UNIT_NONE}};
    uint64_t has = tokens_have(cell, from, close);
    sum.in_minutes = (has & ROLE(ROLE_WALK)) && !(has & IS_AMOUNT); /* "run 1, walk 2" */
    for (size_t at = from; at < close;)
        at = add_part(cell, at, close, &sum);
    set_repeat(joined, times, &sum.part);
    if (joined->measure == IS_DUR && !sum.is_open) { /* what lies between them is told */
        joined->is_paired = true;
        joined->lo = joined->hi = multiplied(sum.part.hi + sum.rest_s, times, MOST_SECONDS);
    }
    if (sum.walks) {
        joined->kind = SESSION_RUN_WALK;
        joined->effort = EFFORT_EASY;
    }
}

static size_t close_of(const struct cell_text *cell, size_t from)
{
    while (from < cell->count && !(cell->tokens[from].is & (IS_CLOSE | IS_OPEN)))
        from++;
    return from < cell->count && (cell->tokens[from].is & IS_CLOSE) ? from : cell->count;
}

/* "5 sets of (800 m, 200 m jog)": the parts between the brackets, but for recoveries. */
bool join_bracket(struct rule_match *match, struct cell_token *joined)
{
    const struct cell_text *cell = match->cell;
    int times;
    size_t close = match->end;
    while (close < cell->count && !(cell->tokens[close].is & IS_CLOSE))
        close++;
    if (!times_of(match->parts[0], &times) || close == cell->count)
        return false;
    set_bracket(cell, match->end, close, times, joined);
    match->end = close + 1;
    return true;
}

/* "(1 min hard, 1 min jog) x 5" */
bool join_bracket_factor(struct rule_match *match, struct cell_token *joined)
{
    const struct cell_text *cell = match->cell;
    int times;
    size_t close = close_of(cell, match->end);
    if (close + 2 >= cell->count || !(cell->tokens[close + 1].is & IS_X) ||
        !(cell->tokens[close + 2].is & IS_NUM) || !times_of(&cell->tokens[close + 2], &times))
        return false;
    set_bracket(cell, match->end, close, times, joined);
    match->end = close + 3;
    return true;
}

#define RECOVERS   (ROLE(ROLE_RECOVER) | ROLE(ROLE_BETWEEN) | ROLE(ROLE_REST) | ROLE(ROLE_WALK))
#define ANY_AMOUNT (IS_AMOUNT | IS_NUM)

static size_t end_of_part(const struct cell_text *cell, size_t from)
{
    static const uint64_t ends = IS_BREAK | IS_X | ROLE(ROLE_WITHIN) | ROLE(ROLE_AND);
    while (from < cell->count && !(cell->tokens[from].is & ends))
        from++;
    return from;
}

/* "1 mi @ T, 3 min rest x 4", "800 m, 2 min rest, 8 times": work and recovery, and how often. */
bool join_parts_factor(struct rule_match *match, struct cell_token *joined)
{
    static const uint64_t between = IS_COMMA | IS_SLASH | IS_PLUS | ROLE(ROLE_AND);
    const struct cell_text *cell = match->cell;
    size_t from = match->first, middle = end_of_part(cell, from), end;
    int times;
    if (middle >= cell->count || !(cell->tokens[middle].is & between) ||
        (from > 0 && !(cell->tokens[from - 1].is & IS_BREAK)))
        return false;
    uint64_t work = tokens_have(cell, from, middle);
    end = end_of_part(cell, middle + 1);
    uint64_t rest = tokens_have(cell, middle + 1, end);
    size_t factor = end + (end < cell->count && (cell->tokens[end].is & IS_COMMA));
    if (factor + 1 >= cell->count)
        return false;
    bool is_x = cell->tokens[factor].is & IS_X; /* "x 4", or "4 times" */
    const struct cell_token *number = &cell->tokens[factor + is_x];
    bool is_told = (number->is & IS_NUM) && (is_x || (number[1].is & ROLE(ROLE_SETS)));
    if (!is_told || !times_of(number, &times) || !(work & ANY_AMOUNT) || (work & RECOVERS) ||
        !(rest & RECOVERS) || !(rest & ANY_AMOUNT))
        return false;
    set_bracket(cell, from, end, times, joined);
    match->end = factor + 2;
    return true;
}

bool join_anything(struct rule_match *match, struct cell_token *joined)
{
    int times;
    if (!times_of(match->parts[0], &times))
        return false;
    joined->is = IS_REPEAT;
    joined->times = times;
    joined->measure = 0;
    return true;
}

/* "400, 800, 400": metres */
bool join_ladder(struct rule_match *match, struct cell_token *joined)
{
    const struct cell_text *cell = match->cell;
    int metres = 0, times = 0, most = 0;
    size_t at = match->first;
    for (;; at += 2) {
        int hundredths = cell->tokens[at].hi;
        if (hundredths < LEAST_METRES * HUNDREDTHS || hundredths > MOST_CM)
            return false;
        metres += hundredths / HUNDREDTHS;
        most = hundredths > most ? hundredths : most;
        times++;
        if (at + 2 >= cell->count || !(cell->tokens[at + 1].is & IS_COMMA) ||
            !(cell->tokens[at + 2].is & IS_NUM))
            break;
    }
    match->end = at + 1;
    joined->is = IS_REPEAT;
    joined->times = times;
    joined->measure = IS_DIST;
    joined->unit = UNIT_M;
    joined->each = centimetres_of(most, UNIT_M);
    joined->lo = joined->hi = multiplied(metres, CM_PER_M, MOST_CM);
    return true;
}

/* "4 strides", "2 recovery runs" */
bool join_count(struct rule_match *match, struct cell_token *joined)
{
    const struct cell_token *how = match->parts[1], *counted = match->parts[2];
    int times;
    if (!times_of(match->parts[0], &times) || times > MOST_COUNT)
        return false;
    size_t at = joined->at;
    *joined = *counted;
    joined->at = at;
    joined->is |= IS_COUNTED;
    joined->times = times;
    if (counted->kind == KIND_PROGRESSION)
        joined->kind = SESSION_STRIDES; /* several, beside a run */
    if (how && how->kind >= 0 && counted->kind < 0) {
        joined->is |= how->is & (HAS_KIND | HAS_EFFORT);
        joined->kind = how->kind;
        joined->effort = how->effort;
    }
    return true;
}
