/* Language files: phrases by key, and sentences of plan documents by their English. */
#include "files/language_file.h"

#include "document/document.h"
#include "files/values.h"

#define MOST_BYTES   (262144)
#define MOST_PHRASE  400
#define MOST_ENTRIES 2000
#define NAMES(names, text)                                                                         \
    CYAML_FIELD_STRING_PTR(names, CYAML_FLAG_POINTER | REQUIRED, struct translation_document,      \
                           text, 1, MOST_PHRASE)

struct phrases_document {
    char *texts[PHRASE_COUNT];
};

struct translation_document {
    char *en, *to;
};

struct language_document {
    struct phrases_document phrases;
    struct translation_document *plan;
    unsigned plan_count;
};

#define PHRASE_FIELD(enumerator, key, text)                                                        \
    CYAML_FIELD_STRING_PTR(key, CYAML_FLAG_POINTER | OPTIONAL, struct phrases_document,            \
                           texts[PHRASE_##enumerator], 1, MOST_PHRASE),
static const cyaml_schema_field_t phrase_fields[] = {PHRASES(PHRASE_FIELD) CYAML_FIELD_END};

static const cyaml_schema_field_t translation_fields[] = {NAMES("en", en), NAMES("to", to),
                                                          CYAML_FIELD_END};

static const cyaml_schema_value_t translation_entry = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct translation_document, translation_fields)};

static const cyaml_schema_field_t language_fields[] = {
    CYAML_FIELD_MAPPING("phrases", REQUIRED, struct language_document, phrases, phrase_fields),
    CYAML_FIELD_SEQUENCE("plan", CYAML_FLAG_POINTER | OPTIONAL, struct language_document, plan,
                         &translation_entry, 0, MOST_ENTRIES),
    CYAML_FIELD_END};

static const cyaml_schema_value_t language_schema = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_POINTER, struct language_document, language_fields)};

static void read_phrases(struct document *document, const struct phrases_document *given,
                         struct language *language)
{
    const struct node *node = document_place(document->root, "phrases");
    for (size_t i = 0; i < PHRASE_COUNT; i++) {
        const char *text = given->texts[i];
        if (text && !phrase_places_match((enum phrase)i, text))
            document_fail(document, node, phrase_key((enum phrase)i),
                          "must name the same places in braces as the English \"%s\"",
                          phrase_english((enum phrase)i));
        language->phrases[i] = value_string(language->arena, text);
    }
}

static void read_translations(const struct language_document *given, struct language *language)
{
    struct arena *arena = language->arena;
    language->translation_count = given->plan_count;
    language->translations = arena_array(arena, given->plan_count, sizeof *language->translations);
    for (unsigned i = 0; i < given->plan_count; i++)
        language->translations[i] = (struct translation){value_string(arena, given->plan[i].en),
                                                         value_string(arena, given->plan[i].to)};
    language_sort(language);
}

struct language *language_read(const char *path, const char *name, struct error *error)
{
    struct document document;
    struct arena *arena = arena_new();
    struct language *language = arena_alloc(arena, sizeof *language);
    *language = (struct language){.arena = arena, .name = arena_strdup(arena, name)};
    if (document_read(&document, path, MOST_BYTES, &language_schema, error)) {
        const struct language_document *given = document.data;
        read_phrases(&document, &given->phrases, language);
        read_translations(given, language);
    }
    bool done = !document.failed;
    document_release(&document);
    if (done)
        return language;
    language_free(language);
    return NULL;
}
