/* Amounts in the texts of sessions: distances, times, climb and descent. */
#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "import/session_scan.h"

#define MOST_BARE    (100 * HUNDREDTHS) /* a number without a unit: no more can be a distance */
#define LEAST_METRES (100 * HUNDREDTHS) /* "5 m" may be miles, or minutes */
#define LONGEST_S    172800             /* 48 h */
#define MOST_ROUNDED 3                  /* percent between the same distance in two units */

static bool word_follows(const char *at, const char *word)
{
    at = skip_blanks(at);
    size_t length = strlen(word);
    return strncmp(at, word, length) == 0 && !is_word_character(at[length]);
}

/* Whether one of a few words or signs stands right before a place. */
static bool stands_behind(const struct scan *scan, const char *at, const char *const *words,
                          size_t count)
{
    while (at > scan->start && at[-1] == ' ')
        at--;
    for (size_t i = 0; i < count; i++) {
        size_t length = strlen(words[i]);
        if ((size_t)(at - scan->start) < length || memcmp(at - length, words[i], length) != 0)
            continue;
        const char *before = at - length;
        if (!is_word_character(*words[i]) || before == scan->start ||
            !is_word_character(before[-1]))
            return true;
    }
    return false;
}

/* "10 km @ 5k": a pace. */
static bool is_pace(const struct scan *scan, const char *at)
{
    static const char *const words[] = {"@", "at"};
    return stands_behind(scan, at, words, sizeof words / sizeof *words);
}

/* "5 easy and 4 easy" */
static bool is_added(const struct scan *scan, const char *at)
{
    static const char *const words[] = {"+", "&", "and", "plus", "then"};
    return stands_behind(scan, at, words, sizeof words / sizeof *words);
}

/* "6 strides": so many of them, at a place behind the number. */
static bool is_count(const struct scan *scan, const char *behind)
{
    size_t index, length;
    if (!vocabulary_find(scan->table, behind, WORDS_OF_SESSIONS, &index, &length))
        return false;
    int kind = scan->table->entries[index].kind;
    return kind == SESSION_STRIDES || kind == SESSION_DRILLS || kind == SESSION_UPHILL ||
           kind == SESSION_DOWNHILL;
}

static bool has_amount(const struct scan *scan)
{
    return scan->distance_count > 0 || scan->duration_count > 0 || scan->bare != UNKNOWN;
}

/* "5 mi / 8 km" */
static bool is_the_same(const struct scan *scan, int metres, enum units units)
{
    return scan->out->units != (int)units &&
           abs(metres - scan->first_m) <= scale_round(scan->first_m, MOST_ROUNDED, 100);
}

static void add_distance(struct scan *scan, const char *start, int least, int hundredths,
                         enum measure measure)
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
    scan->has_second = scan->has_second || (has_amount(scan) && is_added(scan, start));
    if (scan->is_within && scan->distance_count == 0) {
        scan->has_inner = true;
        scan->largest_other_m = larger_of(scan->largest_other_m, metres);
    } else if (scan->distance_count == 0) {
        scan->distance_count = 1;
        scan->first_m = metres;
        scan->out->session.distance = hundredths;
        scan->out->least = least;
        scan->out->units = (int)units;
    } else if (!is_the_same(scan, metres, units)) {
        scan->distance_count++;
        scan->largest_other_m = larger_of(scan->largest_other_m, metres);
    }
}

/* Times behind a repeat are those of the rests between. */
static void add_seconds(struct scan *scan, const char *start, int64_t seconds)
{
    if (seconds <= 0 || seconds > LONGEST_S || scan->has_repeat)
        return;
    scan->has_second = scan->has_second || (has_amount(scan) && is_added(scan, start));
    if (scan->is_within && scan->duration_count == 0)
        return;
    if (scan->duration_count++ == 0)
        scan->out->session.duration_s = (int)seconds;
    else
        scan->largest_other_s = larger_of(scan->largest_other_s, (int)seconds);
}

static void add_duration(struct scan *scan, const char *start, int hundredths, bool in_hours)
{
    int minutes = in_hours ? number_text_minutes(&scan->at) : 0;
    add_seconds(scan, start,
                (int64_t)hundredths * (in_hours ? 3600 : 60) / HUNDREDTHS + (int64_t)minutes * 60);
}

static void set_elevation(struct scan *scan, enum word_role role, int hundredths,
                          enum measure measure)
{
    struct session *session = &scan->out->session;
    if (hundredths != UNKNOWN && hundredths <= MOST_HILLS_M * HUNDREDTHS)
        *(role == WORD_CLIMB ? &session->climb_m : &session->descent_m) =
            number_text_metres(hundredths, measure);
}

/* "600 m climb", "climb: 600 m": with the word behind it, or before. */
static bool take_elevation(struct scan *scan, const char *start, int hundredths,
                           enum measure measure)
{
    if (measure != MEASURE_M && measure != MEASURE_FT)
        return false;
    const char *behind = skip_blanks(scan->at);
    behind += strncmp(behind, "of ", 3) == 0 ? 3 : 0;
    size_t index, length;
    bool is_behind = vocabulary_find(scan->table, behind, WORDS_OF_ELEVATIONS, &index, &length);
    if (!is_behind && *scan->at == '+' && !isdigit((unsigned char)*skip_blanks(scan->at + 1))) {
        set_elevation(scan, WORD_CLIMB, hundredths, measure); /* "800 m+" */
        return true;
    }
    if (!is_behind && start != scan->elevation_at)
        return false;
    set_elevation(scan,
                  is_behind ? (enum word_role)scan->table->entries[index].role : scan->elevation,
                  hundredths, measure);
    if (is_behind)
        scan->at = behind + length;
    return true;
}

bool scan_elevation_word(struct scan *scan)
{
    size_t index, length;
    int hundredths;
    if (!vocabulary_find(scan->table, scan->at, WORDS_OF_ELEVATIONS, &index, &length))
        return false;
    const char *number = scan->at + length;
    number = skip_blanks(number + (*number == ':'));
    const char *behind = number;
    if (!isdigit((unsigned char)*number) || !number_text_read(&behind, &hundredths))
        return false;
    enum measure measure = number_text_measure(&behind);
    if (measure == MEASURE_NONE && *skip_blanks(behind) != 'x') {
        scan->at = behind;
        return true;
    }
    if (measure != MEASURE_M && measure != MEASURE_FT)
        return false;
    scan->elevation = (enum word_role)scan->table->entries[index].role;
    scan->elevation_at = scan->at = number;
    return true;
}

void scan_signed_elevation(struct scan *scan)
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
    set_elevation(scan, WORD_CLIMB, scan->climb, measure);
    set_elevation(scan, WORD_DESCENT, scan->descent, measure);
    scan->climb = scan->descent = UNKNOWN;
}

/* "1:30:00"; of "1:30" nobody knows whether it is a time, or a pace. */
static void take_time(struct scan *scan, const char *start)
{
    char text[QUANTITY_TEXT_SIZE];
    int seconds;
    const char *colon = scan->at;
    scan->at += strspn(colon, "0123456789:.-");
    size_t length = (size_t)(scan->at - start);
    bool has_hours = memchr(colon + 1, ':', (size_t)(scan->at - colon - 1)) != NULL;
    if (!has_hours || length >= sizeof text || scan->depth > 0 || is_pace(scan, start))
        return;
    memcpy(text, start, length);
    text[length] = '\0';
    if (duration_parse(text, &seconds))
        add_seconds(scan, start, seconds);
}

/* Whether a number without unit is the session's distance: "8 easy", "long 18". */
static void take_bare(struct scan *scan, const char *start, int least, int hundredths)
{
    const char *behind = skip_blanks(scan->at);
    size_t index, length;
    bool is_word = vocabulary_find(scan->table, behind, WORDS_OF_SESSIONS, &index, &length);
    if (isdigit((unsigned char)*behind) || *behind == '.' || *behind == ')' || /* "1 000 m", "1." */
        (is_word && scan->table->entries[index].role == WORD_HEADING))         /* "1 week to go" */
        return;
    if (start != scan->start && start != scan->bare_at)
        scan->has_second = scan->has_second || (is_added(scan, start) && !is_count(scan, behind));
    else if (hundredths > 0 && hundredths <= MOST_BARE) {
        scan->bare = hundredths;
        scan->out->least = least;
    }
}

/* "5 min/km" and "5/4"; but "30 km/1200 m D+" tells of both. */
static bool is_over(const char *at, enum measure measure)
{
    const char *behind = at + 1;
    if (*at != '/')
        return false;
    enum measure other = number_text_measure(&behind);
    return measure == MEASURE_NONE || other == MEASURE_KM || other == MEASURE_MI;
}

void scan_number(struct scan *scan)
{
    const char *start = scan->at;
    int least, hundredths;
    bool is_number = number_text_range(&scan->at, &least, &hundredths);
    if (*scan->at == ':') {
        take_time(scan, start);
        return;
    }
    const char *behind = skip_blanks(scan->at);
    if (*behind == 'x' && !is_word_character(behind[1])) {
        scan->at = behind + 1;
        scan->begins_with_amount =
            scan->begins_with_amount || (!scan->has_repeat && has_amount(scan));
        scan->has_added_repeat = scan->has_added_repeat || is_added(scan, start);
        scan->is_after_repeat = scan->has_repeat = true;
        return;
    }
    enum measure measure = number_text_measure(&scan->at);
    bool is_of_repeat = scan->is_after_repeat;
    scan->is_after_repeat = false;
    if (is_of_repeat)
        scan->repeat_end = skip_blanks(scan->at);
    if (start == scan->start && is_number && hundredths == 0)
        scan->is_zero = measure == MEASURE_NONE || measure == MEASURE_KM || measure == MEASURE_MI;
    if (is_number && !is_of_repeat && take_elevation(scan, start, hundredths, measure))
        return;
    if (!is_number || is_of_repeat || scan->depth > 0 || is_pace(scan, start) ||
        is_over(scan->at, measure) ||
        (measure == MEASURE_KM && word_follows(scan->at, "pace")) || /* "10k pace" */
        (measure == MEASURE_M && scan->has_repeat)) /* "6 x 800 m with 400 m jog" */
        return;
    if (measure == MEASURE_KM || measure == MEASURE_MI ||
        (measure == MEASURE_M && hundredths >= LEAST_METRES))
        add_distance(scan, start, least, hundredths, measure);
    else if (measure == MEASURE_M)
        scan->out->is_ambiguous = true; /* "5 m" */
    else if (measure == MEASURE_MIN || measure == MEASURE_H)
        add_duration(scan, start, hundredths, measure == MEASURE_H);
    else if (measure == MEASURE_NONE)
        take_bare(scan, start, least, hundredths);
}
