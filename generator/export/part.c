/* Parts of plans: the same but for the weeks. */
#include "export/part.h"

static bool fail_from(const struct plan *plan, int from, struct error *error)
{
    char asked[DATE_TEXT_SIZE], first[DATE_TEXT_SIZE], last[DATE_TEXT_SIZE];
    int end = plan->weeks[plan->week_count - 1].start + DAYS_PER_WEEK - 1;
    error_add(error, STATUS_BAD_INPUT, NULL, 0, 0,
              "the plan is over on %s: it goes from %s to %s; leave out --from or name one of its "
              "days",
              date_format(from, asked), date_format(plan->weeks[0].start, first),
              date_format(end, last));
    return false;
}

bool export_part(const struct plan *plan, const struct export_format *format, int from, int weeks,
                 struct plan *part, struct error *error)
{
    size_t first = 0;
    *part = *plan;
    if (format->needs == EXPORT_NEEDS_WHOLE && (from != NO_DATE || weeks != UNKNOWN)) {
        error_add(error, STATUS_BAD_INPUT, NULL, 0, 0,
                  "%s holds the plan as a whole, to be read again; leave out --from and --weeks",
                  format->name);
        return false;
    }
    while (first < plan->week_count && from != NO_DATE &&
           plan->weeks[first].start + DAYS_PER_WEEK <= from)
        first++;
    if (first > 0 && first == plan->week_count)
        return fail_from(plan, from, error);
    size_t most = weeks != UNKNOWN ? (size_t)weeks : format->usual_weeks;
    part->weeks = plan->weeks + first;
    part->week_count = plan->week_count - first;
    if (most > 0 && part->week_count > most)
        part->week_count = most;
    return true;
}
