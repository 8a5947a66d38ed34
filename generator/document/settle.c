/* Settling: what libcyaml cannot load, and what isn't in the file. */
#include <stdint.h>
#include <string.h>

#include "base/named.h"
#include "document/read.h"

static void settle_form(struct document *document, const struct form *form,
                        const struct place *place, void *object);

static void store_int(void *object, size_t offset, int value)
{
    memcpy((char *)object + offset, &value, sizeof value);
}

static void store_list(void *object, const struct field *field, const void *items, size_t count)
{
    memcpy((char *)object + field->offset, &items, sizeof items);
    memcpy((char *)object + field->count_offset, &count, sizeof count);
}

/* --- what isn't there --------------------------------------------------------------------------
 */

static void settle_form_without(struct document *document, const struct field *field, void *object);

/* The struct came zeroed. */
static void set_unknown(struct document *document, const struct field *field, void *object)
{
    switch (field->kind) {
    case FIELD_MAPPING:
    case FIELD_FIXED:
        settle_form_without(document, field, object);
        break;
    case FIELD_RANGE:
        for (int i = 0; i < field->most_entries; i++)
            store_int(object, field->offset + (size_t)i * sizeof(int), field->unknown);
        break;
    case FIELD_DAYS:
        memset((char *)object + field->offset, field->unknown, (size_t)field->most_entries);
        break;
    default:
        if (field->unknown != 0)
            store_int(object, field->offset, field->unknown);
        break;
    }
}

static void settle_form_without(struct document *document, const struct field *field, void *object)
{
    int count = field->kind == FIELD_FIXED ? field->most_entries : 1;
    for (int i = 0; i < count; i++)
        settle_form(document, field->form, NULL,
                    (char *)object + field->offset + (size_t)i * field->size);
}

/* Another key of this document fills the member of a field that it doesn't have. */
static bool is_filled(const struct document *document, const struct form *form,
                      const struct field *field)
{
    for (size_t i = 0; i < form->count; i++)
        if ((form->fields[i].in & document->in) && form->fields[i].offset == field->offset &&
            form->fields[i].kind != FIELD_MAPPING)
            return true;
    return false;
}

/* --- lists -------------------------------------------------------------------------------------
 */

static void settle_forms(struct document *document, const struct field *field,
                         const struct place *list, char *items)
{
    const struct place *entry = list->first;
    for (size_t i = 0; entry; entry = entry->next, i++)
        settle_form(document, field->form, entry, items + i * field->size);
}

static void settle_list(struct document *document, const struct field *field,
                        const struct place *list, void *object)
{
    char *items;
    size_t count;
    memcpy(&items, (char *)object + field->offset, sizeof items);
    memcpy(&count, (char *)object + field->count_offset, sizeof count);
    if (!items) /* an empty list is there, too */
        store_list(object, field, arena_alloc(document->arena, field->size), 0);
    else
        settle_forms(document, field, list, items);
}

static void settle_names(struct document *document, const struct field *field,
                         const struct place *list, void *object)
{
    struct named *names = arena_array(document->arena, list->count, sizeof *names);
    size_t count = 0;
    for (const struct place *entry = list->first; entry; entry = entry->next)
        if (!entry->is_wrong)
            names[count++] = (struct named){arena_strdup(document->arena, entry->text), entry->line,
                                            entry->column};
    store_list(object, field, names, count);
}

static void settle_free(struct document *document, const struct field *field,
                        const struct place *mapping, void *object)
{
    struct named_text *texts = arena_array(document->arena, mapping->count + 1, sizeof *texts);
    size_t count = 0;
    for (const struct place *entry = mapping->first; entry; entry = entry->next)
        if (!entry->is_wrong)
            texts[count++] =
                (struct named_text){entry->name, arena_strdup(document->arena, entry->text)};
    store_list(object, field, texts, count);
}

static void settle_numbers(struct document *document, const struct field *field,
                           const struct place *list, void *object)
{
    int *numbers = arena_array(document->arena, list->count + 1, sizeof *numbers);
    size_t count = 0;
    for (const struct place *entry = list->first; entry; entry = entry->next)
        if (!entry->is_wrong)
            numbers[count++] = entry->number;
    store_list(object, field, numbers, count);
}

/* An entry of two dates is its form with these alone. */
static void settle_spans(struct document *document, const struct field *field,
                         const struct place *list, void *object)
{
    char *items = arena_array(document->arena, list->count + 1, field->size);
    size_t count = 0;
    for (const struct place *entry = list->first; entry; entry = entry->next) {
        char *item = items + count * field->size;
        if (entry->is_wrong)
            continue;
        if (entry->first) {
            settle_form(document, field->form, entry, item);
        } else {
            settle_form(document, field->form, NULL, item);
            store_int(item, 0, entry->number);
            store_int(item, sizeof(int), entry->last);
            field->form->finish(document, entry, item);
        }
        count++;
    }
    store_list(object, field, items, count);
}

/* Words of a list (of less than 64), each of them once; a set may be a single one. */
static void settle_words(struct document *document, const struct field *field,
                         const struct place *list, void *object)
{
    bool *days = (bool *)object + field->offset;
    uint64_t seen = 0;
    size_t count = 0;
    bool is_one = field->kind == FIELD_WORD_SET && list->count == 0;
    for (const struct place *entry = is_one ? list : list->first; entry;
         entry = is_one ? NULL : entry->next) {
        if (entry->is_wrong)
            continue;
        uint64_t bit = UINT64_C(1) << entry->number;
        if (seen & bit)
            document_fail(document, entry, NULL, "%s is named twice",
                          word_list_word(field->words, entry->number));
        else if (field->kind == FIELD_DAYS)
            days[entry->number] = true;
        else if (field->kind == FIELD_WORDS)
            store_int(object, field->offset + count++ * sizeof(int), entry->number);
        seen |= bit;
    }
    if (field->kind == FIELD_WORDS)
        memcpy((char *)object + field->count_offset, &count, sizeof count);
    else if (field->kind == FIELD_WORD_SET)
        store_int(object, field->offset, seen ? (int)seen : field->unknown);
}

static void settle_range(struct document *document, const struct place *list)
{
    for (const struct place *entry = list->first; entry && entry->next; entry = entry->next)
        if (entry->number > entry->next->number)
            document_fail(document, list, NULL, "the smaller number comes first");
}

/* --- fields ------------------------------------------------------------------------------------
 */

static void settle_field(struct document *document, const struct field *field,
                         const struct place *place, void *object)
{
    char *member = (char *)object + field->offset;
    double real;
    struct named named;
    switch (field->kind) {
    case FIELD_DECIMAL:
    case FIELD_TENTHS:
    case FIELD_DATE:
    case FIELD_TIME:
    case FIELD_HOURS:
    case FIELD_WORD: /* is loaded, but for those in entries of SPANS */
        store_int(object, field->offset, place->number);
        break;
    case FIELD_REAL:
        real = (double)place->number / field->divisor;
        memcpy(member, &real, sizeof real);
        break;
    case FIELD_PATH:
        named =
            (struct named){arena_strdup(document->arena, place->text), place->line, place->column};
        memcpy(member, &named, sizeof named);
        break;
    case FIELD_MAPPING:
        settle_form(document, field->form, place, member);
        break;
    case FIELD_LIST:
    case FIELD_GIVEN_LIST:
        settle_list(document, field, place, object);
        break;
    case FIELD_FIXED:
        settle_forms(document, field, place, member);
        break;
    case FIELD_RANGE:
        settle_range(document, place);
        break;
    case FIELD_NAMES:
        settle_names(document, field, place, object);
        break;
    case FIELD_FREE:
        settle_free(document, field, place, object);
        break;
    case FIELD_DAYS:
    case FIELD_WORDS:
    case FIELD_WORD_SET:
        settle_words(document, field, place, object);
        break;
    case FIELD_SPANS:
        settle_spans(document, field, place, object);
        break;
    case FIELD_DISTANCES:
        settle_numbers(document, field, place, object);
        break;
    case FIELD_OWN:
    case FIELD_OWN_LIST:
        field->own->read(document, place, field, object);
        break;
    default: /* is loaded, or only stated */
        break;
    }
}

static void settle_form(struct document *document, const struct form *form,
                        const struct place *place, void *object)
{
    for (size_t i = 0; i < form->count; i++) {
        const struct field *field = &form->fields[i];
        bool is_here = field->in & document->in;
        const struct place *value = is_here ? place_find(place, field->key) : NULL;
        if (value && !value->is_wrong)
            settle_field(document, field, value, object);
        else if (is_here || !is_filled(document, form, field))
            set_unknown(document, field, object);
    }
    if (form->finish)
        form->finish(document, place, object);
}

void document_settle(struct document *document, const struct form *form)
{
    settle_form(document, form, document->root, document->data);
}
