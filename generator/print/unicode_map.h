#ifndef HILLPLAN_PRINT_UNICODE_MAP_H
#define HILLPLAN_PRINT_UNICODE_MAP_H

#include "base/text.h"

/*
 * Appends the ToUnicode map of a font whose character codes are UTF-16 code units, as PDF Reference
 * 1.7, 5.9.2 asks for it: by it viewers copy and search text.
 */
void unicode_map_append(struct text *out);

#endif
