#include "app/rules_messages.h"

#include <stdlib.h>
#include <string.h>

#include "app/setup.h"
#include "base/memory.h"
#include "files/plan_file.h"
#include "rules/cases.h"
#include "words/message.h"

struct list {
    struct words words;
    const char **keys;
    size_t count, capacity;
};

static void add_key(struct list *list, const char *key)
{
    if (list->count == list->capacity) {
        list->capacity = list->capacity ? 2 * list->capacity : 256;
        list->keys = memory_resize(list->keys, list->capacity, sizeof *list->keys);
    }
    list->keys[list->count++] = key;
}

static void add(void *data, const char *message)
{
    struct list *list = data;
    const char *key = list->words.language ? message_missing(&list->words, message)
                                           : message_key(list->words.arena, message);
    if (key)
        add_key(list, key);
}

static void add_of_plan(void *data, const char **message)
{
    add(data, *message);
}

static bool add_file(struct list *list, const char *path, struct ruleset *rules,
                     struct error *error)
{
    size_t length = strlen(path);
    if (length > 4 && strcmp(path + length - 4, ".lua") == 0) {
        struct text messages = TEXT_INIT;
        struct case_results results = {.listener = add, .listener_data = list};
        bool done = cases_run(path, rules, plan_read_text, &results, &messages, error);
        text_release(&messages);
        return done;
    }
    struct plan *plan = plan_read(path, error);
    if (plan)
        plan_each_message(plan, add_of_plan, list);
    plan_free(plan);
    return plan != NULL;
}

static int compare(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

void rules_messages(const char *const *paths, size_t count, struct ruleset *rules,
                    const char *language_name, struct text *out, struct error *error)
{
    struct language *language = NULL;
    if (language_name && !setup_language(language_name, &language, error))
        return;
    struct list list = {.words = {arena_new(), UNITS_KM, language}};
    bool done = true;
    for (size_t i = 0; i < count && done; i++)
        done = add_file(&list, paths[i], rules, error);
    if (list.count)
        qsort(list.keys, list.count, sizeof *list.keys, compare);
    for (size_t i = 0; i < list.count; i++)
        if (i == 0 || strcmp(list.keys[i], list.keys[i - 1]) != 0)
            text_printf(out, "%s\n", list.keys[i]);
    free(list.keys);
    arena_free(list.words.arena);
    language_free(language);
}
