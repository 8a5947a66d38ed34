/* What stands for itself: programmes, dates, references, paces, heart rates, zones, hills. */
#include <ctype.h>
#include <string.h>

#include "import/cell_parts.h"

#define LEAST_WATTS      80
#define MOST_EFFORT      20   /* of a scale */
#define LEAST_FEET       300  /* "+4000'": fewer are minutes */
#define LEAST_PLAIN_FEET 1000 /* "2500'" */

/* A number, or a range of them; the place behind it, or NULL. */
static const char *behind_numbers(const struct lexer *lexer, const char *at, int *high)
{
    if (!lexer_take_number(lexer, &at, high))
        return NULL;
    const char *second = skip_blanks(at);
    if (*second == '-' || *second == '/') {
        second = skip_blanks(second + 1);
        if (lexer_take_number(lexer, &second, high))
            return second;
    }
    return at;
}

/* ---- programmes, dates, references ---- */

static bool read_programme(struct lexer *lexer)
{
    static const char *const names[] = {"c25k",         "c210k",       "b210k",    "couch to 5k",
                                        "couch to 10k", "couch-to-5k", "couch25k", "none to run"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *end = behind_word(lexer->at, names[i]);
        if (!end)
            continue;
        struct cell_token *token = lexer_add(lexer, IS_PROGRAMME | HAS_KIND | HAS_EFFORT, end);
        token->kind = SESSION_RUN_WALK;
        token->effort = EFFORT_EASY;
        return true;
    }
    return false;
}

/* "2027-05-02", "12/5/27" */
static const char *behind_numeric_date(const char *at)
{
    int first, second, third;
    int digits = take_digits(&at, 4, &first);
    char mark = *at;
    if (!digits || !mark || !strchr("-/.", mark))
        return NULL;
    at++;
    if (!take_digits(&at, 2, &second) || *at++ != mark || !second || second > 31)
        return NULL;
    int last = take_digits(&at, 4, &third);
    bool is_iso = digits == 4 && mark == '-' && last == 2;
    bool is_short = digits <= 2 && mark != '-' && (last == 4 || (last == 2 && mark == '/'));
    return (is_iso || is_short) && !is_word_byte(*at) ? at : NULL;
}

/* A day, and the year behind it if there is one; not where a unit follows: "May 5 km". */
static const char *behind_day_of_month(const struct lexer *lexer, const char *at)
{
    int day, year;
    const char *end;
    if (!take_digits(&at, 2, &day) || day < 1 || day > 31)
        return NULL;
    if (strncmp(at, "st", 2) == 0 || strncmp(at, "nd", 2) == 0 || strncmp(at, "th", 2) == 0)
        at += 2;
    if (is_word_byte(*at) || lexer_unit_at(lexer, skip_blanks(at), &end) >= 0)
        return NULL;
    const char *behind = skip_blanks(at + (*at == ','));
    return take_digits(&behind, 4, &year) == 4 ? behind : at;
}

/* "May 28", "30 Aug 2026" */
static const char *behind_named_date(const struct lexer *lexer, const char *at)
{
    size_t length;
    int day, year;
    if (lexicon_month(lexer->cell->hints->words, at, &length) >= 0)
        return behind_day_of_month(lexer, skip_blanks(at + length + (at[length] == '.')));
    if (!take_digits(&at, 2, &day) || day < 1 || day > 31)
        return NULL;
    at = skip_blanks(at + (*at == '.'));
    if (lexicon_month(lexer->cell->hints->words, at, &length) < 0)
        return NULL;
    const char *behind = skip_blanks(at + length);
    return take_digits(&behind, 4, &year) == 4 ? behind : at + length;
}

static bool read_date(struct lexer *lexer)
{
    const char *end = behind_numeric_date(lexer->at);
    end = end ? end : behind_named_date(lexer, lexer->at);
    if (!end)
        return false;
    lexer->at = end;
    return true;
}

/* ---- times of the day ---- */

static const char *behind_half_of_day(const char *at)
{
    static const char *const halves[] = {"am", "pm", "a.m.", "p.m.", "a.m", "p.m", "h", "uhr"};
    for (size_t i = 0; i < sizeof halves / sizeof *halves; i++)
        if (strncmp(at, halves[i], strlen(halves[i])) == 0 && !is_word_byte(at[strlen(halves[i])]))
            return at + strlen(halves[i]);
    return NULL;
}

/* Whether a figure stands elsewhere that is no time of the day: an amount. */
static bool has_other_figures(const struct lexer *lexer, const char *from, const char *to)
{
    for (const char *at = lexer->start; *at; at++) {
        if (at == from)
            at = to;
        if (!isdigit((unsigned char)*at))
            continue;
        at += strspn(at, "0123456789:");
        if (!behind_half_of_day(at))
            return true;
        at--;
    }
    return false;
}

/* "6:30am", "7pm" beside an amount; "19:00 club run 8 km", "06:15 - 5 mi". */
static bool read_time_of_day(struct lexer *lexer)
{
    const char *at = lexer->at, *half;
    int hour, minute = -1;
    if (!take_digits(&at, 2, &hour) || hour > 23)
        return false;
    const char *minutes = at + 1;
    if (*at == ':' && take_digits(&minutes, 2, &minute) == 2 && minute < 60 && *minutes != ':')
        at = minutes;
    else if (*at == ':')
        return false;
    half = minute >= 0 ? behind_half_of_day(skip_blanks(at)) : behind_half_of_day(at);
    bool is_hour_mark = half && (strncmp(skip_blanks(at), "h", 1) == 0);
    if (half && !is_hour_mark && (minute >= 0 || has_other_figures(lexer, lexer->at, half))) {
        lexer->at = half;
        return true;
    }
    bool is_padded = *lexer->at == '0' && minute >= 0;
    bool is_apart = strncmp(at, " - ", 3) == 0 || is_padded;
    if (half || minute < 0 || minute % 5 != 0 || lexer->at != lexer->start || hour < 5 ||
        !is_apart || !has_other_figures(lexer, lexer->at, at))
        return false;
    lexer->at = at;
    return true;
}

/* ---- references ---- */

static const struct {
    const char *word;
    bool is_week, is_session;
} reference_words[] = {
    {"week", true, false},    {"wk", true, false},        {"woche", true, false},
    {"w", true, false},       {"semaine", true, false},   {"semana", true, false},
    {"vecka", true, false},   {"settimana", true, false}, {"tydzien", true, false},
    {"day", false, false},    {"d", false, false},        {"tag", false, false},
    {"jour", false, false},   {"giorno", false, false},   {"dag", false, false},
    {"q", false, false},      {"level", false, false},    {"phase", false, false},
    {"stage", false, false},  {"block", false, false},    {"run", false, true},
    {"session", false, true}, {"workout", false, true},
};

/* The number behind the word of a reference, which one letter has right behind it. */
static const char *behind_reference_number(const struct lexer *lexer, const char *at,
                                           size_t word_length)
{
    int number;
    const char *digits = at + word_length, *end;
    if (word_length > 1)
        digits = skip_blanks(digits + (*digits == '#'));
    if (!take_digits(&digits, 3, &number) || (is_word_byte(*digits) && *digits != 'd') ||
        (*digits == ':' && isdigit((unsigned char)digits[1])) ||
        lexer_unit_at(lexer, skip_blanks(digits), &end) >= 0)
        return NULL;
    return digits;
}

/* "Week 3", "W14", "Day 2", "Q1:"; "run 3" only behind another reference. */
static const char *behind_reference(const struct lexer *lexer, bool is_behind, bool *is_week)
{
    for (size_t i = 0; i < sizeof reference_words / sizeof *reference_words; i++) {
        const char *word = reference_words[i].word;
        if (*word != *lexer->at || strncmp(lexer->at, word, strlen(word)) != 0 ||
            (reference_words[i].is_session && !is_behind))
            continue;
        const char *end = behind_reference_number(lexer, lexer->at, strlen(word));
        *is_week = reference_words[i].is_week;
        if (end)
            return end;
    }
    return NULL;
}

static bool read_reference(struct lexer *lexer)
{
    size_t length = 0; /* of a weekday alone */
    bool is_week = false;
    const struct cell_text *cell = lexer->cell;
    const struct cell_token *last = cell->count ? &cell->tokens[cell->count - 1] : NULL;
    bool is_behind = last && (last->is & (IS_REFERENCE | IS_PROGRAMME));
    const char *end = behind_reference(lexer, is_behind, &is_week);
    if (!end && lexicon_weekday(cell->hints->words, lexer->at, LANGUAGE_NONE, &length) >= 0)
        end = lexer->at + length;
    if (end && !cell->count && !*end && end == lexer->at + length)
        end = NULL; /* alone it is a word: "fri" is free in Danish */
    int number;
    const char *digits = lexer->at;
    if (!end && !cell->count && take_digits(&digits, 2, &number) && digits[0] == '.' &&
        digits[1] == ' ')
        end = digits + 1; /* "1. Easy 5 km" */
    if (!end)
        return false;
    lexer_add(lexer, is_week ? IS_REFERENCE | ROLE(ROLE_WEEK) : IS_REFERENCE, end);
    return true;
}

/* ---- how hard ---- */

static bool add_intensity(struct lexer *lexer, const char *end, int effort, bool is_watts)
{
    struct cell_token *token = lexer_add(lexer, IS_INTENSITY, end);
    token->effort = effort;
    token->kind = effort == EFFORT_EASY ? SESSION_EASY : -1;
    token->is_pace = true;
    if (is_watts)
        token->is |= IS_WATTS;
    return true;
}

/* "effort 2", "effort level 3-4"; but "effort 5 km", and "easy effort 8" */
static const char *behind_effort(const struct lexer *lexer)
{
    static const char *const names[] = {"effort level", "effort"};
    const struct cell_text *cell = lexer->cell;
    uint64_t before = cell->count ? cell->tokens[cell->count - 1].is : 0;
    for (size_t i = 0; i < sizeof names / sizeof *names && !(before & HAS_EFFORT); i++) {
        const char *at = behind_word(lexer->at, names[i]), *unit_end;
        int high;
        const char *end = at ? behind_numbers(lexer, skip_blanks(at + (*at == ':')), &high) : NULL;
        if (end && high <= MOST_EFFORT * HUNDREDTHS && *skip_blanks(end) != 'x' &&
            lexer_unit_at(lexer, skip_blanks(end), &unit_end) < 0)
            return end;
    }
    return NULL;
}

/* "HR 130-150", "RPE 4/10", "sub 3:30" */
static bool read_named_intensity(struct lexer *lexer)
{
    static const char *const names[] = {"heart rate", "hf", "hr", "fc", "puls", "rpe", "sub"};
    int high;
    const char *behind = behind_effort(lexer);
    if (behind)
        return add_intensity(lexer, behind, -1, false);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *at = behind_word(lexer->at, names[i]);
        if (!at)
            continue;
        at += strspn(at, " <>:=~-");
        const char *end = behind_numbers(lexer, at, &high);
        if (!end)
            continue;
        if (*end == ':' && isdigit((unsigned char)end[1]))
            end += strspn(end, ":0123456789");
        return add_intensity(lexer, end, -1, false);
    }
    return false;
}

/* "DL 1" to "DL 3", as German plans number their runs; but "DL 1 h" is one of an hour. */
static bool read_run_zone(struct lexer *lexer)
{
    static const int efforts[] = {EFFORT_EASY, EFFORT_MODERATE, EFFORT_HARD};
    const char *at = lexer->at, *end;
    int zone;
    if (strncmp(at, "dl ", 3) != 0)
        return false;
    at += 3;
    bool is_zone = take_digits(&at, 1, &zone) == 1 && zone >= 1 && zone <= 3 && !is_word_byte(*at);
    const char *next = skip_blanks(at);
    bool is_amount = lexer_unit_at(lexer, next, &end) >= 0 || strspn(next, "-x") > 0 ||
                     (strspn(at, ".,") > 0 && isdigit((unsigned char)at[1]));
    if (!is_zone || is_amount)
        return false;
    struct cell_token *token = lexer_add(lexer, IS_WORD | ROLE(ROLE_RUN) | HAS_EFFORT, at);
    token->effort = efforts[zone - 1];
    token->kind = zone == 1 ? SESSION_EASY : zone == 3 ? SESSION_TEMPO : -1;
    token->is |= token->kind >= 0 ? HAS_KIND : 0;
    return true;
}

/* "Z2", "zone 2-3" */
static bool read_zone(struct lexer *lexer)
{
    static const int efforts[] = {0,           EFFORT_EASY, EFFORT_EASY, EFFORT_MODERATE,
                                  EFFORT_HARD, EFFORT_HARD};
    const char *at = lexer->at;
    int zone, last;
    if (*at != 'z')
        return read_run_zone(lexer);
    at = strncmp(at, "zone", 4) == 0 ? skip_blanks(at + 4) : at + 1;
    if (take_digits(&at, 1, &zone) != 1 || zone < 1 || zone > 5)
        return false;
    const char *behind = at + strspn(at, "-/z ");
    if (strspn(at, "-/z") && take_digits(&behind, 1, &last) == 1 && last <= 5 && last > zone) {
        zone = last;
        at = behind;
    }
    return !is_word_byte(*at) && add_intensity(lexer, at, efforts[zone], false);
}

/* Behind a number: "bpm", "% HRmax", "W", "min/km", "/km", "km/h". The place behind it, or NULL. */
static const char *behind_measure(const struct lexer *lexer, const char *at, int high,
                                  bool *is_watts)
{
    static const char *const measures[] = {"bpm",     "km/h",  "kmh",      "kph",      "mph",
                                           "m/s",     "ppm",   "spm",      "% hr",     "%hr",
                                           "% hrmax", "% max", "% of max", "%hrmax",   "% fc",
                                           "% mhr",   "%mhr",  "% max hr", "% hr max", "% lthr",
                                           "% hrr",   "% fcm", "% fcmax",  "% hfmax",  "% hf"};
    static const char *const watts[] = {"w", "watt", "watts"};
    const char *end = NULL;
    at = skip_blanks(at);
    for (size_t i = 0; i < sizeof measures / sizeof *measures; i++) {
        const char *behind = behind_word(at, measures[i]);
        end = behind && (!end || behind > end) ? behind : end;
    }
    for (size_t i = 0; i < sizeof watts / sizeof *watts && high >= LEAST_WATTS * HUNDREDTHS; i++)
        if (behind_word(at, watts[i]) && *behind_word(at, watts[i]) != '/') {
            *is_watts = true;
            return behind_word(at, watts[i]);
        }
    if (end)
        return end;
    static const char *const times[] = {"min", "sek", "sec", "seconds", "s"}; /* "20 s/km" */
    size_t length = 0;
    for (size_t i = 0; i < sizeof times / sizeof *times && !length; i++)
        length = strncmp(at, times[i], strlen(times[i])) == 0 ? strlen(times[i]) : 0;
    at = skip_blanks(at + length);
    if (*at == '/')
        at = skip_blanks(at + 1);
    else if (strncmp(at, "per ", 4) == 0)
        at += 4;
    else
        return NULL;
    int unit = lexer_unit_at(lexer, at, &end);
    return unit == UNIT_KM || unit == UNIT_MI ? end : NULL;
}

/* "140 bpm", "5:30-5:45/km" */
static bool read_measured_intensity(struct lexer *lexer)
{
    int low, high = 0;
    bool is_watts = false;
    const char *at = lexer->at;
    for (int i = 0; i < 2; i++) {
        const char *number = at;
        int seconds;
        if (take_digits(&number, 2, &low) && (*number == ':' || *number == '\'') &&
            isdigit((unsigned char)number[1])) { /* "5:30", "5'30" */
            number++;
            if (take_digits(&number, 2, &seconds) != 2)
                return false;
            at = number + strspn(number, "\"'");
        } else if (lexer_take_number(lexer, &at, &high)) {
            high = larger_of(high, 0);
        } else {
            return false;
        }
        const char *behind = skip_blanks(at);
        if (*behind != '-' || i)
            break;
        at = skip_blanks(behind + 1);
    }
    const char *end = behind_measure(lexer, at, high, &is_watts);
    return end && add_intensity(lexer, end, -1, is_watts);
}

/* ---- hills ---- */

/* "300 hm", "1200 m+"; "+850 m", and "-200 m" behind it. */
static bool read_hills(struct lexer *lexer)
{
    const struct cell_text *cell = lexer->cell;
    const struct cell_token *last = cell->count ? &cell->tokens[cell->count - 1] : NULL;
    bool is_behind = last && (last->is & IS_HILLS);
    bool begins = lexer->at == lexer->start || strchr(" ,(/", lexer->at[-1]);
    bool is_signed = begins && (*lexer->at == '+' || (*lexer->at == '-' && is_behind));
    bool is_down = *lexer->at == '-';
    const char *at = lexer->at + is_signed, *end;
    int hundredths;
    if (!lexer_take_number(lexer, &at, &hundredths))
        return false;
    int unit = lexer_unit_at(lexer, skip_blanks(at), &end);
    int least_feet = is_signed ? LEAST_FEET : LEAST_PLAIN_FEET;
    bool is_feet_mark = *at == '\'' && begins && hundredths >= least_feet * HUNDREDTHS &&
                        !isdigit((unsigned char)at[1]) && !(last && (last->is & IS_X));
    if (is_feet_mark) {
        unit = UNIT_FT;
        end = at + 1;
    }
    bool is_length = unit == UNIT_M || unit == UNIT_FT;
    if (is_signed && !is_down && !is_length && strncmp(skip_blanks(at), "-", 1) == 0) {
        const char *second = skip_blanks(at) + 1; /* "+200 -200 m" */
        int other;
        if (!lexer_take_number(lexer, &second, &other))
            return false;
        unit = lexer_unit_at(lexer, skip_blanks(second), &end);
        is_length = unit == UNIT_M || unit == UNIT_FT;
        end = at;
    } else if (is_signed && is_down) {
        end = is_length ? end : at;
    } else if (!is_signed) {
        const char *unit_end = is_length ? end : NULL;
        end = is_feet_mark ? end : behind_word(skip_blanks(at), "hm");
        if (!end && unit_end && *unit_end == '+' && !isdigit((unsigned char)unit_end[1]))
            end = unit_end + 1;
        if (!end)
            return false;
        unit = unit == UNIT_FT ? UNIT_FT : UNIT_M;
        is_length = true;
    }
    if (!is_length && !is_down)
        return false;
    int cm = centimetres_of(hundredths, unit == UNIT_FT ? UNIT_FT : UNIT_M);
    int metres = (cm + CM_PER_M / 2) / CM_PER_M;
    struct cell_token *token = lexer_add(lexer, IS_HILLS, end);
    token->lo = is_down ? UNKNOWN : metres;
    token->hi = is_down ? metres : UNKNOWN; /* lo is climb, hi descent */
    return true;
}

bool lexer_read_told(struct lexer *lexer)
{
    static bool (*const readers[])(struct lexer *) = {
        read_programme,       read_date, read_time_of_day, read_reference,
        read_named_intensity, read_zone, read_hills,       read_measured_intensity,
    };
    const struct cell_text *cell = lexer->cell;
    const struct cell_token *last = cell->count ? &cell->tokens[cell->count - 1] : NULL;
    bool begins = lexer->at == lexer->start || !is_word_byte(lexer->at[-1]) ||
                  (last && (last->is & IS_REFERENCE)); /* "W1D4" */
    for (size_t i = 0; begins && i < sizeof readers / sizeof *readers; i++)
        if (readers[i](lexer))
            return true;
    return false;
}
