/*
 * Style files: templates/pages/standard.yaml, and those that runners make of it.
 */
#ifndef HILLPLAN_FILES_STYLE_FILE_H
#define HILLPLAN_FILES_STYLE_FILE_H

#include "base/error.h"
#include "model/page_style.h"

/* Reads a look; the caller frees it. NULL after an error. */
struct page_style *page_style_read(const char *path, struct error *error);

#endif
