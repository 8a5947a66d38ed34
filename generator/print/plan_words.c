/* The plan's sentences, as they are or in the words of another language. */
#include "print/plan_words.h"

#include <string.h>

const char *plan_words_title(const struct page *page)
{
    const struct plan *plan = page->plan;
    const struct words *words = &page->words;
    if (words_are_english(words) || plan->race.date == NO_DATE || plan->week_count == 0)
        return plan->title ? plan->title : words_phrase(words, PHRASE_TRAINING_PLAN);
    const char *race =
        plan->race.name ? plan->race.name : words_race_distance(words, &plan->race.distance);
    size_t week = plan_week_index(plan, plan->race.date);
    size_t weeks = week < plan->week_count ? week + 1 : plan->week_count;
    size_t after = plan->week_count - weeks;
    return after ? SAY(words, PHRASE_PLAN_TITLE_RECOVERY, race, words_count(words, weeks),
                       words_count(words, after))
                 : SAY(words, PHRASE_PLAN_TITLE, race, words_count(words, weeks));
}

/* Whether a week is, in part at least, before or with the race. */
static bool is_until_race(const struct plan *plan, const struct week *week)
{
    return plan->race.date == NO_DATE || week->start <= plan->race.date;
}

/* The biggest week, the longest run and the largest descent in one run until the race. */
static const char *verdict_facts(const struct page *page)
{
    const struct plan *plan = page->plan;
    const struct words *words = &page->words;
    int biggest = 0, longest = 0, descent_m = 0;
    for (size_t w = 0; w < plan->week_count && is_until_race(plan, &plan->weeks[w]); w++) {
        const struct week *week = &plan->weeks[w];
        const struct session *run = week_longest_run(week);
        biggest = larger_of(biggest, plan_week_distance(week));
        longest = larger_of(longest, run ? run->distance : 0);
        for (size_t d = 0; d < DAYS_PER_WEEK; d++)
            for (size_t i = 0; i < week->days[d].session_count; i++)
                if (week->days[d].sessions[i].kind != SESSION_RACE)
                    descent_m = larger_of(descent_m, week->days[d].sessions[i].descent_m);
    }
    const char *facts = SAY(words, PHRASE_VERDICT_FACTS, words_distance(words, biggest),
                            words_distance(words, longest));
    if (descent_m <= 0 || plan->race.descent_m == UNKNOWN)
        return facts;
    return arena_printf(page->arena, "%s %s", facts,
                        SAY(words, PHRASE_VERDICT_DESCENT, words_elevation(words, descent_m),
                            words_elevation(words, plan->race.descent_m)));
}

const char *plan_words_verdict(const struct page *page)
{
    const struct plan *plan = page->plan;
    const struct words *words = &page->words;
    if (!plan->verdict.text)
        return NULL;
    return SAY(words, PHRASE_VERDICT, words_verdict_level(words, plan->verdict.level),
               words_are_english(words) ? plan->verdict.text : verdict_facts(page));
}

const char *plan_words_reason(const struct page *page, const char *rule, const char *text)
{
    const struct plan *plan = page->plan;
    const char *translated = words_translate(&page->words, text);
    if (words_are_english(&page->words) || translated != text)
        return translated;
    for (size_t i = 0; i < plan->rule_count; i++)
        if (strcmp(plan->rules[i].id, rule) == 0 && plan->rules[i].title)
            return words_translate(&page->words, plan->rules[i].title);
    return text;
}
