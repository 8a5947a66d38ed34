/* The fields of each kind of view: names, and how their values are read from the plan. */
#include "script/fields.h"

#include "model/plain_fields.h"

/* What a reader works on. `at` is the place in the struct that the field names. */
struct field_access {
    const struct visible_plan *visible;
    const struct view *view;
    const struct view_field *field;
    const void *object, *at;
};

typedef struct value field_reader(const struct field_access *access);

/* Whether a value changes while the ruleset is bound to one plan: never, as its week is begun, or
   with each run that is put on a day. */
enum change { FIXED, WITH_WEEK, VARIES };

struct view_field {
    const char *name;
    field_reader *read;
    size_t offset; /* in the struct that the view looks at */
    int detail;    /* a view_kind or quantity */
    enum change change;
    const struct word_list *words;
};

static struct value lacks(void)
{
    return (struct value){.kind = VALUE_LACKS, .number = NO_DATE};
}

static struct value number(int number)
{
    return (struct value){.kind = VALUE_NUMBER, .number = number};
}

static struct value flag(bool flag)
{
    return (struct value){.kind = VALUE_FLAG, .number = flag};
}

static struct value view_of_kind(struct view view, int kind)
{
    view.kind = (enum view_kind)kind;
    return (struct value){.kind = VALUE_VIEW, .view = view};
}

static struct value constant_word(const char *text)
{
    return (struct value){.kind = VALUE_WORD, .text = text};
}

/* ---- readers of what stands in a struct ---- */

static struct value read_number(const struct field_access *access)
{
    int value = *(const int *)access->at;
    return value == UNKNOWN ? lacks() : number(value);
}

static struct value read_text(const struct field_access *access)
{
    const char *text = *(const char *const *)access->at;
    return text ? (struct value){.kind = VALUE_TEXT, .text = text} : lacks();
}

static struct value read_word(const struct field_access *access)
{
    int value = *(const int *)access->at;
    if (value < 0)
        return lacks();
    return (struct value){
        .kind = VALUE_WORD, .number = value, .text = word_list_word(access->field->words, value)};
}

static const char *const hills_texts[] = {HILL_ACCESSES(WORD_TEXT) "several"};
static const struct word_list hills_words = {hills_texts, sizeof hills_texts / sizeof *hills_texts,
                                             NULL};

/* The word that says it all, or the last one: several. */
static struct value read_hill_access(const struct field_access *access)
{
    int word = 0, set = *(const int *)access->at;
    if (set == 0)
        return lacks();
    while (word < HILL_ACCESS_COUNT && set != HILL_SET(word))
        word++;
    return (struct value){.kind = VALUE_WORD, .number = word, .text = hills_texts[word]};
}

/* Whether a treadmill, or the weekend's hills, are among what the runner names. */
static struct value read_treadmill(const struct field_access *access)
{
    int set = *(const int *)access->at;
    return set == 0 ? lacks() : flag(set & HILL_SET(HILLS_TREADMILL));
}

static struct value read_weekend_hills(const struct field_access *access)
{
    int set = *(const int *)access->at;
    return set == 0 ? lacks() : flag(set & (HILL_SET(HILLS_WEEKEND) | HILL_SET(HILLS_ANY)));
}

/* A view of the same place. */
static struct value read_view(const struct field_access *access)
{
    return view_of_kind(*access->view, access->field->detail);
}

/* A sum lacks because of a run; the name of the run's field is the same. */
static struct value sum_of_runs(int sum, int date)
{
    return sum == UNKNOWN ? (struct value){.kind = VALUE_RUN_LACKS, .number = date} : number(sum);
}

/* ---- readers of what is worked out ---- */

static struct value read_tenths(const struct field_access *access)
{
    int tenths = *(const int *)access->at;
    return tenths == UNKNOWN ? lacks() : (struct value){.kind = VALUE_TENTHS, .number = tenths};
}

/* Plans of others come without the runner's history. */
static struct value read_recent_weeks(const struct field_access *access)
{
    return *(int *const *)access->at ? read_view(access) : lacks();
}

static struct value read_recent_runs(const struct field_access *access)
{
    return *(struct recent_run *const *)access->at ? read_view(access) : lacks();
}

static struct value read_last_downhill(const struct field_access *access)
{
    return *(const int *)access->at == NO_DATE ? lacks() : read_view(access);
}

static struct value read_race_metres(const struct field_access *access)
{
    const struct race_distance *distance = access->at;
    return distance->metres <= 0 ? lacks() : number(distance->metres);
}

static struct value read_no_race(const struct field_access *access)
{
    const struct plan *plan = access->visible->plan;
    return flag(plan->names_no_race && plan->race.date == NO_DATE);
}

static struct value read_race_distance(const struct field_access *access)
{
    const struct race_distance *distance = access->at;
    if (distance->metres <= 0)
        return lacks();
    return number(distance_from_m(distance->metres, access->visible->plan->units));
}

static size_t visible_days(const struct field_access *access)
{
    size_t first = (size_t)access->view->item * DAYS_PER_WEEK;
    if (access->visible->days <= first)
        return 0;
    size_t days = access->visible->days - first;
    return days < DAYS_PER_WEEK ? days : DAYS_PER_WEEK;
}

static struct value read_open_days(const struct field_access *access)
{
    return number(plan_open_days(access->visible->plan, access->object));
}

static struct value read_missed_days(const struct field_access *access)
{
    return number(((const struct week *)access->object)->missed_days);
}

/* Of a week that was not run as planned. */
static struct value read_planned(const struct field_access *access)
{
    const struct week *week = access->object;
    return week->planned > 0 ? number(week->planned) : lacks();
}

static struct value read_planned_left(const struct field_access *access)
{
    const struct week *week = access->object;
    return week->planned > 0 ? number(week->planned_left) : lacks();
}

static struct value read_is_cut(const struct field_access *access)
{
    const struct plan *plan = access->visible->plan;
    return flag(plan_open_days(plan, access->object) < plan_run_days(plan));
}

static struct value read_break_days(const struct field_access *access)
{
    const struct training_break *found = access->object;
    return number(found->last - found->first + 1);
}

static struct value not_filled(void)
{
    return (struct value){.kind = VALUE_NOT_FILLED};
}

static bool has_sums(const struct field_access *access)
{
    return access->view->item < access->visible->weeks_with_sums;
}

static struct value read_week_sum(const struct field_access *access)
{
    int date = NO_DATE;
    if (!has_sums(access))
        return not_filled();
    const struct week *week = access->object;
    enum quantity quantity = (enum quantity)access->field->detail;
    int sum = week_sum(week, visible_days(access), quantity, &date);
    int most = quantity == QUANTITY_DISTANCE  ? week->most_distance
               : quantity == QUANTITY_CLIMB_M ? week->most_climb_m
                                              : 0;
    return sum_of_runs(most > 0 ? smaller_of(sum, most) : sum, date);
}

static struct value read_least_distance(const struct field_access *access)
{
    if (!has_sums(access))
        return not_filled();
    return number(week_sum_least(access->object, QUANTITY_DISTANCE));
}

/* A count of the first days of a week, or UNKNOWN and the day that does not tell. */
typedef int week_counter(const struct week *week, size_t days, int *unknown_date);

static struct value count_of_week(const struct week *week, size_t days, week_counter *counter)
{
    int date = NO_DATE, count = counter(week, days, &date);
    return count == UNKNOWN ? (struct value){.kind = VALUE_LACKS, .number = date} : number(count);
}

static struct value read_week_count(const struct field_access *access, week_counter *counter)
{
    return has_sums(access) ? count_of_week(access->object, visible_days(access), counter)
                            : not_filled();
}

static struct value read_week_runs(const struct field_access *access)
{
    return read_week_count(access, week_run_count);
}

static struct value read_week_run_days(const struct field_access *access)
{
    return read_week_count(access, week_run_day_count);
}

static struct value read_week_hard_days(const struct field_access *access)
{
    return read_week_count(access, week_hard_day_count);
}

static bool has_aim(const struct field_access *access)
{
    return access->view->item < access->visible->weeks_with_aim;
}

/* What the week aims at: known before it is filled, and then what it holds. */
static struct value read_week_target(const struct field_access *access)
{
    const struct week *week = access->object;
    int date = NO_DATE;
    if (!has_aim(access))
        return not_filled();
    return week->target > 0
               ? number(week->target)
               : sum_of_runs(week_sum(week, DAYS_PER_WEEK, QUANTITY_DISTANCE, &date), date);
}

static struct value read_week_target_runs(const struct field_access *access)
{
    const struct week *week = access->object;
    if (!has_aim(access))
        return not_filled();
    return week->target > 0 ? number(week->target_runs)
                            : count_of_week(week, DAYS_PER_WEEK, week_run_count);
}

static int count_long_runs(const struct week *week)
{
    int count = 0;
    for (size_t d = 0; d < DAYS_PER_WEEK; d++)
        for (size_t i = 0; i < week->days[d].session_count; i++)
            count += week->days[d].sessions[i].kind == SESSION_LONG;
    return count;
}

static struct value read_week_target_long_runs(const struct field_access *access)
{
    const struct week *week = access->object;
    if (!has_sums(access))
        return not_filled();
    int count = week->target > 0 ? week->target_long_runs : count_long_runs(week);
    return count == UNKNOWN ? lacks() : number(count);
}

/* A course of which nothing is told but its sums. */
static struct value read_course(const struct field_access *access)
{
    return access->visible->plan->race.course.facts.is_known ? read_view(access) : lacks();
}

static struct value read_stretch(const struct field_access *access)
{
    const struct course_stretch *stretch = access->at;
    return stretch->length_m > 0 ? read_view(access) : lacks();
}

/* The calendar of a plan without dates is nobody's. */
static struct value part_of_date(const struct field_access *access, int part)
{
    return access->visible->plan->is_undated ? lacks() : number(part);
}

static struct value read_month(const struct field_access *access)
{
    int year, month, day;
    date_to_ymd(*(const int *)access->at, &year, &month, &day);
    return part_of_date(access, month);
}

static struct value read_day_of_month(const struct field_access *access)
{
    int year, month, day;
    date_to_ymd(*(const int *)access->at, &year, &month, &day);
    return part_of_date(access, day);
}

static struct value read_day_of_year(const struct field_access *access)
{
    int year, month, day, date = *(const int *)access->at;
    date_to_ymd(date, &year, &month, &day);
    return part_of_date(access, date - date_from_ymd(year, 1, 1) + 1);
}

/* Of a week that a rule of the runner's own shortened. */
static struct value read_cut_target(const struct field_access *access)
{
    const struct week_cut *cut = access->at;
    return cut->by ? number(cut->target) : lacks();
}

static struct value read_day_number(const struct field_access *access)
{
    return number((int)access->view->item + 1);
}

static struct value read_weekday(const struct field_access *access)
{
    return constant_word(weekday_name(date_weekday(*(const int *)access->at)));
}

static struct value read_week_of_day(const struct field_access *access)
{
    struct view week = {.item = access->view->item / DAYS_PER_WEEK};
    return view_of_kind(week, VIEW_WEEK);
}

/* A view may have been kept from a later point, or be that of a day about to be filled. */
static bool is_visible(const struct field_access *access)
{
    return access->view->item < access->visible->days;
}

static struct value read_sessions(const struct field_access *access)
{
    return is_visible(access) ? read_view(access) : not_filled();
}

static struct value read_day_sum(const struct field_access *access)
{
    const struct day *day = access->object;
    if (!is_visible(access))
        return not_filled();
    return sum_of_runs(day_sum(day, (enum quantity)access->field->detail), day->date);
}

static struct value read_can_run(const struct field_access *access)
{
    return flag(
        week_preferences_can_run(&access->visible->plan->preferences, *(const int *)access->at));
}

static struct value read_unavailable(const struct field_access *access)
{
    return flag(week_preferences_is_unavailable(&access->visible->plan->preferences,
                                                *(const int *)access->at));
}

static struct value read_is_long_run_day(const struct field_access *access)
{
    return flag(access->visible->plan->preferences.long_run ==
                (int)date_weekday(*(const int *)access->at));
}

static struct value read_is_quality_day(const struct field_access *access)
{
    return flag(access->visible->plan->preferences.quality[date_weekday(*(const int *)access->at)]);
}

static struct value read_is_run(const struct field_access *access)
{
    const struct session *session = access->object;
    return session->may_be_no_run ? lacks() : flag(session_is_run(session));
}

static struct value read_is_hard(const struct field_access *access)
{
    return session_effort_is_known(access->object) ? flag(session_is_hard(access->object))
                                                   : lacks();
}

static struct value read_load_descent(const struct field_access *access)
{
    int load = session_quantity(access->object, QUANTITY_LOAD_DESCENT_M);
    return load == UNKNOWN ? lacks() : number(load);
}

static struct value read_steps(const struct field_access *access)
{
    const struct session *session = access->object;
    return session->steps_are_unknown ? lacks() : read_view(access);
}

static struct value read_step_times(const struct field_access *access)
{
    int repeat = *(const int *)access->at;
    return number(repeat > 0 ? repeat : 1);
}

/* The steps of a step within a repeat: none, as a list of what it is part of would not be. */
static struct value read_step_steps(const struct field_access *access)
{
    if (access->view->part > 0)
        return (struct value){.kind = VALUE_NO_STEPS};
    struct view list = *access->view;
    list.part = 1;
    return view_of_kind(list, LIST_STEPS);
}

/* ---- the tables ---- */

/* What rules see of a struct's own values is in its list of fields; here is whether they vary. */
#define VARIES_plan                  FIXED
#define VARIES_runner                FIXED
#define VARIES_recent_run            FIXED
#define VARIES_course_facts          FIXED
#define VARIES_course_stretch        FIXED
#define VARIES_race                  FIXED
#define VARIES_tune_up_race          FIXED
#define VARIES_week_preferences      FIXED
#define VARIES_hills                 FIXED
#define VARIES_paces                 FIXED
#define VARIES_week                  FIXED
#define VARIES_day                   FIXED
#define VARIES_session               VARIES
#define VARIES_step                  VARIES
#define WORD_VARIES_plan             FIXED
#define WORD_VARIES_week_preferences FIXED
#define WORD_VARIES_hills            FIXED
#define WORD_VARIES_week             WITH_WEEK
#define WORD_VARIES_session          VARIES
#define WORD_VARIES_step             VARIES

#define IF_RULES_ALL(...)        __VA_ARGS__,
#define IF_RULES_PLAN_RULES(...) __VA_ARGS__,
#define IF_RULES_BOTH(...)
#define IF_RULES_PLAN(...)
#define IF_RULES_PROFILE(...)

#define INT_FIELD(s, member, key, in, unknown)                                                     \
    IF_RULES_##in({key, read_number, offsetof(struct s, member), 0, VARIES_##s, NULL})
#define TENTHS_FIELD(s, member, key, in, unknown)                                                  \
    IF_RULES_##in({key, read_tenths, offsetof(struct s, member), 0, VARIES_##s, NULL})
#define TEXT_FIELD(s, member, key, in)                                                             \
    IF_RULES_##in({key, read_text, offsetof(struct s, member), 0, VARIES_##s, NULL})
#define WORD_FIELD(s, member, key, in, unknown, words)                                             \
    IF_RULES_##in({key, read_word, offsetof(struct s, member), 0, WORD_VARIES_##s, &words##_words})

/* Of the only one that there is. */
#define WORD_SET_FIELD(s, member, key, in, unknown, words)                                         \
    IF_RULES_##in({key, read_hill_access, offsetof(struct s, member), 0, VARIES_##s, &hills_words})

/* The others are worked out, or lead to further views. */
#define READ(name, reader, type, member, varies)                                                   \
    {                                                                                              \
        name, reader, offsetof(struct type, member), 0, varies, NULL                               \
    }
#define VIEW(name, kind)                                                                           \
    {                                                                                              \
        name, read_view, 0, kind, FIXED, NULL                                                      \
    }
#define SUM(name, reader, quantity)                                                                \
    {                                                                                              \
        name, reader, 0, quantity, VARIES, NULL                                                    \
    }
#define WHOLE(name, reader, varies)                                                                \
    {                                                                                              \
        name, reader, 0, 0, varies, NULL                                                           \
    }
#define PART(name, reader, kind, varies)                                                           \
    {                                                                                              \
        name, reader, 0, kind, varies, NULL                                                        \
    }
#define END                                                                                        \
    {                                                                                              \
        NULL, NULL, 0, 0, FIXED, NULL                                                              \
    }

static const struct view_field plan_fields[] = {
    PLAN_FIELDS(PLAIN) VIEW("runner", VIEW_RUNNER),
    VIEW("race", VIEW_RACE),
    VIEW("tune_up_races", LIST_TUNE_UP_RACES),
    VIEW("breaks", LIST_BREAKS),
    VIEW("week", VIEW_PREFERENCES),
    VIEW("hills", VIEW_HILLS),
    VIEW("paces", VIEW_PACES),
    VIEW("facts", VIEW_FACTS),
    VIEW("weeks", LIST_WEEKS),
    VIEW("days", LIST_DAYS),
    END,
};

static const struct view_field runner_fields[] = {
    RUNNER_FIELDS(PLAIN){"recent_weeks", read_recent_weeks, offsetof(struct runner, recent_weeks),
                         LIST_RECENT_WEEKS, FIXED, NULL},
    {"last_downhill", read_last_downhill, offsetof(struct runner, last_downhill_date),
     VIEW_LAST_DOWNHILL, FIXED, NULL},
    {"recent_runs", read_recent_runs, offsetof(struct runner, recent_runs), LIST_RECENT_RUNS, FIXED,
     NULL},
    END,
};

static const struct view_field recent_run_fields[] = {RECENT_RUN_FIELDS(PLAIN) END};

static const struct view_field last_downhill_fields[] = {LAST_DOWNHILL_FIELDS(PLAIN) END};

static const struct view_field race_fields[] = {
    RACE_FIELDS(PLAIN) READ("distance", read_race_distance, race, distance, FIXED),
    READ("distance_m", read_race_metres, race, distance, FIXED),
    PART("course", read_course, VIEW_COURSE, FIXED),
    WHOLE("is_none", read_no_race, FIXED),
    END,
};

static const struct view_field tune_up_race_fields[] = {
    TUNE_UP_FIELDS(PLAIN) READ("distance", read_race_distance, tune_up_race, distance, FIXED),
    READ("distance_m", read_race_metres, tune_up_race, distance, FIXED),
    END,
};

static const struct view_field break_fields[] = {
    READ("first", read_number, training_break, first, FIXED),
    READ("last", read_number, training_break, last, FIXED),
    WHOLE("days", read_break_days, FIXED),
    {"reason", read_word, offsetof(struct training_break, reason), 0, FIXED, &absence_words},
    END,
};

static const struct view_field preferences_fields[] = {
    WEEK_PREFERENCES_FIELDS(PLAIN) VIEW("run_days", LIST_RUN_DAYS),
    VIEW("quality", LIST_QUALITY),
    VIEW("doubles", LIST_DOUBLES),
    READ("longest_weekday_s", read_number, week_preferences, longest_weekday_s, FIXED),
    READ("longest_weekend_s", read_number, week_preferences, longest_weekend_s, FIXED),
    END,
};

static const struct view_field hills_fields[] = {
    HILLS_FIELDS(PLAIN) READ("has_treadmill", read_treadmill, hills, access, FIXED),
    READ("has_weekends", read_weekend_hills, hills, access, FIXED),
    END,
};

static const struct view_field paces_fields[] = {PACES_FIELDS(PLAIN) END};

static const struct view_field week_fields[] = {
    WEEK_FIELDS(PLAIN) WHOLE("is_cut", read_is_cut, FIXED),
    WHOLE("open_days", read_open_days, FIXED),
    WHOLE("missed_days", read_missed_days, FIXED),
    WHOLE("planned", read_planned, FIXED),
    WHOLE("planned_left", read_planned_left, FIXED),
    VIEW("days", LIST_WEEK_DAYS),
    SUM("distance", read_week_sum, QUANTITY_DISTANCE),
    SUM("climb_m", read_week_sum, QUANTITY_CLIMB_M),
    SUM("descent_m", read_week_sum, QUANTITY_DESCENT_M),
    SUM("duration_s", read_week_sum, QUANTITY_DURATION_S),
    SUM("load_distance", read_week_sum, QUANTITY_LOAD_DISTANCE),
    WHOLE("least_distance", read_least_distance, VARIES),
    WHOLE("runs", read_week_runs, VARIES),
    WHOLE("run_days", read_week_run_days, VARIES),
    WHOLE("hard_days", read_week_hard_days, VARIES),
    WHOLE("target", read_week_target, WITH_WEEK),
    WHOLE("target_runs", read_week_target_runs, WITH_WEEK),
    WHOLE("target_long_runs", read_week_target_long_runs, WITH_WEEK),
    READ("cut_target", read_cut_target, week, cut, WITH_WEEK),
    END,
};

static const struct view_field day_fields[] = {
    DAY_FIELDS(PLAIN) WHOLE("number", read_day_number, FIXED),
    {"weekday", read_weekday, offsetof(struct day, date), 0, FIXED, &weekday_words},
    READ("month", read_month, day, date, FIXED),
    READ("day_of_month", read_day_of_month, day, date, FIXED),
    READ("day_of_year", read_day_of_year, day, date, FIXED),
    WHOLE("week", read_week_of_day, FIXED),
    PART("sessions", read_sessions, LIST_SESSIONS, FIXED),
    READ("can_run", read_can_run, day, date, FIXED),
    READ("unavailable", read_unavailable, day, date, FIXED),
    READ("is_long_run_day", read_is_long_run_day, day, date, FIXED),
    READ("is_quality_day", read_is_quality_day, day, date, FIXED),
    SUM("distance", read_day_sum, QUANTITY_DISTANCE),
    SUM("climb_m", read_day_sum, QUANTITY_CLIMB_M),
    SUM("descent_m", read_day_sum, QUANTITY_DESCENT_M),
    SUM("load_distance", read_day_sum, QUANTITY_LOAD_DISTANCE),
    END,
};

static const struct view_field session_fields[] = {
    SESSION_FIELDS(PLAIN) WHOLE("is_run", read_is_run, VARIES),
    WHOLE("is_hard", read_is_hard, VARIES),
    WHOLE("load_descent_m", read_load_descent, VARIES),
    PART("steps", read_steps, LIST_STEPS, VARIES),
    END,
};

static const struct view_field step_fields[] = {
    STEP_FIELDS(PLAIN) READ("times", read_step_times, step, repeat, VARIES),
    WHOLE("steps", read_step_steps, VARIES),
    END,
};

static const struct view_field course_fields[] = {
    COURSE_FACTS_FIELDS(PLAIN) VIEW("climb_percent_by_third", LIST_CLIMB_THIRDS),
    VIEW("descent_percent_by_third", LIST_DESCENT_THIRDS),
    {"largest_climb", read_stretch, offsetof(struct course_facts, largest_climb),
     VIEW_LARGEST_CLIMB, FIXED, NULL},
    {"largest_descent", read_stretch, offsetof(struct course_facts, largest_descent),
     VIEW_LARGEST_DESCENT, FIXED, NULL},
    END,
};

static const struct view_field stretch_fields[] = {COURSE_STRETCH_FIELDS(PLAIN) END};

/* Their keys are the runner's own: see read_fact() in views.c. */
static const struct view_field fact_fields[] = {END};

static const struct {
    const char *name;
    const struct view_field *fields;
} classes[VIEW_KIND_COUNT] = {
    [VIEW_PLAN] = {"plan", plan_fields},
    [VIEW_RUNNER] = {"runner", runner_fields},
    [VIEW_LAST_DOWNHILL] = {"runner.last_downhill", last_downhill_fields},
    [VIEW_RACE] = {"race", race_fields},
    [VIEW_TUNE_UP_RACE] = {"tune_up_race", tune_up_race_fields},
    [VIEW_RECENT_RUN] = {"runner.recent_runs", recent_run_fields},
    [VIEW_BREAK] = {"break", break_fields},
    [VIEW_PREFERENCES] = {"plan.week", preferences_fields},
    [VIEW_HILLS] = {"hills", hills_fields},
    [VIEW_PACES] = {"paces", paces_fields},
    [VIEW_WEEK] = {"week", week_fields},
    [VIEW_DAY] = {"day", day_fields},
    [VIEW_SESSION] = {"session", session_fields},
    [VIEW_STEP] = {"step", step_fields},
    [VIEW_FACTS] = {"plan.facts", fact_fields},
    [VIEW_COURSE] = {"race.course", course_fields},
    [VIEW_LARGEST_CLIMB] = {"race.course.largest_climb", stretch_fields},
    [VIEW_LARGEST_DESCENT] = {"race.course.largest_descent", stretch_fields},
    [LIST_RECENT_WEEKS] = {"runner.recent_weeks", NULL},
    [LIST_TUNE_UP_RACES] = {"plan.tune_up_races", NULL},
    [LIST_RECENT_RUNS] = {"runner.recent_runs", NULL},
    [LIST_BREAKS] = {"plan.breaks", NULL},
    [LIST_RUN_DAYS] = {"plan.week.run_days", NULL},
    [LIST_QUALITY] = {"plan.week.quality", NULL},
    [LIST_DOUBLES] = {"plan.week.doubles", NULL},
    [LIST_WEEKS] = {"plan.weeks", NULL},
    [LIST_DAYS] = {"plan.days", NULL},
    [LIST_WEEK_DAYS] = {"week.days", NULL},
    [LIST_SESSIONS] = {"day.sessions", NULL},
    [LIST_STEPS] = {"steps", NULL},
    [LIST_CLIMB_THIRDS] = {"race.course.climb_percent_by_third", NULL},
    [LIST_DESCENT_THIRDS] = {"race.course.descent_percent_by_third", NULL},
};

const char *view_name(enum view_kind kind)
{
    return classes[kind].name;
}

const struct view_field *view_fields(enum view_kind kind)
{
    return classes[kind].fields;
}

const char *field_name(const struct view_field *field)
{
    return field->name;
}

const struct view_field *field_next(const struct view_field *field)
{
    return field + 1;
}

unsigned field_index(enum view_kind kind, const struct view_field *field)
{
    return (unsigned)(field - classes[kind].fields);
}

const struct view_field *field_at(enum view_kind kind, unsigned index)
{
    return &classes[kind].fields[index];
}

const struct word_list *field_words(const struct view_field *field)
{
    return field->words;
}

bool field_varies(const struct view_field *field)
{
    return field->change != FIXED;
}

bool field_is_of_week(const struct view_field *field)
{
    return field->read == read_week_of_day;
}

bool field_is_word(enum view_kind kind, const struct view_field *field)
{
    return kind == VIEW_SESSION && (field->read == read_word || field->read == read_text ||
                                    field->read == read_is_run || field->read == read_is_hard);
}

bool field_varies_with_runs(const struct view_field *field)
{
    return field->change == VARIES;
}

struct value field_read(const struct visible_plan *visible, const struct view *view,
                        const struct view_field *field)
{
    const char *object = view_find(visible, view);
    if (!object)
        return (struct value){.kind = VALUE_GONE};
    struct field_access access = {
        .visible = visible,
        .view = view,
        .field = field,
        .object = object,
        .at = object + field->offset,
    };
    /* Values point into the plan, never at the reading. */
    return field->read(&access); // cppcheck-suppress returnDanglingLifetime
}
