/* The kinds of session of a plan, gathered over all of its days. */
#include "words/session_kinds.h"

#include <string.h>

#include "base/text.h"
#include "words/message.h"

#define MOST_ENTRIES 80 /* a plan that tells more titles than this tells a log, not a plan */
#define MOST_NOTES   240
#define FEW          2 /* titles that repeat a note by themselves */

/* A note, and which of the entries have it. */
struct gathered_note {
    const char *text;
    size_t place_in[MOST_ENTRIES]; /* of an entry's notes, from 1; 0: it has it not */
    size_t entries;
};

struct gathering {
    const struct words *words;
    struct kind_entry entries[MOST_ENTRIES];
    size_t entry_count, notes_of[MOST_ENTRIES];
    struct gathered_note notes[MOST_NOTES];
    size_t note_count;
};

static const char *title_of(const struct words *words, const struct session *session)
{
    return session->title ? words_translate(words, session->title)
                          : words_session_kind(words, session->kind);
}

static size_t find_entry(struct gathering *all, const struct session *session)
{
    const char *title = title_of(all->words, session);
    for (size_t i = 0; i < all->entry_count; i++)
        if (all->entries[i].kind == session->kind && strcmp(all->entries[i].title, title) == 0)
            return i;
    if (all->entry_count < MOST_ENTRIES)
        all->entries[all->entry_count++] = (struct kind_entry){session->kind, title, NULL};
    return all->entry_count - 1;
}

static void add_note(struct gathering *all, size_t entry, const char *text)
{
    size_t i = 0;
    while (i < all->note_count && strcmp(all->notes[i].text, text) != 0)
        i++;
    if (i == MOST_NOTES)
        return;
    if (i == all->note_count)
        all->notes[all->note_count++].text = text;
    if (all->notes[i].place_in[entry])
        return;
    all->notes[i].entries++;
    all->notes[i].place_in[entry] = ++all->notes_of[entry];
}

static void gather(struct gathering *all, const struct plan *plan)
{
    for (size_t w = 0; w < plan->week_count; w++)
        for (size_t d = 0; d < DAYS_PER_WEEK; d++) {
            const struct day *day = &plan->weeks[w].days[d];
            for (size_t i = 0; i < day->session_count; i++) {
                const struct session *session = &day->sessions[i];
                if (session->kind == SESSION_KIND_NONE)
                    continue;
                size_t entry = find_entry(all, session);
                for (size_t n = 0; n < session->note_count; n++)
                    add_note(all, entry, message_phrase(all->words, session->notes[n]));
            }
        }
}

/* What is said of an entry, but for what others share. */
static const char *text_of(const struct gathering *all, size_t entry)
{
    struct text text = TEXT_INIT;
    for (size_t place = 1; place <= all->notes_of[entry]; place++)
        for (size_t i = 0; i < all->note_count; i++)
            if (all->notes[i].place_in[entry] == place && all->notes[i].entries <= FEW)
                text_printf(&text, "%s%s", text.length ? " " : "", all->notes[i].text);
    const char *whole = text.length ? arena_strdup(all->words->arena, text_string(&text)) : NULL;
    text_release(&text);
    return whole;
}

static const char *joined(const struct words *words, const char *first, const char *second)
{
    const char *const texts[] = {first, second};
    return words_join(words->arena, " ", texts, 2);
}

/* Notes for the same kinds stand together. */
static void add_shared(struct session_kinds *kinds, const struct words *words,
                       struct kind_note note)
{
    for (size_t i = 0; i < kinds->shared_count; i++)
        if (memcmp(kinds->shared[i].is_for, note.is_for, sizeof note.is_for) == 0) {
            kinds->shared[i].text = joined(words, kinds->shared[i].text, note.text);
            return;
        }
    kinds->shared[kinds->shared_count++] = note;
}

static struct kind_note shared_note(const struct gathering *all, const struct gathered_note *note)
{
    struct kind_note shared = {.text = note->text};
    for (size_t i = 0; i < all->entry_count; i++)
        if (note->place_in[i])
            shared.is_for[all->entries[i].kind] = true;
    return shared;
}

struct session_kinds session_kinds_make(const struct words *words, const struct plan *plan)
{
    struct arena *arena = words->arena;
    struct gathering *all = arena_array(arena, 1, sizeof *all);
    all->words = words;
    gather(all, plan);
    struct session_kinds kinds = {
        .entries = arena_array(arena, all->entry_count + 1, sizeof *kinds.entries),
        .shared = arena_array(arena, all->note_count + 1, sizeof *kinds.shared),
    };
    for (size_t kind = 0; kind < SESSION_KIND_COUNT; kind++)
        for (size_t i = 0; i < all->entry_count; i++)
            if (all->entries[i].kind == (enum session_kind)kind) {
                all->entries[i].text = text_of(all, i);
                kinds.entries[kinds.entry_count++] = all->entries[i];
            }
    for (size_t i = 0; i < all->note_count; i++)
        if (all->notes[i].entries > FEW)
            add_shared(&kinds, words, shared_note(all, &all->notes[i]));
    return kinds;
}
