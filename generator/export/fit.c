/*
 * A plan as workouts for watches: a FIT file for each session that is run, and one that says when
 * they are. Watches know a file again by its serial number and time, which remain the same when the
 * plan is written anew.
 */
#include <string.h>

#include "base/arena.h"
#include "export/fit_file.h"
#include "export/formats.h"
#include "export/plan_id.h"
#include "words/words.h"

#define MS_PER_SECOND 1000
#define CM_PER_M      100
#define MM_PER_CM     10

/* How far from a single pace a watch lets the runner be before it beeps: 5 s at 4:10. */
#define LEEWAY_PERCENT 2

/* ---- what the files hold, by the numbers of the format ---- */

#define FILE_ID(X)                                                                                 \
    X(FILE_TYPE, 0, FIT_ENUM)                                                                      \
    X(FILE_MANUFACTURER, 1, FIT_U16)                                                               \
    X(FILE_PRODUCT, 2, FIT_U16)                                                                    \
    X(FILE_SERIAL, 3, FIT_U32Z)                                                                    \
    X(FILE_TIME, 4, FIT_U32)
#define WORKOUT(X)                                                                                 \
    X(WORKOUT_SPORT, 4, FIT_ENUM)                                                                  \
    X(WORKOUT_STEPS, 6, FIT_U16)                                                                   \
    X(WORKOUT_NAME, 8, FIT_STRING)
#define WORKOUT_STEP(X)                                                                            \
    X(STEP_INDEX, 254, FIT_U16)                                                                    \
    X(STEP_NAME, 0, FIT_STRING)                                                                    \
    X(STEP_DURATION, 1, FIT_ENUM)                                                                  \
    X(STEP_DURATION_VALUE, 2, FIT_U32)                                                             \
    X(STEP_TARGET, 3, FIT_ENUM)                                                                    \
    X(STEP_TARGET_VALUE, 4, FIT_U32)                                                               \
    X(STEP_LOW, 5, FIT_U32)                                                                        \
    X(STEP_HIGH, 6, FIT_U32)                                                                       \
    X(STEP_INTENSITY, 7, FIT_ENUM)
#define SCHEDULE(X)                                                                                \
    X(SCHEDULE_MANUFACTURER, 0, FIT_U16)                                                           \
    X(SCHEDULE_PRODUCT, 1, FIT_U16)                                                                \
    X(SCHEDULE_SERIAL, 2, FIT_U32Z)                                                                \
    X(SCHEDULE_TIME, 3, FIT_U32)                                                                   \
    X(SCHEDULE_DONE, 4, FIT_ENUM)                                                                  \
    X(SCHEDULE_TYPE, 5, FIT_ENUM)                                                                  \
    X(SCHEDULE_WHEN, 6, FIT_U32)

/* X(message, its fields, its number, its number within the file) */
#define MESSAGES(X)                                                                                \
    X(file_id, FILE_ID, 0, 0)                                                                      \
    X(workout, WORKOUT, 26, 1)                                                                     \
    X(workout_step, WORKOUT_STEP, 27, 2)                                                           \
    X(schedule, SCHEDULE, 28, 1)
#define MESSAGE(name, FIELDS, number, local)                                                       \
    enum { FIELDS(FIT_ENUMERATOR) };                                                               \
    static const struct fit_field name##_fields[] = {FIELDS(FIT_FIELD)};                           \
    static const struct fit_message name = {number, local, name##_fields,                          \
                                            sizeof name##_fields / sizeof *name##_fields};
MESSAGES(MESSAGE)

enum { FILE_IS_WORKOUT = 5, FILE_IS_SCHEDULES = 7 };
enum { MANUFACTURER_NONE = 255, SPORT_RUNNING = 1, SCHEDULE_OF_WORKOUT = 0 };
enum { DURATION_TIME = 0, DURATION_DISTANCE = 1, DURATION_OPEN = 5, DURATION_REPEAT = 6 };
enum { TARGET_SPEED = 0, TARGET_OPEN = 2 };
enum { INTENSITY_ACTIVE = 0, INTENSITY_WARM_UP = 2, INTENSITY_COOL_DOWN = 3, INTENSITY_RECOVERY };

static const uint8_t intensities[STEP_KIND_COUNT] = {
    [STEP_WARM_UP] = INTENSITY_WARM_UP,
    [STEP_RUN] = INTENSITY_ACTIVE,
    [STEP_RECOVERY] = INTENSITY_RECOVERY,
    [STEP_COOL_DOWN] = INTENSITY_COOL_DOWN,
};

/* ---- steps ---- */

struct watch {
    const struct plan *plan;
    struct words words;
    struct export_folder *folder;
    struct text schedule;
    size_t time_s; /* of day, when sessions are scheduled */
};

/* Steps on their way into a file. */
struct step_list {
    struct watch *watch;
    const struct session *session;
    struct text bytes;
    uint32_t count;
};

static void add_step(struct step_list *list, struct fit_value *values)
{
    values[STEP_INDEX].number = list->count++;
    fit_add(&list->bytes, &workout_step, values);
}

/* How long it is: a distance, a time, or for as long as the runner likes. */
static void set_duration(struct fit_value *values, uint32_t distance_cm, int duration_s)
{
    bool has_time = duration_s != UNKNOWN;
    values[STEP_DURATION].number = DURATION_OPEN;
    if (has_time)
        values[STEP_DURATION].number = DURATION_TIME;
    if (has_time)
        values[STEP_DURATION_VALUE].number = (uint32_t)duration_s * MS_PER_SECOND;
    if (distance_cm == FIT_NOTHING)
        return;
    values[STEP_DURATION].number = DURATION_DISTANCE;
    values[STEP_DURATION_VALUE].number = distance_cm;
}

/* Millimetres a second of a pace, plus so many percent. */
static uint32_t speed(enum units units, int pace_s, int percent)
{
    return (uint32_t)scale_round(units_mm(units), 100 + percent, 100 * pace_s);
}

static void set_pace(struct fit_value *values, struct pace_range pace, enum units units)
{
    if (pace.fast == UNKNOWN || pace.slow == UNKNOWN)
        return;
    values[STEP_TARGET].number = TARGET_SPEED;
    values[STEP_TARGET_VALUE].number = 0; /* no zone of the watch's, but: */
    int leeway = pace.fast == pace.slow ? LEEWAY_PERCENT : 0;
    values[STEP_LOW].number = speed(units, pace.slow, -leeway);
    values[STEP_HIGH].number = speed(units, pace.fast, leeway);
}

#define STEP_VALUES(name, intensity)                                                               \
    {                                                                                              \
        [STEP_NAME] = {.text = (name)}, [STEP_DURATION_VALUE] = {.number = FIT_NOTHING},           \
        [STEP_TARGET] = {.number = TARGET_OPEN}, [STEP_TARGET_VALUE] = {.number = FIT_NOTHING},    \
        [STEP_LOW] = {.number = FIT_NOTHING}, [STEP_HIGH] = {.number = FIT_NOTHING},               \
        [STEP_INTENSITY] = {.number = (intensity)},                                                \
    }

static void add_plain_step(struct step_list *list, const struct step *step, uint32_t distance_cm)
{
    const struct words *words = &list->watch->words;
    struct fit_value values[] =
        STEP_VALUES(words_step(words, list->session, step), intensities[step->kind]);
    set_duration(values, distance_cm, step->duration_s);
    set_pace(values, step->pace, words->units);
    add_step(list, values);
}

static void add_steps(struct step_list *list, const struct step *steps, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct step *step = &steps[i];
        if (step->repeat == 0) {
            add_plain_step(list, step,
                           step->distance_m == UNKNOWN ? FIT_NOTHING
                                                       : (uint32_t)step->distance_m * CM_PER_M);
            continue;
        }
        struct fit_value values[] = STEP_VALUES(NULL, INTENSITY_ACTIVE);
        values[STEP_DURATION].number = DURATION_REPEAT;
        values[STEP_DURATION_VALUE].number = list->count; /* back to where it begins */
        values[STEP_TARGET_VALUE].number = (uint32_t)step->repeat;
        add_steps(list, step->steps, step->step_count);
        add_step(list, values);
    }
}

/* A run of one piece; its distance is what the runner reads, to the centimetre. */
static void add_whole(struct step_list *list)
{
    const struct session *session = list->session;
    struct step step = step_unknown();
    int64_t mm = (int64_t)session->distance * units_mm(list->watch->plan->units) / HUNDREDTHS;
    step.kind = STEP_RUN;
    step.effort = session->effort;
    step.duration_s = session->duration_s;
    step.pace = session->pace;
    add_plain_step(list, &step,
                   session->distance == UNKNOWN ? FIT_NOTHING
                                                : (uint32_t)((mm + MM_PER_CM / 2) / MM_PER_CM));
}

/* ---- files ---- */

/* Seconds since the format's first day; each session of a day has a second of its own as its name.
 */
static uint32_t time_of(int date, size_t seconds)
{
    return (uint32_t)(date - fit_first_date()) * SECONDS_PER_DAY + (uint32_t)seconds;
}

/* Of the plan and the day; never 0. */
static uint32_t serial_of(const struct plan *plan, int date)
{
    uint64_t id = plan_id(plan);
    uint32_t serial = (uint32_t)(id ^ id >> 32) ^ (uint32_t)date;
    return serial ? serial : 1;
}

static void begin_file(struct text *bytes, uint32_t type, uint32_t serial, uint32_t time)
{
    fit_begin(bytes);
    fit_define(bytes, &file_id);
    fit_add(bytes, &file_id,
            (struct fit_value[]){[FILE_TYPE] = {.number = type},
                                 [FILE_MANUFACTURER] = {.number = MANUFACTURER_NONE},
                                 [FILE_SERIAL] = {.number = serial},
                                 [FILE_TIME] = {.number = time}});
}

/* Appends a title in lower case; only letters and digits of ASCII, as it is for a file's name. */
static void append_name(struct text *name, const char *title)
{
    bool is_gap = true;
    for (const char *at = title; *at; at++) {
        bool is_letter = (*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z');
        bool is_plain = is_letter || (*at >= '0' && *at <= '9');
        if (is_plain)
            text_printf(name, "%s%c", is_gap ? "-" : "", is_letter ? *at | 0x20 : *at);
        is_gap = !is_plain;
    }
}

/* "2027-02-09-1-easy-run-with-strides.fit"; the kind of session where the title has no letters. */
static const char *file_name(struct arena *arena, int date, size_t index,
                             const struct session *session)
{
    char buffer[DATE_TEXT_SIZE];
    struct text name = TEXT_INIT, title = TEXT_INIT;
    append_name(&title, session->title ? session->title : "");
    if (!title.length)
        append_name(&title, session_kind_name(session->kind));
    text_printf(&name, "%s-%zu%s.fit", date_format(date, buffer), index + 1, title.data);
    const char *kept = arena_strdup(arena, text_string(&name));
    text_release(&name);
    text_release(&title);
    return kept;
}

static void add_schedule(struct watch *watch, uint32_t serial, uint32_t time, int date)
{
    fit_add(&watch->schedule, &schedule,
            (struct fit_value[]){[SCHEDULE_MANUFACTURER] = {.number = MANUFACTURER_NONE},
                                 [SCHEDULE_SERIAL] = {.number = serial},
                                 [SCHEDULE_TIME] = {.number = time},
                                 [SCHEDULE_TYPE] = {.number = SCHEDULE_OF_WORKOUT},
                                 [SCHEDULE_WHEN] = {.number = time_of(date, watch->time_s)}});
}

static void add_workout(struct watch *watch, int date, size_t index, const struct session *session)
{
    const struct words *words = &watch->words;
    const char *title = session->title ? words_translate(words, session->title)
                                       : words_session_kind(words, session->kind);
    uint32_t serial = serial_of(watch->plan, date), time = time_of(date, index);
    struct step_list list = {watch, session, TEXT_INIT, 0};
    if (session->step_count > 0)
        add_steps(&list, session->steps, session->step_count);
    else
        add_whole(&list);
    struct text *bytes =
        export_folder_add(watch->folder, file_name(words->arena, date, index, session));
    begin_file(bytes, FILE_IS_WORKOUT, serial, time);
    fit_define(bytes, &workout);
    fit_add(bytes, &workout,
            (struct fit_value[]){[WORKOUT_SPORT] = {.number = SPORT_RUNNING},
                                 [WORKOUT_STEPS] = {.number = list.count},
                                 [WORKOUT_NAME] = {.text = title}});
    fit_define(bytes, &workout_step);
    text_append_bytes(bytes, list.bytes.data, list.bytes.length);
    fit_end(bytes);
    text_release(&list.bytes);
    add_schedule(watch, serial, time, date);
}

bool export_fit(const struct export_source *source, struct export_folder *folder,
                struct error *error)
{
    const struct plan *plan = source->plan;
    struct watch watch = {plan,
                          {arena_new(), plan->units, source->language},
                          folder,
                          TEXT_INIT,
                          (size_t)source->time_s};
    int first = plan->weeks[0].start;
    (void)error;
    begin_file(&watch.schedule, FILE_IS_SCHEDULES, serial_of(plan, first), time_of(first, 0));
    fit_define(&watch.schedule, &schedule);
    for (size_t w = 0; w < plan->week_count; w++)
        for (size_t d = 0; d < DAYS_PER_WEEK; d++) {
            const struct day *day = &plan->weeks[w].days[d];
            for (size_t i = 0; i < day->session_count; i++)
                if (session_is_run(&day->sessions[i]))
                    add_workout(&watch, day->date, i, &day->sessions[i]);
        }
    fit_end(&watch.schedule);
    *export_folder_add(folder, "schedule.fit") = watch.schedule;
    arena_free(watch.words.arena);
    return true;
}
