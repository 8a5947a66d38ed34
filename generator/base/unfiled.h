/*
 * Members of structs that files hold, but that stand in no file themselves, and why. All others
 * have a row in a list of fields: tests/lint_members.py holds the structs against the lists.
 */
#ifndef HILLPLAN_BASE_UNFILED_H
#define HILLPLAN_BASE_UNFILED_H

#include <stddef.h>

#define UNFILED(s, member, reason) _Static_assert(sizeof((struct s *)0)->member > 0, reason)

#endif
