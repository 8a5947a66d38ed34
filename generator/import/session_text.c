/* Sessions as people write them: a walk along the text, and what its words say together. */
#include "import/session_text.h"

#include <ctype.h>
#include <string.h>

#include "import/session_scan.h"

#define MOST_BARE_EASY (25 * HUNDREDTHS) /* without a unit: "45 easy" may be minutes */
#define MOST_BARE_LONG (45 * HUNDREDTHS)

/* ---- words ---- */

/* "Week 3: 50 km", "Total: 50 km"; but "Week's long run" is one. */
static bool heads(const char *behind)
{
    behind = skip_blanks(behind);
    return !*behind || *behind == ':' || *behind == '#' || isdigit((unsigned char)*behind);
}

/* "Week 3, recovery, 50 km" is about the week whatever its words are, "Week 3: 5 km easy" is not.
 */
static bool heads_list(const char *text)
{
    text += strcspn(text, ",:-");
    return *text == ',';
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
    bool is_inner = scan->is_within || scan->is_total || scan->depth > 0;
    if (entry->role == WORD_PART && is_inner) /* "8 mi tempo w/ 15 min WU" */
        counts = false;
    scan->matched[index] = scan->matched[index] || counts;
    scan->is_within = scan->is_within || entry->role == WORD_WITHIN;
    scan->is_total = scan->is_total || (entry->role == WORD_HEADING && !is_first);
    if (scan->has_repeat && is_recovery(entry->kind) && scan->at == scan->repeat_end)
        scan->has_easy_repeat = true;
    if (scan->has_repeat && entry->role == WORD_WALK && scan->depth > 0)
        scan->has_easy_repeat = true; /* "5 x (4 min run, 1 min walk)" */
    scan->is_negated = entry->role == WORD_NOT;
    if (is_first)
        scan->out->is_heading = entry->role == WORD_HEADING && heads(scan->at + length);
    if (is_first)
        scan->begins_with_rest = entry->role == WORD_REST;
    if (is_first && (entry->kind == SESSION_EASY || entry->kind == SESSION_LONG))
        scan->bare_at = skip_blanks(scan->at + length);
    if (is_first && entry->kind >= 0 && scan->at[length] == ':')
        scan->stated = entry;
}

static void take_word(struct scan *scan)
{
    size_t index, length;
    if (scan_elevation_word(scan))
        return;
    if (vocabulary_find(scan->table, scan->at, WORDS_OF_SESSIONS, &index, &length))
        note_word(scan, index, length);
    scan->at += length;
    while (length == 0 && is_word_character(*scan->at))
        scan->at++;
}

static void walk_words(struct scan *scan)
{
    while (*scan->at) {
        char character = *scan->at;
        bool begins = scan->at == scan->start || strchr(" ,;(:", scan->at[-1]);
        size_t index, length;
        if (isdigit((unsigned char)character) &&
            !vocabulary_find(scan->table, scan->at, WORDS_OF_SESSIONS, &index, &length))
            scan_number(scan);
        else if ((character == '+' || character == '~') && begins)
            scan_signed_elevation(scan);
        else if (isdigit((unsigned char)character) || is_word_character(character))
            take_word(scan);
        else {
            scan->depth += (character == '(') - (character == ')' && scan->depth > 0);
            scan->is_within = scan->is_within && character != ',';
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

/* "rest or jog" */
static bool may_be_run(const struct scan *scan)
{
    enum session_kind kind = scan->out->session.kind;
    return has_role(scan, WORD_RUN) || (kind != SESSION_KIND_NONE && session_kind_is_run(kind));
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
    bool has_hard = false;
    for (size_t i = 0; i < scan->table->entry_count; i++) {
        const struct word_entry *entry = &scan->table->entries[i];
        if (!scan->matched[i])
            continue;
        scan->out->is_understood = true;
        if (scan->stated && entry != scan->stated)
            other_effort = first_known(other_effort, entry->effort);
        if (scan->stated ? entry != scan->stated : is_extra(scan, entry))
            continue;
        if (entry->kind == SESSION_RACE && has_role(scan, WORD_ABOUT))
            continue;
        bool wins = kind < 0 && entry->kind >= 0;
        kind = first_known(kind, entry->kind);
        effort = first_known(effort, entry->effort);
        terrain = first_known(terrain, entry->terrain);
        has_hard = has_hard || entry->effort == EFFORT_HARD;
        if (wins && entry->race_m && scan->distance_count == 0 && scan->bare == UNKNOWN) {
            session->distance = scan->out->least = distance_from_m(entry->race_m, UNITS_KM);
            scan->out->units = UNITS_KM;
            scan->out->is_named = true;
            scan->first_m = entry->race_m;
            scan->distance_count++;
        }
    }
    effort = first_known(effort, other_effort);
    if (effort == EFFORT_EASY && has_hard) /* "8 km easy, the last 2 fast" */
        effort = -1;
    if (kind < 0 && scan->has_repeat && !scan->has_easy_repeat) {
        kind = SESSION_INTERVALS;
        effort = first_known(effort, EFFORT_HARD);
    }
    if (kind == SESSION_EASY && scan->has_repeat && !scan->has_easy_repeat)
        kind = effort = -1; /* "2 km easy, 6 x 800 m": how hard, nobody knows */
    scan->out->is_heading = scan->out->is_heading && (kind < 0 || heads_list(scan->start));
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

static bool may_be_minutes(const struct scan *scan)
{
    enum session_kind kind = scan->out->session.kind;
    return goes_by_time(kind) || (kind == SESSION_EASY && scan->bare > MOST_BARE_EASY) ||
           (kind == SESSION_LONG && scan->bare > MOST_BARE_LONG);
}

/* Whether a distance beside repeats is one of their session: "10 km with 5 x 1 km". */
static bool holds_repeats(const struct scan *scan)
{
    bool is_beside_easy = scan->out->session.kind == SESSION_KIND_NONE;
    return has_role(scan, WORD_WITHIN) || has_role(scan, WORD_HEADING) ||
           scan->out->session.kind == SESSION_STRIDES ||
           (scan->begins_with_amount && !scan->has_added_repeat && !is_beside_easy);
}

static void conclude_amounts(struct scan *scan)
{
    struct session_text *out = scan->out;
    bool is_inner_second = scan->has_second || (scan->bare != UNKNOWN && scan->distance_count > 0);
    if (scan->bare != UNKNOWN && scan->distance_count == 0 && may_be_minutes(scan)) {
        scan->bare = UNKNOWN;
        out->is_ambiguous = true;
    }
    if (scan->distance_count == 0 && scan->bare != UNKNOWN) {
        out->session.distance = scan->bare;
        scan->distance_count = 1;
        scan->first_m = distance_to_m(scan->bare, UNITS_KM); /* at least */
    }
    bool is_within = has_role(scan, WORD_WITHIN) || scan->is_total;
    bool is_whole = ((scan->distance_count == 1 && !is_inner_second) || is_within) &&
                    scan->first_m > scan->largest_other_m;
    if (scan->has_repeat && !holds_repeats(scan))
        is_whole = false;
    if (scan->distance_count > 0 && (!is_whole || has_role(scan, WORD_PART))) {
        out->session.distance = out->units = UNKNOWN;
        out->names_parts = true;
    }
    out->names_parts = out->names_parts || (scan->has_inner && scan->distance_count == 0);
    bool is_whole_time = (scan->duration_count == 1 && !scan->has_second) ||
                         (is_within && out->session.duration_s > scan->largest_other_s);
    if (!is_whole_time || has_role(scan, WORD_PART))
        out->session.duration_s = UNKNOWN; /* it may be that of a part */
}

/* Whether nothing is done: "rest", "off", "0", "-"; but "off-road run" is no rest. */
static bool is_rest(const struct scan *scan, bool is_measured)
{
    const struct session_text *out = scan->out;
    bool is_run = tells_of_run(scan) || has_role(scan, WORD_RUN);
    bool is_before_race = out->session.kind == SESSION_RACE || out->session.kind == SESSION_TUNE_UP;
    if (scan->begins_with_rest && !is_measured && !out->leaves_choice &&
        (!is_run || is_before_race))
        return true;
    if (is_measured || out->is_ambiguous || out->session.kind != SESSION_KIND_NONE || is_run)
        return false;
    return has_role(scan, WORD_REST) || scan->is_zero || !scan->start[strspn(scan->start, "-~. ")];
}

struct session_text session_text_read_part(const struct vocabulary *table, const char *text,
                                           struct arena *arena)
{
    struct session_text out = {.session = session_unknown(), .units = UNKNOWN};
    struct scan scan = {.table = table,
                        .start = text_plain(text, arena),
                        .out = &out,
                        .bare = UNKNOWN,
                        .climb = UNKNOWN,
                        .descent = UNKNOWN};
    scan.at = scan.start;
    out.session.title = arena_strdup(arena, text);
    walk_words(&scan);
    conclude_words(&scan);
    conclude_amounts(&scan);
    bool is_measured = scan.distance_count > 0 || out.session.duration_s != UNKNOWN;
    out.leaves_choice =
        is_mixed(&scan) ||
        (has_role(&scan, WORD_OR) && (is_measured || !scan.begins_with_rest || may_be_run(&scan)));
    out.is_understood = out.is_understood || is_measured || scan.has_repeat || out.is_ambiguous ||
                        out.session.climb_m != UNKNOWN || out.session.descent_m != UNKNOWN;
    out.is_ambiguous = out.is_ambiguous && !is_measured && session_is_run(&out.session);
    out.is_rest = is_rest(&scan, is_measured);
    out.is_extra = !session_is_run(&out.session) && !has_role(&scan, WORD_RUN) &&
                   !has_role(&scan, WORD_WALK) && !has_role(&scan, WORD_PART) && !out.leaves_choice;
    out.is_stated = scan.stated != NULL;
    out.names_run = tells_of_run(&scan) || has_role(&scan, WORD_RUN) || scan.has_repeat;
    if (out.leaves_choice) {
        const char *title = out.session.title;
        out.session = session_unknown();
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
    const char *at = text_plain(text, arena);
    *units = UNKNOWN;
    if (!isdigit((unsigned char)*at) || !number_text_range(&at, least, hundredths))
        return false;
    enum measure measure = number_text_measure(&at);
    if (measure == MEASURE_KM || measure == MEASURE_MI)
        *units = measure == MEASURE_MI ? UNITS_MI : UNITS_KM;
    return !*skip_blanks(at) && (measure == MEASURE_NONE || *units != UNKNOWN) &&
           *hundredths <= MOST_DISTANCE;
}
