/* Setup: where the rules and templates are, and loading them. */
#include "app/setup.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/data_path.h"
#include "base/file.h"
#include "base/text.h"
#include "files/language_file.h"
#include "files/style_file.h"
#include "files/template_file.h"
#include "import/import.h"
#include "import/lexicon.h"
#include "logs/run_log.h"
#include "model/as_run.h"
#include "rules/cuts.h"

struct ruleset *setup_built_in_rules(struct error *error)
{
    struct ruleset *rules = ruleset_new();
    char *folder = data_path("scripts/rules", error);
    char *library = data_path("scripts/rules/lib", error);
    ruleset_set_library(rules, library);
    bool done = ruleset_add_folder(rules, folder, RULE_BUILT_IN, error);
    free(folder);
    free(library);
    if (done)
        return rules;
    ruleset_free(rules);
    return NULL;
}

bool setup_add_rules(struct ruleset *rules, const struct arguments *arguments, size_t option,
                     struct error *error)
{
    for (size_t i = 0; i < arguments->value_counts[option]; i++) {
        const char *path = arguments->values[option][i];
        bool done = file_is_folder(path) ? ruleset_add_folder(rules, path, RULE_CUSTOM, error)
                                         : ruleset_add_file(rules, path, RULE_CUSTOM, error);
        if (!done)
            return false;
    }
    return true;
}

static bool add_profile_scripts(struct ruleset *rules, const struct profile *profile,
                                struct error *error)
{
    for (size_t i = 0; i < profile->script_count; i++) {
        const struct named *script = &profile->scripts[i];
        struct text path = TEXT_INIT;
        file_beside(profile->path, script->name, &path);
        bool done = access(path.data, R_OK) == 0;
        if (!done)
            error_add(error, STATUS_BAD_INPUT, profile->path, script->line, script->column,
                      "cannot read the rule script %s: paths are relative to the profile",
                      path.data);
        done = done && ruleset_add_file(rules, path.data, RULE_CUSTOM, error);
        text_release(&path);
        if (!done)
            return false;
    }
    return true;
}

static bool set_template_settings(struct ruleset *rules,
                                  const struct training_template *training_template,
                                  struct error *error)
{
    bool done = true;
    for (size_t i = 0; i < training_template->setting_count; i++)
        done = ruleset_set(rules, &training_template->settings[i], NULL, error) && done;
    return done;
}

struct ruleset *setup_template_rules(const struct training_template *training_template,
                                     struct error *error)
{
    struct ruleset *rules = setup_built_in_rules(error);
    if (rules && set_template_settings(rules, training_template, error))
        return rules;
    ruleset_free(rules);
    return NULL;
}

static bool change_rules(struct ruleset *rules, const struct profile *profile, struct error *error)
{
    bool done = true;
    for (size_t i = 0; i < profile->setting_count; i++)
        done = ruleset_set(rules, &profile->settings[i], profile->path, error) && done;
    for (size_t i = 0; i < profile->rule_off_count; i++)
        done = ruleset_switch_off(rules, &profile->rules_off[i], profile->path, error) && done;
    return done;
}

bool setup_add_profile_rules(struct ruleset *rules, const struct profile *profile,
                             struct error *error)
{
    return add_profile_scripts(rules, profile, error) && change_rules(rules, profile, error);
}

bool setup_profile_rules(struct ruleset *rules, const struct profile *profile,
                         const struct training_template *training_template,
                         const struct arguments *arguments, size_t option, struct error *error)
{
    if (!add_profile_scripts(rules, profile, error) ||
        !setup_add_rules(rules, arguments, option, error))
        return false;
    bool done = set_template_settings(rules, training_template, error);
    return change_rules(rules, profile, error) && done;
}

struct ruleset *setup_rules_of(const struct plan *plan, const struct arguments *arguments,
                               size_t option, struct error *error)
{
    struct ruleset *rules = setup_built_in_rules(error);
    if (rules && ruleset_adopt(rules, plan, error) &&
        setup_add_rules(rules, arguments, option, error))
        return rules;
    ruleset_free(rules);
    return NULL;
}

struct ruleset *setup_plan_rules(struct plan *plan, const struct arguments *arguments,
                                 size_t option, struct error *error)
{
    struct ruleset *rules = setup_rules_of(plan, arguments, option, error);
    plan_count_as_run(plan);
    if (rules && ruleset_bind(rules, plan, error) && cuts_settle(rules, plan, error))
        return rules;
    ruleset_free(rules);
    return NULL;
}

/* --- templates ------------------------------------------------------------------------------- */

/* The path of the template of that name; NULL and an error that lists the names there are. */
static char *named_template(const struct profile *profile, const char *folder, char *const *files,
                            size_t count, struct error *error)
{
    struct arena *arena = arena_new();
    const char **names = arena_array(arena, count, sizeof *names), *name = profile->template_name;
    const struct word_list list = {names, count, NULL};
    for (size_t i = 0; i < count; i++)
        names[i] = arena_printf(arena, "%.*s", (int)(strlen(files[i]) - strlen(".yaml")), files[i]);
    struct text path = TEXT_INIT, advice = TEXT_INIT;
    int place = word_list_find(&list, name);
    if (place >= 0) {
        text_printf(&path, "%s/%s", folder, files[place]);
    } else {
        word_list_advise(&list, name, "'", &advice);
        error_add(error, STATUS_BAD_INPUT, profile->path, 0, 0,
                  "template: there is no template '%s'; choose one of %s", name,
                  text_string(&advice));
    }
    text_release(&advice);
    arena_free(arena);
    return path.data;
}

static struct training_template *read_in_folder(const char *folder, const char *file,
                                                const struct session_library *library,
                                                struct error *error)
{
    struct text path = TEXT_INIT;
    text_printf(&path, "%s/%s", folder, file);
    struct training_template *found = training_template_read(path.data, library, error);
    text_release(&path);
    return found;
}

/* The first template, in the order of the file names, that serves the race's distance. */
static struct training_template *
template_for_race(const struct profile *profile, const char *folder, char *const *files,
                  size_t count, const struct session_library *library, struct error *error)
{
    int metres = profile->race.distance.metres;
    for (size_t i = 0; i < count; i++) {
        struct training_template *found = read_in_folder(folder, files[i], library, error);
        if (!found || (metres >= found->race_from_m && metres <= found->race_to_m))
            return found;
        training_template_free(found);
    }
    error_add(error, STATUS_BAD_INPUT, profile->path, 0, 0,
              "no template serves a race of %d m; name one with template", metres);
    return NULL;
}

static struct training_template *read_template(const struct profile *profile,
                                               const struct session_library *library,
                                               struct error *error)
{
    size_t count;
    char *folder = data_path("templates/training", error);
    char **files = file_list(folder, ".yaml", &count, error);
    struct training_template *found = NULL;
    if (files && profile->template_name) {
        char *path = named_template(profile, folder, files, count, error);
        found = path ? training_template_read(path, library, error) : NULL;
        free(path);
    } else if (files) {
        found = template_for_race(profile, folder, files, count, library, error);
    }
    free(files);
    free(folder);
    return found;
}

bool setup_templates(const struct profile *profile, struct session_library **library,
                     struct training_template **training_template, struct error *error)
{
    char *folder = data_path("templates/sessions", error);
    *training_template = NULL;
    *library = session_library_read(folder, error);
    free(folder);
    if (*library)
        *training_template = read_template(profile, *library, error);
    return *training_template;
}

struct lexicon *setup_words(struct error *error)
{
    char *path = data_path("templates/words.yaml", error);
    struct lexicon *words = lexicon_read(path, error);
    free(path);
    return words;
}

struct log_words *setup_log_words(struct error *error)
{
    char *path = data_path("templates/logs.yaml", error);
    struct log_words *words = log_words_read(path, error);
    free(path);
    return words;
}

/* --- pages ----------------------------------------------------------------------------------- */

bool setup_languages(struct arena *arena, struct word_list *languages, struct error *error)
{
    char *folder = data_path("templates/pages", error);
    size_t count, prefix = strlen("text.");
    char **files = file_list(folder, ".yaml", &count, error);
    const char **words = arena_array(arena, files ? count : 0, sizeof *words);
    *languages = (struct word_list){words, 0, NULL};
    for (size_t i = 0; files && i < count; i++)
        if (strncmp(files[i], "text.", prefix) == 0)
            words[languages->count++] = arena_printf(
                arena, "%.*s", (int)strcspn(files[i] + prefix, "."), files[i] + prefix);
    bool done = files != NULL;
    free(files);
    free(folder);
    return done;
}

/* Whether there is such a language; otherwise the error names those there are. */
static bool language_exists(const char *name, struct error *error)
{
    struct arena *arena = arena_new();
    struct word_list languages;
    bool is_told = setup_languages(arena, &languages, error);
    int place = is_told ? word_list_choose(&languages, "language", name, error) : -1;
    bool exists = place >= 0 && strcmp(languages.words[place], name) == 0; /* plans keep it so */
    if (place >= 0 && !exists)
        error_add(error, STATUS_BAD_INPUT, NULL, 0, 0, "the language '%s' is written '%s'", name,
                  languages.words[place]);
    arena_free(arena);
    return exists;
}

bool setup_language(const char *name, struct language **language, struct error *error)
{
    struct text data = TEXT_INIT;
    *language = NULL;
    if (!name || strcmp(name, "en") == 0)
        return true;
    if (!language_exists(name, error))
        return false;
    text_printf(&data, "templates/pages/text.%s.yaml", name);
    char *path = data_path(text_string(&data), error);
    *language = language_read(path, name, error);
    free(path);
    text_release(&data);
    return *language;
}

struct page_style *setup_page_style(const char *path, struct error *error)
{
    char *standard = path ? NULL : data_path("templates/pages/standard.yaml", error);
    struct page_style *style = page_style_read(path ? path : standard, error);
    free(standard);
    return style;
}
