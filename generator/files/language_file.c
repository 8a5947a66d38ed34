/* Language files: phrases by key, and sentences of plan documents by their English. */
#include "files/language_file.h"

#include "document/document.h"

#define PHRASE_BYTES   1, 400
#define SENTENCE_BYTES 1, 1200 /* Greek and Cyrillic letters are two each */
#define MOST_ENTRIES   2000

/* The phrases' keys are those of the English file (words/phrases.h). */
#define PHRASE_FIELD(enumerator, key, text)                                                        \
    FIELD(TEXT, language, phrases[PHRASE_##enumerator], key, HERE, MAY, PHRASE_BYTES, text)
#define PHRASES_FIELDS(X) PHRASES(PHRASE_FIELD)

#define TRANSLATION_FIELDS(X)                                                                      \
    X(TEXT, translation, english, "en", HERE, MUST, SENTENCE_BYTES,                                \
      "as the plan document says it")                                                              \
    X(TEXT, translation, text, "to", HERE, MUST, SENTENCE_BYTES, "the same in this language")

#define LANGUAGE_FIELDS(X)                                                                         \
    X(INLINE, language, "phrases", HERE, MUST, phrases, "by the keys of text.en.yaml")             \
    X(LIST, language, translations, translation_count, "plan", HERE, MAY, 0, MOST_ENTRIES,         \
      translation, "what plan documents say in English")

UNFILED(language, arena, "holds the rest");
UNFILED(language, name, "of the file itself");

static void finish_phrases(struct document *document, const struct place *place, void *object)
{
    const struct language *language = object;
    for (int i = 0; i < PHRASE_COUNT; i++) {
        enum phrase phrase = (enum phrase)i;
        if (language->phrases[i] && !phrase_places_match(phrase, language->phrases[i]))
            document_fail(document, place, phrase_key(phrase),
                          "must name the same places in braces as the English \"%s\"",
                          phrase_english(phrase));
    }
}

FORM(phrases, language, PHRASES_FIELDS, .finish = finish_phrases)
FORM(translation, translation, TRANSLATION_FIELDS)
FORM(language, language, LANGUAGE_FIELDS)

static const struct document_kind language_kind = {
    &language_form, 1, (size_t)256 * 1024, {"the words of a language", false}};

struct language *language_read(const char *path, const char *name, struct error *error)
{
    struct document document;
    struct arena *arena = arena_new();
    document_read(&document, &language_kind, path, arena, NULL, error);
    struct language *language = document_finish(&document);
    if (!language)
        return NULL;
    language->arena = arena;
    language->name = arena_strdup(arena, name);
    language_sort(language);
    return language;
}
