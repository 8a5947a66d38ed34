/* The files of a format that fills a folder, before they are written. */
#ifndef HILLPLAN_EXPORT_FOLDER_H
#define HILLPLAN_EXPORT_FOLDER_H

#include <stddef.h>

#include "base/text.h"

struct export_file {
    char *name; /* within the folder */
    struct text bytes;
};

struct export_folder {
    struct export_file *files;
    size_t count;
};

#define EXPORT_FOLDER_INIT                                                                         \
    {                                                                                              \
        NULL, 0                                                                                    \
    }

/* Adds an empty file and returns it, to be filled before the next is added. `name` is copied. */
struct text *export_folder_add(struct export_folder *folder, const char *name);

void export_folder_release(struct export_folder *folder);

#endif
