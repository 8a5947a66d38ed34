/*
 * Words: how the plan's numbers read to a runner, the same on every page and in every text export.
 *
 * The strings are UTF-8 and live in the arena of the words. NULL where there is nothing to say
 * because the values are unknown.
 */
#ifndef HILLPLAN_WORDS_WORDS_H
#define HILLPLAN_WORDS_WORDS_H

#include "base/arena.h"
#include "model/plan.h"
#include "words/language.h"

/* What all phrases are made with. A language of NULL is English. */
struct words {
    struct arena *arena;
    enum units units;
    const struct language *language;
};

/* A phrase that names nothing. */
const char *words_phrase(const struct words *words, enum phrase phrase);

/* A phrase with its places {1}, {2}, ... filled; SAY(words, PHRASE_WEEK_OF, "3", "18"). */
const char *words_fill(const struct words *words, enum phrase phrase, const char *const *parts,
                       size_t count);
#define SAY(words, phrase, ...)                                                                    \
    words_fill(words, phrase, (const char *const[]){__VA_ARGS__},                                  \
               sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))

/* What a plan document says, translated where a translation is known. NULL stays NULL. */
const char *words_translate(const struct words *words, const char *english);

/* Whether the words are those that plan documents are written in. */
bool words_are_english(const struct words *words);

/* "3"; and hundredths with the language's decimal mark: "8.5". */
const char *words_count(const struct words *words, size_t count);
const char *words_hundredths(const struct words *words, int hundredths);

/* "km", "mi". */
const char *words_unit(const struct words *words);

/* "8.5 km". */
const char *words_distance(const struct words *words, int hundredths);

/* Metres as a number of the unit with at most one decimal: "5.1", "50". */
const char *words_tenths_of_unit(const struct words *words, int metres);

/* Metres in the unit that goes with the plan's: metres with km, feet with miles; and its name. */
int words_elevation_in(const struct words *words, int metres);
const char *words_elevation_unit(const struct words *words);

/* Metres as "310 m", or as "1017 ft" in a plan in miles. */
const char *words_elevation(const struct words *words, int metres);

/* "+310 −290 m", or the one of them that is known; NULL where none is, and on flat ground. */
const char *words_climb_and_descent(const struct words *words, int climb_m, int descent_m);

/* The same without its unit: "+310 −290". */
const char *words_climb_and_descent_bare(const struct words *words, int climb_m, int descent_m);

/* "0:45", "1:30", "20 min", "1 h 15 min". */
const char *words_duration(const struct words *words, int seconds);

/* "5:45–6:10 /km", or "4:05 /km" where both ends are the same. */
const char *words_pace(const struct words *words, struct pace_range pace);

/* The same without its unit: "5:45–6:10". */
const char *words_pace_bare(const struct words *words, struct pace_range pace);

/* "Sunday", "Sun"; "May 2027". */
const char *words_weekday(const struct words *words, enum weekday weekday);
const char *words_weekday_short(const struct words *words, enum weekday weekday);
const char *words_month_title(const struct words *words, int month, int year);

/* "9 May", "Sun 9 May 2027". */
const char *words_day(const struct words *words, int date);
const char *words_date(const struct words *words, int date);

/* "4–10 Jan", "28 Dec – 3 Jan": of days that are less than a year apart. */
const char *words_date_span(const struct words *words, int first, int last);

/* A race distance with its unit, where it is a bare number: "marathon", "10k", "42.2 km". */
const char *words_race_distance(const struct words *words, const struct race_distance *distance);

/* The short name of a kind of session: "Long run". */
const char *words_session_kind(const struct words *words, enum session_kind kind);

/* "easy effort". */
const char *words_effort(const struct words *words, enum effort effort);

/* "flat". */
const char *words_terrain(const struct words *words, enum terrain terrain);

/* "lighter"; on the way back after days off "return 60 %", of a usual week. */
const char *words_kind_of_week(const struct words *words, const struct week *week);
const char *words_phase(const struct words *words, enum phase phase);

/* "base", or "base, lighter" where phase and kind of a week differ; NULL where neither is known. */
const char *words_week_kind(const struct words *words, const struct week *week);

/* What a day without sessions is: "Rest", or on a day off "Illness". */
const char *words_rest(const struct words *words, const struct plan *plan, const struct day *day);

/* "Days off: 03 Feb 2027 to 12 Feb 2027, illness, 10 days. This costs 61.5 km." */
const char *words_break(const struct words *words, const struct training_break *pause);

/* "Shorter breaks: 4 days. This costs 20 km."; NULL where the others that are not long cost
 * nothing.
 */
const char *words_short_breaks(const struct words *words, const struct plan *plan);

/* "Back at the level of before (50.5 km) in week 10."; NULL of a break too short to lose it, or of
   a plan that doesn't tell the level. */
const char *words_level_again(const struct words *words, const struct plan *plan,
                              const struct training_break *pause);

/* What became of a day that is over: "done", "missed: Illness", "run: 9 km"; NULL of others. */
const char *words_day_mark(const struct words *words, const struct plan *plan,
                           const struct day *day);

/* "42 km", or "more than 42 km" where a run's distance is unknown. */
const char *words_week_distance(const struct words *words, const struct week *week);

/* "42 km"; "35 / 42 km" of a week that was not run as planned. */
const char *words_week_run(const struct words *words, const struct week *week);

/* All training paces in one line: "Easy 5:45–6:10 · Threshold 4:28 (min/km)". */
const char *words_paces(const struct words *words, const struct paces *paces);

/* The same with fewer and fewer of them, the last ones first; NULL where there are none left. */
#define WORDS_PACES 5
void words_paces_wordings(const struct words *words, const struct paces *paces,
                          const char *wordings[WORDS_PACES]);

/* What a quality session is about: "6 × 1000 m", "5 × 0:45 uphill", "20 min". */
const char *words_main_set(const struct words *words, const struct session *session);

/* The pace of that main set, all unknown where it has none. */
struct pace_range session_main_pace(const struct session *session);

/* What a session is: "Easy run, 8 km, 5:45–6:10 /km, flat, +20 −20 m"; what is known of it. */
const char *words_session(const struct words *words, const struct session *session);

/* The same for a cell of a table, in words that can be read back: "RACE: Example 10k, 10 km"; what
   somebody else wrote stays as it is. */
const char *words_session_brief(const struct words *words, const struct session *session);

/* A plain step in few words: "warm up 10 min", "uphill 6 %, hard"; what is run without its length.
 */
const char *words_step(const struct words *words, const struct session *session,
                       const struct step *step);

/* Every step: "warm up 10 min, 6 × (1000 m hard, recover 2 min), cool down 10 min". */
const char *words_steps(const struct words *words, const struct session *session);

/*
 * The race's course in a sentence: "Course: 42.2 km, +140 −280 m, 60 % of the descent in the second
 * half; largest descent 51 m in 1.6 km at −3.3 %"; what is known of it, NULL without a course.
 */
const char *words_course(const struct words *words, const struct race *race);

/* Tenths of a percent: "3.3 %". */
const char *words_grade(const struct words *words, int tenths);

/* A band of grades: "down, 5 to 10 %", "level, up to 2 %", "up, over 10 %". */
const char *words_band(const struct words *words, size_t band);

/* A stretch: "51 m in 1.6 km at −3.3 %", downwards where `is_descent`. */
const char *words_stretch(const struct words *words, const struct course_stretch *stretch,
                          bool is_descent);

/* Joins facts, those that are not NULL, by `separator`. */
const char *words_join(struct arena *arena, const char *separator, const char *const *facts,
                       size_t count);

#endif
