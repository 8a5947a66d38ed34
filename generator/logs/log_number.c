/* The numbers of a column. */
#include "logs/log_number.h"

#include <ctype.h>
#include <string.h>

#define MOST_NUMBER 1000000000
#define GROUP       3 /* digits between the signs of thousands */
#define NO_SIGN     '\0'

bool number_is_there(const char *text)
{
    return *text && *text != '-' && *text != '~';
}

/* Blanks, thin ones and apostrophes part thousands and nothing else. */
static size_t parting(const char *at)
{
    static const char *const partings[] = {" ", "'", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x99"};
    for (size_t i = 0; i < sizeof partings / sizeof *partings; i++)
        if (strncmp(at, partings[i], strlen(partings[i])) == 0)
            return strlen(partings[i]);
    return 0;
}

/* What a number is made of. */
struct number_shape {
    int points, commas;
    char last;          /* the last sign; 0: it has none */
    int before, behind; /* digits before the first sign, and behind the last */
    bool begins_with_0;
};

static bool find_shape(const char *text, struct number_shape *shape)
{
    *shape = (struct number_shape){.begins_with_0 = *text == '0'};
    for (; *text; text++) {
        size_t skipped = parting(text);
        if (skipped) {
            text += skipped - 1;
        } else if (isdigit((unsigned char)*text)) {
            if (shape->last)
                shape->behind++;
            else
                shape->before++;
        } else if (*text == '.' || *text == ',') {
            shape->points += *text == '.';
            shape->commas += *text == ',';
            shape->last = *text;
            shape->behind = 0;
        } else {
            return false;
        }
    }
    return shape->before + shape->behind > 0;
}

/* The decimal sign that a number by itself tells; 0: it may be either. */
static char sign_of(const struct number_shape *shape)
{
    char other = shape->last == '.' ? ',' : '.';
    int lasts = shape->last == '.' ? shape->points : shape->commas;
    bool is_mixed = shape->points > 0 && shape->commas > 0;
    if (lasts > 1 && is_mixed)
        return NO_SIGN;
    if (lasts > 1)
        return other;
    bool is_group = shape->behind == GROUP && shape->before > 0 && shape->before <= GROUP &&
                    !shape->begins_with_0;
    if (is_mixed || !is_group)
        return shape->last;
    return NO_SIGN;
}

void number_note(struct number_column *column, const struct cell *cell)
{
    struct number_shape shape;
    if (!number_is_there(cell->text) || !find_shape(cell->text, &shape) || !shape.last)
        return;
    char sign = sign_of(&shape);
    const struct cell **first = sign == '.'   ? &column->point
                                : sign == ',' ? &column->comma
                                              : &column->open;
    if (!*first)
        *first = cell;
    column->is_point = column->point != NULL;
    column->is_comma = column->comma != NULL;
}

char number_sign(const struct number_column *column, bool is_whole, const struct cell **cell)
{
    *cell = NULL;
    if (column->is_point != column->is_comma)
        return column->is_point ? '.' : ',';
    if (column->is_point) {
        const struct cell *point = column->point, *comma = column->comma;
        *cell = point->place.line > comma->place.line ? point : comma;
        return 0;
    }
    if (!column->open)
        return '.';
    if (is_whole)
        return strchr(column->open->text, ',') ? '.' : ',';
    *cell = column->open;
    return 0;
}

bool number_read(const char *text, char decimal, int64_t *thousandths)
{
    int64_t number = 0;
    int places = -1, digits = 0, group = 0; /* places: -1 before the decimal sign */
    bool is_grouped = false, rounds_up = false;
    for (const char *at = text; *at; at++) {
        size_t skipped = parting(at);
        if (isdigit((unsigned char)*at)) {
            digits++;
            group++;
            if (places >= GROUP) {
                rounds_up = rounds_up || (places == GROUP && *at >= '5');
                places++;
                continue;
            }
            number = 10 * number + (*at - '0');
            places += places >= 0;
            if (number > (int64_t)MOST_NUMBER * LOG_NUMBER_SCALE)
                return false;
        } else if (*at == decimal && places < 0 && (!is_grouped || group == GROUP)) {
            places = 0;
        } else if ((skipped || *at == (decimal == '.' ? ',' : '.')) && places < 0 && group > 0 &&
                   group <= GROUP && (!is_grouped || group == GROUP)) {
            is_grouped = true;
            group = 0;
            at += skipped ? skipped - 1 : 0;
        } else {
            return false;
        }
    }
    if (digits == 0 || (is_grouped && places < 0 && group != GROUP))
        return false;
    for (int i = places < 0 ? 0 : places; i < GROUP; i++)
        number *= 10;
    *thousandths = number + rounds_up;
    return *thousandths <= (int64_t)MOST_NUMBER * LOG_NUMBER_SCALE;
}
