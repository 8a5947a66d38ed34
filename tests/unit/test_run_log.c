/* Training logs: the same runs from every kind of table and from GPX, and what is said of them. */
#include "files_fixture.h"

#include <jansson.h>
#include <stdlib.h>

#include "base/date.h"
#include "base/file.h"
#include "logs/run_log.h"

#define FOLDER   "tests/logs/"
#define ZONE     "Europe/Berlin"
#define GPX_RUNS 7

/* The fixtures' last day is in November 2026. */
static int today(void)
{
    return date_from_ymd(2026, 11, 23);
}

static struct log_words *words;

static int read_words(void **state)
{
    struct error error;
    (void)state;
    error_init(&error);
    words = log_words_read("templates/logs.yaml", &error);
    assert_messages(&error, "");
    return words == NULL;
}

static int free_words(void **state)
{
    (void)state;
    log_words_free(words);
    return 0;
}

static struct run_log_hints hints_of(const char *zone, int units)
{
    return (struct run_log_hints){
        .words = words,
        .time_zone = zone,
        .units = units,
        .plan_units = UNITS_KM,
        .today = today(),
        .easy_pace_s = 370,
    };
}

struct logged {
    struct arena *arena;
    struct run_log log;
    struct error error;
    bool is_read;
};

static struct logged read_file(const char *name, const struct run_log_hints *hints)
{
    struct logged read = {.arena = arena_new()};
    char path[100];
    const char *paths[] = {path};
    snprintf(path, sizeof path, FOLDER "%s", name);
    error_init(&read.error);
    read.is_read = run_log_read(paths, 1, hints, read.arena, &read.log, &read.error);
    return read;
}

static struct logged read_text(const char *name, const char *text,
                               const struct run_log_hints *hints)
{
    struct logged read = {.arena = arena_new()};
    error_init(&read.error);
    read.is_read =
        run_log_read_bytes(name, text, strlen(text), hints, read.arena, &read.log, &read.error);
    assert_true(read.is_read == !error_is_set(&read.error));
    return read;
}

static void release(struct logged *read)
{
    arena_free(read->arena);
    error_release(&read->error);
}

/* Whether something is said that has the text in it. */
static bool says(const struct logged *read, const char *text)
{
    for (size_t i = 0; i < read->error.count; i++)
        if (strstr(read->error.messages[i].text, text))
            return true;
    return false;
}

/* ---- the fixtures ---- */

static const struct fixture {
    const char *name, *zone;
    int units;
    bool has_descent, has_times, is_gpx, is_in_miles;
} fixtures[] = {
    {"strava-en.csv", ZONE, UNKNOWN, true, true, false, false},
    {"strava-de.csv", ZONE, UNKNOWN, true, true, false, false},
    {"strava-fr.csv", ZONE, UNKNOWN, true, true, false, false},
    {"strava-es.csv", ZONE, UNKNOWN, true, true, false, false},
    {"garmin-en.csv", NULL, UNKNOWN, true, true, false, false},
    {"garmin-de.csv", NULL, UNKNOWN, true, true, false, false},
    {"garmin-es.csv", NULL, UNKNOWN, true, true, false, false},
    {"garmin-en-mi.csv", NULL, UNKNOWN, true, true, false, true},
    {"intervals.csv", NULL, UNKNOWN, false, true, false, false},
    {"own-km.csv", NULL, UNITS_KM, true, false, false, false},
    {"own-mi.csv", NULL, UNKNOWN, true, false, false, true},
    {"gpx", ZONE, UNKNOWN, true, true, true, false},
};

static int number_of(const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    return json_is_number(value)
               ? (int)(json_number_value(value) * (strcmp(key, "km") == 0 ? 1000 : 1) + 0.5)
               : UNKNOWN;
}

static void assert_about(int value, int expected, int off)
{
    if (expected == UNKNOWN || value == UNKNOWN)
        assert_int_equal(value, expected);
    else
        assert_near(value, expected, off);
}

static void assert_run(const struct fixture *fixture, const struct run *run, const json_t *expected)
{
    int year, month, day, hour, minute, second;
    sscanf(json_string_value(json_object_get(expected, "start")), "%d-%d-%d %d:%d:%d", &year,
           &month, &day, &hour, &minute, &second);
    int distance_m = number_of(expected, "km"), climb_m = number_of(expected, "climb_m");
    int descent_m = number_of(expected, "descent_m");
    assert_int_equal(run->date, date_from_ymd(year, month, day));
    assert_int_equal(run->start_s,
                     fixture->has_times ? hour * 3600 + minute * 60 + second : UNKNOWN);
    assert_about(run->distance_m, distance_m, fixture->is_gpx ? 3 * distance_m / 1000 + 5 : 10);
    int off = fixture->is_gpx ? larger_of(climb_m / 20, 3) : fixture->is_in_miles ? 1 : 0;
    assert_about(run->climb_m, climb_m, off);
    assert_about(run->descent_m, fixture->has_descent ? descent_m : climb_m,
                 fixture->is_gpx ? larger_of(descent_m / 20, 3) : off);
    if (!fixture->is_gpx)
        assert_int_equal(run->duration_s, number_of(expected, "seconds"));
}

/* The first of the runs that starts on the day of another, and in the same minute. */
static size_t run_like(const json_t *runs, const struct run *run)
{
    char start[40], date[DATE_TEXT_SIZE];
    size_t i = 0;
    snprintf(start, sizeof start, "%s %02d:%02d", date_format(run->date, date), run->start_s / 3600,
             run->start_s / 60 % 60);
    while (i < json_array_size(runs) &&
           strncmp(json_string_value(json_object_get(json_array_get(runs, i), "start")), start,
                   strlen(start)) != 0)
        i++;
    return i;
}

static void every_fixture_gives_the_same_runs(void **state)
{
    (void)state;
    json_t *expected = json_load_file(FOLDER "expected.json", 0, NULL);
    const json_t *runs = json_object_get(expected, "runs_list");
    assert_non_null(runs);
    FOR_CASES(i, fixtures, name) {
        struct run_log_hints hints = hints_of(fixtures[i].zone, fixtures[i].units);
        struct logged read = read_file(fixtures[i].name, &hints);
        assert_true(read.is_read);
        assert_int_equal(read.log.count, fixtures[i].is_gpx ? GPX_RUNS : json_array_size(runs));
        for (size_t r = 0, e = 0; r < read.log.count; r++, e++) {
            if (fixtures[i].is_gpx)
                e = run_like(runs, &read.log.runs[r]);
            assert_run(&fixtures[i], &read.log.runs[r], json_array_get(runs, e));
        }
        assert_int_equal(read.log.first, read.log.runs[0].date);
        assert_int_equal(read.log.last, read.log.runs[read.log.count - 1].date);
        release(&read);
    }
    json_decref(expected);
}

/* ---- a wrong unit, no zone ---- */

static void a_wrong_unit_is_told(void **state)
{
    static const struct {
        const char *name;
        int units;
        bool is_read;
        const char *said;
    } wrong[] = {
        {"strava-en.csv", UNITS_MI, true, "--log-units changes nothing"},
        {"strava-de.csv", UNITS_MI, true, "--log-units changes nothing"},
        {"strava-fr.csv", UNITS_MI, true, "--log-units changes nothing"},
        {"strava-es.csv", UNITS_MI, true, "--log-units changes nothing"},
        {"garmin-en.csv", UNITS_MI, true, "are in km, and are read so, in spite of --log-units mi"},
        {"garmin-de.csv", UNITS_MI, true, "are in km, and are read so, in spite of --log-units mi"},
        {"garmin-es.csv", UNITS_MI, true, "are in km, and are read so, in spite of --log-units mi"},
        {"garmin-en-mi.csv", UNITS_KM, true,
         "are in mi, and are read so, in spite of --log-units km"},
        {"intervals.csv", UNITS_MI, true, "--log-units changes nothing"},
        {"own-km.csv", UNITS_MI, false, "if the distances are in km, use --log-units km"},
        {"own-km.csv", UNKNOWN, true, "the distances are taken to be in km"},
        {"own-mi.csv", UNITS_KM, true, "--log-units changes nothing"},
        {"gpx", UNITS_MI, true, "--log-units changes nothing"},
    };
    (void)state;
    FOR_CASES(i, wrong, name) {
        struct run_log_hints hints = hints_of(ZONE, wrong[i].units);
        struct logged read = read_file(wrong[i].name, &hints);
        assert_true(read.is_read == wrong[i].is_read);
        assert_true(says(&read, wrong[i].said));
        release(&read);
    }
}

/* The runs at night are named; by the sun they are on the right day but for those near midnight. */
static void without_a_zone_the_runs_at_night_are_named(void **state)
{
    static const char *const names[] = {"strava-en.csv", "strava-de.csv", "strava-fr.csv",
                                        "strava-es.csv", "gpx"};
    (void)state;
    FOR_EACH(i, names) {
        struct run_log_hints hints = hints_of(NULL, UNKNOWN);
        struct logged read = read_file(names[i], &hints);
        assert_true(read.is_read);
        assert_true(says(&read, "3 runs may belong to the day before or after"));
        assert_true(says(&read, "(UTC 2026-10-23 22:40, 2026-11-08 23:15, 2026-11-13 22:50); use "
                                "--time-zone"));
        release(&read);
    }
}

static void a_zone_that_is_not_there_is_named(void **state)
{
    static const char *const zones[] = {
        "Europe/Berln", "../../etc/passwd", "", "/etc/localtime", "Europe", "zone.tab", "UTC+2"};
    (void)state;
    FOR_EACH(i, zones) {
        struct run_log_hints hints = hints_of(zones[i], UNKNOWN);
        struct logged read = read_file("own-km.csv", &hints);
        char expected[100];
        snprintf(expected, sizeof expected, "there is no time zone '%.40s'", zones[i]);
        assert_true(says(&read, expected));
        assert_int_equal(read.error.status, STATUS_BAD_INPUT);
        release(&read);
    }
}

/* The zone of the process is as before, whether it was set or not. */
static void the_zone_of_the_process_stays(void **state)
{
    struct run_log_hints hints = hints_of("Pacific/Auckland", UNKNOWN);
    (void)state;
    unsetenv("TZ");
    struct logged read = read_file("strava-en.csv", &hints);
    assert_null(getenv("TZ"));
    release(&read);
    setenv("TZ", "America/Lima", 1);
    read = read_file("strava-en.csv", &hints);
    assert_string_equal(getenv("TZ"), "America/Lima");
    release(&read);
    unsetenv("TZ");
}

/* ---- what a table may be like ---- */

#define OWN     "date,distance_km,time,climb,descent,kind\n"
#define OWN_ROW "2026-11-01,10.5,1:00:00,50,60,\n"

/* The texts of tables, and their runs as "date distance_m duration_s climb_m descent_m". */
static void tables_are_read(void **state)
{
    static const struct {
        const char *table, *runs;
    } tables[] = {
        {OWN OWN_ROW, "2026-11-01 10500 3600 50 60;"},
        {UTF8_MARK OWN OWN_ROW, "2026-11-01 10500 3600 50 60;"},
        {"\n\n" OWN "\n" OWN_ROW "\n,,,,,\n", "2026-11-01 10500 3600 50 60;"},
        {"date;distance_km;time\r\n01.11.2026;10,5;59:30\r\n", "2026-11-01 10500 3570 ? ?;"},
        {"Date , DISTANCE_KM\n2026-11-01,5", "2026-11-01 5000 ? ? ?;"},
        {"date,distance_km,note\n2026-11-01,5,\"a\nb, \"\"c\"\"\"\n2026-11-02,6\n",
         "2026-11-01 5000 ? ? ?;2026-11-02 6000 ? ? ?;"},
        {"date,distance_mi,climb_ft\n2026-11-01,6.2,\"1,000\"\n", "2026-11-01 9978 ? 305 305;"},
        {"date,distance_km,time\n2026-11-01,8,1800\n2026-11-02,8,1800.5\n",
         "2026-11-01 8000 1800 ? ?;2026-11-02 8000 1801 ? ?;"},
        {"date,start,distance_km,time\n2026-11-02,18:30,8,40:00\n2026-11-02,6:30 am,7,40:00\n",
         "2026-11-02 7000 2400 ? ?;2026-11-02 8000 2400 ? ?;"},
        {"date,distance_km\n11/2/2026,5\n11/14/2026,6\n",
         "2026-11-02 5000 ? ? ?;2026-11-14 6000 ? ? ?;"},
        {"date,distance_km\n2/11/2026,5\n1/11/2026,6\n31/10/2026,7\n",
         "2026-10-31 7000 ? ? ?;2026-11-01 6000 ? ? ?;2026-11-02 5000 ? ? ?;"},
        {"date,distance_km\n11/2/2026,5\n11/1/2026,6\n10/12/2026,7\n",
         "2026-10-12 7000 ? ? ?;2026-11-01 6000 ? ? ?;2026-11-02 5000 ? ? ?;"},
        /* equal rows are one, equal runs are two */
        {OWN OWN_ROW OWN_ROW "2026-11-01,10.50,1:00:00,50,60,\n",
         "2026-11-01 10500 3600 50 60;2026-11-01 10500 3600 50 60;"},
        /* other sports, starts by mistake, no distance, no climb and no descent */
        {OWN "2026-11-01,20,1:00:00,1,1,Ride\n2026-11-01,0.05,1:00,1,1,\n"
             "2026-11-01,1,0:59,1,1,\n2026-11-02,,45:00,,,run\n2026-11-03,5,30:00,0,,run\n",
         "2026-11-03 5000 1800 ? ?;"},
        /* times that nobody has run, as hours and minutes are written as minutes and seconds */
        {OWN "2026-11-01,20,1:50,,,\n2026-11-02,10,0:55,,,\n2026-11-03,10,21:00,,,\n",
         "2026-11-01 20000 ? ? ?;2026-11-02 10000 ? ? ?;2026-11-03 10000 1260 ? ?;"},
        /* what spreadsheets and other programs add: the separator, sums, units in headings */
        {"sep=;\r\ndate;distance_km\r\n2026-11-01;10,5\r\n", "2026-11-01 10500 ? ? ?;"},
        {OWN OWN_ROW "Total,10.5,1:00:00,50,60,\n2026-11-02,99,9:00:00,,,Summary\n",
         "2026-11-01 10500 3600 50 60;"},
        {"Activity Id,Date,Type,Distance (km),Duration,Climb (m)\n"
         "a,2026-11-01 08:12:00,Running,10.02,52:11,55\nb,2026-11-02 "
         "08:12:00,Cycling,30,1:00:00,9\n",
         "2026-11-01 10020 3131 55 55;"},
        {"id,date,name,type,distance\n1,2018-05-01 23:59:00,a,Run,5012.3\n",
         "2018-05-01 5012 ? ? ?;"},
        {"Activity ID,Activity Date,Activity Type,Distance\n"
         "1,\"Nov 12, 2026, 12:05:00\xE2\x80\xAF"
         "AM\",Run,5\n",
         "2026-11-12 5000 ? ? ?;"},
    };
    (void)state;
    FOR_CASES(i, tables, table) {
        struct run_log_hints hints = hints_of(NULL, UNKNOWN);
        struct logged read = read_text("log.csv", tables[i].table, &hints);
        struct text runs = TEXT_INIT;
        FOR_COUNT(size_t, r, read.log.count) {
            const struct run *run = &read.log.runs[r];
            const int numbers[] = {run->distance_m, run->duration_s, run->climb_m, run->descent_m};
            char date[DATE_TEXT_SIZE];
            text_append(&runs, date_format(run->date, date));
            FOR_EACH(n, numbers)
                numbers[n] == UNKNOWN ? text_append(&runs, " ?")
                                      : text_printf(&runs, " %d", numbers[n]);
            text_append(&runs, ";");
        }
        assert_string_equal(text_string(&runs), tables[i].runs);
        text_release(&runs);
        release(&read);
    }
}

/* Reads two tables one after the other: how many runs there are in them. */
static size_t runs_of_two(const char *first, const char *second)
{
    char *paths[] = {fixture_file(first, strlen(first)), fixture_file(second, strlen(second))};
    struct run_log_hints hints = hints_of(NULL, UNKNOWN);
    struct logged read = {.arena = arena_new()};
    error_init(&read.error);
    read.is_read =
        run_log_read((const char *const *)paths, 2, &hints, read.arena, &read.log, &read.error);
    assert_true(read.is_read);
    FOR_EACH(i, paths) {
        remove(paths[i]);
        free(paths[i]);
    }
    size_t count = read.log.count;
    release(&read);
    return count;
}

/* Without times runs of two files are the same where they are alike in all, one for one. */
static void a_run_in_two_files_counts_once(void **state)
{
    static const struct {
        const char *first, *second;
        size_t count;
    } logs[] = {
        {OWN OWN_ROW, OWN OWN_ROW, 1},
        {OWN OWN_ROW, "date,distance_km,time,climb,descent\n2026-11-01,10.50,1:00:00,50,60\n", 1},
        {OWN OWN_ROW, OWN "2026-11-01,10.4,1:00:00,50,60,\n", 2},
        {OWN OWN_ROW, OWN "2026-11-02,10.5,1:00:00,50,60,\n", 2},
        {OWN OWN_ROW "2026-11-01,10.50,1:00:00,50,60,\n", OWN OWN_ROW, 2},
        {OWN OWN_ROW, OWN OWN_ROW "2026-11-01,10.50,1:00:00,50,60,\n", 2},
        {OWN OWN_ROW, "date,start,distance_km,time\n2026-11-01,18:30,10.5,1:00:00\n", 2},
    };
    (void)state;
    FOR_CASES(i, logs, second)
        assert_int_equal(runs_of_two(logs[i].first, logs[i].second), logs[i].count);
}

#define ROWS(cells) "date,distance_km\n2026-11-01," cells "\n"

/* What a column tells of its decimal sign, by the metres of its first number. */
static void a_column_tells_its_decimal_sign(void **state)
{
    static const struct {
        const char *table;
        int metres; /* UNKNOWN: it doesn't */
    } columns[] = {
        {ROWS("5"), 5000},
        {ROWS("5.5"), 5500},
        {ROWS("\"5,5\""), 5500},
        {ROWS("0.125"), 125},
        {ROWS("\"0,125\""), 125},
        {ROWS("12.345"), UNKNOWN},
        {ROWS("\"12,345\""), UNKNOWN},
        {ROWS("\"12,345\"\n2026-11-02,\"1,5\""), 12345},
        {ROWS("12.345\n2026-11-02,1.5"), 12345},
        {ROWS("1.5\n2026-11-02,\"1,5\""), UNKNOWN},
        {ROWS("5.12345"), 5123},
    };
    (void)state;
    FOR_CASES(i, columns, table) {
        struct run_log_hints hints = hints_of(NULL, UNKNOWN);
        struct logged read = read_text("log.csv", columns[i].table, &hints);
        assert_true(read.is_read == (columns[i].metres != UNKNOWN));
        if (read.is_read)
            assert_int_equal(read.log.runs[0].distance_m, columns[i].metres);
        release(&read);
    }
}

static void mistakes_are_told_with_their_place(void **state)
{
    static const struct {
        const char *name, *text, *messages;
    } bad[] = {
        {"log.csv", "", "1:1: the table is empty"},
        {"log.csv", "day,km\n2026-11-01,5\n", "1:1: no table of a log is headed like this"},
        {"log.csv", "date,distance_km\n2026-13-01,5\n", "2:1: '2026-13-01' should be a date"},
        {"log.csv", "date,distance_km\n,5\n", "2:1: '' should be a date"},
        {"log.csv", "date,distance_km\n2/1/26,5\n", "may have the day or the month first"},
        {"log.csv", "date,distance_km\n1989-12-31,5\n", "2:1: 1989-12-31 is too long ago"},
        {"log.csv", "date,distance_km\n2026-11-25,5\n", "2:1: 2026-11-25 is still to come"},
        {"log.csv", "date,distance_km\n2026-11-01,five\n", "2:12: 'five' should be a number of km"},
        {"log.csv", "date,distance_km\n2026-11-01,300.1\n",
         "2:12: 300.1 km is more than a run has"},
        {"log.csv", "date,distance_km,time\n2026-11-01,5,soon\n", "2:14: 'soon' should be a time"},
        {"log.csv", "date,distance_km,time\n2026-11-01,5,1:75\n", "2:14: '1:75' should be a time"},
        {"log.csv", "date,distance_km,climb\n2026-11-01,5,99999\n", "2:14: 99999 m is more than"},
        {"log.csv", "date,start,distance_km\n2026-11-01,25:00,5\n",
         "2:12: '25:00' should be a time"},
        {"log.csv", "date,distance_km\n2026-11-01,\"12,345\"\n",
         "2:12: '12,345' may have a decimal"},
        {"log.csv", "date,distance_km\n2026-11-01,1.5\n2026-11-02,\"2,5\"\n",
         "3:12: '2,5' has another decimal sign"},
        {"log.csv", "date,distance_km\n2026-11-01,\"5\n",
         "2:12: a quote is opened and never closed"},
        {"log.csv", "date,distance_km\n\xFF", "2:1: not UTF-8 text"},
        {"log.gpx", "<gpx><trk></gpx>", "the file is damaged or cut off"},
        {"log.gpx", "<kml/>", "this is a <kml> file, not GPX"},
        {"log.gpx",
         "<gpx><trk><trkseg><trkpt lat=\"1\" lon=\"2\"><time>soon</time></trkpt>"
         "<trkpt lat=\"1\" lon=\"3\"/></trkseg></trk></gpx>",
         "<time> \"soon\" should be like"},
    };
    (void)state;
    FOR_CASES(i, bad, text) {
        struct run_log_hints hints = hints_of(NULL, UNKNOWN);
        struct logged read = read_text(bad[i].name, bad[i].text, &hints);
        assert_false(read.is_read);
        char message[400];
        const struct error_message *first = &read.error.messages[0];
        for (size_t m = 0; m + 1 < read.error.count && first->is_warning; m++)
            first++;
        snprintf(message, sizeof message, "%d:%d: %s", first->line, first->column, first->text);
        if (!strstr(message, bad[i].messages))
            assert_string_equal(message, bad[i].messages);
        release(&read);
    }
}

/* ---- broken files ---- */

#define MUTATIONS 300 /* of each fixture; LOG_MUTATIONS in the environment: so many */

static int mutation_count(void)
{
    const char *told = getenv("LOG_MUTATIONS");
    return told ? (int)strtol(told, NULL, 10) : MUTATIONS;
}

/* The next of a row of numbers that are always the same (Knuth, The Art of Computer Programming).
 */
static unsigned next_number(unsigned *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

/* Puts something else into a place of the bytes, or cuts them off there. */
static void mutate(char *bytes, size_t *length, unsigned *seed)
{
    static const char put[] = ",;\"\n\r.:-/ 0123456789aZ\xC3\xFF";
    size_t at = next_number(seed) % *length;
    if (next_number(seed) % 20 == 0)
        *length = at + 1;
    else
        bytes[at] = put[next_number(seed) % sizeof put];
}

static void assert_runs_can_be(const struct run_log *log)
{
    FOR_COUNT(size_t, i, log->count) {
        const struct run *run = &log->runs[i];
        assert_true(run->date <= today() + 2);
        assert_true(run->distance_m >= 100 && run->distance_m <= 300000);
        assert_true(run->duration_s == UNKNOWN || run->duration_s >= 60);
        assert_true(run->climb_m == UNKNOWN || run->climb_m >= 0);
    }
}

/* Whatever has happened to a file, it is read or its mistakes are told. */
static void a_broken_table_is_read_or_told(void **state)
{
    unsigned seed = 1;
    const int mutations = mutation_count();
    (void)state;
    for (size_t f = 0; f < sizeof fixtures / sizeof *fixtures; f++) {
        struct text bytes = TEXT_INIT;
        struct error error;
        char path[100];
        snprintf(path, sizeof path, FOLDER "%s",
                 fixtures[f].is_gpx ? "gpx/16.gpx" : fixtures[f].name);
        error_init(&error);
        assert_true(
            file_read((struct file_role){"the file", false}, path, 1 << 20, &bytes, &error));
        FOR_COUNT(int, m, mutations) {
            char *copy = malloc(bytes.length + 1);
            size_t length = bytes.length;
            memcpy(copy, bytes.data, length + 1);
            for (int changes = 1 + m % 4; changes > 0; changes--)
                mutate(copy, &length, &seed);
            struct run_log_hints hints = hints_of(m % 2 ? ZONE : NULL, m % 3 ? UNKNOWN : UNITS_KM);
            struct logged read = {.arena = arena_new()};
            error_init(&read.error);
            read.is_read =
                run_log_read_bytes(path, copy, length, &hints, read.arena, &read.log, &read.error);
            assert_true(read.is_read == !error_is_set(&read.error));
            assert_runs_can_be(&read.log);
            release(&read);
            free(copy);
        }
        text_release(&bytes);
        error_release(&error);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_fixture_gives_the_same_runs),
        cmocka_unit_test(a_wrong_unit_is_told),
        cmocka_unit_test(without_a_zone_the_runs_at_night_are_named),
        cmocka_unit_test(a_zone_that_is_not_there_is_named),
        cmocka_unit_test(the_zone_of_the_process_stays),
        cmocka_unit_test(tables_are_read),
        cmocka_unit_test(a_run_in_two_files_counts_once),
        cmocka_unit_test(a_column_tells_its_decimal_sign),
        cmocka_unit_test(mistakes_are_told_with_their_place),
        cmocka_unit_test(a_broken_table_is_read_or_told),
    };
    return cmocka_run_group_tests(tests, read_words, free_words);
}
