/* Documents: what holds for every row of the lists of fields, and what is struck. */
#include "files_fixture.h"

#include "base/date.h"
#include "document/document.h"
#include "document/write.h"
#include "files/plan_forms.h"
#include "files/profile_forms.h"
#include "model/plan.h"

#define MOST_ROWS 500

struct kind {
    const char *name;
    struct document_kind kind;
};

static const struct kind kinds[] = {
    {"profile", {&profile_form, IN_PROFILE, 0, {0}}},
    {"plan", {&plan_form, IN_PLAN, 0, {0}}},
};

#define FOR_KINDS(kind_)                                                                           \
    for (const struct kind *kind_ = kinds; kind_ < kinds + sizeof kinds / sizeof *kinds; kind_++)

/* --- a struct with every member set ------------------------------------------------------------
 */

static void fill(const struct form *form, void *object, unsigned in, struct arena *arena);

static void put_list(const struct field *field, void *object, void *items, size_t count)
{
    memcpy((char *)object + field->offset, &items, sizeof items);
    memcpy((char *)object + field->count_offset, &count, sizeof count);
}

static int last_word(const struct word_list *list)
{
    int value = (int)list->count - 1;
    while (!list->words[value])
        value--;
    return value;
}

static void fill_list(const struct field *field, void *object, unsigned in, struct arena *arena)
{
    char *items = arena_array(arena, 2, field->size);
    fill(field->form, items, in, arena);
    put_list(field, object, items, 1);
}

static void fill_field(const struct field *field, void *object, unsigned in, struct arena *arena)
{
    char *member = (char *)object + field->offset;
    int *number = (int *)(void *)member;
    bool is_language = strcmp(field->key, "language") == 0;
    const char *text = is_language ? "de" : arena_printf(arena, "the %s", field->key);
    struct named *named = arena_alloc(arena, sizeof *named);
    struct named_text *free_text = arena_alloc(arena, sizeof *free_text);
    const char **texts = arena_alloc(arena, sizeof *texts);
    int *numbers = arena_array(arena, 2, sizeof *numbers);
    named->name = *texts = text;
    numbers[0] = field->least;
    switch (field->kind) {
    case FIELD_TEXT:
    case FIELD_SCALAR:
        *(const char **)(void *)member = text;
        break;
    case FIELD_PATH:
        *(struct named *)(void *)member = *named;
        break;
    case FIELD_FLAG:
    case FIELD_WORD_FLAG:
        *(bool *)member = true;
        break;
    case FIELD_WORD:
        *number = last_word(field->words);
        break;
    case FIELD_WORD_SET:
        *number = 1 << last_word(field->words);
        break;
    case FIELD_DATE:
        assert_true(date_parse("2027-03-01", number));
        break;
    case FIELD_MAPPING:
        fill(field->form, member, in, arena);
        break;
    case FIELD_LIST:
    case FIELD_GIVEN_LIST:
        fill_list(field, object, in, arena);
        break;
    case FIELD_FIXED:
        for (int i = 0; i < field->most_entries; i++)
            fill(field->form, member + (size_t)i * field->size, in, arena);
        break;
    case FIELD_NUMBERS:
    case FIELD_RANGE:
        for (int i = 0; i < field->most_entries; i++)
            number[i] = field->least;
        break;
    case FIELD_TEXTS:
        put_list(field, object, texts, 1);
        break;
    case FIELD_NAMES:
        put_list(field, object, named, 1);
        break;
    case FIELD_FREE:
        *free_text = (struct named_text){"a key of their own", "47"};
        put_list(field, object, free_text, 1);
        break;
    case FIELD_WORDS:
        *number = last_word(field->words);
        *(size_t *)(void *)((char *)object + field->count_offset) = 1;
        break;
    case FIELD_DAYS:
        memset(member, true, (size_t)field->most_entries);
        break;
    case FIELD_DISTANCES:
    case FIELD_SPANS:
        put_list(field, object, numbers, 1);
        break;
    case FIELD_OWN:
    case FIELD_STATED:
        break; /* are worked out, but for race distances */
    default:
        *number = field->least;
        break;
    }
}

static void fill(const struct form *form, void *object, unsigned in, struct arena *arena)
{
    for (size_t i = 0; i < form->count; i++)
        if (form->fields[i].in & in)
            fill_field(&form->fields[i], object, in, arena);
}

static void fill_race_distance(struct race_distance *distance)
{
    *distance = (struct race_distance){"10k", 10000};
}

static struct text filled(const struct kind *kind, struct arena *arena, void **data)
{
    struct text yaml = TEXT_INIT;
    struct error error;
    error_init(&error);
    void *object = arena_alloc(arena, kind->kind.form->size);
    *data = object;
    fill(kind->kind.form, object, kind->kind.in, arena);
    if (kind->kind.in == IN_PLAN) {
        struct plan *plan = object;
        plan->format = PLAN_FORMAT; /* older ones are read as the newest */
        fill_race_distance(&plan->race.distance);
        fill_race_distance(&plan->made_from.recent_race.distance);
        fill_race_distance(&plan->tune_ups[0].distance);
        plan_find_breaks(plan, arena);
        plan->breaks->level = plan->breaks->longest = plan->breaks->lost = HUNDREDTHS;
        plan->race.course.facts.is_known = true;
        plan->race.course.facts.largest_climb.length_m = 1;
        plan->race.course.facts.largest_descent.length_m = 1;
    } else {
        struct profile *profile = object;
        fill_race_distance(&profile->race.distance);
        fill_race_distance(&profile->tune_ups[0].distance);
        fill_race_distance(&profile->runner.recent_race.distance);
    }
    assert_true(
        write_yaml(&(struct written){kind->kind.form, kind->kind.in, object}, &yaml, &error));
    return yaml;
}

/* --- reading ----------------------------------------------------------------------------------
 */

struct reading {
    struct document document;
    struct arena *arena;
    struct error error;
    void *data;
};

static struct reading *read_bytes(const struct document_kind *kind, const char *bytes)
{
    struct reading *reading = calloc(1, sizeof *reading);
    assert_non_null(reading);
    error_init(&reading->error);
    reading->arena = arena_new();
    reading->data = document_read_text(&reading->document, kind, "test", bytes, strlen(bytes),
                                       reading->arena, &reading->error);
    return reading;
}

static void end_reading(struct reading *reading)
{
    document_release(&reading->document);
    arena_free(reading->arena);
    error_release(&reading->error);
    free(reading);
}

/* Whether a message at the place has the words. */
static bool is_told(const struct reading *reading, int line, int column, const char *words)
{
    for (size_t i = 0; i < reading->error.count; i++) {
        const struct error_message *message = &reading->error.messages[i];
        if (message->line == line && (!column || message->column == column) &&
            strstr(message->text, words))
            return true;
    }
    return false;
}

static size_t offset_of(const char *text, int line, int column)
{
    const char *at = text;
    for (; line > 1; line--)
        at = strchr(at, '\n') + 1;
    return (size_t)(at - text) + (size_t)column - 1;
}

/* The length of the single value at a place. */
static size_t token_length(const char *at)
{
    char quote = *at == '"' || *at == '\'' ? *at : '\0';
    if (quote)
        return (size_t)(strchr(at + 1, quote) - at) + 1;
    return strcspn(at, ",]}\n");
}

/* Reads the text with `length` bytes at the offset replaced, and expects a message. */
static void expect_mistake(const struct kind *kind, const struct text *yaml, size_t offset,
                           size_t length, const char *replacement, const struct place *place,
                           int column, const char *words)
{
    struct text changed = TEXT_INIT;
    text_append_bytes(&changed, yaml->data, offset);
    text_append(&changed, replacement);
    text_append(&changed, yaml->data + offset + length);
    struct reading *reading = read_bytes(&kind->kind, text_string(&changed));
    int line = place->line;
    if (column < 0) /* a key's: its line and column are those of the offset */
        for (line = 1, offset_of(yaml->data, 1, 1); offset_of(yaml->data, line + 1, 1) <= offset;)
            line++;
    if (!is_told(reading, line, column < 0 ? 0 : column, words)) {
        char *messages = fixture_messages(&reading->error, false);
        fail_msg("%s, %s as %s: no \"%s\" in line %d but\n%s", kind->name, place->field->key,
                 replacement, words, line, messages);
    }
    assert_non_null(reading->data); /* the rest is there */
    end_reading(reading);
    text_release(&changed);
}

/* --- loops over all places of a filled document ------------------------------------------------
 */

typedef void place_visitor(const struct kind *kind, const struct text *yaml,
                           const struct place *place);

static size_t visit(const struct kind *kind, const struct text *yaml, const struct place *place,
                    place_visitor *visitor)
{
    size_t count = 0;
    for (const struct place *at = place->first; at; at = at->next) {
        visitor(kind, yaml, at);
        count += 1 + visit(kind, yaml, at, visitor);
    }
    return count;
}

static void visit_all(place_visitor *visitor)
{
    FOR_KINDS(kind)
    {
        struct arena *arena = arena_new();
        void *data;
        struct text yaml = filled(kind, arena, &data);
        struct reading *reading = read_bytes(&kind->kind, text_string(&yaml));
        assert_non_null(reading->data);
        assert_true(visit(kind, &yaml, reading->document.root, visitor) > 40);
        end_reading(reading);
        text_release(&yaml);
        arena_free(arena);
    }
}

static bool has_range(const struct field *field)
{
    switch (field->kind) {
    case FIELD_NUMBER:
    case FIELD_COUNT:
    case FIELD_NUMBERS:
    case FIELD_RANGE:
    case FIELD_DECIMAL:
    case FIELD_TENTHS:
    case FIELD_DISTANCES:
    case FIELD_STATED:
        return true;
    default:
        return false;
    }
}

static void leave_range(const struct kind *kind, const struct text *yaml, const struct place *place)
{
    const struct field *field = place->field;
    size_t offset = offset_of(yaml->data, place->line, place->column);
    size_t length = token_length(yaml->data + offset);
    bool is_decimal = field->kind == FIELD_DECIMAL || field->kind == FIELD_TENTHS ||
                      field->kind == FIELD_DISTANCES || field->kind == FIELD_STATED;
    char text[2 * QUANTITY_TEXT_SIZE];
    if (!has_range(field) || place->first || yaml->data[offset] == '[')
        return;
    if (field->most < 99999999) {
        decimal_format(field->most + 1, field->places, text);
        expect_mistake(kind, yaml, offset, length, text, place, place->column, "is out of range");
    }
    if (field->least > 0 || !is_decimal) { /* decimals have no sign */
        decimal_format(field->least - 1, field->places, text);
        expect_mistake(kind, yaml, offset, length, text, place, place->column, "is out of range");
    }
    expect_mistake(kind, yaml, offset, length, "x", place, place->column, "should be a");
}

static void put_list_for_value(const struct kind *kind, const struct text *yaml,
                               const struct place *place)
{
    size_t offset = offset_of(yaml->data, place->line, place->column);
    if (place->first || yaml->data[offset] == '[')
        return;
    if (place->field->kind == FIELD_WORD_SET) /* may be a list of words */
        expect_mistake(kind, yaml, offset, token_length(yaml->data + offset), "[[a], b]", place,
                       place->column + 1, "should be a single value, is a list");
    else
        expect_mistake(kind, yaml, offset, token_length(yaml->data + offset), "[a, b]", place,
                       place->column, "should be a single value, is a list");
}

/* Where the key of a value stands; the last before it. */
static size_t key_offset(const struct text *yaml, const struct place *place)
{
    size_t offset = offset_of(yaml->data, place->line, place->column);
    size_t length = strlen(place->field->key);
    while (strncmp(yaml->data + offset, place->field->key, length) != 0 ||
           yaml->data[offset + length] != ':')
        offset--;
    return offset;
}

static void misspell_key(const struct kind *kind, const struct text *yaml,
                         const struct place *place)
{
    char wrong[100], words[100];
    const char *key = place->field->key;
    if (place->is_entry)
        return;
    snprintf(wrong, sizeof wrong, "%s%c", key, key[strlen(key) - 1]);
    snprintf(words, sizeof words, "did you mean \"%s\"?", key);
    expect_mistake(kind, yaml, key_offset(yaml, place), strlen(key), wrong, place, -1, words);
}

static void alias_value(const struct kind *kind, const struct text *yaml, const struct place *place)
{
    size_t offset = offset_of(yaml->data, place->line, place->column);
    if (place->first || yaml->data[offset] == '[')
        return;
    expect_mistake(kind, yaml, offset, token_length(yaml->data + offset), "*x", place,
                   place->column, "aliases");
}

static void each_row_keeps_its_range(void **state)
{
    (void)state;
    visit_all(leave_range);
}

static void each_value_of_another_shape_is_struck_and_the_rest_loads(void **state)
{
    (void)state;
    visit_all(put_list_for_value);
    visit_all(alias_value);
}

static void each_misspelt_key_is_guessed(void **state)
{
    (void)state;
    visit_all(misspell_key);
}

/* --- every member -----------------------------------------------------------------------------
 */

static void note_field(const struct field **seen, const struct place *place)
{
    for (const struct place *at = place->first; at; at = at->next) {
        size_t i = 0;
        while (i < MOST_ROWS && seen[i] && seen[i] != at->field)
            i++;
        assert_true(i < MOST_ROWS);
        seen[i] = at->field;
        note_field(seen, at);
    }
}

static void expect_fields(const struct field **seen, const struct form *form, unsigned in)
{
    for (size_t i = 0; i < form->count; i++) {
        const struct field *field = &form->fields[i];
        size_t at = 0;
        while (seen[at] && seen[at] != field)
            at++;
        if ((field->in & in) && !seen[at])
            fail_msg("%s is not in the filled document", field->key);
        if ((field->in & in) && field->form)
            expect_fields(seen, field->form, in);
    }
}

static void every_member_is_read_back_as_written(void **state)
{
    (void)state;
    FOR_KINDS(kind)
    {
        const struct field *seen[MOST_ROWS] = {NULL};
        struct arena *arena = arena_new();
        void *data;
        struct text yaml = filled(kind, arena, &data), again = TEXT_INIT;
        struct reading *reading = read_bytes(&kind->kind, text_string(&yaml));
        note_field(seen, reading->document.root);
        expect_fields(seen, kind->kind.form, kind->kind.in);
        if (kind->kind.in == IN_PLAN) /* these are worked out again */
            ((struct plan *)reading->data)->race.course.facts =
                ((const struct plan *)data)->race.course.facts;
        assert_true(write_yaml(&(struct written){kind->kind.form, kind->kind.in, reading->data},
                               &again, &reading->error));
        assert_string_equal(text_string(&again), text_string(&yaml));
        end_reading(reading);
        text_release(&yaml);
        text_release(&again);
        arena_free(arena);
    }
}

/* --- striking ----------------------------------------------------------------------------------
 */

static void keys_are_struck_in_any_style(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "start: {}\nhills: {max_climb_m: 7}\n",
        "\"start\": [1]\n'hills': {\"max_climb_m\": 7}\n",
        "{\"start\": [\"\xC3\xA9\", {}], \"hills\": {\"max_climb_m\": 7}}",
        "# \xC3\xA9\xE2\x82\xAC\n? start\n: [x]\n? hills\n: {max_climb_m: 7}\n",
        "&a start: 2027-01-04\nhills: {max_climb_m: 7}\n",
        "start: *a\nhills: {max_climb_m: 7}\n",
        "start: !!str 2027-01-04\nhills: {max_climb_m: 7}\n",
        "template: *a\nhills: {max_climb_m: 7, access: any}\nhills: {max_climb_m: 8}\n",
        "template: [1]\nunits: &u mi\nrunner: [*a, *b]\nhills: {max_climb_m: 7, access: [{}]}\n",
        "hills: {max_climb_m: 7, max_climb_m: 8}\n---\nhills: {max_climb_m: 9}\n",
        "print: {pages: {}}\nweek:\nhills: {max_climb_m: 7}\ntune_up_races: [{}, 5]\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct reading *reading = read_bytes(&kinds[0].kind, texts[i]);
        const struct profile *profile = reading->data;
        assert_true(reading->document.failed);
        if (!profile || profile->hills.max_climb_m != 7)
            fail_msg("the rest is not there: %s", texts[i]);
        for (size_t m = 0; m < reading->error.count; m++)
            assert_true(reading->error.messages[m].line > 0);
        end_reading(reading);
    }
}

/* --- broken documents --------------------------------------------------------------------------
 */

#define MUTANTS 2000 /* of each kind */

static uint32_t next_random(uint32_t *state) /* xorshift32 */
{
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return *state;
}

/* Replaces a byte, a run of bytes or the word that stands there. */
static void mutate(struct text *text, uint32_t *random)
{
    static const char *const tokens[] = {
        "&a ",  "*a",   "!!str ",      "[]",         "{}",      "null",  "~",   "\"",
        "'",    "010",  "-1",          "1e9",        "- ",      "? ",    "|\n", "<<:",
        ",",    "}",    "]",           ": ",         "\n---\n", "\t",    "#",   "\xC3\xA9",
        "\xC3", "\r\n", "99999999999", "2027-02-30", "[1, 2]",  "{a: b}"};
    struct text changed = TEXT_INIT;
    size_t at = next_random(random) % text->length, length = next_random(random) % 5;
    if (next_random(random) % 2)
        length = strcspn(text->data + at, " :,[]{}\n");
    if (at + length > text->length)
        length = text->length - at;
    text_append_bytes(&changed, text->data, at);
    text_append(&changed, tokens[next_random(random) % (sizeof tokens / sizeof *tokens)]);
    text_append(&changed, text->data + at + length);
    text_release(text);
    *text = changed;
}

static void broken_documents_end_in_messages_with_places(void **state)
{
    (void)state;
    uint32_t random = 20270419;
    FOR_KINDS(kind)
    {
        void *data;
        struct arena *arena = arena_new();
        struct text yaml = filled(kind, arena, &data);
        for (int i = 0; i < MUTANTS; i++) {
            struct text mutant = TEXT_INIT;
            text_append(&mutant, text_string(&yaml));
            for (uint32_t n = 1 + next_random(&random) % 3; n > 0; n--)
                mutate(&mutant, &random);
            struct reading *reading = read_bytes(&kind->kind, text_string(&mutant));
            if (!reading->document.failed && !reading->data)
                fail_msg("neither read nor refused:\n%s", text_string(&mutant));
            for (size_t m = 0; m < reading->error.count; m++)
                if (reading->error.messages[m].line < 1 || reading->error.messages[m].column < 1)
                    fail_msg("\"%s\" has no place:\n%s", reading->error.messages[m].text,
                             text_string(&mutant));
            end_reading(reading);
            text_release(&mutant);
        }
        text_release(&yaml);
        arena_free(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_member_is_read_back_as_written),
        cmocka_unit_test(each_row_keeps_its_range),
        cmocka_unit_test(each_value_of_another_shape_is_struck_and_the_rest_loads),
        cmocka_unit_test(each_misspelt_key_is_guessed),
        cmocka_unit_test(keys_are_struck_in_any_style),
        cmocka_unit_test(broken_documents_end_in_messages_with_places),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
