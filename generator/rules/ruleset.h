/*
 * The rules in force: the list of them, the plan that they are bound to, and the questions that
 * they are asked. What a rule is, and what it answers, is in script/script.h.
 *
 * A ruleset is bound to one plan at a time and reads it in place; what a hook may see of it ends at
 * the point it is asked about. Rules are numbered in their order: built-in ones by id, then the
 * profile's, then those of --rules. Nothing here depends on whether a plan is being built or
 * judged.
 */
#ifndef HILLPLAN_RULES_RULESET_H
#define HILLPLAN_RULES_RULESET_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "model/plan.h"
#include "script/script.h"

struct ruleset;

struct ruleset *ruleset_new(void);
void ruleset_free(struct ruleset *rules); /* NULL is allowed */

/*
 * Adds a rule from a file, every *.lua of a folder (in bytewise order), or a text (a custom rule
 * kept in a plan document). A script's mistakes are STATUS_BAD_INPUT with file:line. An id that is
 * already there is an error; but a rule that ruleset_adopt() took from a plan is replaced, with a
 * warning.
 */
bool ruleset_add_file(struct ruleset *rules, const char *path, enum rule_origin origin,
                      struct error *error);
bool ruleset_add_folder(struct ruleset *rules, const char *path, enum rule_origin origin,
                        struct error *error);
bool ruleset_add_text(struct ruleset *rules, const char *name, const char *text,
                      struct error *error);

/* The folder where hillplan.use() looks after the rule's own folder: scripts/rules/lib. */
void ruleset_set_library(struct ruleset *rules, const char *folder);
const char *ruleset_library(const struct ruleset *rules); /* or NULL */

/* What scripts may use that are added from now on; SCRIPT_LIMITS if nobody says. */
void ruleset_limit_scripts(struct ruleset *rules, struct script_limits limits);

/*
 * Changes a setting, or switches a rule off. Unknown rules and settings and values out of range are
 * STATUS_BAD_INPUT, at the line and column given, in `file` (NULL: none).
 */
bool ruleset_set(struct ruleset *rules, const struct rule_setting *setting, const char *file,
                 struct error *error);
bool ruleset_switch_off(struct ruleset *rules, const struct named *rule, const char *file,
                        struct error *error);

/* Forgets what the settings of a rule were changed to. */
void ruleset_forget_settings(struct ruleset *rules, size_t rule);

/*
 * Makes a ruleset that holds the built-in rules the one that a plan document names: its settings
 * and what is off, its custom rules added, and built-in rules that its list leaves out switched
 * off. A plan without a list changes nothing. Mistakes are STATUS_BAD_INPUT.
 */
bool ruleset_adopt(struct ruleset *rules, const struct plan *plan, struct error *error);

/* Lets those built-in rules hold again that the list of a plan doesn't name at all, not even as
   off: they are newer than the plan. */
void ruleset_hold_newer(struct ruleset *rules, const struct plan *plan);

/* The reverse: writes the list of a plan to which the ruleset is bound, in the plan's arena. */
void ruleset_describe(const struct ruleset *rules, struct plan *plan);

/*
 * Binds the ruleset to a plan whose weeks (number, start, phase, kind, dates of days) are set, and
 * works out the settings that depend on it. The plan must outlive the binding and not move.
 */
bool ruleset_bind(struct ruleset *rules, const struct plan *plan, struct error *error);

size_t ruleset_count(const struct ruleset *rules);
const struct rule_info *ruleset_info(const struct ruleset *rules, size_t rule);
struct rule *ruleset_rule(const struct ruleset *rules, size_t rule);

/* True if the rule has the hook at all. */
bool ruleset_has_hook(const struct ruleset *rules, size_t rule, enum hook hook);

/* The index of the rule with that id, or ruleset_count(). */
size_t ruleset_find(const struct ruleset *rules, const char *id);

/* Likewise; false, and an error at the name's place in the file that names the nearest, if none. */
bool ruleset_look_up(const struct ruleset *rules, const struct named *name, const char *file,
                     size_t *index, struct error *error);

/* The value in force of a rule's number setting, or `fallback` (no such rule, off, not a number).
 */
int ruleset_setting(const struct ruleset *rules, const char *rule, const char *setting,
                    int fallback);

/*
 * Asks one rule; week and day are indexes (0 to 6 for days). The week and day must hold what the
 * hook may see: only their dates for the kind of a week, nothing yet for limits, the day complete
 * for allow and prefer, the whole week for allow_week. A script that fails or runs away is
 * STATUS_BAD_INPUT and false.
 */
bool rule_week_kind(struct ruleset *rules, size_t rule, size_t week, struct answer *answer,
                    struct error *error);
/* Of a break of the plan (an index), once the plan is filled. */
bool rule_break_level(struct ruleset *rules, size_t rule, const struct plan *plan, size_t pause,
                      struct answer *answer, struct error *error);
bool rule_limit_week(struct ruleset *rules, size_t rule, size_t week, struct limits *limits,
                     struct answer *answer, struct error *error);
bool rule_wish_week(struct ruleset *rules, size_t rule, size_t week, struct wishes *wishes,
                    struct answer *answer, struct error *error);
bool rule_limit_day(struct ruleset *rules, size_t rule, size_t week, size_t day,
                    struct limits *limits, struct answer *answer, struct error *error);
bool rule_limit_session(struct ruleset *rules, size_t rule, size_t week, size_t day,
                        enum session_kind kind, struct limits *limits, struct answer *answer,
                        struct error *error);
bool rule_allow(struct ruleset *rules, size_t rule, size_t week, size_t day, struct answer *answer,
                struct error *error);
bool rule_allow_week(struct ruleset *rules, size_t rule, size_t week, struct answer *answer,
                     struct error *error);
bool rule_prefer(struct ruleset *rules, size_t rule, size_t week, size_t day, struct answer *answer,
                 struct error *error);

/* Appends the rule's notes for a day to `notes` (room for MAX_ADVICE), copied into the arena. */
bool rule_advise(struct ruleset *rules, size_t rule, size_t week, size_t day, struct arena *arena,
                 const char *notes[MAX_ADVICE], size_t *count, struct error *error);

/*
 * Tells `tracer` of each call of the rule's hooks from here on. Answers that are remembered are no
 * calls. A NULL tracer ends it.
 */
void ruleset_trace(struct ruleset *rules, size_t rule, rule_tracer *tracer, void *data);

#endif
