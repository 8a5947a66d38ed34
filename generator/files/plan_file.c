/* Plan files: the plan document as YAML and JSON, read and written. */
#include "files/plan_file.h"

#include "document/document.h"
#include "document/write.h"
#include "files/plan_forms.h"

static const struct document_kind plan_kind = {
    &plan_form, IN_PLAN, (size_t)4 * 1024 * 1024, {"the plan", true}};

/* The plan that was read (if it was); the document is released. */
static struct plan *finish(struct document *document, struct arena *arena)
{
    struct plan *plan = document_finish(document);
    if (plan)
        plan->arena = arena;
    return plan;
}

struct plan *plan_read(const char *path, struct error *error)
{
    struct document document;
    struct arena *arena = arena_new();
    document_read(&document, &plan_kind, path, arena, NULL, error);
    return finish(&document, arena);
}

struct plan *plan_read_text(const char *name, const char *text, size_t length, struct error *error)
{
    struct document document;
    struct arena *arena = arena_new();
    document_read_text(&document, &plan_kind, name, text, length, arena, error);
    return finish(&document, arena);
}

bool plan_write_yaml(const struct plan *plan, struct text *out, struct error *error)
{
    return write_yaml(&(struct written){&plan_form, IN_PLAN, plan}, out, error);
}

bool plan_write_json(const struct plan *plan, struct text *out, struct error *error)
{
    return write_json(&(struct written){&plan_form, IN_PLAN, plan}, out, error);
}
