/* The names of the closed sets. */
#include "model/names.h"

#include <stddef.h>
#include <string.h>

#define NAMES_STRING(enumerator, name) name,

/* What is not told (-1, the NONE of a set) has no name. */
#define DEFINE_NAME(function, type, LIST)                                                          \
    const char *function(enum type value)                                                          \
    {                                                                                              \
        static const char *const names[] = {LIST(NAMES_STRING)};                                   \
        return (int)value < 0 ? NULL : names[value];                                               \
    }

DEFINE_NAME(session_kind_name, session_kind, SESSION_KINDS)
DEFINE_NAME(effort_name, effort, EFFORTS)
DEFINE_NAME(terrain_name, terrain, TERRAINS)
DEFINE_NAME(phase_name, phase, PHASES)
DEFINE_NAME(week_kind_name, week_kind, WEEK_KINDS)
DEFINE_NAME(step_kind_name, step_kind, STEP_KINDS)
DEFINE_NAME(hill_access_name, hill_access, HILL_ACCESSES)
DEFINE_NAME(rule_level_name, rule_level, RULE_LEVELS)
DEFINE_NAME(verdict_level_name, verdict_level, VERDICT_LEVELS)
DEFINE_NAME(paper_name, paper, PAPERS)
DEFINE_NAME(ink_use_name, ink_use, INK_USES)
DEFINE_NAME(color_use_name, color_use, COLOR_USES)
DEFINE_NAME(page_kind_name, page_kind, PAGE_KINDS)

bool paper_from_name(const char *name, enum paper *paper)
{
    for (int i = 0; i < PAPER_COUNT; i++) {
        if (strcmp(name, paper_name((enum paper)i)) == 0) {
            *paper = (enum paper)i;
            return true;
        }
    }
    return false;
}

bool page_kind_from_name(const char *name, enum page_kind *kind)
{
    for (int i = 0; i < PAGE_KIND_COUNT; i++) {
        if (strcmp(name, page_kind_name((enum page_kind)i)) == 0) {
            *kind = (enum page_kind)i;
            return true;
        }
    }
    return false;
}

bool session_kind_is_run(enum session_kind kind)
{
    return kind != SESSION_CROSS && kind != SESSION_STRENGTH && kind != SESSION_DRILLS;
}
