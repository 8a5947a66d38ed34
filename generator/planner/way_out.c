/* Way out: its sentences. */
#include "planner/way_out.h"

#include "words/message.h"

static const char *later_words(const struct plan *plan, int weeks)
{
    char mark[MARK_SIZE];
    return weeks > 0 ? arena_printf(plan->arena, "The same race %s weeks later would be in reach.",
                                    mark_count(weeks, mark))
                     : NULL;
}

static const char *shorter_words(const struct plan *plan, int metres)
{
    char mark[MARK_SIZE];
    return metres > 0 ? arena_printf(
                            plan->arena, "On the same day a race of %s would be in reach.",
                            mark_distance(distance_from_m(metres, plan->units), plan->units, mark))
                      : NULL;
}

void way_out_tell(struct plan *plan, int weeks_later, int shorter_m)
{
    bool is_none = weeks_later <= 0 && shorter_m <= 0;
    const char *const texts[] = {
        plan->verdict.text,
        later_words(plan, weeks_later),
        shorter_words(plan, shorter_m),
        is_none ? "Whoever starts all the same takes walking breaks from the beginning." : NULL,
    };
    plan->verdict.text = words_join(plan->arena, " ", texts, sizeof texts / sizeof *texts);
}
