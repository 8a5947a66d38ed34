/* What the cells of a plan mean together: its language and units; then each item's sessions. */
#include "import/plan_reading.h"

#include <stdlib.h>
#include <string.h>

#include "import/cell_parts.h"
#include "import/token.h"

#define VOTES_PERCENT  3  /* of the runs, that units written behind amounts must exceed */
#define LEAST_M_MILES  5  /* cells like "4 m" in a plan in miles: miles */
#define LEAST_M_TIMES  3  /* in one in km: minutes */
#define LEAST_TIMES    2  /* that write minutes as such, where "4 m" is miles */
#define LEAST_TIMED    3  /* runs of a plan that tells times and no distance */
#define ROUNDING_M     50 /* what rounding may hide between two distances */
#define MOST_TALLIED   ((size_t)256 * 1024) /* bytes of cells: more tell nothing new */
#define MARATHON_MI    2620
#define HALF_MI        1310
#define MARATHON_KM    4220
#define HALF_KM        2110
#define LEAST_HEADINGS 4 /* days of a week that name a race */

/* ---- the language ---- */

static int compare_words(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Cells that stand in the plan often, as "Rest" does, have one vote. */
static void find_language(struct imported_plan *imported)
{
    int votes[LANGUAGE_COUNT] = {0}, best = LANGUAGE_NONE;
    const char **cells = arena_array(imported->scratch, imported->item_count + 1, sizeof *cells);
    size_t bytes = 0, count = 0;
    for (size_t i = 0; i < imported->item_count && bytes < MOST_TALLIED; i++) {
        const char *words = imported->items[i].stated.words;
        bytes += words ? strlen(words) : 0;
        if (words && strlen(words) <= MOST_CELL_BYTES)
            cells[count++] = words;
    }
    qsort(cells, count, sizeof *cells, compare_words);
    for (size_t i = 0; i < count; i++) {
        struct arena *scratch = arena_new();
        if (i == 0 || strcmp(cells[i], cells[i - 1]) != 0)
            lexicon_vote(imported->cells.words, plain_text_make(cells[i], scratch).lower, votes);
        arena_free(scratch);
    }
    for (int l = 0; l < LANGUAGE_COUNT; l++)
        if (votes[l] && (best == LANGUAGE_NONE || votes[l] > votes[best]))
            best = l;
    imported->cells.language = (enum word_language)best;
}

/* ---- units, and what is small ---- */

/* What a first reading of all cells tells. */
struct cell_tally {
    int runs, votes[UNITS_COUNT]; /* by units written */
    int small_m, races[UNITS_COUNT];
    int minutes, bare_m; /* sessions that write minutes as such, and other sports of "45 m" */
    int timed, measured; /* runs that write a time alone, and those that write a distance */
    bool has_bare, uses_letters;
};

static void count_session(const struct cell_session *session, struct cell_tally *tally)
{
    bool is_race = session_kind_is_race((enum session_kind)session->kind);
    tally->minutes += session->duration.told == TOLD_STATED;
    tally->bare_m += session->is_bare_m;
    if (session->sport != SPORT_RUN)
        return;
    tally->runs++;
    tally->small_m += session->is_small_m;
    tally->timed += session->duration.told == TOLD_STATED && session->distance.hi == UNKNOWN;
    tally->measured += session->distance.hi != UNKNOWN && session->has_unit && !is_race;
    tally->has_bare = tally->has_bare || (session->distance.hi != UNKNOWN && !session->has_unit);
    if (session->written != UNKNOWN && !is_race)
        tally->votes[session->written]++;
}

/* A distance that only a race in one of the units has. */
static void count_length(int hundredths, struct cell_tally *tally)
{
    tally->races[UNITS_MI] += hundredths == MARATHON_MI || hundredths == HALF_MI;
    tally->races[UNITS_KM] += hundredths == MARATHON_KM || hundredths == HALF_KM;
}

static void count_item(struct imported_plan *imported, const struct imported_item *item,
                       struct arena *scratch, struct cell_tally *tally)
{
    const struct stated_session *stated = &item->stated;
    if (stated->distance != UNKNOWN) {
        tally->has_bare = tally->has_bare || stated->units == UNKNOWN;
        tally->measured++;
        count_length(stated->distance, tally);
        if (stated->units != UNKNOWN)
            tally->votes[stated->units]++;
    }
    if (!stated->words)
        return;
    struct cell_reading reading = cell_read(stated->words, &imported->cells, scratch);
    tally->uses_letters = tally->uses_letters || reading.uses_letters;
    for (size_t i = 0; i < reading.count; i++) {
        count_session(&reading.sessions[i], tally);
        if (reading.sessions[i].distance.hi != UNKNOWN && !reading.sessions[i].has_unit)
            count_length(reading.sessions[i].distance.hi, tally);
    }
}

/* From headings, else from units behind amounts, else from lengths of races; else UNKNOWN. */
static int find_units(struct imported_plan *imported, const struct cell_tally *tally)
{
    int km = tally->votes[UNITS_KM], mi = tally->votes[UNITS_MI];
    imported->units_from = "the headings";
    if (imported->units != UNKNOWN)
        return imported->units;
    imported->units_from = "units behind amounts";
    if ((km + mi) * 100 > tally->runs * VOTES_PERCENT)
        return mi > km ? (int)UNITS_MI : (int)UNITS_KM;
    imported->units_from = "the title";
    if (imported->title_units != UNKNOWN)
        return imported->title_units;
    imported->units_from = "'m' of runs, as minutes are written otherwise";
    if (tally->small_m >= LEAST_M_MILES && tally->minutes >= LEAST_TIMES && !tally->bare_m)
        return UNITS_MI;
    imported->units_from = "the lengths of races";
    if (tally->races[UNITS_MI] != tally->races[UNITS_KM])
        return tally->races[UNITS_MI] > tally->races[UNITS_KM] ? (int)UNITS_MI : (int)UNITS_KM;
    imported->units_from =
        imported->hints->units == UNKNOWN ? "nothing: taken for km" : "the profile";
    return imported->hints->units;
}

static void find_hints(struct imported_plan *imported)
{
    struct cell_tally tally = {0};
    imported->cells = (struct cell_hints){.words = imported->hints->words,
                                          .language = LANGUAGE_NONE,
                                          .units = UNKNOWN,
                                          .small_m = UNIT_NONE};
    find_language(imported);
    size_t bytes = 0;
    for (size_t i = 0; i < imported->item_count && bytes < MOST_TALLIED; i++) {
        const char *words = imported->items[i].stated.words;
        struct arena *scratch = arena_new();
        bytes += words ? strlen(words) : 0;
        count_item(imported, &imported->items[i], scratch, &tally);
        arena_free(scratch);
    }
    int units = find_units(imported, &tally);
    if (units == UNKNOWN && tally.has_bare)
        imported_plan_warn(imported, (struct source_place){0, 0},
                           "distances name no unit and are taken for km; write 'km' or 'mi' into a "
                           "heading, or name a profile with --runner");
    imported->plan->units = units == UNITS_MI ? UNITS_MI : UNITS_KM;
    imported->cells.units = (int)imported->plan->units;
    imported->cells.m_is_a_pace = tally.uses_letters;
    imported->cells.is_in_minutes =
        tally.timed >= LEAST_TIMED && tally.measured == 0 && !tally.uses_letters;
    if (units == UNITS_MI && tally.small_m >= LEAST_M_MILES)
        imported->cells.small_m = UNIT_MI;
    else if (units == UNITS_KM && tally.small_m >= LEAST_M_TIMES)
        imported->cells.small_m = UNIT_MIN;
}

/* ---- an item's sessions ---- */

/* Why a cell counts as unknown; NULL where it doesn't. */
static const char *doubt_about(const struct cell_session *session)
{
    if (session->is_too_long)
        return "is too long for a day's sessions, and counts as unknown; shorten it, or keep its "
               "notes in a column of their own";
    if (session->sport == SPORT_UNKNOWN)
        return "is not understood and counts as unknown; write it like '8 km easy', or add its "
               "words to templates/words.yaml";
    bool is_ambiguous = session->distance.hi == UNKNOWN && session->duration.hi == UNKNOWN &&
                        session->sport == SPORT_RUN && session->distance.why;
    return is_ambiguous
               ? "may name a distance or a time, and counts as unknown; write mi, km or min"
               : NULL;
}

static struct session session_of(const struct cell_session *cell)
{
    struct session session = session_unknown();
    bool is_run = cell->sport != SPORT_OTHER;
    session.kind = cell->kind == KIND_MOBILITY      ? SESSION_CROSS
                   : cell->kind == KIND_PROGRESSION ? SESSION_KIND_NONE
                                                    : (enum session_kind)cell->kind;
    session.effort = is_run ? (enum effort)cell->effort : EFFORT_NONE;
    session.terrain = is_run ? (enum terrain)cell->terrain : TERRAIN_NONE;
    session.may_be_no_run = cell->sport == SPORT_UNKNOWN;
    session.steps_are_unknown = true;
    session.climb_m = cell->climb_m;
    session.descent_m = cell->descent_m;
    session.duration_s = cell->duration.hi;
    if (cell->sport == SPORT_RUN && !cell->is_at_least)
        session.distance = cell->distance.hi;
    if (cell->sport == SPORT_RUN && cell->is_at_least)
        session.distance_at_least = cell->distance.hi;
    return session;
}

/* The distance of a field, in the plan's unit. */
static int in_plan_units(const struct imported_plan *imported, int hundredths, int units)
{
    enum units plan_units = imported->plan->units;
    if (units == UNKNOWN || units == (int)plan_units || hundredths == UNKNOWN)
        return hundredths;
    return distance_from_m(distance_to_m(hundredths, (enum units)units), plan_units);
}

/* Tells if the words say another distance than the field, which counts. */
static void compare_distance(struct imported_plan *imported, const struct imported_item *item,
                             const struct cell_session *cell, int stated)
{
    char field[QUANTITY_TEXT_SIZE], words[QUANTITY_TEXT_SIZE];
    enum units units = imported->plan->units;
    if (!cell || cell->distance.told != TOLD_STATED || cell->distance.hi == UNKNOWN ||
        stated == UNKNOWN)
        return;
    int low_m = distance_to_m(cell->distance.lo, units) - ROUNDING_M;
    int high_m = distance_to_m(cell->distance.hi, units) + ROUNDING_M;
    int least_m =
        distance_to_m(in_plan_units(imported, item->stated.least, item->stated.units), units);
    int stated_m = distance_to_m(stated, units);
    bool is_range =
        cell->distance.lo != cell->distance.hi || item->stated.least != item->stated.distance;
    bool is_more = !cell->is_at_least && (is_range ? stated_m > high_m : least_m > high_m);
    if (stated_m < low_m || is_more)
        imported_plan_warn(imported, item->stated.distance_place,
                           "the distance is stated as %s, but '%s' says %s; the stated one counts",
                           distance_format(stated, field),
                           imported_plan_quote(imported, item->stated.words),
                           distance_format(cell->distance.hi, words));
}

/* Fields win over words. */
static void apply_fields(struct imported_plan *imported, const struct imported_item *item,
                         struct imported_session *made)
{
    const struct stated_session *stated = &item->stated;
    struct session *session = &made->session;
    if (stated->effort >= 0)
        session->effort = (enum effort)stated->effort;
    if (stated->terrain >= 0)
        session->terrain = (enum terrain)stated->terrain;
    int distance = in_plan_units(imported, stated->distance, stated->units);
    if (distance != UNKNOWN && session_is_run(session)) {
        compare_distance(imported, item, made->cell, distance);
        session->distance = distance;
        session->distance_at_least = 0;
        session->may_be_no_run = false;
    }
    if (stated->duration_s != UNKNOWN)
        session->duration_s = stated->duration_s;
    if (stated->climb_m != UNKNOWN)
        session->climb_m = stated->climb_m;
    if (stated->descent_m != UNKNOWN)
        session->descent_m = stated->descent_m;
    if (stated->notes) {
        session->notes = arena_array(imported->plan->arena, 1, sizeof *session->notes);
        session->notes[0] = stated->notes;
        session->note_count = 1;
    }
}

/* What the kind's column says: an exact kind, or words. */
struct stated_kind {
    bool is_told, is_rest, is_other, is_run;
    int kind, effort, terrain; /* -1: not told */
};

static struct stated_kind kind_of(const struct imported_plan *imported,
                                  const struct stated_session *stated)
{
    struct stated_kind kind = {.kind = stated->kind, .effort = -1, .terrain = -1};
    if (stated->kind >= 0) {
        kind.is_told = true;
        kind.is_run = session_kind_is_run((enum session_kind)stated->kind);
        kind.is_other = !kind.is_run;
        return kind;
    }
    if (!stated->kind_words)
        return kind;
    struct cell_reading reading =
        cell_read(stated->kind_words, &imported->cells, imported->scratch);
    kind.is_rest = reading.what == CELL_REST && strcmp(stated->kind_words, "-") != 0;
    if (reading.what != CELL_SESSIONS || reading.count == 0)
        return kind;
    const struct cell_session *cell = &reading.sessions[0];
    kind.is_run = cell->sport == SPORT_RUN;
    kind.is_other = cell->sport == SPORT_OTHER;
    kind.is_told = cell->kind >= 0;
    kind.kind = session_of(cell).kind;
    kind.effort = cell->effort;
    kind.terrain = cell->terrain;
    return kind;
}

static const char *title_of(const struct imported_plan *imported, const struct imported_item *item,
                            const struct cell_session *cell)
{
    const struct stated_session *stated = &item->stated;
    if (cell && item->reading.count > 1 && cell->end > cell->at)
        return arena_strndup(imported->plan->arena, stated->words + cell->at, cell->end - cell->at);
    const char *title = stated->title ? stated->title : stated->words ? stated->words : "";
    size_t length = strlen(title);
    while (length && strchr(" \n\r\t", title[length - 1]))
        length--;
    return arena_strndup(imported->plan->arena, title, length);
}

/* The session that the fields are about: of the kind that is stated, or the first run. */
static size_t main_session(const struct cell_reading *reading, bool is_other)
{
    for (size_t i = 0; i < reading->count; i++)
        if ((reading->sessions[i].sport == SPORT_OTHER) == is_other)
            return i;
    return 0;
}

static void set_kind(const struct stated_kind *kind, struct imported_session *made)
{
    struct session *session = &made->session;
    if (kind->is_run || kind->is_other)
        session->may_be_no_run = false;
    if (kind->is_told) {
        session->kind = (enum session_kind)kind->kind;
        made->is_stated = true;
    }
    if (kind->is_other) {
        session->distance = UNKNOWN;
        session->distance_at_least = 0;
        session->effort = EFFORT_NONE;
        session->terrain = TERRAIN_NONE;
    }
    if (session->effort == EFFORT_NONE && kind->effort >= 0 && !kind->is_other)
        session->effort = (enum effort)kind->effort;
    if (session->terrain == TERRAIN_NONE && kind->terrain >= 0 && !kind->is_other)
        session->terrain = (enum terrain)kind->terrain;
}

static bool has_fields(const struct stated_session *stated)
{
    return (stated->distance != UNKNOWN && stated->distance > 0) || stated->duration_s != UNKNOWN;
}

/* Writes what counts in the end into the cell's reading, for who asks what was read. */
static void note_fields(const struct imported_item *item, const struct stated_kind *kind,
                        const struct imported_session *made)
{
    const struct stated_session *stated = &item->stated;
    const struct session *session = &made->session;
    struct cell_session *cell = made->cell;
    if (kind->is_told && session->kind != session_of(cell).kind)
        cell->kind = session->kind;
    cell->sport = session->may_be_no_run    ? SPORT_UNKNOWN
                  : session_is_run(session) ? SPORT_RUN
                                            : SPORT_OTHER;
    if (cell->sport != SPORT_UNKNOWN)
        cell->why = NULL;
    cell->kind_told = cell->kind >= 0 ? TOLD_STATED : TOLD_NOT;
    cell->effort = session->effort;
    cell->effort_told = cell->effort >= 0 ? TOLD_STATED : TOLD_NOT;
    cell->terrain = session->terrain;
    if (stated->distance != UNKNOWN && session->distance != UNKNOWN) {
        bool is_range = stated->least < stated->distance;
        cell->distance = (struct cell_amount){is_range ? stated->least : session->distance,
                                              session->distance, TOLD_STATED, NULL};
        cell->has_unit = true;
        cell->is_at_least = false;
    }
    if (stated->duration_s != UNKNOWN)
        cell->duration =
            (struct cell_amount){session->duration_s, session->duration_s, TOLD_STATED, NULL};
    cell->climb_m = session->climb_m;
    cell->descent_m = session->descent_m;
}

static void add_sessions(struct imported_plan *imported, struct imported_item *item,
                         const struct stated_kind *kind)
{
    struct cell_reading *reading = &item->reading;
    size_t main = main_session(reading, kind->is_other);
    bool is_settled = kind->is_run || kind->is_other, is_read = reading->count > 0;
    if (!is_read) {
        struct cell_session nothing = cell_session_unknown();
        nothing.sport = is_settled ? SPORT_RUN : SPORT_UNKNOWN;
        reading_add(reading, &nothing, imported->scratch);
    }
    for (size_t i = 0; i < reading->count; i++) {
        struct cell_session *cell = &reading->sessions[i];
        struct imported_session made = {.day = item->day, .cell = cell, .place = item->place};
        made.session = session_of(cell);
        made.session.title = title_of(imported, item, cell);
        if (i == main) {
            set_kind(kind, &made);
            apply_fields(imported, item, &made);
            note_fields(item, kind, &made);
        }
        const char *doubt = is_read && !(i == main && is_settled) ? doubt_about(cell) : NULL;
        if (doubt && !(i == main && has_fields(&item->stated)))
            imported_plan_warn(imported, item->place, "'%s' %s",
                               imported_plan_quote(imported, made.session.title), doubt);
        imported_plan_add_session(imported, &made);
    }
}

static void add_choice(struct imported_plan *imported, const struct imported_item *item)
{
    struct imported_session made = {.day = item->day, .place = item->place};
    made.session = session_unknown();
    made.session.title = arena_strdup(imported->plan->arena, item->stated.words);
    made.session.steps_are_unknown = made.session.may_be_no_run = true;
    imported_plan_warn(imported, item->place,
                       "'%s' leaves a choice, and counts as unknown; write what is planned",
                       imported_plan_quote(imported, item->stated.words));
    imported_plan_add_session(imported, &made);
}

static void read_item(struct imported_plan *imported, struct imported_item *item)
{
    const struct stated_session *stated = &item->stated;
    struct stated_kind kind = kind_of(imported, stated);
    struct cell_hints hints = imported->cells;
    hints.is_run = kind.is_run;
    if (stated->words)
        item->reading = cell_read(stated->words, &hints, imported->scratch);
    struct cell_reading *reading = &item->reading;
    bool is_given = kind.is_told || kind.is_run || kind.is_other || has_fields(stated);
    bool is_zero = stated->distance == 0 && !kind.is_told &&
                   (reading->count == 0 || reading->sessions[0].kind < 0) &&
                   stated->duration_s == UNKNOWN;
    if (kind.is_rest && !has_fields(stated)) {
        reading->what = CELL_REST;
        return;
    }
    if (is_zero || (reading->what != CELL_SESSIONS && reading->what != CELL_CHOICE && !is_given))
        return;
    if (reading->what == CELL_CHOICE && !kind.is_told) {
        add_choice(imported, item);
        return;
    }
    if (reading->what != CELL_SESSIONS)
        reading->count = 0;
    add_sessions(imported, item, &kind);
}

/* ---- headings ---- */

/* A race on four days of a week and more is what the week is named after. */
static void remove_headings(struct imported_plan *imported)
{
    size_t kept = 0;
    for (size_t i = 0; i < imported->session_count; i++) {
        const struct imported_session *session = &imported->sessions[i];
        int same = 0;
        bool is_race = session->cell && session->session.kind == SESSION_RACE &&
                       session->cell->distance.told != TOLD_STATED;
        for (size_t j = i > 20 ? i - 20 : 0; is_race && j < imported->session_count && j < i + 20;
             j++) {
            const struct imported_session *other = &imported->sessions[j];
            same += other->session.kind == SESSION_RACE &&
                    other->day / DAYS_PER_WEEK == session->day / DAYS_PER_WEEK;
        }
        if (same < LEAST_HEADINGS)
            imported->sessions[kept++] = *session;
    }
    imported->session_count = kept;
}

void plan_reading_run(struct imported_plan *imported)
{
    find_hints(imported);
    for (size_t i = 0; i < imported->item_count; i++)
        read_item(imported, &imported->items[i]);
    remove_headings(imported);
}
