/*
 * Words: how the plan's numbers read to a runner, the same on every page and in every text export.
 *
 * The strings are UTF-8 and live in the arena. NULL where there is nothing to say because the
 * values are unknown.
 */
#ifndef HILLPLAN_MODEL_WORDS_H
#define HILLPLAN_MODEL_WORDS_H

#include "base/arena.h"
#include "model/plan.h"

/* "8.5 km". */
const char *words_distance(struct arena *arena, int hundredths, enum units units);

/* Metres as a number of the unit with at most one decimal: "5.1", "50". */
const char *words_tenths_of_unit(struct arena *arena, int metres, enum units units);

/* Metres in the unit that goes with the plan's: metres with km, feet with miles; and its name. */
int words_elevation_in(int metres, enum units units);
const char *words_elevation_unit(enum units units);

/* Metres as "310 m", or as "1017 ft" in a plan in miles. */
const char *words_elevation(struct arena *arena, int metres, enum units units);

/* "+310 −290 m", or the one of them that is known. */
const char *words_climb_and_descent(struct arena *arena, int climb_m, int descent_m,
                                    enum units units);

/* "0:45", "1:30", "20 min", "1 h 15 min". */
const char *words_duration(struct arena *arena, int seconds);

/* "5:45–6:10 /km", or "4:05 /km" where both ends are the same. */
const char *words_pace(struct arena *arena, struct pace_range pace, enum units units);

/* The same without its unit: "5:45–6:10". */
const char *words_pace_bare(struct arena *arena, struct pace_range pace);

/* "9 May", "Sun 9 May 2027". */
const char *words_day(struct arena *arena, int date);
const char *words_date(struct arena *arena, int date);

/* "4–10 Jan", "28 Dec – 3 Jan": of days that are less than a year apart. */
const char *words_date_span(struct arena *arena, int first, int last);

/* A race distance with its unit, where it is a bare number: "marathon", "10k", "42.2 km". */
const char *words_race_distance(struct arena *arena, const struct race_distance *distance,
                                enum units units);

/* "base", or "base, lighter" where phase and kind of a week differ. */
const char *words_week_kind(struct arena *arena, const struct week *week);

/* All training paces in one line: "Easy 5:45–6:10 · Threshold 4:28 (min/km)". */
const char *words_paces(struct arena *arena, const struct paces *paces, enum units units);

/* What a quality session is about: "6 × 1000 m", "5 × 0:45 uphill", "20 min". */
const char *words_main_set(struct arena *arena, const struct session *session, enum units units);

/* The pace of that main set, all unknown where it has none. */
struct pace_range session_main_pace(const struct session *session);

/* What a session is: "Easy run, 8 km, 5:45–6:10 /km, flat, +20 −20 m"; what is known of it. */
const char *words_session(struct arena *arena, const struct session *session, enum units units);

/* Every step: "warm up 10 min, 6 × (1000 m hard, recover 2 min), cool down 10 min". */
const char *words_steps(struct arena *arena, const struct session *session, enum units units);

/*
 * The race's course in a sentence: "Course: 42.2 km, +140 −280 m, 60 % of the descent in the second
 * half; largest descent 51 m in 1.6 km at −3.3 %"; what is known of it, NULL without a course.
 */
const char *words_course(struct arena *arena, const struct race *race, enum units units);

/* Tenths of a percent: "3.3 %". */
const char *words_grade(struct arena *arena, int tenths);

/* A band of grades: "down, 5 to 10 %", "level, up to 2 %", "up, over 10 %". */
const char *words_band(struct arena *arena, size_t band);

/* A stretch: "51 m in 1.6 km at −3.3 %", downwards where `is_descent`. */
const char *words_stretch(struct arena *arena, const struct course_stretch *stretch,
                          bool is_descent, enum units units);

/* Joins facts, those that are not NULL, by `separator`. */
const char *words_join(struct arena *arena, const char *separator, const char *const *facts,
                       size_t count);

#endif
