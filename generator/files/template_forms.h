/* What the session library and training templates share. Internal to files/. */
#ifndef HILLPLAN_FILES_TEMPLATE_FORMS_H
#define HILLPLAN_FILES_TEMPLATE_FORMS_H

#include "document/document.h"
#include "model/template.h"

#define MOST_TEMPLATE_BYTES ((size_t)64 * 1024)
#define ID_BYTES            1, 200
#define KM                  3, 0, 400000 /* read as metres */
#define HILLS_PER_KM        0, 500       /* metres of climb or descent */

/* Reports an id that the library doesn't have, with the nearest that it has. */
void fail_unknown_session(struct document *document, const struct place *place, const char *id,
                          const struct session_library *library);

#endif
