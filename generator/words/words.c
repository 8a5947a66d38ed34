/* Words: numbers, dates and names as phrases. */
#include "words/words.h"

#include <ctype.h>
#include <string.h>

#include "base/text.h"

#define SECONDS_PER_HOUR 3600
#define CM_PER_FOOT_X100 3048 /* 30.48 cm */
#define TENTHS           10

/* Phrases of a closed set stand one after the other, in the order of its enum. */
#define SAME_LENGTH(first, last, count)                                                            \
    _Static_assert(PHRASE_##last - PHRASE_##first + 1 == (int)(count), "phrases of a closed set")
SAME_LENGTH(WEEKDAY_SHORT_MONDAY, WEEKDAY_SHORT_SUNDAY, DAYS_PER_WEEK);
SAME_LENGTH(WEEKDAY_MONDAY, WEEKDAY_SUNDAY, DAYS_PER_WEEK);
SAME_LENGTH(TEXT_MONDAY, TEXT_SUNDAY, DAYS_PER_WEEK);
SAME_LENGTH(MONTH_JANUARY, MONTH_DECEMBER, 12);
SAME_LENGTH(MONTH_SHORT_JANUARY, MONTH_SHORT_DECEMBER, 12);
SAME_LENGTH(PHASE_BASE, PHASE_RECOVERY, PHASE_COUNT);
SAME_LENGTH(WEEK_BUILD, WEEK_RETURN, WEEK_KIND_COUNT);
SAME_LENGTH(KIND_EASY, KIND_DRILLS, SESSION_KIND_COUNT);
SAME_LENGTH(EFFORT_OF_SESSION_EASY, EFFORT_OF_SESSION_HARD, EFFORT_COUNT);
SAME_LENGTH(TERRAIN_FLAT, TERRAIN_HILLY, TERRAIN_COUNT);
SAME_LENGTH(VERDICT_READY, VERDICT_FINISH, VERDICT_LEVEL_COUNT);

static const char *one_of(const struct words *words, enum phrase first, int value)
{
    return words_phrase(words, (enum phrase)((int)first + value));
}

const char *words_phrase(const struct words *words, enum phrase phrase)
{
    return language_phrase(words->language, phrase);
}

const char *words_fill(const struct words *words, enum phrase phrase, const char *const *parts,
                       size_t count)
{
    return phrase_fill(words->arena, words_phrase(words, phrase), parts, count);
}

const char *words_translate(const struct words *words, const char *english)
{
    return language_translate(words->language, english);
}

bool words_are_english(const struct words *words)
{
    return language_is_english(words->language);
}

/* --- numbers -----------------------------------------------------------------------------------
 */

const char *words_count(const struct words *words, size_t count)
{
    return arena_printf(words->arena, "%zu", count);
}

const char *words_hundredths(const struct words *words, int hundredths)
{
    char buffer[QUANTITY_TEXT_SIZE];
    distance_format(hundredths, buffer);
    char *mark = strchr(buffer, '.');
    if (!mark)
        return arena_strdup(words->arena, buffer);
    *mark = '\0';
    return arena_printf(words->arena, "%s%s%s", buffer, words_phrase(words, PHRASE_DECIMAL_MARK),
                        mark + 1);
}

const char *words_tenths_of_unit(const struct words *words, int metres)
{
    int tenths = scale_round(distance_from_m(metres, words->units), TENTHS, HUNDREDTHS);
    return words_hundredths(words, tenths * (HUNDREDTHS / TENTHS));
}

const char *words_unit(const struct words *words)
{
    return words_phrase(words, words->units == UNITS_KM ? PHRASE_UNIT_KM : PHRASE_UNIT_MI);
}

const char *words_distance(const struct words *words, int hundredths)
{
    if (hundredths == UNKNOWN)
        return NULL;
    return arena_printf(words->arena, "%s %s", words_hundredths(words, hundredths),
                        words_unit(words));
}

int words_elevation_in(const struct words *words, int metres)
{
    return words->units == UNITS_KM ? metres : scale_round(metres, 10000, CM_PER_FOOT_X100);
}

const char *words_elevation_unit(const struct words *words)
{
    return words_phrase(words, words->units == UNITS_KM ? PHRASE_UNIT_M : PHRASE_UNIT_FT);
}

const char *words_elevation(const struct words *words, int metres)
{
    if (metres == UNKNOWN)
        return NULL;
    return arena_printf(words->arena, "%d %s", words_elevation_in(words, metres),
                        words_elevation_unit(words));
}

const char *words_climb_and_descent_bare(const struct words *words, int climb_m, int descent_m)
{
    if (climb_m == 0 && descent_m == 0)
        return NULL;
    const char *const facts[] = {
        climb_m == UNKNOWN ? NULL
                           : arena_printf(words->arena, "+%d", words_elevation_in(words, climb_m)),
        descent_m == UNKNOWN
            ? NULL
            : arena_printf(words->arena, "−%d", words_elevation_in(words, descent_m)),
    };
    const char *joined = words_join(words->arena, " ", facts, 2);
    return *joined ? joined : NULL;
}

const char *words_climb_and_descent(const struct words *words, int climb_m, int descent_m)
{
    const char *bare = words_climb_and_descent_bare(words, climb_m, descent_m);
    return bare ? arena_printf(words->arena, "%s %s", bare, words_elevation_unit(words)) : NULL;
}

/* --- times -------------------------------------------------------------------------------------
 */

const char *words_duration(const struct words *words, int seconds)
{
    char buffer[QUANTITY_TEXT_SIZE];
    if (seconds == UNKNOWN)
        return NULL;
    if (seconds % SECONDS_PER_MINUTE)
        return arena_strdup(words->arena, duration_format(seconds, buffer));
    const char *hours = words_count(words, (size_t)(seconds / SECONDS_PER_HOUR));
    int rest = seconds % SECONDS_PER_HOUR / SECONDS_PER_MINUTE;
    const char *minutes = words_count(words, (size_t)rest);
    if (seconds < SECONDS_PER_HOUR)
        return SAY(words, PHRASE_MINUTES, minutes);
    if (!rest)
        return SAY(words, PHRASE_HOURS, hours);
    return SAY(words, PHRASE_HOURS_MINUTES, hours, minutes);
}

const char *words_pace_bare(const struct words *words, struct pace_range pace)
{
    char fast[QUANTITY_TEXT_SIZE], slow[QUANTITY_TEXT_SIZE];
    if (pace.fast == UNKNOWN || pace.slow == UNKNOWN)
        return NULL;
    duration_format(pace.fast, fast);
    if (pace.slow == pace.fast)
        return arena_strdup(words->arena, fast);
    return arena_printf(words->arena, "%s–%s", fast, duration_format(pace.slow, slow));
}

const char *words_pace(const struct words *words, struct pace_range pace)
{
    const char *bare = words_pace_bare(words, pace);
    return bare ? SAY(words, PHRASE_PACE, bare, words_unit(words)) : NULL;
}

static const char *named_pace(const struct words *words, enum phrase name, struct pace_range pace)
{
    const char *bare = words_pace_bare(words, pace);
    return bare ? arena_printf(words->arena, "%s %s", words_phrase(words, name), bare) : NULL;
}

static struct pace_range single_pace(int pace_s)
{
    return (struct pace_range){pace_s, pace_s};
}

void words_paces_wordings(const struct words *words, const struct paces *paces,
                          const char *wordings[WORDS_PACES])
{
    const char *const facts[WORDS_PACES] = {
        named_pace(words, PHRASE_PACE_EASY, paces->easy),
        named_pace(words, PHRASE_PACE_MARATHON, single_pace(paces->marathon)),
        named_pace(words, PHRASE_PACE_THRESHOLD, single_pace(paces->threshold)),
        named_pace(words, PHRASE_PACE_INTERVAL, single_pace(paces->interval)),
        named_pace(words, PHRASE_PACE_REPETITION, single_pace(paces->repetition)),
    };
    const char *unit = SAY(words, PHRASE_PACES_UNIT, words_unit(words));
    for (size_t i = 0; i < WORDS_PACES; i++) {
        const char *joined = words_join(words->arena, " · ", facts, WORDS_PACES - i);
        wordings[i] = *joined ? arena_printf(words->arena, "%s %s", joined, unit) : NULL;
    }
}

const char *words_paces(const struct words *words, const struct paces *paces)
{
    const char *wordings[WORDS_PACES];
    words_paces_wordings(words, paces, wordings);
    return wordings[0];
}

/* --- dates -------------------------------------------------------------------------------------
 */

const char *words_weekday(const struct words *words, enum weekday weekday)
{
    return one_of(words, PHRASE_WEEKDAY_MONDAY, (int)weekday);
}

const char *words_weekday_short(const struct words *words, enum weekday weekday)
{
    return one_of(words, PHRASE_WEEKDAY_SHORT_MONDAY, (int)weekday);
}

const char *words_month_title(const struct words *words, int month, int year)
{
    return SAY(words, PHRASE_MONTH_TITLE, one_of(words, PHRASE_MONTH_JANUARY, month - 1),
               arena_printf(words->arena, "%d", year));
}

static const char *short_month(const struct words *words, int month)
{
    return one_of(words, PHRASE_MONTH_SHORT_JANUARY, month - 1);
}

const char *words_day(const struct words *words, int date)
{
    int year, month, day;
    date_to_ymd(date, &year, &month, &day);
    return SAY(words, PHRASE_DAY, arena_printf(words->arena, "%d", day), short_month(words, month));
}

const char *words_date(const struct words *words, int date)
{
    int year, month, day;
    date_to_ymd(date, &year, &month, &day);
    return SAY(words, PHRASE_DATE, words_weekday_short(words, date_weekday(date)),
               arena_printf(words->arena, "%d", day), short_month(words, month),
               arena_printf(words->arena, "%d", year));
}

const char *words_date_span(const struct words *words, int first, int last)
{
    int year, month, first_day, last_month, last_day;
    date_to_ymd(first, &year, &month, &first_day);
    date_to_ymd(last, &year, &last_month, &last_day);
    if (month != last_month)
        return SAY(words, PHRASE_DAYS_SPAN, words_day(words, first), words_day(words, last));
    return SAY(words, PHRASE_DAYS_OF_MONTH, arena_printf(words->arena, "%d", first_day),
               arena_printf(words->arena, "%d", last_day), short_month(words, month));
}

/* --- names -------------------------------------------------------------------------------------
 */

const char *words_race_distance(const struct words *words, const struct race_distance *distance)
{
    if (!distance->text || !distance->text[0])
        return words_distance(words, distance_from_m(distance->metres, words->units));
    size_t length = strlen(distance->text);
    if (!isdigit((unsigned char)distance->text[length - 1]))
        return words_translate(words, distance->text);
    return arena_printf(words->arena, "%s %s", distance->text, words_unit(words));
}

const char *words_session_kind(const struct words *words, enum session_kind kind)
{
    return one_of(words, PHRASE_KIND_EASY, (int)kind);
}

const char *words_effort(const struct words *words, enum effort effort)
{
    return one_of(words, PHRASE_EFFORT_OF_SESSION_EASY, (int)effort);
}

const char *words_terrain(const struct words *words, enum terrain terrain)
{
    return one_of(words, PHRASE_TERRAIN_FLAT, (int)terrain);
}

const char *words_phase(const struct words *words, enum phase phase)
{
    return one_of(words, PHRASE_PHASE_BASE, (int)phase);
}

const char *words_week_distance(const struct words *words, const struct week *week)
{
    bool is_known = week_sum(week, DAYS_PER_WEEK, QUANTITY_DISTANCE, NULL) != UNKNOWN;
    const char *distance = words_distance(words, plan_week_distance(week));
    return is_known ? distance : SAY(words, PHRASE_MORE_THAN, distance);
}

const char *words_week_run(const struct words *words, const struct week *week)
{
    int planned = plan_week_distance(week), run = plan_week_distance_run(week);
    const char *distance = words_distance(words, planned);
    return run == planned
               ? distance
               : arena_printf(words->arena, "%s / %s", words_hundredths(words, run), distance);
}

const char *words_join(struct arena *arena, const char *separator, const char *const *facts,
                       size_t count)
{
    struct text text = TEXT_INIT;
    for (size_t i = 0; i < count; i++) {
        if (!facts[i] || !*facts[i])
            continue;
        text_append(&text, text.length ? separator : "");
        text_append(&text, facts[i]);
    }
    const char *joined = arena_strdup(arena, text_string(&text));
    text_release(&text);
    return joined;
}
