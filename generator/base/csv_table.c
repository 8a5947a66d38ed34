/* Reading CSV cell by cell. */
#include "base/csv_table.h"

#include <string.h>

#define FIRST_LINES 10 /* that are looked at for the separator */

/* Adds a mistake, of which the first ends the reading. */
#define fail(table, where, ...)                                                                    \
    (error_add((table)->error, STATUS_BAD_INPUT, (table)->name, (where).line, (where).column,      \
               __VA_ARGS__),                                                                       \
     (table)->failed = true)

static void step_over(struct csv_table *table)
{
    table->place.column += !utf8_is_continuation(*table->at);
    if (*table->at == '\n')
        table->place = (struct source_place){table->place.line + 1, 1};
    table->at++;
}

static bool ends_cell(const struct csv_table *table)
{
    return !*table->at || *table->at == table->separator || *table->at == '\n' ||
           *table->at == '\r';
}

/* The text between quotes, where "" stands for one; false where they are not closed. */
static bool read_quoted(struct csv_table *table, char *text)
{
    struct source_place opened = table->place;
    for (step_over(table); *table->at; step_over(table)) {
        if (*table->at == '"') {
            step_over(table);
            if (*table->at != '"') {
                *text = '\0';
                return true;
            }
        }
        *text++ = *table->at;
    }
    fail(table, opened, "a quote is opened and never closed; write \" as \"\"");
    return false;
}

/* Blanks around a text, and the apostrophe that keeps a spreadsheet from calculating with it. */
static const char *trimmed_cell(char *text)
{
    text += strspn(text, " \t");
    for (size_t length = strlen(text); length && strchr(" \t", text[length - 1]);)
        text[--length] = '\0';
    return *text == '\'' && text[1] && strchr("=+-@\t\r", text[1]) ? text + 1 : text;
}

static bool read_cell(struct csv_table *table, struct cell *cell)
{
    while (*table->at == ' ')
        step_over(table);
    cell->place = table->place;
    if (*table->at == '"') {
        const char *end = table->at;
        for (end++; *end && (*end != '"' || end[1] == '"'); end += *end == '"' ? 2 : 1)
            ;
        char *text = arena_alloc(table->arena, (size_t)(end - table->at) + 1);
        if (!read_quoted(table, text))
            return false;
        while (*table->at == ' ')
            step_over(table);
        if (!ends_cell(table)) {
            fail(table, table->place,
                 "text behind a closing quote; put the whole cell into quotes");
            return false;
        }
        cell->text = trimmed_cell(text);
        return true;
    }
    const char *start = table->at;
    while (!ends_cell(table))
        step_over(table);
    size_t length = (size_t)(table->at - start);
    cell->text = length ? trimmed_cell(arena_strndup(table->arena, start, length)) : "";
    return true;
}

bool csv_table_next(struct csv_table *table)
{
    struct row *row = &table->row;
    row->count = 0;
    row->start = table->at;
    if (!*table->at)
        return false;
    if (table->rows++ == table->most_rows) {
        fail(table, table->place, "more than %zu rows; split the file", table->most_rows);
        return false;
    }
    for (;;) {
        if (row->count == MOST_COLUMNS) {
            fail(table, table->place, "more than %d columns", MOST_COLUMNS);
            return false;
        }
        if (!read_cell(table, &row->cells[row->count++]))
            return false;
        if (*table->at != table->separator)
            break;
        step_over(table);
    }
    row->end = table->at;
    while (*table->at == '\r')
        step_over(table);
    if (*table->at == '\n')
        step_over(table);
    return true;
}

bool csv_row_is_empty(const struct row *row)
{
    for (size_t i = 0; i < row->count; i++)
        if (*row->cells[i].text)
            return false;
    return true;
}

/* How often a line has a character outside quotes; *next is the line after it. */
static size_t count_in_line(const char *line, char sought, const char **next)
{
    size_t count = 0;
    bool is_quoted = false;
    for (; *line && (is_quoted || *line != '\n'); line++) {
        is_quoted = is_quoted != (*line == '"');
        count += *line == sought && !is_quoted;
    }
    *next = *line ? line + 1 : line;
    return count;
}

/* The separator that one of the first lines holds most of: above the headings may be a title. */
static char find_separator(const char *text)
{
    static const char separators[] = ",;\t";
    size_t most = 0;
    char best = separators[0];
    for (int line = 0; line < FIRST_LINES && *text; line++) {
        const char *next = text;
        for (const char *separator = separators; *separator; separator++) {
            size_t count = count_in_line(text, *separator, &next);
            if (count > most) {
                most = count;
                best = *separator;
            }
        }
        text = next;
    }
    return best;
}

/* Spreadsheets may tell the separator in a first line of its own: "sep=;". */
static void take_told_separator(struct csv_table *table)
{
    static const char told[] = "sep=";
    size_t length = strlen(told);
    if (strncmp(table->at, told, length) != 0 || !strchr(",;\t", table->at[length]) ||
        !table->at[length] || strcspn(table->at, "\r\n") != length + 1)
        return;
    table->separator = table->at[length];
    while (*table->at && *table->at != '\n')
        step_over(table);
    if (*table->at)
        step_over(table);
}

void csv_table_begin(struct csv_table *table, const char *name, const char *text, size_t most_rows,
                     struct arena *arena, struct error *error)
{
    *table = (struct csv_table){
        .name = name,
        .arena = arena,
        .error = error,
        .most_rows = most_rows,
        .at = text,
        .place = {1, 1},
        .separator = find_separator(text),
    };
    take_told_separator(table);
}
