/* Plan files: the plan document as YAML and JSON, read and written. */
#include "files/plan_file.h"

#include "document/write.h"
#include "files/plan_document.h"

#define MOST_PLAN_BYTES ((size_t)4 * 1024 * 1024)

/* The plan of a document that was read (if it was), which is released. */
static struct plan *finish(struct document *document, bool was_read)
{
    if (was_read && !node_find(document->root, "hillplan"))
        document_fail(document, document->root, NULL,
                      "this is no plan document; hillplan generate makes one of a profile");
    struct plan *plan = was_read ? plan_from_document(document) : NULL;
    if (document->failed) {
        plan_free(plan);
        plan = NULL;
    }
    document_release(document);
    return plan;
}

struct plan *plan_read(const char *path, struct error *error)
{
    struct document document;
    bool was_read = document_read(&document, path, MOST_PLAN_BYTES, &plan_schema, error);
    return finish(&document, was_read);
}

struct plan *plan_read_text(const char *name, const char *text, size_t length, struct error *error)
{
    struct document document;
    bool was_read = document_read_text(&document, name, text, length, &plan_schema, error);
    return finish(&document, was_read);
}

typedef bool writer_function(const cyaml_schema_value_t *, const void *, struct text *,
                             struct error *);

static bool write_plan(const struct plan *plan, writer_function *write, struct text *out,
                       struct error *error)
{
    struct arena *arena = arena_new();
    bool done = write(&plan_schema, plan_to_document(plan, arena), out, error);
    arena_free(arena);
    return done;
}

bool plan_write_yaml(const struct plan *plan, struct text *out, struct error *error)
{
    return write_plan(plan, write_yaml, out, error);
}

bool plan_write_json(const struct plan *plan, struct text *out, struct error *error)
{
    return write_plan(plan, write_json, out, error);
}
