#include "print/unicode_map.h"

void unicode_map_append(struct text *out)
{
    /* A range must not cross the last byte, and a block holds at most 100 ranges. */
    enum { RANGES = 256, MOST_IN_BLOCK = 100 };
    text_append(out, "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                     "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                     "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                     "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
    for (int first = 0; first < RANGES; first += MOST_IN_BLOCK) {
        int count = RANGES - first < MOST_IN_BLOCK ? RANGES - first : MOST_IN_BLOCK;
        text_printf(out, "%d beginbfrange\n", count);
        for (int i = first; i < first + count; i++)
            text_printf(out, "<%02X00> <%02XFF> <%02X00>\n", i, i, i);
        text_append(out, "endbfrange\n");
    }
    text_append(out, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
}
