/* Profile files: the form of the whole, and dates held against each other. */
#include "files/profile_file.h"

#include "files/profile_forms.h"
#include "files/runner_forms.h"
#include "model/profile_fields.h"

#define MOST_WEEKS_AHEAD 104

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
    else if (race - start >= MOST_WEEKS_AHEAD * DAYS_PER_WEEK)
        document_fail(document, document->root, "start",
                      "is more than %d weeks before the race on %s; start later", MOST_WEEKS_AHEAD,
                      date_format(race, before));
}

static void check_tune_up(struct document *document, const struct profile *profile, size_t index,
                          const struct place *place)
{
    int date = profile->tune_ups[index].date;
    char text[DATE_TEXT_SIZE];
    if (date == NO_DATE)
        return;
    if (profile->race.date != NO_DATE && date >= profile->race.date)
        document_fail(document, place, "date", "is not before the goal race on %s",
                      date_format(profile->race.date, text));
    if (profile->start != NO_DATE && date < profile->start)
        document_fail(document, place, "date",
                      "is before the plan starts on %s; leave this race out, or start earlier",
                      date_format(profile->start, text));
    for (size_t i = 0; i < index; i++)
        if (profile->tune_ups[i].date == date)
            document_fail(document, place, "date", "is the date of another tune-up race as well");
}

static void check_dates(struct document *document, const struct profile *profile)
{
    check_start(document, profile);
    const struct place *races = place_find(document->root, "tune_up_races");
    const struct place *tune_up = place_first(races);
    for (size_t i = 0; tune_up && i < profile->tune_up_count; i++, tune_up = tune_up->next)
        check_tune_up(document, profile, i, tune_up);

    const struct place *runner = place_find(document->root, "runner");
    int downhill = profile->runner.last_downhill_date;
    int first = profile->start != NO_DATE ? profile->start : profile->race.date;
    char text[DATE_TEXT_SIZE];
    if (downhill != NO_DATE && first != NO_DATE && downhill >= first)
        document_fail(
            document, place_find(runner, "last_downhill"), "date", "is not before the %s on %s",
            profile->start != NO_DATE ? "plan's start" : "race", date_format(first, text));
}

static void finish_profile(struct document *document, const struct place *place, void *object)
{
    struct profile *profile = object;
    const struct place *run_days = place_find(place_find(place, "week"), "run_days");
    profile->names_run_days = run_days && !run_days->is_wrong;
    profile->names_units = place_find(place, "units");
    if (!document->context && !place_find(place, "runner"))
        document_fail(document, place, NULL, "\"runner\" is missing");
    check_dates(document, profile);
}

FORM(profile_rules, profile, PROFILE_RULES_FIELDS)
FORM(profile, profile, PROFILE_FIELDS, .finish = finish_profile)

static const struct document_kind profile_kind = {
    &profile_form, IN_PROFILE, (size_t)64 * 1024, {"the profile", true}};

static struct profile *read_profile(const char *path, bool is_partial, bool *failed,
                                    struct error *error)
{
    struct document document;
    struct arena *arena = arena_new();
    struct profile *profile = document_read(&document, &profile_kind, path, arena,
                                            is_partial ? &is_partial : NULL, error);
    *failed = document.failed;
    document_release(&document);
    if (!profile) {
        arena_free(arena);
        return NULL;
    }
    profile->arena = arena;
    profile->path = arena_strdup(arena, path);
    return profile;
}

struct profile *profile_read_with_mistakes(const char *path, bool *failed, struct error *error)
{
    return read_profile(path, false, failed, error);
}

struct profile *profile_read_partly(const char *path, bool *failed, struct error *error)
{
    return read_profile(path, true, failed, error);
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
