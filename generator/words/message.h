/*
 * Messages: sentences whose facts are marked, so that they can be told in any language and unit.
 *
 * A mark is a value between braces, written as plan documents write it:
 *
 *     {42.5 km} {26 mi}        distance         {2027-03-07}          date
 *     {250 m}                  elevation        {sun}                 weekday
 *     {110 %}                  percent          {sun 2027-03-07}      day
 *     {45 min} {3:50:00}       time             {sun of week 3}       day of a plan without dates
 *     {5:20 /km}               pace             {7}                   count
 *
 * What else stands between braces is a name. "{{" is a brace; a brace that opens no mark stands for
 * itself, so every text is a message.
 *
 * Translators see a message by its key: the kinds in place of the values, as in
 * "{percent} of {distance}, the week before"; the second of a kind is {distance_2}. In their texts
 * {count:one=day|other=days} is the form that goes with a value.
 *
 * A message can be several in a row, joined by ": ", "; " or the end of a sentence. What no
 * language knows as a whole is looked up in such parts.
 */
#ifndef HILLPLAN_WORDS_MESSAGE_H
#define HILLPLAN_WORDS_MESSAGE_H

#include "base/date.h"
#include "words/words.h"

/*
 * A message in words: in the language, units and number format of `words`. What the language lacks
 * is told in English, its values as the language writes them. NULL stays NULL. In the arena.
 */
const char *message_phrase(const struct words *words, const char *message);

/* What translators see of a message; in the arena. */
const char *message_key(struct arena *arena, const char *message);

/* The key of the first part that the language lacks; NULL where it knows all. In the arena. */
const char *message_missing(const struct words *words, const char *message);

/* A text as a message that says just that: its braces are braces. NULL stays NULL. In the arena. */
const char *message_plain(struct arena *arena, const char *text);

/*
 * Marks: written to `mark`, which is returned. Distances are hundredths of the unit, elevations
 * metres, times and paces seconds; none is negative.
 */
#define MARK_SIZE 48
const char *mark_distance(int hundredths, enum units units, char mark[MARK_SIZE]);
const char *mark_elevation(int metres, char mark[MARK_SIZE]);
const char *mark_percent(int percent, char mark[MARK_SIZE]);
const char *mark_count(int count, char mark[MARK_SIZE]);
const char *mark_pace(int seconds, enum units units, char mark[MARK_SIZE]);
const char *mark_date(int date, char mark[MARK_SIZE]);
const char *mark_weekday(enum weekday weekday, char mark[MARK_SIZE]);

/* A day with its weekday; in a plan without dates as the weekday of its week. */
const char *mark_day(const struct plan *plan, int date, char mark[MARK_SIZE]);

/* How long something takes ("{45 min}"), and what a watch shows ("{3:50:00}"). */
const char *mark_duration(int seconds, char mark[MARK_SIZE]);
const char *mark_time(int seconds, char mark[MARK_SIZE]);

/*
 * A name: translated where it is known. One with braces, or that would read as a value, is written
 * plain. In the arena.
 */
const char *mark_name(struct arena *arena, const char *name);
bool mark_holds_name(const char *name);

/*
 * The same message of a plan that tells its runs in time: distances, in their unit, are told as
 * times of so many seconds a unit (plan->time_pace_s). As it is where that is 0. In the arena.
 */
const char *message_in_time(struct arena *arena, const char *message, const struct plan *plan);

/* "Verdict: ready. The biggest week is ..."; NULL if there is none. */
const char *message_verdict(const struct words *words, const struct verdict *verdict);

/* "rule: what the week gave up, and why"; without a rule that alone. In the words' arena. */
const char *message_given_up(const struct words *words, const struct gave_up *item);

#endif
