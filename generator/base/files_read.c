/* The files that this run has read. */
#include "base/files_read.h"

#include <stddef.h>
#include <stdlib.h>

#include "base/memory.h"

struct file_known {
    dev_t device;
    ino_t inode;
    const char *role;
};

/* Of the process, as the files are. */
static struct file_known *known;
static size_t known_count, known_room;

const char *files_read_role(const struct stat *info)
{
    for (size_t i = 0; S_ISREG(info->st_mode) && i < known_count; i++)
        if (known[i].device == info->st_dev && known[i].inode == info->st_ino)
            return known[i].role;
    return NULL;
}

void files_read_note(const struct stat *info, const char *role)
{
    if (!S_ISREG(info->st_mode) || files_read_role(info))
        return;
    if (known_count == known_room) {
        known_room = known_room ? 2 * known_room : 64;
        known = memory_resize(known, known_room, sizeof *known);
    }
    known[known_count++] = (struct file_known){info->st_dev, info->st_ino, role};
}

void files_read_note_named(const char *path, const char *role)
{
    struct stat info;
    if (stat(path, &info) == 0)
        files_read_note(&info, role);
}

void files_read_forget(void)
{
    free(known);
    known = NULL;
    known_count = known_room = 0;
}
