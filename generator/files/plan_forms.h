/* The form of plan documents. Internal to files/. */
#ifndef HILLPLAN_FILES_PLAN_FORMS_H
#define HILLPLAN_FILES_PLAN_FORMS_H

#include "document/document.h"

extern const struct form plan_form;

#endif
