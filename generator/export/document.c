/* A plan as the document that plan_read() reads. */
#include "export/formats.h"
#include "files/plan_file.h"

bool export_yaml(const struct export_source *source, struct text *out, struct error *error)
{
    return plan_write_yaml(source->plan, out, error);
}

bool export_json(const struct export_source *source, struct text *out, struct error *error)
{
    return plan_write_json(source->plan, out, error);
}
