/*
 * The files that this run has read: none of them is ever written.
 *
 * One list for the process, kept by file_read() and file_stream(), asked by file_write(). A file is
 * known by device and inode, whatever it is called.
 */
#ifndef HILLPLAN_BASE_FILES_READ_H
#define HILLPLAN_BASE_FILES_READ_H

#include <sys/stat.h>

/* Notes that a regular file was opened as `role` ("the course"; a static string). */
void files_read_note(const struct stat *info, const char *role);

/* Likewise of a file that the run names and has no need to read; one that isn't there is nothing.
 */
void files_read_note_named(const char *path, const char *role);

/* What the file was read as, first of all; NULL where it wasn't read. */
const char *files_read_role(const struct stat *info);

/* Forgets all files: for programs that do several runs. */
void files_read_forget(void);

#endif
