/* The keys of our documents. */
#include "files/keys.h"

#include "document/reference.h"
#include "files/plan_forms.h"
#include "files/profile_forms.h"

void keys_append(struct text *out)
{
    text_append(out, "## The keys of a profile\n\n");
    reference_append(&profile_form, IN_PROFILE, out);
    text_append(out, "\n## The keys of a plan document\n\n");
    reference_append(&plan_form, IN_PLAN, out);
}
