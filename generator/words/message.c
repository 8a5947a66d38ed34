/* Messages: marks, keys, and the way to words. */
#include "words/message.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"

#define SECONDS_PER_MINUTE 60
#define NUMBER_SIZE        24
#define MOST_JOINTS        16 /* of those a message is looked up in parts at */

enum kind { NAME, DISTANCE, ELEVATION, PERCENT, COUNT, TIME, PACE, DATE, WEEKDAY, DAY, KIND_COUNT };

static const char *const kind_names[KIND_COUNT] = {
    [NAME] = "name",   [DISTANCE] = "distance", [ELEVATION] = "elevation", [PERCENT] = "percent",
    [COUNT] = "count", [TIME] = "time",         [PACE] = "pace",           [DATE] = "date",
    [DAY] = "day",     [WEEKDAY] = "weekday",
};

/* What a mark says. */
struct fact {
    enum kind kind;
    int number;       /* distance and percent in hundredths, metres, seconds, a date, ... */
    int week;         /* of a day without a date; else 0 */
    bool is_duration; /* of times: minutes, not a clock's */
    enum units units;
    const char *text; /* as it is marked */
};

/* ---- reading marks ---- */

/* Takes " km" or the like from the end of a text; the rest is a number of few characters. */
static bool take_unit(const char *text, const char *unit, char number[NUMBER_SIZE])
{
    size_t length = strlen(text), end = strlen(unit);
    if (length <= end || length - end >= NUMBER_SIZE || strcmp(text + length - end, unit) != 0)
        return false;
    memcpy(number, text, length - end);
    number[length - end] = '\0';
    return true;
}

/* A number as it is written elsewhere; "007" is a name. */
static bool read_number(const char *text, int decimals, int *number)
{
    bool is_padded = text[0] == '0' && text[1] && text[1] != '.';
    return !is_padded && decimal_parse(text, decimals, number);
}

static bool read_weekday(const char *text, size_t length, int *weekday)
{
    for (int i = 0; i < DAYS_PER_WEEK; i++) {
        const char *name = weekday_name((enum weekday)i);
        if (strlen(name) == length && strncmp(name, text, length) == 0) {
            *weekday = i;
            return true;
        }
    }
    return false;
}

/* "sun 2027-03-07", "sun of week 3". */
static bool read_day(const char *text, struct fact *value)
{
    static const char of_week[] = "of week ";
    const char *space = strchr(text, ' ');
    if (!space || !read_weekday(text, (size_t)(space - text), &value->number))
        return false;
    if (date_parse(space + 1, &value->number))
        return true;
    return strncmp(space + 1, of_week, strlen(of_week)) == 0 &&
           read_number(space + strlen(" ") + strlen(of_week), 0, &value->week) && value->week > 0;
}

static struct fact read_value(const char *text)
{
    struct fact value = {.kind = NAME, .text = text};
    char number[NUMBER_SIZE];
    bool is_mi = take_unit(text, " mi", number), is_mi_pace = false;
    if ((is_mi || take_unit(text, " km", number)) && read_number(number, 2, &value.number))
        value.kind = DISTANCE;
    else if (take_unit(text, " m", number) && read_number(number, 0, &value.number))
        value.kind = ELEVATION;
    else if (take_unit(text, " %", number) && read_number(number, 2, &value.number))
        value.kind = PERCENT;
    else if (take_unit(text, " min", number) && read_number(number, 0, &value.number))
        value.kind = TIME;
    else if (duration_parse(text, &value.number))
        return (struct fact){.kind = TIME, .number = value.number, .text = text};
    else if (((is_mi_pace = take_unit(text, " /mi", number)) || take_unit(text, " /km", number)) &&
             duration_parse(number, &value.number))
        value.kind = PACE;
    else if (date_parse(text, &value.number))
        value.kind = DATE;
    else if (read_weekday(text, strlen(text), &value.number))
        value.kind = WEEKDAY;
    else if (read_day(text, &value))
        value.kind = DAY;
    else if (read_number(text, 0, &value.number))
        value.kind = COUNT;
    value.is_duration = value.kind == TIME;
    value.units = is_mi || is_mi_pace ? UNITS_MI : UNITS_KM;
    return value;
}

/* ---- reading messages ---- */

/* A run of plain text, or what stands between the braces of a mark. */
struct piece {
    const char *text;
    size_t length;
    bool is_mark;
};

/* The next piece before `end`; false there. */
static bool next_piece(const char **at, const char *end, struct piece *piece)
{
    const char *text = *at;
    if (text == end)
        return false;
    *piece = (struct piece){.text = text, .length = 1};
    *at = text + 1;
    if (text[0] == '{' && text + 1 < end && text[1] == '{') { /* a brace that is meant */
        *at = text + 2;
        return true;
    }
    size_t inside = text[0] == '{' ? strcspn(text + 1, "{}") : 0;
    if (inside > 0 && text + 1 + inside < end && text[1 + inside] == '}') {
        *piece = (struct piece){text + 1, inside, true};
        *at = text + inside + 2;
        return true;
    }
    while (*at < end && **at != '{')
        ++*at;
    piece->length = (size_t)(*at - text);
    return true;
}

/* A message, or a part of it: its values in their order, and its key. */
struct reading {
    const char *begin, *end;
    struct fact *values;
    size_t count;
    const char *key;
};

static int nth_of_kind(const struct reading *reading, enum kind kind)
{
    int nth = 0;
    for (size_t i = 0; i < reading->count; i++)
        nth += reading->values[i].kind == kind;
    return nth;
}

static struct reading read_message(struct arena *arena, const char *begin, const char *end)
{
    size_t most = 0;
    for (const char *at = begin; at < end; at++)
        most += *at == '{';
    struct reading reading = {begin, end, arena_array(arena, most, sizeof *reading.values), 0,
                              NULL};
    struct text key = TEXT_INIT;
    struct piece piece;
    while (next_piece(&begin, end, &piece)) {
        if (!piece.is_mark) {
            bool is_brace = piece.text[0] == '{' && piece.length == 1;
            text_append(&key, is_brace ? "{" : "");
            text_append_bytes(&key, piece.text, piece.length);
            continue;
        }
        struct fact value = read_value(arena_strndup(arena, piece.text, piece.length));
        reading.values[reading.count++] = value;
        int nth = nth_of_kind(&reading, value.kind);
        text_printf(&key, nth > 1 ? "{%s_%d}" : "{%s}", kind_names[value.kind], nth);
    }
    reading.key = arena_strdup(arena, text_string(&key));
    text_release(&key);
    return reading;
}

const char *message_key(struct arena *arena, const char *message)
{
    return read_message(arena, message, message + strlen(message)).key;
}

/* ---- values in words ---- */

static int in_units(const struct words *words, int hundredths, enum units units)
{
    return units == words->units ? hundredths
                                 : distance_from_m(distance_to_m(hundredths, units), words->units);
}

static int pace_in_units(const struct words *words, int seconds, enum units units)
{
    return scale_round(seconds, units_mm(words->units), units_mm(units));
}

static const char *weekday_in_text(const struct words *words, int weekday)
{
    return words_phrase(words, (enum phrase)(PHRASE_TEXT_MONDAY + weekday));
}

static const char *date_words(const struct words *words, int date)
{
    int year, month, day;
    date_to_ymd(date, &year, &month, &day);
    return SAY(words, PHRASE_TEXT_DATE, arena_printf(words->arena, "%02d", day),
               arena_printf(words->arena, "%02d", month), arena_printf(words->arena, "%04d", year));
}

static const char *day_words(const struct words *words, const struct fact *value)
{
    if (value->week)
        return SAY(words, PHRASE_TEXT_DAY_OF_WEEK, weekday_in_text(words, value->number),
                   words_count(words, (size_t)value->week));
    return SAY(words, PHRASE_TEXT_DAY, weekday_in_text(words, (int)date_weekday(value->number)),
               date_words(words, value->number));
}

static const char *value_words(const struct words *words, const struct fact *value)
{
    int number = value->number;
    switch (value->kind) {
    case DISTANCE:
        return words_distance(words, in_units(words, number, value->units));
    case ELEVATION:
        return words_elevation(words, number);
    case PERCENT:
        return SAY(words, PHRASE_TEXT_PERCENT, words_hundredths(words, number));
    case TIME:
        return value->is_duration ? words_duration(words, number * SECONDS_PER_MINUTE)
                                  : value->text;
    case PACE:
        number = pace_in_units(words, number, value->units);
        return SAY(words, PHRASE_TEXT_PACE,
                   words_pace_bare(words, (struct pace_range){number, number}), words_unit(words));
    case DATE:
        return date_words(words, number);
    case WEEKDAY:
        return weekday_in_text(words, number);
    case DAY:
        return day_words(words, value);
    case NAME:
        return words_translate(words, value->text);
    default:
        return value->text;
    }
}

/* ---- plurals ---- */

enum plural { PLURAL_ONE, PLURAL_FEW, PLURAL_MANY, PLURAL_OTHER };

static enum plural one_or_other(int n)
{
    return n == 1 ? PLURAL_ONE : PLURAL_OTHER;
}

static enum plural few_or_many(int n)
{
    bool is_few = n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14);
    return is_few ? PLURAL_FEW : PLURAL_MANY;
}

static enum plural none_or_one(int n)
{
    return n <= 1 ? PLURAL_ONE : PLURAL_OTHER;
}

static enum plural polish(int n)
{
    return n == 1 ? PLURAL_ONE : few_or_many(n);
}

static enum plural russian(int n)
{
    return n % 10 == 1 && n % 100 != 11 ? PLURAL_ONE : few_or_many(n);
}

/* CLDR's categories of whole numbers; languages that aren't here tell one from all others. */
static enum plural plural_of(const struct language *language, int n)
{
    static const struct {
        const char *language;
        enum plural (*plural)(int n);
    } rules[] = {{"fr", none_or_one}, {"pl", polish}, {"pt", none_or_one}, {"ru", russian}};
    for (size_t i = 0; language && i < sizeof rules / sizeof *rules; i++)
        if (strcmp(rules[i].language, language->name) == 0)
            return rules[i].plural(n);
    return one_or_other(n);
}

/* The one of "one=day|few=...|other=days" that goes with a value; the last one where none does. */
static void append_form(struct text *out, const struct words *words, const struct fact *value,
                        struct piece forms)
{
    static const char *const names[] = {"one=", "few=", "many=", "other="};
    bool is_hundredths = value->kind == DISTANCE || value->kind == PERCENT;
    int whole = is_hundredths ? value->number / HUNDREDTHS : value->number;
    bool is_whole = !is_hundredths || value->number % HUNDREDTHS == 0;
    const char *name = names[is_whole ? plural_of(words->language, whole) : PLURAL_OTHER];
    const char *at = forms.text, *end = forms.text + forms.length;
    for (;;) {
        size_t length = 0;
        while (at + length < end && at[length] != '|')
            length++;
        const char *is = memchr(at, '=', length);
        bool is_last = at + length == end;
        if (is_last || (length >= strlen(name) && strncmp(at, name, strlen(name)) == 0)) {
            const char *from = is ? is + 1 : at;
            text_append_bytes(out, from, (size_t)(at + length - from));
            return;
        }
        at += length + 1;
    }
}

/* ---- sentences ---- */

/* The value that "distance" or "distance_2" means; NULL where there is none. */
static const struct fact *find_value(const struct reading *reading, const char *place,
                                     size_t length)
{
    int seen[KIND_COUNT] = {0};
    for (size_t i = 0; i < reading->count; i++) {
        char name[NUMBER_SIZE];
        enum kind kind = reading->values[i].kind;
        int nth = ++seen[kind];
        snprintf(name, sizeof name, nth > 1 ? "%s_%d" : "%s", kind_names[kind], nth);
        if (strlen(name) == length && strncmp(name, place, length) == 0)
            return &reading->values[i];
    }
    return NULL;
}

/* A place of a sentence: a value, or the form of a word that goes with it. */
static void append_place(struct text *out, const struct words *words, const struct reading *reading,
                         struct piece place)
{
    const char *colon = memchr(place.text, ':', place.length);
    size_t length = colon ? (size_t)(colon - place.text) : place.length;
    const struct fact *value = find_value(reading, place.text, length);
    struct piece forms = {place.text + length + 1, place.length - length - 1, false};
    if (value && colon)
        append_form(out, words, value, forms);
    else if (value)
        text_append(out, value_words(words, value));
    else
        text_printf(out, "{%.*s}", (int)place.length, place.text);
}

static void append_sentence(struct text *out, const struct words *words,
                            const struct reading *reading, const char *sentence)
{
    const char *end = sentence + strlen(sentence);
    struct piece piece;
    while (next_piece(&sentence, end, &piece)) {
        if (piece.is_mark)
            append_place(out, words, reading, piece);
        else
            text_append_bytes(out, piece.text, piece.length);
    }
}

/* The message as it stands, with its values in words. */
static void append_as_it_stands(struct text *out, const struct words *words,
                                const struct reading *reading)
{
    const char *at = reading->begin;
    struct piece piece;
    for (size_t i = 0; next_piece(&at, reading->end, &piece);) {
        if (piece.is_mark)
            text_append(out, value_words(words, &reading->values[i++]));
        else
            text_append_bytes(out, piece.text, piece.length);
    }
}

/* ---- parts ---- */

/* Where parts of a message can meet: the end of the first one, and the begin of the second. */
struct joint {
    const char *end, *next;
};

static size_t find_joints(const char *begin, const char *end, struct joint joints[MOST_JOINTS])
{
    size_t count = 0;
    const char *at = begin;
    struct piece piece;
    while (count < MOST_JOINTS && next_piece(&at, end, &piece)) {
        const char *last = piece.text + piece.length;
        for (const char *sign = piece.text; !piece.is_mark && sign < last; sign++)
            if (strchr(":;.", *sign) && sign + 2 < end && sign[1] == ' ' && count < MOST_JOINTS)
                joints[count++] = (struct joint){*sign == '.' ? sign + 1 : sign, sign + 2};
    }
    return count;
}

/* The longest part that can be looked up from `begin` on; false where none is known. */
static bool find_known(const struct words *words, const char *begin, const char *end,
                       const struct joint *joints, size_t count, struct reading *reading,
                       struct joint *after)
{
    for (size_t i = count + 1; i-- > 0;) {
        *after = i < count ? joints[i] : (struct joint){end, end};
        *reading = read_message(words->arena, begin, after->end);
        if (language_sentence(words->language, reading->key))
            return true;
    }
    return false;
}

/* What stands between two parts, in the language of the first. */
static void append_joint(struct text *out, const struct words *words, const struct joint *joint,
                         bool is_known)
{
    if (is_known && *joint->end == ':')
        text_append(out, words_phrase(words, PHRASE_TEXT_COLON));
    else if (is_known && *joint->end == ';')
        text_append(out, words_phrase(words, PHRASE_TEXT_SEMICOLON));
    else
        text_append_bytes(out, joint->end, (size_t)(joint->next - joint->end));
}

/* Goes through a message by its parts. Returns the key of the first one that isn't known. */
static const char *walk(struct text *out, const struct words *words, const char *message)
{
    const char *end = message + strlen(message), *missing = NULL;
    while (message < end) {
        struct joint joints[MOST_JOINTS], after;
        struct reading reading;
        size_t count = find_joints(message, end, joints);
        bool is_known = find_known(words, message, end, joints, count, &reading, &after);
        if (is_known) {
            append_sentence(out, words, &reading, language_sentence(words->language, reading.key));
        } else {
            after = count ? joints[0] : (struct joint){end, end};
            reading = read_message(words->arena, message, after.end);
            append_as_it_stands(out, words, &reading);
            missing = missing ? missing : reading.key;
        }
        append_joint(out, words, &after, is_known);
        message = after.next;
    }
    return missing;
}

const char *message_phrase(const struct words *words, const char *message)
{
    struct text out = TEXT_INIT;
    if (!message)
        return NULL;
    walk(&out, words, message);
    const char *phrase = arena_strndup(words->arena, text_string(&out), out.length);
    text_release(&out);
    return phrase;
}

const char *message_missing(const struct words *words, const char *message)
{
    struct text out = TEXT_INIT;
    const char *missing = walk(&out, words, message);
    text_release(&out);
    return missing;
}

/* ---- writing ---- */

const char *message_plain(struct arena *arena, const char *text)
{
    struct text out = TEXT_INIT;
    if (!text || !strchr(text, '{'))
        return text;
    for (; *text; text++) {
        text_append(&out, *text == '{' ? "{" : "");
        text_append_bytes(&out, text, 1);
    }
    const char *plain = arena_strndup(arena, text_string(&out), out.length);
    text_release(&out);
    return plain;
}

const char *mark_distance(int hundredths, enum units units, char mark[MARK_SIZE])
{
    char text[QUANTITY_TEXT_SIZE];
    snprintf(mark, MARK_SIZE, "{%s %s}", distance_format(hundredths, text), units_name(units));
    return mark;
}

const char *mark_elevation(int metres, char mark[MARK_SIZE])
{
    snprintf(mark, MARK_SIZE, "{%d m}", metres);
    return mark;
}

const char *mark_percent(int percent, char mark[MARK_SIZE])
{
    snprintf(mark, MARK_SIZE, "{%d %%}", percent);
    return mark;
}

const char *mark_count(int count, char mark[MARK_SIZE])
{
    snprintf(mark, MARK_SIZE, "{%d}", count);
    return mark;
}

const char *mark_pace(int seconds, enum units units, char mark[MARK_SIZE])
{
    char text[QUANTITY_TEXT_SIZE];
    snprintf(mark, MARK_SIZE, "{%s /%s}", duration_format(seconds, text), units_name(units));
    return mark;
}

const char *mark_date(int date, char mark[MARK_SIZE])
{
    char text[DATE_TEXT_SIZE];
    snprintf(mark, MARK_SIZE, "{%s}", date_format(date, text));
    return mark;
}

const char *mark_weekday(enum weekday weekday, char mark[MARK_SIZE])
{
    snprintf(mark, MARK_SIZE, "{%s}", weekday_name(weekday));
    return mark;
}

const char *mark_day(const struct plan *plan, int date, char mark[MARK_SIZE])
{
    char text[DATE_TEXT_SIZE];
    const char *weekday = weekday_name(date_weekday(date));
    if (plan && plan->is_undated)
        snprintf(mark, MARK_SIZE, "{%s of week %zu}", weekday, plan_week_index(plan, date) + 1);
    else
        snprintf(mark, MARK_SIZE, "{%s %s}", weekday, date_format(date, text));
    return mark;
}

const char *mark_time(int seconds, char mark[MARK_SIZE])
{
    char text[QUANTITY_TEXT_SIZE];
    snprintf(mark, MARK_SIZE, "{%s}", duration_format(seconds, text));
    return mark;
}

const char *mark_duration(int seconds, char mark[MARK_SIZE])
{
    if (seconds % SECONDS_PER_MINUTE)
        return mark_time(seconds, mark);
    snprintf(mark, MARK_SIZE, "{%d min}", seconds / SECONDS_PER_MINUTE);
    return mark;
}

bool mark_holds_name(const char *name)
{
    return *name && !strpbrk(name, "{}") && read_value(name).kind == NAME;
}

const char *mark_name(struct arena *arena, const char *name)
{
    return mark_holds_name(name) ? arena_printf(arena, "{%s}", name) : message_plain(arena, name);
}

const char *message_verdict(const struct words *words, const struct verdict *verdict)
{
    if (!verdict->text)
        return NULL;
    enum phrase level = (enum phrase)(PHRASE_VERDICT_READY + (int)verdict->level);
    return SAY(words, PHRASE_VERDICT, words_phrase(words, level),
               message_phrase(words, verdict->text));
}
