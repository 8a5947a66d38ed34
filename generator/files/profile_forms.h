/* The form of profiles. Internal to files/. */
#ifndef HILLPLAN_FILES_PROFILE_FORMS_H
#define HILLPLAN_FILES_PROFILE_FORMS_H

#include "document/document.h"

extern const struct form profile_form;

#endif
