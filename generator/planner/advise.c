/* Advise: notes, reasons, verdict. */
#include "planner/advise.h"

#include <string.h>

/* More reasons than that explain nothing. */
#define MAX_REASONS 4

static void add_reason(const struct planner *planner, struct session *session,
                       const struct refusal *refusal)
{
    if (!refusal->because || session->reason_count == MAX_REASONS)
        return;
    const char *id = ruleset_info(planner->rules, refusal->rule)->id;
    for (size_t i = 0; i < session->reason_count; i++)
        if (strcmp(session->reasons[i].rule, id) == 0)
            return; /* one word a rule is enough */
    struct arena *arena = planner->plan->arena;
    if (!session->reasons)
        session->reasons = arena_array(arena, MAX_REASONS, sizeof *session->reasons);
    session->reasons[session->reason_count++] = (struct reason){id, refusal->because};
}

/* Why this item is not on another day. */
static void explain_elsewhere(const struct planner *planner, const struct placement *placement,
                              size_t item, size_t here, struct session *session)
{
    for (size_t d = 0; d < DAYS_PER_WEEK; d++) {
        const struct trial *trial = &placement->trials[item][d];
        if (d != here && trial->refused && !trial->allowed)
            add_reason(planner, session, &trial->refusal);
    }
    for (size_t d = 0; d < DAYS_PER_WEEK; d++) {
        const struct trial *trial = &placement->trials[item][d];
        if (d != here && trial->disliked && !placement->trials[item][here].disliked)
            add_reason(planner, session, &trial->dislike);
    }
}

/* Why nothing harder is on the day of an easy run. */
static void explain_ease(const struct planner *planner, const struct menu_result *menu,
                         const struct placement *placement, size_t day, struct session *session)
{
    const struct recipe *easy = planner->input->training_template->easy_run;
    for (size_t i = 0; i < menu->count; i++) {
        const struct trial *trial = &placement->trials[i][day];
        if (menu->items[i].recipe != easy && trial->refused && !trial->allowed)
            add_reason(planner, session, &trial->refusal);
    }
}

void advise_reasons(const struct planner *planner, size_t week, const struct menu_result *menu,
                    const struct week_limits *limits, const struct placement *placement)
{
    struct plan *plan = planner->plan;
    const struct recipe *easy = planner->input->training_template->easy_run;
    bool first = true;
    for (size_t d = 0; d < DAYS_PER_WEEK; d++) {
        int item = placement->item_on[d];
        if (item == REST || !menu->items[item].recipe)
            continue;
        struct session *session = &plan->weeks[week].days[d].sessions[0];
        bool week_is_bound =
            limits->week.limits.of[LIMIT_DISTANCE].max < planner->wishes[week].distance;
        struct refusal total = budget_reason(&limits->week, LIMIT_DISTANCE);
        add_reason(planner, session, &menu->items[item].bound);
        if (menu->items[item].recipe == easy)
            explain_ease(planner, menu, placement, d, session);
        else
            explain_elsewhere(planner, placement, (size_t)item, d, session);
        if (first && week_is_bound)
            add_reason(planner, session, &total);
        first = false;
    }
}

static void append_notes(const struct planner *planner, struct session *session,
                         const char *const *notes, size_t count)
{
    if (count == 0)
        return;
    const char **all = arena_array(planner->plan->arena, session->note_count + count, sizeof *all);
    if (session->note_count)
        memcpy(all, session->notes, session->note_count * sizeof *all);
    memcpy(all + session->note_count, notes, count * sizeof *all);
    session->notes = all;
    session->note_count += count;
}

bool advise_notes(const struct planner *planner, struct error *error)
{
    struct plan *plan = planner->plan;
    for (size_t w = 0; w < plan->week_count; w++) {
        for (size_t d = 0; d < DAYS_PER_WEEK; d++) {
            struct day *day = &plan->weeks[w].days[d];
            for (size_t rule = 0; rule < ruleset_count(planner->rules); rule++) {
                const char *notes[MAX_ADVICE];
                size_t count = 0;
                if (day->session_count == 0 || !rule_has_hook(planner->rules, rule, HOOK_ADVISE))
                    continue;
                if (!rule_advise(planner->rules, rule, w, d, plan->arena, notes, &count, error))
                    return false;
                append_notes(planner, &day->sessions[0], notes, count);
            }
        }
    }
    return true;
}

void advise_verdict(const struct planner *planner)
{
    struct plan *plan = planner->plan;
    const struct training_template *shape = planner->input->training_template;
    int peak = 0, longest = 0;
    for (size_t w = 0; w < plan->week_count; w++) {
        const struct session *run = week_longest_run(&plan->weeks[w]);
        int distance = plan_week_distance(&plan->weeks[w]);
        peak = distance > peak ? distance : peak;
        longest = run && run->distance > longest ? run->distance : longest;
    }
    int needs_peak = distance_from_m(shape->needs_peak_m, plan->units);
    int needs_long = distance_from_m(shape->needs_long_m, plan->units);
    int reached = scale_floor(peak, 100, needs_peak > 0 ? needs_peak : 1);
    int reached_long = scale_floor(longest, 100, needs_long > 0 ? needs_long : 1);
    int least = reached < reached_long ? reached : reached_long;
    plan->verdict.level = least >= 100                    ? VERDICT_READY
                          : least >= shape->tight_percent ? VERDICT_TIGHT
                                                          : VERDICT_SHORT;
    static const char *const openings[] = {
        [VERDICT_READY] = "Ready",
        [VERDICT_TIGHT] = "Tight",
        [VERDICT_SHORT] = "Short",
    };
    char texts[4][QUANTITY_TEXT_SIZE];
    const char *unit = units_name(plan->units);
    plan->verdict.text = arena_printf(
        plan->arena,
        "%s: the biggest week is %s %s and the longest run %s %s; this race asks for about %s and "
        "%s.",
        openings[plan->verdict.level], distance_format(peak, texts[0]), unit,
        distance_format(longest, texts[1]), unit, distance_format(needs_peak, texts[2]),
        distance_format(needs_long, texts[3]));
}
