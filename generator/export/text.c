/*
 * A plan as plain text, for terminals and for comparing: UTF-8 lines of at most 100 columns (code
 * points), without blanks at their ends: its header, every day with the reasons for what stands
 * there, and the rules.
 */
#include <string.h>

#include "base/arena.h"
#include "export/formats.h"
#include "words/message.h"

#define COLUMNS        100
#define DAY_INDENT     2
#define SESSION_INDENT 10 /* below "  Tue 19  " */
#define RULE_INDENT    2
#define HANGING        4 /* more, in the lines after the first */

/* What the functions below share. `arena` holds phrases only until the export is done. */
struct export
{
    const struct plan *plan;
    struct text *out;
    struct arena *arena;
    struct words words;
};

static void append_indent(struct text *out, size_t columns)
{
    text_printf(out, "%*s", (int)columns, "");
}

/* Ends the line that begins with `column` code points. */
static void finish_line(struct export *export, size_t column, size_t rest_indent,
                        const char *string)
{
    text_wrap(export->out, column, rest_indent, COLUMNS, string);
}

/* A line of its own; nothing for NULL. */
static void add_line(struct export *export, size_t columns, const char *string)
{
    if (!string)
        return;
    append_indent(export->out, columns);
    finish_line(export, columns, columns + HANGING, string);
}

/* "name: text"; nothing where the text is NULL. */
static void add_named(struct export *export, size_t columns, const char *name, const char *string)
{
    if (string)
        add_line(export, columns, arena_printf(export->arena, "%s: %s", name, string));
}

static void add_heading(struct export *export, const char *heading)
{
    text_append(export->out, "\n");
    add_line(export, 0, heading);
}

static const char *named_elevation(struct export *export, const char *name, int metres)
{
    const char *elevation = words_elevation(&export->words, metres);
    return elevation ? arena_printf(export->arena, "%s %s", name, elevation) : NULL;
}

static void add_race(struct export *export)
{
    const struct race *race = &export->plan->race;
    char buffer[QUANTITY_TEXT_SIZE];
    const char *goal =
        race->goal_time_s == UNKNOWN
            ? NULL
            : arena_printf(export->arena, "goal %s", duration_format(race->goal_time_s, buffer));
    const char *const facts[] = {
        race->name,
        words_race_distance(&export->words, &race->distance),
        race->date == NO_DATE ? NULL : words_date(&export->words, race->date),
        named_elevation(export, "climb", race->climb_m),
        named_elevation(export, "descent", race->descent_m),
        goal,
    };
    add_named(export, 0, "Race",
              words_join(export->arena, ", ", facts, sizeof facts / sizeof facts[0]));
}

static void add_header(struct export *export)
{
    const struct plan *plan = export->plan;
    add_line(export, 0, plan->title ? plan->title : "Training plan");
    add_named(export, 0, "Runner", plan->runner.name);
    add_race(export);
    add_line(export, 0, words_course(&export->words, &plan->race));
    add_named(export, 0, "Paces", words_paces(&export->words, &plan->paces));
    add_line(export, 0, message_verdict(&export->words, &plan->verdict));
}

static void add_session(struct export *export, const struct session *session)
{
    finish_line(export, SESSION_INDENT, SESSION_INDENT + HANGING,
                words_session(&export->words, session));
    add_named(export, SESSION_INDENT, "steps", words_steps(&export->words, session));
    for (size_t i = 0; i < session->reason_count; i++)
        add_named(export, SESSION_INDENT, "why",
                  arena_printf(export->arena, "%s: %s", session->reasons[i].rule,
                               message_phrase(&export->words, session->reasons[i].text)));
    for (size_t i = 0; i < session->note_count; i++)
        add_named(export, SESSION_INDENT, "note",
                  message_phrase(&export->words, session->notes[i]));
}

static void add_day(struct export *export, const struct day *day)
{
    int year, month, number;
    date_to_ymd(day->date, &year, &month, &number);
    append_indent(export->out, DAY_INDENT);
    text_printf(export->out, "%.3s %2d  ", weekday_long_name(date_weekday(day->date)), number);
    if (day->session_count == 0)
        finish_line(export, SESSION_INDENT, SESSION_INDENT,
                    words_rest(&export->words, export->plan, day));
    for (size_t i = 0; i < day->session_count; i++) {
        if (i > 0)
            append_indent(export->out, SESSION_INDENT);
        add_session(export, &day->sessions[i]);
    }
    add_line(export, SESSION_INDENT, words_day_mark(&export->words, export->plan, day));
}

static void add_week(struct export *export, const struct week *week)
{
    char buffer[DATE_TEXT_SIZE];
    struct week left = week_without_missed(week);
    const char *const facts[] = {
        arena_printf(export->arena, "Week %d", week->number),
        date_format(week->start, buffer),
        words_week_kind(&export->words, week),
        words_week_run(&export->words, week),
        named_elevation(export, "climb", week_sum(&left, DAYS_PER_WEEK, QUANTITY_CLIMB_M, NULL)),
        named_elevation(export, "descent",
                        week_sum(&left, DAYS_PER_WEEK, QUANTITY_DESCENT_M, NULL)),
    };
    text_printf(export->out, "\n%s\n",
                words_join(export->arena, "  ", facts, sizeof facts / sizeof facts[0]));
    for (size_t i = 0; i < DAYS_PER_WEEK; i++)
        add_day(export, &week->days[i]);
}

static const char *settings_in_words(struct arena *arena, const struct plan_rule *rule)
{
    struct text text = TEXT_INIT;
    for (size_t i = 0; i < rule->setting_count; i++)
        text_printf(&text, "%s%s = %s", i ? ", " : "; ", rule->settings[i].name,
                    rule->settings[i].value);
    const char *words = arena_strdup(arena, text_string(&text));
    text_release(&text);
    return words;
}

static void add_rules(struct export *export, const char *heading, bool off)
{
    const struct plan *plan = export->plan;
    bool is_first = true;
    for (size_t i = 0; i < plan->rule_count; i++) {
        const struct plan_rule *rule = &plan->rules[i];
        if (rule->off != off)
            continue;
        if (is_first)
            add_heading(export, heading);
        is_first = false;
        add_line(export, RULE_INDENT,
                 arena_printf(export->arena, "%s (%s%s): %s%s", rule->id,
                              rule_level_name(rule->level), rule->script ? ", custom" : "",
                              rule->title ? rule->title : "",
                              settings_in_words(export->arena, rule)));
    }
}

static void add_given_up(struct export *export)
{
    bool any = false;
    for (size_t w = 0; w < export->plan->week_count; w++) {
        const struct week *week = &export->plan->weeks[w];
        for (size_t i = 0; i < week->gave_up_count; i++) {
            const struct gave_up *item = &week->gave_up[i];
            if (!week_lacks(week, item->what))
                continue;
            if (!any)
                add_heading(export, "What weeks lack");
            any = true;
            add_line(export, RULE_INDENT,
                     arena_printf(export->arena, "Week %d: %s", week->number,
                                  message_given_up(&export->words, item)));
        }
    }
}

static void add_gave_way(struct export *export)
{
    const struct plan *plan = export->plan;
    if (plan->exception_count)
        add_heading(export, "What gave way");
    for (size_t i = 0; i < plan->exception_count; i++) {
        const struct exception *item = &plan->exceptions[i];
        char buffer[DATE_TEXT_SIZE];
        const char *date = item->date == NO_DATE ? "" : date_format(item->date, buffer);
        add_line(export, RULE_INDENT,
                 arena_printf(export->arena, "Week %d%s%s: %s: %s", item->week, *date ? ", " : "",
                              date, item->rule,
                              item->text ? message_phrase(&export->words, item->text)
                                         : "could not be kept"));
    }
}

bool export_text(const struct export_source *source, struct text *out, struct error *error)
{
    const struct plan *plan = source->plan;
    (void)error;
    struct arena *arena = arena_new();
    struct export export = {plan, out, arena, {arena, plan->units, NULL}};
    add_header(&export);
    for (size_t i = 0; i < plan->week_count; i++)
        add_week(&export, &plan->weeks[i]);
    add_rules(&export, "Rules in force", false);
    add_gave_way(&export);
    add_given_up(&export);
    add_rules(&export, "Rules switched off", true);
    arena_free(export.arena);
    return true;
}
