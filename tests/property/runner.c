/* Runners: a small generator of random numbers, and the sections of a profile. */
#include "runner.h"

#include "base/date.h"
#include "base/quantity.h"
#include "random.h"

#define RUNS_A_WEEK 4     /* or so, before the plan */
#define FIRST_RACE  20819 /* 2027-01-01 */

struct race_choice {
    const char *name;
    int metres;
};

static const struct race_choice races[] = {
    {"5k", 5000},   {"10k", 10000},  {"half", 21098},  {"marathon", 42195},
    {"50k", 50000}, {"50mi", 80467}, {"100k", 100000}, {"100mi", 160934},
};
#define RACE_COUNT (sizeof races / sizeof *races)

/* A runner while they are being made up. */
struct draft {
    struct text *out;
    uint64_t state;
    bool is_mi;
    int mean; /* weekly distance in the unit, in tenths */
    int start, race_date, weeks;
    size_t race;
};

static int between(struct draft *draft, int least, int most)
{
    return random_between(&draft->state, least, most);
}

static bool chance(struct draft *draft, int percent)
{
    return between(draft, 1, 100) <= percent;
}

#define PICK(draft, list) ((list)[between((draft), 0, (int)(sizeof(list) / sizeof *(list)) - 1)])

/* Tenths of the unit as "12.3". */
static void append_tenths(struct draft *draft, int tenths)
{
    text_printf(draft->out, "%d.%d", tenths / 10, tenths % 10);
}

static void append_date(struct draft *draft, const char *key, int date)
{
    char text[DATE_TEXT_SIZE];
    text_printf(draft->out, "%s%s", key, date_format(date, text));
}

static void choose_dates(struct draft *draft, enum weekday starts_on)
{
    static const int weeks[] = {3, 4, 5, 6, 8, 10, 12, 14, 16, 18, 20, 24, 30, 40};
    draft->weeks = PICK(draft, weeks);
    draft->race_date = FIRST_RACE + between(draft, 0, 729);
    draft->start =
        date_on_or_before(draft->race_date, starts_on) - (draft->weeks - 1) * DAYS_PER_WEEK;
    if (draft->start == draft->race_date) /* a plan starts before its race */
        draft->start -= DAYS_PER_WEEK;
}

/* km a week, then given in the plan's unit. */
static void choose_mean(struct draft *draft, bool with_beginners)
{
    static const int km[] = {10, 14, 18, 22, 27, 33, 40, 50, 62, 78, 100, 140};
    static const int beginners_km[] = {0, 0, 3, 6, 9};
    int mean = with_beginners && chance(draft, 10) ? PICK(draft, beginners_km) : PICK(draft, km);
    draft->mean = draft->is_mi ? mean * 100 / 16 : mean * 10;
}

static void write_recent_weeks(struct draft *draft)
{
    int count = between(draft, 1, 6);
    text_append(draft->out, "  recent_weeks: [");
    if (draft->mean == 0 && chance(draft, 50))
        count = 0;
    for (int i = 0; i < count; i++) {
        int week = draft->mean * between(draft, 80, 120) / 100;
        text_append(draft->out, i ? ", " : "");
        append_tenths(draft, chance(draft, 50) ? week / 10 * 10 : week);
    }
    text_append(draft->out, "]\n");
}

static void write_runner(struct draft *draft)
{
    static const int usual_m_per_km[] = {0, 2, 5, 10, 20, 35};
    static const int descents_m[] = {150, 300, 600};
    text_append(draft->out, "runner:\n  name: Example Runner\n");
    write_recent_weeks(draft);
    if (draft->mean > 0 && chance(draft, 60)) {
        text_append(draft->out, "  longest_recent_run: ");
        append_tenths(draft, draft->mean * between(draft, 25, 50) / 100);
        text_append(draft->out, "\n");
    }
    if (chance(draft, 60)) {
        int seconds = between(draft, 16 * 60, 34 * 60);
        text_printf(draft->out, "  recent_race: {distance: 5k, time: \"%d:%02d\"}\n", seconds / 60,
                    seconds % 60);
    }
    if (chance(draft, 50))
        text_printf(draft->out, "  usual_descent_m: %d\n",
                    draft->mean / 10 * PICK(draft, usual_m_per_km) / RUNS_A_WEEK);
    if (chance(draft, 30)) {
        append_date(draft, "  last_downhill: {date: ", draft->start - between(draft, 1, 60));
        text_printf(draft->out, ", descent_m: %d}\n", PICK(draft, descents_m));
    }
}

static void write_race(struct draft *draft)
{
    static const int per_km[] = {1, 4, 8, 15, 30, 50};
    static const char *const names[] = {"Example Race", "\"Łódź: Półmaraton #1\"", "Αθήνα"};
    draft->race = (size_t)between(draft, 0, RACE_COUNT - 1);
    const struct race_choice *race = &races[draft->race];
    text_printf(draft->out, "race:\n  name: %s\n  distance: %s\n", PICK(draft, names), race->name);
    append_date(draft, "  date: ", draft->race_date);
    text_append(draft->out, "\n");
    if (chance(draft, 70)) {
        int metres = race->metres / 1000 * PICK(draft, per_km);
        text_printf(draft->out, "  climb_m: %d\n", metres * between(draft, 70, 130) / 100);
        text_printf(draft->out, "  descent_m: %d\n", metres * between(draft, 70, 130) / 100);
    }
}

static void write_run_days(struct draft *draft)
{
    bool is_run_day[DAYS_PER_WEEK] = {false};
    int count = between(draft, 2, DAYS_PER_WEEK), day = 0;
    text_append(draft->out, "  run_days: [");
    for (int chosen = 0; chosen < count; chosen++) {
        do
            day = between(draft, MONDAY, SUNDAY);
        while (is_run_day[day]);
        is_run_day[day] = true;
        text_printf(draft->out, "%s%s", chosen ? ", " : "", weekday_name((enum weekday)day));
    }
    text_append(draft->out, "]\n");
    if (chance(draft, 80))
        text_printf(draft->out, "  long_run: %s\n", weekday_name((enum weekday)day));
    if (!chance(draft, 40))
        return;
    do
        day = between(draft, MONDAY, SUNDAY);
    while (!is_run_day[day]);
    text_printf(draft->out, "  quality: [%s]\n", weekday_name((enum weekday)day));
}

static void write_absences(struct draft *draft)
{
    static const int counts[] = {0, 0, 0, 1, 2}, days_more[] = {0, 2, 6, 13};
    int count = PICK(draft, counts);
    for (int i = 0; i < count; i++) {
        int first = draft->start + between(draft, 0, draft->weeks * DAYS_PER_WEEK - 1);
        append_date(draft, i ? ", " : "  unavailable: [", first);
        append_date(draft, "..", first + PICK(draft, days_more));
    }
    text_append(draft->out, count ? "]\n" : "");
}

static void write_week(struct draft *draft, enum weekday starts_on)
{
    static const char *const weekdays[] = {"0:45", "1:00", "1:15", "1:30"};
    static const char *const weekends[] = {"2:00", "3:00", "5:00"};
    text_printf(draft->out, "week:\n  starts_on: %s\n", weekday_name(starts_on));
    if (chance(draft, 85))
        write_run_days(draft);
    if (chance(draft, 30)) {
        text_printf(draft->out, "  longest_session: {weekday: \"%s\", ", PICK(draft, weekdays));
        text_printf(draft->out, "weekend: \"%s\"}\n", PICK(draft, weekends));
    }
    if ((draft->start + draft->mean) % 10 == 3)
        text_printf(draft->out, "  most: %d\n", draft->mean / 10 + 10);
    if ((draft->start + draft->mean) % 10 == 4)
        text_printf(draft->out, "  longest_run: %d\n", draft->is_mi ? 12 : 20);
    write_absences(draft);
}

static void write_hills(struct draft *draft)
{
    static const char *const accesses[] = {"none", "treadmill", "weekend", "any",
                                           "[treadmill, weekend]"};
    static const int most_m[] = {60, 150, 400};
    if (!chance(draft, 60))
        return; /* any hills are at hand */
    text_printf(draft->out, "hills:\n  access: %s\n", PICK(draft, accesses));
    if (chance(draft, 40))
        text_printf(draft->out, "  max_climb_m: %d\n", PICK(draft, most_m));
}

static void write_tune_up(struct draft *draft)
{
    if (draft->weeks < 6 || !chance(draft, 30))
        return;
    int days = between(draft, 10, draft->race_date - draft->start);
    int longest = draft->race ? (int)draft->race - 1 : 0;
    const struct race_choice *race = &races[between(draft, longest > 2 ? longest - 2 : 0, longest)];
    append_date(draft,
                "tune_up_races:\n  - {name: Example Tune-up, date: ", draft->race_date - days);
    text_printf(draft->out, ", distance: %s}\n", race->name);
}

void runner_write(struct text *profile, uint64_t seed, uint64_t number, bool with_beginners)
{
    struct draft draft = {.out = profile, .state = (seed + 1) * UINT64_C(0x9E3779B97F4A7C15)};
    draft.state ^= (number + 1) * UINT64_C(0xD1B54A32D192ED03);
    for (int i = 0; i < 8; i++) /* neighbours begin alike */
        random_next(&draft.state);
    enum weekday starts_on = chance(&draft, 67) ? MONDAY : SUNDAY;
    draft.is_mi = chance(&draft, 33);
    text_printf(profile, "units: %s\n", units_name(draft.is_mi ? UNITS_MI : UNITS_KM));
    choose_dates(&draft, starts_on);
    choose_mean(&draft, with_beginners);
    write_runner(&draft);
    write_race(&draft);
    append_date(&draft, "start: ", draft.start);
    text_append(profile, "\n");
    write_week(&draft, starts_on);
    write_hills(&draft);
    write_tune_up(&draft);
}
