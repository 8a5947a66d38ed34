/*
 * A plan as one HTML file for the phone: no script, no network, no pictures but drawings in the
 * file. All weeks in a table, then each week with its days, then once how each session is run, the
 * race and the rules. Its style sheet is html_style.h.
 */
#include <string.h>

#include "base/arena.h"
#include "export/formats.h"
#include "export/html_style.h"
#include "training/session_shape.h"
#include "words/message.h"
#include "words/session_kinds.h"

#define DRAWING_WIDTH  400
#define DRAWING_HEIGHT 104  /* the highest of session_shape_heights */
#define LEAST_WHOLE_S  5400 /* the time that fills a drawing, at the least */
#define SLOPE_PERCENT  45   /* of its height a part that climbs begins at */

struct html {
    const struct plan *plan;
    const struct page_style *style;
    struct text *out;
    struct arena *arena;
    struct words words;
};

/* ---- texts ---- */

static void add(struct html *html, const char *markup)
{
    text_append(html->out, markup);
}

/* Text as it is: what would be markup is written as its entity, control characters are left out. */
static void add_text(struct html *html, const char *string)
{
    for (const char *at = string ? string : ""; *at; at++) {
        switch (*at) {
        case '&':
            add(html, "&amp;");
            break;
        case '<':
            add(html, "&lt;");
            break;
        case '>':
            add(html, "&gt;");
            break;
        case '"':
            add(html, "&quot;");
            break;
        case '\t':
        case '\n':
            add(html, " ");
            break;
        default:
            if ((unsigned char)*at >= ' ' && *at != 127)
                text_append_bytes(html->out, at, 1);
        }
    }
}

/* An element of a text; nothing for NULL. `attributes` may be "". */
static void add_element(struct html *html, const char *name, const char *attributes,
                        const char *string)
{
    if (!string || !string[0])
        return;
    text_printf(html->out, "<%s%s%s>", name, attributes[0] ? " " : "", attributes);
    add_text(html, string);
    text_printf(html->out, "</%s>", name);
}

static void add_phrase(struct html *html, const char *name, const char *attributes,
                       enum phrase phrase)
{
    add_element(html, name, attributes, words_phrase(&html->words, phrase));
}

static void add_date(struct html *html, int date, const char *string)
{
    char iso[DATE_TEXT_SIZE];
    text_printf(html->out, "<time datetime=\"%s\">", date_format(date, iso));
    add_text(html, string);
    add(html, "</time>");
}

/* ---- head ---- */

static const char *title_of(const struct html *html)
{
    const char *title = words_translate(&html->words, html->plan->title);
    return title ? title : words_phrase(&html->words, PHRASE_TRAINING_PLAN);
}

static void add_head(struct html *html)
{
    const struct language *language = html->words.language;
    text_printf(html->out,
                "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                "<meta http-equiv=\"Content-Security-Policy\" "
                "content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n",
                language ? language->name : "en");
    add_element(html, "title", "", title_of(html));
    add(html, "\n<style>" HTML_STYLE "</style>\n</head>\n");
}

static void add_contents(struct html *html)
{
    static const struct {
        const char *target;
        enum phrase phrase;
    } entries[] = {
        {"weeks", PHRASE_OVERVIEW},         {"days", PHRASE_HTML_DAYS},
        {"sessions", PHRASE_SESSIONS_PAGE}, {"race", PHRASE_RACE_PAGE},
        {"rules", PHRASE_RULES_PAGE},
    };
    add(html, "<nav aria-label=\"");
    add_text(html, words_phrase(&html->words, PHRASE_HTML_CONTENTS));
    add(html, "\"><ul>");
    for (size_t i = 0; i < sizeof entries / sizeof *entries; i++) {
        text_printf(html->out, "<li><a href=\"#%s\">", entries[i].target);
        add_text(html, words_phrase(&html->words, entries[i].phrase));
        add(html, "</a></li>");
    }
    add(html, "</ul></nav>\n");
}

static void add_header(struct html *html)
{
    const struct plan *plan = html->plan;
    const struct race *race = &plan->race;
    const struct words *words = &html->words;
    char buffer[QUANTITY_TEXT_SIZE];
    const char *goal = race->goal_time_s == UNKNOWN
                           ? NULL
                           : SAY(words, PHRASE_GOAL, duration_format(race->goal_time_s, buffer));
    const char *const facts[] = {words_race_distance(words, &race->distance), goal,
                                 words_climb_and_descent(words, race->climb_m, race->descent_m),
                                 plan->runner.name};
    add(html, "<body>\n<header>\n");
    add_element(html, "h1", "", race->name ? race->name : title_of(html));
    add(html, "\n<p>");
    if (race->date != NO_DATE) {
        add_date(html, race->date, words_date(words, race->date));
        add(html, " · ");
    }
    add_text(html, words_join(html->arena, " · ", facts, sizeof facts / sizeof *facts));
    add(html, "</p>\n");
    add_element(html, "p", "", race->name ? title_of(html) : NULL);
    add_contents(html);
    add(html, "</header>\n<main>\n");
}

/* The paces, as they stand at the foot of pages. */
static void add_paces(struct html *html)
{
    const struct paces *paces = &html->plan->paces;
    const struct words *words = &html->words;
    const struct {
        enum phrase name;
        struct pace_range pace;
    } rows[] = {
        {PHRASE_PACE_EASY, paces->easy},
        {PHRASE_PACE_MARATHON, {paces->marathon, paces->marathon}},
        {PHRASE_PACE_THRESHOLD, {paces->threshold, paces->threshold}},
        {PHRASE_PACE_INTERVAL, {paces->interval, paces->interval}},
        {PHRASE_PACE_REPETITION, {paces->repetition, paces->repetition}},
    };
    if (!words_paces(words, paces))
        return;
    add_phrase(html, "h2", "id=\"paces\"", PHRASE_HTML_PACES);
    add(html, "\n<dl class=\"paces\">");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *pace = words_pace(words, rows[i].pace);
        if (pace)
            add_phrase(html, "dt", "", rows[i].name);
        add_element(html, "dd", "", pace);
    }
    add(html, "</dl>\n");
}

/* ---- all weeks ---- */

static int largest_week(const struct plan *plan)
{
    int most = 1;
    for (size_t i = 0; i < plan->week_count; i++) {
        int total = plan_week_distance(&plan->weeks[i]);
        most = total > most ? total : most;
        most = plan->weeks[i].distance_most > most ? plan->weeks[i].distance_most : most;
    }
    return most;
}

/* A bar of the week's distance, and a mark at the most that the rules allow. */
static void add_bar(struct html *html, const struct week *week, int most)
{
    add(html, "<td class=\"b\" aria-hidden=\"true\"");
    if (week->distance_most != UNKNOWN)
        text_printf(html->out, " style=\"--m:%d%%\"", scale_round(week->distance_most, 100, most));
    text_printf(html->out, "><span style=\"width:%d%%\"></span></td>",
                scale_round(plan_week_distance(week), 100, most));
}

/* "base", and "base, lighter" where a week is not one that builds. */
static const char *kind_of_week(const struct html *html, const struct week *week)
{
    return week->kind == WEEK_BUILD ? words_phase(&html->words, week->phase)
                                    : words_week_kind(&html->words, week);
}

static void add_week_row(struct html *html, const struct week *week, int most)
{
    const struct words *words = &html->words;
    int climb = week_sum(week, DAYS_PER_WEEK, QUANTITY_CLIMB_M, NULL);
    int descent = week_sum(week, DAYS_PER_WEEK, QUANTITY_DESCENT_M, NULL);
    text_printf(html->out, "<tr%s><th scope=\"row\"><a href=\"#w%d\">%d</a></th><td class=\"l\">",
                week->kind == WEEK_LIGHTER ? " class=\"light\"" : "", week->number, week->number);
    add_date(html, week->start, words_day(words, week->start));
    add(html, "</td>");
    const char *kind = kind_of_week(html, week);
    add_element(html, "td", "class=\"l wide\"", kind ? kind : " ");
    add_element(html, "td", "", words_hundredths(words, plan_week_distance(week)));
    add_bar(html, week, most);
    add(html, "<td class=\"wide\">");
    add_text(html, climb == UNKNOWN ? "" : words_elevation(words, climb));
    add(html, "</td><td>");
    add_text(html, descent == UNKNOWN ? "" : words_elevation(words, descent));
    add(html, "</td></tr>\n");
}

static void add_weeks(struct html *html)
{
    const struct words *words = &html->words;
    const char *bars = words_phrase(words, PHRASE_HTML_BARS);
    int most = largest_week(html->plan);
    add_phrase(html, "h2", "id=\"weeks\"", PHRASE_OVERVIEW);
    add_element(html, "p", "", message_verdict(words, &html->plan->verdict));
    add_element(html, "p", "class=\"soft\"", bars);
    add(html, "\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"weeks\">"
              "<table><thead><tr>");
    add_phrase(html, "th", "scope=\"col\"", PHRASE_HEAD_WEEK);
    add_phrase(html, "th", "scope=\"col\" class=\"l\"", PHRASE_HEAD_DATES);
    add_phrase(html, "th", "scope=\"col\" class=\"l wide\"", PHRASE_HEAD_PHASE);
    add_element(html, "th", "scope=\"col\"", words_unit(words));
    add(html, "<td aria-hidden=\"true\"></td>");
    add_phrase(html, "th", "scope=\"col\" class=\"wide\"", PHRASE_HEAD_CLIMB);
    add_phrase(html, "th", "scope=\"col\"", PHRASE_HEAD_DESCENT);
    add(html, "</tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < html->plan->week_count; i++)
        add_week_row(html, &html->plan->weeks[i], most);
    add(html, "</tbody></table></div>\n");
}

/* ---- a day ---- */

static void add_colour(struct html *html, struct ink ink)
{
    text_printf(html->out, "#%02x%02x%02x", ink.red, ink.green, ink.blue);
}

static bool is_quiet(enum session_kind kind)
{
    return kind == SESSION_EASY || kind == SESSION_RUN_WALK || kind == SESSION_KIND_NONE;
}

/* The letter of a hard or long session, for the eye alone: its title follows. */
static void add_tag(struct html *html, const struct session *session)
{
    if (!session_is_run(session) || is_quiet(session->kind))
        return;
    const struct session_mark *mark = &html->style->tags[session->kind];
    if (!mark->letter)
        return;
    add(html, "<span class=\"k\" aria-hidden=\"true\" style=\"--k:");
    add_colour(html, mark->ink);
    add(html, "\">");
    add_text(html, mark->letter);
    add(html, "</span>");
}

/* A part of a drawing: a box, of which a climb rises and a descent falls. In thousandths. */
static void add_part(struct html *html, const struct shape_part *part, int left, int right,
                     const struct session *session)
{
    int height = session_shape_heights[part->level] * 1000, low = height * SLOPE_PERCENT / 100;
    int bottom = DRAWING_HEIGHT * 1000;
    int start = bottom - (part->slope > 0 ? low : height);
    int end = bottom - (part->slope < 0 ? low : height);
    bool is_hard = part->level > SHAPE_EASY && !is_quiet(session->kind);
    add(html, "<polygon ");
    if (is_hard) {
        add(html, "style=\"fill:");
        add_colour(html, html->style->tags[session->kind].ink);
        add(html, "\"");
    } else {
        text_printf(html->out, "class=\"%s\"", part->level == SHAPE_REST ? "r" : "e");
    }
    text_printf(html->out, " points=\"%d.%d,%d %d.%d,%d %d.%d,%d %d.%d,%d\"/>", left / 1000,
                left % 1000 / 100, bottom / 1000, left / 1000, left % 1000 / 100, start / 1000,
                right / 1000, right % 1000 / 100, end / 1000, right / 1000, right % 1000 / 100,
                bottom / 1000);
}

/* The session as time and effort; the words beside it say the same. */
static void add_drawing(struct html *html, const struct session *session, int whole_s)
{
    size_t count;
    struct shape_part *parts = session_shape(session, html->plan->units, html->arena, &count);
    int done = 0;
    if (count < 2)
        return;
    text_printf(html->out,
                "<svg viewBox=\"0 0 %d %d\" preserveAspectRatio=\"none\" aria-hidden=\"true\">",
                DRAWING_WIDTH, DRAWING_HEIGHT + 1);
    for (size_t i = 0; i < count; i++) {
        int left = scale_round(done, DRAWING_WIDTH * 1000, whole_s);
        done += parts[i].seconds;
        add_part(html, &parts[i], left, scale_round(done, DRAWING_WIDTH * 1000, whole_s), session);
    }
    add(html, "</svg>\n");
}

/* The time that fills the drawings of a week. */
static int whole_of(const struct html *html, const struct week *week)
{
    int whole = LEAST_WHOLE_S;
    for (size_t d = 0; d < DAYS_PER_WEEK; d++)
        for (size_t i = 0; i < week->days[d].session_count; i++) {
            size_t count;
            struct shape_part *parts =
                session_shape(&week->days[d].sessions[i], html->plan->units, html->arena, &count);
            int seconds = session_shape_seconds(parts, count);
            whole = seconds > whole ? seconds : whole;
        }
    return whole;
}

static const char *main_set(const struct html *html, const struct session *session)
{
    const struct words *words = &html->words;
    const char *set = words_main_set(words, session);
    const char *pace = words_pace(words, session_main_pace(session));
    return set && pace ? SAY(words, PHRASE_STEP_AT_PACE, set, pace) : set;
}

/* "+60 −60 m" in words, or nothing on the flat. */
static const char *hills(const struct html *html, const struct session *session)
{
    const char *both =
        session->climb_m > 0 || session->descent_m > 0
            ? words_climb_and_descent(&html->words, session->climb_m, session->descent_m)
            : NULL;
    return both ? SAY(&html->words, PHRASE_CLIMB_AND_DESCENT, both) : NULL;
}

static void add_session(struct html *html, const struct session *session, int whole_s)
{
    const struct words *words = &html->words;
    const char *title = session->title ? words_translate(words, session->title)
                        : session->kind == SESSION_KIND_NONE
                            ? NULL
                            : words_session_kind(words, session->kind);
    const char *set = main_set(html, session), *pace = words_pace(words, session->pace);
    add(html, "<p>");
    add_tag(html, session);
    add_element(html, "span", "class=\"d\"",
                session->distance != UNKNOWN ? words_distance(words, session->distance)
                                             : words_duration(words, session->duration_s));
    add(html, " ");
    add_text(html, title);
    add(html, "</p>\n");
    add_element(html, "p", "class=\"set\"", set);
    if (set)
        add_element(html, "p", "", words_steps(words, session));
    else
        add_element(html, "p", "", pace && session_is_run(session) ? pace : NULL);
    add_element(html, "p", "class=\"soft\"", hills(html, session));
    add_drawing(html, session, whole_s);
    for (size_t i = 0; i < session->reason_count; i++)
        add_element(html, "p", "class=\"soft why\"",
                    SAY(words, PHRASE_WHY, message_phrase(words, session->reasons[i].text)));
}

static void add_day(struct html *html, const struct day *day, int whole_s)
{
    const struct words *words = &html->words;
    const char *date =
        arena_printf(html->arena, "%s %s", words_weekday_short(words, date_weekday(day->date)),
                     words_day(words, day->date));
    add(html, "<li><div class=\"date\">");
    add_date(html, day->date, date);
    add(html, "</div><div>");
    if (day->session_count == 0)
        add_element(html, "p", "class=\"soft\"", words_rest(words, html->plan, day));
    add_element(html, "p", "class=\"set\"", words_day_mark(words, html->plan, day));
    for (size_t i = 0; i < day->session_count; i++)
        add_session(html, &day->sessions[i], whole_s);
    if (day->legs_mend)
        add_phrase(html, "p", "class=\"soft\"", PHRASE_LEGS_MEND);
    if (day->session_count) {
        add(html, "<p class=\"log\" aria-hidden=\"true\">");
        static const enum phrase labels[] = {PHRASE_LOG_TIME, PHRASE_LOG_FELT, PHRASE_LOG_SORE};
        for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
            add_text(html, words_phrase(words, labels[i]));
            add(html, " ______ ");
        }
        add(html, "</p>");
    }
    add(html, "</div></li>\n");
}

static void add_week(struct html *html, const struct week *week)
{
    const struct words *words = &html->words;
    const char *const facts[] = {
        words_date_span(words, week->start, week->start + DAYS_PER_WEEK - 1),
        kind_of_week(html, week), words_week_distance(words, week)};
    int whole_s = whole_of(html, week);
    text_printf(html->out, "<details id=\"w%d\"%s><summary>", week->number,
                week == html->plan->weeks ? " open=\"open\"" : "");
    add_element(html, "h3", "",
                SAY(words, PHRASE_WEEK_NUMBER, words_count(words, (size_t)week->number)));
    add(html, " ");
    add_element(html, "span", "",
                words_join(html->arena, " · ", facts, sizeof facts / sizeof *facts));
    add(html, "</summary><ol class=\"days\">\n");
    for (size_t i = 0; i < DAYS_PER_WEEK; i++)
        add_day(html, &week->days[i], whole_s);
    add(html, "</ol></details>\n");
}

/* ---- the rest ---- */

static void add_sessions(struct html *html)
{
    struct session_kinds kinds = session_kinds_make(&html->words, html->plan);
    if (kinds.entry_count == 0)
        return;
    add_phrase(html, "h2", "id=\"sessions\"", PHRASE_SESSIONS_PAGE);
    add(html, "\n<dl class=\"how\">");
    for (size_t i = 0; i < kinds.entry_count; i++) {
        add_element(html, "dt", "", kinds.entries[i].title);
        add_element(html, "dd", "", kinds.entries[i].text ? kinds.entries[i].text : "–");
        add(html, "\n");
    }
    add(html, "</dl>\n");
    if (kinds.shared_count)
        add_phrase(html, "h3", "", PHRASE_SESSIONS_SHARED);
    for (size_t i = 0; i < kinds.shared_count; i++)
        add_element(html, "p", "", kinds.shared[i].text);
}

static void add_race(struct html *html)
{
    const char *course = words_course(&html->words, &html->plan->race);
    add_phrase(html, "h2", "id=\"race\"", PHRASE_RACE_PAGE);
    add_element(html, "p", "", html->plan->race.name);
    add_element(html, "p", "", course);
}

static void add_rules(struct html *html)
{
    const struct plan *plan = html->plan;
    const struct words *words = &html->words;
    add_phrase(html, "h2", "id=\"rules\"", PHRASE_RULES_PAGE);
    if (plan->rule_count == 0)
        add_phrase(html, "p", "", PHRASE_NO_RULES);
    add(html, "\n<dl class=\"how\">");
    for (size_t i = 0; i < plan->rule_count; i++) {
        const struct plan_rule *rule = &plan->rules[i];
        const char *title = rule->title ? words_translate(words, rule->title) : rule->id;
        const char *why = words_translate(words, rule->why);
        if (rule->off)
            continue;
        add_element(html, "dt", "", title);
        add_element(html, "dd", "", why ? why : rule->id);
        add(html, "\n");
    }
    add(html, "</dl>\n");
}

bool export_html(const struct export_source *source, struct text *out, struct error *error)
{
    struct arena *arena = arena_new();
    struct html html = {
        source->plan, source->style, out, arena, {arena, source->plan->units, source->language}};
    (void)error;
    add_head(&html);
    add_header(&html);
    add_paces(&html);
    add_weeks(&html);
    add_phrase(&html, "h2", "id=\"days\"", PHRASE_HTML_DAYS);
    add(&html, "\n");
    for (size_t i = 0; i < source->plan->week_count; i++)
        add_week(&html, &source->plan->weeks[i]);
    add_sessions(&html);
    add_race(&html);
    add_rules(&html);
    text_printf(out, "</main>\n</body>\n</html>\n");
    arena_free(arena);
    return true;
}
