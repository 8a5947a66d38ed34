/* Folders: a list of files that grows. */
#include "export/folder.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

struct text *export_folder_add(struct export_folder *folder, const char *name)
{
    folder->files = memory_resize(folder->files, folder->count + 1, sizeof *folder->files);
    struct export_file *file = &folder->files[folder->count++];
    *file = (struct export_file){.name = memory_new(strlen(name) + 1)};
    memcpy(file->name, name, strlen(name));
    return &file->bytes;
}

void export_folder_release(struct export_folder *folder)
{
    for (size_t i = 0; i < folder->count; i++) {
        free(folder->files[i].name);
        text_release(&folder->files[i].bytes);
    }
    free(folder->files);
}
