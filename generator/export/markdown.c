/*
 * A plan as Markdown (CommonMark with the tables of GitHub's), in the reader's language and units:
 * the race, a table of all weeks, and for each week a table of its days.
 */
#include <string.h>

#include "base/arena.h"
#include "export/formats.h"
#include "words/message.h"

struct markdown {
    const struct plan *plan;
    struct text *out;
    struct arena *arena;
    struct words words;
};

/* ---- texts and tables ---- */

/* What would be taken for markup, were it bare. */
#define MARKUP "\\`*_[]<>|~&#"

/* A text that keeps to its line, its own line ends as `line_end`. */
static const char *escape_markup(struct arena *arena, const char *string, const char *line_end)
{
    struct text text = TEXT_INIT;
    for (const char *at = string; *at; at++) {
        if (*at == '\n')
            text_append(&text, line_end);
        else if (strchr(MARKUP, *at))
            text_printf(&text, "\\%c", *at);
        else if (*at != '\r')
            text_append_bytes(&text, at, 1);
    }
    const char *escaped = arena_strdup(arena, text_string(&text));
    text_release(&text);
    return escaped;
}

/* A paragraph of words that are Markdown already; nothing for NULL. */
static void add_paragraph(struct markdown *markdown, const char *paragraph)
{
    if (paragraph)
        text_printf(markdown->out, "%s\n\n", paragraph);
}

static void add_heading(struct markdown *markdown, const char *marks, const char *heading)
{
    text_printf(markdown->out, "%s %s\n\n", marks, escape_markup(markdown->arena, heading, " "));
}

/* A row of a table, its cells as they stand; NULL is an empty one. */
static void add_row(struct markdown *markdown, const char *const *cells, size_t count)
{
    for (size_t i = 0; i < count; i++)
        text_printf(markdown->out, "| %s ", cells[i] ? cells[i] : "");
    text_append(markdown->out, "|\n");
}

/* The first `left` columns stand at the left, as does the last of a table of `has_notes`. */
static void begin_table(struct markdown *markdown, const char *const *headings, size_t count,
                        size_t left, bool has_notes)
{
    add_row(markdown, headings, count);
    for (size_t i = 0; i < count; i++)
        text_append(markdown->out, i < left || (has_notes && i + 1 == count) ? "|---" : "|--:");
    text_append(markdown->out, "|\n");
}

/* ---- the plan ---- */

static void add_header(struct markdown *markdown)
{
    const struct plan *plan = markdown->plan;
    const struct race *race = &plan->race;
    const struct words *words = &markdown->words;
    struct arena *arena = markdown->arena;
    char buffer[QUANTITY_TEXT_SIZE];
    const char *title = words_translate(words, plan->title);
    const char *goal = race->goal_time_s == UNKNOWN
                           ? NULL
                           : SAY(words, PHRASE_GOAL, duration_format(race->goal_time_s, buffer));
    const char *const facts[] = {
        plan->runner.name,
        race->name,
        words_race_distance(words, &race->distance),
        race->date == NO_DATE ? NULL : words_date(words, race->date),
        goal,
        words_climb_and_descent(words, race->climb_m, race->descent_m),
    };
    const char *const below[] = {words_course(words, race), words_paces(words, &plan->paces),
                                 message_verdict(words, &plan->verdict)};
    add_heading(markdown, "#", title ? title : words_phrase(words, PHRASE_TRAINING_PLAN));
    add_paragraph(markdown, arena_printf(arena, "**%s**",
                                         escape_markup(arena,
                                                       words_join(arena, " · ", facts,
                                                                  sizeof facts / sizeof *facts),
                                                       " ")));
    for (size_t i = 0; i < sizeof below / sizeof *below; i++)
        add_paragraph(markdown, below[i] ? escape_markup(arena, below[i], " ") : NULL);
}

/* "28 Dec – 3 Jan". */
static const char *dates_of(const struct markdown *markdown, const struct week *week)
{
    return words_date_span(&markdown->words, week->start, week->start + DAYS_PER_WEEK - 1);
}

static void add_weeks(struct markdown *markdown)
{
    const struct words *words = &markdown->words;
    const char *const headings[] = {
        words_phrase(words, PHRASE_HEAD_WEEK),  words_phrase(words, PHRASE_HEAD_DATES),
        words_phrase(words, PHRASE_HEAD_PHASE), words_phrase(words, PHRASE_HEAD_TOTAL),
        words_phrase(words, PHRASE_HEAD_CLIMB), words_phrase(words, PHRASE_HEAD_DESCENT),
    };
    add_heading(markdown, "##", words_phrase(words, PHRASE_OVERVIEW));
    begin_table(markdown, headings, sizeof headings / sizeof *headings, 3, false);
    for (size_t i = 0; i < markdown->plan->week_count; i++) {
        const struct week *week = &markdown->plan->weeks[i];
        struct week left = week_without_missed(week);
        const char *const cells[] = {
            words_count(words, (size_t)week->number),
            dates_of(markdown, week),
            words_week_kind(words, week),
            words_week_run(words, week),
            words_elevation(words, week_sum(&left, DAYS_PER_WEEK, QUANTITY_CLIMB_M, NULL)),
            words_elevation(words, week_sum(&left, DAYS_PER_WEEK, QUANTITY_DESCENT_M, NULL)),
        };
        add_row(markdown, cells, sizeof cells / sizeof *cells);
    }
    text_append(markdown->out, "\n");
}

/* ---- a week ---- */

/* "**Easy run**, 5:45–6:10 /km, flat". */
static const char *session_cell(const struct markdown *markdown, const struct session *session)
{
    const struct words *words = &markdown->words;
    struct arena *arena = markdown->arena;
    const char *title =
        session->title ? words_translate(words, session->title) : session_kind_name(session->kind);
    const char *pace = words_pace(words, session->pace);
    const char *const facts[] = {
        arena_printf(arena, "**%s**", escape_markup(arena, title, " ")),
        pace || session->effort == EFFORT_NONE ? pace : words_effort(words, session->effort),
        session->terrain == TERRAIN_NONE ? NULL : words_terrain(words, session->terrain),
    };
    return words_join(arena, ", ", facts, sizeof facts / sizeof *facts);
}

/* Steps and notes, a line each. */
static const char *notes_cell(const struct markdown *markdown, const struct session *session)
{
    struct arena *arena = markdown->arena;
    const char *all = words_steps(&markdown->words, session);
    for (size_t i = 0; i < session->note_count; i++) {
        const char *const both[] = {all, message_phrase(&markdown->words, session->notes[i])};
        all = words_join(arena, "\n", both, 2);
    }
    return all ? escape_markup(arena, all, "<br>") : NULL;
}

static void add_day(struct markdown *markdown, const struct day *day)
{
    const struct plan *plan = markdown->plan;
    const struct words *words = &markdown->words;
    const char *weekday = words_weekday_short(words, date_weekday(day->date));
    const char *date = arena_printf(markdown->arena, "%s %s", weekday, words_day(words, day->date));
    const char *mark = words_day_mark(words, plan, day);
    if (day->session_count == 0) {
        const char *const cells[] = {date, words_rest(words, plan, day), NULL, NULL, NULL, mark};
        add_row(markdown, cells, sizeof cells / sizeof *cells);
    }
    for (size_t i = 0; i < day->session_count; i++) {
        const struct session *session = &day->sessions[i];
        const char *notes = notes_cell(markdown, session);
        const char *const both[] = {mark, notes};
        const char *const cells[] = {
            i ? NULL : date,
            session_cell(markdown, session),
            session->distance != UNKNOWN ? words_distance(words, session->distance)
                                         : words_duration(words, session->duration_s),
            words_elevation(words, session->climb_m),
            words_elevation(words, session->descent_m),
            i ? notes : words_join(markdown->arena, "<br>", both, 2),
        };
        add_row(markdown, cells, sizeof cells / sizeof *cells);
    }
}

static void add_week(struct markdown *markdown, const struct week *week)
{
    const struct words *words = &markdown->words;
    const char *const title[] = {
        SAY(words, PHRASE_WEEK_NUMBER, words_count(words, (size_t)week->number)),
        dates_of(markdown, week),
        words_week_kind(words, week),
        words_week_distance(words, week),
    };
    const char *const headings[] = {
        words_phrase(words, PHRASE_NOTES_DATE),    words_phrase(words, PHRASE_HEAD_SESSION),
        words_phrase(words, PHRASE_HEAD_DISTANCE), words_phrase(words, PHRASE_HEAD_CLIMB),
        words_phrase(words, PHRASE_HEAD_DESCENT),  words_phrase(words, PHRASE_NOTES_PAGE),
    };
    add_heading(markdown, "##",
                words_join(markdown->arena, " · ", title, sizeof title / sizeof *title));
    begin_table(markdown, headings, sizeof headings / sizeof *headings, 2, true);
    for (size_t i = 0; i < DAYS_PER_WEEK; i++)
        add_day(markdown, &week->days[i]);
    text_append(markdown->out, "\n");
}

bool export_markdown(const struct export_source *source, struct text *out, struct error *error)
{
    struct arena *arena = arena_new();
    struct markdown markdown = {
        source->plan, out, arena, {arena, source->plan->units, source->language}};
    (void)error;
    add_header(&markdown);
    add_weeks(&markdown);
    for (size_t i = 0; i < source->plan->week_count; i++)
        add_week(&markdown, &source->plan->weeks[i]);
    arena_free(arena);
    return true;
}
