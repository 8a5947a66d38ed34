/* Trees of what was read, packed into numbers, and the answers at their ends. */
#include "script/answers_kept.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/memory.h"

#define MOST_NODES ((size_t)1 << 16) /* of a rule, 2 MB; then all its answers are forgotten */
#define MOST_NOTES 512               /* of a call; after more, its answer is not kept */
#define RECENT     64                /* what a call has just read is not noted again */
#define NOT_READ   UINT64_MAX        /* of values: the view is gone */
#define VALUE_BITS 32
#define COUNT_BITS 24
#define INDEX_BITS 5
#define ITEM_BITS  20
#define PLACE_BITS 10
#define WANT_BITS  4
#define DAY_BITS   28
#define KEY_BITS   60 /* below what is read */

/* What is read, above all other bits of a key. */
enum what { WHAT_ANSWER, WHAT_KIND, WHAT_FIELD, WHAT_LENGTH, WHAT_LARGEST, WHAT_LATEST };

/*
 * One thing that was read with one value it had. `other` is the same thing with another value,
 * `then` what was read next. Where the key is WHAT_ANSWER, nothing more was read.
 */
struct answer_node {
    uint64_t key, value;
    struct answer_node *other;
    union {
        struct answer_node *then;
        const struct kept_answer *known;
    };
};

/* A note that is being taken. */
struct note {
    uint64_t key, value;
};

struct answers_kept {
    struct arena *nodes, *texts;
    size_t node_count;
    size_t weeks;
    struct answer_node **roots; /* by scope: of the plan, each week, and each day; with hook */
    struct note notes[MOST_NOTES];
    size_t note_count; /* MOST_NOTES: too many, or nothing that can be kept */
    /* What the running call has read, by remainders; `turn` tells calls apart. */
    struct {
        uint64_t key, turn;
    } recent[RECENT];
    uint64_t turn;
    /* Texts that were read, to be told apart by their index. */
    const char **read_texts;
    size_t read_text_count;
};

static size_t root_count(size_t weeks)
{
    return (1 + weeks + weeks * DAYS_PER_WEEK) * HOOK_COUNT;
}

struct answers_kept *answers_kept_new(size_t weeks)
{
    struct answers_kept *kept = memory_new(sizeof *kept);
    *kept = (struct answers_kept){.nodes = arena_new(), .texts = arena_new(), .weeks = weeks};
    kept->roots = memory_resize(NULL, root_count(weeks), sizeof(struct answer_node *));
    memset(kept->roots, 0, root_count(weeks) * sizeof(struct answer_node *));
    return kept;
}

void answers_kept_free(struct answers_kept *kept)
{
    if (!kept)
        return;
    arena_free(kept->nodes);
    arena_free(kept->texts);
    free(kept->roots);
    free(kept->read_texts);
    free(kept);
}

static void forget_answers(struct answers_kept *kept)
{
    arena_free(kept->nodes);
    kept->nodes = arena_new();
    kept->node_count = 0;
    memset(kept->roots, 0, root_count(kept->weeks) * sizeof(struct answer_node *));
}

bool answers_kept_for(enum hook hook)
{
    return hook == HOOK_LIMIT_WEEK || hook == HOOK_LIMIT_DAY || hook == HOOK_ALLOW ||
           hook == HOOK_LIMIT_SESSION || hook == HOOK_PREFER;
}

/* NULL where the question is about a week that the plan hasn't. */
static struct answer_node **root_of(struct answers_kept *kept, enum answer_scope scope,
                                    const struct rule_question *question)
{
    size_t place = 0;
    if (question->week >= kept->weeks)
        return NULL;
    if (scope == SCOPE_WEEK)
        place = 1 + question->week;
    else if (scope == SCOPE_DAY)
        place = 1 + kept->weeks + question->week * DAYS_PER_WEEK + question->day;
    return &kept->roots[place * HOOK_COUNT + question->hook];
}

/* ---- keys and values ---- */

static uint64_t pack_bits(uint64_t key, uint64_t part, int bits)
{
    return key << bits | part;
}

static unsigned unpack_bits(uint64_t *key, int bits)
{
    unsigned part = (unsigned)(*key & (((uint64_t)1 << bits) - 1));
    *key >>= bits;
    return part;
}

/* False where the view is too far away for a key. */
static bool pack_view(enum what what, const struct view *view, unsigned index, uint64_t *key)
{
    if (view->item >> ITEM_BITS || (view->session | view->step | view->part) >> PLACE_BITS)
        return false;
    *key = pack_bits(what, view->part, PLACE_BITS);
    *key = pack_bits(*key, view->step, PLACE_BITS);
    *key = pack_bits(*key, view->session, PLACE_BITS);
    *key = pack_bits(*key, index, INDEX_BITS);
    *key = pack_bits(*key, view->kind, INDEX_BITS);
    *key = pack_bits(*key, view->item, ITEM_BITS);
    return true;
}

static struct view unpack_view(uint64_t key, unsigned *index)
{
    struct view view;
    view.item = unpack_bits(&key, ITEM_BITS);
    view.kind = (enum view_kind)unpack_bits(&key, INDEX_BITS);
    *index = unpack_bits(&key, INDEX_BITS);
    view.session = unpack_bits(&key, PLACE_BITS);
    view.step = unpack_bits(&key, PLACE_BITS);
    view.part = unpack_bits(&key, PLACE_BITS);
    return view;
}

/* The number of a text among those that were read; there are few titles. */
static unsigned text_number(struct answers_kept *kept, const char *text)
{
    size_t i = 0;
    while (i < kept->read_text_count && strcmp(kept->read_texts[i], text) != 0)
        i++;
    if (i == kept->read_text_count) {
        kept->read_texts = memory_resize(kept->read_texts, i + 1, sizeof *kept->read_texts);
        kept->read_texts[kept->read_text_count++] = arena_strdup(kept->texts, text);
    }
    return (unsigned)i;
}

static uint64_t pack_value(struct answers_kept *kept, const struct value *value)
{
    unsigned number =
        value->kind == VALUE_TEXT ? text_number(kept, value->text) : (unsigned)value->number;
    return pack_bits(value->kind, number, VALUE_BITS);
}

static uint64_t pack_length(bool can_be_read, size_t length)
{
    return can_be_read ? length : NOT_READ;
}

static uint64_t pack_found(const struct found *found)
{
    return pack_bits(found->unknown, (unsigned)found->value, VALUE_BITS);
}

_Static_assert(SESSION_KIND_COUNT <= 1 << WANT_BITS, "a kind of session fits a key");

static uint64_t pack_span(enum what what, const struct span *span)
{
    uint64_t key = pack_bits(what, (unsigned)span->wanted, WANT_BITS);
    return pack_bits(pack_bits(key, span->first, DAY_BITS), span->end, DAY_BITS);
}

static struct span unpack_span(uint64_t key)
{
    struct span span;
    span.end = unpack_bits(&key, DAY_BITS);
    span.first = unpack_bits(&key, DAY_BITS);
    span.wanted = (int)unpack_bits(&key, WANT_BITS);
    return span;
}

/* The present value of what a key stands for. */
static uint64_t read_again(struct answers_kept *kept, const struct visible_plan *visible,
                           uint64_t key)
{
    enum what what = (enum what)(key >> KEY_BITS);
    if (what == WHAT_LARGEST || what == WHAT_LATEST) {
        const struct span span = unpack_span(key);
        const struct found found =
            what == WHAT_LARGEST ? view_largest(visible, &span) : view_latest(visible, &span);
        return pack_found(&found);
    }
    unsigned index;
    struct view view = unpack_view(key, &index);
    if (what == WHAT_LENGTH) {
        size_t length;
        bool can_be_read = view_length(visible, &view, &length);
        return pack_length(can_be_read, length);
    }
    struct value value = field_read(visible, &view, field_at(view.kind, index));
    return pack_value(kept, &value);
}

/* ---- notes ---- */

/* The node with that value among those of the same key; NULL where there is none. */
static struct answer_node *find_value(struct answer_node *node, uint64_t value)
{
    while (node && node->value != value)
        node = node->other;
    return node;
}

static bool was_just_read(struct answers_kept *kept, uint64_t key)
{
    size_t place = (size_t)(key ^ key >> 20 ^ key >> 30) % RECENT;
    if (kept->recent[place].turn == kept->turn && kept->recent[place].key == key)
        return true;
    kept->recent[place].key = key;
    kept->recent[place].turn = kept->turn;
    return false;
}

static struct answer_node *add_node(struct answers_kept *kept, struct answer_node **place,
                                    uint64_t key, uint64_t value)
{
    struct answer_node *node = arena_alloc(kept->nodes, sizeof *node);
    kept->node_count++;
    node->key = key;
    node->value = value;
    node->other = *place;
    *place = node;
    return node;
}

static void note_read(struct answers_kept *kept, uint64_t key, uint64_t value)
{
    if (kept->note_count == MOST_NOTES || was_just_read(kept, key))
        return;
    kept->notes[kept->note_count++] = (struct note){key, value};
}

static void keep_nothing(struct answers_kept *kept)
{
    kept->note_count = MOST_NOTES;
}

void answers_kept_note_field(struct answers_kept *kept, const struct view *view,
                             const struct view_field *field, const struct value *value)
{
    uint64_t key;
    if (pack_view(WHAT_FIELD, view, field_index(view->kind, field), &key))
        note_read(kept, key, pack_value(kept, value));
    else
        keep_nothing(kept);
}

void answers_kept_note_length(struct answers_kept *kept, const struct view *list, bool can_be_read,
                              size_t length)
{
    uint64_t key;
    if (pack_view(WHAT_LENGTH, list, 0, &key))
        note_read(kept, key, pack_length(can_be_read, length));
    else
        keep_nothing(kept);
}

static void note_found(struct answers_kept *kept, enum what what, const struct span *span,
                       const struct found *found)
{
    if (span->end >> DAY_BITS || found->unknown >> COUNT_BITS)
        keep_nothing(kept);
    else
        note_read(kept, pack_span(what, span), pack_found(found));
}

void answers_kept_note_largest(struct answers_kept *kept, const struct span *span,
                               const struct found *found)
{
    note_found(kept, WHAT_LARGEST, span, found);
}

void answers_kept_note_latest(struct answers_kept *kept, const struct span *span,
                              const struct found *found)
{
    note_found(kept, WHAT_LATEST, span, found);
}

/* ---- answers ---- */

static bool is_about_kind(const struct rule_question *question)
{
    return question->hook == HOOK_LIMIT_SESSION;
}

/* The answer in the tree of a scope, or NULL. The kind of run asked about counts as read first. */
static const struct kept_answer *find_answer(struct answers_kept *kept,
                                             const struct visible_plan *visible,
                                             const struct rule_question *question,
                                             enum answer_scope scope)
{
    struct answer_node **root = root_of(kept, scope, question);
    struct answer_node *node = root ? *root : NULL;
    if (node && is_about_kind(question)) {
        node = find_value(node, (uint64_t)question->kind);
        node = node ? node->then : NULL;
    }
    while (node && node->key != WHAT_ANSWER) {
        node = find_value(node, read_again(kept, visible, node->key));
        node = node ? node->then : NULL;
    }
    return node ? node->known : NULL;
}

const struct kept_answer *answers_kept_recall(struct answers_kept *kept,
                                              const struct visible_plan *visible,
                                              const struct rule_question *question)
{
    const struct kept_answer *known = NULL;
    if (kept->node_count >= MOST_NODES)
        forget_answers(kept);
    for (enum answer_scope scope = SCOPE_PLAN; scope <= SCOPE_DAY && !known; scope++)
        known = find_answer(kept, visible, question, scope);
    kept->turn++;
    kept->note_count = 0;
    if (!known && is_about_kind(question))
        note_read(kept, (uint64_t)WHAT_KIND << KEY_BITS, (uint64_t)question->kind);
    return known;
}

static const char *keep_text(struct answers_kept *kept, const char *text)
{
    return text ? arena_strdup(kept->texts, text) : NULL;
}

/* Where the notes lead to in a tree; NULL if the script goes by more than the plan. */
static struct answer_node **follow_notes(struct answers_kept *kept, struct answer_node **place)
{
    for (size_t i = 0; i < kept->note_count; i++) {
        const struct note *note = &kept->notes[i];
        if (*place && (*place)->key != note->key)
            return NULL;
        struct answer_node *node = find_value(*place, note->value);
        if (!node)
            node = add_node(kept, place, note->key, note->value);
        place = &node->then;
    }
    return *place ? NULL : place;
}

void answers_kept_keep(struct answers_kept *kept, const struct rule_question *question,
                       enum answer_scope scope, const struct answer *answer,
                       const struct limits *limits)
{
    struct answer_node **place = root_of(kept, scope, question);
    if (kept->note_count < MOST_NOTES && place)
        place = follow_notes(kept, place);
    if (kept->note_count == MOST_NOTES || !place)
        return;
    struct kept_answer *known = arena_alloc(kept->nodes, sizeof *known);
    known->answer = *answer;
    known->answer.because = keep_text(kept, answer->because);
    known->answer.field = keep_text(kept, answer->field);
    for (int kind = 0; limits && kind < LIMIT_KIND_COUNT; kind++) {
        known->limits.of[kind] = limits->of[kind];
        if (limits->of[kind].max != INT_MAX)
            known->limits.of[kind].because = keep_text(kept, limits->of[kind].because);
    }
    add_node(kept, place, WHAT_ANSWER, 0)->known = known;
}
