/* The reference: the rows as a table for people. */
#include "document/reference.h"

#include <limits.h>

#include "document/read.h"

static void append_words(const struct field *field, struct text *out)
{
    const char *separator = "";
    for (size_t i = 0; i < field->words->count; i++) {
        if (!field->words->words[i])
            continue;
        text_printf(out, "%s`%s`", separator, field->words->words[i]);
        separator = ", ";
    }
}

/* "0 to 300 km"; an end that is only the largest number isn't told. */
static void append_range(const struct field *field, struct text *out)
{
    char least[QUANTITY_TEXT_SIZE], most[QUANTITY_TEXT_SIZE];
    const char *unit = field->unit ? field->unit : "";
    scalar_format(field->least, field, least);
    if (field->most == INT_MAX)
        text_printf(out, ", from %s", least);
    else
        text_printf(out, ", %s to %s", least, scalar_format(field->most, field, most));
    text_printf(out, "%s%s", *unit ? " " : "", unit);
}

/* What a single value is. */
static void append_scalar(const struct field *field, struct text *out)
{
    switch (field_traits[field->kind].form) {
    case AS_TEXT:
        text_append(out, "text");
        break;
    case AS_NUMBER:
        text_append(out, "whole number");
        append_range(field, out);
        break;
    case AS_FLAG:
        text_append(out, "`true` or `false`");
        break;
    case AS_WORD:
        append_words(field, out);
        break;
    case AS_DECIMAL:
        text_append(out, field->places ? "number" : "whole number");
        append_range(field, out);
        break;
    case AS_DATE:
        text_append(out, "date");
        break;
    case AS_SPAN:
        text_append(out, "date, two with `..` between them, or mapping");
        break;
    case AS_TIME:
        text_append(out, "time");
        append_range(field, out);
        break;
    case AS_HOURS:
        text_append(out, "hours and minutes");
        append_range(field, out);
        break;
    }
}

static void append_value(const struct field *field, struct text *out)
{
    switch (field_traits[field->kind].shape) {
    case SHAPE_SCALAR:
        append_scalar(field, out);
        break;
    case SHAPE_SCALARS:
        text_append(out, "list: ");
        append_scalar(field, out);
        break;
    case SHAPE_WORDS:
        append_scalar(field, out);
        text_append(out, ", or a list of them");
        break;
    case SHAPE_MAPPING:
        text_append(out, "mapping");
        break;
    case SHAPE_MAPPINGS:
        text_append(out, "list of mappings");
        break;
    case SHAPE_FREE:
        text_append(out, "mapping of keys of your own: ");
        append_scalar(field, out);
        break;
    }
}

static void append_form(const struct form *form, unsigned in, const char *path, struct text *out)
{
    for (size_t i = 0; i < form->count; i++) {
        const struct field *field = &form->fields[i];
        bool is_list =
            field_traits[field->kind].shape == SHAPE_MAPPINGS || field->kind == FIELD_SPANS;
        const char *bold = field->needs & in ? "**" : "";
        if (!(field->in & in))
            continue;
        text_printf(out, "| %s`%s%s`%s | ", bold, path, field->key, bold);
        append_value(field, out);
        text_printf(out, " | %s |\n", field->meaning);
        if (!field->form)
            continue;
        struct text inner = TEXT_INIT;
        text_printf(&inner, "%s%s%s", path, field->key, is_list ? "[]." : ".");
        append_form(field->form, in, text_string(&inner), out);
        text_release(&inner);
    }
}

void reference_append(const struct form *form, unsigned in, struct text *out)
{
    text_append(out, "| key | value | meaning |\n|---|---|---|\n");
    append_form(form, in, "", out);
}
