/*
 * The kinds of session of a plan, each once, with all that the plan says of it: before anything is
 * drawn. What is said of several kinds is told once, with the kinds that it is for.
 */
#ifndef HILLPLAN_WORDS_SESSION_KINDS_H
#define HILLPLAN_WORDS_SESSION_KINDS_H

#include "model/plan.h"
#include "words/words.h"

/* A session that a plan has, by its title; all its notes, in one text. */
struct kind_entry {
    enum session_kind kind;
    const char *title; /* in the language of the words */
    const char *text;  /* or NULL */
};

/* What several kinds share. */
struct kind_note {
    const char *text;
    bool is_for[SESSION_KIND_COUNT];
};

struct session_kinds {
    struct kind_entry *entries; /* in the order of SESSION_KINDS */
    size_t entry_count;
    struct kind_note *shared;
    size_t shared_count;
};

/* In the arena of the words. */
struct session_kinds session_kinds_make(const struct words *words, const struct plan *plan);

#endif
