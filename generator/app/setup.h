/*
 * Setup: finds the installed (or the source tree's) rules and templates, and loads them.
 */
#ifndef HILLPLAN_APP_SETUP_H
#define HILLPLAN_APP_SETUP_H

#include "app/options.h"
#include "base/error.h"
#include "model/page_style.h"
#include "model/plan.h"
#include "model/profile.h"
#include "model/template.h"
#include "rules/ruleset.h"
#include "words/language.h"

/* A ruleset with the built-in rules; the caller frees it. NULL after an error. */
struct ruleset *setup_built_in_rules(struct error *error);

/* Adds the files and folders named by --rules (option index `option` of the arguments). */
bool setup_add_rules(struct ruleset *rules, const struct arguments *arguments, size_t option,
                     struct error *error);

/* The built-in rules as the template sets them: what a runner without rules of their own gets. */
struct ruleset *setup_template_rules(const struct training_template *training_template,
                                     struct error *error);

/* Adds the profile's scripts, then those of --rules; then settings and switched-off rules. */
bool setup_profile_rules(struct ruleset *rules, const struct profile *profile,
                         const struct training_template *training_template,
                         const struct arguments *arguments, size_t option, struct error *error);

/* Adds the profile's scripts, settings and switched-off rules to the rules of its plan. */
bool setup_add_profile_rules(struct ruleset *rules, const struct profile *profile,
                             struct error *error);

/* The rules that a plan document lists, and those of --rules; not bound to it. */
struct ruleset *setup_rules_of(const struct plan *plan, const struct arguments *arguments,
                               size_t option, struct error *error);

/* The ruleset that a plan document is judged by: its own list, and --rules. Bound to the plan,
   from whose weeks it takes the marks of cuts that it doesn't bear out, and whose days hold what
   was run from now on (model/as_run.h). */
struct ruleset *setup_plan_rules(struct plan *plan, const struct arguments *arguments,
                                 size_t option, struct error *error);

/* The names of the languages that there are, in the arena. */
bool setup_languages(struct arena *arena, struct word_list *languages, struct error *error);

/*
 * Reads the words of the pages; `*language` is NULL for English (or a name of NULL), which is
 * built in. The caller
 * frees it. False and an error that lists the languages there are where it is none of them.
 */
bool setup_language(const char *name, struct language **language, struct error *error);

/* Reads the page style in the file, or the standard one for NULL. The caller frees it; NULL after
 * an error. */
struct page_style *setup_page_style(const char *path, struct error *error);

/* The words that plans of others are read by; the caller frees them. NULL after an error. */
struct lexicon;
struct lexicon *setup_words(struct error *error);

/* The words that training logs are read by; the caller frees them. NULL after an error. */
struct log_words;
struct log_words *setup_log_words(struct error *error);

/* Reads the session library and the template that the profile names or its race distance asks. */
bool setup_templates(const struct profile *profile, struct session_library **library,
                     struct training_template **training_template, struct error *error);

#endif
