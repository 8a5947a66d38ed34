#include "messages.h"

#include <ctype.h>
#include <glob.h>
#include <stdlib.h>
#include <string.h>

#include "files/language_file.h"
#include "words/message.h"

#define MOST_LANGUAGES 32
#define MOST_NUMBERS   64

/* Read once a process, and never freed. */
static const struct language *languages[MOST_LANGUAGES + 1];

static const char *read_languages(void)
{
    glob_t files;
    struct error error;
    error_init(&error);
    if (languages[0])
        return NULL;
    if (glob("templates/pages/text.*.yaml", 0, NULL, &files) != 0)
        return "there are no languages";
    for (size_t i = 0; i < files.gl_pathc && i < MOST_LANGUAGES; i++) {
        char name[3] = {0};
        strncpy(name, strrchr(files.gl_pathv[i], '/') + strlen("/text."), 2);
        languages[i] = language_read(files.gl_pathv[i], name, &error);
    }
    globfree(&files);
    bool done = error.count == 0;
    error_release(&error);
    return done ? NULL : "a language cannot be read";
}

/* --- numbers --------------------------------------------------------------------------------- */

static int compare(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/*
 * The runs of digits of a text, sorted: what stands between them is the language's way of writing,
 * as in 42,5 or 07.03.2027.
 */
static size_t find_digits(struct arena *arena, const char *text, const char *found[MOST_NUMBERS])
{
    size_t count = 0;
    char before = ' ';
    while (*text && count < MOST_NUMBERS) {
        size_t length = strspn(text, "0123456789");
        if (length && !isalpha((unsigned char)before)) /* "VO2" is a word */
            found[count++] = arena_strndup(arena, text, length);
        text += length ? length : 1;
        before = text[-1];
    }
    qsort(found, count, sizeof *found, compare);
    return count;
}

static bool have_same_numbers(struct arena *arena, const char *a, const char *b)
{
    const char *of_a[MOST_NUMBERS], *of_b[MOST_NUMBERS];
    size_t count = find_digits(arena, a, of_a);
    bool same = find_digits(arena, b, of_b) == count;
    for (size_t i = 0; i < count && same; i++)
        same = strcmp(of_a[i], of_b[i]) == 0;
    return same;
}

/* --- messages -------------------------------------------------------------------------------- */

static const char *judge(struct arena *arena, const char *message)
{
    for (enum units units = UNITS_KM; units <= UNITS_MI; units++) {
        const struct words english = {arena, units, NULL};
        const char *told = message_phrase(&english, message);
        for (size_t i = 0; languages[i]; i++) {
            const struct words words = {arena, units, languages[i]};
            const char *translated = message_phrase(&words, message);
            const char *missing =
                words_are_english(&words) ? NULL : message_missing(&words, message);
            if (missing)
                return arena_printf(arena, "%s lacks \"%s\"", languages[i]->name, missing);
            if (!have_same_numbers(arena, told, translated))
                return arena_printf(arena, "%s says \"%s\" for \"%s\"", languages[i]->name,
                                    translated, told);
        }
    }
    return NULL;
}

/* Messages of one key differ in their numbers alone: a few of each are enough. */
#define MOST_OF_A_KEY 3

struct seen {
    struct arena *arena;
    const char **keys;
    size_t count;
};

static const char *judge_new(struct seen *seen, const char *message)
{
    const char *key = message_key(seen->arena, message);
    int before = 0;
    for (size_t i = 0; i < seen->count; i++)
        before += strcmp(seen->keys[i], key) == 0;
    if (before >= MOST_OF_A_KEY)
        return NULL;
    seen->keys[seen->count++] = key;
    return judge(seen->arena, message);
}

static const char *judge_session(struct seen *seen, const struct session *session)
{
    const char *wrong = NULL;
    for (size_t i = 0; i < session->reason_count && !wrong; i++)
        wrong = judge_new(seen, session->reasons[i].text);
    for (size_t i = 0; i < session->note_count && !wrong; i++)
        wrong = judge_new(seen, session->notes[i]);
    return wrong;
}

static const char *judge_days(struct seen *seen, const struct plan *plan)
{
    const char *wrong = NULL;
    for (size_t day = 0; day < plan->week_count * DAYS_PER_WEEK && !wrong; day++) {
        const struct day *of = &plan->weeks[day / DAYS_PER_WEEK].days[day % DAYS_PER_WEEK];
        for (size_t i = 0; i < of->session_count && !wrong; i++)
            wrong = judge_session(seen, &of->sessions[i]);
    }
    return wrong;
}

const char *messages_judge(const struct plan *plan, const struct findings *findings)
{
    enum { MOST_OF_A_DAY = 200 };
    size_t most = plan->week_count * DAYS_PER_WEEK * MOST_OF_A_DAY + findings->count + 1;
    struct seen seen = {plan->arena, arena_array(plan->arena, most, sizeof *seen.keys), 0};
    const char *wrong = read_languages();
    if (!wrong && plan->verdict.text)
        wrong = judge_new(&seen, plan->verdict.text);
    for (size_t i = 0; i < plan->exception_count && !wrong; i++)
        wrong = judge_new(&seen, plan->exceptions[i].text);
    for (size_t w = 0; w < plan->week_count; w++)
        for (size_t i = 0; i < plan->weeks[w].gave_up_count && !wrong; i++)
            wrong = judge_new(&seen, plan->weeks[w].gave_up[i].text);
    if (!wrong)
        wrong = judge_days(&seen, plan);
    for (size_t i = 0; i < findings->count && !wrong; i++)
        wrong = judge_new(&seen, findings->items[i].text);
    return wrong;
}

void messages_spoil(struct plan *plan)
{
    for (size_t day = 0; day < plan->week_count * DAYS_PER_WEEK; day += 3) {
        const struct day *of = &plan->weeks[day / DAYS_PER_WEEK].days[day % DAYS_PER_WEEK];
        for (size_t i = 0; i < of->session_count; i++) {
            struct session *session = &of->sessions[i];
            if (!session_is_run(session) || session->kind == SESSION_RACE)
                continue;
            session->distance = session->distance == UNKNOWN ? UNKNOWN : 2 * session->distance + 5;
            session->climb_m = session->descent_m = 300;
            session->effort = day % 2 ? EFFORT_HARD : session->effort;
        }
    }
}
