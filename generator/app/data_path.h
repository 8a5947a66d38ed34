/*
 * Where the program's own data is: templates and scripts.
 */
#ifndef HILLPLAN_APP_DATA_PATH_H
#define HILLPLAN_APP_DATA_PATH_H

#include "base/error.h"

/*
 * The path of a file or folder of the data, such as "scripts/rules": in the folder that
 * HILLPLAN_DATA names, or else in ../share/hillplan as seen from the program, up the tree from a
 * program that was not installed, or where `make install` puts it. If it is in none of them, what
 * was tried is an error (STATUS_SYSTEM), and the path one that isn't there. The caller frees it.
 */
char *data_path(const char *name, struct error *error);

#endif
