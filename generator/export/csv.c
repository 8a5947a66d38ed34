/* A plan as CSV: a row a day, or a row a week. */
#include "export/csv.h"

#include <string.h>

#include "base/arena.h"
#include "words/words.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"
#define LINE_END        "\r\n"

struct sheet {
    const struct plan *plan;
    struct text *out;
    struct words words;
    bool is_row_begun;
};

/* ---- cells ---- */

/* A spreadsheet takes what begins so for a formula; the apostrophe makes it a text. */
static bool looks_like_formula(const char *string)
{
    return *string && strchr("=+-@\t\r", *string);
}

/* A cell; NULL is an empty one. */
static void add_cell(struct sheet *sheet, const char *string)
{
    if (sheet->is_row_begun)
        text_append(sheet->out, ",");
    sheet->is_row_begun = true;
    if (!string || !*string)
        return;
    text_append(sheet->out, "\"");
    if (looks_like_formula(string))
        text_append(sheet->out, "'");
    for (const char *at = string; *at; at++)
        text_append_bytes(sheet->out, *at == '"' ? "\"\"" : at, *at == '"' ? 2 : 1);
    text_append(sheet->out, "\"");
}

/* A number is written bare; an unknown one is an empty cell. */
static void add_number(struct sheet *sheet, int number)
{
    add_cell(sheet, NULL);
    if (number != UNKNOWN)
        text_printf(sheet->out, "%d", number);
}

static void add_distance(struct sheet *sheet, int hundredths)
{
    char buffer[QUANTITY_TEXT_SIZE];
    add_cell(sheet, NULL);
    if (hundredths != UNKNOWN)
        text_append(sheet->out, distance_format(hundredths, buffer));
}

static void end_row(struct sheet *sheet)
{
    text_append(sheet->out, LINE_END);
    sheet->is_row_begun = false;
}

static void begin_sheet(struct sheet *sheet, const struct plan *plan, struct text *out)
{
    *sheet = (struct sheet){plan, out, {arena_new(), plan->units, NULL}, false};
    text_append(out, BYTE_ORDER_MARK);
}

static const char *distance_heading(const struct sheet *sheet)
{
    return arena_printf(sheet->words.arena, "distance_%s", units_name(sheet->plan->units));
}

/* ---- a row a day ---- */

static void add_day_headings(struct sheet *sheet)
{
    const char *const headings[] = {
        "date",      "weekday", "week",    "phase", "week_kind", "kind",
        "title",     "effort",  "terrain", NULL,    "duration",  "climb_m",
        "descent_m", "pace",    "steps",   "also",  "notes",     "why",
    };
    for (size_t i = 0; i < sizeof headings / sizeof *headings; i++)
        add_cell(sheet, headings[i] ? headings[i] : distance_heading(sheet));
    end_row(sheet);
}

/* The session that fills the columns: the first run, else the first; NULL on a rest day. */
static const struct session *main_session(const struct day *day)
{
    for (size_t i = 0; i < day->session_count; i++)
        if (session_is_run(&day->sessions[i]))
            return &day->sessions[i];
    return day->session_count ? &day->sessions[0] : NULL;
}

/* "0:45:00": hours, minutes and seconds, which no reader takes for another pair of them. */
static const char *full_duration(const struct sheet *sheet, int seconds)
{
    if (seconds == UNKNOWN)
        return NULL;
    return arena_printf(sheet->words.arena, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60,
                        seconds % 60);
}

static void add_session(struct sheet *sheet, const struct session *session)
{
    add_cell(sheet, session_kind_name(session->kind));
    add_cell(sheet, session->title);
    add_cell(sheet, effort_name(session->effort));
    add_cell(sheet, terrain_name(session->terrain));
    add_distance(sheet, session->distance);
    add_cell(sheet, full_duration(sheet, session->duration_s));
    add_number(sheet, session->climb_m);
    add_number(sheet, session->descent_m);
    add_cell(sheet, words_pace(&sheet->words, session->pace));
    add_cell(sheet, words_steps(&sheet->words, session));
}

static void add_rest(struct sheet *sheet)
{
    add_cell(sheet, "rest");
    add_cell(sheet, "Rest");
    for (int i = 0; i < 8; i++)
        add_cell(sheet, NULL);
}

/* "strength: Strength circuit, 20 min, easy effort; ..." */
static const char *other_sessions(const struct sheet *sheet, const struct day *day,
                                  const struct session *shown)
{
    struct arena *arena = sheet->words.arena;
    const char *others = NULL;
    for (size_t i = 0; i < day->session_count; i++) {
        const struct session *session = &day->sessions[i];
        if (session == shown)
            continue;
        const char *const told[] = {session_kind_name(session->kind),
                                    words_session(&sheet->words, session)};
        const char *const both[] = {others, words_join(arena, ": ", told, 2)};
        others = words_join(arena, "; ", both, 2);
    }
    return others;
}

static void add_notes(struct sheet *sheet, const struct day *day)
{
    struct arena *arena = sheet->words.arena;
    const char *notes = NULL, *why = NULL;
    for (size_t i = 0; i < day->session_count; i++) {
        const struct session *session = &day->sessions[i];
        const char *const some[] = {notes,
                                    words_join(arena, "\n", session->notes, session->note_count)};
        notes = words_join(arena, "\n", some, 2);
        for (size_t r = 0; r < session->reason_count; r++) {
            const char *const both[] = {why, arena_printf(arena, "%s: %s", session->reasons[r].rule,
                                                          session->reasons[r].text)};
            why = words_join(arena, "\n", both, 2);
        }
    }
    add_cell(sheet, notes);
    add_cell(sheet, why);
}

static void add_day(struct sheet *sheet, const struct week *week, const struct day *day)
{
    char date[DATE_TEXT_SIZE];
    const struct session *session = main_session(day);
    add_cell(sheet, NULL);
    text_append(sheet->out, date_format(day->date, date));
    add_cell(sheet, weekday_name(date_weekday(day->date)));
    add_number(sheet, week->number);
    add_cell(sheet, phase_name(week->phase));
    add_cell(sheet, week_kind_name(week->kind));
    if (session)
        add_session(sheet, session);
    else
        add_rest(sheet);
    add_cell(sheet, other_sessions(sheet, day, session));
    add_notes(sheet, day);
    end_row(sheet);
}

void export_csv(const struct plan *plan, struct text *out)
{
    struct sheet sheet;
    begin_sheet(&sheet, plan, out);
    add_day_headings(&sheet);
    for (size_t i = 0; i < plan->week_count; i++)
        for (size_t d = 0; d < DAYS_PER_WEEK; d++)
            add_day(&sheet, &plan->weeks[i], &plan->weeks[i].days[d]);
    arena_free(sheet.words.arena);
}

/* ---- a row a week ---- */

/* "Easy run, 8 km; Strength circuit, 20 min". */
static const char *day_in_words(const struct sheet *sheet, const struct day *day)
{
    struct arena *arena = sheet->words.arena;
    const char *words = NULL;
    for (size_t i = 0; i < day->session_count; i++) {
        const char *const both[] = {words, words_session_brief(&sheet->words, &day->sessions[i])};
        words = words_join(arena, "; ", both, 2);
    }
    return words ? words : "Rest";
}

void export_csv_weeks(const struct plan *plan, struct text *out)
{
    struct sheet sheet;
    char date[DATE_TEXT_SIZE];
    begin_sheet(&sheet, plan, out);
    add_cell(&sheet, "week");
    if (!plan->is_undated)
        add_cell(&sheet, "start");
    for (size_t d = 0; d < DAYS_PER_WEEK && plan->week_count; d++)
        add_cell(&sheet, weekday_long_name(date_weekday(plan->weeks[0].days[d].date)));
    add_cell(&sheet, arena_printf(sheet.words.arena, "total_%s", units_name(plan->units)));
    end_row(&sheet);
    for (size_t i = 0; i < plan->week_count; i++) {
        const struct week *week = &plan->weeks[i];
        add_number(&sheet, week->number);
        if (!plan->is_undated) {
            add_cell(&sheet, NULL);
            text_append(out, date_format(week->start, date));
        }
        for (size_t d = 0; d < DAYS_PER_WEEK; d++)
            add_cell(&sheet, day_in_words(&sheet, &week->days[d]));
        add_distance(&sheet, week_sum(week, DAYS_PER_WEEK, QUANTITY_DISTANCE, NULL));
        end_row(&sheet);
    }
    arena_free(sheet.words.arena);
}
