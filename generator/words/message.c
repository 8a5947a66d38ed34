/* Messages: keys, and the way to words. */
#include "words/message.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "words/fact.h"

#define PLACE_SIZE     24   /* of "elevation_12", with its NUL */
#define MOST_SENTENCES 4000 /* bytes; what is longer is told as it stands */
#define MOST_JOINTS    16   /* of those at which a message is looked up in parts */

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

/* A message, or a part of it: its facts in their order, and its key. */
struct reading {
    const char *begin, *end;
    struct fact *facts;
    size_t count;
    const char *key;
};

static struct reading read_message(struct arena *arena, const char *begin, const char *end)
{
    size_t most = 0;
    for (const char *at = begin; at < end; at++)
        most += *at == '{';
    struct reading reading = {begin, end, arena_array(arena, most, sizeof *reading.facts), 0, NULL};
    struct text key = TEXT_INIT;
    struct piece piece;
    int seen[FACT_KIND_COUNT] = {0};
    while (next_piece(&begin, end, &piece)) {
        if (!piece.is_mark) {
            bool is_brace = piece.text[0] == '{' && piece.length == 1;
            text_append(&key, is_brace ? "{" : "");
            text_append_bytes(&key, piece.text, piece.length);
            continue;
        }
        struct fact fact = fact_read(arena_strndup(arena, piece.text, piece.length));
        reading.facts[reading.count++] = fact;
        int nth = ++seen[fact.kind];
        text_printf(&key, nth > 1 ? "{%s_%d}" : "{%s}", fact_kind_name(fact.kind), nth);
    }
    reading.key = arena_strdup(arena, text_string(&key));
    text_release(&key);
    return reading;
}

const char *message_key(struct arena *arena, const char *message)
{
    return read_message(arena, message, message + strlen(message)).key;
}

/* The one of "one=day|few=...|other=days" that goes with a fact; the last one where none does. */
static void append_form(struct text *out, const struct words *words, const struct fact *fact,
                        struct piece forms)
{
    static const char *const names[] = {"one=", "few=", "many=", "other="};
    int whole;
    bool is_whole = fact_is_whole(fact, &whole);
    const char *name = names[is_whole ? language_plural(words->language, whole) : PLURAL_OTHER];
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

/* The fact that "distance" or "distance_2" means; NULL where there is none. */
static const struct fact *find_fact(const struct reading *reading, const char *place, size_t length)
{
    int seen[FACT_KIND_COUNT] = {0};
    for (size_t i = 0; i < reading->count; i++) {
        char name[PLACE_SIZE];
        enum fact_kind kind = reading->facts[i].kind;
        int nth = ++seen[kind];
        snprintf(name, sizeof name, nth > 1 ? "%s_%d" : "%s", fact_kind_name(kind), nth);
        if (strlen(name) == length && strncmp(name, place, length) == 0)
            return &reading->facts[i];
    }
    return NULL;
}

/* A place of a sentence: a fact, or the form of a word that goes with it. */
static void append_place(struct text *out, const struct words *words, const struct reading *reading,
                         struct piece place)
{
    const char *colon = memchr(place.text, ':', place.length);
    size_t length = colon ? (size_t)(colon - place.text) : place.length;
    const struct fact *fact = find_fact(reading, place.text, length);
    if (fact && colon)
        append_form(out, words, fact,
                    (struct piece){colon + 1, place.length - length - strlen(":"), false});
    else if (fact)
        text_append(out, fact_in_words(words, fact));
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

/* The message as it stands, with its facts in words. */
static void append_as_it_stands(struct text *out, const struct words *words,
                                const struct reading *reading)
{
    const char *at = reading->begin;
    struct piece piece;
    for (size_t i = 0; next_piece(&at, reading->end, &piece);) {
        if (piece.is_mark)
            text_append(out, fact_in_words(words, &reading->facts[i++]));
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
    bool is_too_long = end - message > MOST_SENTENCES;
    while (message < end) {
        struct joint joints[MOST_JOINTS], after;
        struct reading reading;
        size_t count = is_too_long ? 0 : find_joints(message, end, joints);
        bool is_known =
            !is_too_long && find_known(words, message, end, joints, count, &reading, &after);
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

const char *message_verdict(const struct words *words, const struct verdict *verdict)
{
    if (!verdict->text)
        return NULL;
    enum phrase level = (enum phrase)(PHRASE_VERDICT_READY + (int)verdict->level);
    return SAY(words, PHRASE_VERDICT, words_phrase(words, level),
               message_phrase(words, verdict->text));
}

const char *message_given_up(const struct words *words, const struct gave_up *item)
{
    const char *const parts[] = {item->rule, message_phrase(words, item->text)};
    return words_join(words->arena, ": ", parts, 2);
}

/* Minutes, as a plan in time tells them. */
static const char *mark_time_of(int hundredths, int pace_s, char mark[MARK_SIZE])
{
    int minutes = scale_round(hundredths, pace_s, HUNDREDTHS * SECONDS_PER_MINUTE);
    return mark_duration(minutes * SECONDS_PER_MINUTE, mark);
}

const char *message_in_time(struct arena *arena, const char *message, const struct plan *plan)
{
    struct text out = TEXT_INIT;
    struct piece piece;
    char mark[MARK_SIZE];
    if (!message || !plan->time_pace_s)
        return message;
    for (const char *at = message, *end = at + strlen(at), *from = at; next_piece(&at, end, &piece);
         from = at) {
        struct fact fact = {.kind = FACT_NAME};
        if (piece.is_mark)
            fact = fact_read(arena_strndup(arena, piece.text, piece.length));
        if (fact.kind == FACT_DISTANCE && fact.units == plan->units)
            text_append(&out, mark_time_of(fact.number, plan->time_pace_s, mark));
        else
            text_append_bytes(&out, from, (size_t)(at - from));
    }
    const char *told = arena_strdup(arena, text_string(&out));
    text_release(&out);
    return told;
}
