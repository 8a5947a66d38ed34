/*
 * A plan as CSV (RFC 4180), in UTF-8 with a byte order mark, for spreadsheets and for check: a row
 * a day, its first run (else its first session) in columns, the others in `also`; or a row a week
 * with a column a day. Headings and words of closed sets are those of plan documents in any
 * language; titles, steps, notes and reasons are the runner's.
 */
#include <string.h>

#include "base/arena.h"
#include "export/formats.h"
#include "words/message.h"

#define LINE_END "\r\n"

struct csv_writer {
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
static void add_cell(struct csv_writer *writer, const char *string)
{
    if (writer->is_row_begun)
        text_append(writer->out, ",");
    writer->is_row_begun = true;
    if (!string || !*string)
        return;
    text_append(writer->out, "\"");
    if (looks_like_formula(string))
        text_append(writer->out, "'");
    for (const char *at = string; *at; at++)
        text_append_bytes(writer->out, *at == '"' ? "\"\"" : at, *at == '"' ? 2 : 1);
    text_append(writer->out, "\"");
}

/* A number is written bare; an unknown one is an empty cell. */
static void add_number(struct csv_writer *writer, int number)
{
    add_cell(writer, NULL);
    if (number != UNKNOWN)
        text_printf(writer->out, "%d", number);
}

static void add_distance(struct csv_writer *writer, int hundredths)
{
    char buffer[QUANTITY_TEXT_SIZE];
    add_cell(writer, NULL);
    if (hundredths != UNKNOWN)
        text_append(writer->out, distance_format(hundredths, buffer));
}

static void end_row(struct csv_writer *writer)
{
    text_append(writer->out, LINE_END);
    writer->is_row_begun = false;
}

static void begin_sheet(struct csv_writer *writer, const struct export_source *source,
                        struct text *out)
{
    const struct plan *plan = source->plan;
    *writer = (struct csv_writer){plan, out, {arena_new(), plan->units, source->language}, false};
    text_append(out, UTF8_MARK);
}

static const char *distance_heading(const struct csv_writer *writer)
{
    return arena_printf(writer->words.arena, "distance_%s", units_name(writer->plan->units));
}

/* ---- a row a day ---- */

static void add_day_headings(struct csv_writer *writer)
{
    const char *const headings[] = {
        "date",      "weekday", "week",    "phase", "week_kind", "kind",
        "title",     "effort",  "terrain", NULL,    "duration",  "climb_m",
        "descent_m", "pace",    "steps",   "also",  "notes",     "why",
    };
    for (size_t i = 0; i < sizeof headings / sizeof *headings; i++)
        add_cell(writer, headings[i] ? headings[i] : distance_heading(writer));
    end_row(writer);
}

/* The session that fills the columns; NULL on a rest day. */
static const struct session *main_session(const struct day *day)
{
    return day->session_count ? &day->sessions[day_main_session(day)] : NULL;
}

/* "0:45:00": hours, minutes and seconds, which no reader takes for another pair of them. */
static const char *full_duration(const struct csv_writer *writer, int seconds)
{
    if (seconds == UNKNOWN)
        return NULL;
    return arena_printf(writer->words.arena, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60,
                        seconds % 60);
}

static void add_session(struct csv_writer *writer, const struct session *session)
{
    add_cell(writer, session_kind_name(session->kind));
    add_cell(writer, words_translate(&writer->words, session->title));
    add_cell(writer, effort_name(session->effort));
    add_cell(writer, terrain_name(session->terrain));
    add_distance(writer, session->distance);
    add_cell(writer, full_duration(writer, session->duration_s));
    add_number(writer, session->climb_m);
    add_number(writer, session->descent_m);
    add_cell(writer, words_pace(&writer->words, session->pace));
    add_cell(writer, words_steps(&writer->words, session));
}

static void add_rest(struct csv_writer *writer)
{
    add_cell(writer, "rest");
    add_cell(writer, words_phrase(&writer->words, PHRASE_REST));
    for (int i = 0; i < 8; i++)
        add_cell(writer, NULL);
}

/* "6 miles easy", as somebody else wrote it, which says all; NULL where it doesn't. */
static const char *told_by_title(struct arena *arena, const struct session *session)
{
    if (!session->steps_are_unknown || !session->title || !strpbrk(session->title, "0123456789"))
        return NULL;
    char *title = arena_strdup(arena, session->title);
    for (char *at = title; *at; at++)
        if (*at == ';') /* which parts sessions here */
            *at = ',';
    return title;
}

/* "strength: Strength circuit, 20 min, easy effort; ..." */
static const char *other_sessions(const struct csv_writer *writer, const struct day *day,
                                  const struct session *shown)
{
    struct arena *arena = writer->words.arena;
    const char *others = NULL;
    for (size_t i = 0; i < day->session_count; i++) {
        const struct session *session = &day->sessions[i];
        if (session == shown)
            continue;
        bool is_level = session_is_run(session) && session->climb_m == 0 && session->descent_m == 0;
        bool has_both = session->distance != UNKNOWN && session->duration_s != UNKNOWN;
        const char *const facts[] = {words_session(&writer->words, session),
                                     has_both ? full_duration(writer, session->duration_s) : NULL,
                                     is_level ? "0 m climb, 0 m descent" : NULL};
        const char *title = told_by_title(arena, session);
        const char *const told[] = {session_kind_name(session->kind),
                                    title ? title : words_join(arena, ", ", facts, 3)};
        const char *const both[] = {others, words_join(arena, ": ", told, 2)};
        others = words_join(arena, "; ", both, 2);
    }
    return others;
}

static void add_notes(struct csv_writer *writer, const struct day *day)
{
    struct arena *arena = writer->words.arena;
    const char *notes = NULL, *why = NULL;
    for (size_t i = 0; i < day->session_count; i++) {
        const struct session *session = &day->sessions[i];
        for (size_t n = 0; n < session->note_count; n++) {
            const char *const both[] = {notes, message_phrase(&writer->words, session->notes[n])};
            notes = words_join(arena, "\n", both, 2);
        }
        for (size_t r = 0; r < session->reason_count; r++) {
            const char *text = message_phrase(&writer->words, session->reasons[r].text);
            const char *const both[] = {
                why, arena_printf(arena, "%s: %s", session->reasons[r].rule, text)};
            why = words_join(arena, "\n", both, 2);
        }
    }
    add_cell(writer, notes);
    add_cell(writer, why);
}

static void add_day(struct csv_writer *writer, const struct week *week, const struct day *day)
{
    char date[DATE_TEXT_SIZE];
    const struct session *session = main_session(day);
    add_cell(writer, NULL);
    text_append(writer->out, date_format(day->date, date));
    add_cell(writer, weekday_name(date_weekday(day->date)));
    add_number(writer, week->number);
    add_cell(writer, phase_name(week->phase));
    add_cell(writer, week_kind_name(week->kind));
    if (session)
        add_session(writer, session);
    else
        add_rest(writer);
    add_cell(writer, other_sessions(writer, day, session));
    add_notes(writer, day);
    end_row(writer);
}

bool export_csv(const struct export_source *source, struct text *out, struct error *error)
{
    const struct plan *plan = source->plan;
    (void)error;
    struct csv_writer writer;
    begin_sheet(&writer, source, out);
    add_day_headings(&writer);
    for (size_t i = 0; i < plan->week_count; i++)
        for (size_t d = 0; d < DAYS_PER_WEEK; d++)
            add_day(&writer, &plan->weeks[i], &plan->weeks[i].days[d]);
    arena_free(writer.words.arena);
    return true;
}

/* ---- a row a week ---- */

/* What somebody else wrote may hold a semicolon. */
static bool is_of_others(const struct day *day)
{
    for (size_t i = 0; i < day->session_count; i++)
        if (day->sessions[i].steps_are_unknown)
            return true;
    return false;
}

/* "Easy run, 8 km; Strength circuit, 20 min"; of what others wrote, a line each. */
static const char *day_in_words(const struct csv_writer *writer, const struct day *day)
{
    struct arena *arena = writer->words.arena;
    const char *words = NULL;
    for (size_t i = 0; i < day->session_count; i++) {
        const char *const both[] = {words, words_session_brief(&writer->words, &day->sessions[i])};
        words = words_join(arena, is_of_others(day) ? "\n" : "; ", both, 2);
    }
    return words ? words : words_phrase(&writer->words, PHRASE_REST);
}

bool export_csv_weeks(const struct export_source *source, struct text *out, struct error *error)
{
    const struct plan *plan = source->plan;
    (void)error;
    struct csv_writer writer;
    char date[DATE_TEXT_SIZE];
    begin_sheet(&writer, source, out);
    add_cell(&writer, "week");
    if (!plan->is_undated)
        add_cell(&writer, "start");
    for (size_t d = 0; d < DAYS_PER_WEEK && plan->week_count; d++)
        add_cell(&writer, words_weekday(&writer.words, date_weekday(plan->weeks[0].days[d].date)));
    add_cell(&writer, arena_printf(writer.words.arena, "total_%s", units_name(plan->units)));
    end_row(&writer);
    for (size_t i = 0; i < plan->week_count; i++) {
        const struct week *week = &plan->weeks[i];
        add_number(&writer, week->number);
        if (!plan->is_undated) {
            add_cell(&writer, NULL);
            text_append(out, date_format(week->start, date));
        }
        for (size_t d = 0; d < DAYS_PER_WEEK; d++)
            add_cell(&writer, day_in_words(&writer, &week->days[d]));
        add_distance(&writer, week_sum(week, DAYS_PER_WEEK, QUANTITY_DISTANCE, NULL));
        end_row(&writer);
    }
    arena_free(writer.words.arena);
    return true;
}
