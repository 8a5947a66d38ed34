/* Profile files: from the document to the model, with ranges, defaults and cross checks. */
#include "files/profile_file.h"

#include <stdint.h>
#include <string.h>

#include "files/profile_document.h"
#include "files/values.h"

#define MOST_PROFILE_BYTES ((size_t)64 * 1024)
#define MOST_WEEK          (500 * HUNDREDTHS)
#define MOST_RUN           (300 * HUNDREDTHS)
#define MOST_DESCENT_M     5000  /* of a normal run */
#define MOST_RACE_HILLS_M  30000 /* climbed or descended in a race */
#define LONGEST_TIME_S     (200 * 3600)
#define FASTEST_S_PER_KM   120
#define SLOWEST_S_PER_KM   3600
#define MOST_WEEKS         104

static void read_runner(struct document *document, struct profile *profile,
                        const struct profile_runner_document *given)
{
    const struct node *node = document_place(document->root, "runner");
    struct runner *runner = &profile->runner;
    runner->name = value_string(profile->arena, given->name);
    runner->longest_recent_run = value_distance(document, node, "longest_recent_run",
                                                given->longest_recent_run, 0, MOST_RUN);
    runner->usual_descent_m =
        value_int(document, node, "usual_descent_m", given->usual_descent_m, 0, MOST_DESCENT_M);
    runner->vdot_tenths = UNKNOWN;
    last_downhill_read(document, document_place(node, "last_downhill"), &given->last_downhill,
                       runner);
    runner->recent_weeks =
        arena_array(profile->arena, given->recent_weeks_count, sizeof *runner->recent_weeks);
    for (unsigned i = 0; i < given->recent_weeks_count; i++) {
        const struct node *entry = document_place(node, "recent_weeks")->items[i];
        runner->recent_weeks[runner->recent_week_count++] =
            value_distance(document, entry, NULL, given->recent_weeks[i], 0, MOST_WEEK);
    }
}

/* A time over a distance that a person can run; otherwise the hours were likely forgotten. */
static void check_race_time(struct document *document, const struct node *mapping, const char *key,
                            int seconds, int metres)
{
    if (seconds == UNKNOWN || metres == 0)
        return;
    int64_t pace_s = (int64_t)seconds * 1000 / metres;
    char time[QUANTITY_TEXT_SIZE];
    if (pace_s < FASTEST_S_PER_KM || pace_s > SLOWEST_S_PER_KM)
        document_fail(document, mapping, key,
                      "%s for this distance is too %s; write minutes and seconds as \"45:30\", "
                      "hours as \"3:30:00\"",
                      duration_format(seconds, time), pace_s < FASTEST_S_PER_KM ? "fast" : "slow");
}

static void read_recent_race(struct document *document, struct profile *profile,
                             const struct recent_race_document *given)
{
    const struct node *node =
        document_place(document_place(document->root, "runner"), "recent_race");
    profile->recent_race.distance = value_race_distance(document, node, "distance", given->distance,
                                                        profile->units, profile->arena);
    profile->recent_race.time_s =
        value_duration(document, node, "time", given->time, 60, LONGEST_TIME_S);
    check_race_time(document, node, "time", profile->recent_race.time_s,
                    profile->recent_race.distance.metres);
}

static void read_race(struct document *document, struct profile *profile,
                      const struct profile_race_document *given)
{
    const struct node *node = document_place(document->root, "race");
    struct race *race = &profile->race;
    race->name = value_string(profile->arena, given->name);
    race->date = value_date(document, node, "date", given->date);
    race->distance = value_race_distance(document, node, "distance", given->distance,
                                         profile->units, profile->arena);
    race->climb_m = value_int(document, node, "climb_m", given->climb_m, 0, MOST_RACE_HILLS_M);
    race->descent_m =
        value_int(document, node, "descent_m", given->descent_m, 0, MOST_RACE_HILLS_M);
    race->goal_time_s =
        value_duration(document, node, "goal_time", given->goal_time, 60, LONGEST_TIME_S);
    check_race_time(document, node, "goal_time", race->goal_time_s, race->distance.metres);
    race->expected_time_s = UNKNOWN;
    const struct node *course = document_place(node, "course");
    profile->course_file =
        (struct named){value_string(profile->arena, given->course), course->line, course->column};
}

static void read_tune_ups(struct document *document, struct profile *profile,
                          const struct profile_document *given)
{
    profile->tune_ups =
        arena_array(profile->arena, given->tune_up_races_count, sizeof *profile->tune_ups);
    for (unsigned i = 0; i < given->tune_up_races_count; i++) {
        const struct node *node = document_place(document->root, "tune_up_races")->items[i];
        const struct profile_tune_up_document *race = &given->tune_up_races[i];
        profile->tune_ups[profile->tune_up_count++] = (struct tune_up_race){
            .name = value_string(profile->arena, race->name),
            .date = value_date(document, node, "date", race->date),
            .distance = value_race_distance(document, node, "distance", race->distance,
                                            profile->units, profile->arena),
        };
    }
}

/* The texts of a list, each with its place. */
static struct named *read_names(const struct document *document, const char *key, char **given,
                                unsigned count, struct arena *arena)
{
    const struct node *list = document_place(document_place(document->root, "rules"), key);
    struct named *names = arena_array(arena, count, sizeof *names);
    for (unsigned i = 0; i < count; i++)
        names[i] = (struct named){arena_strdup(arena, given[i]), list->items[i]->line,
                                  list->items[i]->column};
    return names;
}

static void read_rules(const struct document *document, struct profile *profile,
                       const struct profile_rules_document *given)
{
    struct arena *arena = profile->arena;
    profile->scripts = read_names(document, "scripts", given->scripts, given->scripts_count, arena);
    profile->script_count = given->scripts_count;
    profile->rules_off = read_names(document, "off", given->off, given->off_count, arena);
    profile->rule_off_count = given->off_count;
    const struct node *list = document_place(document_place(document->root, "rules"), "set");
    profile->settings = rule_settings_read(list, given->set, given->set_count, arena);
    profile->setting_count = given->set_count;
}

/* --- dates against each other ----------------------------------------------------------------- */

static void check_start(struct document *document, const struct profile *profile)
{
    char before[DATE_TEXT_SIZE], after[DATE_TEXT_SIZE];
    int start = profile->start, race = profile->race.date;
    if (start == NO_DATE)
        return;
    int week_start = date_on_or_before(start, profile->week.starts_on);
    if (week_start != start)
        document_fail(
            document, document->root, "start", "is a %s, but weeks start on %s; use %s or %s",
            weekday_long_name(date_weekday(start)), weekday_long_name(profile->week.starts_on),
            date_format(week_start, before), date_format(week_start + DAYS_PER_WEEK, after));
    if (race == NO_DATE)
        return;
    if (start >= race)
        document_fail(document, document->root, "start", "is not before the race on %s",
                      date_format(race, before));
    else if (race - start >= MOST_WEEKS * DAYS_PER_WEEK)
        document_fail(document, document->root, "start",
                      "is more than %d weeks before the race on %s; start later", MOST_WEEKS,
                      date_format(race, before));
}

static void check_tune_up(struct document *document, const struct profile *profile, size_t index)
{
    const struct node *node = document_place(document->root, "tune_up_races")->items[index];
    int date = profile->tune_ups[index].date;
    char text[DATE_TEXT_SIZE];
    if (date == NO_DATE)
        return;
    if (profile->race.date != NO_DATE && date >= profile->race.date)
        document_fail(document, node, "date", "is not before the goal race on %s",
                      date_format(profile->race.date, text));
    if (profile->start != NO_DATE && date < profile->start)
        document_fail(document, node, "date",
                      "is before the plan starts on %s; leave this race out, or start earlier",
                      date_format(profile->start, text));
    for (size_t i = 0; i < index; i++)
        if (profile->tune_ups[i].date == date)
            document_fail(document, node, "date", "is the date of another tune-up race as well");
}

static void check_dates(struct document *document, const struct profile *profile)
{
    check_start(document, profile);
    for (size_t i = 0; i < profile->tune_up_count; i++)
        check_tune_up(document, profile, i);

    const struct node *runner = document_place(document->root, "runner");
    int downhill = profile->runner.last_downhill_date;
    int first = profile->start != NO_DATE ? profile->start : profile->race.date;
    char text[DATE_TEXT_SIZE];
    if (downhill != NO_DATE && first != NO_DATE && downhill >= first)
        document_fail(
            document, document_place(runner, "last_downhill"), "date", "is not before the %s on %s",
            profile->start != NO_DATE ? "plan's start" : "race", date_format(first, text));
}

static struct profile *read_profile(struct document *document, const char *path)
{
    const struct profile_document *given = document->data;
    const struct node *root = document->root;
    struct arena *arena = arena_new();
    struct profile *profile = arena_alloc(arena, sizeof *profile);
    profile->arena = arena;
    profile->path = arena_strdup(arena, path);
    profile->units = given->units;
    read_runner(document, profile, &given->runner);
    read_recent_race(document, profile, &given->runner.recent_race);
    read_race(document, profile, &given->race);
    profile->start = value_date(document, root, "start", given->start);
    profile->template_name = value_string(arena, given->template_name);
    profile->week =
        week_preferences_read(document, document_place(root, "week"), &given->week, arena);
    profile->names_run_days = given->week.run_days_count > 0;
    profile->hills = hills_read(document, document_place(root, "hills"), &given->hills);
    read_tune_ups(document, profile, given);
    read_rules(document, profile, &given->rules);
    profile->print =
        print_preferences_read(document, document_place(root, "print"), &given->print, arena);
    check_dates(document, profile);
    return profile;
}

struct profile *profile_read_with_mistakes(const char *path, bool *failed, struct error *error)
{
    struct document document;
    struct profile *profile = NULL;
    if (document_read(&document, path, MOST_PROFILE_BYTES, &profile_schema, error))
        profile = read_profile(&document, path);
    *failed = document.failed;
    document_release(&document);
    return profile;
}

struct profile *profile_read(const char *path, struct error *error)
{
    bool failed;
    struct profile *profile = profile_read_with_mistakes(path, &failed, error);
    if (!failed)
        return profile;
    profile_free(profile);
    return NULL;
}
