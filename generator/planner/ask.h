/*
 * Asking all rules at once: the tightest limit, the first refusal, the sum of the scores. Rules
 * that are suspended (should rules giving way) are left out.
 */
#ifndef HILLPLAN_PLANNER_ASK_H
#define HILLPLAN_PLANNER_ASK_H

#include "planner/context.h"
#include "planner/week_memory.h"

/* The tightest limits, by which rule, and what that one goes by. Texts are valid until the rules
   are asked again, or as long as the memory that was asked. */
struct budget {
    struct limits limits;
    size_t rule[LIMIT_KIND_COUNT];
    struct days_read read[LIMIT_KIND_COUNT];
};

/* The most that is wished, and by which rule. Texts are in the plan's arena. */
struct week_wishes {
    struct wishes wishes;
    size_t rule[WISH_KIND_COUNT];
};

/* Who said no, and why (NULL where no text was given). */
struct refusal {
    size_t rule;
    const char *because;
    struct days_read read; /* as in struct answer */
    bool reads_sessions;
};

/* Adds days that something goes by, too. */
void days_read_add(struct days_read *days, const struct days_read *more);

/* A score, and the rule that took the most away, if any did. */
struct preference {
    int score;
    int of_day; /* what is lost whatever stands on the days before in the same week; at most 0 */
    struct days_read lost_by; /* what all that is lost goes by */
    bool has_worst;
    struct refusal worst;
};

/* They return false only where a script fails. Weeks and days are indexes. */
/* Whether a rule makes the week one of a return after days off, and of how much of a usual week; 0:
   that is not told. */
bool ask_is_return(struct planner *planner, size_t week, bool *is_return, int *percent,
                   struct error *error);
/* What training was before a break (an index of the plan's), as the first rule says that does. */
bool ask_break_level(struct planner *planner, size_t pause, struct error *error);
bool ask_limit_week(struct planner *planner, size_t week, struct budget *budget,
                    struct error *error);
/* Of sessions, the first one. */
bool ask_wish_week(struct planner *planner, size_t week, struct week_wishes *wishes,
                   struct error *error);
/* A memory (NULL: none) answers what it knows already, and learns. */
bool ask_limit_day(struct planner *planner, size_t week, size_t day, struct week_memory *memory,
                   struct budget *budget, struct error *error);
/* Tightens the budget of a day by what is said of a kind of run; what it kept of texts stays. */
bool ask_limit_session(struct planner *planner, size_t week, size_t day, enum session_kind kind,
                       struct week_memory *memory, struct budget *budget, struct error *error);
/* `item` is what stands on the day, as the memory calls it. */
bool ask_allow(struct planner *planner, size_t week, size_t day, int item,
               struct week_memory *memory, bool *allowed, struct refusal *refusal,
               struct error *error);
bool ask_allow_week(struct planner *planner, size_t week, bool *allowed, struct refusal *refusal,
                    struct error *error);
bool ask_prefer(struct planner *planner, size_t week, size_t day, int item,
                struct week_memory *memory, struct preference *preference, struct error *error);

/*
 * Whether a must rule that isn't built in refuses every run on that day of a week that is empty as
 * yet, and which.
 */
bool ask_refused_day(struct planner *planner, size_t week, size_t day, bool *is_refused,
                     struct refusal *refusal, struct error *error);

/* Likewise whether one refuses the day as it stands; later days are empty. */
bool ask_own_rules(struct planner *planner, size_t week, size_t day, bool *allowed,
                   struct refusal *refusal, struct error *error);

/* The budget without a limit. */
struct budget budget_unlimited(void);

/* The budget of a day on which nothing can be run. */
struct budget budget_nothing(void);

/* Likewise, as a rule refuses it. */
struct budget budget_refused(const struct refusal *refusal);

/* Copies the budget's texts into the plan's arena, so that they stay; not those of a `kept` one
   that it began as (or NULL). */
void budget_keep(const struct planner *planner, struct budget *budget, const struct budget *kept);

/* Who set a limit of the budget, and why. */
struct refusal budget_reason(const struct budget *budget, enum limit_kind kind);

/* The first limit of a budget that the sums of a week exceed, or LIMIT_KIND_COUNT. */
enum limit_kind budget_exceeded_by_week(const struct budget *budget, const struct week *week);

/* The first limit of a budget that the run exceeds, or LIMIT_KIND_COUNT; races never do. */
enum limit_kind budget_exceeded(const struct budget *budget, const struct session *session);

#endif
