/* How far and how long a cell's run is: a whole, or the sum of its parts. */
#include <stdlib.h>

#include "import/cell_parts.h"

#define LEAST_METRES    400 /* bare numbers from here on, in fifties, are metres */
#define MOST_IN_MINUTES 9   /* a distance in a plan that tells times; up to ... */
#define FEWEST_MINUTES  20  /* ... here nobody knows, and from here on it is minutes */
#define METRES_STEP     50
#define TOTAL_PERCENT   80   /* of the parts' sum: a last bracket is the total */
#define LONGEST_HOURS   5    /* "1:50" beside a run: hours and minutes */
#define LEAST_MINUTES   10   /* "42:00": minutes and seconds */
#define SLOWEST_KM_S    1200 /* of what may be run or hiked, seconds a km */
#define ADDS            (IS_PLUS | ROLE(ROLE_AND) | LEAD_ADDED)

/* What a part of the cell adds: UNKNOWN where it doesn't tell. */
struct clause_share {
    const struct clause *clause;
    struct cell_amount distance, duration; /* centimetres, seconds */
    struct cell_amount work;               /* seconds of repeats, which are not all of it */
    bool is_open;                          /* there is more to it */
};

struct clause_shares {
    struct clause_share *items;
    size_t count;
    bool has_recovery;
};

static const struct cell_amount nothing = {UNKNOWN, UNKNOWN, TOLD_NOT, NULL};

/* ---- numbers without a unit ---- */

/* Up to `most` they are distances, from `minutes` on times, between the two nobody knows. */
struct bare_limits {
    int kind, most, minutes;
};

static const struct bare_limits bare_limits[] = {
    {SESSION_EASY, 26, 28},       {SESSION_STRIDES, 26, 28},
    {SESSION_TEMPO, 16, 20},      {SESSION_INTERVALS, 16, 20},
    {SESSION_UPHILL, 16, 20},     {SESSION_DOWNHILL, 16, 20},
    {SESSION_RUN_WALK, 16, 20},   {SESSION_RACE, 200, 1000},
    {SESSION_TUNE_UP, 200, 1000}, {-1, 46, 50},
};

static const struct bare_limits *limits_of(int kind)
{
    const struct bare_limits *limits = bare_limits;
    while (limits->kind != kind && limits->kind != -1)
        limits++;
    return limits;
}

/* "10 min easy, 25 min steady, 5 fast": beside times a bare number is one, too. */
static bool is_beside_times(const struct cell_text *cell, const struct cell_token *number)
{
    static const uint64_t others = IS_DIST | IS_LETTER | IS_REPEAT | ROLE(ROLE_PART);
    bool is_behind = false;
    uint64_t next = number + 1 < cell->tokens + cell->count ? number[1].is : 0;
    for (size_t i = 0; i < cell->count; i++) {
        if (cell->tokens[i].is & others)
            return false;
        is_behind = is_behind || ((cell->tokens[i].is & IS_DUR) && &cell->tokens[i] < number);
    }
    return is_behind && (next & (HAS_KIND | HAS_EFFORT | ROLE(ROLE_PACE) | IS_INTENSITY));
}

static void set_minutes(const struct cell_token *number, const char *why,
                        struct clause_share *share)
{
    share->duration = (struct cell_amount){number->lo * 60 / HUNDREDTHS,
                                           number->hi * 60 / HUNDREDTHS, TOLD_INFERRED, why};
}

static void read_bare(const struct cell_text *cell, const struct cell_token *number, int kind,
                      struct clause_share *share)
{
    const struct cell_token *next = number + 1 < cell->tokens + cell->count ? number + 1 : NULL;
    const struct bare_limits *limits = limits_of(kind);
    bool is_mi = cell->hints->units == UNITS_MI;
    if (next && (next->is & IS_UNKNOWN) && number->end + 1 >= next->at)
        return; /* "6-8 zebra steps" */
    bool is_metres =
        number->hi >= LEAST_METRES * HUNDREDTHS && number->hi % (METRES_STEP * HUNDREDTHS) == 0;
    bool is_walk = kind == SESSION_RUN_WALK && (share->clause->has & ROLE(ROLE_WALK));
    if (!is_metres && (is_walk || is_beside_times(cell, number))) {
        set_minutes(number, is_walk ? "of a walk: minutes" : "as the times beside it: minutes",
                    share);
        return;
    }
    int most = cell->hints->is_in_minutes ? MOST_IN_MINUTES : limits->most;
    int minutes = cell->hints->is_in_minutes ? FEWEST_MINUTES : limits->minutes;
    if (is_metres || number->hi <= most * HUNDREDTHS) {
        enum word_unit unit = is_metres ? UNIT_M : is_mi ? UNIT_MI : UNIT_KM;
        share->distance = (struct cell_amount){centimetres_of(number->lo, unit),
                                               centimetres_of(number->hi, unit), TOLD_STATED, NULL};
    } else if (number->hi >= minutes * HUNDREDTHS && number->hi < 60000) {
        set_minutes(number,
                    cell->hints->is_in_minutes ? "as the plan's other runs: minutes"
                                               : "too much for a distance: minutes",
                    share);
    } else {
        share->distance.why = "the number may be a distance, or minutes";
    }
}

/* ---- clocks ---- */

static int clock_s(const struct cell_token *clock, bool is_part)
{
    int first = clock->hi / 60;
    if (is_part || first >= LEAST_MINUTES)
        return clock->hi;
    return first <= LONGEST_HOURS ? clock->hi * 60 : UNKNOWN;
}

/* ---- shares ---- */

static void read_repeat(const struct cell_token *repeat, struct clause_share *share)
{
    share->is_open = true;
    if (repeat->measure == IS_DIST)
        share->distance = (struct cell_amount){repeat->lo, repeat->hi, TOLD_STATED, NULL};
    if (repeat->measure == IS_DUR)
        share->work = (struct cell_amount){repeat->lo, repeat->hi, TOLD_STATED, NULL};
    if (repeat->is_paired)
        share->duration = (struct cell_amount){repeat->lo, repeat->hi, TOLD_STATED, NULL};
}

static struct clause_share share_of(const struct cell_text *cell, const struct clause *clause,
                                    int kind)
{
    struct clause_share share = {clause, nothing, nothing, nothing, false};
    const struct cell_token *distance = clause->distance, *duration = clause->duration;
    if (clause->repeat)
        read_repeat(clause->repeat, &share);
    if (distance && (distance->is & IS_NUM))
        read_bare(cell, distance, kind, &share);
    else if (distance)
        share.distance = (struct cell_amount){distance->lo, distance->hi, TOLD_STATED, NULL};
    if (distance && !clause->repeat)
        share.is_open = distance->is_open;
    if (duration && (duration->is & IS_CLOCK)) {
        int seconds = clock_s(duration, clause->role == CLAUSE_PART);
        share.duration = (struct cell_amount){seconds, seconds, TOLD_STATED, NULL};
    } else if (duration && !clause->repeat) {
        share.duration = (struct cell_amount){duration->lo, duration->hi, TOLD_STATED, NULL};
    }
    return share;
}

/* "15 min easy, then intervals": a hard part that nobody tells the length of. */
static bool adds_unknown(const struct cell_text *cell, const struct clause *clause)
{
    if (clause->role != CLAUSE_KIND || !(clause->lead & ADDS))
        return false;
    for (size_t i = clause->from; i < clause->to; i++)
        if (cell->tokens[i].kind >= 0 && cell->tokens[i].effort == EFFORT_HARD &&
            !(cell->tokens[i].is & ROLE(ROLE_RACE)) && !cell->tokens[i].is_pace)
            return true;
    return false;
}

static void find_shares(const struct cell_text *cell, const struct clauses *clauses, int kind,
                        struct clause_shares *shares)
{
    shares->items = arena_array(cell->scratch, clauses->count, sizeof *shares->items);
    shares->count = 0;
    shares->has_recovery = false;
    for (size_t i = 0; i < clauses->count; i++) {
        const struct clause *clause = &clauses->items[i];
        shares->has_recovery = shares->has_recovery || clause->role == CLAUSE_RECOVERY;
        if (clause->role == CLAUSE_MAIN || clause->role == CLAUSE_PART ||
            clause->role == CLAUSE_REPEAT || clause->role == CLAUSE_WALK ||
            adds_unknown(cell, clause))
            shares->items[shares->count++] = share_of(cell, clause, kind);
    }
}

/* ---- the whole ---- */

static void add(struct cell_amount *sum, const struct cell_amount *part, int most)
{
    if (part->hi == UNKNOWN)
        return;
    if (sum->hi == UNKNOWN)
        sum->lo = sum->hi = 0;
    sum->lo = part->lo > most - sum->lo ? most : sum->lo + part->lo;
    sum->hi = part->hi > most - sum->hi ? most : sum->hi + part->hi;
    sum->told = sum->told == TOLD_INFERRED ? TOLD_INFERRED : part->told;
    sum->why = part->why ? part->why : sum->why;
}

static bool is_easy_part(const struct clause *clause)
{
    return (clause->has & HAS_KIND) && (clause->has & HAS_EFFORT) && !clause->repeat;
}

static bool are_alike(const struct cell_amount *first, const struct cell_amount *last)
{
    return first->hi != UNKNOWN && last->hi != UNKNOWN && last->hi >= first->hi / 2;
}

/* "20 min tempo", among parts. */
static bool is_hard_part(const struct cell_text *cell, const struct clause *clause)
{
    bool is_hard = false;
    for (size_t i = clause->from; i < clause->to; i++)
        is_hard = is_hard || cell->tokens[i].effort == EFFORT_HARD;
    return is_hard && clause->role == CLAUSE_MAIN;
}

/* "5 km @ 4:30, 3 km @ 4:15": each with its pace. */
static bool have_paces(const struct clause_shares *shares)
{
    for (size_t i = 0; i < shares->count; i++)
        if (!(shares->items[i].clause->has & IS_INTENSITY) ||
            shares->items[i].clause->role != CLAUSE_MAIN)
            return false;
    return shares->count > 1;
}

/* "3 mi easy, 4 x 1 min hard, 1 mi easy", "10 min, 6 x 300 m, 10 min": repeats between two parts of
   their own. */
static bool surrounds_repeats(const struct cell_text *cell, const struct clause_shares *shares)
{
    bool has_repeat = false, has_hard = false;
    for (size_t i = 1; i + 1 < shares->count; i++) {
        has_repeat = has_repeat || shares->items[i].clause->role == CLAUSE_REPEAT;
        has_hard = has_hard || is_hard_part(cell, shares->items[i].clause);
    }
    if (!has_repeat && !has_hard)
        return false;
    const struct clause_share *first = &shares->items[0], *last = &shares->items[shares->count - 1];
    if (first->clause->role != CLAUSE_MAIN || last->clause->role != CLAUSE_MAIN)
        return false;
    if (is_easy_part(first->clause) && is_easy_part(last->clause))
        return true;
    return has_repeat && (are_alike(&first->distance, &last->distance) ||
                          are_alike(&first->duration, &last->duration));
}

/* Whether the shares behind the first are added to it: "2 km easy + 40 min tempo". */
static bool is_added_to(const struct cell_text *cell, const struct clause_shares *shares)
{
    for (size_t i = 1; i < shares->count; i++) {
        const struct clause_share *share = &shares->items[i];
        uint64_t lead = share->clause->lead;
        if (((lead & ADDS) && i == 1) || (lead & LEAD_ADDED) || (lead & IS_LINE) ||
            share->clause->role == CLAUSE_WALK ||
            (share->clause->role == CLAUSE_PART && share->distance.hi != UNKNOWN))
            return true;
    }
    return surrounds_repeats(cell, shares) || have_paces(shares);
}

/* The first amount, if it is that of all. */
static bool find_whole(const struct cell_text *cell, const struct clause_shares *shares,
                       const struct cell_amount *sum_of_others, const struct cell_amount *first)
{
    if (!shares->count || shares->items[0].clause->role != CLAUSE_MAIN || first->hi == UNKNOWN)
        return false;
    if (shares->count == 1)
        return true;
    if (shares->items[1].clause->lead & IS_COLON)
        return true;
    return first->hi >= (sum_of_others->hi == UNKNOWN ? 0 : sum_of_others->hi) &&
           !is_added_to(cell, shares);
}

static bool is_amount_alone(const struct clause *clause)
{
    return !(clause->has & ~(IS_AMOUNT | IS_NUM));
}

/* "10 / 5", "18 mi / 12 mi"; but "42 km/2500 m" tells of hills. */
static bool are_two_numbers(const struct clause_shares *shares)
{
    if (shares->count != 2 || shares->items[1].clause->lead != IS_SLASH)
        return false;
    for (size_t i = 0; i < 2; i++) {
        const struct clause *clause = shares->items[i].clause;
        if (!is_amount_alone(clause) || !clause->distance)
            return false;
    }
    const struct cell_token *a = shares->items[0].clause->distance;
    const struct cell_token *b = shares->items[1].clause->distance;
    return a->is == b->is && a->unit == b->unit;
}

static void find_distance(const struct cell_text *cell, const struct clause_shares *shares,
                          struct cell_session *session)
{
    struct cell_amount others = nothing, sum = nothing;
    bool is_open = shares->has_recovery;
    for (size_t i = 0; i < shares->count; i++) {
        const struct clause_share *share = &shares->items[i];
        add(&sum, &share->distance, MOST_CM);
        if (i > 0)
            add(&others, &share->distance, MOST_CM);
        is_open = is_open || share->is_open || share->distance.hi == UNKNOWN;
    }
    session->distance = sum;
    session->is_at_least = is_open && sum.hi != UNKNOWN;
    if (shares->count && find_whole(cell, shares, &others, &shares->items[0].distance)) {
        session->distance = shares->items[0].distance;
        session->is_at_least = shares->items[0].is_open;
        if (shares->count == 2 && others.hi != UNKNOWN && others.hi < session->distance.hi &&
            shares->items[1].clause->lead == IS_COMMA && is_amount_alone(shares->items[0].clause) &&
            is_amount_alone(shares->items[1].clause))
            session->distance = (struct cell_amount){session->distance.lo, sum.hi, TOLD_INFERRED,
                                                     "two amounts: one, or their sum"};
    }
    if (are_two_numbers(shares)) { /* "10 / 5" */
        session->distance = nothing;
        session->distance.why = "two amounts: a choice, or two runs";
        session->is_at_least = false;
    }
    if (sum.hi == UNKNOWN && shares->count && shares->items[0].distance.why)
        session->distance.why = shares->items[0].distance.why;
}

/* A repeat of all that stands before it, whose sum nobody wrote down. */
static bool is_of_all(const struct clause *clause)
{
    return clause->repeat && clause->repeat->is_of_all;
}

/* What the parts that tell a time take together. */
static int least_duration(const struct clause_shares *shares)
{
    struct cell_amount sum = nothing;
    for (size_t i = 0; i < shares->count; i++) {
        const struct clause_share *share = &shares->items[i];
        add(&sum, share->duration.hi == UNKNOWN ? &share->work : &share->duration, MOST_SECONDS);
    }
    return sum.hi == UNKNOWN ? 0 : sum.hi;
}

static void find_duration(const struct cell_text *cell, const struct clause_shares *shares,
                          struct cell_session *session)
{
    struct cell_amount others = nothing, sum = nothing;
    const struct clause_share *only = NULL;
    bool has_all = !shares->has_recovery, has_parts = false;
    size_t known = 0;
    for (size_t i = 0; i < shares->count; i++) {
        const struct clause_share *share = &shares->items[i];
        add(&sum, &share->duration, MOST_SECONDS);
        if (i > 0)
            add(&others, share->duration.hi == UNKNOWN ? &share->work : &share->duration,
                MOST_SECONDS);
        has_all = has_all && share->duration.hi != UNKNOWN && !is_of_all(share->clause);
        has_parts = has_parts || share->clause->role != CLAUSE_MAIN;
        if (share->duration.hi != UNKNOWN) {
            only = share;
            known++;
        }
    }
    bool is_beside = known == 1 && !has_parts && !is_added_to(cell, shares) &&
                     !(only->clause->has & (HAS_KIND | HAS_EFFORT));
    if (shares->count && find_whole(cell, shares, &others, &shares->items[0].duration) &&
        (others.hi != UNKNOWN || !has_parts))
        session->duration = shares->items[0].duration;
    else if (has_all || is_beside)
        session->duration = has_all ? sum : only->duration;
    else
        session->duration = nothing;
    session->least_s = session->duration.hi == UNKNOWN ? least_duration(shares) : 0;
}

/* "10 km tempo, 4:30": what would be slower than a walk is a pace, and no time. */
static void drop_pace(const struct clause_shares *shares, struct cell_session *session)
{
    bool has_clock = false;
    for (size_t i = 0; i < shares->count; i++) {
        const struct cell_token *time = shares->items[i].clause->duration;
        has_clock = has_clock || (time && (time->is & IS_CLOCK));
    }
    if (!has_clock || session->distance.hi == UNKNOWN || session->duration.hi == UNKNOWN)
        return;
    if ((long long)session->duration.hi * CM_PER_KM >
        (long long)session->distance.hi * SLOWEST_KM_S)
        session->duration = nothing;
}

/* ---- totals, races ---- */

static bool find_total(const struct cell_text *cell, const struct clauses *clauses, int kind,
                       struct cell_session *session)
{
    for (size_t i = 0; i < clauses->count; i++) {
        if (clauses->items[i].role != CLAUSE_TOTAL)
            continue;
        struct clause_share share = share_of(cell, &clauses->items[i], kind);
        session->distance = share.distance;
        session->duration = share.duration;
        session->is_at_least = share.is_open;
        return true;
    }
    return false;
}

/* "2 km WU, 5 x 1 km, 2 km CD (12 km)" */
static void find_last_bracket(const struct clauses *clauses, struct cell_session *session)
{
    const struct clause *last = clauses->count ? &clauses->items[clauses->count - 1] : NULL;
    if (!last || !(last->lead & IS_OPEN) || !last->distance || !(last->distance->is & IS_DIST) ||
        session->distance.hi == UNKNOWN || !session->is_at_least ||
        (long long)last->distance->hi * 100 < (long long)session->distance.hi * TOTAL_PERCENT)
        return;
    session->distance =
        (struct cell_amount){last->distance->lo, last->distance->hi, TOLD_STATED, NULL};
    session->is_at_least = false;
}

/* "parkrun + 2 miles warm-up": parts beside a race, whose own distance nobody tells. */
static bool tells_parts_alone(const struct clauses *clauses, const struct cell_session *session)
{
    for (size_t i = 0; i < clauses->count; i++)
        if (clauses->items[i].role == CLAUSE_MAIN && clauses->items[i].distance)
            return false;
    return session->distance.hi != UNKNOWN;
}

/* "10K race, 12 miles", "5k time trial, 7 km": an amount alone behind the race's, and longer. */
static const struct cell_token *whole_day_of_race(const struct clauses *clauses)
{
    const struct cell_token *race = NULL;
    for (size_t i = 0; i < clauses->count; i++) {
        const struct clause *clause = &clauses->items[i];
        if (clause->role != CLAUSE_MAIN || !clause->distance || !(clause->distance->is & IS_DIST))
            continue;
        if (race && clause->lead == IS_COMMA && is_amount_alone(clause) &&
            clause->distance->hi > race->hi)
            return clause->distance;
        race = race || !(clause->has & ROLE(ROLE_RACE)) ? race : clause->distance;
    }
    return NULL;
}

/* The longest amount is the day's. */
static void find_day_of_race(const struct clauses *clauses, struct cell_session *session)
{
    const struct cell_token *whole = whole_day_of_race(clauses);
    if (whole) {
        session->distance = (struct cell_amount){whole->lo, whole->hi, TOLD_STATED, NULL};
        session->is_at_least = false;
        return;
    }
    for (size_t i = 0; i < clauses->count; i++) {
        const struct clause *clause = &clauses->items[i];
        const struct cell_token *amounts[] = {clause->distance, clause->second};
        for (int a = 0; a < 2; a++)
            if (clause->role == CLAUSE_MAIN && amounts[a] && (amounts[a]->is & IS_DIST) &&
                (session->distance.hi == UNKNOWN || amounts[a]->hi > session->distance.hi ||
                 clauses->count > 1 || clause->second))
                if (session->distance.told != TOLD_STATED ||
                    session->distance.hi < amounts[a]->hi || session->is_at_least)
                    session->distance =
                        (struct cell_amount){amounts[a]->lo, amounts[a]->hi, TOLD_STATED, NULL};
    }
    session->is_at_least = false;
}

/* A race that is named by its length alone. */
static struct cell_amount named_race(const struct cell_text *cell)
{
    for (size_t i = 0; i < cell->count; i++) {
        const struct cell_token *token = &cell->tokens[i];
        if ((token->is & ROLE(ROLE_RACE)) && token->word && token->word->race_m)
            return (struct cell_amount){token->word->race_m * CM_PER_M,
                                        token->word->race_m * CM_PER_M, TOLD_INFERRED,
                                        "the length of the race named"};
    }
    return nothing;
}

/* "parkrun + 5 km easy": what is run beside a race whose length its name alone tells. */
static bool tells_more_than_race(const struct clauses *clauses)
{
    bool has_more = false;
    for (size_t i = 0; i < clauses->count; i++) {
        const struct clause *clause = &clauses->items[i];
        if (clause->role != CLAUSE_MAIN || !clause->distance)
            continue;
        if (!(clause->lead & IS_PLUS) || (clause->has & ROLE(ROLE_RACE)))
            return false;
        has_more = true;
    }
    return has_more;
}

static void find_race(const struct cell_text *cell, const struct clauses *clauses,
                      struct cell_session *session)
{
    struct cell_amount named = named_race(cell);
    bool is_beside =
        named.hi != UNKNOWN && session->distance.hi != UNKNOWN && tells_more_than_race(clauses);
    if (is_beside || tells_parts_alone(clauses, session)) {
        add(&session->distance, &named, MOST_CM);
        session->is_at_least = session->is_at_least || named.hi == UNKNOWN;
        return;
    }
    find_day_of_race(clauses, session);
    if (session->distance.hi == UNKNOWN)
        session->distance = named;
}

/* "parkrun, easy": no race, and as long as one. */
static void find_race_run_otherwise(const struct cell_text *cell, struct cell_session *session)
{
    bool is_one = session->kind == SESSION_EASY || session->kind == SESSION_TEMPO;
    struct cell_amount named = named_race(cell);
    if (is_one && named.hi != UNKNOWN)
        session->distance = named;
}

/* ---- what the words beside them tell ---- */

static void find_hills(const struct cell_text *cell, const struct clauses *clauses,
                       struct cell_session *session)
{
    size_t from = clauses->items[0].from, to = clauses->items[clauses->count - 1].to;
    for (size_t i = from; i < to; i++)
        if (cell->tokens[i].is & IS_HILLS) {
            if (session->climb_m == UNKNOWN)
                session->climb_m = cell->tokens[i].lo;
            if (session->descent_m == UNKNOWN)
                session->descent_m = cell->tokens[i].hi;
        }
}

/* The unit that a whole is written in, if it votes for that of the plan. */
static void find_written_unit(const struct clauses *clauses, struct cell_session *session)
{
    for (size_t i = 0; i < clauses->count; i++) {
        const struct clause *clause = &clauses->items[i];
        if ((clause->role != CLAUSE_MAIN && clause->role != CLAUSE_TOTAL) || !clause->distance ||
            !(clause->distance->is & IS_DIST))
            continue;
        session->written = clause->distance->unit == UNIT_MI   ? (int)UNITS_MI
                           : clause->distance->unit == UNIT_KM ? (int)UNITS_KM
                                                               : UNKNOWN;
        return;
    }
}

static int from_cm(int cm, int units)
{
    long long mm = cm * 10LL, unit_mm = units_mm(units == UNITS_MI ? UNITS_MI : UNITS_KM);
    return (int)((mm * HUNDREDTHS + unit_mm / 2) / unit_mm);
}

/* Centimetres become what the plan counts in. */
static void convert(const struct cell_text *cell, const struct clauses *clauses,
                    struct cell_session *session)
{
    bool has_unit = cell->hints->units != UNKNOWN;
    int units = has_unit ? cell->hints->units : session->written;
    for (size_t i = 0; i < clauses->count; i++) {
        const struct clause *clause = &clauses->items[i];
        has_unit = has_unit || (clause->distance && (clause->distance->is & IS_DIST)) ||
                   (clause->repeat && clause->repeat->measure == IS_DIST);
    }
    session->has_unit = has_unit || session->distance.told == TOLD_INFERRED;
    if (session->distance.hi == UNKNOWN)
        return;
    session->distance.lo = from_cm(session->distance.lo, units);
    session->distance.hi = from_cm(session->distance.hi, units);
}

void session_find_amounts(const struct cell_text *cell, const struct clauses *clauses,
                          struct cell_session *session)
{
    struct clause_shares shares;
    if (!clauses->count)
        return;
    find_shares(cell, clauses, session->kind, &shares);
    if (!find_total(cell, clauses, session->kind, session)) {
        find_distance(cell, &shares, session);
        find_duration(cell, &shares, session);
        drop_pace(&shares, session);
        find_last_bracket(clauses, session);
        if (session_kind_is_race((enum session_kind)session->kind))
            find_race(cell, clauses, session);
        else if (session->distance.hi == UNKNOWN && session->duration.hi == UNKNOWN)
            find_race_run_otherwise(cell, session);
    }
    session->has_detail = session->has_detail || shares.count > 1;
    find_hills(cell, clauses, session);
    find_written_unit(clauses, session);
    convert(cell, clauses, session);
}
