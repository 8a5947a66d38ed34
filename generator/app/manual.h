/* The manual: a page for man(1), made of the tables of commands and options. */
#ifndef HILLPLAN_APP_MANUAL_H
#define HILLPLAN_APP_MANUAL_H

#include "base/error.h"
#include "base/text.h"

/* Appends the page. False where files that tell the words of an option are missing. */
bool manual_write(struct text *out, struct error *error);

#endif
