/* Sessions as people write them: a walk along the text, numbers with their units and words. */
#include "files/session_text.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>

#include "files/number_text.h"

#define MOST_DISTANCE (400 * HUNDREDTHS)
#define MOST_BARE     (100 * HUNDREDTHS) /* a number without a unit: no more can be a distance */
#define LEAST_METRES  (100 * HUNDREDTHS) /* "5 m" may be miles, or minutes */
#define MOST_HILLS_M  30000
#define LONGEST_S     172800 /* 48 h */
#define FEET_PER_10_M 32808  /* thousandths */

struct scan {
    const struct word_table *table;
    const char *start, *at;
    struct session_text *out;
    bool matched[MOST_WORD_ENTRIES];
    int depth;            /* of parentheses */
    bool is_after_repeat; /* the next number belongs to "6 x" */
    bool is_negated;      /* the next word is what the session is not: "no hills" */
    bool begins_with_rest;
    const struct word_entry *stated; /* "Race: Hilly Half": this alone counts; NULL: none is */
    bool has_repeat;
    bool has_easy_repeat;   /* "2 x 20 min easy": whatever it is, it is not hard */
    const char *repeat_end; /* behind "2 x 20 min" */
    bool is_zero;           /* "0 km": none */
    size_t distance_count;
    int first_m, largest_other_m; /* distances in metres */
    int bare;                     /* a number without unit at the start, or UNKNOWN */
    int climb, descent;           /* without their unit yet */
};

/* ---- numbers ---- */

static bool word_follows(const char *at, const char *word)
{
    at = skip_blanks(at);
    size_t length = strlen(word);
    return strncmp(at, word, length) == 0 && !is_word_character(at[length]);
}

static int metres_of(int hundredths, enum measure measure)
{
    if (measure == MEASURE_FT)
        return scale_round(hundredths, 10 * 1000, FEET_PER_10_M) / HUNDREDTHS;
    return hundredths / HUNDREDTHS;
}

static void add_distance(struct scan *scan, int least, int hundredths, enum measure measure)
{
    enum units units = measure == MEASURE_MI ? UNITS_MI : UNITS_KM;
    if (measure == MEASURE_M) {
        hundredths /= 1000;
        least /= 1000;
    }
    if (hundredths <= 0 || hundredths > MOST_DISTANCE)
        return;
    int metres = distance_to_m(hundredths, units);
    if (scan->stated) /* a name may hold distances: the last one is the session's */
        scan->distance_count = 0;
    if (scan->distance_count++ == 0) {
        scan->first_m = metres;
        scan->out->session.distance = hundredths;
        scan->out->least = least;
        scan->out->units = (int)units;
    } else {
        scan->largest_other_m = larger_of(scan->largest_other_m, metres);
    }
}

static void add_duration(struct scan *scan, int hundredths, bool in_hours)
{
    int minutes = in_hours ? number_text_minutes(&scan->at) : 0;
    int64_t seconds =
        (int64_t)hundredths * (in_hours ? 3600 : 60) / HUNDREDTHS + (int64_t)minutes * 60;
    struct session *session = &scan->out->session;
    if (seconds <= 0 || seconds > LONGEST_S)
        return;
    if (session->duration_s == UNKNOWN)
        session->duration_s = (int)seconds;
}

/* A number of the walk, with what stands behind it. */
static void take_number(struct scan *scan)
{
    bool is_first = scan->at == scan->start;
    int least, hundredths;
    bool is_number = number_text_range(&scan->at, &least, &hundredths);
    if (*scan->at == ':') { /* a time or a pace; no distance */
        scan->at += strspn(scan->at, "0123456789:.-");
        return;
    }
    const char *behind = skip_blanks(scan->at);
    if (*behind == 'x' && !is_word_character(behind[1])) {
        scan->at = behind + 1;
        scan->is_after_repeat = scan->has_repeat = true;
        return;
    }
    enum measure measure = number_text_measure(&scan->at);
    bool is_of_repeat = scan->is_after_repeat;
    scan->is_after_repeat = false;
    if (is_of_repeat)
        scan->repeat_end = skip_blanks(scan->at);
    if (is_first && is_number && hundredths == 0)
        scan->is_zero = measure == MEASURE_NONE || measure == MEASURE_KM || measure == MEASURE_MI;
    if (!is_number || is_of_repeat || scan->depth > 0 || *scan->at == '/' ||
        (measure == MEASURE_KM && word_follows(scan->at, "pace")) || /* "10k pace" */
        (measure == MEASURE_M && scan->has_repeat)) /* "6 x 800 m with 400 m jog" */
        return;
    if (measure == MEASURE_KM || measure == MEASURE_MI ||
        (measure == MEASURE_M && hundredths >= LEAST_METRES))
        add_distance(scan, least, hundredths, measure);
    else if (measure == MEASURE_M)
        scan->out->is_ambiguous = true; /* "5 m" */
    else if (measure == MEASURE_MIN || measure == MEASURE_H)
        add_duration(scan, hundredths, measure == MEASURE_H);
    else if (measure == MEASURE_NONE && is_first && hundredths > 0 && hundredths <= MOST_BARE &&
             !isdigit((unsigned char)*behind)) /* "1 000 m" */
        scan->bare = scan->out->least = hundredths;
}

/* "+60 ~60 m": climb and descent, in the unit that comes last. */
static void take_hills(struct scan *scan)
{
    bool is_climb = *scan->at == '+';
    int hundredths;
    scan->at++;
    if (!isdigit((unsigned char)*scan->at) || !number_text_read(&scan->at, &hundredths))
        return;
    *(is_climb ? &scan->climb : &scan->descent) = hundredths;
    const char *behind = scan->at;
    enum measure measure = number_text_measure(&behind);
    if (measure != MEASURE_M && measure != MEASURE_FT)
        return;
    scan->at = behind;
    struct session *session = &scan->out->session;
    if (scan->climb != UNKNOWN && scan->climb <= MOST_HILLS_M * HUNDREDTHS)
        session->climb_m = metres_of(scan->climb, measure);
    if (scan->descent != UNKNOWN && scan->descent <= MOST_HILLS_M * HUNDREDTHS)
        session->descent_m = metres_of(scan->descent, measure);
    scan->climb = scan->descent = UNKNOWN;
}

/* ---- words ---- */

/* The length of the table's words at a place of the text, 0 where they aren't there. A dash or a
   stroke may stand where the words have a blank. */
static size_t match(const char *words, const char *at)
{
    const char *start = at;
    for (; *words; words++, at++) {
        bool separates = *words == ' ' || *words == '-' || *words == '/';
        if (separates ? !*at || !strchr(" -/", *at) : *words != *at)
            return 0;
    }
    return is_word_character(*at) ? 0 : (size_t)(at - start);
}

/* "Week 3: 50 km", "Total: 50 km"; but "Week's long run" is one. */
static bool heads(const char *behind)
{
    behind = skip_blanks(behind);
    return !*behind || *behind == ':' || *behind == '#' || isdigit((unsigned char)*behind);
}

/* A kind of what lies between repeats: "6 x 800 m with 400 m jog". */
static bool is_recovery(int kind)
{
    return kind == SESSION_EASY || kind == SESSION_CROSS || kind == SESSION_RUN_WALK;
}

static void note_word(struct scan *scan, size_t index, size_t length)
{
    const struct word_entry *entry = &scan->table->entries[index];
    bool is_first = scan->at == scan->start;
    bool counts = !scan->is_negated && !(scan->has_repeat && is_recovery(entry->kind));
    scan->matched[index] = scan->matched[index] || counts;
    if (scan->has_repeat && is_recovery(entry->kind) && scan->at == scan->repeat_end)
        scan->has_easy_repeat = true;
    if (scan->has_repeat && entry->role == WORD_WALK && scan->depth > 0)
        scan->has_easy_repeat = true; /* "5 x (4 min run, 1 min walk)" */
    scan->is_negated = entry->role == WORD_NOT;
    if (is_first)
        scan->out->is_heading = entry->role == WORD_HEADING && heads(scan->at + length);
    if (is_first)
        scan->begins_with_rest = entry->role == WORD_REST;
    if (is_first && entry->kind >= 0 && scan->at[length] == ':')
        scan->stated = entry;
}

/* The longest of the table's words at this place. */
static void take_word(struct scan *scan)
{
    const struct word_table *table = scan->table;
    size_t longest = 0, best = 0;
    for (size_t i = 0; i < table->entry_count; i++)
        for (size_t w = 0; w < table->entries[i].word_count; w++) {
            size_t length = match(table->entries[i].words[w], scan->at);
            if (length > longest) {
                longest = length;
                best = i;
            }
        }
    if (longest > 0)
        note_word(scan, best, longest);
    scan->at += longest;
    while (longest == 0 && is_word_character(*scan->at))
        scan->at++;
}

static void walk(struct scan *scan)
{
    while (*scan->at) {
        char character = *scan->at;
        bool begins = scan->at == scan->start || strchr(" ,;(:", scan->at[-1]);
        if (isdigit((unsigned char)character))
            take_number(scan);
        else if ((character == '+' || character == '~') && begins)
            take_hills(scan);
        else if (is_word_character(character) || character == '@')
            is_word_character(character) ? take_word(scan) : (void)scan->at++;
        else {
            scan->depth += (character == '(') - (character == ')' && scan->depth > 0);
            scan->at++;
        }
    }
}

static bool has_role(const struct scan *scan, enum word_role role)
{
    for (size_t i = 0; i < scan->table->entry_count; i++)
        if (scan->matched[i] && scan->table->entries[i].role == (int)role)
            return true;
    return false;
}

/* ---- what it all says ---- */

static int first_known(int known, int next)
{
    return known >= 0 ? known : next;
}

/* True where a run is told of, whatever else is. "Easy" alone may be an effort. */
static bool tells_of_run(const struct scan *scan)
{
    bool tells = scan->distance_count > 0;
    for (size_t i = 0; i < scan->table->entry_count; i++) {
        int kind = scan->table->entries[i].kind;
        tells = tells || (scan->matched[i] && kind >= 0 && kind != SESSION_EASY &&
                          session_kind_is_run((enum session_kind)kind));
    }
    return tells;
}

/* What comes with a run, and isn't the session itself: "5 km easy with core", "5 min walk cool
 * down". */
static bool is_extra(const struct scan *scan, const struct word_entry *entry)
{
    if (entry->role == WORD_WALK)
        return has_role(scan, WORD_PART);
    return (entry->kind == SESSION_STRENGTH || entry->kind == SESSION_DRILLS) && tells_of_run(scan);
}

/* "Bike to the run": which of them, nobody can tell. "Easy bike ride" is easy for a ride. */
static bool is_mixed(const struct scan *scan)
{
    bool has_easy = false;
    for (size_t i = 0; i < scan->table->entry_count; i++)
        has_easy = has_easy || (scan->matched[i] && scan->table->entries[i].kind == SESSION_EASY);
    return !scan->stated && scan->out->session.kind == SESSION_CROSS &&
           (has_role(scan, WORD_RUN) ||
            (has_easy && has_role(scan, WORD_WALK) && scan->distance_count > 0));
}

static void conclude_words(struct scan *scan)
{
    struct session *session = &scan->out->session;
    int kind = -1, effort = -1, terrain = -1, other_effort = -1;
    for (size_t i = 0; i < scan->table->entry_count; i++) {
        const struct word_entry *entry = &scan->table->entries[i];
        if (!scan->matched[i])
            continue;
        scan->out->is_understood = true;
        if (scan->stated && entry != scan->stated)
            other_effort = first_known(other_effort, entry->effort);
        if (scan->stated ? entry != scan->stated : is_extra(scan, entry))
            continue;
        bool wins = kind < 0 && entry->kind >= 0;
        kind = first_known(kind, entry->kind);
        effort = first_known(effort, entry->effort);
        terrain = first_known(terrain, entry->terrain);
        if (wins && entry->race_m && scan->distance_count == 0 && scan->bare == UNKNOWN) {
            session->distance = scan->out->least = distance_from_m(entry->race_m, UNITS_KM);
            scan->out->units = UNITS_KM;
            scan->out->is_named = true;
            scan->distance_count++;
        }
    }
    effort = first_known(effort, other_effort);
    if (kind < 0 && scan->has_repeat && !scan->has_easy_repeat) {
        kind = SESSION_INTERVALS;
        effort = first_known(effort, EFFORT_HARD);
    }
    session->kind = (enum session_kind)kind;
    session->effort = (enum effort)effort;
    session->terrain = (enum terrain)terrain;
}

/* Of these a number alone is as often one of minutes: "30 tempo". */
static bool goes_by_time(enum session_kind kind)
{
    return kind == SESSION_TEMPO || kind == SESSION_INTERVALS || kind == SESSION_UPHILL ||
           kind == SESSION_DOWNHILL || kind == SESSION_RUN_WALK;
}

static void conclude_amounts(struct scan *scan)
{
    struct session_text *out = scan->out;
    if (scan->bare != UNKNOWN && scan->distance_count == 0 && goes_by_time(out->session.kind)) {
        scan->bare = UNKNOWN;
        out->is_ambiguous = true;
    }
    if (scan->distance_count == 0 && scan->bare != UNKNOWN) {
        out->session.distance = scan->bare;
        scan->distance_count = 1;
    }
    bool is_whole = scan->distance_count == 1 ||
                    (has_role(scan, WORD_WITHIN) && scan->first_m > scan->largest_other_m);
    if (scan->distance_count > 0 && (!is_whole || has_role(scan, WORD_PART))) {
        out->session.distance = out->units = UNKNOWN;
        out->names_parts = true;
    }
    if (has_role(scan, WORD_PART) && !has_role(scan, WORD_WITHIN))
        out->session.duration_s = UNKNOWN; /* it may be that of the part */
}

/* Whether nothing is done: "rest", "off", "0", "-"; but "off-road run" is no rest. */
static bool is_rest(const struct scan *scan, bool is_measured)
{
    const struct session_text *out = scan->out;
    bool is_run = tells_of_run(scan) || has_role(scan, WORD_RUN);
    bool is_before_race = out->session.kind == SESSION_RACE || out->session.kind == SESSION_TUNE_UP;
    if (scan->begins_with_rest && !is_measured &&
        (!is_run || is_before_race || has_role(scan, WORD_OR)))
        return true;
    if (is_measured || out->is_ambiguous || out->session.kind != SESSION_KIND_NONE || is_run)
        return false;
    return has_role(scan, WORD_REST) || scan->is_zero || !scan->start[strspn(scan->start, "-~. ")];
}

struct session_text session_text_read_part(const struct word_table *table, const char *text,
                                           struct arena *arena)
{
    struct session_text out = {.session = session_unknown(), .units = UNKNOWN};
    struct scan scan = {.table = table,
                        .start = word_table_plain(text, arena),
                        .out = &out,
                        .bare = UNKNOWN,
                        .climb = UNKNOWN,
                        .descent = UNKNOWN};
    scan.at = scan.start;
    out.session.title = arena_strdup(arena, text);
    walk(&scan);
    conclude_words(&scan);
    conclude_amounts(&scan);
    bool is_measured = scan.distance_count > 0 || out.session.duration_s != UNKNOWN;
    out.leaves_choice =
        is_mixed(&scan) || (has_role(&scan, WORD_OR) && (is_measured || !scan.begins_with_rest));
    out.is_understood = out.is_understood || is_measured || scan.has_repeat || out.is_ambiguous;
    out.is_ambiguous = out.is_ambiguous && !is_measured && session_is_run(&out.session);
    out.is_rest = is_rest(&scan, is_measured);
    out.is_extra = !session_is_run(&out.session) && !has_role(&scan, WORD_RUN) &&
                   !has_role(&scan, WORD_WALK) && !has_role(&scan, WORD_PART) && !out.leaves_choice;
    out.is_stated = scan.stated != NULL;
    out.names_run = tells_of_run(&scan) || has_role(&scan, WORD_RUN);
    if (out.leaves_choice) {
        const char *title = out.session.title;
        out.session = session_unknown();
        out.session.kind = SESSION_KIND_NONE;
        out.session.title = title;
        out.units = UNKNOWN;
    }
    out.session.may_be_no_run = out.session.kind == SESSION_KIND_NONE &&
                                out.session.distance == UNKNOWN &&
                                (out.leaves_choice || !out.names_run);
    return out;
}

bool session_text_distance(const char *text, struct arena *arena, int *least, int *hundredths,
                           int *units)
{
    const char *at = word_table_plain(text, arena);
    *units = UNKNOWN;
    if (!isdigit((unsigned char)*at) || !number_text_range(&at, least, hundredths))
        return false;
    enum measure measure = number_text_measure(&at);
    if (measure == MEASURE_KM || measure == MEASURE_MI)
        *units = measure == MEASURE_MI ? UNITS_MI : UNITS_KM;
    return !*skip_blanks(at) && (measure == MEASURE_NONE || *units != UNKNOWN) &&
           *hundredths <= MOST_DISTANCE;
}
