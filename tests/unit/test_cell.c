/* Cells of other people's plans: tests/import/cells.csv, line by line. */

#include "cases.h"
#include "base/file.h"
#include "base/memory.h"
#include "import/cell.h"

#define FIELDS     9
#define MOST_BYTES 100000

enum { LANGUAGE, UNIT, CELL, KIND, EFFORT, DISTANCE, DURATION, CLIMB, NOTE };

static struct lexicon *words;
static bool rules_used[200];

/* The fields of the line at *at, which moves on; false at the end. */
static bool read_line(char **at, char *fields[FIELDS])
{
    char *out = *at;
    if (!**at)
        return false;
    for (int field = 0; field < FIELDS; field++) {
        bool is_quoted = **at == '"';
        *at += is_quoted;
        fields[field] = out;
        while (**at && (is_quoted || (**at != ',' && **at != '\n'))) {
            if (is_quoted && **at == '"' && (*at)[1] != '"')
                break;
            *at += is_quoted && **at == '"';
            *out++ = *(*at)++;
        }
        *at += is_quoted;
        bool ends = **at == '\n' || !**at;
        *at += **at != '\0';
        *out++ = '\0';
        for (; ends && ++field < FIELDS;)
            fields[field] = out - 1;
    }
    return true;
}

static const char *kinds_of(const struct cell_reading *reading, struct text *out)
{
    static const char *const others[] = {
        [CELL_REST] = "rest", [CELL_NOTHING] = "none", [CELL_CHOICE] = "choice"};
    if (reading->what != CELL_SESSIONS)
        return others[reading->what];
    for (size_t i = 0; i < reading->count; i++) {
        const struct cell_session *session = &reading->sessions[i];
        const char *kind = word_list_word(&word_kind_words, session->kind);
        text_printf(out, "%s%s", i ? " & " : "",
                    session->sport == SPORT_UNKNOWN ? "unknown"
                    : kind                          ? kind
                                                    : "run");
    }
    return text_string(out);
}

static void put_range(struct text *out, int lo, int hi, bool is_at_least, int decimals)
{
    char low[QUANTITY_TEXT_SIZE], high[QUANTITY_TEXT_SIZE];
    if (lo != hi)
        text_printf(out, "%s-", decimal_format(lo, decimals, low));
    text_printf(out, "%s%s", decimal_format(hi, decimals, high), is_at_least ? "+" : "");
}

/* The runs' distances, summed; "" where one is unknown. */
static const char *distance_of(const struct cell_reading *reading, const char *unit,
                               struct text *out)
{
    int lo = 0, hi = 0, runs = 0;
    bool is_at_least = false, has_unit = true;
    for (size_t i = 0; i < reading->count && reading->what == CELL_SESSIONS; i++) {
        const struct cell_session *session = &reading->sessions[i];
        if (session->sport != SPORT_RUN)
            continue;
        if (session->distance.hi == UNKNOWN)
            return "";
        lo += session->distance.lo;
        hi += session->distance.hi;
        is_at_least = is_at_least || session->is_at_least;
        has_unit = has_unit && session->has_unit;
        runs++;
    }
    if (runs) {
        put_range(out, lo, hi, is_at_least, 2);
        text_printf(out, " %s", has_unit ? unit : "?");
    }
    return text_string(out);
}

static const struct cell_session *first_run(const struct cell_reading *reading)
{
    for (size_t i = 0; i < reading->count && reading->what == CELL_SESSIONS; i++)
        if (reading->sessions[i].sport == SPORT_RUN)
            return &reading->sessions[i];
    return NULL;
}

static bool is_same(const char *field, const char *should, const char *is, const char *cell)
{
    if (strcmp(should, is) == 0)
        return true;
    print_message("'%s': %s is '%s', should be '%s'\n", cell, field, is, should);
    return false;
}

static bool check_cell(char *fields[FIELDS], struct arena *arena)
{
    struct text kinds = TEXT_INIT, distance = TEXT_INIT, duration = TEXT_INIT, climb = TEXT_INIT;
    struct cell_hints hints = {
        .words = words,
        .language = (enum word_language)word_list_find(&word_language_words, fields[LANGUAGE]),
        .units = word_list_find(&units_words, fields[UNIT]),
        .small_m = UNIT_NONE,
        .rules_used = rules_used,
    };
    hints.units = hints.units < 0 ? UNKNOWN : hints.units;
    struct cell_reading reading = cell_read(fields[CELL], &hints, arena);
    const struct cell_session *run = first_run(&reading);
    const char *effort = run ? word_list_word(&effort_words, run->effort) : NULL;
    if (run && run->duration.hi != UNKNOWN)
        put_range(&duration, run->duration.lo / 60, run->duration.hi / 60, false, 0);
    if (run && run->climb_m != UNKNOWN)
        text_printf(&climb, "%d", run->climb_m);
    int wrong = !is_same("kind", fields[KIND], kinds_of(&reading, &kinds), fields[CELL]);
    wrong += !is_same("effort", fields[EFFORT], effort ? effort : "", fields[CELL]);
    wrong += !is_same("distance", fields[DISTANCE], distance_of(&reading, fields[UNIT], &distance),
                      fields[CELL]);
    wrong += !is_same("duration", fields[DURATION], text_string(&duration), fields[CELL]);
    wrong += !is_same("climb", fields[CLIMB], text_string(&climb), fields[CELL]);
    text_release(&kinds);
    text_release(&distance);
    text_release(&duration);
    text_release(&climb);
    return wrong == 0;
}

static void cells_are_read_as_people_mean_them(void **state)
{
    struct text bytes = TEXT_INIT;
    struct error error;
    struct arena *arena = arena_new();
    char *fields[FIELDS];
    int wrong = 0;
    (void)state;
    error_init(&error);
    assert_true(file_read((struct file_role){"the file", false}, "tests/import/cells.csv",
                          MOST_BYTES, &bytes, &error));
    char *at = arena_strdup(arena, text_string(&bytes));
    assert_true(read_line(&at, fields));
    while (read_line(&at, fields))
        wrong += !check_cell(fields, arena);
    text_release(&bytes);
    arena_free(arena);
    if (wrong)
        fail_msg("%d cells are read wrongly", wrong);
}

static void each_amount_rule_has_its_cell(void **state)
{
    (void)state;
    bool has_all = true;
    for (size_t i = 0; amount_rule_name(i); i++)
        if (!rules_used[i]) {
            print_message("no cell uses rule %zu, '%s'\n", i, amount_rule_name(i));
            has_all = false;
        }
    assert_true(has_all);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_are_read_as_people_mean_them),
        cmocka_unit_test(each_amount_rule_has_its_cell),
    };
    struct error error;
    error_init(&error);
    words = lexicon_read("templates/words.yaml", &error);
    for (size_t i = 0; !words && i < error.count; i++)
        fprintf(stderr, "%s\n", error.messages[i].text);
    int failed = words ? cmocka_run_group_tests(tests, NULL, NULL) : 1;
    lexicon_free(words);
    error_release(&error);
    return failed;
}
