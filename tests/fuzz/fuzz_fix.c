/* Any bytes as a plan document: it is mended by the rules that it carries. */
#include "plan_document.h"

static void use(struct plan *plan)
{
    judge(plan, true);
}

FUZZ_PLAN(use)
