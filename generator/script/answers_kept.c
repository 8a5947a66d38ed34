/* The memo: trees of what was read, packed into numbers, and the answers at their ends. */
#include "script/answers_kept.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/memory.h"

#define MOST_NODES ((size_t)1 << 18) /* 8 MB; then everything is forgotten */
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
enum what { WHAT_ANSWER, WHAT_FIELD, WHAT_LENGTH, WHAT_LARGEST, WHAT_LATEST };

/*
 * One thing that was read with one value it had. `other` is the same thing with another value,
 * `then` what was read next. Where the key is WHAT_ANSWER, nothing more was read.
 */
struct node {
    uint64_t key, value;
    struct node *other;
    union {
        struct node *then;
        const struct memory *memory;
    };
};

/* The hooks that are asked about one day, or week. */
enum { HOOKS_OF_DAY = 3, HOOKS_OF_WEEK = DAYS_PER_WEEK * HOOKS_OF_DAY + 1 };

struct memo {
    struct arena *nodes, *texts;
    size_t node_count;
    size_t rules, weeks;
    struct node **roots; /* by rule, week, and day with hook */
    struct node **place; /* where the next note goes; NULL: none are taken */
    /* What the running call has read, by remainders; `turn` tells calls apart. */
    struct {
        uint64_t key, turn;
    } recent[RECENT];
    uint64_t turn;
    /* Texts that were read, to be told apart by their index. */
    const char **read_texts;
    size_t read_text_count;
};

struct memo *memo_new(size_t rules, size_t weeks)
{
    struct memo *memo = memory_new(sizeof *memo);
    *memo =
        (struct memo){.nodes = arena_new(), .texts = arena_new(), .rules = rules, .weeks = weeks};
    memo->roots = memory_resize(NULL, rules * weeks * HOOKS_OF_WEEK + 1, sizeof(struct node *));
    memset(memo->roots, 0, rules * weeks * HOOKS_OF_WEEK * sizeof(struct node *));
    return memo;
}

void memo_free(struct memo *memo)
{
    if (!memo)
        return;
    arena_free(memo->nodes);
    arena_free(memo->texts);
    free(memo->roots);
    free(memo->read_texts);
    free(memo);
}

static void forget(struct memo *memo)
{
    arena_free(memo->nodes);
    memo->nodes = arena_new();
    memo->node_count = 0;
    memset(memo->roots, 0, memo->rules * memo->weeks * HOOKS_OF_WEEK * sizeof(struct node *));
}

bool memo_is_for(enum hook hook)
{
    return hook == HOOK_LIMIT_WEEK || hook == HOOK_LIMIT_DAY || hook == HOOK_ALLOW ||
           hook == HOOK_PREFER;
}

static struct node **root_of(struct memo *memo, size_t rule, enum hook hook, size_t week,
                             size_t day)
{
    size_t place = hook == HOOK_LIMIT_WEEK  ? 0
                   : hook == HOOK_LIMIT_DAY ? 1
                   : hook == HOOK_ALLOW     ? 2
                                            : 3;
    if (rule >= memo->rules || week >= memo->weeks)
        return NULL;
    return &memo->roots[(rule * memo->weeks + week) * HOOKS_OF_WEEK + day * HOOKS_OF_DAY + place];
}

/* ---- keys and values ---- */

static uint64_t pack(uint64_t key, uint64_t part, int bits)
{
    return key << bits | part;
}

static unsigned unpack(uint64_t *key, int bits)
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
    *key = pack(what, view->part, PLACE_BITS);
    *key = pack(*key, view->step, PLACE_BITS);
    *key = pack(*key, view->session, PLACE_BITS);
    *key = pack(*key, index, INDEX_BITS);
    *key = pack(*key, view->kind, INDEX_BITS);
    *key = pack(*key, view->item, ITEM_BITS);
    return true;
}

static struct view unpack_view(uint64_t key, unsigned *index)
{
    struct view view;
    view.item = unpack(&key, ITEM_BITS);
    view.kind = (enum view_kind)unpack(&key, INDEX_BITS);
    *index = unpack(&key, INDEX_BITS);
    view.session = unpack(&key, PLACE_BITS);
    view.step = unpack(&key, PLACE_BITS);
    view.part = unpack(&key, PLACE_BITS);
    return view;
}

/* The number of a text among those that were read; there are few titles. */
static unsigned text_number(struct memo *memo, const char *text)
{
    size_t i = 0;
    while (i < memo->read_text_count && strcmp(memo->read_texts[i], text) != 0)
        i++;
    if (i == memo->read_text_count) {
        memo->read_texts = memory_resize(memo->read_texts, i + 1, sizeof *memo->read_texts);
        memo->read_texts[memo->read_text_count++] = arena_strdup(memo->texts, text);
    }
    return (unsigned)i;
}

static uint64_t pack_value(struct memo *memo, const struct value *value)
{
    unsigned number =
        value->kind == VALUE_TEXT ? text_number(memo, value->text) : (unsigned)value->number;
    return pack(value->kind, number, VALUE_BITS);
}

static uint64_t pack_length(bool can_be_read, size_t length)
{
    return can_be_read ? length : NOT_READ;
}

static uint64_t pack_found(const struct found *found)
{
    return pack(found->unknown, (unsigned)found->value, VALUE_BITS);
}

_Static_assert(SESSION_KIND_COUNT <= 1 << WANT_BITS, "a kind of session fits a key");

static uint64_t pack_span(enum what what, const struct span *span)
{
    uint64_t key = pack(what, (unsigned)span->wanted, WANT_BITS);
    return pack(pack(key, span->first, DAY_BITS), span->end, DAY_BITS);
}

static struct span unpack_span(uint64_t key)
{
    struct span span;
    span.end = unpack(&key, DAY_BITS);
    span.first = unpack(&key, DAY_BITS);
    span.wanted = (int)unpack(&key, WANT_BITS);
    return span;
}

/* The present value of what a key stands for. */
static uint64_t read_again(struct memo *memo, const struct sight *sight, uint64_t key)
{
    enum what what = (enum what)(key >> KEY_BITS);
    if (what == WHAT_LARGEST || what == WHAT_LATEST) {
        const struct span span = unpack_span(key);
        const struct found found =
            what == WHAT_LARGEST ? view_largest(sight, &span) : view_latest(sight, &span);
        return pack_found(&found);
    }
    unsigned index;
    struct view view = unpack_view(key, &index);
    if (what == WHAT_LENGTH) {
        size_t length;
        bool can_be_read = view_length(sight, &view, &length);
        return pack_length(can_be_read, length);
    }
    struct value value = field_read(sight, &view, field_at(view.kind, index));
    return pack_value(memo, &value);
}

/* ---- notes ---- */

/* The node with that value among those of the same key; NULL where there is none. */
static struct node *find(struct node *node, uint64_t value)
{
    while (node && node->value != value)
        node = node->other;
    return node;
}

static bool was_just_read(struct memo *memo, uint64_t key)
{
    size_t place = (size_t)(key ^ key >> 20 ^ key >> 30) % RECENT;
    if (memo->recent[place].turn == memo->turn && memo->recent[place].key == key)
        return true;
    memo->recent[place].key = key;
    memo->recent[place].turn = memo->turn;
    return false;
}

static struct node *add_node(struct memo *memo, uint64_t key, uint64_t value)
{
    struct node *node = arena_alloc(memo->nodes, sizeof *node);
    memo->node_count++;
    node->key = key;
    node->value = value;
    node->other = *memo->place;
    *memo->place = node;
    return node;
}

static void note(struct memo *memo, uint64_t key, uint64_t value)
{
    if (!memo->place || was_just_read(memo, key))
        return;
    struct node *first = *memo->place;
    if (first && first->key != key) { /* the script goes by more than the plan */
        memo->place = NULL;
        return;
    }
    struct node *node = find(first, value);
    if (!node)
        node = add_node(memo, key, value);
    memo->place = &node->then;
}

void memo_note_field(struct memo *memo, const struct view *view, const struct field *field,
                     const struct value *value)
{
    uint64_t key;
    if (pack_view(WHAT_FIELD, view, field_index(view->kind, field), &key))
        note(memo, key, pack_value(memo, value));
    else
        memo->place = NULL;
}

void memo_note_length(struct memo *memo, const struct view *list, bool can_be_read, size_t length)
{
    uint64_t key;
    if (pack_view(WHAT_LENGTH, list, 0, &key))
        note(memo, key, pack_length(can_be_read, length));
    else
        memo->place = NULL;
}

static void note_found(struct memo *memo, enum what what, const struct span *span,
                       const struct found *found)
{
    if (span->end >> DAY_BITS || found->unknown >> COUNT_BITS)
        memo->place = NULL;
    else
        note(memo, pack_span(what, span), pack_found(found));
}

void memo_note_largest(struct memo *memo, const struct span *span, const struct found *found)
{
    note_found(memo, WHAT_LARGEST, span, found);
}

void memo_note_latest(struct memo *memo, const struct span *span, const struct found *found)
{
    note_found(memo, WHAT_LATEST, span, found);
}

/* ---- answers ---- */

const struct memory *memo_recall(struct memo *memo, const struct sight *sight, size_t rule,
                                 enum hook hook, size_t week, size_t day)
{
    if (memo->node_count >= MOST_NODES)
        forget(memo);
    memo->turn++;
    memo->place = root_of(memo, rule, hook, week, day);
    struct node *node = memo->place ? *memo->place : NULL;
    while (node && node->key != WHAT_ANSWER) {
        node = find(node, read_again(memo, sight, node->key));
        node = node ? node->then : NULL;
    }
    return node ? node->memory : NULL;
}

static const char *keep_text(struct memo *memo, const char *text)
{
    return text ? arena_strdup(memo->texts, text) : NULL;
}

void memo_keep(struct memo *memo, const struct answer *answer, const struct limits *limits)
{
    if (!memo->place || *memo->place)
        return;
    struct memory *memory = arena_alloc(memo->nodes, sizeof *memory);
    memory->answer = *answer;
    memory->answer.because = keep_text(memo, answer->because);
    memory->answer.field = keep_text(memo, answer->field);
    for (int kind = 0; limits && kind < LIMIT_KIND_COUNT; kind++) {
        memory->limits.of[kind] = limits->of[kind];
        if (limits->of[kind].max != INT_MAX)
            memory->limits.of[kind].because = keep_text(memo, limits->of[kind].because);
    }
    add_node(memo, WHAT_ANSWER, 0)->memory = memory;
}
