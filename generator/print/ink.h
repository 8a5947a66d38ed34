/* Inks as they come out: in greys on a black-and-white printer, and without filled areas. */
#ifndef HILLPLAN_PRINT_INK_H
#define HILLPLAN_PRINT_INK_H

#include <stdbool.h>

#include "model/page_style.h"

#define INK(red, green, blue) ((struct ink){(red), (green), (blue)})
#define INK_BLACK             INK(0, 0, 0)
#define INK_WHITE             INK(255, 255, 255)

struct ink_mode {
    bool is_mono;  /* greys of the same luminance */
    bool is_saver; /* no filled areas */
};

/* What becomes of a filled area. */
enum ink_area { INK_FILLED, INK_OUTLINED, INK_LEFT_OUT };

/* The ink of lines, letters and patterns. On paper that stays white, white letters become black. */
struct ink ink_drawn(struct ink_mode mode, struct ink ink);

/* What an area becomes, and the ink it is filled with. Saved areas of a tint are left out. */
enum ink_area ink_area(struct ink_mode mode, struct ink ink, struct ink *filled);

#endif
