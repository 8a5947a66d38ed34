/*
 * Template files: the session library and the training templates, from templates/.
 */
#ifndef HILLPLAN_FILES_TEMPLATE_FILE_H
#define HILLPLAN_FILES_TEMPLATE_FILE_H

#include "base/error.h"
#include "model/template.h"

/* Reads every *.yaml of a folder (templates/sessions) as one library. NULL after an error. */
struct session_library *session_library_read(const char *folder, struct error *error);

/* Reads one training template; its recipes are looked up in the library, which must outlive it. */
struct training_template *training_template_read(const char *path,
                                                 const struct session_library *library,
                                                 struct error *error);

#endif
