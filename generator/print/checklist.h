/*
 * Checklists: what to do in race week and on race morning. All of their words are here, and which
 * of them a race asks for.
 */
#ifndef HILLPLAN_PRINT_CHECKLIST_H
#define HILLPLAN_PRINT_CHECKLIST_H

#include "print/race_view.h"
#include "words/words.h"

struct checklist {
    const char *title;
    const char **items;
    size_t count;
};

/* In the arena. */
struct checklist checklist_race_week(const struct plan *plan, const struct race_view *view,
                                     const struct words *words);
struct checklist checklist_race_morning(const struct plan *plan, const struct race_view *view,
                                        const struct words *words);

#endif
