/* Numbers, with what is glued to them: units, hours and minutes, clocks, ladders, percents. */
#include <ctype.h>
#include <string.h>

#include "import/cell_parts.h"

#define MOST_DIGITS    6
#define LEAST_LADDER   3
#define LEAST_DISTANCE 200 /* "800s" are metres, not seconds */

/* The unit at a place, as a whole word; "milesEasy" counts, too. */
int lexer_unit_at(const struct lexer *lexer, const char *at, const char **end)
{
    size_t length;
    int unit = lexicon_unit(lexer->cell->hints->words, at, &length);
    *end = at + length;
    bool is_camel = isupper((unsigned char)lexer->cased[*end - lexer->start]) &&
                    islower((unsigned char)lexer->cased[at - lexer->start]) && length > 1;
    if (unit < 0 || (is_word_byte(**end) && !is_camel && **end != 'x'))
        return UNIT_NONE;
    return unit;
}

/* "1,000 m", "4,000'": the mark parts thousands before the smaller units, and if it is '. */
static bool parts_thousands(const struct lexer *lexer, const char *mark)
{
    const char *digits = mark + 1, *end;
    int value;
    if (take_digits(&digits, MOST_DIGITS, &value) != 3)
        return false;
    if (*mark == '\'' || *digits == '\'')
        return true;
    int unit = lexer_unit_at(lexer, skip_blanks(digits), &end);
    return unit == UNIT_M || unit == UNIT_FT || unit == UNIT_YD;
}

/* "1/2" before a unit, or behind a whole number. */
static bool take_fraction(const struct lexer *lexer, const char **at, bool is_behind_whole,
                          int *hundredths)
{
    const char *digits = *at, *end;
    int part, whole;
    if (take_digits(&digits, 1, &part) != 1 || *digits++ != '/' ||
        take_digits(&digits, 1, &whole) != 1 || part >= whole || !strchr("2348", digits[-1]))
        return false;
    if (!is_behind_whole && lexer_unit_at(lexer, skip_blanks(digits), &end) < 0)
        return false;
    *hundredths = part * HUNDREDTHS / whole;
    *at = digits;
    return true;
}

bool lexer_take_number(const struct lexer *lexer, const char **at, int *hundredths)
{
    const char *digits = *at;
    int whole, part, fraction;
    if (take_fraction(lexer, at, false, hundredths))
        return true;
    if (!take_digits(&digits, MOST_DIGITS, &whole))
        return false;
    while ((*digits && strchr(",.'", *digits) && parts_thousands(lexer, digits)) ||
           (*digits == ' ' && whole < 1000 && parts_thousands(lexer, digits))) {
        digits++;
        take_digits(&digits, 3, &part);
        if (whole < 1000)
            whole = whole * 1000 + part;
    }
    *hundredths = whole * HUNDREDTHS;
    if (*digits && strchr(".,", *digits) && isdigit((unsigned char)digits[1])) {
        const char *decimals = digits + 1;
        int count = take_digits(&decimals, 3, &part);
        if (!count)
            return false;
        *hundredths += count == 1 ? part * 10 : count == 2 ? part : (part + 5) / 10;
        digits = decimals;
    } else if (*digits == ' ') {
        const char *behind = digits + 1;
        if (take_fraction(lexer, &behind, true, &fraction)) {
            *hundredths += fraction;
            digits = behind;
        }
    }
    *at = digits;
    return true;
}

/* ---- times ---- */

static bool add_time(struct lexer *lexer, uint64_t is, int seconds, const char *end)
{
    struct cell_token *token = lexer_add(lexer, is, end);
    token->lo = token->hi = seconds;
    token->unit = UNIT_MIN;
    return true;
}

/* "1:20:00", "1:50", "1:30 h", "50:00 min" */
static bool read_clock(struct lexer *lexer)
{
    const char *at = lexer->at, *end;
    int first, second, third;
    if (!take_digits(&at, 3, &first) || *at++ != ':' || take_digits(&at, 2, &second) != 2 ||
        second > 59)
        return false;
    if (*at == ':') {
        at++;
        if (take_digits(&at, 2, &third) != 2)
            return false;
        return add_time(lexer, IS_DUR, (first * 60 + second) * 60 + third, at);
    }
    if (is_word_byte(*at) && *at != 'h')
        return false;
    int unit = lexer_unit_at(lexer, skip_blanks(at), &end);
    if (unit == UNIT_H)
        return add_time(lexer, IS_DUR, (first * 60 + second) * 60, end);
    if (unit == UNIT_MIN)
        return add_time(lexer, IS_DUR, first * 60 + second, end);
    return add_time(lexer, IS_CLOCK, first * 60 + second, at);
}

/* "1m30s", "1m30": minutes and seconds */
static bool read_minutes(struct lexer *lexer)
{
    const char *at = lexer->at;
    int minutes, seconds;
    if (!take_digits(&at, 3, &minutes) || *at++ != 'm' || take_digits(&at, 2, &seconds) != 2 ||
        seconds > 59)
        return false;
    at += *at == 's';
    return !is_word_byte(*at) && add_time(lexer, IS_DUR, minutes * 60 + seconds, at);
}

/* "1h15", "1h 30m", "45'30\"" */
static bool read_mixed_time(struct lexer *lexer)
{
    const char *at = lexer->at, *end;
    int first, second;
    if (read_minutes(lexer))
        return true;
    if (!take_digits(&at, 3, &first) || (*at != 'h' && *at != '\''))
        return false;
    bool is_hours = *at++ == 'h';
    at = is_hours ? skip_blanks(at) : at;
    int count = take_digits(&at, 2, &second);
    if (!count || second > 59 || *at == ':' || *at == ',' || *at == '.')
        return false;
    if (is_hours) {
        int unit = lexer_unit_at(lexer, skip_blanks(at), &end);
        if (unit == UNIT_MIN || unit == UNIT_M || *skip_blanks(at) == '\'')
            at = unit >= 0 ? end : skip_blanks(at) + 1;
        else if (count != 2 || is_word_byte(*at))
            return false;
        return add_time(lexer, IS_DUR, (first * 60 + second) * 60, at);
    }
    return add_time(lexer, IS_DUR, first * 60 + second, *at == '"' ? at + 1 : at);
}

/* ---- ladders ---- */

int centimetres_of(int hundredths, enum word_unit unit)
{
    static const int ten_thousandths[] = {[UNIT_KM] = 10000000,
                                          [UNIT_MI] = 16093440,
                                          [UNIT_M] = 10000,
                                          [UNIT_FT] = 3048,
                                          [UNIT_YD] = 9144};
    long long cm = ((long long)hundredths * ten_thousandths[unit] + 5000) / 10000;
    return cm > MOST_CM ? MOST_CM : (int)cm;
}

/* "400-800-1200-800-400", "1,2,1,1 km": three numbers and more, all of as many digits or so. */
static bool read_ladder(struct lexer *lexer)
{
    const char *at = lexer->at, *end;
    int value, sum = 0, most = 0, times = 0, least_digits = 9, most_digits = 0, marks = 0;
    char separator = '\0';
    for (;; at++) {
        int digits = take_digits(&at, 4, &value);
        if (!digits)
            return false;
        sum += value;
        most = value > most ? value : most;
        least_digits = digits < least_digits ? digits : least_digits;
        most_digits = digits > most_digits ? digits : most_digits;
        times++;
        marks += *at == '\''; /* "2'-4'-2'" */
        at += *at == '\'';
        if (!*at || !strchr("-,/", *at) || (separator && *at != separator) ||
            !isdigit((unsigned char)at[1]))
            break;
        separator = *at;
    }
    if (times < LEAST_LADDER || (least_digits <= 2) != (most_digits <= 2))
        return false;
    int unit = lexer_unit_at(lexer, skip_blanks(at), &end);
    if (marks == times) {
        unit = UNIT_MIN;
        end = at;
    }
    if ((unit < 0 && least_digits < 3) || (marks && marks != times))
        return false;
    bool is_time = unit == UNIT_MIN || unit == UNIT_S || unit == UNIT_H;
    struct cell_token *token = lexer_add(lexer, IS_REPEAT, unit < 0 ? at : end);
    token->times = times;
    token->measure = is_time ? IS_DUR : IS_DIST;
    token->unit = unit < 0 ? UNIT_M : (enum word_unit)unit;
    int scale = token->unit == UNIT_H ? 3600 : token->unit == UNIT_MIN ? 60 : 1;
    token->lo = token->hi = is_time ? sum * scale : centimetres_of(sum * HUNDREDTHS, token->unit);
    token->each = is_time ? most * scale : centimetres_of(most * HUNDREDTHS, token->unit);
    return true;
}

/* ---- numbers and their units ---- */

static bool read_percent(struct lexer *lexer)
{
    const char *at = lexer->at;
    int low, high;
    if (!lexer_take_number(lexer, &at, &low))
        return false;
    high = low;
    if (*skip_blanks(at) == '-') {
        const char *behind = skip_blanks(skip_blanks(at) + 1);
        if (lexer_take_number(lexer, &behind, &high))
            at = behind;
    }
    at = skip_blanks(at);
    if (*at != '%')
        return false;
    struct cell_token *token = lexer_add(lexer, IS_PERCENT, at + 1);
    token->lo = low;
    token->hi = high;
    return true;
}

/* The unit right behind a number, or behind one blank or dash. */
static void read_unit(struct lexer *lexer, int hundredths)
{
    const char *at = lexer->at, *end;
    bool is_apart = *at == ' ' || *at == '-';
    if (*at == '\'' || *at == '"') {
        struct cell_token *token = lexer_add(lexer, IS_UNIT, at + 1);
        token->unit = *at == '"' ? UNIT_S : UNIT_MIN;
        return;
    }
    at += is_apart;
    int unit = lexer_unit_at(lexer, at, &end);
    bool is_letter = end - at == 1 && lexer->cased[at - lexer->start] == 'M';
    if (unit < 0 || (is_letter && lexer->has_letters))
        return;
    if (is_letter)
        unit = UNIT_MI;
    if (unit == UNIT_S && !is_apart && end - at == 1 && hundredths >= LEAST_DISTANCE * HUNDREDTHS &&
        hundredths % (100 * HUNDREDTHS) == 0)
        unit = UNIT_M;
    lexer->at = at;
    /* Capitals that end no sentence: those of German nouns; those of other alphabets are gone. */
    bool has_capitals = (unsigned char)*at < 0x80 && lexer->cell->hints->language != LANGUAGE_DE;
    if (*end == '.' && (ends_no_sentence(lexer, end + 1) || (!has_capitals && end[1] == ' ')))
        end++; /* "20 min. easy" */
    lexer_add(lexer, IS_UNIT, end)->unit = (enum word_unit)unit;
}

bool lexer_read_number(struct lexer *lexer)
{
    const char *at = lexer->at;
    int hundredths;
    if (!isdigit((unsigned char)*at))
        return false;
    if (read_percent(lexer) || read_clock(lexer) || read_mixed_time(lexer) || read_ladder(lexer))
        return true;
    if (!lexer_take_number(lexer, &at, &hundredths)) {
        while (isdigit((unsigned char)*at))
            at++;
        lexer_add(lexer, IS_UNKNOWN, at);
        return true;
    }
    struct cell_token *token = lexer_add(lexer, IS_NUM, at);
    token->lo = token->hi = hundredths;
    bool is_open = *at == '+' && !isdigit((unsigned char)*skip_blanks(at + 1));
    if (is_open) {
        token->is_open = true;
        token->end++;
        lexer->at++;
    }
    read_unit(lexer, hundredths);
    return true;
}
