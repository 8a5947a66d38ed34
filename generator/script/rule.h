/*
 * A rule inside: what its script declared, its sandbox, its settings and its answers.
 */
#ifndef HILLPLAN_SCRIPT_RULE_H
#define HILLPLAN_SCRIPT_RULE_H

#include "script/library.h"
#include "script/sandbox.h"
#include "script/script.h"
#include "script/settings.h"

#define BECAUSE_SIZE 256 /* of a reason's text, with its NUL */
#define LACK_SIZE    64

struct answers_kept;

struct rule {
    struct arena *arena;
    struct rule_info info;
    struct settings settings;
    struct sandbox own;
    struct sandbox *sandbox; /* its own, or one that is shared */
    struct library_search libraries;
    int hooks[HOOK_COUNT];      /* references, or LUA_NOREF */
    int hook_lines[HOOK_COUNT]; /* where they begin */
    const struct plan *plan;    /* that it is bound to, or NULL */
    struct answers_kept *kept;  /* of questions about that plan */
    rule_tracer *tracer;        /* NULL: nobody is told of calls */
    void *tracer_data;
    bool warned[LIMIT_KIND_COUNT]; /* of limits in a wrong unit */
    /* The last answer's texts. */
    char because[LIMIT_KIND_COUNT][BECAUSE_SIZE];
    char lack_text[LACK_SIZE];
};

/* Opens a sandbox with all that scripts are given, the `hillplan` table too; as sandbox_open(). */
bool rule_open_sandbox(struct sandbox *sandbox, struct script_limits limits);

/* Adds the sandbox's last failure to `error`. `where` begins the text ("limit_week, week 3"). */
void rule_fail(const struct rule *rule, const char *where, int line, struct error *error);

#endif
