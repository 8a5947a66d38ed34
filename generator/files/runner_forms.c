/* The runner, the races and the preferences: their forms, and checks across keys. */
#include "files/runner_forms.h"

#include <stdint.h>
#include <string.h>

#include "base/date.h"
#include "model/plan.h"
#include "model/profile_fields.h"
#include "words/language.h"

#define FASTEST_S_PER_KM 120
#define SLOWEST_S_PER_KM 3600
#define MOST_DAYS_OFF    180
#define DEFAULT_LANGUAGE "en"

/* --- race distances ---------------------------------------------------------------------------
 */

static enum units units_of(const struct document *document)
{
    return document->in == IN_PROFILE ? ((const struct profile *)document->data)->units
                                      : ((const struct plan *)document->data)->units;
}

static void fail_race_distance(struct document *document, const struct place *place)
{
    struct text names = TEXT_INIT;
    char shown[TEXT_EXCERPT_SIZE];
    for (size_t i = 0; i < race_distance_name_count; i++)
        text_printf(&names, "%s%s", i ? ", " : "", race_distance_names[i]);
    const char *nearest = text_nearest(place->text, race_distance_names, race_distance_name_count);
    document_fail(document, place, NULL,
                  "\"%s\" should be one of %s, or a number with up to %d decimals%s%s%s",
                  text_excerpt(place->text, shown), text_string(&names), RACE_DISTANCE_PLACES,
                  nearest ? "; did you mean \"" : "", nearest ? nearest : "", nearest ? "\"?" : "");
    text_release(&names);
}

/* A distance in words; one in metres (distance_m), which is loaded already, has to agree. */
static void read_race_distance(struct document *document, const struct place *place,
                               const struct field *field, void *object)
{
    struct race_distance *distance = (void *)((char *)object + field->offset);
    char buffer[QUANTITY_TEXT_SIZE];
    enum units units = units_of(document);
    int metres = race_distance_parse(place->text, units), given_m = distance->metres;
    if (metres == UNKNOWN) {
        fail_race_distance(document, place);
    } else if (metres < SHORTEST_RACE_M || metres > LONGEST_RACE_M) {
        document_fail(document, place, NULL, "%s %s is out of range; a race may be of %d to %d km",
                      place->text, units_name(units), SHORTEST_RACE_M / 1000,
                      LONGEST_RACE_M / 1000);
    } else {
        bool is_number = place->text[strspn(place->text, "0123456789.")] == '\0';
        const char *text = is_number ? place->text : race_distance_format(metres, units, buffer);
        *distance = (struct race_distance){arena_strdup(document->arena, text), metres};
        if (given_m && given_m != metres)
            document_fail(document, place->parent, "distance_m", "is %d, but the distance is %d m",
                          given_m, metres);
    }
}

static const char *race_distance_text(const void *object, const struct field *field, size_t index,
                                      char buffer[MOST_WRITTEN])
{
    (void)index;
    (void)buffer;
    return ((const struct race_distance *)(const void *)((const char *)object + field->offset))
        ->text;
}

static const struct own_field race_distance_own = {read_race_distance, race_distance_text};

/* A time over a distance that a person can run; otherwise the hours were likely forgotten. */
static void check_race_time(struct document *document, const struct place *mapping, const char *key,
                            int seconds, int metres)
{
    if (!place_find(mapping, key) || seconds == UNKNOWN || metres == 0)
        return;
    int64_t pace_s = (int64_t)seconds * 1000 / metres;
    char time[QUANTITY_TEXT_SIZE];
    if (pace_s < FASTEST_S_PER_KM || pace_s > SLOWEST_S_PER_KM)
        document_fail(document, mapping, key,
                      "%s for this distance is too %s; write minutes and seconds as \"45:30\", "
                      "hours as \"3:30:00\"",
                      duration_format(seconds, time), pace_s < FASTEST_S_PER_KM ? "fast" : "slow");
}

/* A plan's race has its distance in words, in metres, or in both. */
static void check_race_distance(struct document *document, const struct place *place)
{
    if (document->in == IN_PLAN && place && !place->is_incomplete &&
        !place_find(place, "distance") && !place_find(place, "distance_m"))
        document_fail(document, place, NULL, "needs a distance, or a distance_m in metres");
}

static void finish_recent_race(struct document *document, const struct place *place, void *object)
{
    const struct recent_race *race = object;
    check_race_time(document, place, "time", race->time_s, race->distance.metres);
}

static void finish_race(struct document *document, const struct place *place, void *object)
{
    struct race *race = object;
    check_race_time(document, place, "goal_time", race->goal_time_s, race->distance.metres);
    check_race_distance(document, place);
    if (document->in == IN_PLAN)
        course_facts_finish(document, place, race);
}

static void finish_tune_up(struct document *document, const struct place *place, void *object)
{
    (void)object;
    check_race_distance(document, place);
}

/* --- the rest ----------------------------------------------------------------------------------
 */

/* Weeks that nobody told of are no weeks. A log or a plan tells of them as well
 * (profile_read_partly). */
static void finish_runner(struct document *document, const struct place *place, void *object)
{
    struct runner *runner = object;
    bool is_partial = document->context != NULL;
    if (document->in == IN_PROFILE && is_partial && !runner->recent_weeks)
        return;
    if (document->in == IN_PROFILE && place && !place->is_incomplete &&
        !place_find(place, "recent_weeks"))
        document_fail(document, place, NULL, "\"recent_weeks\" is missing");
    if (!runner->recent_weeks)
        runner->recent_weeks = arena_array(document->arena, 1, sizeof *runner->recent_weeks);
}

static void check_run_days(struct document *document, const struct place *days,
                           const struct week_preferences *week)
{
    for (const struct place *day = place_first(days); day; day = day->next)
        if (!day->is_wrong && !week->run_days[day->number])
            document_fail(document, day, NULL, "%s is not among the run_days; add it there",
                          weekday_name((enum weekday)day->number));
}

/* The days of the long run, of hard sessions and of doubles are days to run on. */
static void finish_week_preferences(struct document *document, const struct place *place,
                                    void *object)
{
    const struct week_preferences *week = object;
    const struct place *run_days = place_find(place, "run_days");
    if (run_days && (run_days->is_incomplete || run_days->is_wrong))
        return; /* who knows which days it was to name */
    if (week->long_run != UNKNOWN && !week->run_days[week->long_run])
        document_fail(document, place, "long_run", "%s is not among the run_days; add it there",
                      weekday_name((enum weekday)week->long_run));
    check_run_days(document, place_find(place, "quality"), week);
    check_run_days(document, place_find(place, "doubles"), week);
}

void check_hill_access(struct document *document, const struct place *mapping, int access)
{
    bool is_several = (access & (access - 1)) != 0;
    if (is_several && access & (HILL_SET(HILLS_NONE) | HILL_SET(HILLS_ANY)))
        document_fail(document, mapping, "access",
                      "%s stands alone; write one word, or a list of treadmill and weekend",
                      hill_access_name(access & HILL_SET(HILLS_NONE) ? HILLS_NONE : HILLS_ANY));
}

static void finish_hills(struct document *document, const struct place *place, void *object)
{
    const struct hills *hills = object;
    check_hill_access(document, place, hills->access);
}

static void finish_print(struct document *document, const struct place *place, void *object)
{
    struct print_preferences *print = object;
    if (print->language && !language_name_is_valid(print->language)) {
        document_fail(document, place, "language", "is no language; write it like \"de\"");
        print->language = NULL;
    }
    if (!print->language)
        print->language = DEFAULT_LANGUAGE;
}

static void finish_rule_setting(struct document *document, const struct place *place, void *object)
{
    struct rule_setting *setting = object;
    (void)document;
    setting->line = place->line;
    setting->column = place->column;
}

FORM(recent_race, recent_race, RECENT_RACE_FIELDS, .finish = finish_recent_race)
FORM(recent_run, recent_run, RECENT_RUN_FIELDS, .is_flow = true)
FORM(last_downhill, runner, LAST_DOWNHILL_FIELDS, .is_flow = true)
FORM(runner, runner, RUNNER_FIELDS, .finish = finish_runner)
FORM(race, race, RACE_FIELDS, .finish = finish_race)
FORM(tune_up, tune_up_race, TUNE_UP_FIELDS, .finish = finish_tune_up)
/* One day, where no last one is named. `place` is NULL before the dates are known. */
static void finish_days_off(struct document *document, const struct place *place, void *object)
{
    struct days_off *off = object;
    if (!place)
        return;
    if (off->first == NO_DATE) /* is missing, or wrong */
        off->first = off->last = 0;
    if (off->last == NO_DATE)
        off->last = off->first;
    if (off->first > off->last)
        document_fail(document, place, NULL, "the first date comes after the last; swap them");
    else if (off->last - off->first >= MOST_DAYS_OFF)
        document_fail(document, place, NULL, "%d days off are too many; at most %d in a row",
                      off->last - off->first + 1, MOST_DAYS_OFF);
    else
        return;
    off->last = off->first;
}

FORM(days_off, days_off, DAYS_OFF_FIELDS, .is_flow = true, .finish = finish_days_off)
FORM(longest_session, week_preferences, LONGEST_SESSION_FIELDS, .is_flow = true)
FORM(week_preferences, week_preferences, WEEK_PREFERENCES_FIELDS, .finish = finish_week_preferences)
FORM(hills, hills, HILLS_FIELDS, .finish = finish_hills)
FORM(print, print_preferences, PRINT_FIELDS, .finish = finish_print)
FORM(rule_setting, rule_setting, RULE_SETTING_FIELDS, .finish = finish_rule_setting)
