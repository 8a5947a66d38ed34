/* The plan's title, as it is or in the words of another language. */
#include "print/plan_words.h"

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
